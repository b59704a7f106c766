"""Replies: how the judge reads what a student process answers.

Every reply is read as if it had been forged: depth, types, dtypes and shapes are bounded before use. All of
these functions raise WireError, and nothing else, on a bad reply.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
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

MOST_FUNCTIONS = 50
"""Functions of which one reply says something; a task has fewer."""
MOST_RAISED = 8
"""Exceptions of which one reply says something; a student process names half of that."""
MOST_CHANGED = 64
"""Arguments of one call that it may have changed."""
LARGEST_START = 256
"""Bytes of the header of a report that a statement starts: thousands of them come."""
LARGEST_PLAIN = 256
"""Bytes of a header that is kept once it was read."""


class Start(NamedTuple):
    """The report of a statement that is about to start: the numbers of its text and its own, and its line."""

    place: tuple[int, int]
    line: Line | None


def read_start(header: dict[str, Any], size: int = 0) -> Start:
    """Read the report of a statement that is about to start; `size` is the bytes of its header."""
    if size > LARGEST_START:
        raise WireError("a long report of a statement")
    place = _field(header, "at", list)
    if not all(type(number) is int and 0 <= number <= MAX_LINE for number in place):
        raise WireError("a statement that is none")
    if len(place) != 2:  # noqa: PLR2004 - a text and a statement in it
        raise WireError("a place that is none")
    return Start((place[0], place[1]), _line(header.get("line")))


def read_loaded(header: dict[str, Any], output: bytes = b"", cells: int = 0) -> Loaded:
    """Read the reply to a load request.

    `output` is what the module printed, as much of it as is needed, and `cells` counts the code cells of a
    notebook. What is made of the output is no larger than that, whatever the reply says of it.
    """
    lines, prevented, taken = (_functions(header, key) for key in ("lines", "prevented", "taken"))
    syntax, flaw = header.get("syntax"), header.get("flaw")
    raised = tuple(_raised(each, "module") for each in _listed(header, "raised", MOST_RAISED))
    return Loaded(
        {line_of(name): _line(line) for name, line in lines.items()},
        None if syntax is None else _raised(syntax, "module"),
        raised[0] if raised else None,
        {line_of(name): _raised(each, line_of(name)) for name, each in prevented.items()},
        _by_cell(_listed(header, "printed", cells + 1), output),
        line_of(_field(header, "numpy", str)),
        parameter=_parameter(header),
        raised=raised,
        taken={line_of(name): _taken(each) for name, each in taken.items()},
        flaw=None if flaw is None else _raised(flaw, "module"),
    )


def _functions(header: dict[str, Any], key: str) -> dict[str, Any]:
    """Read an object that says something of each function."""
    functions: dict[str, Any] = _field(header, key, dict)
    if len(functions) > MOST_FUNCTIONS:
        raise WireError(f"{key} names more functions than there are")
    return functions


def _listed(header: dict[str, Any], key: str, most: int) -> list[Any]:
    """Read a list, which is not too long."""
    listed: list[Any] = _field(header, key, list)
    if len(listed) > most:
        raise WireError(f"{key} is too long")
    return listed


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
    """Split output where the first cell's begins, and where each one's ends: no byte is in two parts."""
    places = [end for end in ends if type(end) is int and end >= 0]
    if len(places) < len(ends):
        raise WireError("output that ends nowhere")
    if places != sorted(places):
        raise WireError("output that ends before it begins")
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
    changed = _listed(header, "changed", MOST_CHANGED)
    if not all(isinstance(k, int) and k >= 0 for k in changed):
        raise WireError("a changed argument that is none")
    value = _value(_field(header, "value", dict))
    places = tuple(sorted(set(changed)))
    set_parameter = header.get("set") is True
    printed = header.get("printed") is True
    return _Kind(value, places, set_parameter, printed)


def _value(description: dict[str, Any]) -> _Form | Opaque:
    """Read what kind of value it is."""
    if "type" in description:
        return Opaque(line_of(_field(description, "type", str)), line_of(_field(description, "text", str)))
    return _form(description)


def _returned(kind: _Kind, values: bytes, call: Call) -> Returned:
    form, changed, parameter_set, printed = kind
    if changed and changed[-1] >= len(call.arguments):
        raise WireError("a changed argument that was never sent")
    if isinstance(form, Opaque):
        return Returned(form, changed, parameter_set, printed)
    if call.sweep and form.shape[:1] != (len(call.sweep),):
        raise WireError("a sweep of another length")
    return Returned(_array(form, values), changed, parameter_set, printed)


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
