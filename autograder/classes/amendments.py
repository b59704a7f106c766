"""What is added to the marks of a class each time they are read: a roster, and a teacher's corrections."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from heapq import merge
from typing import TYPE_CHECKING

from autograder.classes.corrections import Made, corrected
from autograder.classes.overrides import Marked, Override
from autograder.facts.messages import corrections as messages
from autograder.facts.person import Person
from autograder.facts.report import Advice, Gradebook, Report, Status

if TYPE_CHECKING:
    from autograder.classes.roll import Roll

MISSING_NOTE = "file/missing"


@dataclass(frozen=True, slots=True)
class Amendments:
    """A roster beside the class, and corrections by student."""

    marked: Marked
    roll: Roll | None = None
    missing_is_zero: bool = False
    overrides: Mapping[str, tuple[Override, ...]] = field(default_factory=dict)
    hashes: Mapping[Made, str] = field(default_factory=dict)

    def amend(self, report: Report) -> Report:
        """Add to a report whose it is, and correct its marks."""
        person = self.roll.people.get(report.student) if self.roll is not None else None
        if person is not None:
            report = replace(report, person=person)
        return corrected(report, self.overrides.get(report.student, ()), self.marked, self.hashes)

    def missing(self) -> list[Report]:
        """Make a report for everybody who handed in nothing, by student."""
        people = self.roll.missing if self.roll is not None else {}
        return [self.amend(self._missing(student, people[student])) for student in sorted(people)]

    def _missing(self, student: str, person: Person) -> Report:
        score = 0.0 if self.missing_is_zero else None
        advice = (Advice(MISSING_NOTE, messages.nothing_handed_in()),)
        return Report(
            student, "", "", Status.MISSING, score, self.marked.max_score, (), advice, person=person
        )


@dataclass(frozen=True, slots=True)
class Amended(Collection[Report]):
    """The reports of a class with what is added to them, each time they are gone through."""

    reports: Collection[Report]
    amendments: Amendments
    missing: tuple[Report, ...]

    def __iter__(self) -> Iterator[Report]:
        amended = map(self.amendments.amend, self.reports)
        return merge(amended, self.missing, key=lambda report: report.student)

    def __len__(self) -> int:
        return len(self.reports) + len(self.missing)

    def __contains__(self, report: object) -> bool:
        return any(report == other for other in self)


def amended(book: Gradebook, amendments: Amendments) -> Gradebook:
    """Add a roster and corrections to a class."""
    missing = tuple(amendments.missing())
    reports: Collection[Report] = Amended(book.reports, amendments, missing)
    if isinstance(book.reports, tuple):  # a small class is held in memory
        reports = tuple(reports)
    return replace(book, reports=reports, missing=len(missing), columns=_columns(amendments.roll))


def marked_in(reports: Collection[Report]) -> Marked:
    """Return what can be corrected in a class that was graded before: the items of a report that has them."""
    max_score = 0.0
    for report in reports:
        max_score = report.max_score
        if report.items:
            return Marked({item.id: item.max_points for item in report.items}, max_score)
    return Marked({}, max_score)


def _columns(roll: Roll | None) -> tuple[str, ...]:
    """List what a roster has of anybody."""
    people = [*roll.people.values(), *roll.missing.values()] if roll is not None else []
    names = [each.name for each in fields(Person)]
    return tuple(name for name in names if any(getattr(person, name) for person in people))
