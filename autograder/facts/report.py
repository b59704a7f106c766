"""Reports: everything about one graded submission, and many of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.facts.verdict import EARNING, Feedback, Verdict

FOLLOWING = frozenset({"not-the-slope", "not-everywhere", "degenerate-loss"})
"""Tails of notes on a slope: what is wrong there is wrong in a function that has a note of its own."""

OWN_LOSS = "uses-own-loss"
"""Tail of the note of advice that a gradient calls the loss of its own file."""
TRAINING = "training"
"""Subjects of items that mark no function of their own."""


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
    reports: Collection[Report]  # gone through more than once; of a large class they are read each time


def own_notes(items: Sequence[ItemResult]) -> tuple[str, ...]:
    """List the notes of the items that did not earn, once each, but for those that follow from others.

    A wrong function is not the slope of a right loss, and does not train. Where nothing else was found,
    what usually follows is all there is to tell.
    """
    lost = [item for item in items if item.feedback.note and item.verdict not in EARNING]
    own = [item for item in lost if not follows(item)]
    return tuple(dict.fromkeys(item.feedback.note or "" for item in own or lost))


def follows(item: ItemResult) -> bool:
    """Return whether what is wrong at an item is wrong in a function that has an item of its own."""
    subject, _, tail = (item.feedback.note or item.id).partition("/")
    return subject == TRAINING or tail in FOLLOWING
