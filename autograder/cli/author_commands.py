"""The commands of authors, with their options: new, release and verify."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from autograder.cli.options import add_solutions


def add_author_commands(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what authors of exercises run; `add_parser` adds a command."""
    new = add_parser("new", help="make an exercise of a solution that somebody has")
    _add_new_options(new)
    release = add_parser("release", help="make stubs and notebooks from solutions")
    release.add_argument("--force", action="store_true", help="overwrite files that were edited")
    release.add_argument(
        "--nbgrader",
        metavar="DIR",
        type=Path,
        help="write source notebooks into this nbgrader course instead",
    )
    verify = add_parser("verify", help="try the kit's promises for each exercise")
    verify.add_argument(
        "--mutants", action="store_true", help="list each wrong mutant, and what a student reads of it"
    )
    for command in (release, verify):
        command.add_argument("exercises", metavar="EXERCISE", nargs="*", help="default: all")
    for command in (new, release, verify):
        add_solutions(command)


def _add_new_options(new: argparse.ArgumentParser) -> None:
    """Add what an exercise is made of, and its name."""
    new.add_argument("name", metavar="NAME", help="of the exercise, and of its folder in solutions/")
    new.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        type=Path,
        required=True,
        help="the solution: a script or a notebook, one of nbgrader's as well",
    )
