"""How the judge reads the outline of a submission's text that a student process made.

Read as if it had been forged: counts, lengths and types are bounded before use, and names are names. Raises
WireError, and nothing else, on a bad reply.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from autograder.facts.outline import Definition, Global, Kind, Outline, Place
from autograder.facts.text import line_of, printable
from autograder.student.fields import field, line
from autograder.student.frames import WireError

MOST, LONGEST_NAME = 200, 100
"""Of functions, of global names and of parameters in an outline; of characters in one of these names."""
LARGEST_OUTLINE = 2**18
"""Bytes of the header that holds an outline."""

Member = TypeVar("Member", bound=StrEnum)


def read_outline(header: dict[str, Any]) -> Outline:
    """Read the reply to an outline request."""
    return Outline(
        tuple(map(_definition, _objects(header, "definitions"))),
        tuple(map(_global, _objects(header, "globals"))),
    )


def _definition(told: dict[str, Any]) -> Definition:
    parameters = _names(told, "parameters")
    required = told.get("required", 0)
    if type(required) is not int or not 0 <= required <= len(parameters):
        raise WireError("more parameters than there are")
    return Definition(
        name=_name(told, "name"),
        place=_member(Place, told.get("place")),
        inside=line_of(field(told, "inside", str)),
        line=line(told.get("line")),
        parameters=parameters,
        required=required,
        unbounded=told.get("unbounded") is True,
        uses=frozenset(_names(told, "uses")),
        reads=_names(told, "reads"),
    )


def _global(told: dict[str, Any]) -> Global:
    return Global(_name(told, "name"), _member(Kind, told.get("kind")), line(told.get("line")))


def _objects(header: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Read a list of objects, which is not too long."""
    found: list[dict[str, Any]] = field(header, key, list)
    if len(found) > MOST or not all(isinstance(told, dict) for told in found):
        raise WireError(f"{key} is no list of objects, or too long a one")
    return found


def _names(told: dict[str, Any], key: str) -> tuple[str, ...]:
    """Read a list of names, empty where there is none."""
    found = told.get(key, [])
    if not isinstance(found, list) or len(found) > MOST:
        raise WireError(f"{key} is no list, or too long a one")
    return tuple(_name({"name": name}, "name") for name in found)


def _name(told: dict[str, Any], key: str) -> str:
    """Read a name, which is an identifier of Python's, and bound its length."""
    name: str = field(told, key, str)
    if not name.isidentifier() or len(name) > LONGEST_NAME:
        raise WireError("a name that is none")
    return printable(name)


def _member(kind: type[Member], value: object) -> Member:
    try:
        return kind(str(value))
    except ValueError as error:
        raise WireError(f"{kind.__name__} has no such value") from error
