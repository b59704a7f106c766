"""What a check cell shows in the end: hints that were asked for, how to ask, or what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.exercise.document import Released
from autograder.exporters.hints import closing_lines, hint_lines, next_item
from autograder.facts.hints import Asked
from autograder.facts.messages import hints as messages
from autograder.facts.report import ItemResult
from autograder.hints.asking import ask
from autograder.notebook.live import is_written
from autograder.submission.kinds import NOTEBOOK

UNWRAPPED = 10_000
"""Columns of a line that a browser breaks: more than a hint has."""


class Closing(NamedTuple):
    """The last words of a check."""

    lines: Sequence[str] = ()  # wrapped, for plain text
    paragraphs: Sequence[str] = ()  # for HTML, where distance takes the place of empty lines

    @classmethod
    def of(cls, lines: Sequence[str], paragraphs: Sequence[str] = ()) -> Closing:
        """Make one of wrapped lines, and the same in whole paragraphs where that differs."""
        return cls(lines, [text for text in paragraphs or lines if text])


def closing_of(released: Released, results: Sequence[ItemResult], name: str, *, hint: bool) -> Closing:
    """Close a check of one function by its `name`, or of all; with `hint`, show one more."""
    todo = next_item(results)
    if hint:
        item = todo.id if todo is not None else name
        return _hinted(_asked(released, item)) if item else Closing.of([messages.all_pass()])
    if not is_written(results) or (name and todo is None):  # nobody is stuck, or others may not pass
        return Closing()
    command = f'check("{name}", hint=True)' if name else "check(hint=True)"
    wrapped = closing_lines(results, released.hints, command)
    return Closing.of(wrapped, closing_lines(results, released.hints, command, UNWRAPPED))


def _asked(released: Released, item: str) -> Asked:
    """Ask for a hint; a kernel does not know its notebook's name, so the released one stands for it."""
    notebook = Path.cwd() / Path(released.task.file).with_suffix(NOTEBOOK).name
    return ask(notebook, released.task.name, released.hints, item)


def _hinted(asked: Asked) -> Closing:
    """Show the hints up to the last one that was asked for."""
    if not asked.hints:
        return Closing.of([messages.absent(asked.about)])
    lines = ["", *hint_lines(asked), *asked.troubles]
    return Closing.of(lines, [*hint_lines(asked, UNWRAPPED), *asked.troubles])
