"""`autograder release`: stubs and notebooks from solutions."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from autograder.authoring.release import release, write_release
from autograder.cli.exercises import chosen
from autograder.cli.status import DONE
from autograder.cli.streams import say
from autograder.exercise.load import Exercise, exercise_names, find_solutions, load_exercise
from autograder.exercise.shipped import SHIPPED_FOLDER
from autograder.nbgrader.source import release_nbgrader
from autograder.student.machine import best_backend


def run(arguments: argparse.Namespace) -> int:
    """Write the released files that are not current."""
    released, exercises = chosen(arguments)
    make = release
    if arguments.nbgrader is not None:
        released, make = arguments.nbgrader / "source", release_nbgrader
    elif released.is_relative_to(SHIPPED_FOLDER):  # the kit's own, installed: that copy stays as it is
        released = Path("exercises")
    with closing(best_backend()) as backend:
        for exercise in exercises:
            folder = released / exercise.name
            written = write_release(make(exercise, backend), folder, force=arguments.force)
            print(f"{folder}: {'wrote ' + ', '.join(written) if written else 'is current'}")
            if arguments.nbgrader is not None:
                _warn_of_another_key(exercise, arguments.nbgrader)
    return DONE


def _warn_of_another_key(exercise: Exercise, course: Path) -> None:
    """Warn if `nbgrader autograde` would mark by another answer key than that of the released exercise."""
    solutions = find_solutions(course.resolve())
    if exercise.name in exercise_names(solutions):
        if load_exercise(solutions, exercise.name).hash == exercise.hash:
            return
        difference = f"finds another {exercise.name} in {solutions}"
    else:
        difference = f"finds no {exercise.name} in {solutions}"
    mend = f"copy {exercise.folder} to {course / 'solutions' / exercise.name}"
    say(f"autograder: nbgrader autograde in {course} {difference}: {mend}")
