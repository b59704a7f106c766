"""The geometry of charts in percent of their width: so they fit any page, and letters keep their size."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.facts.summary import Discrimination, ItemSummary
from autograder.facts.verdict import Verdict

MOST_BINS = 12
"""Columns of a histogram below full marks, at most."""
GOOD_WIDTHS = (0.5, 1, 2, 5)
"""Widths of such a column in points, and these times powers of ten."""
ROOM_FOR_NUMBER = 7.0
"""Percent of a bar's width that a number in it takes."""
GAP_SHARE = 0.12
"""Share of a column's place that is left empty between two."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a histogram: its scores in words, how many students, and its place in percent."""

    edge: str  # the lowest of its scores
    scores: str
    count: int
    left: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a stacked bar: a verdict, how many have it, and its place in percent."""

    verdict: Verdict
    count: int
    left: float
    width: float

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return self.left + self.width / 2

    @property
    def has_room(self) -> bool:
        """Whether its number fits in."""
        return self.width >= ROOM_FOR_NUMBER


@dataclass(frozen=True, slots=True)
class Whisker:
    """A discrimination and its interval on an axis from -1 to 1, in percent."""

    low: float
    value: float
    high: float

    @property
    def length(self) -> float:
        """From one end of the interval to the other."""
        return self.high - self.low


def histogram(scores: Mapping[float, int], most: float) -> list[Column]:
    """Count scores in columns of one width; those with full marks, and above, are a column of their own."""
    if not most:
        return []
    width = _column_width(most)
    bins = math.ceil(most / width)
    counts = [0] * (bins + 1)
    for score, count in scores.items():
        place = bins if score >= most else int(max(score, 0.0) / width)
        counts[place] += count
    highest = max(counts) or 1
    room = 100 / len(counts)
    columns = []
    for k, count in enumerate(counts):
        low, high = min(k * width, most), min((k + 1) * width, most)
        words = f"{low:g}" if k == bins else f"{low:g} to below {high:g}"
        left = room * (k + GAP_SHARE / 2)
        columns.append(Column(f"{low:g}", words, count, left, room * (1 - GAP_SHARE), 100 * count / highest))
    return columns


def _column_width(most: float) -> float:
    """Choose the smallest round width with which columns are few."""
    power = 10.0 ** math.floor(math.log10(most / MOST_BINS))
    widths = [good * power * ten for ten in (1, 10) for good in GOOD_WIDTHS]
    return next(width for width in widths if most / width <= MOST_BINS)


def stacked(item: ItemSummary, verdicts: Sequence[Verdict]) -> list[Piece]:
    """Lay the verdicts of an item side by side, those that somebody got."""
    pieces = []
    left = 0.0
    for verdict in verdicts:
        count = item.verdicts[verdict]
        width = 100 * count / item.count if item.count else 0.0
        if count:
            pieces.append(Piece(verdict, count, left, width))
        left += width
    return pieces


def whisker(discrimination: Discrimination) -> Whisker:
    """Place a discrimination and its interval."""
    low, value, high = (
        50 * (1 + each) for each in (discrimination.low, discrimination.value, discrimination.high)
    )
    return Whisker(low, value, high)
