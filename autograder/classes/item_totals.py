"""What one item of a rubric adds up to over a class."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import mul, sub

from autograder.facts.report import ItemResult
from autograder.facts.summary import Discrimination, ItemSummary
from autograder.facts.verdict import Verdict

LEAST_FOR_FIGURES = 20
"""Students, below whom difficulty and discrimination tell more of chance than of an item."""
NORMAL = 1.959963984540054
"""Standard deviations within which the normal distribution holds 95 %."""
UNITS = 10**6
"""Points are rounded to millionths when they are earned: counted in those, every sum is exact."""


@cache
def units(points: float) -> int:
    """Count points in millionths; equal ones are one object, so that a list has 8 bytes for each student."""
    return round(points * UNITS)


@dataclass(slots=True)
class ItemTotals:
    """What each student did at an item, in the order of the reports."""

    verdicts: Counter[Verdict] = field(default_factory=Counter)
    most: int = 0  # all points that could be earned, in millionths
    earned: list[int] = field(default_factory=list)  # in millionths
    scores: list[int] = field(default_factory=list)  # in millionths, over all items
    undecided: list[str] = field(default_factory=list)  # students

    def add(self, item: ItemResult, score: int, student: str) -> None:
        """Add what a student with this score, in millionths, did at the item."""
        self.verdicts[item.verdict] += 1
        self.most += units(item.max_points)
        self.earned.append(units(item.points))
        self.scores.append(score)
        if item.verdict is Verdict.UNDECIDED:
            self.undecided.append(student)

    @property
    def count(self) -> int:
        """How many students there are."""
        return len(self.earned)

    def summary(self, name: str) -> ItemSummary:
        """Sum the item up; without difficulty and discrimination where students are few."""
        verdicts = {verdict: self.verdicts[verdict] for verdict in Verdict}
        summary = ItemSummary(name, self.count, verdicts)
        if self.count < LEAST_FOR_FIGURES:
            return summary
        difficulty = sum(self.earned) / self.most if self.most else None
        rest = list(map(sub, self.scores, self.earned))
        figures = discrimination(self.earned, rest)
        return replace(summary, difficulty=difficulty, discrimination=figures)


def discrimination(own: Sequence[int], rest: Sequence[int]) -> Discrimination | None:
    """Correlate an item with the rest of the score (Pearson's r); None where either is always the same.

    The rest leaves the item's own points out, which would correlate with themselves (Henrysson 1963,
    Correction of item-total correlations in item analysis). The interval is Fisher's (1921): artanh r
    is nearly normal with deviation 1 / sqrt(n - 3). Points come in steps, so that it is approximate.
    """
    spread = _covariance(own, own) * _covariance(rest, rest)
    both = _covariance(own, rest)
    if not spread:
        return None
    if both**2 == spread:  # all on one line: artanh is infinite, and the interval a point
        r = math.copysign(1.0, both)
        return Discrimination(r, r, r)
    r = both / math.sqrt(spread)
    z = math.atanh(r)
    half = NORMAL / math.sqrt(len(own) - 3)
    return Discrimination(r, math.tanh(z - half), math.tanh(z + half))


def _covariance(first: Sequence[int], second: Sequence[int]) -> int:
    """Return the covariance times the square of how many there are, which is a whole number."""
    products: int = sum(map(mul, first, second))
    return len(first) * products - sum(first) * sum(second)
