"""A student's own check: the open items of a released exercise, on one file, without an answer key."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.exercise.answers import AnswerKey
from autograder.exercise.probes import open_probes
from autograder.exercise.released import (
    Released,
    find_released,
    read_released,
    released_stubs,
    wanted_for,
)
from autograder.exercise.shipped import shipped
from autograder.facts.calls import Limits
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook
from autograder.facts.verdict import EARNING
from autograder.facts.versions import versions
from autograder.grading.one import Marking, grade, seed_of
from autograder.student.process import Backend
from autograder.submission.choose import choose
from autograder.submission.entries import Wanted, entries_of
from autograder.submission.kinds import NOTEBOOK, SCRIPT
from autograder.submission.read import Found
from autograder.submission.stubs import FILE
from autograder.submission.zips import Zips


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
    with Zips() as zips:
        return _check(_the_file(file, exercise, zips), exercise, backend, seconds)


def _check(file: Path, exercise: str | None, backend: Backend, seconds: float) -> Checked:
    released = find_released(Path.cwd(), file, exercise)
    part = open_part(released, Limits(seconds=seconds))
    report = grade(Found(file.stem, file.name, file), part.marking, backend)
    gradebook = Gradebook(
        part.released.task.name,
        part.digest,
        part.marking.seed,
        str(backend.isolation),
        versions(numpy=""),  # the student process knows, and nothing here depends on it
        (report,),
    )
    return Checked(gradebook, part.released)


def _the_file(file: Path | None, exercise: str | None, zips: Zips) -> Path:
    """Find the file to check: the one named, or the one of the folder that would be marked."""
    folder = file or Path()
    if file is not None and not os.path.isdir(file):  # noqa: PTH112 - never raises
        if not os.path.lexists(file):
            raise KitError(f"{file}: no such file")
        return file
    entries = entries_of(folder)
    code = [entry.called for entry in entries if entry.is_code]
    choice = choose(entries, _wanted(folder, code, exercise), zips)
    if choice.entry is not None and not choice.trouble:
        return choice.entry.path
    none = f"no {SCRIPT} or {NOTEBOOK} file here"
    trouble = choice.trouble if code or any(entry.is_folder for entry in entries) else none
    raise KitError(f"{folder}: {trouble}; name the file to check")


def _wanted(folder: Path, code: Sequence[str], exercise: str | None) -> Wanted:
    """Say what the exercise of a folder asks for, and how it was released."""
    path = _released_for(folder, code, exercise)
    task = read_released(path).task
    places = [shipped("exercises") / task.name]
    if path.parent.resolve() != folder.resolve():
        places.append(path.parent)
    return replace(wanted_for(task), stubs=released_stubs(task, places))


def _released_for(folder: Path, code: Sequence[str], exercise: str | None) -> Path:
    """Find the exercise of a folder: its own, or the one that a file is named after."""
    for name in code:
        with suppress(KitError):
            path = find_released(Path.cwd(), folder / name, exercise)
            if wanted_for(read_released(path).task).is_near(name):
                return path
    return find_released(Path.cwd(), folder / FILE, exercise)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
