"""Draw the inputs at which functions are compared."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value, entrywise
from autograder.facts.quantities import Quantities, Real
from autograder.numerics.draws import Draw, entries_of
from autograder.numerics.sizes import exact_sizes, rounding_sizes, samples_of

GENERAL_SIZES = {"float32": (7,), "float64": (4, 32)}
"""Sizes for data that rounds: in float32 no power of two, so the division rounds as well; in float64 powers
of two, as code that casts to float32 inside still ends on float32 numbers there and is recognised."""
SCALES = (2.0**20, 2.0**-30)
"""Scaled by a power of two, data stay exact, and cuts far out and small additions show."""


class Point(NamedTuple):
    """Inputs of one comparison: every quantity that is drawn, parameters included, and the named sizes."""

    inputs: Named[Value]
    sizes: Named[int]

    @property
    def n(self) -> int:
        """N: how many samples there are."""
        return samples_of(self.sizes)

    def on(self, values: dict[str, Value]) -> Point:
        """Make the same point with other values of some inputs."""
        return self._replace(inputs=Named({**self.inputs, **values}))

    def times(self, factor: float, names: Iterable[str]) -> Point:
        """Multiply some inputs."""
        return self.on({name: entrywise(self.inputs[name], lambda entry: factor * entry) for name in names})


@lru_cache(maxsize=64)
def exact_points(quantities: Quantities, seed: int) -> tuple[Point, ...]:
    """Draw points of short numbers, at which polynomial formulas are exact in any order.

    Two points of each size share their data and differ in the parameters alone. A parameter that is a single
    number is once negative and once positive, never whole: a function that ignores it, takes its absolute
    value or rounds it shows there.
    """
    rng = random.Random(seed)  # noqa: S311 - reproducible, and knowing a point does not help
    points = []
    for number, sizes in enumerate(exact_sizes(quantities)):
        draw = Draw(rng, sizes, number)
        data = {name: draw.value(quantities.arrays[name], _entries) for name in quantities.data}
        both = _parameters_twice(draw, quantities)
        points += [Point(Named({**data, **parameters}), sizes) for parameters in both]
    return tuple(points)


def _parameters_twice(draw: Draw, quantities: Quantities) -> tuple[dict[str, Value], dict[str, Value]]:
    """Draw two values of each parameter; every other parameter has its positive one first."""
    first: dict[str, Value] = {}
    second: dict[str, Value] = {}
    for k, name in enumerate(quantities.parameters):
        pair = _parameter_pair(draw, quantities.real(name))
        if k % 2:
            pair = pair[::-1]
        first[name], second[name] = pair
    return first, second


def extreme_points(quantities: Quantities, seed: int) -> tuple[Point, ...]:
    """Draw exact points with large data, with small data, and with parameters of 0."""
    *to_scale, still = (_of_two_samples(quantities, seed + k) for k in range(1, len(SCALES) + 2))
    points = [scaled(quantities, point, scale) for scale, point in zip(SCALES, to_scale, strict=True)]
    zeros = {name: entrywise(still.inputs[name], lambda _: 0.0) for name in quantities.parameters}
    return (*points, still.on(zeros))


def scaled(quantities: Quantities, point: Point, scale: float) -> Point:
    """Multiply the real data of a point."""
    names = [name for name in quantities.data if isinstance(quantities.arrays[name], Real)]
    return point.times(scale, names)


def general_points(
    quantities: Quantities, seed: int, dtypes: Sequence[str] = tuple(GENERAL_SIZES)
) -> tuple[Point, ...]:
    """Draw points on which right code rounds, so that its bound is needed.

    The float32 ones are what the lesson's data looks like; on the float64 ones, values that were
    rounded to a few decimals or moved by a little stand out.
    """
    rng = random.Random(seed + 1)  # noqa: S311 - as above
    points = []
    for dtype in dtypes:
        for number, n in enumerate(GENERAL_SIZES[dtype]):
            sizes = rounding_sizes(quantities, n)
            entries = _uniform_float32 if dtype == "float32" else _uniform
            draw = Draw(rng, sizes, number)
            values = {name: draw.value(each, entries) for name, each in quantities.arrays.items()}
            for name in quantities.data:
                if isinstance(quantities.arrays[name], Real):
                    values[name] = _as_dtype(values[name], dtype)
            points.append(Point(Named(values), sizes))
    return tuple(points)


def _of_two_samples(quantities: Quantities, seed: int) -> Point:
    """Draw the exact point of two samples whose first parameter is positive."""
    return exact_points(quantities, seed)[3]


def _parameter_pair(draw: Draw, real: Real) -> tuple[Value, Value]:
    """Draw a negative number and a positive one; or two arrays, entries of both signs where there are two."""
    if not real.sizes:
        size = abs(_fraction(draw.rng, real))
        return -size, abs(_fraction(draw.rng, real, unlike=size))
    first = draw.value(real, _entries)
    second = draw.value(real, _entries)
    if isinstance(first, Array) and len(first.values) == 1:
        return entrywise(first, lambda entry: -abs(entry)), entrywise(second, abs)
    return first, second


def _as_dtype(value: Value, dtype: str) -> Value:
    return value._replace(dtype=dtype) if isinstance(value, Array) else value


def _entries(rng: random.Random, real: Real, n: int) -> list[float]:
    """Draw n different multiples of the step, none 0; from two on, of both signs."""
    while True:
        entries = [_multiple(rng, real) for _ in range(n)]
        magnitudes = {abs(entry) for entry in entries}
        is_distinct = len(magnitudes) == n and 0 not in magnitudes
        if is_distinct and (n == 1 or min(entries) < 0 < max(entries)):
            return entries


def _uniform(rng: random.Random, real: Real, n: int) -> list[float]:
    return entries_of(rng, real, n)


def _uniform_float32(rng: random.Random, real: Real, n: int) -> list[float]:
    return [_float32(entry) for entry in entries_of(rng, real, n)]


def _fraction(rng: random.Random, real: Real, unlike: float = 0.0) -> float:
    """Draw a multiple of the step, other than +-unlike, that is not a whole number (if there is any)."""
    while True:
        value = _multiple(rng, real)
        if abs(value) not in (0, unlike) and (value % 1 or real.step % 1 == 0):
            return value


def _multiple(rng: random.Random, real: Real) -> float:
    last = int(real.below / real.step - 0.5)
    return rng.randint(-last, last) * float(real.step)


def _float32(value: float) -> float:
    return float(struct.unpack("<f", struct.pack("<f", value))[0])
