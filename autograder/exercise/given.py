"""The values that an author writes in a rubric: numbers, nested lists, and NumPy's arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.exercise.kinds import is_list, number
from autograder.facts.calls import Array, Value
from autograder.facts.errors import KitError

Given = float | Array | Sequence["Given"]
"""A value: a number, a list of numbers, a list of rows, or an array, NumPy's as well."""


def values_of(given: Mapping[str, object], what: str) -> dict[str, Value]:
    """Read values by name; KitError says which of them holds no numbers."""
    return {name: value_of(value, f"{name} in {what}") for name, value in given.items()}


def value_of(given: object, what: str) -> Value:
    """Read a number, a list or an array."""
    if isinstance(given, Array):
        return given
    plain = given.tolist() if hasattr(given, "tolist") else given
    if not is_list(plain):
        return number(what, plain)
    shape, values = _flat(plain, what)
    return Array("float64", shape, tuple(values))


def _flat(given: object, what: str) -> tuple[tuple[int, ...], list[float]]:
    """Return the shape and the entries of nested lists, whose rows are equally long."""
    if not is_list(given):
        return (), [float(number(f"an entry of {what}", given))]
    if not given:
        raise KitError(f"{what} is an empty list, and numbers are needed")
    rows = [_flat(row, what) for row in given]
    shapes = {shape for shape, _ in rows}
    if len(shapes) != 1:
        raise KitError(f"{what} has rows of different lengths")
    return (len(rows), *shapes.pop()), [value for _, values in rows for value in values]
