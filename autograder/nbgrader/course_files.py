"""The files of an nbgrader course: where they lie by its configuration, and what goes beside a notebook."""

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
"""Bytes of a date, with room."""


@dataclass(frozen=True, slots=True)
class Files:
    """A course's folders, and what its configuration says of `autograde`."""

    assignment: str
    directory: CourseDirectory
    config: Any  # traitlets'
    adds_students: bool
    mode: int  # of a notebook that is shown to graders

    def handed_in(self, hand_in: HandIn) -> Path | None:
        """Find nbgrader's folder of a submission; None for one that lies elsewhere."""
        return _handed_in(hand_in, self.assignment)

    def autograded(self, student: str) -> Path:
        """Say where the notebook goes that is shown to graders."""
        if student in {"", ".", ".."} or os.sep in student:
            raise KitError("no folder can have this name")
        step = self.directory.autograded_directory
        return Path(self.directory.format_path(step, student, self.assignment))

    @property
    def source(self) -> Path:
        """Where the instructor's version is."""
        return Path(self.directory.format_path(self.directory.source_directory, ".", self.assignment))

    def penalty(self, student: str, score: float, seconds_late: float) -> float | None:
        """Ask the course's plugin what a late submission loses: at most its score, as in autograde."""
        assign = preprocessors.AssignLatePenalties(config=self.config)
        assign.init_plugin()
        try:
            penalty = assign.plugin_inst.late_submission_penalty(student, score, seconds_late)
            return None if penalty is None else min(max(float(penalty), 0.0), score)
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            raise KitError(f"the course's penalty for late submissions: {line_of(told)}") from error


def open_files(
    assignment: str, submissions: Iterable[HandIn], beside: Path | None, graded: Sequence[Path] = ()
) -> Files:
    """Find the course's folder, and read nbgrader's configuration there, as nbgrader does.

    It is the folder that holds `submitted/`; for submissions that lie elsewhere the one `beside`. Its
    configuration is code: KitError where it lies in a `graded` folder, or where others can write to it.
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
    """Raise KitError where a course's configuration, which is code, may be somebody else's.

    A graded folder may be the course itself: that is known by the `gradebook`, which lies in it.
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
    """Read when a submission was handed in, in UTC, None where nothing says it; and what is wrong there."""
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
    """Copy when a submission was handed in: the sign that it has been graded, so it comes last."""
    given = folder / TIMESTAMP if folder is not None else None
    if given is not None and _is_file(given):
        _copy(given, _course_of(given.parent), target / TIMESTAMP, mode)
    else:
        (target / TIMESTAMP).unlink(missing_ok=True)


def copy_handed_in(origin: Path, target: Path, ignored: Sequence[str], mode: int) -> None:
    """Copy what a student handed in beside a notebook; no link to a file or a folder is followed."""
    copy_others(origin, target, ignored, mode, _course_of(origin))


def copy_others(
    origin: Path, target: Path, ignored: Sequence[str], mode: int, root: Path | None = None
) -> None:
    """Copy what lies beside a notebook, as autograde does; no link is followed below `root`."""
    for folder, inner, names in os.walk(origin):
        inner[:] = [name for name in inner if not _matches(name, ignored)]
        for path in (Path(folder, name) for name in names):
            if _is_file(path) and not _matches(path.name, (*ignored, "*.ipynb", TIMESTAMP)):
                copied = target / path.relative_to(origin)
                copied.parent.mkdir(parents=True, exist_ok=True)
                _copy(path, root or origin, copied, mode)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def _copy(path: Path, root: Path, copied: Path, mode: int) -> None:
    """Copy a file below `root`, unless it has been copied; what a link leads to is left out."""
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
        copied.unlink(missing_ok=True)  # one that must not be written to can be replaced
        with open(descriptor, "rb", closefd=False) as source, copied.open("xb") as file:
            shutil.copyfileobj(source, file)
        os.utime(copied, ns=(status.st_atime_ns, status.st_mtime_ns))
        copied.chmod(mode)


def _course_of(folder: Path) -> Path:
    """Return the folder of all hand-ins, above the student's and the assignment's: the course's own."""
    return folder.parents[1]


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _is_file(path: Path) -> bool:
    """Whether there is a regular file, and no link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False
