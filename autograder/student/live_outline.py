"""What a live namespace holds: its functions and other global names, as in the outline of a text."""

from __future__ import annotations

import builtins
import dis
import inspect
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from autograder.facts.outline import Definition, Global, Kind, Outline

PYTHON = frozenset(dir(builtins))


def live_outline(namespace: dict[str, Any]) -> Outline:
    """Outline what names stand for now. A line would count from the top of its own cell, and is left out."""
    functions = {name: value for name, value in namespace.items() if type(value) is FunctionType}
    others = {name: value for name, value in namespace.items() if not callable(value)}
    return Outline(
        tuple(_definition(name, function) for name, function in functions.items()),
        tuple(Global(name, _kind(value)) for name, value in others.items() if not name.startswith("_")),
    )


def _definition(name: str, function: FunctionType) -> Definition:
    code = function.__code__
    parameters = code.co_varnames[: code.co_argcount]
    named = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    required = tuple(one for one in named if one not in (function.__kwdefaults__ or {}))
    return Definition(
        name,
        parameters=parameters + required,
        required=len(parameters) - len(function.__defaults__ or ()) + len(required),
        unbounded=bool(code.co_flags & inspect.CO_VARARGS),
        uses=frozenset(parameters + required),  # bytecode has many ways to read one
        reads=tuple(dict.fromkeys(one for one in _reads(code) if one not in PYTHON)),
    )


def _reads(code: CodeType) -> Iterator[str]:
    """Yield the global names that code reads, and that which stands in it."""
    for instruction in dis.get_instructions(code):
        if instruction.opname in {"LOAD_GLOBAL", "LOAD_NAME"}:
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _reads(constant)


def _kind(value: object) -> Kind:
    if isinstance(value, ModuleType):
        return Kind.IMPORT
    return Kind.NUMBER if isinstance(value, int | float) else Kind.OTHER
