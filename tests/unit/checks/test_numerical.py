"""The slope of a file's own loss: carried where that loss measures a fit, and nothing where it does not."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from autograder.checks.slopes import Measured, measure
from autograder.facts.calls import Call, Named, Value
from autograder.facts.verdict import Verdict
from autograder.numerics.compare import FLOAT32, FLOAT64
from autograder.numerics.derivative import Agreement
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.facts.report import Report

HEADER = """
import numpy as np
w = 0.0
def forward(x): return {forward}
"""
NOTHING = "gradient/degenerate-loss"


def graded(unhurried: ClassRun, folder: Path, loss: str, gradient: str, forward: str = "w * x") -> Report:
    path = folder / "submission.py"
    functions = f"def loss(y, y_pred): return {loss}\ndef gradient(x, y, y_pred): return {gradient}\n"
    path.write_text(HEADER.format(forward=forward) + functions, encoding="utf-8")
    (report,) = unhurried.reports([HandIn("submission", path.name, path)])
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
        ("np.sum((y_pred - y) ** 2)", "np.sum(2 * x * (y_pred - y))"),
        ("np.mean((y_pred - y) ** 2) / 2", "np.mean(x * (y_pred - y))"),
        ("np.sum((y_pred - y) ** 2) / (len(y) - 1)", "np.sum(2 * x * (y_pred - y)) / (len(y) - 1)"),
        ("np.sum((y_pred - y) ** 2) + 7", "np.sum(2 * x * (y_pred - y))"),
        ("np.mean(np.log(np.cosh(y_pred - y)))", "np.mean(x * np.tanh(y_pred - y))"),
        ("np.sqrt(np.mean((y_pred - y) ** 2))",
         "np.mean(x * (y_pred - y)) / np.sqrt(np.mean((y_pred - y) ** 2))"),
        ("np.mean((y_pred - y) ** 4)", "np.mean(4 * x * (y_pred - y) ** 3)"),
        ("np.mean((y_pred + y) ** 2)", "np.mean(2 * x * (y_pred + y))"),
        ("(y_pred[0] - y[0]) ** 2", "2 * x[0] * (y_pred[0] - y[0])"),
        ("(np.mean(y_pred) - np.mean(y)) ** 2", "2 * (np.mean(y_pred) - np.mean(y)) * np.mean(x)"),
        ("np.mean(((y_pred - y) / y) ** 2)", "np.mean(2 * x * (y_pred - y) / y ** 2)"),
        ("np.mean(np.abs((y_pred - y) / y))", "np.mean(x * np.sign(y_pred - y) / np.abs(y))"),
        ("np.mean((y_pred - y) ** 2) / 2 + 0.01 * w ** 2", "np.mean(x * (y_pred - y)) + 0.02 * w"),
        ("np.mean((y_pred - y) ** 2) * (1 + w ** 2 / 1000)",
         "np.mean(2 * x * (y_pred - y)) * (1 + w ** 2 / 1000) + np.mean((y_pred - y) ** 2) * w / 500"),
        ("np.mean(np.maximum(0.3 * (y_pred - y), -0.7 * (y_pred - y)))",
         "np.mean(x * np.where(y_pred > y, 0.3, -0.7))"),
        ("np.sum((y_pred - y) ** 2) / np.sum((y - y.mean()) ** 2)",
         "np.sum(2 * x * (y_pred - y)) / np.sum((y - y.mean()) ** 2)"),
    ],
)  # fmt: skip
def test_the_slope_of_a_loss_that_measures_a_fit_is_carried(
    unhurried: ClassRun, tmp_path: Path, loss: str, gradient: str
) -> None:
    item = graded(unhurried, tmp_path, loss, gradient).items[3]
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
    unhurried: ClassRun, tmp_path: Path, loss: str, gradient: str
) -> None:
    item = graded(unhurried, tmp_path, loss, gradient).items[3]
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
    unhurried: ClassRun, tmp_path: Path, loss: str, gradient: str, points: list[float]
) -> None:
    assert points_of(graded(unhurried, tmp_path, loss, gradient)) == points


@pytest.mark.parametrize(
    ("forward", "gradient"),
    [
        ("2 * w * x", "np.mean(4 * x * (y_pred - y))"),
        ("w + x", "np.mean(2 * (y_pred - y))"),
        ("w ** 2 * x", "np.mean(4 * w * x * (y_pred - y))"),
        ("np.exp(w) * x", "np.mean(2 * np.exp(w) * x * (y_pred - y))"),
        ("np.tanh(w * x)", "np.mean(2 * x * (1 - y_pred ** 2) * (y_pred - y))"),
    ],
)
def test_the_slope_of_a_right_loss_through_a_wrong_forward_is_carried(
    unhurried: ClassRun, tmp_path: Path, forward: str, gradient: str
) -> None:
    item = graded(unhurried, tmp_path, MEAN, gradient, forward).items[3]
    assert (item.verdict, item.points) == (Verdict.CARRIED, item.max_points)


@pytest.mark.parametrize(
    ("loss", "factor"), [("np.sum((y_pred - y) ** 2)", "2 * len(x)"), ("np.mean((y_pred - y) ** 2) / 2", "1")]
)
def test_the_slope_of_a_wrong_loss_is_carried_through_predictions_that_level_off(
    unhurried: ClassRun, tmp_path: Path, loss: str, factor: str
) -> None:
    gradient = f"{factor} * np.mean(x * (1 - y_pred ** 2) * (y_pred - y))"
    item = graded(unhurried, tmp_path, loss, gradient, "np.tanh(w * x)").items[3]
    assert (item.verdict, item.points) == (Verdict.CARRIED, item.max_points)


@pytest.mark.parametrize(
    "loss", ["np.mean(y_pred ** 2)", "-np.mean((y_pred - y) ** 2)", "np.mean(y_pred * y)"]
)
def test_a_loss_that_measures_no_fit_earns_nothing_through_them(
    unhurried: ClassRun, tmp_path: Path, loss: str
) -> None:
    by_prediction = {"np.mean(y_pred ** 2)": "2 * y_pred", "np.mean(y_pred * y)": "y"}.get(
        loss, "-2 * (y_pred - y)"
    )
    gradient = f"np.mean(x * (1 - y_pred ** 2) * {by_prediction})"
    item = graded(unhurried, tmp_path, loss, gradient, "np.tanh(w * x)").items[3]
    assert (item.verdict, item.feedback.note) == (Verdict.FAILED, NOTHING)


def test_a_loss_that_keeps_a_history_and_changes_its_argument_still_carries_its_slope(
    unhurried: ClassRun, tmp_path: Path
) -> None:
    loss = "history.append(np.sum(np.subtract(y_pred, y, out=y_pred) ** 2)) or history[-1]\nhistory = []"
    item = graded(unhurried, tmp_path, loss, "np.sum(2 * x * (y_pred - y))").items[3]
    assert item.verdict is Verdict.CARRIED


DIFFERENCES = {
    "central": "(loss(y, (w + h) * x) - loss(y, (w - h) * x)) / (2 * h)",
    "through a helper": "numerical(lambda v: loss(y, v * x), w, h)",
    "of the predictions": "(loss(y, y_pred + h * x) - loss(y, y_pred - h * x)) / (2 * h)",
}
HELPER = "\ndef numerical(f, at, h): return (f(at + h) - f(at - h)) / (2 * h)\n"
NOTE = "gradient/uses-own-loss"


def of_differences(unhurried: ClassRun, folder: Path, gradient: str, h: str, loss: str = MEAN) -> Report:
    return graded(unhurried, folder, loss + HELPER + f"h = {h}", gradient)


@pytest.mark.parametrize("h", ["1", "1e-3", "1e-5", "1e-6"])
@pytest.mark.parametrize("gradient", DIFFERENCES.values(), ids=DIFFERENCES)
def test_differences_of_the_own_loss_keep_their_marks_and_are_named(
    unhurried: ClassRun, tmp_path: Path, gradient: str, h: str
) -> None:
    report = of_differences(unhurried, tmp_path, gradient, h)
    assert points_of(report)[2:4] == [2.0, 2.0]
    assert [advice.note for advice in report.advice] == [NOTE]


@pytest.mark.parametrize("h", ["1e-3", "1e-5"])
def test_differences_of_a_wrong_loss_are_carried(unhurried: ClassRun, tmp_path: Path, h: str) -> None:
    loss = "np.sum((y_pred - y) ** 2)"
    report = of_differences(unhurried, tmp_path, DIFFERENCES["central"], h, loss)
    assert report.items[3].verdict is Verdict.CARRIED
    assert [advice.note for advice in report.advice] == [NOTE]


def test_one_sided_differences_pass_where_truncation_and_rounding_are_small(
    unhurried: ClassRun, tmp_path: Path
) -> None:
    one_sided = "(loss(y, (w + h) * x) - loss(y, w * x)) / h"
    near, far = (of_differences(unhurried, tmp_path, one_sided, h) for h in ("1e-7", "1e-3"))
    assert points_of(near)[2:4] == [2.0, 2.0]
    assert points_of(far)[2:4] == [0.0, 0.0]


@pytest.mark.parametrize("loss", [MEAN, "np.sum((y_pred - y) ** 2)"], ids=["right loss", "wrong loss"])
@pytest.mark.parametrize(
    "gradient",
    [
        "round({}, 3)",
        "round({}, 6)",
        "float(format({}, '.6g'))",
        "{} + 1e-3",
        "{} + 1e-3 * w",
        "{} * 1.00001",
        "{} / 2",
        "abs({})",
        "np.clip({}, -1e3, 1e3)",
    ],
)
def test_differences_that_were_altered_earn_nothing(
    unhurried: ClassRun, tmp_path: Path, gradient: str, loss: str
) -> None:
    report = of_differences(unhurried, tmp_path, gradient.format(DIFFERENCES["central"]), "1e-5", loss)
    assert points_of(report)[2:4] == [0.0, 0.0]
    assert report.advice == ()


def test_a_formula_of_its_own_for_the_loss_has_no_wider_bound(unhurried: ClassRun, tmp_path: Path) -> None:
    gradient = "(np.mean(((w + h) * x - y) ** 2) - np.mean(((w - h) * x - y) ** 2)) / (2 * h)"
    report = of_differences(unhurried, tmp_path, gradient, "1e-5")
    assert points_of(report)[2] == 0.0
    assert report.advice == ()


def without_x(call: Call) -> Named[Value]:
    """Name the inputs of the loss at the same point."""
    return Named({name: value for name, value in call.inputs.items() if name != "x"})


def test_what_differences_lose_is_below_the_bound_of_float32(unhurried: ClassRun) -> None:
    """With h = 1e-6, the rounding u |J| / h is below 2**-24 of the gradient's bound."""
    probes = unhurried.marking.key.probes
    losses = {p.call.inputs: p for p in probes["loss"] if not p.shown}
    pairs = [(losses[without_x(p.call)], p) for p in probes["gradient"] if not p.shown]
    assert len(pairs) > 10
    for loss, gradient in pairs:
        assert FLOAT64 * loss.error[0] / 1e-6 <= FLOAT32 * gradient.error[0]


@pytest.mark.parametrize(
    ("gradient", "verdict"),
    [("np.mean(2 * x * (y_pred - y))", Verdict.PASSED), ("np.mean(x * (y_pred - y))", Verdict.UNDECIDED)],
)
def test_where_no_slope_can_be_measured_a_gradient_that_the_reference_vouches_for_is_right(
    unhurried: ClassRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gradient: str, verdict: Verdict
) -> None:
    def hidden(*arguments: object) -> list[Measured]:
        measured = measure(*arguments)  # type: ignore[arg-type] # as they come
        return [each._replace(agreement=Agreement.CANNOT_TELL) for each in measured]

    monkeypatch.setattr(import_module("autograder.checks.numerical"), "measure", hidden)
    item = graded(unhurried, tmp_path, "np.mean((y_pred - y) ** 2)", gradient).items[3]
    assert item.verdict is verdict
    assert "right for the task" in item.feedback.measured or verdict is Verdict.UNDECIDED
