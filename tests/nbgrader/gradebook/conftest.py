"""A class that hands in to a course of nbgrader's, and what is then in its gradebook."""

from __future__ import annotations

import ast
import csv
import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from autograder.exercise.load import Exercise
from autograder.exercise.released import wanted_for
from autograder.facts.report import ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict
from autograder.submission.class_folder import Search
from autograder.submission.find import find
from autograder.submission.read import HandIn

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "ex01_linear_regression"
EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"
STAMP = "2026-11-20 12:00:00 UTC"
GRADES = """
    SELECT b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade
    FROM grade g JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id
    JOIN submitted_assignment a ON a.id = n.assignment_id WHERE a.student_id = ?
"""
COMMENTS = """
    SELECT b.name, c.auto_comment, c.manual_comment
    FROM comment c JOIN base_cell b ON b.id = c.cell_id JOIN submitted_notebook n ON n.id = c.notebook_id
    JOIN submitted_assignment a ON a.id = n.assignment_id WHERE a.student_id = ?
"""


class Class:
    """A course, a class that hands in, and what is in its gradebook."""

    def __init__(self, course: Path, exercise: Exercise, gradebook: ModuleType) -> None:
        self.stamp = STAMP
        self.course, self.exercise, self.gradebook = course, exercise, gradebook
        self.file = course / "gradebook.db"
        self.url = f"sqlite:///{self.file}?timeout=0"
        self.submitted = course / "submitted"
        self.released = json.loads((course / "release" / EX01 / NOTEBOOK).read_text("utf-8"))

    @property
    def command(self) -> list[str]:
        """The command that grades the class into the gradebook."""
        solutions = ("--solutions", str(ROOT / "solutions"))
        return ["grade", str(self.submitted), *solutions, "--gradebook", self.url]

    def hand_in(
        self, student: str, notebook: dict[str, Any] | None = None, stamp: str | None = STAMP
    ) -> Path:
        """Hand in the released notebook, or another one."""
        folder = self.submitted / student / EX01
        folder.mkdir(parents=True, exist_ok=True)
        (folder / NOTEBOOK).write_text(json.dumps(notebook or self.released), "utf-8")
        if stamp:
            (folder / "timestamp.txt").write_text(stamp, "utf-8")
        return folder

    def found(self) -> list[HandIn]:
        """Find what was handed in."""
        return find([self.submitted], Search(wanted_for(self.exercise.rubric.task)))

    def report(
        self, student: str, points: float = 2.0, verdict: Verdict = Verdict.PASSED, told: str = ""
    ) -> Report:
        """Report the same about every item of a submission."""
        items = tuple(
            ItemResult(item.id, verdict, points, item.points, Feedback(told))
            for item in self.exercise.rubric.items
        )
        path = self.submitted / student / EX01 / NOTEBOOK
        digest = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        return Report(student, NOTEBOOK, digest, Status.GRADED, points * len(items), 10.0, items)

    def write(self, *reports: Report, complete: bool = True) -> str:
        """Write reports, and give back what is said about that."""
        outcome = self.gradebook.write_gradebook(self.url, self.exercise, reports, self.found())
        assert outcome.complete == complete, outcome.lines
        return "\n".join(outcome.lines)

    def query(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the database, or change it."""
        with closing(sqlite3.connect(self.file)) as database:
            answer = database.execute(question, values).fetchall()
            database.commit()
        return answer

    def grades(self, student: str) -> dict[str, tuple[Any, ...]]:
        """By item: score, a person's score, extra credit, whether a person has to look."""
        return {name.removeprefix(f"{EX01}-"): tuple(row) for name, *row in self.query(GRADES, student)}

    def comments(self, student: str) -> dict[str, tuple[Any, ...]]:
        """By answer: comment, a person's comment."""
        return {name.removeprefix(f"{EX01}-"): tuple(row) for name, *row in self.query(COMMENTS, student)}

    def shown(self, student: str) -> dict[str, Any]:
        """Read the notebook that graders see."""
        text = (self.course / "autograded" / student / EX01 / NOTEBOOK).read_text("utf-8")
        return dict(json.loads(text))

    def cell(self, student: str, name: str) -> dict[str, Any]:
        """Read one cell that graders see."""
        return next(cell for cell in self.shown(student)["cells"] if cell["id"] == name)

    def solved(self, golden: str) -> dict[str, Any]:
        """Put a golden submission's functions into the released notebook."""
        script = (GOLDEN / golden / "linear_regression.py").read_text("utf-8")
        written = {
            f.name: ast.get_source_segment(script, f) for f in ast.parse(script).body if hasattr(f, "name")
        }
        notebook = json.loads(json.dumps(self.released))
        for cell in notebook["cells"]:
            function = cell["id"].removeprefix(f"{EX01}-")
            cell["source"] = written.get(function, cell["source"])
        return dict(notebook)

    def exported(self) -> list[dict[str, str]]:
        """Let nbgrader export the gradebook."""
        from nbgrader.api import Gradebook  # noqa: PLC0415 - slow, and optional
        from nbgrader.plugins import CsvExportPlugin  # noqa: PLC0415 - as above

        to = self.course / "grades.csv"
        with Gradebook(self.url) as database:
            CsvExportPlugin(to=str(to)).export(database)
        return list(csv.DictReader(to.read_text("utf-8").splitlines()))

    def everything(self) -> list[str]:
        """Read all that can change in the gradebook."""
        with closing(sqlite3.connect(self.file)) as database:
            return list(database.iterdump())


@pytest.fixture(scope="session")
def gradebook(convert: object) -> ModuleType:  # noqa: ARG001 - nbgrader is there, and has been loaded
    from autograder.nbgrader import gradebook  # noqa: PLC0415 - loads nbgrader

    return gradebook


@pytest.fixture
def room(course: Path, ex01: Exercise, gradebook: ModuleType) -> Class:
    return Class(course, ex01, gradebook)
