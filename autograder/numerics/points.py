"""Draw the inputs at which functions are compared."""

from __future__ import annotations

import random
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from autograder.facts.calls import Array, vector
from autograder.facts.quantities import Real

EXACT_SIZES = (1, 2, 4)
"""Powers of two: dividing by N is exact. Several sizes: one would hide a hard-coded N."""
GENERAL_SIZES = {"float32": (7,), "float64": (4, 32)}
"""Sizes for data that rounds: in float32 no power of two, so the division rounds as well; in float64 powers
of two, as code that casts to float32 inside still ends on float32 numbers there and is recognised."""
SCALES = (2.0**20, 2.0**-30)
"""Scaled by a power of two, data stay exact, and cuts far out and small additions show."""


@dataclass(frozen=True, slots=True)
class Point:
    """Inputs of one comparison: the parameter, and arrays of shape (N,) by name."""

    parameter: float
    data: Mapping[str, Array]
    n: int


def exact_points(grids: Mapping[str, Real], parameter: str, seed: int) -> tuple[Point, ...]:
    """Draw points at which polynomial formulas are exact in float32 and float64, in any order.

    Two points of each size share their data and differ in the parameter alone, once negative and
    once positive, never whole: a function that ignores the parameter, takes its absolute value
    or rounds it shows there.
    """
    return _exact_points(tuple(grids.items()), parameter, seed)


@lru_cache(maxsize=64)
def _exact_points(quantities: tuple[tuple[str, Real], ...], parameter: str, seed: int) -> tuple[Point, ...]:
    grids = dict(quantities)
    rng = random.Random(seed)  # noqa: S311 - reproducible, and knowing a point does not help
    points = []
    for n in EXACT_SIZES:
        data = {
            name: vector(tuple(_entries(rng, grid, n))) for name, grid in grids.items() if name != parameter
        }
        size = abs(_fraction(rng, grids[parameter]))
        other = abs(_fraction(rng, grids[parameter], unlike=size))
        points += [Point(-size, data, n), Point(other, data, n)]
    return tuple(points)


def extreme_points(grids: Mapping[str, Real], parameter: str, seed: int) -> tuple[Point, ...]:
    """Draw exact points with large data, with small data, and with a parameter of 0."""
    drawn = [p for k in range(1, len(SCALES) + 2) for p in exact_points(grids, parameter, seed + k)]
    *to_scale, still = [p for p in drawn if p.n == EXACT_SIZES[1] and p.parameter > 0]
    points = [scaled(point, scale) for scale, point in zip(SCALES, to_scale, strict=True)]
    return (*points, replace(still, parameter=0.0))


def scaled(point: Point, scale: float) -> Point:
    """Multiply the data of a point."""
    return replace(
        point,
        data={
            name: replace(array, values=tuple(scale * value for value in array.values))
            for name, array in point.data.items()
        },
    )


def general_points(
    grids: Mapping[str, Real], parameter: str, seed: int, dtypes: Sequence[str] = tuple(GENERAL_SIZES)
) -> tuple[Point, ...]:
    """Draw points on which right code rounds, so that the bound c * u * S is needed.

    The float32 ones are what the lesson's data looks like; on the float64 ones, values that were
    rounded to a few decimals or moved by a little stand out.
    """
    rng = random.Random(seed + 1)  # noqa: S311 - as above
    points = []
    for dtype in dtypes:
        as_dtype = _float32 if dtype == "float32" else float
        for n in GENERAL_SIZES[dtype]:
            drawn = {
                name: tuple(
                    as_dtype(rng.uniform(-g.below, g.below)) for _ in range(1 if name == parameter else n)
                )
                for name, g in grids.items()
            }
            (w,) = drawn.pop(parameter)
            points.append(Point(w, {name: vector(values, dtype) for name, values in drawn.items()}, n))
    return tuple(points)


def _entries(rng: random.Random, grid: Real, n: int) -> list[float]:
    """Draw n different multiples of the step, none 0; from two on, of both signs."""
    while True:
        entries = [_multiple(rng, grid) for _ in range(n)]
        distinct = len({abs(entry) for entry in entries}) == n and 0 not in entries
        if distinct and (n == 1 or min(entries) < 0 < max(entries)):
            return entries


def _fraction(rng: random.Random, grid: Real, unlike: float = 0.0) -> float:
    """Draw a multiple of the step that is no whole number (if the grid has any) and not +-unlike."""
    while True:
        value = _multiple(rng, grid)
        if abs(value) not in (0, unlike) and (value % 1 or grid.step % 1 == 0):
            return value


def _multiple(rng: random.Random, grid: Real) -> float:
    last = int(grid.below / grid.step - 0.5)
    return rng.randint(-last, last) * float(grid.step)


def _float32(value: float) -> float:
    return float(struct.unpack("<f", struct.pack("<f", value))[0])
