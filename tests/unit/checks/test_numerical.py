"""The slope of a file's own loss: carried where that loss measures a fit, and nothing where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.facts.verdict import Verdict
from autograder.submission.read import Found

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.facts.report import Report
    from autograder.grading.class_run import ClassRun

HEADER = """
import numpy as np
w = 0.0
def forward(x): return w * x
"""
NOTHING = "gradient/degenerate-loss"


def graded(class_run: ClassRun, folder: Path, loss: str, gradient: str) -> Report:
    path = folder / "submission.py"
    functions = f"def loss(y, y_pred): return {loss}\ndef gradient(x, y, y_pred): return {gradient}\n"
    path.write_text(HEADER + functions, encoding="utf-8")
    (report,) = class_run.reports([Found("submission", path.name, path)])
    return report


@pytest.mark.parametrize(
    ("loss", "gradient"),
    [
        ("np.abs(y_pred - y).mean()", "np.mean(x * np.sign(y_pred - y))"),
        ("np.var(y_pred - y)", "2 * np.mean((x - x.mean()) * (y_pred - y))"),
        ("np.mean((y_pred - y / 2) ** 2)", "np.mean(2 * x * (y_pred - y / 2))"),
        ("np.log(1 + np.mean((y_pred - y) ** 2))",
         "np.mean(2 * x * (y_pred - y)) / (1 + np.mean((y_pred - y) ** 2))"),
        ("np.max((y_pred - y) ** 2)",
         "(lambda k: 2 * x[k] * (y_pred - y)[k])(np.argmax((y_pred - y) ** 2))"),
    ],
)  # fmt: skip
def test_the_slope_of_a_loss_that_measures_a_fit_is_carried(
    class_run: ClassRun, tmp_path: Path, loss: str, gradient: str
) -> None:
    item = graded(class_run, tmp_path, loss, gradient).items[3]
    assert (item.verdict, item.points) == (Verdict.CARRIED, item.max_points)


@pytest.mark.parametrize(
    ("loss", "gradient"),
    [
        ("7.0", "0.0"),
        ("np.floor(np.mean((y_pred - y) ** 2))", "0.0"),
        ("np.mean(y_pred ** 2)", "np.mean(2 * x * y_pred)"),
        ("np.mean(y ** 2)", "0.0"),
        ("np.mean(y_pred - y)", "np.mean(x)"),
        ("-np.mean((y_pred - y) ** 2)", "-np.mean(2 * x * (y_pred - y))"),
        ("np.mean(np.exp((y_pred - y) / 100))", "np.mean(x / 100 * np.exp((y_pred - y) / 100))"),
        ("np.mean((y_pred - y) ** 3)", "np.mean(3 * x * (y_pred - y) ** 2)"),
        ("(w - 2) ** 2", "2 * (w - 2)"),
    ],
)
def test_the_slope_of_a_loss_that_measures_no_fit_earns_nothing(
    class_run: ClassRun, tmp_path: Path, loss: str, gradient: str
) -> None:
    item = graded(class_run, tmp_path, loss, gradient).items[3]
    assert (item.verdict, item.points, item.feedback.note) == (Verdict.FAILED, 0.0, NOTHING)


def points_of(report: Report) -> list[float]:
    return [item.points for item in report.items]


MEAN = "np.mean((y_pred - y) ** 2)"
COLUMNS = "2 * x.reshape(-1, 1).T @ (y_pred - y).reshape(-1, 1) / len(x)"


@pytest.mark.parametrize(
    ("loss", "gradient", "points"),
    [
        (MEAN, COLUMNS, [2, 2, 0, 2, 2]),
        (f"{MEAN}.reshape(1, 1, 1)", COLUMNS, [2, 0, 0, 2, 2]),
        (f"{MEAN}.reshape(1, 1)", "np.mean(2 * x * (y_pred - y))", [2, 0, 2, 2, 2]),
        (f"{MEAN} / 2", COLUMNS, [2, 0, 0, 2, 2]),  # kept: its number is right
        (f"{MEAN} / 2", f"{COLUMNS} / 2", [2, 0, 0, 2, 0]),  # carried
        (MEAN, f"{COLUMNS} / 2", [2, 2, 0, 0, 0]),
        (MEAN, "(y_pred - y) * x", [2, 2, 0, 0, 0]),  # a row of numbers is not one number
    ],
)
def test_one_number_in_an_array_costs_its_reference_item_and_is_that_number_elsewhere(
    class_run: ClassRun, tmp_path: Path, loss: str, gradient: str, points: list[float]
) -> None:
    assert points_of(graded(class_run, tmp_path, loss, gradient)) == points
