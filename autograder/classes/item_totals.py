"""What one item of a rubric adds up to over a class, in memory that does not grow with it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from autograder.facts.report import ItemResult
from autograder.facts.summary import Alarm, Discrimination, ItemSummary, Trouble
from autograder.facts.verdict import Verdict

LEAST_FOR_FIGURES = 20
"""Students, below whom difficulty and discrimination tell more of chance than of an item."""
NAMES = 10
"""Students who are listed with an alarm; the others are counted."""
NORMAL = 1.959963984540054
"""Standard deviations within which the normal distribution holds 95 %."""
UNITS = 10**6
"""Points are rounded to millionths when they are earned: counted in those, every sum is exact."""


def units(points: float) -> int:
    """Count points in millionths."""
    return round(points * UNITS)


@dataclass(slots=True)
class Students:
    """How many there are, and the first of them by name."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, student: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.first) < NAMES:
            self.first.append(student)

    def alarm(self, trouble: Trouble, of: int, item: str | None = None) -> Iterator[Alarm]:
        """Tell of the trouble that they have, if there is anybody."""
        if self.count:
            yield Alarm(trouble, self.count, of, tuple(self.first), item)


@dataclass(slots=True)
class ItemTotals:
    """Sums over the students so far: of the item's points, of those of all other items, and of products."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    most: int = 0
    own: int = 0
    rest: int = 0
    own_own: int = 0
    rest_rest: int = 0
    own_rest: int = 0
    undecided: Students = field(default_factory=Students)

    def add(self, item: ItemResult, score: int, student: str) -> None:
        """Add what a student with this score, in millionths, did at the item."""
        own = units(item.points)
        rest = score - own
        self.verdicts[item.verdict] += 1
        self.most += units(item.max_points)
        self.own += own
        self.rest += rest
        self.own_own += own * own
        self.rest_rest += rest * rest
        self.own_rest += own * rest
        if item.verdict is Verdict.UNDECIDED:
            self.undecided.add(student)

    @property
    def count(self) -> int:
        """How many students there are."""
        return self.verdicts.total()

    def summary(self, name: str) -> ItemSummary:
        """Sum the item up; without difficulty and discrimination where students are few."""
        verdicts = {verdict: self.verdicts[verdict] for verdict in Verdict}
        if self.count < LEAST_FOR_FIGURES:
            return ItemSummary(name, self.count, verdicts)
        difficulty = self.own / self.most if self.most else None
        return ItemSummary(name, self.count, verdicts, difficulty, self._discrimination())

    def _discrimination(self) -> Discrimination | None:
        """Correlate the item with the rest of the score (Pearson's r); None where either is always the same.

        The rest leaves the item's own points out, which would correlate with themselves (Henrysson 1963,
        Correction of item-total correlations in item analysis). The interval is Fisher's (1921): artanh r
        is nearly normal with deviation 1 / sqrt(n - 3). Points come in steps, so that it is approximate.
        """
        n = self.count
        own, rest = n * self.own_own - self.own**2, n * self.rest_rest - self.rest**2
        both = n * self.own_rest - self.own * self.rest
        if not own or not rest:
            return None
        if both**2 == own * rest:  # all on one line: artanh is infinite, and the interval a point
            r = math.copysign(1.0, both)
            return Discrimination(r, r, r)
        r = both / math.sqrt(own * rest)
        z, half = math.atanh(r), NORMAL / math.sqrt(n - 3)
        return Discrimination(r, math.tanh(z - half), math.tanh(z + half))
