"""Reports: everything about one graded submission, and many of them.

Every text in a report is bounded and printable from the moment it is made: exporters need not look.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.facts.correction import Correction
from autograder.facts.notes import Tail
from autograder.facts.person import Person
from autograder.facts.text import bound, line_of, message_of, name_of
from autograder.facts.verdict import EARNING, Feedback, Verdict

FOLLOWING_TAILS = frozenset({Tail.NOT_THE_SLOPE, Tail.NOT_EVERYWHERE, Tail.DEGENERATE_LOSS})
"""Tails of notes on a slope: what is wrong there is wrong in a function that has a note of its own."""

MOST_ADVICE = 50
"""Pieces of advice in one report; the notebooks of real classes come to a tenth of that."""
OWN_LOSS = "uses-own-loss"
"""Tail of the note of advice that a gradient calls the loss of its own file."""
TRAINING = "training"
"""The subject of an item that no single function answers."""


class Status(StrEnum):
    """What became of a submission."""

    GRADED = "graded"
    UNREADABLE = "unreadable"  # bad file: score 0, flagged
    BROKEN = "broken"  # the kit's fault: no score
    MISSING = "missing"  # on the roster, and nothing was handed in: no score, unless a zero was asked for
    EXCUSED = "excused"  # by a correction: no score


MARKED = frozenset({Status.GRADED, Status.UNREADABLE, Status.BROKEN})
"""What the kit finds of a submission; the other statuses come from rosters and corrections."""


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One line of a report."""

    id: str
    verdict: Verdict
    points: float
    max_points: float
    feedback: Feedback

    def __post_init__(self) -> None:
        bound(self, id=line_of)

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

    def __post_init__(self) -> None:
        bound(self, note=line_of, message=message_of)


@dataclass(frozen=True, slots=True)
class Report:
    """One graded submission; `score` is None when the kit failed, and where there is nothing to score."""

    student: str
    file: str
    file_hash: str
    status: Status
    score: float | None
    max_score: float
    items: tuple[ItemResult, ...] = ()
    advice: tuple[Advice, ...] = ()
    seconds: float = 0.0  # wall time
    person: Person | None = None  # as the roster has them
    corrections: tuple[Correction, ...] = ()  # which points and scores above have in them

    def __post_init__(self) -> None:
        bound(self, student=name_of, file=line_of, file_hash=line_of)
        object.__setattr__(self, "advice", self.advice[:MOST_ADVICE])


@dataclass(frozen=True, slots=True)
class Gradebook:
    """A class: many reports, and what they were made with."""

    exercise: str
    exercise_hash: str
    seed: int
    isolation: str
    versions: Mapping[str, str]
    reports: Collection[Report]  # gone through more than once; of a large class they are read each time
    solutions: str = ""
    """The folder that the exercise was read from; empty for the kit's own, and where there was none."""
    missing: int = 0  # reports of those on a roster who handed in nothing
    columns: tuple[str, ...] = ()  # what the roster has of people: names of Person's fields

    def __post_init__(self) -> None:
        bound(self, exercise=line_of, isolation=message_of)


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
    return subject == TRAINING or tail in FOLLOWING_TAILS
