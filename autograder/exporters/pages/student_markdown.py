"""The feedback of one student as Markdown: what their page says, with tables for pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from autograder.exporters.findings import reasons_of
from autograder.exporters.markdown import as_markdown, heads_lines, report_lines, row_line
from autograder.exporters.pages.code import Block, blocks_of, lines_left_out
from autograder.facts.feedback import Handed, Illustration, Lesson
from autograder.facts.report import Report

FEWEST_TICKS = 3
"""Backticks of a fence around code, unless the code has as many."""


def student_markdown(report: Report, handed: Handed, lesson: Lesson, called: str) -> str:
    """Write the feedback of a student under a name."""
    return "".join(_parts(report, handed, lesson, called))


def _parts(report: Report, handed: Handed, lesson: Lesson, called: str) -> Iterator[str]:
    yield f"# {as_markdown(lesson.title)}\n\n"
    yield from report_lines(report, called)
    for illustration in handed.illustrations:
        yield from _illustration(illustration, report)
    blocks = blocks_of(handed, report.items)
    if handed.trouble or blocks:
        yield "## The code\n\n"
    if handed.trouble:
        yield f"{as_markdown(handed.trouble)}\n\n"
    for block in blocks:
        yield from _code(block)
    left_out = lines_left_out(handed, blocks)
    if left_out > 0:
        yield f"And {left_out} more lines.\n"


def _illustration(illustration: Illustration, report: Report) -> Iterator[str]:
    for sentence in (*illustration.caption, *reasons_of(illustration, report.items)):
        yield f"{as_markdown(sentence)}\n\n"
    if illustration.rows:
        yield from heads_lines(illustration.heads)
        yield from map(row_line, illustration.rows)
        yield "\n"


def _code(block: Block) -> Iterator[str]:
    """Write code in a fence that it cannot end; what is said of a line stands behind it."""
    if block.title:
        yield f"### {as_markdown(block.title)}\n\n"
    texts = [line.text for line in block.lines]
    runs = re.findall("`+", "\n".join(texts))
    fence = "`" * max([FEWEST_TICKS, *(len(run) + 1 for run in runs)])
    yield f"{fence}text\n"
    for line in block.lines:
        mark = f"    <- {', '.join(line.marks)}" if line.marks else ""
        yield f"{line.number:4}  {line.text}{mark}\n"
    yield f"{fence}\n\n"
