"""Which globals a function reads beside the task's parameter, or in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import ItemResult
from autograder.grading.own_check import check_file
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

Told = Callable[..., ItemResult]
FORWARD = "forward/reference"


@pytest.mark.parametrize(
    ("name", "value"),
    [("W", 0.0), ("W", 2.0), ("weight", 0.0), ("theta", 0.5), ("slope", 0.0), ("m", 2.0), ("gewicht", 1.0)],
)
def test_a_weight_under_another_name_has_one_note(name: str, value: float, told: Told) -> None:
    feedback = told(f"{name} = {value}\ndef forward(x): return {name} * x\n", FORWARD).feedback
    assert feedback.note == "forward/other-global"
    assert feedback.measured == f"reads the global {name} (line 9) and not w"
    assert feedback.smallest


OTHER = {
    "trained": "W = 0.0\ndef forward(x): return W * x\nfor _ in range(9): W -= gradient(X, Y, forward(X))",
    "in a helper": "W = 0.5\ndef product(x): return W * x\ndef forward(x): return product(x)",
    "in a dict": "params = {'w': 0.5}\ndef forward(x): return params['w'] * x",
    "in an array": "W = np.array([0.5])\ndef forward(x): return W * x",
    "in an attribute": "class Model: weight = 0.5\ntheta = Model()\ndef forward(x): return theta.weight * x",
    "in an object": "class Model: w = 0.5\nmodel = Model()\ndef forward(x): return model.w * x",
    "with a bias": "W, b = 0.5, 1.0\ndef forward(x): return W * x + b",
    "not defined": "def forward(x): return weight * x",
}


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_a_weight_is_found_wherever_it_is_kept(text: str, told: Told) -> None:
    assert told(text, FORWARD).feedback.note == "forward/other-global"


def test_two_weights_in_the_place_of_one_are_both_named(told: Told) -> None:
    text = "theta0, theta1 = 0.0, 1.0\ndef forward(x): return theta0 + theta1 * x\n"
    assert told(text, FORWARD).feedback.measured == "reads the globals theta0 and theta1 (line 9) and not w"


def test_a_gradient_that_predicts_with_another_weight_is_told_so(told: Told) -> None:
    text = "W = 1.5\ndef gradient(x, y, y_pred): return np.mean(2 * x * (W * x - y))\n"
    assert told(text).feedback.note == "gradient/other-global"


NOT_OTHER = {
    "a number in the function": ("def forward(x): return 2 * x", "forward/weight-fixed"),
    "0 in the function": ("def forward(x): return 0.0 * x", "forward/initial-weight"),
    "both": ("W = 2.0\ndef forward(x): return w * x * W", "forward/twice"),
    "a setting": ("lr = 0.01\ndef forward(x): return lr * x", "forward/formula"),
    "another name that is not defined": ("W = 1.0\ndef forward(x): return npp.dot(W, x)", "forward/raised"),
    "a module that is not imported": ("def forward(x): return npp.exp(x)", "forward/raised"),
    "data": ("def forward(x): return X[0] * 2 * x", "forward/weight-fixed"),
}


@pytest.mark.parametrize(("text", "note"), NOT_OTHER.values(), ids=NOT_OTHER)
def test_no_other_weight_is_told_where_there_is_none(text: str, note: str, told: Told) -> None:
    assert told(text, FORWARD).feedback.note == note


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        (
            "b = 1.5\ndef forward(x): return w * x + b",
            "1.5 more than the right value in every call: it adds b",
        ),
        ("bias = np.array([2.0])\ndef forward(x): return w * x - bias", "2 less than the right value: bias"),
        ("b = 1.0\ndef forward(x): return w * x + b", "1 more than the right value in every call: b"),
    ],
)
def test_a_bias_is_named(text: str, measured: str, told: Told) -> None:
    feedback = told(text, FORWARD).feedback
    name = text.partition(" ")[0]
    assert feedback.note == "forward/adds-global"
    assert feedback.measured.startswith(measured[:6])
    assert feedback.measured.endswith(
        f"than the right value in every call: it adds the global {name} (line 9)"
    )


@pytest.mark.parametrize(
    "text", ["b = c = 1.0\ndef forward(x): return w * x + b + c", "def forward(x): return w * x + 3"]
)
def test_no_bias_is_named_where_none_or_several_are_read(text: str, told: Told) -> None:
    assert told(text, FORWARD).feedback.note == "forward/offset"


def test_a_students_own_check_names_the_same_globals(tmp_path: Path, forking: Backend) -> None:
    path = tmp_path / "linear_regression.py"
    right = "def loss(y, y_pred): return np.mean((y_pred - y) ** 2)\n"
    right += "def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))\n"
    for forward, note in (("W * x", "forward/other-global"), ("w * x + W", "forward/adds-global")):
        text = f"import numpy as np\nw = W = 1.25\ndef forward(x): return {forward}\n{right}"
        path.write_text(text, "utf-8")
        (report,) = check_file(path, "ex01_linear_regression", forking, 2.0).gradebook.reports
        assert next(item.feedback.note for item in report.items if item.function == "forward") == note


Advised = Callable[[str], tuple[str, ...]]


@pytest.fixture
def advised(class_run: ClassRun, tmp_path: Path) -> Advised:
    """Grade a file; return what is said of its parameter."""

    def grade(text: str) -> tuple[str, ...]:
        path = tmp_path / "submission.py"
        path.write_text(f"import numpy as np\n{text}", encoding="utf-8")
        (report,) = class_run.reports([HandIn("submission", path.name, path)])
        return tuple(advice.message for advice in report.advice if advice.note == "file/parameter")

    return grade


RIGHT = """
def forward(x): return w * x
def loss(y, y_pred): return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))
"""
ONE = "; the task's w is one number, and was set to one for marking"


@pytest.mark.parametrize(
    ("value", "got"),
    [
        ("[0.5]", "a list (line 2)"),
        ("np.zeros(4)", "an array of 4 numbers (line 2)"),
        ("np.zeros((2, 1))", "an array of shape (2, 1) (line 2)"),
        ("'0.5'", "text (line 2)"),
    ],
)
def test_a_parameter_that_is_not_one_number_is_told(value: str, got: str, advised: Advised) -> None:
    text = f"w = {value}\n{RIGHT.replace('w * x', 'float(w[0]) * x')}"  # wrong for one number
    assert advised(text) == (f"w is {got}{ONE}",)


def test_a_parameter_that_became_an_array_is_told_where_marks_were_lost(advised: Advised) -> None:
    wrong = RIGHT.replace("np.mean(2 *", "(2 *")
    text = f"w = 0.0\n{wrong}w = w - 0.1 * gradient(np.ones(3), np.ones(3), np.ones(3))\n"
    assert advised(text) == (f"w is an array of 3 numbers when the file has run{ONE}",)


@pytest.mark.parametrize(
    "text", ["w = 0.0", "w = np.float64(0)", "w = np.array([0.5])", "", "w = np.array(1)"]
)
def test_a_right_file_whose_parameter_is_one_number_is_told_nothing(text: str, advised: Advised) -> None:
    assert advised(f"{text}\n{RIGHT}") == ()
