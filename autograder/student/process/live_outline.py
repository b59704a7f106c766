"""Outline a live namespace: its functions and other global names, as in the outline of a text."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

from autograder.facts.outline import Definition, Global, Kind, Outline
from autograder.student.process.syntax import BUILT_IN_NAMES


def live_outline(namespace: dict[str, Any]) -> Outline:
    """Outline the present values of names; lines, which would count within a cell, are left out."""
    definitions: list[Definition] = []
    variables: list[Global] = []
    for name, value in list(namespace.items()):
        if type(value) is FunctionType:
            definitions.append(_definition(name, value))
        elif not callable(value) and not name.startswith("_"):
            variables.append(Global(name, _kind(value)))
    return Outline(tuple(definitions), tuple(variables))


def _definition(name: str, function: FunctionType) -> Definition:
    code = function.__code__
    parameters = code.co_varnames[: code.co_argcount]
    keywords = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
    required = tuple(keyword for keyword in keywords if keyword not in (function.__kwdefaults__ or {}))
    reads = [read for read in _reads(code) if read not in BUILT_IN_NAMES]
    return Definition(
        name,
        parameters=parameters + required,
        required=len(parameters) - len(function.__defaults__ or ()) + len(required),
        keywords=len(required),
        unbounded=bool(code.co_flags & inspect.CO_VARARGS),
        uses=frozenset(parameters + required),  # bytecode has many ways to read one
        reads=tuple(dict.fromkeys(reads)),
    )


def _reads(code: CodeType) -> Iterator[str]:
    """Yield the global names that code reads, with those that the functions in it read."""
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
