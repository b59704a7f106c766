"""A class in numbers: what its items, its mistakes and its troubles add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from autograder.facts.report import Status
from autograder.facts.verdict import Verdict


class Trouble(StrEnum):
    """What an instructor has to look at, the most urgent first."""

    BROKEN = "broken"  # submissions without a score, the kit's fault
    CHANGED = "changed"  # a correction was made of another file than the one that is there now
    FAIL_ALIKE = "fail_alike"  # most fail an item in one way that has no name: the check may be wrong
    KNOWN_MISTAKE = "known_mistake"  # one that the exercise names and most made: teach it once more
    NOT_THERE = "not_there"  # a function that most did not write, or under another name: the task's wording
    UNDECIDED = "undecided"  # an item that the numerics cannot tell
    UNREADABLE = "unreadable"
    TIMED_OUT = "timed_out"


class Behaviour(NamedTuple):
    """How an item was lost."""

    verdict: Verdict
    note: str | None
    measured: str = ""  # empty where the note says it all: a known mistake behaves in one way


@dataclass(frozen=True, slots=True)
class Alarm:
    """A trouble, how many of how many have it, and the first of them by name."""

    trouble: Trouble
    count: int
    of: int  # submissions, or those graded at the item
    students: tuple[str, ...]
    item: str | None = None
    behaviour: Behaviour | None = None  # what those who fail alike have in common
    items: tuple[str, ...] = ()  # at which they lost points by it


class Discrimination(NamedTuple):
    """How an item goes together with the rest of the score, -1 to 1, and its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """One item over all graded submissions."""

    id: str
    count: int
    verdicts: Mapping[Verdict, int]  # each verdict, those that nobody got as well
    difficulty: float | None = None  # mean share of the points that was earned: 1 is easiest
    discrimination: Discrimination | None = None


class Misconception(NamedTuple):
    """A note, how many students have it, and the points that they lost in the items that carry it."""

    note: str
    students: int
    points_lost: float


class Summary(NamedTuple):
    """A class; scores, items and misconceptions are those of graded submissions alone."""

    statuses: Mapping[Status, int]  # each status, those that nobody has as well
    max_score: float | None  # None where there is no submission
    mean: float | None  # None where nothing was graded
    median: float | None
    items: tuple[ItemSummary, ...]
    misconceptions: tuple[Misconception, ...]
    alarms: tuple[Alarm, ...]
    zeros: int = 0  # of those who handed in nothing, who count with a zero
    corrections: int = 0

    @property
    def submissions(self) -> int:
        """How many there are, whatever became of them."""
        return sum(self.statuses.values()) - self.missing

    @property
    def missing(self) -> int:
        """How many of a roster handed in nothing."""
        return self.statuses.get(Status.MISSING, 0)

    @property
    def graded(self) -> int:
        """How many the scores are of."""
        return self.statuses[Status.GRADED] + self.zeros


class Spread(NamedTuple):
    """The students behind the numbers of a summary: pages show them, and no document repeats them."""

    scores: Mapping[float, int]  # how many students have a score
    students: Mapping[str, tuple[str, ...]]  # who has a misconception, by its note
    causes: Mapping[str, str]  # the usual cause of a misconception in words, by its note
