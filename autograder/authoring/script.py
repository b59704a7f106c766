"""A percent-format script: its cells, and the regions that students must not see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.exercise.hints import squeezed
from autograder.facts.errors import KitError

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
CODE_STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
PROSE_STUB = ("# *YOUR DERIVATION HERE*",)
MARKER = re.compile(r"^(?P<indent>\s*)(?P<prose># )?(?P<marker>### (?:BEGIN|END) SOLUTION)\s*$")
CELL = re.compile(r"^# %%(?P<markdown> \[markdown\])?")


class PercentCell(NamedTuple):
    """One cell of a percent-format script: its lines without the marker."""

    markdown: bool
    lines: tuple[str, ...]

    @property
    def prose(self) -> str:
        """The text of a markdown cell, without the comment signs."""
        return "\n".join(line.removeprefix("#").removeprefix(" ") for line in self.lines).strip()

    @property
    def source(self) -> str:
        """The text of the cell as a notebook holds it."""
        return self.prose if self.markdown else "\n".join(self.lines).strip("\n")


def cells(script: str) -> Iterator[PercentCell]:
    """Split a percent-format script."""
    current: list[str] | None = None
    markdown = False
    for line in script.splitlines():
        match = CELL.match(line)
        if match is not None:
            if current is not None:
                yield PercentCell(markdown, tuple(current))
            current, markdown = [], match["markdown"] is not None
        elif current is not None:
            current.append(line)
    if current is not None:
        yield PercentCell(markdown, tuple(current))


def make_stub(solution: str, path: Path) -> str:
    """Replace each region by a stub; KitError, with file and line, if a marker lacks its counterpart."""
    lines: list[str] = []
    opened = 0
    for number, line in enumerate(solution.splitlines(), 1):
        match = MARKER.match(line)
        if match is None:
            if not opened:
                if BEGIN in line or END in line:
                    raise KitError(f"{path}:{number}: a region's marker stands alone on its line")
                lines.append(line)
            continue
        if (match["marker"] == BEGIN) == bool(opened):
            raise KitError(f"{path}:{number}: {match['marker']} without its counterpart")
        opened = 0 if opened else number
        if opened:
            stub = PROSE_STUB if match["prose"] else CODE_STUB
            lines += [match["indent"] + text for text in stub]
    if opened:
        raise KitError(f"{path}:{opened}: {BEGIN} without its counterpart")
    return "\n".join(lines) + "\n"


def hidden_code(solution: str, stub: str) -> tuple[str, ...]:
    """List the lines of code in the regions, without comments and `return`.

    What stands in the `stub` as well is left out: students read it anyway.
    """
    shown = squeezed(stub)
    hidden: dict[str, None] = {}
    is_hidden = False
    for line in solution.splitlines():
        match = MARKER.match(line)
        if match is not None:
            is_hidden = match["marker"] == BEGIN and match["prose"] is None
        elif is_hidden:
            code = line.partition("#")[0].strip().removeprefix("return ")
            if squeezed(code) not in shown:
                hidden[code] = None
    return tuple(hidden)
