"""Edge cases, which no drawn input is: samples alike, zeros, errors of 0 or within 1, no negative sign."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

from autograder.facts.calls import Array, Named, Value
from autograder.facts.quantities import Quantities, Real, axes_of
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

TARGET_OFFSETS = (0.125, -0.375, 0.625, -0.875)
"""Offsets of targets from predictions: losses that bend or have a kink at 1 show between."""
SHARED_OFFSET = 1.5
"""Offset of two targets that are alike."""


def near(made: Array) -> Array:
    """Make targets within 1 of the predictions, as no drawn point has them."""
    return made._replace(
        values=tuple(v + offset for v, offset in zip(made.values, cycle(TARGET_OFFSETS), strict=False))
    )


def fitting(made: Array) -> Array:
    """Make targets that the predictions meet."""
    return made


def alike(made: Array) -> Array:
    """Make targets p - 1, q, q, 0 of predictions p, p, r, 0: one error is 0, one target is met twice."""
    first, second, *_ = made.values
    return made._replace(values=(first - 1, second + SHARED_OFFSET, second + SHARED_OFFSET, 0.0))


def repeated(quantities: Quantities, point: Point) -> Point:
    """Make the real data of four samples those of a, a, b, 0: the same input is met twice."""
    return point.on(
        {
            name: _rows(value, (0, 0, 1), zeros=1)
            for name, value in _real_data(quantities, point).items()
            if starts_with_samples(quantities, name)
        }
    )


def positive_twice(quantities: Quantities, point: Point) -> Point:
    """Take the signs off all real data, repeat every sample, and give parameters the largest step."""
    values: dict[str, Value] = {}
    for name in quantities.data:
        value = point.inputs[name]
        if isinstance(value, Array) and starts_with_samples(quantities, name):
            value = followed_by(value, value.values)
        if isinstance(value, Array) and isinstance(quantities.arrays[name], Real):
            value = value._replace(values=tuple(map(abs, value.values)))
        values[name] = value
    for name in quantities.parameters:
        real = quantities.real(name)
        if not real.sizes:
            values[name] = real.below + real.step
    return point.on(values)._replace(sizes=with_twice_the_samples(point))


def with_twice_the_samples(point: Point) -> Named[int]:
    """List the sizes of a point with every sample twice."""
    samples = samples_name(point.sizes)
    return Named({name: 2 * n if name == samples else n for name, n in point.sizes.items()})


def followed_by(array: Array, others: Sequence[float]) -> Array:
    """Put as many samples behind those of an array."""
    shape = (2 * array.shape[0], *array.shape[1:])
    return array._replace(shape=shape, values=(*array.values, *others))


def can_be_repeated(quantities: Quantities) -> bool:
    """Whether all data that have an axis of samples have it first."""
    samples = samples_name(quantities.sizes)
    axes = [axes_of(quantities.arrays[name]) for name in quantities.arrays]
    return samples is not None and all(samples not in each[1:] for each in axes)


def _real_data(quantities: Quantities, point: Point) -> dict[str, Array]:
    values = {name: point.inputs[name] for name in quantities.data}
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, Array) and isinstance(quantities.arrays[name], Real)
    }


def starts_with_samples(quantities: Quantities, name: str) -> bool:
    """Return whether the first axis of a quantity is that of the samples."""
    return axes_of(quantities.arrays[name])[:1] == (samples_name(quantities.sizes),)


def _rows(array: Array, rows: tuple[int, ...], zeros: int) -> Array:
    """Take some rows of an array, and add rows of zeros."""
    length, *others = array.shape
    width = len(array.values) // length
    entries: list[float] = []
    for row in rows:
        start = row * width
        entries += array.values[start : start + width]
    entries += [0.0] * (zeros * width)
    return array._replace(shape=(len(rows) + zeros, *others), values=tuple(entries))
