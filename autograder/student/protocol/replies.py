"""Replies: how the judge reads what a student process answers to calls.

Every reply is read as if it had been forged: depth, types, dtypes and shapes are bounded before use. All of
these functions raise WireError, and nothing else, on a bad reply.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from autograder.facts.calls import Absent, Array, Call, Opaque, Outcome, Raised, Returned, Within
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.text import first_sentence, line_of
from autograder.student.protocol.fields import field as _field
from autograder.student.protocol.fields import line as _line
from autograder.student.protocol.fields import listed
from autograder.student.protocol.frames import (
    MAX_DIMENSIONS,
    MAX_ENTRIES,
    MOST_CHANGED_DATA,
    NUMBER,
    WireError,
    read_header,
    split_frame,
)

MOST_CHANGED = 64
"""Arguments of one call that it may have changed."""
LARGEST_PLAIN = 256
"""Bytes of a header that is kept once it was read."""


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
        return read_raised(header["raised"], _function(_field(header, "raised", dict), "function", call))
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
    changed = listed(header, "changed", MOST_CHANGED)
    if not all(isinstance(k, int) and k >= 0 for k in changed):
        raise WireError("not a changed argument")
    value = read_value(_field(header, "value", dict))
    places = tuple(sorted(set(changed)))
    set_parameter = header.get("set") is True
    printed = header.get("printed") is True
    data = listed(header, "data", MOST_CHANGED_DATA) if "data" in header else []
    return _Kind(value, places, set_parameter, printed, _names(data))


def _names(names: list[Any]) -> tuple[str, ...]:
    """Read the names of a few globals."""
    if not all(isinstance(name, str) for name in names):
        raise WireError("a name that is not a text")
    return tuple(map(line_of, names))


def read_value(description: dict[str, Any]) -> _Form | Opaque:
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
            raise WireError("not a shape")
        size *= length
        if size > MAX_ENTRIES:
            raise WireError("more entries than may cross")
    return _Form(dtype, tuple(shape), struct.Struct(f"<{size}{REAL_DTYPES[dtype]}"))


def _array(form: _Form, payload: bytes) -> Array:
    if form.code.size != len(payload):
        raise WireError("an array shorter or longer than its shape")
    return Array(form.dtype, form.shape, form.code.unpack(payload))


def read_raised(description: object, function: str) -> Raised:
    """Read what a function, or the module, raised; its texts are bounded."""
    if not isinstance(description, dict):
        raise WireError("not an exception")
    line = _line(description.get("line"))
    kind = line_of(_field(description, "type", str))
    text = line_of(_field(description, "text", str))
    message = line_of(first_sentence(_field(description, "message", str)))
    inner = description.get("inner")
    within = None if inner is None else _within(inner)
    return Raised(function, kind, message, line, text, within)


def _within(description: object) -> Within:
    if not isinstance(description, dict):
        raise WireError("not a place")
    function, text = (line_of(_field(description, key, str)) for key in ("function", "text"))
    return Within(function, _line(description.get("line")), text)


def _function(header: dict[str, Any], key: str, call: Call) -> str:
    name: str = _field(header, key, str)
    if name not in call.functions():
        raise WireError("a function that was never called")
    return name
