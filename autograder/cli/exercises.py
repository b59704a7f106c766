"""Find the exercises that a command is about, and their folder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from autograder.cli.streams import say
from autograder.exercise.load import Exercise, exercise_names, find_solutions, is_shipped, load_exercise
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError


def solutions_for(arguments: argparse.Namespace, graded: Sequence[Path] = ()) -> Path:
    """Find a command's folder of exercises, and report it if it is neither given nor the kit's own."""
    solutions = find_solutions(Path.cwd(), arguments.solutions, graded)
    if arguments.solutions is None and not is_shipped(solutions):
        say(f"autograder: the exercises are those of {solutions}")
    return solutions


def chosen(arguments: argparse.Namespace) -> tuple[Path, list[Exercise]]:
    """Load the named exercises, or all, and find the folder of their stubs."""
    solutions = solutions_for(arguments)
    names = arguments.exercises or exercise_names(solutions)
    if not names:
        raise KitError(f"{solutions} holds no exercise")
    released = shipped("exercises") if is_shipped(solutions) else solutions.resolve().parent / "exercises"
    return released, [load_exercise(solutions, name) for name in names]
