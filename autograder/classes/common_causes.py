"""What most of a class lost points by: one mistake, one name, or a check that may be wrong itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from autograder.facts.notes import ELSEWHERE, TAILS, Tail, tail_of
from autograder.facts.report import ItemResult, Report, follows
from autograder.facts.summary import Alarm, Behaviour, Trouble
from autograder.facts.verdict import Verdict

LEAST_FOR_ALIKE = 5
"""Students that a class must have, at least, for most of them to say something about it."""
MOST_STUDENTS_LISTED = 10
"""Students who are listed with an alarm; the others are counted."""
UNSOLVED = frozenset({Verdict.FAILED, Verdict.RAISED, Verdict.TIMED_OUT, Verdict.MISSING})
"""What loses points by itself; what is skipped follows from another item, which counts."""


@dataclass(slots=True)
class Cause:
    """The students who lost points by one cause, and the items at which they did."""

    students: list[str] = field(default_factory=list)
    items: tuple[str, ...] = ()  # in the order of the rubric, each once

    def add(self, student: str, items: Sequence[str]) -> None:
        """Count one more student."""
        self.students.append(student)
        self.items += tuple(item for item in items if item not in self.items)


@dataclass(slots=True)
class CommonCauses:
    """What the students of a class lost points by.

    Each loss is counted at its cause: a wrong function is not the slope of its loss and does not train, so
    that these items raise no alarm of their own.
    """

    reports: int = 0
    causes: dict[Behaviour, Cause] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Count the causes of one report."""
        self.reports += 1
        lost = _lost(report)
        own = [item for item in lost if not follows(item)]
        following = [item.id for item in lost if follows(item)]
        if not own:
            own, following = lost, []
        by_cause: defaultdict[Behaviour, list[str]] = defaultdict(list)
        for item in own:
            by_cause[_behaviour(item)].append(item.id)
        for behaviour, items in by_cause.items():
            self.causes.setdefault(behaviour, Cause()).add(report.student, [*items, *following])

    def alarms(self) -> Iterator[Alarm]:
        """List the causes that more than half of the class share; possible faults of a check come first."""
        common = [
            Alarm(
                _trouble(behaviour),
                len(cause.students),
                self.reports,
                tuple(cause.students[:MOST_STUDENTS_LISTED]),
                cause.items[0],
                behaviour,
                cause.items,
            )
            for behaviour, cause in self.causes.items()
            if self.reports >= LEAST_FOR_ALIKE and 2 * len(cause.students) > self.reports
        ]
        urgency = list(Trouble)
        return iter(sorted(common, key=lambda alarm: urgency.index(alarm.trouble)))


def _lost(report: Report) -> list[ItemResult]:
    """List the items that lost points; of a function that was carried, points were lost elsewhere."""
    carried = {item.function for item in report.items if item.verdict is Verdict.CARRIED}
    unsolved = [item for item in report.items if item.verdict in UNSOLVED]
    return [item for item in unsolved if item.function not in carried]


def _behaviour(item: ItemResult) -> Behaviour:
    """Return what distinguishes this loss: a known mistake's note, else what was measured as well.

    The kit's own notes name what was measured, not what caused it: two formulas are both gradient/formula.
    A function that stands elsewhere is described by its place, and one with another name by that name; a
    line, which differs from student to student, is left out.
    """
    note, measured = item.feedback.note, item.feedback.measured
    tail = tail_of(note)
    if tail == Tail.OTHER_NAME:
        other = measured.partition("; ")[2].partition(" in ")[0]
        measured = f"{other} in place of {item.function}"
    elif _is_known(note) or tail in ELSEWHERE:
        measured = ""
    return Behaviour(item.verdict, note, measured)


def _trouble(behaviour: Behaviour) -> Trouble:
    if behaviour.verdict is Verdict.MISSING:
        return Trouble.NOT_THERE
    return Trouble.KNOWN_MISTAKE if _is_known(behaviour.note) else Trouble.FAIL_ALIKE


def _is_known(note: str | None) -> bool:
    """Return whether a note names a known mistake of the exercise."""
    return note is not None and tail_of(note) not in TAILS
