"""Read JSON as if it had been forged: a value without the type and bounds asked for is a ValueError."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import Any, TypeVar

T = TypeVar("T")
LARGEST_NUMBER = 2.0**53
"""The largest number that is read: beyond it, float64 does not have every whole number."""
SHOWN = 40
"""Characters of an unknown name that a message repeats."""


def document(data: str | bytes) -> Any:  # noqa: ANN401 - the caller finds out what it is
    """Read JSON without NaN and infinity, in which no object has a name twice."""
    try:
        return json.loads(data, parse_constant=_refused, object_pairs_hook=_once)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def anything(value: Any, _: str) -> Any:  # noqa: ANN401 - as above
    """Return a value as it is: the caller reads it."""
    return value


def text(value: object, where: str, longest: int = 200) -> str:
    """Return a text on one line that can be shown."""
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise ValueError(f"{where} is not a printable text of 1 to {longest} characters")
    return value


def prose(value: object, where: str, longest: int) -> str:
    """Return a text of any lines and letters, which is made harmless where it is shown."""
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError(f"{where} is not a text of at most {longest} characters")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError(f"{where} holds half of a letter, which cannot be written")
    return value


def number(value: object, where: str, least: float = -LARGEST_NUMBER, most: float = LARGEST_NUMBER) -> float:
    """Return a number between bounds; an int stays an int."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{where} is not a number from {least:g} to {most:g}")
    return value


def whole(value: object, where: str, least: int, most: int) -> int:
    """Return a whole number between bounds."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{where} is not a whole number from {least} to {most}")
    return value


def entries(value: object, where: str, read: Callable[[Any, str], T], least: int, most: int) -> tuple[T, ...]:
    """Read every entry of a list that is neither too short nor too long."""
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise ValueError(f"{where} is not a list of {least} to {most} entries")
    return tuple(read(entry, f"{where}[{place}]") for place, entry in enumerate(value))


def parts(value: object, where: str, number: int) -> list[Any]:
    """Return a list with so many entries, each of which is read by itself."""
    if not isinstance(value, list) or len(value) != number:
        raise ValueError(f"{where} is not a list of {number} entries")
    return value


def named(value: object, where: str, read: Callable[[Any, str], T], most: int) -> dict[str, T]:
    """Read every value of an object whose names are not known before."""
    if not isinstance(value, dict) or len(value) > most:
        raise ValueError(f"{where} is not an object of at most {most} names")
    return {
        text(name, f"a name in {where}"): read(entry, f"{where}.{name[:SHOWN]}")
        for name, entry in value.items()
    }


def record(
    value: object, where: str, needed: Collection[str], optional: Collection[str] = ()
) -> dict[str, Any]:
    """Return an object that has every name it needs, and no unknown name."""
    if not isinstance(value, dict):
        raise ValueError(f"{where} is not an object")  # noqa: TRY004 - what is wrong is the text
    for name in needed:
        if name not in value:
            raise ValueError(f"{where} has no {name}")
    for name in value:
        if name not in needed and name not in optional:
            raise ValueError(f"{where} has an unknown name, {name[:SHOWN]!a}")
    return value


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not a number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("an object has a name twice")
    return made
