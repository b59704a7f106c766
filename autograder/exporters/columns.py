"""Rows of fields as lines of a terminal, in columns that line up whatever the letters and however long."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import dropwhile

WIDEST = 40
"""Columns of a terminal that a name takes in a table; its middle is left out where it has more."""
GAP = "..."
MEDIAL_JAMO = range(0x1160, 0x1200)
"""Vowels and final consonants of decomposed Hangul, as macOS writes names: drawn within the letter before."""


def shortened(text: str, widest: int = WIDEST) -> str:
    """Leave out the middle of a text that is wide: names often differ at their ends."""
    if _width(text) <= widest:
        return text
    room = widest - len(GAP)
    half = room // 2
    start = _start(text, room - half)
    end = _start(text[::-1], half)[::-1]
    whole_letters = "".join(dropwhile(_is_mark, end))
    return f"{start}{GAP}{whole_letters}"


def _start(text: str, widest: int) -> str:
    """Take as many characters as fit into a width."""
    room = widest
    for place, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return text[:place]
    return text


def aligned(rows: Sequence[Sequence[str]], numbers: int | None = None) -> list[str]:
    """Fill fields up to the width of their column, on the right, or from column `numbers` on at the left."""
    columns = range(len(rows[0]))
    first = len(columns) if numbers is None else numbers
    widths = [max(_width(row[k]) for row in rows) for k in columns]
    lines: list[str] = []
    for row in rows:
        fields = [_filled(row[k], widths[k], left=k >= first) for k in columns]
        lines.append("  ".join(fields))
    return lines


def _filled(field: str, width: int, *, left: bool) -> str:
    space = " " * (width - _width(field))
    return space + field if left else field + space


def _width(text: str) -> int:
    """Count terminal columns: wide characters take two, and marks on the letter before them none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if _is_mark(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _is_mark(character: str) -> bool:
    """Whether a character is drawn on the one before it."""
    return unicodedata.category(character) in {"Mn", "Me"} or ord(character) in MEDIAL_JAMO
