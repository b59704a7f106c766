"""Labels of other classes: each moved to the next class, the last to the first."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.facts.calls import Array
from autograder.facts.quantities import Labels, Quantities
from autograder.numerics.points import Point


def other_labels(quantities: Quantities, point: Point, name: str) -> Array:
    """Move each label to the next class, the last to the first; leave an array without labels as it is."""
    quantity, value = quantities.arrays[name], point.inputs[name]
    if not isinstance(value, Array):
        raise TypeError(value)
    if not isinstance(quantity, Labels):
        return value
    if quantity.one_hot:
        return value._replace(values=tuple(_turned_rows(value)))
    number = quantity.classes if isinstance(quantity.classes, int) else point.sizes[quantity.classes]
    return value._replace(values=tuple((label + 1) % number for label in value.values))


def _turned_rows(array: Array) -> Iterator[float]:
    """Yield the entries of rows, each of which is moved by one place."""
    width = array.shape[-1]
    for start in range(0, len(array.values), width):
        *first, last = array.values[start : start + width]
        yield last
        yield from first
