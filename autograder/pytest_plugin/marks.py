"""Mark a file for the items that pytest runs, with student processes that end with the run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from autograder.facts.scratch import sweep
from autograder.facts.text import line_of, listing
from autograder.pytest_plugin.place import Place
from autograder.pytest_plugin.settings import seconds_of, solutions_of
from autograder.student.machine import NOT_FOR_OWN_FILES, best_backend

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.facts.limits import Limits
    from autograder.facts.report import Report
    from autograder.student.backend import Backend
    from autograder.submission.read import HandIn

OBEYED = ("conftest.py", "test_*.py", "*_test.py")
"""Files that pytest itself runs, in the process that has the solutions."""
MOST_OBEYED_NAMED = 4
"""Files that a warning names."""
BACKEND = pytest.StashKey["Backend"]()
"""Where a run of pytest keeps its way to start student processes."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A file's report; `warnings` say what may have been done to solutions and results."""

    report: Report
    warnings: tuple[str, ...] = ()


def points_of_all(solutions: Path, place: Place) -> Mapping[str, float]:
    """Return the points of each item of a rubric; KitError if it cannot be used, or is of another file.

    The exercise.json lies beside the submission, and could ask for an exercise that is easier.
    """
    rubric = _exercise(solutions, place.exercise).rubric
    file = rubric.task.file
    if file != place.script:
        named = line_of(place.script)
        raise KitError(f"{place.path}: {place.exercise} is the exercise of {file}, not {named}")
    return {item.id: item.points for item in rubric.items}


def marked(config: pytest.Config, place: Place, file: Path) -> Marked:
    """Mark a file; KitError if the exercise cannot be used. Numpy loads while the kit is imported."""
    solutions = solutions_of(config)
    backend = _backend(config, () if solutions is not None else NOT_FOR_OWN_FILES)
    from autograder.facts.limits import Limits  # noqa: PLC0415 - in that time
    from autograder.submission.read import HandIn  # noqa: PLC0415 - as above

    root = file if solutions is None else file.parent  # a link that was handed in may lead to the solutions
    hand_in = HandIn(file.stem, file.name, file, root=root)
    limits = Limits(seconds=seconds_of(config))
    if solutions is None:
        return Marked(_checked(hand_in, place, backend, limits))
    report = _graded(hand_in, _exercise(solutions, place.exercise), backend, limits)
    warnings = (backend.isolation.warning(), _beside(place.folder, config.inipath))
    return Marked(report, tuple(filter(None, warnings)))


def _backend(config: pytest.Config, without: tuple[str, ...]) -> Backend:
    """Return the run's way to start student processes; what it starts ends with the run."""
    if BACKEND not in config.stash:
        sweep()
        backend = best_backend(without)
        config.add_cleanup(backend.close)
        config.stash[BACKEND] = backend
    return config.stash[BACKEND]


def _exercise(solutions: Path, exercise: str) -> Exercise:
    from autograder.exercise.load import find_solutions, load_exercise  # noqa: PLC0415 - only with solutions

    return load_exercise(find_solutions(solutions.parent, solutions), exercise)


def _checked(hand_in: HandIn, place: Place, backend: Backend, limits: Limits) -> Report:
    """Answer the open items, as `autograder check` does."""
    from autograder.grading.marking import grade  # noqa: PLC0415 - while numpy loads
    from autograder.grading.own_check import open_part  # noqa: PLC0415 - as above

    return grade(hand_in, open_part(place.path, limits).marking, backend)


def _graded(hand_in: HandIn, exercise: Exercise, backend: Backend, limits: Limits) -> Report:
    """Answer every item, as `autograder grade` does."""
    from autograder.classes.run import prepare  # noqa: PLC0415 - only with solutions
    from autograder.grading.marking import grade  # noqa: PLC0415 - as above
    from autograder.student.selftest import refuse_open_doors  # noqa: PLC0415 - as above

    refuse_open_doors(backend)
    return grade(hand_in, prepare(exercise, backend, limits).marking, backend)


def _beside(folder: Path, settings: Path | None) -> str:
    """Warn of what pytest itself runs or obeys in the submission's folder, beside the solutions."""
    names = {path.name for pattern in OBEYED for path in folder.glob(pattern)}
    if settings is not None and settings.parent == folder:
        names.add(settings.name)
    if not names:
        return ""
    which = listing(sorted(names), MOST_OBEYED_NAMED)
    return (
        f"{which}: pytest obeys this beside the solutions; if it was handed in, these results may be forged"
    )
