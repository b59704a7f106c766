"""Measure what grading takes: in this kit, in other graders, and in what none of them can go below.

    python benchmarks/speed [--rounds N] [--jobs N] [--venvs DIR] [--quick]

Everybody grades the same submissions of the same exercise; other graders run what their users would write:
eight cases. Each is installed in a virtual environment of its own, or skipped with a line that says why. CPU
time is that of all processes of a command. In each round everything is run in turn, so that a busy moment
meets all of it; what carries over to other machines are the ratios, each taken within a round. "One more" is
a class less a class of one: the start of the grader is not in it.
"""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import table
from runs import compared, in_turn, of_classes
from submissions import COUNT, chosen
from targets import AGAIN, SUFFIXES, computed
from venvs import KEPT

SIZES, QUICK = (100, 1_000, 10_000), (40, 60, 100)
ROUNDS = 3
FEW = 4
"""Submissions of the comparison when it is to be quick."""


def main() -> None:
    """Print the figures."""
    arguments = parsed()
    submissions = chosen(FEW if arguments.quick else COUNT)
    numbers = QUICK if arguments.quick else SIZES
    sizes = {suffix: {f"{size:,} {suffix}": size for size in numbers} for suffix in SUFFIXES}
    with TemporaryDirectory() as name:
        lines = compared(submissions, arguments.venvs, Path(name))
        runs = {line.row.name: line.run for line in lines}
        runs |= of_classes(submissions, sizes, arguments.jobs, Path(name))
        taken = in_turn(runs, arguments.rounds)
    versions = f"Python {platform.python_version()}, numpy {np.__version__}"
    print(f"{platform.machine()}, {os.cpu_count()} cores, {versions}; rounds: {arguments.rounds}\n")
    print(*table.comparison(taken, [line.row for line in lines], len(submissions)), "", sep="\n")
    shown = {name: size for of_kind in sizes.values() for name, size in of_kind.items()}
    shown |= {name + AGAIN: size for name, size in shown.items() if name + AGAIN in runs}
    print(*table.classes(taken, shown, arguments.jobs), "", sep="\n")
    print(*table.facts([*computed(taken, sizes, arguments.jobs)]), sep="\n")


def parsed() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, help=f"default: {ROUNDS}")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="for classes; default: all cores")
    parser.add_argument("--venvs", type=Path, default=KEPT, help=f"where peers are; default: {KEPT}")
    parser.add_argument("--quick", action="store_true", help="few submissions, one round: does it run?")
    arguments = parser.parse_args()
    arguments.rounds = arguments.rounds or (1 if arguments.quick else ROUNDS)
    return arguments


if __name__ == "__main__":
    main()
