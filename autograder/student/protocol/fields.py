"""Fields of a reply, read as if they had been forged; a bad one raises WireError, and nothing else."""

from __future__ import annotations

from typing import Any

from autograder.facts.outcomes import Line
from autograder.student.protocol.frames import WireError

MAX_LINE_NUMBER = 10**6
"""Lines of a submission; none is longer."""
MAX_CELL = 10**4
"""Code cells of a submission; none has more."""


def field(header: dict[str, Any], key: str, kind: type) -> Any:  # noqa: ANN401 - its type is `kind`
    """Read a field that must be there and must have a type."""
    value = header.get(key)
    if not isinstance(value, kind):
        raise WireError(f"{key} is not of type {kind.__name__}")
    return value


def listed(header: dict[str, Any], key: str, most: int) -> list[Any]:
    """Read a list that must be there, and have at most `most` entries."""
    entries: list[Any] = field(header, key, list)
    if len(entries) > most:
        raise WireError(f"{key} is too long")
    return entries


def line(place: object) -> Line | None:
    """Read a line of the submission, which may be unknown; the numbers that it is made of are bounded."""
    if not isinstance(place, list) or len(place) != len(Line._fields):
        raise WireError("not a line")
    if not all(part is None or type(part) is int for part in place):
        raise WireError("a line is not a number")
    number, cell = place
    if number is None or not 0 < number <= MAX_LINE_NUMBER:
        return None
    if cell is not None and not 0 < cell <= MAX_CELL:
        raise WireError("a cell that no submission has")
    return Line(number, cell)
