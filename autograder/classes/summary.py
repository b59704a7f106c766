"""Sum up a class, report by report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from autograder.classes.common_causes import MOST_STUDENTS_LISTED, CommonCauses
from autograder.classes.item_totals import UNITS, ItemTotals, units
from autograder.facts.correction import Correction
from autograder.facts.report import ItemResult, Report, Status, own_notes
from autograder.facts.summary import Alarm, Misconception, Spread, Summary, Trouble
from autograder.facts.verdict import EARNING, Verdict

NOT_LOST = EARNING | {Verdict.UNDECIDED}
"""Verdicts that tell of no misconception."""


def summarize(reports: Iterable[Report]) -> Summary:
    """Sum up a class in one pass."""
    totals = Totals()
    for report in reports:
        totals.add(report)
    return totals.summary()


@dataclass(slots=True)
class Totals:
    """What the reports so far add up to.

    Mean, median, items and misconceptions are those of graded submissions. What is unreadable has a score
    of 0 in the gradebook, but tells nothing of what a class understood, and is often handed in again; what
    is broken has no score. Both are counted by status and listed as alarms, and counted nowhere else. Who
    handed in nothing, or is excused, is counted by status alone, unless a zero was asked for.

    Misconceptions are the notes that `own_notes` lists, each once for a student. A gradient that is carried
    has none, whatever it looks like: it is the right derivative of a wrong loss, which has its own note.
    A function that raised or ran out of time shows no misconception either, but it costs points, and is
    listed: its note says which it was.
    """

    statuses: Counter[Status] = field(default_factory=Counter)
    max_score: float | None = None
    scores: list[int] = field(default_factory=list)  # in millionths
    items: dict[str, ItemTotals] = field(default_factory=dict)
    notes: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)  # by note, in millionths
    students: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # by note
    usually: dict[str, str] = field(default_factory=dict)  # the cause in words, by note
    causes: CommonCauses = field(default_factory=CommonCauses)
    broken: list[str] = field(default_factory=list)  # students, as in the next ones
    unreadable: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    zeros: int = 0
    corrections: list[tuple[str, Correction]] = field(default_factory=list)  # each with its student

    def add(self, report: Report) -> None:
        """Add a report."""
        self.statuses[report.status] += 1
        if self.max_score is None:
            self.max_score = report.max_score
        self.corrections += [(report.student, each) for each in report.corrections]
        if any(each.changed for each in report.corrections):
            self.changed.append(report.student)
        if report.status is Status.BROKEN:
            self.broken.append(report.student)
        elif report.status is Status.UNREADABLE:
            self.unreadable.append(report.student)
        elif report.status is Status.GRADED:
            self._add_graded(report)
        elif report.score is not None:  # missing, with the zero that was asked for
            self.scores.append(units(report.score))
            self.zeros += 1

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Hand on reports, each of which is added on its way: they are read once for two purposes."""
        for report in reports:
            self.add(report)
            yield report

    def summary(self) -> Summary:
        """Sum up what was added."""
        graded = len(self.scores)
        misconceptions = [Misconception(note, n, self.lost[note] / UNITS) for note, n in self.notes.items()]
        misconceptions.sort(key=lambda each: (-each.students, -each.points_lost, each.note))
        return Summary(
            {status: self.statuses[status] for status in Status},
            self.max_score,
            sum(self.scores) / (graded * UNITS) if graded else None,
            _median(self.scores) / UNITS if graded else None,
            tuple(item.summary(name) for name, item in self.items.items()),
            tuple(misconceptions),
            tuple(_alarms(self)),
            self.zeros,
            len(self.corrections),
        )

    def spread(self) -> Spread:
        """Return the students behind the numbers of the summary."""
        scores = Counter(score / UNITS for score in self.scores)
        students = {note: tuple(names) for note, names in self.students.items()}
        return Spread(scores, students, self.usually)

    def _add_graded(self, report: Report) -> None:
        self.causes.add(report)
        score = units(report.score or 0.0)
        self.scores.append(score)
        for item in report.items:
            self.items.setdefault(item.id, ItemTotals()).add(item, score, report.student)
        if any(item.verdict is Verdict.TIMED_OUT for item in report.items):
            self.late.append(report.student)
        self._add_notes(report.student, _lost(report))

    def _add_notes(self, student: str, lost: Sequence[ItemResult]) -> None:
        """Count the notes of a student, and the points of the items that carry them."""
        own = own_notes(lost)
        self.notes.update(own)
        for note in own:
            self.students[note].append(student)
        for item in lost:
            note = item.feedback.note or ""
            if note in own:
                self.usually.setdefault(note, item.feedback.usually)
                self.lost[note] += units(item.max_points) - units(item.points)


def _lost(report: Report) -> list[ItemResult]:
    """List the items at which something was not understood."""
    carried = {item.function for item in report.items if item.verdict is Verdict.CARRIED}
    lost = [item for item in report.items if item.verdict not in NOT_LOST]
    return [item for item in lost if item.function not in carried]


def _alarms(totals: Totals) -> Iterator[Alarm]:
    """List what needs the instructor's eye, the most urgent first."""
    handed_in = totals.statuses.total() - totals.statuses[Status.MISSING]
    everybody = totals.statuses.total()
    yield from _alarm(Trouble.BROKEN, totals.broken, handed_in)
    yield from _alarm(Trouble.CHANGED, totals.changed, everybody)
    yield from totals.causes.alarms()
    for name, item in totals.items.items():
        yield from _alarm(Trouble.UNDECIDED, item.undecided, item.count, name)
    yield from _alarm(Trouble.UNREADABLE, totals.unreadable, handed_in)
    yield from _alarm(Trouble.TIMED_OUT, totals.late, handed_in)


def _alarm(trouble: Trouble, students: Sequence[str], of: int, item: str | None = None) -> Iterator[Alarm]:
    """Report the trouble of students, if anybody has it."""
    if students:
        yield Alarm(trouble, len(students), of, tuple(students[:MOST_STUDENTS_LISTED]), item)


def _median(scores: Iterable[int]) -> float:
    """Find the middle score, or the mean of the two in the middle."""
    ordered = sorted(scores)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
