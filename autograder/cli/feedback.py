"""`report --feedback-for NAME` and `--feedback-for-all`: a page, and a Markdown file, for each student."""

from __future__ import annotations

import argparse
import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.classes.handed import SUBMISSIONS_AT_ONCE, Wanted, hand_over
from autograder.classes.roll import Roll
from autograder.classes.store import Store
from autograder.classes.summary import Totals
from autograder.classes.workers import Workers
from autograder.cli.engine import SLACK_SECONDS, cores
from autograder.cli.handed_in import hand_ins_of, released_for
from autograder.cli.streams import say
from autograder.exercise.released import read_released
from autograder.exporters.files import (
    ANYBODY,
    OWNERS_ALONE,
    prepare_folder,
    write_atomically,
    write_one_of_many,
)
from autograder.exporters.pages.anonymity import handed_without_name, without_name
from autograder.exporters.pages.class_page import class_page
from autograder.exporters.pages.code_key import code_key
from autograder.exporters.pages.index import Entry, index_lines, pages_of, version_of, versions_in
from autograder.exporters.pages.names import Naming, coded, named
from autograder.exporters.pages.student_markdown import student_markdown
from autograder.exporters.pages.student_page import student_page
from autograder.facts.errors import KitError
from autograder.facts.feedback import Handed, Lesson
from autograder.facts.report import Gradebook, Report, Status
from autograder.facts.text import line_of, listing
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn
from autograder.submission.zips import Zips

BATCHES_EACH = 2
"""Batches in flight for each worker."""
MOST_ALIKE = 5
"""Names that are offered where nobody is called as asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose feedback is written, from what, and where it goes."""

    book: Gradebook
    students: frozenset[str]
    hand_ins: Mapping[str, HandIn]
    exercise: Path | None  # the released one, from which pictures are drawn
    lesson: Lesson
    naming: Naming
    out: Path

    def reports(self) -> Iterator[Report]:
        """Go through the reports of those students."""
        return (report for report in self.book.reports if report.student in self.students)

    def wanted(self) -> Iterator[Wanted]:
        """Go through what is to be read and drawn; a file that ran out of time is not run again."""
        for report in self.reports():
            verdicts = {item.verdict for item in report.items}
            is_drawn = report.status is Status.GRADED and Verdict.TIMED_OUT not in verdicts
            student = report.student
            hand_in = self.hand_ins.get(student)
            yield Wanted(student, hand_in, report.file_hash, is_drawn)


def write_pages(arguments: argparse.Namespace, store: Store, book: Gradebook, roll: Roll | None) -> None:
    """Write the feedback that was asked for; without names, the page of the class as well."""
    out = arguments.out
    everybody = [report.student for report in book.reports]
    naming = coded(everybody, code_key(out)) if arguments.anonymous else named(everybody)
    students = _chosen(arguments, everybody, roll)
    if students:
        exercise = released_for(book)
        with Zips() as zips:
            submissions = hand_ins_of(store, arguments.submissions, exercise, zips, out)
            hand_ins = {each.student: each for each in submissions if each.student in students}
            drawn = None if arguments.no_pictures else exercise
            lesson = _lesson(book, exercise)
            _write_feedback(Asked(book, students, hand_ins, drawn, lesson, naming, out))
    if naming.is_anonymous:
        write_atomically(out / naming.places.page, _anonymous_page(book, naming, out))
        say(f"wrote {naming.places.page} in {out}")


def _write_feedback(asked: Asked) -> None:
    """Write the feedback of some students, and the list of all that is current."""
    places = asked.naming.places
    folder = asked.out / places.folder
    if folder.is_symlink():  # it may lead where a student wants files to be written
        raise KitError(f"{folder}: is a link, through which no feedback is written")
    prepare_folder(folder)
    count = _write_each(asked)
    lines = index_lines(_current(asked), asked.book.columns)
    mode = OWNERS_ALONE if asked.naming.is_anonymous else ANYBODY
    write_atomically(asked.out / places.index, lines, mode)
    say(
        f"wrote feedback for {len(asked.students)} in {folder}, {count['pictures']} with pictures,"
        f" and the list {places.index}"
    )
    if count["no code"]:
        say(
            f"{count['no code']} without code or pictures; --submissions PATH says where files are that moved"
        )


def _anonymous_page(book: Gradebook, naming: Naming, out: Path) -> Iterator[str]:
    """Write the page of a class in the order of codes, which tells nothing of names."""
    files = naming.files
    reports = [without_name(report, files[report.student]) for report in book.reports]
    reports.sort(key=lambda report: report.student)
    totals = Totals()
    for report in reports:
        totals.add(report)
    versions = versions_in(out / naming.places.index)
    pages = pages_of(versions, book.reports, naming)
    linked = {files[student]: page for student, page in pages.items()}
    anonymous = replace(book, reports=reports)
    return class_page(anonymous, totals.summary(), totals.spread(), linked)


def _chosen(arguments: argparse.Namespace, everybody: list[str], roll: Roll | None) -> frozenset[str]:
    """Find the students who are named; KitError, with those called alike, where there is nobody."""
    known = frozenset(everybody)
    if arguments.feedback_for_all:
        return known
    return frozenset(_student(name, known, roll) for name in arguments.feedback_for)


def _student(name: str, known: frozenset[str], roll: Roll | None) -> str:
    student = name if name in known else None
    if student is None and roll is not None:
        student = roll.student_of(name)
    if student is not None:
        return student
    alike = difflib.get_close_matches(name, sorted(known), MOST_ALIKE)
    hint = f"; there is {listing(alike, MOST_ALIKE)}" if alike else ""
    raise KitError(f"--feedback-for {line_of(name)}: nobody in the results is called so{hint}")


def _write_each(asked: Asked) -> Counter[str]:
    """Write the files of each student; count those with pictures, and those without code."""
    jobs = min(cores(), -(-len(asked.students) // SUBMISSIONS_AT_ONCE))
    count: Counter[str] = Counter()
    workers = Workers(jobs, SLACK_SECONDS)
    try:
        handed = hand_over(workers, asked.wanted(), asked.exercise, BATCHES_EACH * jobs)
        for report, each in zip(asked.reports(), handed, strict=True):
            _write(asked, report, each)
            count["pictures"] += bool(each.illustrations)
            count["no code"] += bool(each.trouble) and report.status is Status.GRADED
        workers.shutdown()
    finally:  # by an interrupt: what is at work is not waited for
        workers.shutdown(wait=False, cancel_futures=True)
    return count


def _lesson(book: Gradebook, exercise: Path | None) -> Lesson:
    """Say what the exercise is called, and collect its hints by item."""
    if exercise is None:
        return Lesson(book.exercise)
    released = read_released(exercise)
    items = next((report.items for report in book.reports if report.items), ())
    hints = {}
    for item in items:
        name = released.hints.about(item.id)
        if name:
            hints[item.id] = released.hints.ladders[name]
    return Lesson(released.task.title, hints)


def _write(asked: Asked, report: Report, handed: Handed) -> None:
    """Write a page and a Markdown file."""
    naming = asked.naming
    name = naming.files[report.student]
    called = report.person.called if report.person is not None else report.student
    if report.status is Status.UNREADABLE:  # why is in the report
        handed = replace(handed, trouble="")
    if naming.is_anonymous:
        handed = handed_without_name(handed, report, name)
        report, called = without_name(report, name), name
    page = student_page(report, handed, asked.lesson, called)
    text = student_markdown(report, handed, asked.lesson, called)
    write_one_of_many(asked.out / naming.places.html(name), page)
    write_one_of_many(asked.out / naming.places.markdown(name), text)


def _current(asked: Asked) -> Iterator[Entry]:
    """List the files that show the marks of today: those that were written now, and earlier ones."""
    places = asked.naming.places
    earlier = versions_in(asked.out / places.index)
    for report in asked.book.reports:
        name = asked.naming.files[report.student]
        html = places.html(name)
        if report.student in asked.students or earlier.get(html) == version_of(report):
            yield Entry(report, html, places.markdown(name))
