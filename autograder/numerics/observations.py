"""One result array at several points: what came, what is right, and what rounding may do to it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value

FEWEST_POINTS = 3
"""Points at which a law must tell something else than the right value.

The values are drawn, so that one point hardly fits a law by chance; but a size such as 1 or 2 makes different
laws alike, and three points of different sizes tell N, N - 1 and 1 + 1/N apart.
"""
CLEAR = 1000.0
"""Units of slack beyond which a difference is not rounding, and a number is known to three digits."""
STEP_ROUNDING = 4.0 * 2.0**-53
"""Share of a value that one step of a law may lose, as careful numbers count it: 4 u of a product, and of
each term of a sum. In float32 the slack of the right value is so large that this does not matter."""
UNKNOWN = 2.0**10
"""Units u of the largest entry that are allowed where e is unknown, 1e-13 of it in float64: a sum of n terms
loses n u of them at most, they may be larger than the sum, and they are few here."""


class Entry(NamedTuple):
    """One number, and what rounding may add to it, absolute."""

    value: float
    slack: float = 0.0

    def times(self, factor: float, error: float = 0.0) -> Entry:
        """Multiply by a factor that is known to within an error."""
        value = factor * self.value
        lost = abs(factor) * self.slack + error * abs(self.value)
        return Entry(value, lost + STEP_ROUNDING * abs(value))

    def plus(self, other: Entry) -> Entry:
        """Add another number; rounding may lose a share of either."""
        lost = STEP_ROUNDING * (abs(self.value) + abs(other.value))
        return Entry(self.value + other.value, self.slack + other.slack + lost)

    @property
    def clearness(self) -> float:
        """Its size in units of its slack."""
        return abs(self.value) / self.slack if self.slack else math.inf

    def allows(self, got: float, units: float = 1.0) -> bool:
        """Whether a number lies within some units of slack; NaN never does."""
        return abs(got - self.value) <= units * self.slack


class Numbers(NamedTuple):
    """Real numbers in C order with a shape and a slack for each."""

    shape: tuple[int, ...]
    entries: tuple[Entry, ...]

    def each(self, change: Callable[[Entry], Entry]) -> Numbers:
        """Change every entry by itself."""
        return Numbers(self.shape, tuple(map(change, self.entries)))

    def times(self, factor: float, error: float = 0.0) -> Numbers:
        """Multiply by a factor that is known to within an error."""
        return self.each(lambda entry: entry.times(factor, error))

    def plus(self, other: Numbers) -> Numbers:
        """Add an array of the same shape."""
        return Numbers(self.shape, tuple(map(Entry.plus, self.entries, other.entries)))

    def filled(self, entry: Entry) -> Numbers:
        """Put one number in the place of every entry."""
        return self.each(lambda _: entry)

    @property
    def total(self) -> Entry:
        """The sum of all entries."""
        return reduce(Entry.plus, self.entries, Entry(0.0))

    @property
    def mean(self) -> Entry:
        """The mean of all entries."""
        return self.total.times(1 / max(1, len(self.entries)))

    @property
    def clearest(self) -> int | None:
        """The place of the number other than 0 that is known best; None if rounding hides all of them."""
        places = [place for place, entry in enumerate(self.entries) if entry.value]
        best = max(places, key=lambda place: self.entries[place].clearness, default=None)
        hidden = best is None or self.entries[best].clearness <= CLEAR
        return None if hidden else best


def exact(array: Value) -> Numbers:
    """Take numbers as they are, as inputs and what came are taken."""
    if isinstance(array, Array):
        return Numbers(array.shape, tuple(map(Entry, array.values)))
    return Numbers((), (Entry(array),))


def bounded(array: Array, slack: Sequence[float]) -> Numbers:
    """Join numbers and the slack of each, such as 4 u e of careful numbers."""
    return Numbers(array.shape, tuple(map(Entry, array.values, slack)))


def relative(array: Array, share: float) -> Numbers:
    """Give each number a share of the largest one as slack, where no bound is known."""
    largest = max(map(abs, array.values), default=0.0)
    return bounded(array, [share * largest] * len(array.values))


class Observation(NamedTuple):
    """What one result was at one point, and what it should be."""

    sizes: Mapping[str, int]
    got: Array
    right: Numbers
    others: Mapping[str, Numbers] = Named()
    """What the other results, of this function or another, should be."""
    parameters: Mapping[str, Value] = Named()
    numbers: Mapping[str, float] = Named()
    """Numbers that the task gives, such as the strength of a regularisation."""

    @property
    def named(self) -> dict[str, float]:
        """Sizes and numbers together."""
        return {**self.sizes, **self.numbers}

    @property
    def is_right(self) -> bool:
        """Whether what came is right within the slack itself."""
        return fits(self.got, self.right)

    @property
    def is_wrong(self) -> bool:
        """Whether what came is not right, by more than any rounding."""
        return not fits(self.got, self.right, CLEAR)


Observations = Sequence[Observation]


def conforms(got: Array, expected: Numbers) -> bool:
    """Compare shapes; where one number is expected, shapes () and (1,) both serve."""
    return got.shape == expected.shape or (expected.shape == () and got.shape == (1,))


def fits(got: Array, expected: Numbers, units: float = 1.0) -> bool:
    """Whether every entry lies within some units of slack; NaN and another shape fit nothing."""
    if not conforms(got, expected):
        return False
    pairs = zip(got.values, expected.entries, strict=True)
    return all(entry.allows(number, units) for number, entry in pairs)


def holds(observations: Observations, predict: Callable[[Observation], Numbers | None]) -> bool:
    """Whether a law predicts what came at every point, and at enough points that is not the right value."""
    for observation in observations:
        expected = predict(observation)
        if expected is None or not fits(observation.got, expected):
            return False
    return sum(observation.is_wrong for observation in observations) >= FEWEST_POINTS


def common_sizes(observations: Observations) -> list[str]:
    """List the sizes that are known at every point."""
    names = observations[0].sizes if observations else {}
    return [name for name in names if all(name in o.sizes for o in observations)]
