"""Requests: what the judge writes to a student process."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from autograder.facts.calls import Array, Call, Named, Value
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.interface import Function, Interface
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Outcome
from autograder.student.protocol.frames import CALL_NUMBER, frame, frame_start

ENDLESS = ("while", "sleep", "itertools")
"""Words of which texts that do not end mostly contain one."""


class Module(NamedTuple):
    """A module to run: its text, the name it has in tracebacks, and the functions to look for in it.

    A script is one text, a notebook has one for each code cell.
    """

    source: str | tuple[str, ...]
    file: str
    interface: Interface
    data: Mapping[str, Array] = Named()
    """The task's training data, by which the file's own are recognised."""

    @property
    def plots(self) -> bool:
        """Whether it is likely to use matplotlib."""
        return "matplotlib" in self.code or "pylab" in self.code

    @property
    def may_not_end(self) -> bool:
        """Whether it is likely enough not to end that each statement is worth a report before it starts."""
        return any(word in self.code for word in ENDLESS)

    @property
    def cells(self) -> int:
        """How many code cells it has; a script has none."""
        return 0 if isinstance(self.source, str) else len(self.source)

    @property
    def code(self) -> str:
        """All of its text."""
        return self.source if isinstance(self.source, str) else "\n".join(self.source)


def load_request(
    module: Module, limits: Limits, parts: str, left_out: Sequence[tuple[int, int]] = ()
) -> bytes:
    """Ask a student process to run a module as a whole, by its statements, or by its definitions alone.

    Statements that are left out are named by the numbers of their text and of themselves in it; of one that
    is named twice, not even what it defines within is run.
    """
    header = {
        "op": "load",
        "file": module.file,
        "parts": parts,
        "left_out": list(left_out),
        "output": limits.output,
        "data": {name: array.values for name, array in module.data.items()},
    }
    return _with_text(header | interface_header(module.interface), module)


def interface_header(interface: Interface) -> dict[str, Any]:
    """Write what a submission is called by."""
    return {
        "parameters": list(interface.parameters),
        "functions": {
            name: _signature(function, interface) for name, function in interface.functions.items()
        },
        "objects": {name: each._asdict() for name, each in interface.objects.items()},
    }


def outline_request(module: Module) -> bytes:
    """Ask a student process what a module's text holds; nothing of it is run."""
    return _with_text({"op": "outline", "file": module.file}, module)


def _with_text(header: dict[str, Any], module: Module) -> bytes:
    """Pack a request about the text of a module."""
    if isinstance(module.source, str):
        return frame(header, module.source.encode("utf-8", "surrogatepass"))
    cells = [cell.encode("utf-8") for cell in module.source]
    return frame(header | {"cells": [len(cell) for cell in cells]}, b"".join(cells))


class PackedRequest(NamedTuple):
    """A request for calls: what stands before the number of the first call, and what follows that."""

    start: bytes
    arrays: bytes


class Replies(NamedTuple):
    """The number of the first call of a request, and all bytes that answered the request."""

    first: int
    data: bytes


class PackedCalls(tuple[Call, ...]):  # noqa: SLOT001 - what is kept needs a dictionary
    """Calls that every submission of a class is asked for: packed once, and some equal replies read once."""

    @cached_property
    def request(self) -> PackedRequest:
        """The request for all of them."""
        return _packed_request(self)

    @cached_property
    def answers(self) -> dict[Replies, tuple[Outcome, ...]]:
        """What replies say that were read before, all in bounds."""
        return {}


def call_request(calls: Sequence[Call], first: int = 0) -> bytes:
    """Ask for calls, numbered from `first`."""
    request = calls.request if isinstance(calls, PackedCalls) else _packed_request(calls)
    return b"".join((request.start, CALL_NUMBER.pack(first), request.arrays))


def _packed_request(calls: Sequence[Call]) -> PackedRequest:
    """Pack a request, in which equal arrays are sent once."""
    arrays: dict[Array, int] = {}
    packed = [_packed(call, arrays) for call in calls]
    described = list(map(_described, arrays))
    header = {"op": "call", "calls": packed, "arrays": described}
    payload = b"".join(map(pack_values, arrays))
    start = frame_start(header, CALL_NUMBER.size + len(payload))
    return PackedRequest(start, payload)


def _described(array: Array) -> dict[str, Any]:
    return {"d": array.dtype, "s": list(array.shape)}


def limits_header(limits: Limits) -> dict[str, float]:
    """Write limits as a header."""
    return limits._asdict() | {"computing": limits.computing}


def pack_values(array: Array) -> bytes:
    """Write the entries of an array as little-endian bytes."""
    return struct.pack(f"<{len(array.values)}{REAL_DTYPES[array.dtype]}", *array.values)


def _signature(function: Function, interface: Interface) -> dict[str, Any]:
    """Write what a function takes and returns."""
    bundles = interface.bundles
    return {
        "arguments": list(function.arguments),
        "results": list(function.results),
        "keys": list(function.keys),
        **({"cache": function.cache} if function.cache else {}),
        "bundles": {name: list(bundles[name]) for name in function.arguments if name in bundles},
    }


def _packed(call: Call, arrays: dict[Array, int]) -> dict[str, Any]:
    """Write a call; an array is the number under which it is sent."""
    packed: dict[str, Any] = {
        "functions": list(call.functions),
        "inputs": {name: _packed_value(value, arrays) for name, value in call.inputs.items()},
    }
    if call.instead:
        packed["instead"] = call.instead
    if call.sweep is not None:
        packed["sweep"] = {
            "name": call.sweep.name,
            "along": _packed_value(call.sweep.along, arrays),
            "steps": list(call.sweep.steps),
        }
    if call.descent is not None:
        packed["descent"] = call.descent._asdict()
    if call.stand_ins:
        packed["stand_ins"] = [each._asdict() for each in call.stand_ins]
    return packed


def _packed_value(value: Value, arrays: dict[Array, int]) -> int | dict[str, float]:
    if isinstance(value, Array):
        return arrays.setdefault(value, len(arrays))
    return {"n": value}
