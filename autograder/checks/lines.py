"""Lines through one parameter, along which everything that is measured is a function of one variable."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from autograder.facts.calls import Array, Call, Sweep, Value

DENOMINATOR = 64
"""Entries of a direction are multiples of 1/64, so that steps along it are exact for short numbers."""
SMALLEST_ENTRY, LARGEST_ENTRY = 1, 4
"""Between which their absolute values lie: with all of them +-1, half of some mistakes does not show."""


class Line(NamedTuple):
    """The values `origin` + t `along` of one parameter; `here` is the t of the point that it goes through.

    For a single number, t is the parameter itself: the origin is 0, and a step along is 1.
    """

    parameter: str
    origin: Value
    along: Value
    here: float

    def at(self, t: float) -> Value:
        """Return the parameter at one place."""
        if isinstance(self.origin, Array) and isinstance(self.along, Array):
            pairs = zip(self.origin.values, self.along.values, strict=True)
            return self.origin._replace(values=tuple(value + t * step for value, step in pairs))
        return t

    def away(self, distance: float) -> float:
        """Return the place at about a distance from the point, whose t is that times a power of two."""
        if not isinstance(self.along, Array):
            return self.here + distance
        length = math.hypot(*self.along.values)
        return self.here + distance * 2.0 ** -round(math.log2(length))

    def component(self, gradient: Array) -> float | None:
        """Return how fast a function with this gradient grows along the line; None for another shape."""
        if not isinstance(self.along, Array):
            return gradient.number
        if len(self.along.values) == 1 and gradient.number is not None:
            return self.along.values[0] * gradient.number
        if gradient.shape != self.along.shape:
            return None
        try:
            return math.fsum(g * v for g, v in zip(gradient.values, self.along.values, strict=True))
        except (OverflowError, ValueError):  # of infinities
            return math.nan

    def moved(self, call: Call, t: float) -> Call:
        """Make a call at one place."""
        return call.on({self.parameter: self.at(t)})

    def swept(self, call: Call, places: Sequence[float]) -> Call:
        """Make a call at each of some places."""
        sweep = Sweep(self.parameter, self.along, tuple(places))
        return call.on({self.parameter: self.origin})._replace(sweep=sweep)


def line_through(values: Mapping[str, Value], parameter: str, seed: int) -> Line:
    """Choose a line through a point: for an array, a direction that is drawn."""
    value = values[parameter]
    if not isinstance(value, Array):
        return Line(parameter, 0.0, 1.0, value)
    return Line(parameter, value, _direction(value, seed), 0.0)


def _direction(value: Array, seed: int) -> Array:
    rng = random.Random(seed)  # noqa: S311 - reproducible, and knowing a direction does not help
    sizes = [
        rng.randrange(SMALLEST_ENTRY * DENOMINATOR, LARGEST_ENTRY * DENOMINATOR) / DENOMINATOR
        for _ in value.values
    ]
    return value._replace(dtype="float64", values=tuple(rng.choice((-1.0, 1.0)) * size for size in sizes))
