"""Which exercises an author's command is about."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.exercise.load import Exercise, exercise_names, find_solutions, load_exercise
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError


def chosen(arguments: argparse.Namespace) -> tuple[Path, list[Exercise]]:
    """Load the exercises that were named, or all; and find the folder their stubs belong in."""
    solutions = find_solutions(Path.cwd(), arguments.solutions)
    names = arguments.exercises or exercise_names(solutions)
    if not names:
        raise KitError(f"{solutions} holds no exercise")
    ours = solutions.resolve() == shipped("solutions").resolve()
    released = shipped("exercises") if ours else solutions.resolve().parent / "exercises"
    return released, [load_exercise(solutions, name) for name in names]
