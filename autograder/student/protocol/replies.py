"""Replies: how the judge reads what a student process answers to calls.

Every reply is read as if it had been forged: depth, types, dtypes and shapes are bounded before use. All of
these functions raise WireError, and nothing else, on a bad reply.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from autograder.facts.calls import Array, Call, Named, Opaque
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.interface import Interface
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, Unfit, Within
from autograder.facts.text import first_sentence, line_of
from autograder.student.protocol.fields import field as _field
from autograder.student.protocol.fields import line as _line
from autograder.student.protocol.fields import listed
from autograder.student.protocol.frames import (
    CALL_NUMBER,
    MAX_DIMENSIONS,
    MAX_ENTRIES,
    MOST_CHANGED_DATA,
    WireError,
    read_header,
    split_frame,
)

MOST_CHANGED = 64
"""Arguments of one call that it may have changed."""
LARGEST_PLAIN = 256
"""Bytes of a header that is kept once it was read."""


def read_reply(read: Callable[[int], bytes], call: Call, interface: Interface, number: int = 0) -> Outcome:
    """Read the reply to one call; a reply to another call, or one that came twice, is refused."""
    head, payload = split_frame(read)
    if payload[: CALL_NUMBER.size] != CALL_NUMBER.pack(number):
        raise WireError("a reply to another call")
    values = payload[CALL_NUMBER.size :]
    names = _results_of(call, interface)
    kind = _plain(head, names) if len(head) <= LARGEST_PLAIN else None
    if kind is None:
        return read_outcome(read_header(head), values, call, interface)
    return _returned(kind, values, call, interface)


def read_outcome(header: dict[str, Any], values: bytes, call: Call, interface: Interface) -> Outcome:
    """Read what became of one call."""
    if "absent" in header:
        name = _function(header, "absent", call, interface)
        return Absent(name, is_class=name in interface.objects)
    if "raised" in header:
        raised = _field(header, "raised", dict)
        return read_raised(raised, _function(raised, "function", call, interface))
    if "unfit" in header:
        return _unfit(header, call, interface)
    names = _results_of(call, interface)
    return _returned(_kind(header, names), values, call, interface)


def _results_of(call: Call, interface: Interface) -> tuple[str, ...]:
    """Name the results that a call returns."""
    if call.descent is not None:
        return tuple(call.descent.derivatives.values())
    return interface.results_of(call.functions[-1])


def _unfit(header: dict[str, Any], call: Call, interface: Interface) -> Unfit:
    """Read what a function returned in place of its results; one with a single result returns that."""
    unfit = _field(header, "unfit", dict)
    value = _opaque(unfit)
    name = _function(unfit, "function", call, interface)
    declared = call.functions[-1] if name == call.instead else name
    function = interface.functions[declared]
    if len(function.returned) <= 1 and not function.keys:
        raise WireError("several results of a function that has one")
    printed = header.get("printed") is True
    names = function.keys or function.returned
    return Unfit(name, value, names, bool(function.keys), printed)


class _Kind(NamedTuple):
    """What the header of a reply says of the results, in bounds."""

    results: Mapping[str, _Form | Opaque]
    changed: tuple[str, ...]
    parameters: tuple[str, ...]
    printed: bool
    data: tuple[str, ...]


class _Form(NamedTuple):
    """What kind of array it is, and how its entries are read."""

    dtype: str
    shape: tuple[int, ...]
    code: struct.Struct


@lru_cache(maxsize=256)
def _plain(head: bytes, names: tuple[str, ...]) -> _Kind | None:
    """Read the header of a reply that returns arrays; None for any other. Most headers come again."""
    header = read_header(head)
    if "results" not in header:
        return None
    kind = _kind(header, names)
    return kind if all(isinstance(form, _Form) for form in kind.results.values()) else None


def _kind(header: dict[str, Any], names: tuple[str, ...]) -> _Kind:
    """Read what a header says of results, whose names must be those that were asked for."""
    results = _field(header, "results", dict)
    if results.keys() != set(names):
        raise WireError("results that were not asked for")
    forms = {}
    for name in names:
        forms[name] = read_value(_field(results, name, dict))
    changed = _names(listed(header, "changed", MOST_CHANGED))
    parameters = _names(listed(header, "parameters", MOST_CHANGED))
    data = _names(listed(header, "data", MOST_CHANGED_DATA)) if "data" in header else ()
    return _Kind(forms, changed, parameters, header.get("printed") is True, data)


def _names(names: list[Any]) -> tuple[str, ...]:
    """Read a few names."""
    if not all(isinstance(name, str) for name in names):
        raise WireError("a name that is not a text")
    return tuple(map(line_of, names))


def read_value(description: dict[str, Any]) -> _Form | Opaque:
    """Read what kind of value it is."""
    return _opaque(description) if "type" in description else _form(description)


def _opaque(description: dict[str, Any]) -> Opaque:
    return Opaque(line_of(_field(description, "type", str)), line_of(_field(description, "text", str)))


def _returned(kind: _Kind, values: bytes, call: Call, interface: Interface) -> Returned:
    """Read the results of a call, and what else it did, which must be possible."""
    results, changed, parameters, printed, data = kind
    if changed and not call.inputs.keys() >= set(changed):
        raise WireError("a changed argument that was never sent")
    if parameters and not set(interface.parameters) >= set(parameters):
        raise WireError("a changed parameter that the task does not have")
    if call.sweep is not None:
        _refuse_another_length(results, len(call.sweep.steps))
    if call.descent is not None:
        _refuse_more_steps(results, call.descent.epochs)
    return Returned(Named(_split(results, values)), changed, parameters, printed, data)


def _refuse_another_length(forms: Mapping[str, _Form | Opaque], steps: int) -> None:
    """Refuse arrays whose first axis is not that of a sweep."""
    for form in forms.values():
        if isinstance(form, _Form) and form.shape[:1] != (steps,):
            raise WireError("a sweep of another length")


def _refuse_more_steps(forms: Mapping[str, _Form | Opaque], epochs: int) -> None:
    """Refuse arrays whose first axes are not one number of epochs, of which there is at least one."""
    lengths = {form.shape[:1] for form in forms.values() if isinstance(form, _Form)}
    if len(lengths) > 1 or not all(shape and 1 <= shape[0] <= epochs for shape in lengths):
        raise WireError("a descent of another length")


def _split(forms: Mapping[str, _Form | Opaque], payload: bytes) -> dict[str, Array | Opaque]:
    """Read each array from the payload, in which they follow one another and nothing is left over."""
    values: dict[str, Array | Opaque] = {}
    offset = 0
    for name, form in forms.items():
        if isinstance(form, Opaque):
            values[name] = form
            continue
        if offset + form.code.size > len(payload):
            raise WireError("arrays shorter than their shapes")
        values[name] = Array(form.dtype, form.shape, form.code.unpack_from(payload, offset))
        offset += form.code.size
    if offset != len(payload):
        raise WireError("arrays longer than their shapes")
    return values


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


def _function(header: dict[str, Any], key: str, call: Call, interface: Interface) -> str:
    """Read the name of a function that was called, or of a method before one that was, or of its class."""
    name: str = _field(header, key, str)
    methods = call.called.union(*map(interface.before, call.functions))
    if name not in methods and name not in {method.partition(".")[0] for method in methods}:
        raise WireError("a function that was never called")
    return name
