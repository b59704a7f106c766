"""Replies: how the judge reads what a student process answers.

Every reply is read as if it had been forged: depth, types, dtypes and shapes are bounded before use. All of
these functions raise WireError, and nothing else, on a bad reply.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import lru_cache
from itertools import islice, pairwise
from typing import Any, NamedTuple

from autograder.facts.calls import (
    Absent,
    Array,
    Call,
    Line,
    Loaded,
    Opaque,
    Outcome,
    Raised,
    Returned,
    Taken,
    Within,
)
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.text import first_sentence, line_of
from autograder.student.fields import MAX_LINE
from autograder.student.fields import field as _field
from autograder.student.fields import line as _line
from autograder.student.frames import (
    MAX_DIMENSIONS,
    MAX_ENTRIES,
    NUMBER,
    WireError,
    read_header,
    split_frame,
)

MOST_TAKEN = 20
"""Functions whose names were given to values; a task has fewer."""
MOST_NAMED = 3
"""Globals that a call is reported to have changed."""
LARGEST_PLAIN = 256
"""Bytes of a header that is kept once it was read."""


class Start(NamedTuple):
    """The report of a statement that is about to start: the numbers of its text and its own, and its line."""

    place: tuple[int, int]
    line: Line | None


def read_start(header: dict[str, Any]) -> Start:
    """Read the report of a statement that is about to start."""
    place = _field(header, "at", list)
    if not all(type(number) is int and 0 <= number <= MAX_LINE for number in place):
        raise WireError("a statement that is none")
    if len(place) != 2:  # noqa: PLR2004 - a text and a statement in it
        raise WireError("a place that is none")
    return Start((place[0], place[1]), _line(header.get("line")))


def read_loaded(header: dict[str, Any], output: bytes = b"") -> Loaded:
    """Read the reply to a load request; `output` is what the module printed, as much of it as is needed."""
    lines, prevented, taken = (_field(header, key, dict) for key in ("lines", "prevented", "taken"))
    syntax, flaw = header.get("syntax"), header.get("flaw")
    raised = tuple(_raised(each, "module") for each in _field(header, "raised", list))
    return Loaded(
        {line_of(name): _line(line) for name, line in lines.items()},
        None if syntax is None else _raised(syntax, "module"),
        raised[0] if raised else None,
        {line_of(name): _raised(each, line_of(name)) for name, each in prevented.items()},
        _by_cell(_field(header, "printed", list), output),
        line_of(_field(header, "numpy", str)),
        parameter=_parameter(header),
        raised=raised,
        taken={line_of(name): _taken(each) for name, each in islice(taken.items(), MOST_TAKEN)},
        flaw=None if flaw is None else _raised(flaw, "module"),
    )


def _parameter(header: dict[str, Any]) -> tuple[int, ...] | Opaque:
    """Read what the file left as its parameter: a shape, which is () if there is none, or another type."""
    description = _field(header, "parameter", dict) if "parameter" in header else {"d": "float64", "s": []}
    value = _value(description)
    return value if isinstance(value, Opaque) else value.shape


def _taken(description: object) -> Taken:
    if not isinstance(description, dict):
        raise WireError("a value that is none")
    return Taken(_line(description.get("line")), line_of(_field(description, "type", str)))


def _by_cell(ends: list[object], output: bytes) -> tuple[str, ...]:
    """Split output where the first cell's begins, and where each one's ends."""
    places = [end for end in ends if type(end) is int and end >= 0]
    if len(places) < len(ends):
        raise WireError("output that ends nowhere")
    return tuple(output[start:end].decode("utf-8", "replace") for start, end in pairwise(places))


def read_reply(read: Callable[[int], bytes], call: Call, number: int = 0) -> Outcome:
    """Read the reply to one call; a reply to another call, or one that came twice, is refused."""
    head, payload = split_frame(read)
    if payload[: NUMBER.size] != NUMBER.pack(number):
        raise WireError("a reply to another call")
    values = payload[NUMBER.size :]
    kind = _plain(head) if len(head) <= LARGEST_PLAIN else None
    return read_outcome(read_header(head), values, call) if kind is None else _returned(kind, values, call)


def read_outcome(header: dict[str, Any], values: bytes, call: Call) -> Outcome:
    """Read what became of one call."""
    if "absent" in header:
        return Absent(_function(header, "absent", call))
    if "raised" in header:
        return _raised(header["raised"], _function(_field(header, "raised", dict), "function", call))
    return _returned(_kind(header), values, call)


class _Kind(NamedTuple):
    """What the header of a reply says of a returned value, in bounds."""

    value: _Form | Opaque
    changed: tuple[int, ...]
    set_parameter: bool
    printed: bool
    data: tuple[str, ...]


class _Form(NamedTuple):
    """What kind of array it is, and how its entries are read."""

    dtype: str
    shape: tuple[int, ...]
    code: struct.Struct


@lru_cache(maxsize=256)
def _plain(head: bytes) -> _Kind | None:
    """Read the header of a reply that returns an array; None for any other. Most headers come again."""
    header = read_header(head)
    if "absent" in header or "raised" in header:
        return None
    kind = _kind(header)
    return kind if isinstance(kind.value, _Form) else None


def _kind(header: dict[str, Any]) -> _Kind:
    changed = _field(header, "changed", list)
    if not all(isinstance(k, int) and k >= 0 for k in changed):
        raise WireError("a changed argument that is none")
    value = _value(_field(header, "value", dict))
    places = tuple(sorted(set(changed)))
    set_parameter = header.get("set") is True
    printed = header.get("printed") is True
    return _Kind(value, places, set_parameter, printed, _names(header.get("data", [])))


def _names(names: object) -> tuple[str, ...]:
    """Read the names of a few globals."""
    if not isinstance(names, list) or len(names) > MOST_NAMED:
        raise WireError("names that are none")
    if not all(isinstance(name, str) for name in names):
        raise WireError("a name that is no text")
    return tuple(map(line_of, names))


def _value(description: dict[str, Any]) -> _Form | Opaque:
    """Read what kind of value it is."""
    if "type" in description:
        return Opaque(line_of(_field(description, "type", str)), line_of(_field(description, "text", str)))
    return _form(description)


def _returned(kind: _Kind, values: bytes, call: Call) -> Returned:
    form, changed, parameter_set, printed, data = kind
    if changed and changed[-1] >= len(call.arguments):
        raise WireError("a changed argument that was never sent")
    if isinstance(form, Opaque):
        return Returned(form, changed, parameter_set, printed, data)
    if call.sweep and form.shape[:1] != (len(call.sweep),):
        raise WireError("a sweep of another length")
    return Returned(_array(form, values), changed, parameter_set, printed, data)


def read_array(description: dict[str, Any], payload: bytes) -> Array:
    """Read an array that takes up all of the payload."""
    return _array(_form(description), payload)


def _form(description: dict[str, Any]) -> _Form:
    dtype, shape = _field(description, "d", str), _field(description, "s", list)
    if dtype not in REAL_DTYPES or len(shape) > MAX_DIMENSIONS:
        raise WireError("a dtype or a number of dimensions that does not cross")
    size = 1
    for length in shape:
        if type(length) is not int or not 0 <= length <= MAX_ENTRIES:
            raise WireError("a shape that is none")
        size *= length
        if size > MAX_ENTRIES:
            raise WireError("more entries than may cross")
    return _Form(dtype, tuple(shape), struct.Struct(f"<{size}{REAL_DTYPES[dtype]}"))


def _array(form: _Form, payload: bytes) -> Array:
    if form.code.size != len(payload):
        raise WireError("an array shorter or longer than its shape")
    return Array(form.dtype, form.shape, form.code.unpack(payload))


def _raised(description: object, function: str) -> Raised:
    if not isinstance(description, dict):
        raise WireError("an exception that is none")
    line = _line(description.get("line"))
    kind = line_of(_field(description, "type", str))
    text = line_of(_field(description, "text", str))
    message = line_of(first_sentence(_field(description, "message", str)))
    inner = description.get("inner")
    within = None if inner is None else _within(inner)
    return Raised(function, kind, message, line, text, within)


def _within(description: object) -> Within:
    if not isinstance(description, dict):
        raise WireError("a place that is none")
    function, text = (line_of(_field(description, key, str)) for key in ("function", "text"))
    return Within(function, _line(description.get("line")), text)


def _function(header: dict[str, Any], key: str, call: Call) -> str:
    name: str = _field(header, key, str)
    if name not in call.functions():
        raise WireError("a function that was never called")
    return name
