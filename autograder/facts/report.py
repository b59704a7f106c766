"""Reports: everything about one graded submission, and many of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from autograder.facts.verdict import Feedback, Verdict


class Status(StrEnum):
    """What became of a submission."""

    GRADED = "graded"
    UNREADABLE = "unreadable"  # bad file: score 0, flagged
    BROKEN = "broken"  # the kit's fault: no score


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One line of a report."""

    id: str
    verdict: Verdict
    points: float
    max_points: float
    feedback: Feedback

    @property
    def function(self) -> str:
        """What the item is about: a function's name, or training."""
        return self.id.partition("/")[0]

    @property
    def oracle(self) -> str:
        """Which oracle answered."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class Advice:
    """Something worth knowing that costs nothing."""

    note: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """One graded submission; `score` is None when the kit failed."""

    student: str
    file: str
    file_hash: str
    status: Status
    score: float | None
    max_score: float
    items: tuple[ItemResult, ...] = ()
    advice: tuple[Advice, ...] = ()
    seconds: float = 0.0  # wall time


@dataclass(frozen=True, slots=True)
class Gradebook:
    """A class: many reports, and what they were made with."""

    exercise: str
    exercise_hash: str
    seed: int
    isolation: str
    versions: Mapping[str, str]
    reports: Collection[Report]
