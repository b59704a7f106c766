"""Hints, and the sentences for files that pass, as lines of text."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from autograder.exporters.terminal import FEEDBACK_WIDTH
from autograder.facts.hints import Asked, Hints, paragraphs
from autograder.facts.messages import hints as messages
from autograder.facts.report import ItemResult
from autograder.facts.verdict import EARNING

HINT_INDENT = "  "


def next_item(items: Sequence[ItemResult]) -> ItemResult | None:
    """Find the first item that does not pass, which is the next thing to do; None if all pass."""
    return next((item for item in items if item.verdict not in EARNING), None)


def closing_lines(
    items: Sequence[ItemResult], hints: Hints, command: str, width: int = FEEDBACK_WIDTH
) -> list[str]:
    """Say what a file whose items all pass has shown, and what comes next; else how to ask for a hint.

    Nothing is said of a file without items, which could not be run.
    """
    todo = next_item(items)
    if todo is not None:
        return [messages.offer(command)] if hints.about(todo.id) else []
    lines: list[str] = []
    for sentence in hints.closing if items else ():
        lines += ["", *textwrap.wrap(sentence, width)]
    return lines


def hint_lines(asked: Asked, width: int = FEEDBACK_WIDTH) -> list[str]:
    """Show the hints up to the last one that was asked for, each below its title."""
    lines: list[str] = []
    for place in range(1, len(asked.hints) + 1):
        lines += [*([""] if lines else []), *one_hint(asked, place, width)]
    return lines


def one_hint(asked: Asked, place: int, width: int = FEEDBACK_WIDTH) -> list[str]:
    """Show one hint below its title; places count from 1."""
    lines = [messages.heading(asked.about, position=place, count=asked.number)]
    for paragraph in paragraphs(asked.hints[place - 1]):
        lines += textwrap.wrap(paragraph, width, initial_indent=HINT_INDENT, subsequent_indent=HINT_INDENT)
    return lines
