"""Draw points of sizes and values that nobody could list, where a function that knows a few shows."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from functools import lru_cache

from autograder.facts.calls import vector
from autograder.facts.quantities import Real
from autograder.numerics.points import Point

MANY, SOME, FEW = (100, 400), (33, 99), (9, 31)
"""Ranges of N. No other point has such an N: there is no size up to 400 from which on nobody looks."""
PARAMETERS = ((10.0, 100.0), (100.0, 500.0), (500.0, 1000.0))
"""Ranges of the parameter's absolute value, likewise."""
OCTAVES = 8.0
"""Powers of two, up and down, over which the entries of one point are spread."""

Entries = Callable[[random.Random, Real, int], list[float]]


def unlisted_points(grids: Mapping[str, Real], parameter: str, seed: int) -> tuple[Point, ...]:
    """Draw four points: of many samples, of entries of all sizes, of the largest parameter, of whole numbers.

    Parameters are large but for the last, and sizes are even and odd, so that both tell what matters.
    Data have long mantissas, where values that were rounded stand out, but for the whole numbers.
    """
    return _unlisted_points(tuple(grids.items()), parameter, seed)


def unlisted_share(seed: int) -> float:
    """Draw by what the single number of an example is multiplied: eighths, more than 1 and not whole.

    With so few digits, exact points stay exact.
    """
    rng = random.Random(seed + 3)  # noqa: S311 - as below
    return rng.choice((-1, 1)) * rng.randrange(9, 100, 2) / 8


@lru_cache(maxsize=64)
def _unlisted_points(
    quantities: tuple[tuple[str, Real], ...], parameter: str, seed: int
) -> tuple[Point, ...]:
    rng = random.Random(seed + 2)  # noqa: S311 - reproducible, and knowing a point does not help
    grids = dict(quantities)
    whole = _largest_whole(grids.pop(parameter))
    sign = rng.choice((-1, 1))
    parity = rng.randrange(2)
    large, larger, largest = (rng.uniform(*bounds) for bounds in PARAMETERS)
    return (
        _point(rng, grids, sign * large, _size(rng, MANY, parity), _uniform),
        _point(rng, grids, -sign * larger, _size(rng, SOME, 1 - parity), _of_any_size),
        _point(rng, grids, sign * largest, _size(rng, FEW, 1 - parity), _uniform),
        _point(rng, grids, -sign * whole, _size(rng, FEW, parity), _whole),
    )


def _size(rng: random.Random, bounds: tuple[int, int], parity: int) -> int:
    """Draw an even (0) or odd (1) number of samples."""
    low, high = bounds
    return rng.choice([n for n in range(low, high + 1) if n % 2 == parity])


def _point(
    rng: random.Random, grids: Mapping[str, Real], parameter: float, n: int, entries: Entries
) -> Point:
    data = {name: vector(tuple(entries(rng, grid, n))) for name, grid in grids.items()}
    return Point(parameter, data, n)


def _uniform(rng: random.Random, grid: Real, n: int) -> list[float]:
    return [rng.uniform(-grid.below, grid.below) for _ in range(n)]


def _of_any_size(rng: random.Random, grid: Real, n: int) -> list[float]:
    return [entry * 2 ** rng.uniform(-OCTAVES, OCTAVES) for entry in _uniform(rng, grid, n)]


def _whole(rng: random.Random, grid: Real, n: int) -> list[float]:
    """Draw whole numbers, of which at least one is 0."""
    largest = int(_largest_whole(grid))
    entries = [float(rng.randint(-largest, largest)) for _ in range(n)]
    entries[rng.randrange(n)] = 0.0
    return entries


def _largest_whole(grid: Real) -> float:
    """Return the largest whole number below the grid's bound, or 1."""
    return max(1.0, math.ceil(grid.below) - 1.0)
