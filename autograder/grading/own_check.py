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
from autograder.grading.one import Marking, grade, seed_of
from autograder.student.process import Backend
from autograder.submission.read import NOTEBOOK, SUFFIX, Found


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


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A released exercise, ready to mark with."""

    released: Released
    digest: str
    marking: Marking


def open_part(path: Path, limits: Limits) -> OpenPart:
    """Read an `exercise.json`; KitError if it is none. The hidden inputs follow from its bytes."""
    released = read_released(path)
    digest = _digest(path)
    seed = seed_of(digest)
    key = AnswerKey(open_probes(released.task))
    return OpenPart(released, digest, Marking(released.task, released.items, key, seed, limits))


def check_file(file: Path | None, exercise: str | None, backend: Backend, seconds: float) -> Checked:
    """Check one file; KitError if there is no such file or no exercise it belongs to."""
    file = _the_file(file)
    part = open_part(find_released(Path.cwd(), file, exercise), Limits(seconds=seconds))
    name, seed = part.released.task.name, part.marking.seed
    report = grade(Found(file.stem, file.name, file), part.marking, backend)
    made_with = versions(numpy="")  # the student process knows, and nothing here depends on it
    gradebook = Gradebook(name, part.digest, seed, str(backend.isolation), made_with, (report,))
    return Checked(gradebook, part.released)


def _the_file(file: Path | None) -> Path:
    """Find the file to check: the one named, or the one of the exercise folder that was worked on."""
    folder = file or Path()
    if file is not None and not os.path.isdir(file):  # noqa: PTH112 - never raises
        if not os.path.lexists(file):
            raise KitError(f"{file}: no such file")
        return file
    if (folder / FILE).is_file():
        released = read_released(folder / FILE)
        script = folder / released.task.file
        there = [file for file in (script, script.with_suffix(NOTEBOOK)) if file.exists()]
        edited = [file for file in there if _digest(file) != released.hashes.get(file.name)]
        if there:
            return edited[0] if len(edited) == 1 else there[0]
    files = sorted(path for suffix in (SUFFIX, NOTEBOOK) for path in folder.glob(f"*{suffix}"))
    if len(files) != 1:
        what = f"no {SUFFIX} or {NOTEBOOK} file" if not files else f"{len(files)} files"
        raise KitError(f"{folder}: {what} here; name the file to check")
    return files[0]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
