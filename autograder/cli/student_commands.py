"""The commands of students besides check, with their options, and those that they share with it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def add_student_commands(add_parser: Callable[..., argparse.ArgumentParser]) -> None:
    """Add what students run beside `check`; `add_parser` adds a command."""
    hint = add_parser("hint", help="show a hint on what to do next, or about an item; one more each time")
    hint.add_argument("item", metavar="ITEM", nargs="?", help="as gradient, or training; default: the next")
    hint.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: the one in this folder")
    watch = add_parser("watch", help="check one's own file at every save, and show the next thing to do")
    watch.add_argument("file", metavar="FILE", nargs="?", type=Path, help="default: the one in this folder")
    for command in (hint, watch):
        add_exercise(command)


def add_exercise(command: argparse.ArgumentParser) -> None:
    """Let a command say which exercise a file belongs to, and how long it may compute."""
    command.add_argument("-e", "--exercise", metavar="EXERCISE")
    command.add_argument(
        "--timeout",
        metavar="SECONDS",
        type=_seconds,
        default=5.0,
        help="of computing, to run a file and again for its calls; default: 5",
    )


def _seconds(text: str) -> float:
    """Read a time limit."""
    seconds = float(text)
    if not 0 < seconds <= 3600:  # noqa: PLR2004 - an hour
        raise argparse.ArgumentTypeError(f"{text}: more than 0 and at most 3600 seconds")
    return seconds
