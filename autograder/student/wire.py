"""Requests and replies: what the judge writes to a student process, and how it reads the answers.

Every reply is read as if it had been forged: depth, types, dtypes and shapes are bounded before use.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from autograder.facts.calls import (
    Absent,
    Array,
    Call,
    Limits,
    Line,
    Loaded,
    Opaque,
    Outcome,
    Raised,
    Returned,
)
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.text import line_of
from autograder.student.frames import MAX_DIMENSIONS, MAX_ENTRIES, WireError, frame

MAX_LINE = 10**6


# What the judge writes.


@dataclass(frozen=True, slots=True)
class Module:
    """A module to run: its text, the name it has in tracebacks, and the names to look for in it.

    A script is one text, a notebook has one for each code cell.
    """

    source: str | tuple[str, ...]
    file: str
    parameter: str
    functions: tuple[str, ...]

    @property
    def plots(self) -> bool:
        """Whether it is likely to use matplotlib."""
        code = self.source if isinstance(self.source, str) else "\n".join(self.source)
        return "matplotlib" in code or "pylab" in code


def load_request(module: Module, limits: Limits, parts: str) -> bytes:
    """Ask a student process to run a module as a whole, by its statements, or by its definitions alone."""
    header = {
        "op": "load",
        "file": module.file,
        "parameter": module.parameter,
        "functions": list(module.functions),
        "parts": parts,
        "output": limits.output,
    }
    if isinstance(module.source, str):
        return frame(header, module.source.encode("utf-8", "surrogatepass"))
    cells = [cell.encode("utf-8") for cell in module.source]
    return frame(header | {"cells": [len(cell) for cell in cells]}, b"".join(cells))


def call_request(calls: Sequence[Call], first: int = 0) -> bytes:
    """Ask for calls, numbered from `first`; equal arrays are sent once."""
    arrays: dict[Array, int] = {}
    header = {
        "op": "call",
        "first": first,
        "calls": [_packed(call, arrays) for call in calls],
        "arrays": [{"d": array.dtype, "s": list(array.shape)} for array in arrays],
    }
    return frame(header, b"".join(pack_values(array) for array in arrays))


def limits_header(limits: Limits) -> dict[str, float]:
    """Write limits as a header."""
    return asdict(limits)


def pack_values(array: Array) -> bytes:
    """Write the entries of an array as little-endian bytes."""
    return struct.pack(f"<{len(array.values)}{REAL_DTYPES[array.dtype]}", *array.values)


def _packed(call: Call, arrays: dict[Array, int]) -> dict[str, Any]:
    arguments: list[Any] = []
    for argument in call.arguments:
        if isinstance(argument, Array):
            arguments.append(arrays.setdefault(argument, len(arrays)))
        elif isinstance(argument, Call):
            arguments.append(_packed(argument, arrays))
        else:
            arguments.append({"n": argument})
    packed: dict[str, Any] = {"f": call.function, "a": arguments}
    if call.sweep:
        packed["sweep"] = list(call.sweep)
    elif call.parameter is not None:
        packed["w"] = call.parameter
    return packed


# What the judge reads: every one of these raises WireError, and nothing else, on a bad reply.


def read_loaded(header: dict[str, Any], output: bytes = b"") -> Loaded:
    """Read the reply to a load request; `output` is what the module printed, as far as it is of use."""
    lines, prevented = _field(header, "lines", dict), _field(header, "prevented", dict)
    syntax, stopped = header.get("syntax"), header.get("stopped")
    return Loaded(
        {line_of(name): _line(line) for name, line in lines.items()},
        None if syntax is None else _raised(syntax, "module"),
        None if stopped is None else _raised(stopped, "module"),
        {line_of(name): _raised(raised, line_of(name)) for name, raised in prevented.items()},
        _by_cell(_field(header, "printed", list), output),
        line_of(_field(header, "numpy", str)),
    )


def _by_cell(ends: list[object], output: bytes) -> tuple[str, ...]:
    """Split output where the first cell's begins, and where each one's ends."""
    places = [end for end in ends if type(end) is int and end >= 0]
    if len(places) < len(ends):
        raise WireError("output that ends nowhere")
    return tuple(output[start:end].decode("utf-8", "replace") for start, end in pairwise(places))


def read_outcome(header: dict[str, Any], payload: bytes, call: Call, number: int = 0) -> Outcome:
    """Read the reply to one call; a reply to another call, or one that came twice, is refused."""
    if header.get("number") != number:
        raise WireError("a reply to another call")
    if "absent" in header:
        return Absent(_function(header, "absent", call))
    if "raised" in header:
        return _raised(header["raised"], _function(_field(header, "raised", dict), "function", call))
    changed = _field(header, "changed", list)
    if not all(isinstance(k, int) and 0 <= k < len(call.arguments) for k in changed):
        raise WireError("a changed argument that was never sent")
    value = _value(_field(header, "value", dict), payload)
    if call.sweep and isinstance(value, Array) and value.shape[:1] != (len(call.sweep),):
        raise WireError("a sweep of another length")
    return Returned(
        value,
        tuple(sorted(set(changed))),
        header.get("set") is True,
        header.get("printed") is True,
    )


def read_array(description: dict[str, Any], payload: bytes) -> Array:
    """Read an array that takes up all of the payload."""
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
    code = struct.Struct(f"<{size}{REAL_DTYPES[dtype]}")
    if code.size != len(payload):
        raise WireError("an array shorter or longer than its shape")
    return Array(dtype, tuple(shape), code.unpack(payload))


def _value(description: dict[str, Any], payload: bytes) -> Array | Opaque:
    if "type" in description:
        kind, text = _field(description, "type", str), _field(description, "text", str)
        return Opaque(line_of(kind), line_of(text))
    return read_array(description, payload)


def _raised(description: object, function: str) -> Raised:
    if not isinstance(description, dict):
        raise WireError("an exception that is none")
    line = _line(description.get("line"))
    kind, message, text = (line_of(_field(description, key, str)) for key in ("type", "message", "text"))
    return Raised(function, kind, message, line, text)


def _line(place: object) -> Line | None:
    if not isinstance(place, list) or len(place) != len(Line._fields):
        raise WireError("a line is none")
    if not all(part is None or type(part) is int for part in place):
        raise WireError("a line is not a number")
    number, cell = place
    return Line(number, cell) if number is not None and 0 < number <= MAX_LINE else None


def _function(header: dict[str, Any], key: str, call: Call) -> str:
    name: str = _field(header, key, str)
    if name not in call.functions():
        raise WireError("a function that was never called")
    return name


def _field(header: dict[str, Any], key: str, kind: type) -> Any:  # noqa: ANN401 - its type is `kind`
    value = header.get(key)
    if not isinstance(value, kind):
        raise WireError(f"{key} is not of type {kind.__name__}")
    return value
