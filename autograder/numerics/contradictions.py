"""Samples that contradict each other: the same data with every label, which no model fits."""

from __future__ import annotations

import math

from autograder.facts.calls import Array, Named, Value, entrywise
from autograder.facts.quantities import Labels, Quantities
from autograder.numerics.edge_cases import can_be_repeated, starts_with_samples
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name


def contradicted(quantities: Quantities, point: Point) -> Point:
    """Give one sample every label, and make all parameters 0, so that no label is preferred.

    Labels that a line separates are fitted better and better far out: a loss of them has no smallest value.
    Samples that differ have a best fit even where a loss ignores some label, and each of them has none.
    """
    values: dict[str, Value] = {}
    for name in quantities.parameters:
        values[name] = entrywise(point.inputs[name], lambda _: 0.0)
    classes = _classes(quantities, point)
    if not classes or not can_be_repeated(quantities):
        return point.on(values)
    for name in quantities.data:
        value = point.inputs[name]
        if isinstance(value, Array) and starts_with_samples(quantities, name):
            values[name] = _of_each_class(quantities, name, value, classes)
    samples = samples_name(point.sizes)
    sizes = {name: classes if name == samples else length for name, length in point.sizes.items()}
    return point.on(values)._replace(sizes=Named(sizes))


def of_one_label(array: Array) -> Array:
    """Give every sample the first one's label."""
    first, *_ = rows_in(array)
    return of_row(array, first)


def of_row(array: Array, row: tuple[float, ...]) -> Array:
    """Give every sample the same entries."""
    return array._replace(values=row * array.shape[0])


def rows_in(array: Array) -> list[tuple[float, ...]]:
    """List the entries of each sample."""
    width = math.prod(array.shape[1:])
    starts = range(0, len(array.values), width)
    return [array.values[start : start + width] for start in starts]


def one_hot(labels: Array, classes: int) -> Array:
    """Make a row of each label: 1 at its place, 0 elsewhere."""
    entries: list[float] = []
    for label in labels.values:
        entries += [float(k == label) for k in range(classes)]
    return Array("float64", (*labels.shape, classes), tuple(entries))


def _classes(quantities: Quantities, point: Point) -> int:
    """Count the classes that labels have, at most; 0 without labels."""
    counts = [0]
    for quantity in quantities.arrays.values():
        if isinstance(quantity, Labels):
            named = quantity.classes
            counts.append(named if isinstance(named, int) else point.sizes[named])
    return max(counts)


def _of_each_class(quantities: Quantities, name: str, value: Array, classes: int) -> Array:
    """Make as many samples as there are classes: of labels one of each, of other data the largest one."""
    shape = (classes, *value.shape[1:])
    quantity = quantities.arrays[name]
    if not isinstance(quantity, Labels):
        largest = max(rows_in(value), key=lambda row: math.hypot(*row))
        return value._replace(shape=shape, values=largest * classes)
    each = Array(value.dtype, (classes,), tuple(range(classes)))
    if quantity.one_hot:
        return one_hot(each, classes)
    width = math.prod(value.shape[1:])
    entries = tuple(label for label in each.values for _ in range(width))
    return each._replace(shape=shape, values=entries)
