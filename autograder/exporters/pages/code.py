"""A submission's own code, line by line, with a mark at each line that feedback is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.facts.feedback import Handed
from autograder.facts.outcomes import Line
from autograder.facts.report import ItemResult
from autograder.facts.text import bounded
from autograder.facts.verdict import EARNING

MOST_CODE_LINES = 2000
"""Lines of a submission that a page shows; the longest ones of real classes have a third of that."""
LONGEST_CODE_LINE = 2000
"""Characters of a line that are shown."""
TAB = 4


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A line, its number within its cell, and what feedback says of it."""

    number: int
    anchor: str
    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A notebook's code cell, or a whole script, whose title is empty."""

    title: str
    lines: tuple[CodeLine, ...]


def blocks_of(handed: Handed, items: Sequence[ItemResult]) -> list[Block]:
    """Split code into lines, as many as a page shows, and mark them."""
    marks = _marks(items)
    blocks = []
    room = MOST_CODE_LINES
    for number, text in enumerate(handed.cells, 1):
        cell = number if handed.is_notebook else None
        lines = tuple(_lines(text, cell, marks))[:room]
        room -= len(lines)
        if lines:
            blocks.append(Block(f"code cell {number}" if cell else "", lines))
    return blocks


def lines_left_out(handed: Handed, blocks: Sequence[Block]) -> int:
    """Count the lines that a page does not show."""
    shown = sum(len(block.lines) for block in blocks)
    return sum(len(_split(text)) for text in handed.cells) - shown


def anchor_of(line: Line) -> str:
    """Return the id of a line on its page."""
    return f"L{line.number}" if line.cell is None else f"C{line.cell}L{line.number}"


def _marks(items: Sequence[ItemResult]) -> dict[Line, tuple[str, ...]]:
    """List what is said of each line: functions and verdicts, each once."""
    marks: dict[Line, tuple[str, ...]] = {}
    for item in items:
        line = item.feedback.line
        if line is None or item.verdict in EARNING:
            continue
        mark = f"{item.function} {item.verdict.words}"
        before = marks.get(line, ())
        if mark not in before:
            marks[line] = (*before, mark)
    return marks


def _lines(text: str, cell: int | None, marks: dict[Line, tuple[str, ...]]) -> Iterator[CodeLine]:
    for number, line in enumerate(_split(text), 1):
        place = Line(number, cell)
        shown = bounded(line.expandtabs(TAB), LONGEST_CODE_LINE)
        yield CodeLine(number, anchor_of(place), shown, marks.get(place, ()))


def _split(text: str) -> list[str]:
    """Split code into lines as Python does, for which a form feed ends none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]
