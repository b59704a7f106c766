"""The file that an exercise asks for, and the stubs by which an unworked file is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.authoring.script import make_stub
from autograder.exercise.load import Exercise
from autograder.exercise.released import wanted_for
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.submission.course import SUBMITTED
from autograder.submission.entries import Wanted


def wanted_of(exercise: Exercise, paths: Sequence[Path] = ()) -> Wanted:
    """Describe the file that is searched for in `paths`, which may lie in an nbgrader course."""
    releases = [exercise.folder.parent.parent / "exercises", shipped("exercises"), *_courses(paths)]
    wanted = wanted_for(exercise.rubric.task, [folder / exercise.name for folder in releases])
    return wanted._replace(stubs=wanted.stubs.with_code(_stub_written_now(exercise)))


def _stub_written_now(exercise: Exercise) -> list[bytes]:
    """Make the script's stub as `release` would; an empty list if the solution has no regions."""
    try:
        stub = make_stub(exercise.solution, exercise.folder / "solution.py")
    except KitError:
        return []
    return [stub.encode()] if stub.split() != exercise.solution.split() else []


def _courses(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the `release` folder of each nbgrader course in whose `submitted` folder a path lies."""
    for path in paths:
        for folder in (path.absolute(), *path.absolute().parents[:3]):
            if folder.name == SUBMITTED:
                yield folder.parent / "release"
