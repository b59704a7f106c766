"""Make the notebook that graders look at: the hand-in, with marked cells restored and feedback below them.

Each cell is written by the kit, so that any hand-in becomes a valid notebook of format 4.5.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from autograder.facts.messages import notebooks
from autograder.facts.text import defines
from autograder.nbgrader.handed_in import HandedInCell
from autograder.nbgrader.source import METADATA_VERSION

CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
NOTE = {"code": "# {}", "markdown": "*{}*"}
"""The form of a note in a cell of each kind."""


@dataclass(frozen=True, slots=True)
class CourseCell:
    """A cell that nbgrader knows by name, in the course's version."""

    name: str
    kind: str  # code or markdown
    source: str
    locked: bool
    checksum: str | None = None
    points: float | None = None  # None if the cell is not graded
    solution: bool = False
    task: bool = False
    function: str = ""  # the function that students write in it

    @property
    def metadata(self) -> dict[str, Any]:
        """The metadata that nbgrader writes into the cell."""
        optional = {"checksum": self.checksum, "points": self.points}
        marked = {
            "cell_type": self.kind,
            "grade": self.points is not None and not self.task,
            "grade_id": self.name,
            "locked": self.locked,
            "schema_version": METADATA_VERSION,
            "solution": self.solution,
            "task": self.task,
            **{key: value for key, value in optional.items() if value is not None},
        }
        fixed = {"deletable": False} | ({"editable": False} if self.locked else {})
        return {**fixed, "nbgrader": marked}

    def is_in(self, cell: HandedInCell) -> bool:
        """Whether a cell without any metadata looks like this one."""
        if cell.kind != self.kind:
            return False
        if self.function:
            return defines(cell.source, self.function)
        return self.solution and _heading(cell.source) == _heading(self.source)


@dataclass(frozen=True, slots=True)
class Shown:
    """The output below a graded cell: a text, and the points as its value; None if the score is missing."""

    text: str
    points: float | None


@dataclass(frozen=True, slots=True)
class Autograded:
    """A notebook's text, the names of its restored cells, and those of answers that nobody has edited."""

    text: str
    restored: tuple[str, ...]
    untouched: frozenset[str]


def make_autograded(
    handed_in: Sequence[HandedInCell],
    course: Sequence[CourseCell],
    shown: Mapping[str, Shown],
    metadata: Mapping[str, Any],
) -> Autograded:
    """Restore the course's cells among those handed in, and write the notebook."""
    restored: list[str] = []
    places = _places(handed_in, course, restored)
    known = {places[ours.name]: ours for ours in course if ours.name in places}
    pairs = [(cell, known.get(k)) for k, cell in enumerate(handed_in)]
    _add_missing(pairs, course, restored)
    untouched = {
        ours.name for cell, ours in pairs if ours is not None and ours.solution and cell.source == ours.source
    }
    identities = _Identities({ours.name for ours in course})
    document = {
        "cells": [_document(cell, ours, shown, identities) for cell, ours in pairs],
        "metadata": dict(metadata),
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return Autograded(f"{json.dumps(document)}\n", tuple(restored), frozenset(untouched))


def _places(
    cells: Sequence[HandedInCell], course: Sequence[CourseCell], restored: list[str]
) -> Mapping[str, int]:
    """Find the course's cells among those handed in, and note what was changed about them.

    A cell is known by the name in its metadata: the last of several counts, as in nbgrader. A cell
    without metadata is known by its id or by its content.
    """
    places: dict[str, int] = {}
    for ours in course:
        named = [k for k, cell in enumerate(cells) if cell.claims.get("grade_id") == ours.name]
        free = [k for k, cell in enumerate(cells) if not cell.claims and k not in places.values()]
        alike = (
            named
            or [k for k in free if cells[k].identity == ours.name]
            or [k for k in free if ours.is_in(cells[k])]
        )
        if alike:
            places[ours.name] = alike[-1]
            change = "duplicated" if len(named) > 1 else _change(cells[alike[-1]], ours)
            restored += [f"{ours.name} ({change})"] if change else []
    return places


def _change(cell: HandedInCell, ours: CourseCell) -> str:
    """Name the change of a cell's type or metadata; empty if there is none."""
    marked = ours.metadata["nbgrader"]
    if cell.kind != ours.kind:
        return "cell type"
    if cell.claims and cell.claims.get("points") != marked.get("points"):
        return "points"
    kept = all(cell.claims.get(key) == marked[key] for key in ("grade", "solution", "locked"))
    return "" if kept else "metadata"


def _add_missing(
    pairs: list[tuple[HandedInCell, CourseCell | None]], course: Sequence[CourseCell], restored: list[str]
) -> None:
    """Insert each deleted cell after the cell that precedes it in the course."""
    at = 0
    for ours in course:
        here = next((k for k, (_, known) in enumerate(pairs) if known is ours), None)
        if here is None:
            here = at
            note = NOTE[ours.kind].format(notebooks.cell_missing())
            pairs.insert(here, (HandedInCell(ours.kind, ours.source if ours.locked else note), ours))
            restored.append(f"{ours.name} (missing)")
        at = here + 1


def _document(
    cell: HandedInCell, ours: CourseCell | None, shown: Mapping[str, Shown], identities: _Identities
) -> dict[str, Any]:
    """Return one cell as JSON, as nbgrader leaves it; a cell that is not the course's gets no metadata."""
    kind = ours.kind if ours else cell.kind
    document: dict[str, Any] = {
        "cell_type": kind,
        "id": ours.name if ours and CELL_ID.fullmatch(ours.name) else identities.free(cell.identity),
        "metadata": ours.metadata if ours else {},
        "source": ours.source if ours and ours.locked else cell.source,
    }
    if kind == "code":
        feedback = shown.get(ours.name) if ours else None
        outputs = cell.outputs if feedback is None else _outputs(feedback)
        return document | {"execution_count": None, "outputs": list(outputs)}
    if cell.attachments:
        document["attachments"] = dict(cell.attachments)
    return document


def _outputs(feedback: Shown) -> Iterator[dict[str, Any]]:
    """Yield a cell's outputs: the feedback, and the points as the value that nbgrader would read."""
    # Without a score an error is shown: a cell without any value would be read as one with full points.
    if feedback.points is None:
        lines = feedback.text.splitlines()
        yield {"output_type": "error", "ename": "broken", "evalue": feedback.text, "traceback": lines}
        return
    if feedback.text:
        yield {"output_type": "stream", "name": "stdout", "text": f"{feedback.text}\n"}
    data = {"text/plain": repr(feedback.points)}
    yield {"output_type": "execute_result", "data": data, "execution_count": None, "metadata": {}}


class _Identities:
    """Gives each cell an id of its own."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._numbers = count(len(taken))

    def free(self, wanted: str) -> str:
        """Return the wanted id if it is valid and free, else an id with the next number."""
        identity = wanted if CELL_ID.fullmatch(wanted) else ""
        while not identity or identity in self._taken:
            identity = f"cell-{next(self._numbers)}"
        self._taken.add(identity)
        return identity


def _heading(source: str) -> str:
    """Return the first line, by which the cell of a written answer is recognised."""
    return source.strip().partition("\n")[0]
