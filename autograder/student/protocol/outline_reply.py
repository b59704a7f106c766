"""How the judge reads the outline of a submission's text that a student process made.

The reply is read as if it had been forged: counts, lengths and types are bounded before use, and names must
be identifiers. A bad reply raises WireError, and nothing else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from autograder.facts.outline import Definition, Global, Kind, Outline, Place
from autograder.facts.text import line_of, printable
from autograder.student.protocol.fields import field, line, listed
from autograder.student.protocol.frames import MOST_IN_OUTLINE, WireError

LONGEST_READ_NAME = 100
"""Characters of a name."""
LARGEST_OUTLINE = 2**18
"""Bytes of the header that holds an outline."""

Member = TypeVar("Member", bound=StrEnum)


def read_outline(header: dict[str, Any]) -> Outline:
    """Read the reply to an outline request."""
    return Outline(
        tuple(map(_definition, _objects(header, "definitions"))),
        tuple(map(_global, _objects(header, "globals"))),
    )


def _definition(fields: dict[str, Any]) -> Definition:
    parameters = _names(fields, "parameters")
    required, keywords = (fields.get(key, 0) for key in ("required", "keywords"))
    for count in (required, keywords):
        if type(count) is not int or not 0 <= count <= len(parameters):
            raise WireError("more parameters than there are")
    return Definition(
        name=_name(fields, "name"),
        place=_member(Place, fields.get("place")),
        inside=line_of(field(fields, "inside", str)),
        line=line(fields.get("line")),
        parameters=parameters,
        required=required,
        keywords=keywords,
        unbounded=fields.get("unbounded") is True,
        uses=frozenset(_names(fields, "uses")),
        reads=_names(fields, "reads"),
    )


def _global(fields: dict[str, Any]) -> Global:
    return Global(_name(fields, "name"), _member(Kind, fields.get("kind")), line(fields.get("line")))


def _objects(fields: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Read a list of objects, which is not too long."""
    objects: list[dict[str, Any]] = listed(fields, key, MOST_IN_OUTLINE)
    if not all(isinstance(each, dict) for each in objects):
        raise WireError(f"{key} is not a list of objects")
    return objects


def _names(fields: dict[str, Any], key: str) -> tuple[str, ...]:
    """Read a list of names, which is empty if it was not sent."""
    names = listed(fields, key, MOST_IN_OUTLINE) if key in fields else []
    return tuple(_name({"name": name}, "name") for name in names)


def _name(fields: dict[str, Any], key: str) -> str:
    """Read a name, which is an identifier of Python's, and bound its length."""
    name: str = field(fields, key, str)
    if not name.isidentifier() or len(name) > LONGEST_READ_NAME:
        raise WireError("not a name")
    return printable(name)


def _member(kind: type[Member], value: object) -> Member:
    try:
        return kind(str(value))
    except ValueError as error:
        raise WireError(f"{kind.__name__} has no such value") from error
