"""What an exercise asks students to hand in, and what its files are before anybody works on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
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
    """Say what is to be found in `paths`, which may lie in a course of nbgrader's."""
    task = exercise.rubric.task
    return replace(wanted_for(task), stubs=_stubs(exercise, paths))


def _stubs(exercise: Exercise, paths: Sequence[Path]) -> Stubs:
    """Collect what was released: what `release` writes now, and what lies where it writes."""
    releases = [exercise.folder.parent.parent / "exercises", shipped("exercises"), *_courses(paths)]
    folders = [folder / exercise.name for folder in releases]
    return released_stubs(exercise.rubric.task, folders).with_code(_stub(exercise))


def _stub(exercise: Exercise) -> list[bytes]:
    """Make the script's stub; a solution without regions has none."""
    try:
        stub = make_stub(exercise.solution, exercise.folder / "solution.py")
    except KitError:
        return []
    return [stub.encode()] if stub.split() != exercise.solution.split() else []


def _courses(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield nbgrader's folders of released assignments, beside the one of what was handed in."""
    for path in paths:
        for folder in (path.absolute(), *path.absolute().parents[:3]):
            if folder.name == SUBMITTED:
                yield folder.parent / "release"
