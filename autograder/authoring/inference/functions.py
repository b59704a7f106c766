"""Choose the functions of a file that an exercise can mark, and read what they take and return."""

from __future__ import annotations

import contextlib
import inspect
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.recording import Call, Recorder
from autograder.authoring.inference.values import (
    Value,
    copied,
    is_array,
    is_dictionary,
    is_number,
    is_numeric,
    is_whole,
    plain,
    shape_of,
)

MOST_INNER_CALLS = 5
"""Calls of one function during another: from so many on, the other trains with it, or tries it out."""
OFF_WHOLE = 0.5
"""What makes a count of something else than a whole number, and leaves a real number one."""


class Hints(NamedTuple):
    """What the text of a file says: the run does not show it."""

    order: tuple[str, ...]
    """The functions at the top of the file, in their order."""
    wanted: tuple[str, ...]
    """Those with a region; empty if there are no regions, and then all are wanted."""
    results: dict[str, tuple[str, ...]]
    """Names of the results of functions, as the file gives them."""
    constants: tuple[float, ...]
    """Numbers that stand in the text."""
    guarded: tuple[str, ...]
    """Globals that only `if __name__ == "__main__"` sets."""


class Function(NamedTuple):
    """A function of the file as it was called: `base` is the most usual call."""

    name: str
    arguments: tuple[str, ...]
    results: int
    keys: tuple[str, ...]  # of the dictionary that it returns
    base: Call
    calls: tuple[Call, ...]


class Choice(NamedTuple):
    """The functions that can be marked, and why the others cannot."""

    functions: tuple[Function, ...]
    left_out: dict[str, str]


def choose(recorder: Recorder, hints: Hints) -> Choice:
    """Choose the functions that take and return numbers, arrays and dictionaries of them."""
    functions: list[Function] = []
    left_out: dict[str, str] = {}
    busy = _busy(recorder.calls)
    for name in hints.wanted or hints.order:
        calls = tuple(call for call in recorder.calls if call.function == name)
        described = recorder.namespace.get(name)
        trouble = _unfit(name, described, calls, busy)
        if trouble:
            left_out[name] = trouble
            continue
        functions.append(_read(name, calls, hints))
    if hints.wanted:
        return Choice(tuple(functions), left_out)
    callers = _callers(functions)
    left_out |= {
        name: f"is called by {caller}, whose marks a mistake in it would cost as well; students are given it"
        for name, caller in callers.items()
    }
    return Choice(tuple(each for each in functions if each.name not in callers), left_out)


def _callers(functions: Sequence[Function]) -> dict[str, str]:
    """Name the functions that others call, with one that does."""
    names = {call.number: function.name for function in functions for call in function.calls}
    return {
        function.name: names[call.parent]
        for function in functions
        for call in function.calls
        if call.parent in names and names[call.parent] != function.name
    }


def _unfit(name: str, function: Value, calls: Sequence[Call], busy: dict[str, str]) -> str:
    """Say why a function cannot be marked; empty if nothing shows that."""
    if not calls:
        return "is not called in the file, or returns nothing, so that its arrays are not known"
    if name in busy:
        return f"calls {busy[name]} again and again: it trains, or tries that function out"
    if not callable(function):
        return "is another value at the end of the file"
    trouble = _unfit_arguments(function, base_call(calls)) or _unfit_result(base_call(calls).result)
    return trouble or _whole(base_call(calls)) or _unsteady(function, base_call(calls))


def _unfit_arguments(function: Callable[..., Value], call: Call) -> str:
    kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
    if kinds - {inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.POSITIONAL_ONLY}:
        return "has arguments that are not handed over by position"
    if not call.arguments:
        return "takes nothing, so that no inputs can be chosen for it"
    for argument, value in call.arguments.items():
        if not is_numeric(plain(value)) and not is_dictionary(value):
            return f"takes {argument}, {_kind(value)}, and an exercise hands over numbers and arrays"
    return ""


def _unfit_result(value: Value) -> str:
    for part in parts_of(value):
        if not is_numeric(plain(part)):
            return f"returns {_kind(part)}, and an exercise compares numbers and arrays"
    return ""


def _whole(call: Call) -> str:
    """Say that a function makes whole numbers of real ones, as a decision; empty if it does not."""
    given = list(map(plain, call.arguments.values()))
    is_real = any(is_array(value) and not is_whole(value) for value in given)
    if is_real and all(map(is_whole, map(plain, parts_of(call.result)))):
        return "returns whole numbers, where rounding decides"
    return ""


def _unsteady(function: Callable[..., Value], call: Call) -> str:
    """Say that a function needs whole numbers, or is random; empty if it neither does nor is."""
    given = [copied(value) for value in call.arguments.values()]
    with quiet():
        try:
            first, again = function(*map(copied, given)), function(*map(copied, given))
        except Exception as error:  # noqa: BLE001 - whatever the file raises is a finding
            return f"raises {type(error).__name__} when it is called again at the end of the file"
        if not _alike(first, again):
            return "gives other results when it is called again"
        counts = [is_number(value) and is_whole(value) for value in given]
        shifted = [v + OFF_WHOLE if count else v for v, count in zip(given, counts, strict=True)]
        try:
            function(*map(copied, shifted))
        except Exception:  # noqa: BLE001 - as above
            return "takes a whole number, such as a size or a seed"
    return ""


def base_call(calls: Sequence[Call]) -> Call:
    """Find the most usual call: of the shapes that occur most often, and of those the largest."""
    occurrences = Counter(map(_shapes, calls))
    return max(calls, key=lambda call: (occurrences[_shapes(call)], _size(call)))


def parts_of(value: Value) -> list[Value]:
    """List the results in what a function returned."""
    if isinstance(value, dict):
        return list(value.values())
    if isinstance(value, tuple) or (isinstance(value, list) and any(map(is_array, value))):
        return list(value)
    return [value]


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let the file's functions print nothing, and NumPy warn of nothing."""
    with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
        yield


def _read(name: str, calls: tuple[Call, ...], hints: Hints) -> Function:
    base = base_call(calls)
    result = base.result
    keys = tuple(result) if isinstance(result, dict) else ()
    number = len(parts_of(result))
    names = hints.results.get(name, ())
    if isinstance(result, list) and len(names) == len(result):
        number = len(names)  # [dw, db]: a list that is written out, not a vector
    return Function(name, tuple(base.arguments), number, keys, base, calls)


def _busy(calls: Sequence[Call]) -> dict[str, str]:
    """Name the functions that call another one many times, with that other."""
    names = {call.number: call.function for call in calls}
    inner = Counter((call.parent, call.function) for call in calls if call.parent in names)
    return {names[parent]: called for (parent, called), count in inner.items() if count >= MOST_INNER_CALLS}


def _shapes(call: Call) -> tuple[tuple[int, ...], ...]:
    return tuple(
        shape_of(value) if is_numeric(value) else () for value in map(plain, call.arguments.values())
    )


def _size(call: Call) -> int:
    return sum(int(np.prod(shape)) for shape in _shapes(call))


def _alike(a: Value, b: Value) -> bool:
    pairs = zip(parts_of(a), parts_of(b), strict=False)
    return all(np.array_equal(plain(x), plain(y), equal_nan=True) for x, y in pairs)


def _kind(value: Value) -> str:
    """Say in words what a value is."""
    if callable(value):
        return "a function"
    words = {
        "str": "a text",
        "dict": "a dictionary",
        "list": "a list",
        "tuple": "a tuple",
        "NoneType": "None",
    }
    words |= {"bool": "a truth value", "ndarray": "an array without numbers"}
    return words.get(type(value).__name__, f"a {type(value).__name__}")
