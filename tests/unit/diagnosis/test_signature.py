"""What a function takes and the task does not hand over, read from its parameters and its values together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import ItemResult
from autograder.facts.verdict import Verdict
from autograder.grading.own_check import check_file

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.student.backend import Backend

Told = Callable[..., ItemResult]
RIGHT = "np.mean(2 * x * (y_pred - y))"

OTHER_NUMBER = [
    ("forward(x, w)", "forward(x, w): the task calls forward(x) and sets the global w"),
    ("forward(weight, x)", "forward(weight, x): the task calls forward(x) and sets the global w"),
    ("forward(x, w, b)", "forward(x, w, b): the task calls forward(x) and sets the global w"),
    ("forward()", "forward(): the task calls forward(x)"),
    ("loss(x, y, w)", "loss(x, y, w): the task calls loss(y, y_pred)"),
    ("loss(error)", "loss(error): the task calls loss(y, y_pred)"),
    ("loss(y, y_pred, *, n)", "loss(y, y_pred, *, n): the task calls loss(y, y_pred)"),
    ("gradient(x, y)", "gradient(x, y): the task calls gradient(x, y, y_pred)"),
    (
        "gradient(x, y, y_pred, w)",
        "gradient(x, y, y_pred, w): the task calls gradient(x, y, y_pred) and sets the global w",
    ),
]


@pytest.mark.parametrize(("signature", "measured"), OTHER_NUMBER, ids=lambda value: value[:30])
def test_another_number_of_parameters_is_told_with_both_signatures(
    signature: str, measured: str, told: Told
) -> None:
    function = signature.partition("(")[0]
    item = told(f"def {signature}: return 1.0\n", f"{function}/reference")
    assert item.verdict is Verdict.RAISED
    assert (item.feedback.note, item.feedback.measured) == (f"{function}/other-parameters", measured)


def test_a_call_that_is_refused_within_a_function_is_told_as_what_it_raised(told: Told) -> None:
    item = told("def square(a): return a\ndef loss(y, y_pred): return square(y, y_pred)\n", "loss/reference")
    assert item.feedback.note == "loss/raised"


def test_the_slope_item_repeats_what_a_gradient_takes(told: Told) -> None:
    for definition in ("def gradient(x, y): return 1.0\n", f"def gradient(x, y_pred, y): return {RIGHT}\n"):
        reference, slope = (told(definition, f"gradient/{oracle}") for oracle in ("reference", "numerical"))
        assert (slope.feedback.measured, slope.feedback.note) == (
            reference.feedback.measured,
            reference.feedback.note,
        )


@pytest.mark.parametrize(
    "parameters", ["y, y_pred, x", "x, y_pred, y", "y_pred, y, x", "X, Y_pred, Y", "inputs, y_hat, target"]
)
def test_another_order_is_told_where_it_explains_all(parameters: str, told: Told) -> None:
    given = parameters.split(", ")
    x, y = next(n for n in given if n[0] in "xXi"), next(n for n in given if n in {"y", "Y", "target"})
    (made,) = set(given) - {x, y}
    feedback = told(f"def gradient({parameters}): return np.mean(2 * {x} * ({made} - {y}))\n").feedback
    assert feedback.note == "gradient/parameters-in-another-order"
    assert feedback.measured == (
        f"gradient({parameters}): the parameters stand in another order than in the task's "
        "gradient(x, y, y_pred)"
    )
    assert feedback.usually == "called in its own order, it gives the right values"
    assert feedback.smallest


def test_a_mistake_in_another_order_is_told_besides(told: Told) -> None:
    feedback = told("def gradient(y, y_pred, x): return np.sum(2 * x * (y_pred - y))\n").feedback
    assert feedback.note == "gradient/parameters-in-another-order"
    assert feedback.usually.startswith("A sum where the task asks for a mean")


NEVER = {
    "the task's own names": ("gradient", "x, y, y_pred", "np.mean(2 * x * (y - y_pred))", "gradient/sign"),
    "names that say nothing": ("gradient", "x, a, b", "np.mean(2 * x * (a - b))", "gradient/sign"),
    "other names in the order": (
        "gradient",
        "x, target, pred",
        "np.mean(2 * x * (target - pred))",
        "gradient/sign",
    ),
    "an order that does not matter": ("loss", "y_pred, y", "np.sum((y_pred - y) ** 2)", "loss/sum-not-mean"),
    "names alone": ("loss", "x, y", "np.sum((x - y) ** 2)", "loss/sum-not-mean"),
}


@pytest.mark.parametrize(("function", "parameters", "body", "note"), NEVER.values(), ids=NEVER)
def test_no_other_meaning_is_told_where_names_and_values_do_not_agree_on_one(
    function: str, parameters: str, body: str, note: str, told: Told
) -> None:
    feedback = told(f"def {function}({parameters}): return {body}\n", f"{function}/reference").feedback
    assert feedback.note == note


@pytest.mark.parametrize("body", ["np.mean((forward(x) - y) ** 2)", "np.mean((w * x - y) ** 2)"])
def test_a_loss_that_predicts_inside_is_told_so(body: str, told: Told) -> None:
    feedback = told(f"def loss(x, y): return {body}\n", "loss/reference").feedback
    assert feedback.note == "loss/other-parameters"
    assert feedback.measured == "loss(x, y) predicts inside: the task calls loss(y, y_pred)"
    assert feedback.usually == "called with (x, y), it gives the right values"
    assert not feedback.smallest  # its names would be the task's


def test_a_parameter_that_is_the_weight_is_named(told: Told) -> None:
    feedback = told("def gradient(x, y, w): return np.mean(2 * x * (w * x - y))\n").feedback
    assert feedback.measured == (
        "gradient(x, y, w): the task calls gradient(x, y, y_pred), with y_pred in the place of w"
    )
    assert feedback.usually == "called with (x, y, w), it gives the right values"


def test_a_parameter_that_no_task_has_is_told_with_both_signatures(told: Told) -> None:
    feedback = told("def gradient(x, error, n): return 2 * np.dot(x, error) / n\n").feedback
    assert feedback.measured == "gradient(x, error, n): the task calls gradient(x, y, y_pred)"


def test_a_default_that_keeps_the_weight_is_named(told: Told) -> None:
    feedback = told("def forward(x, w=1.5): return w * x\n", "forward/reference").feedback
    assert feedback.measured == "forward(x, w): the task calls forward(x) and sets the global w"
    assert feedback.usually == "a default is computed once, when the function is defined"


def test_a_students_own_check_tells_the_signatures(tmp_path: Path, forking: Backend) -> None:
    path = tmp_path / "linear_regression.py"
    path.write_text(
        "import numpy as np\nw = 0.0\ndef forward(x): return w * x\n"
        "def loss(y, y_pred): return np.mean((y_pred - y) ** 2)\n"
        "def gradient(x, y, w): return np.mean(2 * x * (w * x - y))\n",
        "utf-8",
    )
    (report,) = check_file(path, "ex01_linear_regression", forking, 2.0).gradebook.reports
    notes = {item.feedback.note for item in report.items if item.function == "gradient"}
    assert notes == {"gradient/other-parameters"}
