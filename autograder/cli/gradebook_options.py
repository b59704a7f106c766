"""The options of `grade` and `report` for class lists and gradebooks of learning platforms."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_gradebook_options(command: argparse.ArgumentParser) -> None:
    """Add the options for class lists and gradebooks of learning platforms."""
    command.add_argument(
        "--roster", metavar="FILE.csv", type=Path, help="who is in the class: a platform's export, or ids"
    )
    command.add_argument(
        "--roster-id", metavar="COLUMN", help="the column of ids; default: by the columns' names"
    )
    command.add_argument(
        "--missing",
        choices=("blank", "zero"),
        default="blank",
        help="the score of those who handed in nothing; default: blank",
    )
    command.add_argument(
        "--template",
        metavar="EXPORTED.csv",
        type=Path,
        help="the platform's gradebook that --export canvas or moodle fills",
    )
    command.add_argument(
        "--column", metavar="NAME", default="", help="its column; default: the one called as the exercise is"
    )
    command.add_argument(
        "--scale",
        action=argparse.BooleanOptionalAction,
        help="write scores out of the points possible there, or as they are, where the two differ",
    )
