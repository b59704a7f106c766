"""Which exercises a command is about, and where they are."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.exercise.load import Exercise, exercise_names, find_solutions, is_shipped, load_exercise
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.text import printable


def solutions_for(arguments: argparse.Namespace, graded: Sequence[Path] = ()) -> Path:
    """Find the exercises of a command, and name them where nobody did and they are not the kit's own."""
    solutions = find_solutions(Path.cwd(), arguments.solutions, graded)
    if arguments.solutions is None and not is_shipped(solutions):
        print(f"autograder: the exercises are those of {printable(str(solutions))}", file=sys.stderr)
    return solutions


def chosen(arguments: argparse.Namespace) -> tuple[Path, list[Exercise]]:
    """Load the exercises that were named, or all; and find the folder their stubs belong in."""
    solutions = solutions_for(arguments)
    names = arguments.exercises or exercise_names(solutions)
    if not names:
        raise KitError(f"{solutions} holds no exercise")
    released = shipped("exercises") if is_shipped(solutions) else solutions.resolve().parent / "exercises"
    return released, [load_exercise(solutions, name) for name in names]
