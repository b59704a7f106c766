"""Feedback as nbgrader shows it: comments on answers, and text below graded cells.

nbgrader reads comments as Markdown, in which HTML is obeyed. Each line of ours is indented by four: a block
of code, which every reader of Markdown shows as it stands, and no text can end from within.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.exporters.terminal import FEEDBACK_WIDTH, feedback_lines, title_of
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.text import line_of
from autograder.facts.verdict import Feedback, Verdict

MAX_LINES = 60
"""Lines of a comment; a whole file of mistakes comes to half of that."""


def item_text(item: ItemResult, *, short: bool = False) -> str:
    """Say what was found about an item, or in short what was measured; nothing where all is right."""
    if item.verdict is Verdict.PASSED:
        return ""
    verdict = item.verdict.words
    head = f"{item.function} {title_of(item)}: {verdict}, {item.points:g} of {item.max_points:g}"
    told = replace(item, feedback=Feedback(item.feedback.measured)) if short else item
    return "\n".join([line_of(head), *feedback_lines(told)])


def reason(report: Report) -> str:
    """Say why a submission was not marked."""
    return f"{report.status}, {'no score' if report.score is None else 'score 0'}\n{_told(report.advice)}"


def comments(report: Report, places: Mapping[str, str], first: str) -> Mapping[str, str]:
    """Write the comment on each answer: its items' feedback, and on the first what is about the whole file.

    `places` says which cell an item's function is written in.
    """
    texts: dict[str, list[str]] = {first: [_about_the_file(report)]}
    if report.status is not Status.UNREADABLE:
        for item in report.items:
            texts.setdefault(places.get(item.function, first), []).append(item_text(item))
    return {cell: text for cell, parts in texts.items() if (text := _block(parts))}


def _about_the_file(report: Report) -> str:
    return _told(report.advice) if report.status is Status.GRADED else reason(report)


def _told(advice: Sequence[Advice]) -> str:
    lines = (line for one in advice for line in textwrap.wrap(one.message, FEEDBACK_WIDTH))
    return "\n".join(lines)


def _block(parts: Sequence[str]) -> str:
    """Join texts as one block of code."""
    lines = "\n\n".join(filter(None, parts)).splitlines()
    if len(lines) > MAX_LINES:
        lines = [*lines[: MAX_LINES - 1], "..."]
    return "\n".join(f"    {line}" if line else "" for line in lines)
