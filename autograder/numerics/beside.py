"""Draw the points at which slopes are measured: beside exact ones, where nothing is round."""

from __future__ import annotations

from functools import lru_cache

from autograder.facts.calls import Array, Value, entrywise
from autograder.facts.quantities import Quantities
from autograder.numerics.points import Point, exact_points, scaled

NEGATIVE_OF_TWO, POSITIVE_OF_TWO, POSITIVE_OF_FOUR = 2, 3, 5
"""Places among the exact points: of two samples or four, with the first parameter negative or positive."""
OFF_GRID = 3 * 2.0**-12
"""Moves the parameter off the exact points: a gradient rounded to a few decimals shows, h stays exact."""
LONG_MANTISSA = 0.7390851332151607
"""A parameter that float64 arithmetic keeps and a cast to float32 does not."""
SIZES = (2, 4)
"""Each must be conclusive: one size would hide a hard-coded N, and N = 1 hides a sum."""


@lru_cache(maxsize=64)
def points_beside(quantities: Quantities, seed: int, scale: float) -> tuple[Point, ...]:
    """Draw a point of each size, beside exact points."""
    drawn = exact_points(quantities, seed)
    points = []
    for exact in (drawn[NEGATIVE_OF_TWO], drawn[POSITIVE_OF_FOUR]):
        point = scaled(quantities, exact, scale)
        parameters = {name: point.inputs[name] for name in quantities.parameters}
        beside = {name: entrywise(value, off_the_grid) for name, value in parameters.items()}
        points.append(point.on(beside))
    return tuple(points)


def sizes_beside(quantities: Quantities) -> tuple[int, ...]:
    """Return the numbers of samples that must be conclusive: 1 alone where nothing has samples."""
    return SIZES if quantities.sizes else (1,)


def off_the_grid(entry: float) -> float:
    """Move a number off the grid."""
    return entry + OFF_GRID


def with_long_mantissas(value: Value) -> Value:
    """Make a parameter of the same shape, all of whose entries float64 keeps and float32 does not."""
    if isinstance(value, Array):
        return value._replace(values=tuple(LONG_MANTISSA + k / 3 for k in range(len(value.values))))
    return LONG_MANTISSA
