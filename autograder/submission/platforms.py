"""The forms of names in the downloads of learning platforms.

The forms of Canvas (lib/content_zipper.rb) and Moodle (mod/assign/classes/downloader.php) are those of
their sources; the others' are those that published scripts for renaming expect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Attempt = tuple[int, ...]
SMALLEST_CANVAS = (1_000,)
"""Canvas counts the files of a whole institution; smaller numbers are dates, tasks and versions."""
FEWEST_DIGITS = 6
"""Gradescope counts all its submissions; a shorter number may be anybody's."""
LATE = "_LATE_"
"""The mark of Canvas for a late hand-in, between the student and the numbers."""
YEAR = re.compile("(?:19|20)[0-9]{2}")


class Name(NamedTuple):
    """A name, split into its parts."""

    whole: str  # as it is on the disk
    student: str
    id: str = ""  # the platform's number for the student
    attempt: Attempt | None = None  # a later one is greater
    rest: str = ""  # the file's own name; empty for a folder
    nothing: str = ""  # why no submission can be in it


class Form(NamedTuple):
    """One form of a platform's names, with groups `student`, and maybe `id`, `attempt` and `file`."""

    pattern: re.Pattern[str]
    nothing: str = ""


class Platform(NamedTuple):
    """A learning platform, or a pattern of the instructor's own."""

    title: str
    forms: tuple[Form, ...]
    own: frozenset[str] = frozenset()
    """Names of files that the platform adds for itself."""
    evident: Callable[[Sequence[Name]], bool] = bool
    """Decides whether names that fit are surely the platform's."""
    among: Callable[[Sequence[Name]], list[Name]] = list
    """Mends what only all names of a folder together show."""
    attempt_per_file: bool = False
    """A later attempt replaces a file of the same name, not all files."""
    partial: bool = False
    """The pattern may end before the name does, and the file keeps its whole name."""


def _forms(*patterns: tuple[str, str]) -> tuple[Form, ...]:
    return tuple(Form(re.compile(pattern, re.DOTALL), nothing) for pattern, nothing in patterns)


def _surely_canvas(names: Sequence[Name]) -> bool:
    """Whether each id has one student, and each file a long number of its own: dates and versions do not."""
    numbers = [name.attempt for name in names if name.attempt]
    if not numbers or len(set(numbers)) < len(numbers):
        return False
    students = {(name.id or name.student, name.student) for name in names}
    ids = {number for number, _ in students}
    if len(ids) < len(students):
        return False
    if min(numbers) < SMALLEST_CANVAS:
        return False
    if any(LATE in name.whole for name in names):
        return True
    return not all(YEAR.fullmatch(name.id) for name in names)


def _surely_gradescope(names: Sequence[Name]) -> bool:
    return bool(names) and all(len(name.id) >= FEWEST_DIGITS for name in names)


def _without_assignment(names: Sequence[Name]) -> list[Name]:
    """Cut off the assignment, which Blackboard writes before each student."""
    start = _assignment_end(sorted({name.student for name in names}))
    return [name._replace(student=name.student[start:]) for name in names]


def _assignment_end(students: Sequence[str]) -> int:
    """Count the characters up to the last underscore that all have in common; up to its last, for one."""
    first, last = "".join(students[:1]), "".join(students[-1:])
    length = min(len(first), len(last))
    differ = (at for at in range(length) if first[at] != last[at])
    return first.rfind("_", 0, next(differ, length)) + 1


def _with_number(names: Sequence[Name]) -> list[Name]:
    """Take the first of Brightspace's two numbers as the student's, unless all students have it."""
    numbers = {name.id.partition("-")[0] for name in names}
    students = {name.student for name in names}
    part = 2 if len(numbers) == 1 and len(students) > 1 else 0
    mended = []
    for name in names:
        number = name.id.partition("-")[part]
        mended.append(name._replace(id=number))
    return mended


_ANONYMOUS = r"(?:LATE_)?(?P<student>anon_[A-Za-z0-9]+)"
_CANVAS = r"(?P<student>.+?)(?:_LATE)?_(?P<id>[0-9]+)"
_MOODLE = r"(?P<student>.+?)(?:_(?P<id>[0-9]+))?_assignsubmission"
_BLACKBOARD = r"(?P<student>.+?)_[^\W\d_]+_(?P<attempt>[0-9]{4}(?:-[0-9]{2}){5})"
_BRIGHTSPACE = r"(?P<id>[0-9]+-[0-9]+) - (?P<student>.+?) - "
DATE = r"(?:[^\W\d_]+\.? [0-9]{1,2}|[0-9]{1,2}\.? [^\W\d_]+\.?),? [0-9]{4},? [0-9]{3,4}(?:\s?[AaPp][Mm])?"
"""Brightspace's: Nov 1, 2026 1012 AM."""
_TYPED = "typed into {}: there is no file"

PLATFORMS: Mapping[str, Platform] = {
    "canvas": Platform(
        "Canvas",
        _forms(
            (_ANONYMOUS + r"_(?P<attempt>[0-9]+)_(?P<file>.+)", ""),
            (_CANVAS + r"_(?P<attempt>[0-9]+)_(?P<file>.+)", ""),
            (_ANONYMOUS + r"_(?:text|link)\.html", _TYPED.format("Canvas")),
            (_CANVAS + r"_(?:text|link)\.html", _TYPED.format("Canvas")),
        ),
        evident=_surely_canvas,
        attempt_per_file=True,
    ),
    "moodle": Platform(
        "Moodle",
        _forms(
            (_MOODLE + r"_file(?:_(?P<file>.*))?", ""),
            (_MOODLE + r"_[a-z]+(?:_.*)?", _TYPED.format("Moodle")),
        ),
    ),
    "blackboard": Platform(
        "Blackboard",
        _forms(
            (_BLACKBOARD + r"_(?P<file>.+)", ""),
            (_BLACKBOARD + r"\.txt", "Blackboard's record of an attempt: there is no file"),
        ),
        among=_without_assignment,
    ),
    "gradescope": Platform(
        "Gradescope",
        _forms((r"(?P<student>submission_(?P<id>[0-9]+))", "")),
        own=frozenset({"submission_metadata.yml"}),
        evident=_surely_gradescope,
    ),
    "brightspace": Platform(
        "Brightspace",
        _forms(
            (_BRIGHTSPACE + rf"(?P<attempt>{DATE})(?: - (?P<file>.+))?", ""),
            (_BRIGHTSPACE + r"(?P<file>.+)", ""),
        ),
        own=frozenset({"index.html"}),
        among=_with_number,
    ),
}
