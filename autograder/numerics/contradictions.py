"""Samples that contradict each other: every one of them twice, with two labels, which no model fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from autograder.facts.calls import Array, Value, entrywise
from autograder.facts.quantities import Labels, Quantities
from autograder.numerics.edge_cases import followed_by, starts_with_samples, with_twice_the_samples
from autograder.numerics.points import Point


def contradicted(quantities: Quantities, point: Point) -> Point:
    """Repeat every sample with another label, and make all parameters 0.

    Labels that a line separates are fitted better and better far out: a loss of them has no smallest value.
    """
    values: dict[str, Value] = {}
    for name in quantities.parameters:
        values[name] = entrywise(point.inputs[name], lambda _: 0.0)
    for name in quantities.data:
        value = point.inputs[name]
        if isinstance(value, Array) and starts_with_samples(quantities, name):
            values[name] = followed_by(value, relabelled(quantities, point, name).values)
    return point.on(values)._replace(sizes=with_twice_the_samples(point))


def relabelled(quantities: Quantities, point: Point, name: str) -> Array:
    """Move each label to the next class, the last to the first; leave an array without labels as it is."""
    quantity, value = quantities.arrays[name], point.inputs[name]
    if not isinstance(value, Array):
        raise TypeError(value)
    if not isinstance(quantity, Labels):
        return value
    if quantity.one_hot:
        return replace(value, values=tuple(_turned_rows(value)))
    number = quantity.classes if isinstance(quantity.classes, int) else point.sizes[quantity.classes]
    return replace(value, values=tuple((label + 1) % number for label in value.values))


def _turned_rows(array: Array) -> Iterator[float]:
    """Yield the entries of rows, each of which is moved by one place."""
    width = array.shape[-1]
    for start in range(0, len(array.values), width):
        *first, last = array.values[start : start + width]
        yield last
        yield from first
