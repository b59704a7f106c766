"""`nbgrader autograde` gives a notebook the marks that `autograder grade` gives it."""

from __future__ import annotations

import ast
import copy
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.exercise.released import wanted_for
from autograder.nbgrader.source import grade_id
from autograder.submission.class_folder import Search
from autograder.submission.find import find

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

CATALOGUE = Path(__file__).parents[1] / "catalogue"
EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"
COURSES = 2
"""Graded at once, each with a database of its own: two processes of nbgrader's lock each other's."""
GRADES = """
    SELECT a.student_id, b.name, g.auto_score FROM grade g
    JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment a ON a.id = n.assignment_id
"""
WRITTEN = (
    "correct/linreg_annotated",
    "correct/linreg_pairwise_recursion",
    "correct/linreg_prints_and_returns",
    "wrong/linreg_ecf_half_mse",
    "wrong/linreg_ecf_mae",
    "wrong/linreg_ecf_negative",
    "wrong/linreg_ecf_plus",
    "wrong/linreg_forward_int_w",
    "wrong/linreg_forward_prints",
    "wrong/linreg_grad_forgot_return",
    "wrong/linreg_grad_lr_included",
    "wrong/linreg_grad_sum",
    "wrong/linreg_grad_vector_over_n",
    "wrong/linreg_loss_vector",
    "wrong/linreg_pair_half_loss_sum_grad",
)
RIGHT = "correct/linreg_reference"
Notebook = dict[str, Any]


def cell(notebook: Notebook, name: str) -> dict[str, Any]:
    """Find a cell by its id, which begins with the exercise's name."""
    found: dict[str, Any]
    (found,) = (c for c in notebook["cells"] if c["id"] == f"{EX01}-{name}")
    return found


def written(released: Notebook, file: str) -> Notebook:
    """Fill in the released stubs with the functions of a file of the catalogue."""
    notebook = copy.deepcopy(released)
    text = (CATALOGUE / f"{file}.py").read_text("utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            cell(notebook, node.name)["source"] = ast.get_source_segment(text, node)
    return notebook


def untouched(_: Notebook) -> None:
    """Hand in what was released."""


def half_written(notebook: Notebook) -> None:
    for name in ("loss", "gradient"):
        cell(notebook, name)["source"] = "def later(): ...\nraise NotImplementedError()"


def raising_cell(notebook: Notebook) -> None:
    cell(notebook, "code-data-2")["source"] = "w = 0.0\n1 / 0"


def raising_gradient(notebook: Notebook) -> None:
    cell(notebook, "gradient")["source"] = "def gradient(x, y, y_pred):\n    return missing * x"


def syntax_error(notebook: Notebook) -> None:
    cell(notebook, "loss")["source"] = "def loss(y, y_pred)\n    return ((y_pred - y) ** 2).mean()"


def missing_function(notebook: Notebook) -> None:
    cell(notebook, "forward")["source"] = "forwards = None"


def warns(notebook: Notebook) -> None:
    """Write to stderr, which in a grade cell nbgrader takes for a failure."""
    gradient = cell(notebook, "gradient")
    gradient["source"] = gradient["source"].replace(
        "    return", "    warnings.warn('careful')\n    print('here', file=sys.stderr)\n    return"
    )
    gradient["source"] = f"import sys, warnings\n{gradient['source']}\nwarnings.warn('loud')"


def magics(notebook: Notebook) -> None:
    cell(notebook, "code-data")["source"] = "%matplotlib inline\n!true\nX = Y = None"
    cell(notebook, "loss")["source"] = "%%time\n" + cell(notebook, "loss")["source"]


def goes_elsewhere(notebook: Notebook) -> None:
    """Leave the folder that the notebook is in."""
    cell(notebook, "code-data")["source"] = "import os\nos.chdir('/')"


def own_names(notebook: Notebook) -> None:
    cell(notebook, "code-data-2")["source"] = "w = 0.0\nmark = points = validate = float = None"


def forged(notebook: Notebook) -> None:
    """Make a grade cell say what one likes, for more points than there are."""
    forged = cell(notebook, "gradient-reference")
    forged["source"] = "100.0"
    forged["metadata"]["nbgrader"] |= {"points": 100, "locked": False}
    cell(notebook, "gradient")["source"] = "def gradient(x, y, y_pred): return 0.0"


def earlier_version(notebook: Notebook) -> None:
    """Leave a wrong function above the right one; had it the metadata, too, nbgrader would end for all."""
    gradient = cell(notebook, "gradient")
    earlier = gradient | {"id": "earlier", "metadata": {}, "source": "def gradient(*_): pass"}
    notebook["cells"].insert(notebook["cells"].index(gradient), earlier)


def changed_type(notebook: Notebook) -> None:
    """Turn an answer into prose, which nbgrader turns back."""
    loss = cell(notebook, "loss")
    loss["cell_type"] = "markdown"
    del loss["outputs"], loss["execution_count"]


def without_ids(notebook: Notebook) -> None:
    """Save as an older Jupyter does."""
    notebook["nbformat_minor"] = 4
    for each in notebook["cells"]:
        del each["id"]


def trained_before(notebook: Notebook) -> None:
    """Run cells twice, and not from top to bottom."""
    training = cell(notebook, "code-training")
    training["execution_count"] = 3
    training["outputs"] = [
        {"output_type": "stream", "name": "stdout", "text": "epoch 1: w = 1.934, loss = 0.03"}
    ]
    notebook["cells"].append(copy.deepcopy(training) | {"id": "again"})


EDITED = (
    untouched, half_written, raising_cell, raising_gradient, syntax_error, missing_function, warns, magics,
    goes_elsewhere, own_names, forged, earlier_version, changed_type, without_ids, trained_before,
)  # fmt: skip


def hand_in(course: Path) -> dict[str, Notebook]:
    """Make the class: each student's notebook, all of them different."""
    released = json.loads((course / "release" / EX01 / NOTEBOOK).read_text("utf-8"))
    for each in released["cells"]:
        each["source"] = "".join(each["source"])
    handed_in = {Path(file).stem: written(released, file) for file in (RIGHT, *WRITTEN)}
    edits: tuple[Callable[[Notebook], None], ...] = EDITED
    for edit in edits:
        notebook = copy.deepcopy(released) if edit is untouched else written(released, RIGHT)
        edit(notebook)
        handed_in[edit.__name__] = notebook
    return handed_in


def autograde(courses: list[Path], log: Path) -> None:
    """Run nbgrader on the courses, all at once, and leave no process behind."""
    command = [sys.executable, "-m", "nbgrader", "autograde", EX01]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path}  # nbgrader starts alembic
    with log.open("w") as said:
        running = [
            subprocess.Popen(
                command,
                cwd=course,
                stdout=said,
                stderr=said,
                process_group=0,
                env=environment,
            )
            for course in courses
        ]
        try:
            assert [process.wait(timeout=600) for process in running] == [0] * len(courses), log.read_text()
        finally:
            for process in running:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def test_nbgrader_gives_the_marks_of_grade(
    released_course: Path, class_run: ClassRun, tmp_path: Path
) -> None:
    handed_in = hand_in(released_course)
    assert len({json.dumps(notebook) for notebook in handed_in.values()}) >= 30
    courses = [Path(shutil.copytree(released_course, tmp_path / str(n))) for n in range(COURSES)]
    for number, (student, notebook) in enumerate(handed_in.items()):
        folder = courses[number % COURSES] / "submitted" / student / EX01
        folder.mkdir(parents=True)
        (folder / NOTEBOOK).write_text(json.dumps(notebook), "utf-8")

    items = class_run.exercise.rubric.items
    autograde(courses, tmp_path / "log.txt")
    by_nbgrader: dict[str, dict[str, float]] = {student: {} for student in handed_in}
    for course in courses:
        with closing(sqlite3.connect(course / "gradebook.db")) as gradebook:
            for student, name, score in gradebook.execute(GRADES):
                by_nbgrader[student][name] = score

    submitted = [course / "submitted" for course in courses]
    reports = list(class_run.reports(find(submitted, Search(wanted_for(class_run.exercise.rubric.task)))))
    by_us = {r.student: {grade_id(EX01, i.id): i.points for i in r.items} for r in reports}
    assert by_us.keys() == handed_in.keys()
    ids = [grade_id(EX01, item.id) for item in items]
    assert {s: {name: marks[name] for name in ids} for s, marks in by_nbgrader.items()} == by_us

    scores = Counter(report.score for report in reports)
    assert len(scores) >= 7, scores  # what is the same everywhere compares nothing
    assert any(score % 2 for score in scores if score), "half of training's points"
