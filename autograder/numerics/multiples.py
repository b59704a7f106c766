"""The factor that fits a number at every point: a simple number times powers of named sizes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from autograder.facts.factor import Factor, Power
from autograder.numerics.observations import FEWEST_POINTS, STEP_ROUNDING
from autograder.numerics.ratios import LARGEST_DENOMINATOR, SMALLEST_SHOWN

FACTOR_NUMERATOR = 1000
MOST_FACTOR_NAMES = 2
"""Names in a factor: N/D, reg/N. With three, many factors fit by chance."""


class Sample(NamedTuple):
    """What a factor is at one point, within an error, and the values of the names there."""

    named: Mapping[str, float]
    value: float
    error: float

    def over(self, divisor: float) -> Sample:
        """Divide by a number other than 0."""
        return Sample(self.named, self.value / divisor, self.error / abs(divisor))


class Fit(NamedTuple):
    """A factor, and the error of its number relative to it: 0 for a simple fraction."""

    factor: Factor
    error: float


def factor(samples: Sequence[Sample], sizes: Sequence[str], numbers: Sequence[str] = ()) -> Fit | None:
    """Find the factor that fits every sample.

    The fewest names win. If several factors with as few names fit, none is reported, as nobody can tell
    which it is. A factor without a name may be any number, one with names has a simple fraction before them.
    """
    if len(samples) < FEWEST_POINTS:
        return None
    for count in range(MOST_FACTOR_NAMES + 1):
        powers = _products(count, sizes, numbers)
        fits = [fit for each in powers if (fit := _fit(samples, each)) is not None]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def _products(count: int, sizes: Sequence[str], numbers: Sequence[str]) -> Iterator[tuple[Power, ...]]:
    """Yield the products of powers that have so many names; numbers are never divided by."""
    if count == 0:
        yield ()
    elif count == 1:
        for size in sizes:
            yield from _of_one_size(size)
        yield from ((Power(number),) for number in numbers)
    else:
        for names in combinations((*sizes, *numbers), count):
            signs = [(1, -1) if name in sizes else (1,) for name in names]
            for powers in product(*signs):
                yield tuple(map(Power, names, powers))


def _of_one_size(size: str) -> Iterator[tuple[Power, ...]]:
    """Yield what one size can make: a power of it, or one less or one more in its place."""
    yield from ((Power(size, power),) for power in (1, -1, 2, -2))
    for added in (-1, 1):
        yield Power(size), Power(size, -1, added)
        yield Power(size, 1, added), Power(size, -1)


def _fit(samples: Sequence[Sample], powers: tuple[Power, ...]) -> Fit | None:
    """Find the number before some powers with which they fit every sample."""
    numbers: list[Sample] = []
    for sample in samples:
        size = Factor(1, powers).at(sample.named)
        if size is None:
            return None
        if size != 0:
            numbers.append(sample.over(size))
            if _contradict(numbers[0], numbers[-1]):  # as nearly always, at the second point
                return None
        elif abs(sample.value) > sample.error:
            return None
    if len(numbers) < FEWEST_POINTS or not _are_varied(numbers, powers):
        return None
    best = min(numbers, key=lambda number: number.error)
    return _of_number(best, powers) if _are_one(numbers, best) else None


def _contradict(first: Sample, other: Sample) -> bool:
    """Whether two numbers are further apart than `_are_one` allows, whichever number is known best."""
    allowed = 2 * (first.error + other.error) + 4 * STEP_ROUNDING * abs(first.value)
    return abs(first.value - other.value) > allowed


def _are_one(numbers: Sequence[Sample], best: Sample) -> bool:
    """Whether all are the number that is known best, within their errors."""
    return all(
        abs(number.value - best.value) <= number.error + best.error + STEP_ROUNDING * abs(best.value)
        for number in numbers
    )


def _are_varied(samples: Sequence[Sample], powers: tuple[Power, ...]) -> bool:
    """Whether each name has two values or more, and their combinations are as many as that makes."""
    names = sorted({power.name for power in powers})
    values = [{sample.named[name] for sample in samples} for name in names]
    together = {tuple(sample.named[name] for name in names) for sample in samples}
    return all(len(each) > 1 for each in values) and len(together) >= 2 ** len(names)


def _of_number(best: Sample, powers: tuple[Power, ...]) -> Fit | None:
    """Make a fit of the number before some powers; None if it is 0, or not simple where it must be."""
    value = best.value
    tolerance = best.error + STEP_ROUNDING * abs(value)
    if not math.isfinite(value) or abs(value) <= tolerance:
        return None
    simple = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    difference = abs(simple - value)
    if difference <= tolerance and abs(simple.numerator) <= FACTOR_NUMERATOR:
        return Fit(Factor(simple, powers), 0.0)
    if powers or tolerance < difference < SMALLEST_SHOWN * abs(value):
        return None
    return Fit(Factor(value), tolerance / abs(value))
