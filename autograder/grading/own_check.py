"""A student's own check: the open items of a released exercise, on one file, without an answer key."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from autograder.checks.plan import Plan
from autograder.exercise.answers import AnswerKey
from autograder.exercise.document import Released
from autograder.exercise.probes import open_probes
from autograder.exercise.released import find_released, read_released
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.report import Gradebook
from autograder.facts.verdict import EARNING
from autograder.facts.versions import versions
from autograder.grading.marking import Marking, grade, seed_of
from autograder.student.backend import Backend
from autograder.submission.entries import is_folder
from autograder.submission.read import HandIn


class Checked(NamedTuple):
    """What a check found."""

    gradebook: Gradebook
    released: Released
    exercise: Path  # where it was read from

    @property
    def passes(self) -> bool:
        """Whether every open item passes."""
        (report,) = self.gradebook.reports
        return bool(report.items) and all(item.verdict in EARNING for item in report.items)


class OpenPart(NamedTuple):
    """A released exercise, ready to mark with."""

    released: Released
    marking: Marking


def open_part(path: Path, limits: Limits) -> OpenPart:
    """Read an `exercise.json`; KitError if it cannot be used. The hidden inputs follow from its bytes."""
    released = read_released(path)
    seed = seed_of(released.digest)
    key = AnswerKey(open_probes(released.task))
    plan = Plan(released.task, key.probes, seed)
    return OpenPart(released, Marking(plan, released.items, key, limits))


@contextmanager
def chosen_file(file: Path | None, exercise: str | None) -> Iterator[HandIn]:
    """Choose the file of a student's own check: the one given, or the one in a folder, or KitError."""
    if file is not None and not is_folder(file):
        if not os.path.lexists(file):
            raise KitError(f"{file}: no such file")
        yield HandIn(file.stem, file.name, file, root=file)
        return
    from autograder.grading.own_file import own_file  # noqa: PLC0415 - a file that is named starts without
    from autograder.submission.zips import Zips  # noqa: PLC0415 - as above

    with Zips() as zips:
        yield own_file(file or Path(), exercise, zips)


def check_file(file: Path | None, exercise: str | None, backend: Backend, seconds: float) -> Checked:
    """Check one file; KitError if it is missing, or belongs to no exercise."""
    with chosen_file(file, exercise) as hand_in:
        return check(hand_in, find_released(Path.cwd(), hand_in.path, exercise), backend, seconds)


def check(hand_in: HandIn, released: Path, backend: Backend, seconds: float) -> Checked:
    """Check one file by a released exercise; KitError if that cannot be used."""
    part = open_part(released, Limits(seconds=seconds))
    report = grade(hand_in, part.marking, backend)
    gradebook = Gradebook(
        part.released.task.name,
        part.released.digest,
        part.marking.seed,
        str(backend.isolation),
        versions(numpy=""),  # the student process knows, and nothing here depends on it
        (report,),
    )
    return Checked(gradebook, part.released, released)
