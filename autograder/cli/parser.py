"""The arguments of the command line: every command, with its options."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from autograder import __version__
from autograder.cli.author_commands import add_author_commands
from autograder.cli.gradebook_options import add_gradebook_options
from autograder.cli.options import (
    add_export,
    add_pack_options,
    add_page_options,
    add_solutions,
    add_visibility,
)
from autograder.cli.student_commands import add_exercise, add_student_commands

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

MOST_JOBS = 1024


class _Parser(argparse.ArgumentParser):
    """A parser that raises if its help cannot be printed, which argparse hides."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is not None and file is sys.stdout:
            file.write(message)
        else:
            super()._print_message(message, file)


def parser_of_commands() -> argparse.ArgumentParser:
    """Make what reads the arguments."""
    parser = _Parser("autograder", description="Mark gradients that were derived by hand.")
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)

    check = commands.add_parser("check", help="check one's own file; needs no answer key")
    check.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: the one in this folder")
    add_student_commands(commands.add_parser)

    grade = commands.add_parser(
        "grade", help="grade a file, a folder of files or of students' folders, or a zip of them"
    )
    grade.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    grade.add_argument("-o", "--out", metavar="OUT", type=Path, help="write the result files here")
    grade.add_argument(
        "--gradebook",
        metavar="URL",
        help="write scores and comments into an nbgrader course, as in sqlite:///gradebook.db",
    )
    grade.add_argument(
        "--seed", metavar="N", type=int, help="seed of the hidden inputs; default: the exercise's"
    )
    _add_class_options(grade)
    grade.add_argument(
        "--require-isolation", action="store_true", help="refuse to grade where a submission is not sealed in"
    )
    grade.add_argument("--threads", action="store_true", help="let submissions start threads")

    report = commands.add_parser("report", help="print and write what was graded, without grading")
    report.add_argument("out", metavar="OUT", type=Path)
    add_page_options(report)
    merge = commands.add_parser("merge", help="put the results of shards together")
    merge.add_argument("folders", metavar="OUT", nargs="+", type=Path)
    merge.add_argument("-o", "--out", metavar="MERGED", type=Path, required=True)
    for command in (grade, report):
        add_gradebook_options(command)
    for command in (grade, report, merge):
        command.add_argument(
            "--excel", action="store_true", help="mark grades.csv as UTF-8 for Excel, with a byte order mark"
        )
        command.add_argument(
            "--feedback", action="store_true", help="show everyone's feedback above the table"
        )
        command.add_argument(
            "--fail-under", metavar="SCORE", type=float, help="exit with 1 if a score is below"
        )
    pack = commands.add_parser("pack", help="make what one uploads to a platform")
    add_pack_options(pack)
    for command in (grade, report, merge, pack):
        add_visibility(command)
    for command in (check, grade, report, merge):
        command.add_argument("--json", action="store_true", help="print the result document and nothing else")
        add_export(command)
    for command in (check, grade):
        add_exercise(command)

    add_author_commands(commands.add_parser)
    for command in (grade, pack):
        add_solutions(command)
    commands.add_parser("doctor", help="show what holds submissions in on this machine, and how well")
    demo = commands.add_parser("demo", help="make a small class of submissions and grade it")
    demo.add_argument("folder", metavar="DIR", nargs="?", type=Path, default=Path("autograder-demo"))
    return parser


def _add_class_options(grade: argparse.ArgumentParser) -> None:
    """Add the options that only whole classes need."""
    grade.add_argument(
        "--names",
        metavar="WHOSE",
        help="whose names the files have: canvas, moodle, blackboard, gradescope, brightspace,"
        " or a regular expression with a group (?P<student>...); default: as the whole folder shows",
    )
    grade.add_argument(
        "--one", action="store_true", help="PATH is the folder of one student, such as a repository"
    )
    grade.add_argument("-j", "--jobs", metavar="N", type=_count, help="workers; default: one for each core")
    grade.add_argument("--quiet", action="store_true", help="show no progress")
    changes = grade.add_mutually_exclusive_group()
    changes.add_argument("--diff", action="store_true", help="show which marks would change; change none")
    changes.add_argument("--apply", action="store_true", help="let marks change that --diff would show")
    grade.add_argument("--regrade", action="store_true", help="grade again what is graded and unchanged, too")
    grade.add_argument("--shard", metavar="K/N", type=_shard, help="grade one of N parts of the class")
    grade.add_argument("--executor", metavar="dask://HOST:PORT", help="grade on a dask cluster")


def _count(text: str) -> int:
    """Read a number of workers."""
    if not text.isdecimal() or not 0 < int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text}: a number from 1 to {MOST_JOBS}")
    return int(text)


def _shard(text: str) -> tuple[int, int]:
    """Read the part of a class to grade: 1/4 is the first of four."""
    number, _, of = text.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 0 < int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{text}: K/N, as in 1/4, with K from 1 to N")
    return int(number), int(of)
