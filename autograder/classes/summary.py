"""Sum up a class, report by report, in memory that does not grow with it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from autograder.classes.common_causes import CommonCauses
from autograder.classes.item_totals import UNITS, ItemTotals, Students, units
from autograder.facts.report import Report, Status, own_notes
from autograder.facts.summary import Alarm, Misconception, Summary, Trouble
from autograder.facts.verdict import EARNING, Verdict

NOT_LOST = EARNING | {Verdict.UNDECIDED}
"""Verdicts that tell of no misconception."""


def summarize(reports: Iterable[Report]) -> Summary:
    """Sum up a class in one pass.

    Mean, median, items and misconceptions are those of graded submissions. What is unreadable has a score
    of 0 in the gradebook, but tells nothing of what a class understood, and is often handed in again; what
    is broken has no score. Both are counted by status and listed as alarms, and counted nowhere else.

    Misconceptions are the notes that `own_notes` lists, each once for a student. A gradient that is carried
    has none, whatever it looks like: it is the right derivative of a wrong loss, which has its own note.
    That a function raised or ran out of time is none either, but costs points, and is listed; its note tells.
    """
    totals = _Totals()
    for report in reports:
        totals.add(report)
    graded = totals.statuses[Status.GRADED]
    total = sum(score * count for score, count in totals.scores.items())
    found = (Misconception(note, n, totals.lost[note] / UNITS) for note, n in totals.notes.items())
    return Summary(
        {status: totals.statuses[status] for status in Status},
        totals.max_score,
        total / (graded * UNITS) if graded else None,
        _median(totals.scores) / UNITS if graded else None,
        tuple(item.summary(name) for name, item in totals.items.items()),
        tuple(sorted(found, key=lambda one: (-one.students, -one.points_lost, one.note))),
        tuple(_alarms(totals)),
    )


@dataclass(slots=True)
class _Totals:
    """What the reports so far add up to."""

    statuses: Counter[Status] = field(default_factory=Counter)
    max_score: float | None = None
    scores: Counter[int] = field(default_factory=Counter)  # how often each, in millionths
    items: dict[str, ItemTotals] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)  # by note, in millionths
    causes: CommonCauses = field(default_factory=CommonCauses)
    broken: Students = field(default_factory=Students)
    unreadable: Students = field(default_factory=Students)
    late: Students = field(default_factory=Students)

    def add(self, report: Report) -> None:
        self.statuses[report.status] += 1
        self.max_score = report.max_score if self.max_score is None else self.max_score
        if report.status is Status.BROKEN:
            self.broken.add(report.student)
        elif report.status is Status.UNREADABLE:
            self.unreadable.add(report.student)
        else:
            self._add_graded(report)

    def _add_graded(self, report: Report) -> None:
        self.causes.add(report)
        score = units(report.score or 0.0)
        self.scores[score] += 1
        for item in report.items:
            if item.id not in self.items:
                self.items[item.id] = ItemTotals()
            self.items[item.id].add(item, score, report.student)
        if any(item.verdict is Verdict.TIMED_OUT for item in report.items):
            self.late.add(report.student)
        carried = {item.function for item in report.items if item.verdict is Verdict.CARRIED}
        lost = [i for i in report.items if i.verdict not in NOT_LOST and i.function not in carried]
        for note in own_notes(lost):
            carrying = (item for item in lost if item.feedback.note == note)
            self.notes[note] += 1
            self.lost[note] += sum(units(item.max_points) - units(item.points) for item in carrying)


def _alarms(totals: _Totals) -> Iterator[Alarm]:
    """List what needs the instructor's eye, the most urgent first."""
    everybody = totals.statuses.total()
    yield from totals.broken.alarm(Trouble.BROKEN, everybody)
    yield from totals.causes.alarms()
    for name, item in totals.items.items():
        yield from item.undecided.alarm(Trouble.UNDECIDED, item.count, name)
    yield from totals.unreadable.alarm(Trouble.UNREADABLE, everybody)
    yield from totals.late.alarm(Trouble.TIMED_OUT, everybody)


def _median(scores: Counter[int]) -> float:
    """Find the middle score, or the mean of the two in the middle, from how often there is each."""
    values = sorted(scores)
    ends = list(accumulate(scores[value] for value in values))
    lower, upper = (values[bisect_right(ends, place)] for place in ((ends[-1] - 1) // 2, ends[-1] // 2))
    return (lower + upper) / 2
