"""A student's own check: the open items of a released exercise, on one file, without an answer key."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise.answers import AnswerKey
from autograder.exercise.probes import open_probes
from autograder.exercise.released import FILE, Released, find_released, read_released
from autograder.facts.calls import Limits
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook
from autograder.facts.verdict import EARNING
from autograder.facts.versions import versions
from autograder.grading.one import SEED_BITS, Marking, grade
from autograder.student.process import Backend
from autograder.submission.read import Found


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    gradebook: Gradebook
    released: Released

    @property
    def passes(self) -> bool:
        """Whether every open item passes."""
        (report,) = self.gradebook.reports
        return bool(report.items) and all(item.verdict in EARNING for item in report.items)


def check_file(file: Path | None, exercise: str | None, backend: Backend, seconds: float) -> Checked:
    """Check one file; KitError if there is no such file or no exercise it belongs to."""
    file = _the_file(file)
    path = find_released(Path.cwd(), file, exercise)
    released = read_released(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    seed = int(digest, 16) % 2**SEED_BITS
    limits = Limits(seconds=seconds)
    marking = Marking(released.task, released.items, AnswerKey(open_probes(released.task)), seed, limits)
    report = grade(Found(file.stem, file.name, file), marking, backend)
    made_with = versions(numpy="")  # the student process knows, and nothing here depends on it
    gradebook = Gradebook(released.task.name, digest, seed, str(backend.isolation), made_with, (report,))
    return Checked(gradebook, released)


def _the_file(file: Path | None) -> Path:
    """Find the file to check: the one named, or the one file of the exercise folder."""
    folder = file or Path()
    if file is not None and not os.path.isdir(file):  # noqa: PTH112 - never raises
        if not os.path.lexists(file):
            raise KitError(f"{file}: no such file")
        return file
    if (folder / FILE).is_file():
        expected = folder / read_released(folder / FILE).task.file
        if expected.exists():
            return expected
    files = sorted(folder.glob("*.py"))
    if len(files) != 1:
        what = "no .py file" if not files else f"{len(files)} .py files"
        raise KitError(f"{folder}: {what} here; name the file to check")
    return files[0]
