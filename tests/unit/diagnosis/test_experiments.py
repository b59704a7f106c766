"""What experiments with arrays tell of a function that is wrong: how it answers, and where it is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from autograder.facts.report import ItemResult

Measured = Callable[[str, str, str], str]


@pytest.fixture(scope="module")
def measured(told_of: Callable[[str, str, str], ItemResult]) -> Measured:
    """Grade an exercise's solution with something else in it; return what is measured of the first item."""

    def of(exercise: str, right: str, wrong: str) -> str:
        return told_of(exercise, right, wrong).feedback.measured

    return of


D = "2 * (y_pred - y) / len(y)"
E = "e / e.sum(axis=1, keepdims=True)"


@pytest.mark.parametrize(
    ("exercise", "right", "wrong", "said"),
    [
        ("tanh", D, f"{D} + 1", "dW1: where y_pred = y, it is not 0, and should be 0"),
        ("tanh", D, f"np.abs({D})", "turned around, it stays the same, and should change its sign"),
        ("tanh", "(y_pred - y) ** 2", "(y_pred - y) ** 4", "it is 16 times as large, and should be 4 times"),
        ("tanh", "(1 - h ** 2)", "(1 - 0.3 ** 2)", "dW1: with another W1, it stays the same, and should"),
        ("tanh", "h @ W2 + b2", "np.abs(h) @ W2 + b2", "right where W2 is 0; differs"),
        ("tanh", "h @ W2 + b2", "h @ np.abs(W2) + b2", "with -W2 in the place of W2, it stays the same"),
        ("tanh", "x.T @ dz", "np.abs(x).T @ dz", "dW1: right where no entry of x is negative; differs"),
        ("tanh", "dz.sum(axis=0)", "len(dz) * dz[0]", "db1: with the samples in another order, it changes"),
        (
            "relu",
            "dh * (h > 0)",
            "dh * (dh > 0)",
            "with -dh in the place of dh, it changes, and should change",
        ),
        (
            "relu",
            "h.T @ d,",
            "np.median(h * d, axis=0)[:, None],",
            "dW2: right at N = 1, wrong at N = 2, 3, 4; with every sample there twice",
        ),
        ("logistic", "(1 - y) *", "(1 - y) * 3 *", "right where every y is 1; differs"),
        ("logistic", "= y_pred - y", "= y_pred - y[0]", "dw: with the samples in another order, it changes"),
        ("softmax", "x @ W + b", "x @ W - b", "right where b is 0; differs"),
    ],
)
def test_an_experiment_tells_what_is_wrong(
    measured: Measured, exercise: str, right: str, wrong: str, said: str
) -> None:
    assert said in measured(exercise, right, wrong)


@pytest.mark.parametrize(
    ("exercise", "right", "wrong", "unsaid"),
    [
        # a step from one class to the next stays the same for most weights, not for all
        ("logistic", "1 / (1 + np.exp(-(x @ w + b)))", "np.round(x @ w + b)", "stays the same"),
        # a change of a billionth is one
        ("tanh", "(1 - h ** 2)", "(1 + 1e-9 * h)", "stays the same"),
        # positive numbers that are large are no smaller than 1, others are
        ("relu", "np.maximum(x @ W1 + b1, 0)", "np.maximum(x @ W1 + b1, 1)", "right"),
        # a probability of one class is 1, whatever it was divided by
        ("softmax", E, f"{E} ** (1 + 0.5 * (e.shape[1] > 1))", "C = 1"),
        # where the right gradient is 0, so is this one
        ("tanh", D, f"{D} * (1 + y_pred)", "right where"),
        # right without any condition, and wrong for one size
        ("tanh", "@ W2 + b2", "@ W2 + b2 + (len(x) == 4)", "right where"),
    ],
)
def test_nothing_is_said_of_what_only_looks_alike(
    measured: Measured, exercise: str, right: str, wrong: str, unsaid: str
) -> None:
    said = measured(exercise, right, wrong)
    assert unsaid not in said.replace("the right value", ""), said


def test_what_a_function_may_make_again_is_no_argument_of_its_own(measured: Measured) -> None:
    """The derivative by h follows h here, as a right function does that predicts once more."""
    again = "h @ W2 + b2"
    said = measured("relu", "d @ W2.T", f"2 * ({again} - y) / len(y) @ W2.T * 2")
    assert "should stay the same" not in said
