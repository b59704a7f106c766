"""Write scores and comments to the gradebook of an nbgrader course, as `nbgrader autograde` does.

Everything about a submission is written, or nothing, in this order: the notebook is written beside its place;
the database is changed in one transaction; the notebook takes its place; the timestamp follows, by which
nbgrader knows that the submission is graded. So if the kit ends in between, no old score stands beside a new
notebook, and the same command, run again, completes the rest.
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

METADATA_KEY = "autograder"
"""The key of a notebook's metadata under which the kit notes the hash of the hand-in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines that report how a class was written to a gradebook, and whether all of it was."""

    lines: tuple[str, ...]
    complete: bool


@dataclass(slots=True)
class Log:
    """Notes on what was written so far."""

    written: int = 0
    added: list[str] = field(default_factory=list)  # students
    notes: list[str] = field(default_factory=list)
    failed: dict[str, list[str]] = field(default_factory=dict)  # reason -> students


@dataclass(frozen=True, slots=True)
class Entry:
    """What the database holds about one submission."""

    student: str
    report: Report
    is_dated: bool  # whether it lies in nbgrader's folders, which hold a timestamp
    when: datetime | None  # in UTC
    untouched: frozenset[str]  # names of answers that nobody has edited
    notebook: Path  # that graders see


def try_gradebook(
    url: str, exercise: Exercise, submissions: Sequence[HandIn], graded: Sequence[Path] = ()
) -> None:
    """Raise KitError, before any work is done, if the scores cannot be written to this gradebook.

    A locked gradebook is accepted, as it may be free when the work is done.
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
    """Write a class; a student who cannot be written is reported. KitError if nobody can be written."""
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
    origin = files.handed_in(hand_in)
    target = files.autograded(student)
    notebook = target / f"{course.own.name}{NOTEBOOK}"
    when, trouble = read_timestamp(origin) if origin is not None else (None, "")
    entry = Entry(student, report, origin is not None, when, made.untouched, notebook)
    with _undone(target):
        _prepare(origin, target, files)
        with replacing(notebook, made.text, files.mode), troubles(course.url):
            is_new = _store(course, files, entry)
    copy_timestamp(origin, target, files.mode)
    if is_new:
        log.added.append(student)
    if trouble:
        log.notes.append(f"{student}: {trouble}")
    if made.restored and cells and hand_in.path.suffix.lower() == NOTEBOOK:
        log.notes.append(f"{student}: restored from the course: {', '.join(made.restored)}")


@contextlib.contextmanager
def _undone(folder: Path) -> Iterator[None]:
    """Remove a folder, and the student's around it, if they were made within this context and it fails."""
    new = [path for path in (folder, folder.parent) if not path.exists()]
    try:
        yield
    except BaseException:
        for path in new:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _handed_in(hand_in: HandIn, report: Report) -> list[HandedInCell]:
    """Read the hand-in again, to show it; KitError if it changed since it was graded."""
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
    metadata = {**kernel, "language_info": {"name": "python"}, METADATA_KEY: about}
    return make_autograded(cells, course.cells, shown(report, course), metadata)


def _prepare(folder: Path | None, target: Path, files: Files) -> None:
    """Make the notebook's folder, and copy the files beside it."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        if folder is not None:
            copy_handed_in(folder, target, files.directory.ignore, files.mode)
        copy_others(files.source, target, files.directory.ignore, files.mode)
    except OSError as error:
        raise KitError(f"{target}: cannot be written: {error.strerror}") from error


def _store(course: Course, files: Files, entry: Entry) -> bool:
    """Change the database in one transaction; return whether the student was added."""
    session, student, own = course.database.db, entry.student, course.own
    scores = marks(entry.report, course, entry.untouched)
    texts = remarks(entry.report, course, entry.untouched)
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
        rows.put_remarks(connection, place, {own.commented[name]: text for name, text in texts.items()})
        rows.put_penalty(session, course, place, partial(files.penalty, student))
        session.commit()
    except BaseException:
        session.rollback()
        raise
    return is_new


def _graded_before(notebook: Path) -> str | None:
    """Read the hash of the hand-in that a notebook was made from; None if it holds none."""
    try:
        return str(json.loads(notebook.read_text("utf-8"))["metadata"][METADATA_KEY]["file_hash"]) or None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
