"""nbgrader's own commands, unchanged, on what `release --nbgrader` writes: a real kernel, a real judge."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"
BODIES = {
    "forward": "return w * x",
    "loss": "return ((y_pred - y) ** 2).mean()",
    "gradient": "return np.mean(2 * x * (y_pred - y))",
}
SUM = {"gradient": "return np.sum(2 * x * (y_pred - y))"}
Notebook = dict[str, Any]
pytestmark = pytest.mark.filterwarnings("ignore")  # what nbgrader and its kernels warn of is theirs


def released(course: Path) -> Notebook:
    notebook: Notebook = json.loads((course / "release" / EX01 / NOTEBOOK).read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return notebook


def write(path: Path, notebook: Notebook, bodies: dict[str, str]) -> Path:
    """Fill in the stubs."""
    for cell in notebook["cells"]:
        for function, body in bodies.items():
            if cell["id"] == f"{EX01}-{function}":
                head, stub, _ = cell["source"].partition("# YOUR CODE HERE")
                assert stub
                cell["source"] = head + body
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), "utf-8")
    return path


@pytest.fixture(scope="module")
def graded(
    released_course: Path, convert: Callable[[str, Path, str], None], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Grade one submission, with a gradient that is a sum, and make the feedback."""
    course = Path(shutil.copytree(released_course, tmp_path_factory.mktemp("graded") / "course"))
    write(course / "submitted" / "charles" / EX01 / NOTEBOOK, released(course), BODIES | SUM)
    for converter in ("Autograde", "GenerateFeedback"):
        convert(converter, course, EX01)
    return course


def test_students_get_stubs_an_exercise_and_nothing_of_the_solution(released_course: Path) -> None:
    text = (released_course / "release" / EX01 / NOTEBOOK).read_text("utf-8")
    assert text.count("raise NotImplementedError()") == 3
    assert text.count("YOUR ANSWER HERE") == 1
    assert text.count("from autograder import validate as mark") == 5
    hidden = ("HIDDEN", "SOLUTION", "points as mark", "np.mean(2 * x", "The chain rule")
    assert [words for words in hidden if words in text] == []
    assert (released_course / "release" / EX01 / "exercise.json").is_file()


def test_autograde_stores_the_judges_points(graded: Path) -> None:
    query = "SELECT b.name, g.auto_score FROM grade g JOIN base_cell b ON b.id = g.cell_id"
    with closing(sqlite3.connect(graded / "gradebook.db")) as gradebook:
        scores = dict(gradebook.execute(query))
    assert {name.removeprefix(f"{EX01}-"): score for name, score in scores.items()} == {
        "forward-reference": 2,
        "loss-reference": 2,
        "gradient-reference": 0,
        "gradient-numerical": 0,
        "training-convergence": 1,
        "prose-the-gradient-derived-by-hand": 0,
    }


def test_the_feedback_page_says_which_mistake_it_was(graded: Path) -> None:
    page = (graded / "feedback" / "charles" / EX01 / "linear_regression.html").read_text("utf-8")
    assert "Score: 5.0 / 10.0" in page
    assert "2 times the right value at N = 2" in page
    assert "A sum where the task asks for a mean" in page
    assert "Traceback (most" not in page


def test_export_writes_the_score(graded: Path, tmp_path: Path) -> None:
    from nbgrader.api import Gradebook  # noqa: PLC0415 - slow, and optional
    from nbgrader.plugins import CsvExportPlugin  # noqa: PLC0415 - as above

    with Gradebook(f"sqlite:///{graded / 'gradebook.db'}") as gradebook:
        plugin = CsvExportPlugin()
        plugin.to = str(tmp_path / "grades.csv")
        plugin.export(gradebook)
    ((row),) = csv.DictReader((tmp_path / "grades.csv").read_text().splitlines())
    assert (row["student_id"], float(row["score"]), float(row["max_score"])) == ("charles", 5, 10)


@pytest.mark.parametrize(
    ("bodies", "failing"),
    [({}, []), (SUM, ["gradient/reference", "gradient/numerical", "training/convergence"])],
)
def test_validate_reports_the_open_items_that_fail(
    released_course: Path, bodies: dict[str, str], failing: list[str], tmp_path: Path
) -> None:
    from nbgrader.validator import Validator  # noqa: PLC0415 - slow, and optional

    path = write(tmp_path / "work" / NOTEBOOK, released(released_course), BODIES | bodies)
    found = Validator().validate(str(path)).get("failed", [])
    assert [cell["source"].splitlines()[-1] for cell in found] == [f'mark("{item}")' for item in failing]
    for cell in found:
        assert "AssertionError" in cell["raw_error"]
