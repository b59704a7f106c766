"""Show lines on a screen of their own, and write again those that changed; elsewhere, block by block."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence

from autograder.exporters.terminal import RESET, VERDICT_COLOURS, wants_colour
from autograder.facts.messages import watching as messages
from autograder.facts.text import plain_line
from autograder.facts.verdict import EARNING, Verdict

ENTER = "\x1b[?1049h\x1b[?7l\x1b[2J"
"""The other screen, on which long lines are not wrapped, empty."""
LEAVE = "\x1b[?7h\x1b[?1049l"
LINE = "\x1b[{row};1H{text}\x1b[K"
"""A line at its row, and nothing behind it."""
BELOW = "\x1b[{row};1H\x1b[J"
VERDICT = re.compile("  (" + "|".join(verdict.words for verdict in Verdict) + r")\b")
HANGING = re.compile(r"\s*(?:(?:measured|usually|smallest|line)\s+)?")
"""The beginning of a line below which the rest of it stands."""
PASSING = frozenset(verdict.words for verdict in EARNING)
UNBROKEN = 1_000_000
"""Columns of a line that is written to a file or a pipe."""
NARROWEST = 20
"""Columns: in a window that is narrower, lines are cut off."""


class Screen:
    """What is shown, and what was shown before."""

    def __init__(self) -> None:
        self.redraws = _redraws()
        self._colour = wants_colour()
        self._shown: Sequence[str] = ()
        self._size = os.terminal_size((0, 0))
        self._entered = 0  # how often the screen was set up, which a signal does in the middle of a redraw
        self._drawn_on = 0  # which of these screens holds what is shown

    def enter(self) -> None:
        """Begin with an empty screen."""
        if self.redraws:
            self._entered += 1
            self._write(ENTER)

    def leave(self) -> None:
        """Give the terminal back, and leave there what was shown last."""
        if self.redraws:
            self._write(LEAVE + "".join(f"{line}\n" for line in self._shown))

    def was_resized(self) -> bool:
        """Whether what is shown does not fit the window any more, or is not there yet."""
        return self.redraws and not self._holds_what_is_shown(self._entered, shutil.get_terminal_size())

    def _holds_what_is_shown(self, screen: int, size: os.terminal_size) -> bool:
        """Whether what is shown was drawn on this screen, at this size."""
        return (screen, size) == (self._drawn_on, self._size)

    def redraw(self, lines: Sequence[str]) -> None:
        """Show lines in the place of those before."""
        screen, size = self._entered, shutil.get_terminal_size()
        before = self._shown if self._holds_what_is_shown(screen, size) else ()
        rows = list(map(self._painted, fitted(lines, size)))
        self._write(changes(before, rows, whole=not before))
        self._shown = rows
        self._size = size
        self._drawn_on = screen

    def write(self, lines: Sequence[str]) -> None:
        """Write lines below those before."""
        self._write(block(lines, _width()))

    def _painted(self, line: str) -> str:
        """Colour the verdict at the beginning of a line."""
        match = VERDICT.match(line) if self._colour else None
        if match is None:
            return line
        return f"  {VERDICT_COLOURS[match[1] in PASSING]}{match[1]}{RESET}{line[match.end() :]}"

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _redraws() -> bool:
    """Whether lines can be written again: on a terminal that knows how, and with a system that lets it."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    return is_terminal and os.name == "posix" and os.environ.get("TERM", "dumb") != "dumb"


def _width() -> int:
    """Return the columns that lines are broken at."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else UNBROKEN


def block(lines: Sequence[str], width: int) -> str:
    """Write lines and an empty one."""
    rows = [row for line in lines for row in broken(line, max(width, NARROWEST))]
    return "".join(f"{plain_line(row)}\n" for row in [*rows, ""])


def fitted(lines: Sequence[str], size: os.terminal_size) -> list[str]:
    """Break lines that are too wide; of more than the window holds, keep the first and the last.

    What to do next, a hint and the keys are the last.
    """
    width = max(size.columns, NARROWEST)
    rows: list[str] = []
    for line in lines:
        rows += broken(line, width)
    if len(rows) <= size.lines:
        return rows
    kept = max(size.lines - 2, 1)
    return [rows[0], messages.cut(len(rows) - kept - 1), *rows[-kept:]]


def broken(line: str, width: int) -> list[str]:
    """Break a line that is too wide between words."""
    if len(line) <= width:
        return [line]
    hanging = HANGING.match(line)
    indent = " " * (hanging.end() if hanging is not None else 0)
    return textwrap.wrap(line, width, subsequent_indent=indent)


def changes(before: Sequence[str], lines: Sequence[str], *, whole: bool) -> str:
    """Write what turns some lines on a screen into others; `whole` if the screen may hold more than these."""
    parts = []
    for row, line in enumerate(lines, 1):
        if row > len(before) or before[row - 1] != line:
            parts.append(LINE.format(row=row, text=line))
    if whole or len(before) > len(lines):
        parts.append(BELOW.format(row=len(lines) + 1))
    return "".join(parts)
