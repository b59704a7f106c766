"""The files of an nbgrader course: its folders by its configuration, and the copies beside a notebook."""

from __future__ import annotations

import errno
import fnmatch
import os
import shutil
import stat
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader import preprocessors, utils
from nbgrader.apps import NbGrader
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Application

from autograder.exercise.trust import among, graded_folders, open_to_others
from autograder.facts.errors import KitError
from autograder.facts.text import line_of, name_of, printable
from autograder.submission.descriptor import opened, reason
from autograder.submission.entries import text_of
from autograder.submission.read import HandIn

TIMESTAMP = "timestamp.txt"
LONGEST_TIMESTAMP = 100
"""Bytes that are read of a timestamp; a date takes a third of them."""


@dataclass(frozen=True, slots=True)
class Files:
    """A course's folders, and its settings for `autograde`."""

    assignment: str
    directory: CourseDirectory
    config: Any  # of traitlets
    adds_students: bool
    mode: int  # permissions of the files that graders see

    def handed_in(self, hand_in: HandIn) -> Path | None:
        """Return nbgrader's folder of a submission; None if it does not lie in one."""
        return _handed_in(hand_in, self.assignment)

    def autograded(self, student: str) -> Path:
        """Return the folder of the notebook that graders see."""
        if student in {"", ".", ".."} or os.sep in student:
            raise KitError("no folder can have this name")
        step = self.directory.autograded_directory
        return Path(self.directory.format_path(step, student, self.assignment))

    @property
    def source(self) -> Path:
        """The folder of the instructor's version."""
        return Path(self.directory.format_path(self.directory.source_directory, ".", self.assignment))

    def penalty(self, student: str, score: float, seconds_late: float) -> float | None:
        """Ask the course's plugin how many points a late submission loses, at most its whole score."""
        assign = preprocessors.AssignLatePenalties(config=self.config)
        assign.init_plugin()
        try:
            penalty = assign.plugin_inst.late_submission_penalty(student, score, seconds_late)
            return None if penalty is None else min(max(float(penalty), 0.0), score)
        except Exception as error:
            raised = f"{type(error).__name__}: {error}"
            raise KitError(f"the course's penalty for late submissions: {line_of(raised)}") from error


def open_files(
    assignment: str, submissions: Iterable[HandIn], beside: Path | None, graded: Sequence[Path] = ()
) -> Files:
    """Find the course's folder, and read nbgrader's configuration there, as nbgrader does.

    The course's folder holds `submitted/`; for submissions that lie elsewhere it is the one `beside`. The
    configuration is code: KitError if it lies in a `graded` folder, or if others can write to it.
    """
    folders = (_handed_in(hand_in, assignment) for hand_in in submissions)
    roots = {folder.absolute().parents[2] for folder in folders if folder is not None}
    if len(roots) > 1:
        raise KitError(f"{', '.join(map(str, sorted(roots)))}: one course at a time")
    root = next(iter(roots), None) or beside
    if root is None:
        raise KitError(f"no submission lies in a course's submitted/STUDENT/{assignment}/")
    app = NbGrader(log_level="ERROR")
    for suffix in (".py", ".json"):
        _refuse_strangers(root / f"{app.config_file_name}{suffix}", beside, graded)
    app.load_cwd_config = False
    app.load_config_file()
    Application.load_config_file(app, app.config_file_name, path=str(root))
    directory = CourseDirectory(root=str(root), config=app.config)
    converter = Autograde(directory, config=app.config)
    mode = int(str(converter.permissions), 8)
    return Files(assignment, directory, app.config, converter.create_student, mode)


def _refuse_strangers(config: Path, gradebook: Path | None, graded: Sequence[Path]) -> None:
    """Raise KitError if somebody else may have written a course's configuration, which is code.

    A graded folder may be the course itself: the `gradebook` that lies in it shows that.
    """
    if not config.exists():
        return
    course = config.parent
    is_own = gradebook is not None and gradebook.exists() and gradebook.samefile(course)
    if among(course.parent if is_own else course, graded_folders(graded)) is not None:
        why = "lies among what is graded, and may have been handed in; of a course, grade its submitted/"
        raise KitError(f"{printable(str(config))} {why}")
    trouble = open_to_others(config)
    if trouble:
        raise KitError(f"{printable(str(config))} is not run: {printable(trouble)}")


def _handed_in(hand_in: HandIn, assignment: str) -> Path | None:
    for folder in (hand_in.path, *hand_in.path.parents):
        if folder.name == assignment and name_of(text_of(folder.parent.name)) == hand_in.student:
            return folder
    return None


def read_timestamp(folder: Path) -> tuple[datetime | None, str]:
    """Read when a submission was handed in, in UTC, or None; and why the timestamp cannot be read."""
    path = folder / TIMESTAMP
    if not _is_file(path):
        return None, ""
    try:
        with opened(path, _course_of(folder)) as descriptor:
            text = os.read(descriptor, LONGEST_TIMESTAMP).decode("utf-8", "replace").strip()
    except OSError as error:
        return None, f"{TIMESTAMP}: {reason(error)}"
    try:
        return (utils.parse_utc(text) if text else None), ""
    except (ValueError, OverflowError, TypeError):
        return None, f"{TIMESTAMP} holds no date, but {line_of(text)!r}"


def copy_timestamp(folder: Path | None, target: Path, mode: int) -> None:
    """Copy a submission's timestamp, last of all: by it nbgrader knows that the submission is graded."""
    given = folder / TIMESTAMP if folder is not None else None
    if given is not None and _is_file(given):
        _copy(given, _course_of(given.parent), target / TIMESTAMP, mode)
    else:
        (target / TIMESTAMP).unlink(missing_ok=True)


def copy_handed_in(origin: Path, target: Path, ignored: Sequence[str], mode: int) -> None:
    """Copy the files that a student handed in beside a notebook; links are not followed."""
    copy_others(origin, target, ignored, mode, _course_of(origin))


def copy_others(
    origin: Path, target: Path, ignored: Sequence[str], mode: int, root: Path | None = None
) -> None:
    """Copy the files beside a notebook, as autograde does; links below `root` are not followed."""
    left_out = (*ignored, "*.ipynb", TIMESTAMP)
    for folder, inner, names in os.walk(origin):
        # os.walk descends into the folders that stay in this list.
        inner[:] = [name for name in inner if not _matches(name, ignored)]
        for name in names:
            path = Path(folder, name)
            if not _is_file(path) or _matches(name, left_out):
                continue
            copied = target / path.relative_to(origin)
            copied.parent.mkdir(parents=True, exist_ok=True)
            _copy(path, root or origin, copied, mode)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def _copy(path: Path, root: Path, copied: Path, mode: int) -> None:
    """Copy a file below `root`, unless the copy is current; a link is left out."""
    with ExitStack() as stack:
        try:
            descriptor = stack.enter_context(opened(path, root))
        except OSError as error:
            if error.errno == errno.ELOOP:
                return
            raise
        status = os.fstat(descriptor)
        if copied.exists() and _version(copied.stat()) == _version(status):
            return
        copied.unlink(missing_ok=True)  # a read-only copy can be replaced, not overwritten
        with open(descriptor, "rb", closefd=False) as source, copied.open("xb") as file:
            shutil.copyfileobj(source, file)
        os.utime(copied, ns=(status.st_atime_ns, status.st_mtime_ns))
        copied.chmod(mode)


def _course_of(folder: Path) -> Path:
    """Return the course's folder of all hand-ins, two levels above that of an assignment."""
    return folder.parents[1]


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _is_file(path: Path) -> bool:
    """Whether a path is a regular file, not a link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
