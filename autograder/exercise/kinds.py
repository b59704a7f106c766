"""Refuse values of another kind than a rubric needs; whoever runs the rubric adds its file and line."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard, TypeVar

from autograder.facts.calls import Opaque
from autograder.facts.errors import KitError
from autograder.facts.quantities import Size
from autograder.facts.text import line_of

Kind = TypeVar("Kind")
LARGEST_SIZE = 100
"""Entries along an axis whose length a task fixes: as many as a released exercise may have."""


def refusal(what: str, value: object, needed: str) -> KitError:
    """Say what a value is, and what is needed."""
    return KitError(f"{what} is {in_words(value)}, and {needed} is needed")


def in_words(value: object) -> str:
    """Write a text or a number as it is, and of anything else the type."""
    if isinstance(value, str):
        return f'the text "{line_of(value)}"'
    if isinstance(value, int | float):
        return f"{value}"
    kind = Opaque(type(value).__name__).kind
    return kind if kind in {"None", "a list", "a tuple", "a dict"} else f"of the type {kind}"


def text(what: str, value: object) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise refusal(what, value, "a text that is not empty")
    return value


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Whether a value is a tuple or a list; an Item and its like are tuples of their fields, and no lists."""
    return isinstance(value, tuple | list) and not hasattr(value, "_fields")


def names(what: str, value: object) -> tuple[str, ...]:
    """Return names that stand in a tuple or a list: a single text would be read letter by letter."""
    if not is_list(value):
        raise refusal(what, value, 'a tuple of names, such as ("w", "b") or ("w",),')
    return tuple(text(f"a name in {what}", each) for each in value)


def named(what: str, value: object) -> Mapping[str, Any]:
    """Return a dictionary whose keys are names."""
    if not isinstance(value, Mapping):
        raise refusal(what, value, "a dictionary")
    for key in value:
        text(f"a key of {what}", key)
    return value


def each_of(what: str, kind: type[Kind], value: object) -> tuple[Kind, ...]:
    """Return values of one kind that stand in a tuple or a list."""
    if not is_list(value):
        raise refusal(what, value, f"a tuple of {kind.__name__}(...), with a comma behind the last,")
    return tuple(one_of(f"an entry of {what}", (kind,), each) for each in value)


def one_of(what: str, kinds: Sequence[type[Kind]], value: object) -> Kind:
    """Return a value of one of some kinds."""
    for kind in kinds:
        if isinstance(value, kind):
            return value
    raise refusal(what, value, " or ".join(f"{kind.__name__}(...)" for kind in kinds))


def number(what: str, value: object) -> float:
    """Return a finite number, which NumPy may have made."""
    if isinstance(value, int | float) and math.isfinite(value):
        return value
    raise refusal(what, value, "a finite number")


def above_zero(what: str, value: object) -> float:
    """Return a finite number above 0."""
    if number(what, value) <= 0:
        raise refusal(what, value, "a number above 0")
    return number(what, value)


def whole(what: str, value: object) -> int:
    """Return a whole number."""
    if not isinstance(value, int):
        raise refusal(what, value, "a whole number")
    return value


def sizes(what: str, value: Sequence[object]) -> tuple[Size, ...]:
    """Return the lengths of axes: names, or whole numbers from 1 on."""
    return tuple(size(f"a size of {what}", each) for each in value)


def size(what: str, value: object) -> Size:
    """Return the length of an axis."""
    if isinstance(value, str) and value.isidentifier():
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST_SIZE:
        return value
    raise refusal(what, value, f"a name or a whole number from 1 to {LARGEST_SIZE}")
