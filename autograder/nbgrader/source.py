"""Make the source notebook of an nbgrader assignment: solutions in regions, a grade cell for each item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from autograder.authoring.notebooks import NotebookCell, notebook_name, place, with_roles, write
from autograder.authoring.release import generated_from, open_part, with_exercise
from autograder.authoring.script import BEGIN, make_stub
from autograder.exercise.load import Exercise
from autograder.exercise.rubric import Item
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.student.backend import Backend

METADATA_VERSION = 3
"""Version of nbgrader's cell metadata, since nbgrader 0.6."""
NAME = re.compile(r"[a-zA-Z0-9_-]+")
"""The names an assignment may have, as the ids of its cells begin with its name."""
GRADE_CELL = """\
from autograder import validate as mark
### BEGIN HIDDEN TESTS
from autograder import points as mark
### END HIDDEN TESTS
mark("{item}")"""
"""Students validate the open items; in the instructor's version the value shown is the item's points."""


def release_nbgrader(exercise: Exercise, backend: Backend) -> dict[str, str]:
    """Make the files of an nbgrader assignment's source folder: the notebook, and the open part.

    nbgrader copies the open part to students with the notebook, and back when it grades. So students
    check themselves by the released exercise, even if their kit does not hold it.
    """
    released, generated = open_part(exercise, backend), generated_from(exercise)
    make_stub(exercise.solution, exercise.folder / "solution.py")  # raises if its regions do not pair up
    notebook = make_source_notebook(exercise.solution, released.task, exercise.rubric.items, generated)
    return with_exercise({notebook_name(released.task): notebook}, released, generated)


def make_source_notebook(solution: str, task: Task, items: Sequence[Item], generated: str) -> str:
    """Write the notebook that `nbgrader generate_assignment` reads; KitError for a name it cannot use.

    `solution` is a percent-format script. A cell with a region is answered by students. Written answers
    have 0 points: nbgrader requires every written answer to be graded.
    """
    if not NAME.fullmatch(task.name):
        raise KitError(f"{task.name}: as an assignment of nbgrader, letters, digits, - and _ make a name")
    grade_cells: dict[str, list[NotebookCell]] = {}
    for item in items:
        grade_cells.setdefault(item.function, []).append(_grade_cell(item, task.name))
    written: list[NotebookCell] = []
    for placed, cell in with_roles(place(solution, task, tuple(grade_cells))):
        written.append(_solution_cell(cell, task.name) if BEGIN in cell.source else cell)
        for subject in placed.subjects:
            written += grade_cells[subject]
    return write(written, task.name, generated)


def grade_id(exercise: str, item: str) -> str:
    """Return the name of an item's grade cell, which never changes: scores are kept by it."""
    return f"{exercise}-{re.sub(r'[/.]', '-', item)}"


def _grade_cell(item: Item, exercise: str) -> NotebookCell:
    metadata = _metadata(grade_id(exercise, item.id), points=item.points, locked=True)
    return NotebookCell(False, GRADE_CELL.format(item=item.id), item.id, metadata)  # noqa: FBT003 - its one flag


def _solution_cell(cell: NotebookCell, exercise: str) -> NotebookCell:
    """Mark a cell that students answer; a written answer has 0 points, as only people can mark it."""
    points = 0.0 if cell.markdown else None
    return replace(cell, metadata=_metadata(grade_id(exercise, cell.role), points=points, solution=True))


def _metadata(
    identity: str, *, points: float | None = None, solution: bool = False, locked: bool = False
) -> dict[str, Any]:
    """Return nbgrader's metadata of one cell, which is graded if it has points."""
    metadata = {
        "grade": points is not None,
        "grade_id": identity,
        "locked": locked,
        "schema_version": METADATA_VERSION,
        "solution": solution,
        "task": False,
    }
    return {"nbgrader": metadata if points is None else metadata | {"points": points}}
