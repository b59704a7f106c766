"""`autograder new`: an exercise of a solution that somebody has."""

from __future__ import annotations

import argparse
import re
from contextlib import closing
from pathlib import Path

from autograder.authoring.new.proposal import Proposal, propose
from autograder.authoring.new.written import refuse_existing, write_new
from autograder.cli.status import DONE
from autograder.facts.errors import KitError
from autograder.facts.scratch import sweep
from autograder.student.machine import best_backend

EXERCISE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def run(arguments: argparse.Namespace) -> int:
    """Write the exercise, and print what was taken for granted, each with its line of the rubric."""
    name, solutions = arguments.name, arguments.solutions or _nearest_solutions(Path.cwd())
    if not EXERCISE_NAME.fullmatch(name):
        raise KitError(f"{name!a} is not a name for an exercise: letters, digits, - and _, a letter first")
    folder = solutions / name
    refuse_existing(folder)
    sweep()
    with closing(best_backend()) as backend:
        proposal = propose(folder, arguments.source, backend)
    write_new(folder, proposal.texts)
    _print(folder, proposal)
    return DONE


def _nearest_solutions(start: Path) -> Path:
    """Return the nearest `solutions/` with exercises, here or above; a new one here if there is none."""
    for folder in (start, *start.parents):
        if any((folder / "solutions").glob("*/rubric.py")):
            return folder / "solutions"
    return Path("solutions")


def _print(folder: Path, proposal: Proposal) -> None:
    print(f"{folder}: wrote {', '.join(proposal.texts)}")
    print(f"taken for granted, by the line of {folder / 'rubric.py'} to change:")
    for number, line in enumerate(proposal.lines, 1):
        if line.assumption:
            print(f"  line {number:<3} {line.assumption}")
    for note in proposal.notes:
        print(f"  {note}")
    if proposal.trouble:
        print(f"to change first: {proposal.trouble}")
    print(f"{folder / 'mistakes.py'} is empty: known mistakes of each function are written there")
    print(f"next: autograder release {folder.name}, then autograder verify {folder.name}")
