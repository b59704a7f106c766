"""Feedback as nbgrader shows it: comments on answers, and text below graded cells.

nbgrader reads comments as Markdown, in which HTML is obeyed. So each line is indented by four blanks: that
makes a block of code, which every reader of Markdown shows unchanged, and which no text in it can end.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.exporters.terminal import FEEDBACK_WIDTH, feedback_lines, title_of
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.text import line_of
from autograder.facts.verdict import Feedback, Verdict

MAX_COMMENT_LINES = 60
"""Lines of a comment; a file with a mistake in every function takes half of them."""


def item_text(item: ItemResult, *, short: bool = False) -> str:
    """Write an item's verdict and feedback, or in short what was measured; empty if it passed."""
    if item.verdict is Verdict.PASSED:
        return ""
    points = f"{item.points:g} of {item.max_points:g}"
    head = f"{item.function} {title_of(item)}: {item.verdict.words}, {points}"
    if short:
        item = replace(item, feedback=Feedback(item.feedback.measured))
    lines = [line_of(head), *feedback_lines(item)]
    return "\n".join(lines)


def reason(report: Report) -> str:
    """Say why a submission was not marked."""
    return (
        f"{report.status}, {'no score' if report.score is None else 'score 0'}\n{_advice_text(report.advice)}"
    )


def comments(report: Report, places: Mapping[str, str], first: str) -> Mapping[str, str]:
    """Write the comment on each answer: the feedback of its items.

    The comment on the `first` cell begins with the advice on the whole file. `places` gives the cell in
    which an item's function is written.
    """
    texts: dict[str, list[str]] = {first: [_about_the_file(report)]}
    items = () if report.status is Status.UNREADABLE else report.items
    for item in items:
        cell = places.get(item.function, first)
        texts.setdefault(cell, [])
        texts[cell].append(item_text(item))
    blocks = {}
    for cell, parts in texts.items():
        if block := _block(parts):
            blocks[cell] = block
    return blocks


def _about_the_file(report: Report) -> str:
    return _advice_text(report.advice) if report.status is Status.GRADED else reason(report)


def _advice_text(advices: Sequence[Advice]) -> str:
    lines = (line for advice in advices for line in textwrap.wrap(advice.message, FEEDBACK_WIDTH))
    return "\n".join(lines)


def _block(parts: Sequence[str]) -> str:
    """Join texts as one block of code."""
    lines = "\n\n".join(filter(None, parts)).splitlines()
    if len(lines) > MAX_COMMENT_LINES:
        lines = [*lines[: MAX_COMMENT_LINES - 1], "..."]
    return "\n".join(f"    {line}" if line else "" for line in lines)
