"""Rows of cells as lines of a terminal, in columns that line up whatever the letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]], numbers: int | None = None) -> list[str]:
    """Fill cells up to the width of their column, on the right, or from column `numbers` on at the left."""
    first = len(rows[0]) if numbers is None else numbers
    widths = [max(_width(row[k]) for row in rows) for k in range(len(rows[0]))]
    return [
        "  ".join(_filled(row[k], width, left=k >= first) for k, width in enumerate(widths)) for row in rows
    ]


def _filled(cell: str, width: int, *, left: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if left else cell + space


def _width(text: str) -> int:
    """Count terminal columns: wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
