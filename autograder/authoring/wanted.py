"""The file that an exercise asks for, and the stubs by which an unworked file is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from autograder.authoring.script import make_stub
from autograder.exercise.load import Exercise
from autograder.exercise.released import released_stubs, wanted_for
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.submission.course import SUBMITTED
from autograder.submission.entries import Wanted
from autograder.submission.stubs import Stubs


def wanted_of(exercise: Exercise, paths: Sequence[Path] = ()) -> Wanted:
    """Describe the file that is searched for in `paths`, which may lie in an nbgrader course."""
    task = exercise.rubric.task
    return wanted_for(task)._replace(stubs=_stubs(exercise, paths))


def _stubs(exercise: Exercise, paths: Sequence[Path]) -> Stubs:
    """Collect the stubs: the one that `release` would write now, and those in the release folders."""
    releases = [exercise.folder.parent.parent / "exercises", shipped("exercises"), *_courses(paths)]
    folders = [folder / exercise.name for folder in releases]
    return released_stubs(exercise.rubric.task, folders).with_code(_stub(exercise))


def _stub(exercise: Exercise) -> list[bytes]:
    """Make the script's stub; an empty list if the solution has no regions."""
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
