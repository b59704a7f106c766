"""`autograder hint`: the next hint about an item, one at a time."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from autograder.cli.status import DONE
from autograder.cli.streams import say
from autograder.exercise.released import find_released, read_released
from autograder.exporters.hints import hint_lines, next_item
from autograder.facts.errors import KitError
from autograder.facts.messages import hints as messages
from autograder.facts.messages import live
from autograder.facts.text import listing, plain_line
from autograder.grading.own_check import check, chosen_file
from autograder.hints.asking import ask
from autograder.student.machine import NOT_FOR_OWN_FILES, best_backend
from autograder.submission.kinds import NOTEBOOK, SCRIPT, suffix_of
from autograder.submission.read import HandIn

MOST_NAMES = 20
"""Names that a message lists."""


class Question(NamedTuple):
    """What was asked for: an item or a function, and a file; each may be left open."""

    item: str | None
    file: Path | None


def run(arguments: argparse.Namespace) -> int:
    """Print the hints about an item up to the next one; without an item, about the next thing to do."""
    question = question_of(arguments.item, arguments.file)
    with chosen_file(question.file, arguments.exercise) as hand_in:
        path = find_released(Path.cwd(), hand_in.path, arguments.exercise)
        released = read_released(path)
        subjects = dict.fromkeys(item.function for item in released.items)
        ids = [item.id for item in released.items]
        if question.item is not None and question.item not in {*subjects, *ids}:
            there = listing([*subjects, *ids], MOST_NAMES)
            raise KitError(live.no_such_item(repr(question.item), items=there))
        item = question.item or _next(hand_in, path, arguments.timeout)
        if not item:
            print(messages.all_pass())
            return DONE
        asked = ask(hand_in.path, released.task.name, released.hints, item)
    for trouble in asked.troubles:
        say(f"autograder: {trouble}")
    lines = hint_lines(asked) or [messages.absent(item)]
    print("\n".join(map(plain_line, lines)))
    return DONE


def question_of(first: str | None, second: Path | None) -> Question:
    """Read ITEM and FILE, of which a file alone may stand in the place of the item."""
    if first is not None and second is None and suffix_of(first) in {SCRIPT, NOTEBOOK}:
        return Question(None, Path(first))
    return Question(first, second)


def _next(hand_in: HandIn, released: Path, seconds: float) -> str:
    """Check the file, and name the item to do next; empty if all pass. KitError if it cannot be read."""
    with closing(best_backend(NOT_FOR_OWN_FILES)) as backend:
        (report,) = check(hand_in, released, backend, seconds).gradebook.reports
    if not report.items:
        raise KitError("; ".join(advice.message for advice in report.advice))
    item = next_item(report.items)
    return item.id if item is not None else ""
