"""Verdicts and feedback: what was found about one item, before any points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from autograder.facts.text import bound, line_of, message_of

if TYPE_CHECKING:
    from autograder.facts.outcomes import Line, Outcome


class Verdict(StrEnum):
    """The closed set of answers to an item."""

    PASSED = "passed"
    CARRIED = "carried"  # the right derivative of this file's own wrong loss
    FAILED = "failed"
    MISSING = "missing"  # the stub is untouched, or there is no such function
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    SKIPPED = "skipped"  # a need did not pass
    UNDECIDED = "undecided"  # the numerics cannot tell
    BROKEN = "broken"  # the kit's own fault

    @property
    def words(self) -> str:
        """The verdict as people read it."""
        return self.value.replace("_", " ")


EARNING = frozenset({Verdict.PASSED, Verdict.CARRIED})
STOPPED = frozenset({Verdict.MISSING, Verdict.RAISED, Verdict.TIMED_OUT})


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a student reads about an item: the measured fact first, then the usual cause."""

    measured: str = ""
    usually: str = ""
    smallest: str = ""  # the smallest printed example on which the function is wrong
    note: str | None = None  # short stable tag, as in gradient/sum-not-mean
    line: Line | None = None

    def __post_init__(self) -> None:
        bound(self, measured=message_of, usually=message_of, smallest=message_of, note=line_of)


class Answer(NamedTuple):
    """What a check answers; it knows the share that was earned, never the points."""

    verdict: Verdict
    earned: float = 0.0  # share of the item, 0 to 1
    feedback: Feedback = Feedback()
    evidence: tuple[Outcome, ...] = ()  # what the function answered at each probe
    sharp: bool = False
    """Whether it is wrong by less than float32 could tell, in float64."""


def passed(measured: str = "", evidence: tuple[Outcome, ...] = ()) -> Answer:
    """Full share."""
    return Answer(Verdict.PASSED, 1.0, Feedback(measured), evidence)
