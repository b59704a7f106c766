"""Map numbers to pixels: the scale of a plot, its margins and its ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from autograder.pictures.marks import Spot

WIDTH = 640
LEFT_MARGIN, RIGHT_MARGIN = 64, 14
"""Margins in pixels: the left one is for ticks and the name of what is drawn."""
ALONE, ONE_OF_SEVERAL = 276, 220
"""Heights in pixels of a plot that is the whole picture, and of one among several."""
MARGIN = 0.08
"""Share of a range that is left empty at both of its ends."""
FEW_TICKS = 7
GOOD_STEPS = (1, 2, 5, 10)
SMALLEST_RANGE = 1e-150
"""The smallest range that is drawn as it is: in a smaller one, the distance of two ticks would round to 0."""
LEVEL_SHARE = 1e-9
"""Share of the largest number below which a range is only rounding, and is drawn as level."""


class Axes(NamedTuple):
    """Map numbers to pixels: x from the plot's left edge, y from its upper one, as SVG counts."""

    low: Spot
    high: Spot
    height: int = ALONE
    """The plot's height in pixels."""

    @property
    def width(self) -> int:
        """The plot's width in pixels."""
        return WIDTH - LEFT_MARGIN - RIGHT_MARGIN

    def spot(self, x: float, y: float) -> Spot:
        """Return the place of a point in pixels from the plot's upper left corner."""
        across = (x - self.low[0]) / (self.high[0] - self.low[0])
        up = (y - self.low[1]) / (self.high[1] - self.low[1])
        return across * self.width, (1 - up) * self.height

    def angle(self, slope: float) -> float:
        """Return the angle, in radians, at which a slope is drawn; upwards is positive."""
        unit = (self.high[0] - self.low[0]) / self.width * self.height / (self.high[1] - self.low[1])
        return math.atan(slope * unit)


def axes_around(places: Iterable[Spot], height: int = ALONE) -> Axes:
    """Make axes that show all points, with a margin; a range of one number becomes one around it."""
    xs, ys = zip(*places, strict=True)
    (left, right), (bottom, top) = (_widened(min(values), max(values)) for values in (xs, ys))
    return Axes((left, bottom), (right, top), height)


def near(places: Sequence[Spot], heights: Sequence[float], share: float) -> list[Spot]:
    """Return the places that lie at most a share of a range beyond it; all of them, if it is level."""
    low = min(heights)
    high = max(heights)
    room = share * (high - low) or math.inf
    return [(x, y) for x, y in places if low - room <= y <= high + room]


def _widened(low: float, high: float) -> tuple[float, float]:
    """Add a margin at both ends of a range; one that is only rounding is made as wide as its number."""
    span = high - low
    rounding = LEVEL_SHARE * max(abs(low), abs(high))
    if span <= max(rounding, SMALLEST_RANGE):
        span = max(1.0, abs(low))
        low -= span / 2
        high += span / 2
    margin = MARGIN * span
    return low - margin, high + margin


def ticks(low: float, high: float) -> list[float]:
    """Choose a few round numbers between two."""
    least_step = (high - low) / FEW_TICKS
    exponent = math.floor(math.log10(least_step))
    power = 10.0**exponent
    steps = (good * power for good in GOOD_STEPS)
    step = next(step for step in steps if step >= least_step)
    first = math.ceil(low / step)
    last = math.floor(high / step)
    return [k * step for k in range(first, last + 1)]
