"""Scores and comments into the gradebook of an nbgrader course, as if `nbgrader autograde` had run.

Of a submission either everything is written or nothing. In this order: the notebook is written beside its
place; the database is changed, in one transaction, and committed; the notebook takes its place; the timestamp
follows, by which nbgrader knows what has been graded. Whatever ends the kit in between, no old score stands
beside a new notebook, and the same command, run again, completes the rest.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from autograder.exercise.load import Exercise
from autograder.exporters.files import replacing
from autograder.facts.errors import KitError
from autograder.facts.report import Report, Status
from autograder.nbgrader import rows
from autograder.nbgrader.autograded import Autograded, make_autograded
from autograder.nbgrader.course import Course, LockedError, open_course, stop_waiting, troubles
from autograder.nbgrader.course_files import (
    Files,
    copy_handed_in,
    copy_others,
    copy_timestamp,
    open_files,
    read_timestamp,
)
from autograder.nbgrader.handed_in import HandedInCell, notebook_cells, script_cells
from autograder.nbgrader.marks import marks, remarks, shown
from autograder.submission.kinds import NOTEBOOK, SCRIPT
from autograder.submission.read import HandIn, UnreadableError, content_at, form_of

OURS = "autograder"
"""Where in a notebook's metadata the kit says what it was made of."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say of a class's way into a gradebook, and whether all of it got there."""

    lines: tuple[str, ...]
    complete: bool


@dataclass(slots=True)
class Log:
    """What is noted on the way."""

    written: int = 0
    added: list[str] = field(default_factory=list)  # students
    notes: list[str] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)  # reason -> students


@dataclass(frozen=True, slots=True)
class Entry:
    """What goes into the database about one submission."""

    student: str
    report: Report
    is_dated: bool  # handed in through nbgrader, which knows when
    when: datetime | None  # in UTC
    untouched: frozenset[str]  # answers that are as they were released
    notebook: Path  # the one that graders see


def try_gradebook(
    url: str, exercise: Exercise, submissions: Sequence[HandIn], graded: Sequence[Path] = ()
) -> None:
    """Make sure, before any work, that there is a gradebook that the scores belong into; else KitError.

    One that is locked may be free when the work is done.
    """
    with contextlib.suppress(LockedError), open_course(url, exercise) as course:
        open_files(course.name, submissions, course.folder, graded)


def write_gradebook(
    url: str,
    exercise: Exercise,
    reports: Sequence[Report],
    submissions: Sequence[HandIn],
    graded: Sequence[Path] = (),
) -> Outcome:
    """Write a class: who cannot be written is told, the others are. KitError where nobody can be."""
    by_student = {hand_in.student: hand_in for hand_in in submissions}
    log = Log()
    with open_course(url, exercise) as course:
        files = open_files(course.name, submissions, course.folder, graded)
        for report in reports:
            try:
                _write(course, files, report, by_student[report.student], log)
                log.written += 1
            except KitError as error:
                if isinstance(error, LockedError):
                    stop_waiting(course)  # the class has waited once
                log.failed.setdefault(str(error), []).append(report.student)
        into = f"{course.url} and {files.directory.autograded_directory}/"
        lines = (f"wrote {log.written} of {len(reports)} to {into}", *_lines(course, log))
    return Outcome(lines, not log.failed)


def _lines(course: Course, log: Log) -> Iterator[str]:
    if log.added:
        yield f"added to the gradebook's students: {', '.join(log.added)}"
    yield from log.notes
    graded = (
        cell for cell in course.cells if cell.points is not None and not cell.solution and not cell.task
    )
    others = [cell.name for cell in graded if cell.name not in course.items]
    if others:
        yield f"no items of this exercise, so a person has to mark them: {', '.join(others)}"
    for reason, students in log.failed.items():
        yield f"not written: {', '.join(students)}: {reason}"


def _write(course: Course, files: Files, report: Report, hand_in: HandIn, log: Log) -> None:
    """Write one submission, in the order that this module promises."""
    student = report.student
    cells = _handed_in(hand_in, report)
    made = _autograded(course, report, cells)
    origin, target = files.handed_in(hand_in), files.autograded(student)
    when, trouble = read_timestamp(origin) if origin is not None else (None, "")
    entry = Entry(
        student, report, origin is not None, when, made.untouched, target / f"{course.own.name}{NOTEBOOK}"
    )
    with _undone(target):
        _prepare(origin, target, files)
        with replacing(entry.notebook, made.text, files.mode), troubles(course.url):
            is_new = _store(course, files, entry)
    copy_timestamp(origin, target, files.mode)
    log.added += [student] if is_new else []
    log.notes += [f"{student}: {trouble}"] if trouble else []
    if made.restored and cells and hand_in.path.suffix.lower() == NOTEBOOK:
        log.notes.append(f"{student}: restored from the course: {', '.join(made.restored)}")


@contextlib.contextmanager
def _undone(folder: Path) -> Iterator[None]:
    """Remove a folder that was not there before, and the student's if that was made for it, if this fails."""
    new = [path for path in (folder, folder.parent) if not path.exists()]
    try:
        yield
    except BaseException:
        for path in new:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _handed_in(hand_in: HandIn, report: Report) -> list[HandedInCell]:
    """Read what was handed in once more, to be shown; KitError if it is no longer what was graded."""
    if hand_in.trouble or (report.status is Status.UNREADABLE and not report.file_hash):
        return []
    try:
        content = content_at(hand_in.path, root=hand_in.root)
    except UnreadableError:
        return []
    if report.file_hash and content.digest != report.file_hash:
        raise KitError("the file was changed while it was graded; grade it again")
    data = content.data
    form = form_of(hand_in.path.name, data)
    return notebook_cells(data) if form == NOTEBOOK else script_cells(data) if form == SCRIPT else []


def _autograded(course: Course, report: Report, cells: Sequence[HandedInCell]) -> Autograded:
    about = {"file_hash": report.file_hash, "status": str(report.status)}
    kernel = {"kernelspec": dict(course.kernel)} if course.kernel else {}
    metadata = {**kernel, "language_info": {"name": "python"}, OURS: about}
    return make_autograded(cells, course.cells, shown(report, course), metadata)


def _prepare(folder: Path | None, target: Path, files: Files) -> None:
    """Make the folder for the notebook, with the files that lie beside it."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        if folder is not None:
            copy_handed_in(folder, target, files.directory.ignore, files.mode)
        copy_others(files.source, target, files.directory.ignore, files.mode)
    except OSError as error:
        raise KitError(f"{target}: cannot be written: {error.strerror}") from error


def _store(course: Course, files: Files, entry: Entry) -> bool:
    """Change the database in one transaction; whether the student was added."""
    session, student, own = course.database.db, entry.student, course.own
    scores = marks(entry.report, course, entry.untouched)
    told = remarks(entry.report, course, entry.untouched)
    try:
        connection = session.connection()
        place = rows.find_place(connection, course, student)
        is_new = place is None and rows.add_student(connection, student, create=files.adds_students)
        place = place or rows.add_place(connection, course, student)
        if entry.is_dated:
            rows.put_timestamp(connection, place, entry.when)
        by_cell = {own.graded[name]: mark for name, mark in scores.items()}
        rows.put_marks(
            connection, place, by_cell, lambda: entry.report.file_hash == _graded_before(entry.notebook)
        )
        rows.put_remarks(connection, place, {own.commented[name]: text for name, text in told.items()})
        rows.put_penalty(session, course, place, partial(files.penalty, student))
        session.commit()
    except BaseException:
        session.rollback()
        raise
    return is_new


def _graded_before(notebook: Path) -> str | None:
    """Read from the notebook that is in place which file it was made of; None where it does not say."""
    try:
        return str(json.loads(notebook.read_text("utf-8"))["metadata"][OURS]["file_hash"]) or None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
