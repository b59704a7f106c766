"""Draw points of sizes and values that nobody could list, where a function that knows a few shows."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value, entrywise
from autograder.facts.quantities import Quantities, Real
from autograder.numerics.beside import off_the_grid
from autograder.numerics.draws import Draw, Entries, entries_of
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

MANY_SAMPLES, SOME_SAMPLES, FEW_SAMPLES = (100, 400), (33, 99), (9, 31)
"""Ranges of N. No other point has such an N: there is no size up to 400 from which on nobody looks."""
MANY_ROWS = (100, 150)
"""Range of N in the place of the largest one where samples have several entries, which cross as one array."""
OTHER_SIZES = (5, 9)
"""Range of every other size."""
PARAMETER_RANGES = ((10.0, 100.0), (100.0, 500.0), (500.0, 1000.0))
"""Ranges of a parameter's absolute value, likewise."""
MODERATE = 0.25
"""Share of its bound from which on a parameter is drawn where larger ones tell nothing."""
OCTAVES = 8.0
"""Powers of two, up and down, over which the entries of one point are spread."""


class _Plan(NamedTuple):
    """What one point is like: how many samples, how its entries are drawn, how large its parameters are."""

    samples: tuple[int, int]
    parity: int
    """Whether the number of samples is even (0) or odd (1)."""
    entries: Entries
    sign: int
    """The sign of each parameter that is a single number."""
    range: int
    """Which range parameters are drawn from; beyond the last one, they are whole numbers."""


def unlisted_points(quantities: Quantities, seed: int, *, moderate: bool = False) -> tuple[Point, ...]:
    """Draw four points: of many samples, of entries of all sizes, of the largest parameter, of whole numbers.

    Parameters are large but for the last, and sizes are even and odd, so that both tell what matters.
    Data have long mantissas, where values that were rounded stand out, but for the whole numbers. At
    `moderate` points, neither parameters nor data are above their bounds, and arrays of parameters are off
    the whole numbers: sums of whole products are often 0, where a ReLU has its kink.
    """
    rng = random.Random(seed + 2)  # noqa: S311 - reproducible, and knowing a point does not help
    sign = rng.choice((-1, 1))
    parity = rng.randrange(2)
    magnitudes = {name: _magnitudes(rng, quantities.real(name), moderate) for name in quantities.parameters}
    plans = (
        _Plan(MANY_SAMPLES, parity, entries_of, sign, 0),
        _Plan(SOME_SAMPLES, 1 - parity, entries_of if moderate else _of_any_size, -sign, 1),
        _Plan(FEW_SAMPLES, 1 - parity, entries_of, sign, 2),
        _Plan(FEW_SAMPLES, parity, _whole_but_0 if moderate else _whole, -sign, 3),
    )
    *points, whole = (_point(rng, quantities, plan, magnitudes) for plan in plans)
    last = _off_the_grid(quantities, whole) if moderate else whole
    return (*points, last)


def _off_the_grid(quantities: Quantities, point: Point) -> Point:
    """Move all parameters that are arrays off the grid."""
    arrays = {name: point.inputs[name] for name in quantities.parameters if quantities.real(name).sizes}
    return point.on({name: entrywise(value, off_the_grid) for name, value in arrays.items()})


def unlisted_share(seed: int) -> float:
    """Draw by what the single number of an example is multiplied: eighths, more than 1 and not whole.

    With so few digits, exact points stay exact.
    """
    rng = random.Random(seed + 3)  # noqa: S311 - as above
    return rng.choice((-1, 1)) * rng.randrange(9, 100, 2) / 8


def _magnitudes(rng: random.Random, real: Real, moderate: bool) -> list[float]:  # noqa: FBT001 - a private helper
    """Draw how large a parameter is in each of the first points."""
    if moderate:
        return [rng.uniform(real.below * MODERATE, real.below) for _ in PARAMETER_RANGES]
    return [rng.uniform(*bounds) for bounds in PARAMETER_RANGES]


def _point(
    rng: random.Random, quantities: Quantities, plan: _Plan, magnitudes: Mapping[str, Sequence[float]]
) -> Point:
    """Draw a point; its number of samples first, then data, then what parameters need besides."""
    draw = Draw(rng, _sizes(rng, quantities, plan), plan.range)
    values = {name: draw.value(quantities.arrays[name], plan.entries) for name in quantities.data}
    sign = plan.sign
    for name in quantities.parameters:
        real = quantities.real(name)
        if plan.range == len(PARAMETER_RANGES):
            values[name] = _whole_parameter(draw, real, sign)
        else:
            values[name] = _parameter(draw, real, sign * magnitudes[name][plan.range])
        sign = -sign
    return Point(Named(values), draw.sizes)


def _whole_parameter(draw: Draw, real: Real, sign: int) -> Value:
    """Make a single number the largest whole one, and draw the entries of an array."""
    return draw.value(real, _whole) if real.sizes else sign * _largest_whole(real)


def _parameter(draw: Draw, real: Real, largest: float) -> Value:
    """Make a single number what it should be, and entries of an array up to as large, of both signs."""
    if not real.sizes:
        return largest
    value = draw.value(real, entries_of)
    if not isinstance(value, Array):
        return largest
    share = largest / max(map(abs, value.values))
    return entrywise(value, lambda entry: share * entry)


def _sizes(rng: random.Random, quantities: Quantities, plan: _Plan) -> Named[int]:
    """Draw the sizes of a point: an even or odd number of samples, and some for each other size."""
    has_others = len(quantities.sizes) > 1
    low, high = MANY_ROWS if has_others and plan.samples == MANY_SAMPLES else plan.samples
    possible = [n for n in range(low, high + 1) if n % 2 == plan.parity]
    n = rng.choice(possible)
    samples = samples_name(quantities.sizes)
    lengths = {}
    for name in quantities.sizes:
        lengths[name] = n if name == samples else rng.randint(*OTHER_SIZES)
    return Named(lengths)


def _of_any_size(rng: random.Random, real: Real, n: int) -> list[float]:
    return [entry * 2 ** rng.uniform(-OCTAVES, OCTAVES) for entry in entries_of(rng, real, n)]


def _whole(rng: random.Random, real: Real, n: int) -> list[float]:
    """Draw whole numbers, of which at least one is 0."""
    largest = int(_largest_whole(real))
    entries = [float(rng.randint(-largest, largest)) for _ in range(n)]
    entries[rng.randrange(n)] = 0.0
    return entries


def _whole_but_0(rng: random.Random, real: Real, n: int) -> list[float]:
    """Draw whole numbers, of which none is 0."""
    return [entry or 1.0 for entry in _whole(rng, real, n)]


def _largest_whole(real: Real) -> float:
    """Return the largest whole number below the bound, or 1."""
    return max(1.0, math.ceil(real.below) - 1.0)
