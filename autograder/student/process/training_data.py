"""Find the training data of a file, and notice when a function changes them.

Training data are the global arrays and lists that hold the task's data when the file has run: by themselves,
or in a dictionary, a list, a tuple, a class of the file or an object of such a class. Arrays with the name of
the data, such as X_train, and lists of that name and length count whatever they hold. Other globals are the
file's own: counters, histories, arrays to compute in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np

from autograder.student.process.describe import clipped
from autograder.student.protocol.frames import MAX_ENTRIES, MOST_CHANGED_DATA

WORDS = frozenset({"train", "training", "data", "values", "samples", "array", "arr", "list", "all", "raw"})
"""Words that stand beside the name of the data in the names of globals, as in X_train."""
DATA_NAME_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]")
LONGEST_DATA_NAME = 40
NUMBERS = frozenset({int, float, np.float32, np.float64, np.int32, np.int64})
DATA_CONTAINERS = frozenset({np.ndarray, list, tuple, dict})
SEQUENCES = frozenset({list, tuple})
MOST_DATA_PARTS = 20
"""Entries of a dictionary, a list or a tuple, and attributes, that are searched for data."""

Data = Mapping[str, Sequence[float]]
Content = tuple[tuple[int, ...], Any, bytes] | list[Any] | None


class Holder(NamedTuple):
    """An array or a list of numbers, with the dictionary and the key that keep it."""

    name: str  # of the global
    value: object
    content: Content
    keeper: Mapping[Any, Any]  # mostly the module's own dictionary
    key: object
    bound: bool  # whether another object under this key is a change

    def now(self) -> Holder:
        """Return its present content: that under its key if it is bound to it, else the object's own."""
        value = self.keeper.get(self.key) if self.bound else self.value
        return self._replace(value=value, content=content(value))


class TrainingData:
    """The training data in a namespace, as they were when `changes` last looked at them."""

    def __init__(self, namespace: Mapping[str, object], data: Data) -> None:
        self._namespace = namespace
        self._holders: list[Holder] = []
        lower = {name.lower(): values for name, values in data.items()}
        wanted = numbers_of(data)
        for name, value in namespace.items():
            if type(name) is not str:
                continue
            if type(value) in DATA_CONTAINERS:
                self._holders += _holders(name, value, namespace, lower, wanted)
            elif (attributes := _attributes(value, namespace)) is not None:
                self._holders += _holders(name, attributes, namespace, lower, wanted)

    def changes(self, arguments: Sequence[np.ndarray[Any, Any]] = ()) -> tuple[str, ...]:
        """Return the names of data that changed since the last look; usually none, which takes a microsecond.

        A dictionary or an object may keep the latest arguments where the training data were: while the file
        trained, its functions were called with these.
        """
        if all(map(_is_untouched, self._holders)):
            return ()
        kept = {array.astype(np.float64).tobytes() for array in arguments}
        names = []
        for holder in self._holders:
            now = holder.now()
            stored = now.value is not holder.value and holder.keeper is not self._namespace
            if stored and holds_data(now.value, kept):
                now = now._replace(content=holder.content)
            contents = content(holder.value), now.content
            if contents != (holder.content, holder.content):  # an equal object in its place is not a change
                names.append(holder.name)
        self._holders = [holder.now() for holder in self._holders]
        return tuple(dict.fromkeys(names))[:MOST_CHANGED_DATA]


def numbers_of(data: Data) -> frozenset[bytes]:
    """Return the task's data as bytes of float64, which compare equal whatever type a file gives them."""
    return frozenset(np.array(values, dtype=np.float64).tobytes() for values in data.values())


def _is_untouched(holder: Holder) -> bool:
    """Whether it is still the same object with the same numbers; this runs after every call."""
    _, value, before, keeper, key, bound = holder
    if bound and keeper.get(key) is not value:
        return False
    if type(value) is np.ndarray:
        return (value.shape, value.dtype, value.tobytes()) == before
    return content(value) == before


def content(value: object) -> Content:
    """Copy the numbers of an array or a list; None for anything else, and for too many numbers."""
    if type(value) is np.ndarray:
        if value.size > MAX_ENTRIES or value.dtype.hasobject:
            return None
        return value.shape, value.dtype, value.tobytes()
    if type(value) not in SEQUENCES or len(value) > MAX_ENTRIES:  # type: ignore[arg-type]
        return None
    entries: list[Any] = list(value)  # type: ignore[call-overload]
    types = {type(entry) for entry in entries}
    if types <= NUMBERS:
        return entries
    if types <= SEQUENCES:
        rows = [[*row] for row in entries if {type(entry) for entry in row} <= NUMBERS]
        return rows if len(rows) == len(entries) else None
    return None


def _holders(
    name: str, value: object, namespace: Mapping[str, object], data: Data, wanted: Collection[bytes]
) -> Iterator[Holder]:
    """Yield the training data that a global is, or holds."""
    keeps = isinstance(value, Mapping)
    for part, keeper, key in _parts(name, value, namespace):
        numbers = content(part)
        if numbers is None:
            continue
        named = type(key) is str and is_name_of_data(key, data)
        shaped = named and _is_as_long(part, data)
        if shaped or holds_data(part, wanted):
            yield Holder(clipped(name), part, numbers, keeper, key, named or keeps)


def _parts(
    name: str, value: object, namespace: Mapping[str, object]
) -> list[tuple[object, Mapping[Any, Any], object]]:
    """List what a global holds, or else itself, with the dictionary and the key that keep each part."""
    if isinstance(value, Mapping):
        entries = islice(value.items(), MOST_DATA_PARTS)
        return [(part, value, key) for key, part in entries]
    if type(value) in SEQUENCES and content(value) is None:
        parts = value[:MOST_DATA_PARTS]  # type: ignore[index]
        return [(part, {}, None) for part in parts]
    return [(value, namespace, name)]


def _attributes(value: object, namespace: Mapping[str, object]) -> Mapping[Any, Any] | None:
    """Return the attributes of a class of the file, or of its objects; None for anything else."""
    kind = value if isinstance(value, type) else type(value)
    try:
        if kind is not SimpleNamespace and kind.__module__ != namespace.get("__name__"):
            return None
        attributes: object = vars(value)
    except Exception:  # noqa: BLE001 - no attributes, or code of the file that stands in for them
        return None
    return attributes if isinstance(attributes, Mapping) else None


def is_name_of_data(name: str, data: Data) -> bool:
    """Whether a name means the task's data: X, xs, x_train, trainX."""
    if name.lower() in data:
        return True
    words = {word.lower() for word in DATA_NAME_WORD.findall(name[:LONGEST_DATA_NAME])}
    names = {*data}
    names.update(f"{quantity}s" for quantity in data)
    if words.isdisjoint(names):
        return False
    return words <= names | WORDS


def _is_as_long(value: object, data: Data) -> bool:
    """Whether a list is as long as the task's data: a longer one is a history. Arrays may be of any size."""
    return type(value) is np.ndarray or len(value) in {len(values) for values in data.values()}  # type: ignore[arg-type]


def holds_data(value: object, wanted: Collection[bytes]) -> bool:
    """Whether an array holds the task's data, as a whole or as one of its columns or rows."""
    try:
        array = np.asarray(value)
    except ValueError:  # rows of unequal length
        return False
    if array.dtype.kind not in "iuf":
        return False
    numbers = array.astype(np.float64)
    if numbers.tobytes() in wanted:
        return True
    lines = [*numbers[:MOST_DATA_PARTS], *numbers.T[:MOST_DATA_PARTS]] if numbers.ndim == 2 else []  # noqa: PLR2004 - a table
    return any(line.tobytes() in wanted for line in lines)
