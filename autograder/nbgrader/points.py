"""Return the points of one item, in a grade cell of a notebook that `nbgrader autograde` runs.

This relies on what nbgrader 0.9 does, which tests/nbgrader try:

- A grade cell earns what the first of its outputs that counts says. An exception, or anything on stderr,
  is 0. A displayed value is read as a number from its printed form. Anything but a number from 0 on (nan,
  a negative number, a text such as `np.float64(0.0)`) gives full points, and so does no value at all; a
  number above the cell's points ends the grading of that student. Hence this returns a plain float or
  raises, and prints the feedback to stdout, which is shown and earns nothing.
- There is no way to say "no score": an exception is recorded as 0, with its message in the feedback.
- The kernel starts in `autograded/<student>/<assignment>/`. The notebook lies there as it was handed in,
  without outputs, and with the instructor's locked cells and points. It is the only notebook there. Any
  other file may be the student's, so nothing is run from there.

Student code has run in this kernel, and could have changed everything in it. The judge is a separate process,
but its answer is read here. `autograder grade --gradebook` marks where no student code runs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from autograder.facts.document import SMALLEST_LABEL
from autograder.facts.errors import BrokenError, KitError
from autograder.facts.outcomes import Line
from autograder.facts.report import ItemResult, Status
from autograder.facts.text import line_of
from autograder.facts.verdict import Feedback, Verdict
from autograder.nbgrader.comments import item_text

COURSE = ("nbgrader_config.py", "gradebook.db", "source")
"""Files and folders by which the folder of a course is recognised."""


@dataclass(frozen=True, slots=True)
class GradeCell:
    """The cell in which an item is graded: its notebook, its exercise and its points."""

    notebook: Path
    exercise: str
    points: float


def points(item: str, exercise: str | None = None) -> float:
    """Return the points that this kernel's notebook earns for an item, such as "gradient/reference".

    The points are scaled to the cell's, if an instructor changed these, and the feedback is printed. A
    notebook that cannot be read earns 0.0. KitError if the item has no grade cell here, or several and no
    exercise is named; BrokenError if the judge fails.
    """
    folder = _kernel_folder()
    cell = find_grade_cell(folder, item, exercise)
    digest = sha256(cell.notebook.read_bytes()).hexdigest()
    report = _judged(cell.notebook, digest, cell.exercise, course_folder(folder))
    if report["status"] == Status.UNREADABLE:
        reasons = "; ".join(line_of(advice["message"]) for advice in report["advice"])
        print("unreadable, 0 points:", reasons)  # noqa: T201 - for the feedback
        return 0.0
    if report["status"] != Status.GRADED:
        raise BrokenError(
            "the kit failed on this notebook; that is not the student's fault, so mark it by hand"
        )
    result = next((result for result in report["items"] if result["id"] == item), None)
    if result is None:
        raise KitError(f"{cell.exercise} has no item {item}")
    _print_feedback(result)
    return scaled(result["points"], result["max_points"], cell.points)


def find_grade_cell(folder: Path, item: str, exercise: str | None = None) -> GradeCell:
    """Find an item's grade cell in the notebooks of a folder; KitError if there is not exactly one.

    Its id is the exercise's name and the item's, which begins with a function: a name without a dash.
    """
    ending = f"-{item.replace('/', '-')}"
    matching = [
        GradeCell(notebook, name.removesuffix(ending), float(points_of))
        for notebook in sorted(folder.glob("*.ipynb"))
        for name, points_of in _grade_cells(notebook)
        if name.endswith(ending) and exercise in {None, name.removesuffix(ending)}
    ]
    if not matching:
        raise KitError(f"no notebook in {folder} has a grade cell for {item}")
    if len(matching) > 1:
        names = [cell.exercise for cell in matching]
        example = f'mark("{item}", "{names[0]}")'
        raise KitError(f"{item} is graded here for {', '.join(names)}: name one, as in {example}")
    return matching[0]


def course_folder(folder: Path) -> Path:
    """Find the course above a folder of notebooks, never in it: its files may be a student's."""
    for above in folder.parents:
        if any((above / name).exists() for name in COURSE):
            return above
    return folder.parent


def scaled(earned: float, of: float, cell_points: float) -> float:
    """Scale an item's points to those of its cell, which are not exceeded."""
    return float(min(cell_points, earned * (cell_points / of))) if of else 0.0


def _kernel_folder() -> Path:
    """Return the folder that the kernel was started in; student code may have changed the current one."""
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    return Path.cwd() if shell is None else Path(shell.starting_dir)


def _grade_cells(notebook: Path) -> list[tuple[str, Any]]:
    """List the ids of a notebook's grade cells with their points; an empty list if it cannot be read."""
    try:
        cells = json.loads(notebook.read_bytes())["cells"]
        marked = [cell["metadata"].get("nbgrader", {}) for cell in cells]
        return [(str(of["grade_id"]), of["points"]) for of in marked if of.get("grade")]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


@cache
def _judged(notebook: Path, _digest: str, exercise: str, course: Path) -> dict[str, Any]:
    """Grade a notebook once for all of its cells, and return its part of the result document.

    The judge starts in the course's folder: students cannot write a module or an answer key there, and
    `autograder grade` finds the same key there.
    """
    command = [sys.executable, "-P", "-m", "autograder", "grade", str(notebook), "-e", exercise, "--json"]
    judge = subprocess.run(  # noqa: S603 - our own interpreter, our own arguments
        command, cwd=course, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    try:
        (submission,) = json.loads(judge.stdout)["submissions"]
        return dict(submission)
    except (ValueError, KeyError, TypeError) as error:
        said = judge.stderr.strip().splitlines() or [f"it ended with status {judge.returncode}"]
        raise BrokenError(f"the judge gave no result: {line_of(said[-1])}") from error


def _print_feedback(result: dict[str, Any]) -> None:
    """Print the feedback on an item, if it did not pass."""
    usually, _, smallest = result["message"].partition(SMALLEST_LABEL)
    line = Line(result["line"], result["cell"]) if result["line"] else None
    feedback = Feedback(result["measured"], usually.strip(), smallest, result["note"], line)
    item = ItemResult(
        result["id"], Verdict(result["verdict"]), result["points"], result["max_points"], feedback
    )
    if text := item_text(item):
        print(text)  # noqa: T201 - for the feedback
