"""A function that is not there: what is there in its place, and never what only looks like it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import Report
from autograder.facts.verdict import Feedback, Verdict
from autograder.grading.own_check import check_file
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

START = "import numpy as np\nX = np.array([1.0, 2.0])\nY = 2 * X\nw = 0.0\n"
FUNCTIONS = {
    "forward": "def forward(x): return w * x\n",
    "loss": "def loss(y, y_pred): return np.mean((y_pred - y) ** 2)\n",
    "gradient": "def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))\n",
}
GRAD = "def grad(x, y, y_pred): return 0.0\n"
Graded = Callable[..., Report]


def without(function: str, text: str) -> str:
    """Write a right file in which a text stands in the place of one function, from line 7 on."""
    others = "".join(code for name, code in FUNCTIONS.items() if name != function)
    return f"{START}{others}{text}"


@pytest.fixture
def graded(class_run: ClassRun, tmp_path: Path) -> Graded:
    def grade(text: str, suffix: str = ".py") -> Report:
        path = tmp_path / f"submission{suffix}"
        path.write_text(text, encoding="utf-8")
        (report,) = class_run.reports([HandIn("submission", path.name, path)])
        return report

    return grade


def about(report: Report, function: str) -> Feedback:
    """Return what a report tells of a missing function, alike in each of its items."""
    assert {item.verdict for item in report.items if item.function == function} == {Verdict.MISSING}
    (feedback,) = {item.feedback for item in report.items if item.function == function}
    return feedback


NEAR = [
    ("forward", "foward(x)"),
    ("forward", "Forward(x)"),
    ("forward", "forward_pass(x)"),
    ("forward", "predict(x)"),
    ("forward", "model(x)"),
    ("forward", "f(x)"),
    ("loss", "cost(y, y_pred)"),
    ("loss", "MSE(y, y_pred)"),
    ("loss", "compute_loss(y, y_pred)"),
    ("loss", "meanSquaredError(y, y_pred)"),
    ("loss", "los(y, y_pred)"),
    ("gradient", "grad(x, y, y_pred)"),
    ("gradient", "gradeint(x, y, y_pred)"),
    ("gradient", "compute_gradient(x, y, y_pred)"),
    ("gradient", "gradient_w(x, y, y_pred)"),
    ("gradient", "dJ_dw(x, y, y_pred)"),
    ("gradient", "d_loss(x, y, y_pred)"),
    ("gradient", "loss_derivative(x, y, y_pred)"),
    ("gradient", "ableitung(x, y, y_pred)"),  # its arguments tell
    ("gradient", "compute_grad(X, y_true, y_hat)"),
]


@pytest.mark.parametrize(("function", "near"), NEAR, ids=lambda value: value)
def test_the_nearest_function_is_named_with_its_line(function: str, near: str, graded: Graded) -> None:
    report = graded(without(function, f"def {near}:\n    return w\n"))
    name, _, arguments = near.partition("(")
    feedback = about(report, function)
    there = f"{name} in line 7 has its arguments ({arguments}"
    assert feedback.measured == f"there is no function {function}; {there}"
    assert feedback.usually.startswith(f"the task calls {function}(")
    assert (feedback.note, feedback.line and feedback.line.number) == (f"{function}/other-name", 7)


def test_other_arguments_are_told_beside_the_tasks(graded: Graded) -> None:
    report = graded(without("gradient", "def grad(x, y): return np.mean(2 * x * (w * x - y))\n"))
    there = "grad in line 7 takes (x, y), and gradient takes (x, y, y_pred)"
    assert about(report, "gradient").measured == f"there is no function gradient; {there}"


def test_of_two_gradients_the_one_by_the_parameter_is_named(graded: Graded) -> None:
    both = "".join(f"def gradient_{name}(x, y, y_pred): return 0.0\n" for name in "bw")
    assert "gradient_w in line 8" in about(graded(without("gradient", both)), "gradient").measured


def test_a_function_of_any_name_that_gives_the_right_values_is_named(graded: Graded) -> None:
    feedback = about(graded(without("forward", "def vorhersage(x): return w * x\n")), "forward")
    assert feedback.measured == "there is no function forward; vorhersage in line 7 has its arguments (x)"


HELPERS = [
    ("gradient", "plot(x, y, y_pred)"),
    ("gradient", "numerical_gradient(f, x)"),
    ("gradient", "gradient_descent(x, y, y_pred)"),
    ("gradient", "check_gradient(x, y, y_pred)"),
    ("gradient", "derivative(f, x, h)"),
    ("forward", "f(x)"),  # as it makes the data
    ("forward", "double(x)"),
    ("forward", "linear_regression(X, Y)"),
    ("loss", "accuracy(y, y_pred)"),
    ("loss", "error(message)"),
    ("loss", "loss_gradient(x, y, y_pred)"),
    ("loss", "train(x, y)"),
]


@pytest.mark.parametrize(("function", "helper"), HELPERS, ids=lambda value: value)
def test_a_helper_is_never_taken_for_a_function_of_the_task(
    function: str, helper: str, graded: Graded
) -> None:
    feedback = about(graded(without(function, f"def {helper}:\n    return 0.0\n")), function)
    assert feedback == Feedback(f"there is no function named {function}")


TOP_LEVEL = ", and the task asks for a function at the top level"
ELSEWHERE = {
    "class": (
        "class Line:\n    def gradient(self, x, y, y_pred): pass\n",
        "gradient is a method of class Line (line 8)" + TOP_LEVEL,
    ),
    "function": (
        "def main():\n    def gradient(x, y, y_pred): pass\n",
        "gradient stands inside the function main (line 8)" + TOP_LEVEL,
    ),
    "comment": (
        "# def gradient(x, y, y_pred):\n#     return 0\n",
        "gradient stands in a comment (line 7), which does not run",
    ),
    "string": (
        "'''\ndef gradient(x, y, y_pred):\n    return 0\n'''\n",
        "gradient stands in a string (line 8), which does not run",
    ),
    "lambda in a comment": (
        "#gradient = lambda x, y, y_pred: 0\n",
        "gradient stands in a comment (line 7), which does not run",
    ),
    "if": (
        "if w > 0:\n    def gradient(x, y, y_pred): pass\n",
        "gradient in line 8 stands below if w > 0, which is not entered while marking",
    ),
    "else": (
        "if True:\n    pass\nelse:\n    def gradient(x, y, y_pred): pass\n",
        "gradient in line 10 is not there when the file has run",
    ),
}


@pytest.mark.parametrize(("text", "there"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_function_that_does_not_run_is_told_with_its_place(text: str, there: str, graded: Graded) -> None:
    measured = about(graded(without("gradient", text)), "gradient").measured
    assert measured == f"there is no function gradient; {there}"


def test_what_runs_comes_before_what_is_text(graded: Graded) -> None:
    text = f"# def gradient(x, y, y_pred):\n{GRAD}"
    assert "grad in line 8 has" in about(graded(without("gradient", text)), "gradient").measured


def cell(kind: str, text: str) -> dict[str, object]:
    return {"cell_type": kind, "metadata": {}, "source": text, "outputs": [], "execution_count": None}


@pytest.mark.parametrize(
    ("kind", "before", "there"),
    [
        ("markdown", "", "gradient stands in a markdown cell, and only code cells are run"),
        (
            "code",
            "%%writefile mine.py\n",
            "gradient stands in a %%writefile cell (line 2 of code cell 2), which is written to a file",
        ),
        (
            "code",
            "%%script python\n",
            "gradient stands in a cell that begins with %%script (line 2 of code cell 2), and nothing of it",
        ),
    ],
)
def test_a_cell_that_is_not_run_is_named(kind: str, before: str, there: str, graded: Graded) -> None:
    cells = [cell("code", without("gradient", "")), cell(kind, before + FUNCTIONS["gradient"])]
    text = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    measured = about(graded(text, ".ipynb"), "gradient").measured
    assert measured.startswith(f"there is no function gradient; {there}")


def test_training_needs_what_is_not_there(graded: Graded) -> None:
    assert graded(without("gradient", GRAD)).items[-1].feedback.measured == "needs gradient (not there)"
    training = graded(START).items[-1]
    assert training.feedback.measured == "needs forward, gradient (not there)"
    assert training.verdict is Verdict.MISSING


def test_a_file_stops_before_a_function_only_if_that_follows(graded: Graded) -> None:
    stops = "for step in range(steps): pass\n"
    measured = about(graded(without("gradient", stops)), "gradient").measured
    assert measured == "there is no function named gradient"
    measured = about(graded(without("gradient", stops + GRAD)), "gradient").measured
    assert measured.startswith("there is no function gradient; grad in line 8")
    report = graded(without("gradient", "from mine_own import gradient\n"))
    item = next(item for item in report.items if item.function == "gradient")
    assert item.verdict is Verdict.RAISED
    assert item.feedback.measured.startswith("uses mine_own, which is not there while marking")


def test_a_students_own_check_says_the_same(tmp_path: Path, forking: Backend) -> None:
    path = tmp_path / "linear_regression.py"
    path.write_text(without("gradient", GRAD), "utf-8")
    (report,) = check_file(path, "ex01_linear_regression", forking, 2.0).gradebook.reports
    feedback = about(report, "gradient")
    assert feedback.note == "gradient/other-name"
    assert feedback.measured.endswith("grad in line 7 has its arguments (x, y, y_pred)")
