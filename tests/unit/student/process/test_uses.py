"""Which of a task's functions each of them calls, whatever way the code takes."""

from __future__ import annotations

import pytest

from autograder.student.process.uses import uses

NAMES = ("forward", "loss", "gradient")
START = """
import numpy as np
def forward(x): return w * x
def loss(y, y_pred): return np.mean((y_pred - y) ** 2)
"""


def called(source: str) -> list[str]:
    """Name what the gradient of a source calls."""
    namespace: dict[str, object] = {"__name__": "submission"}
    exec(START + source, namespace)  # noqa: S102 - as a submission is run
    found = uses(namespace, NAMES)
    assert set(found) <= {"gradient"}
    return found.get("gradient", [])


@pytest.mark.parametrize(
    "source",
    [
        "def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))",
        "def gradient(x, y, y_pred): return history.loss\nclass History: loss = 0\nhistory = History()",
        "def gradient(x, y, y_pred):\n    loss = y_pred - y\n    return np.mean(2 * x * loss)",
        "def gradient(x, y, y_pred): return texts['loss']\ntexts = {'loss': 1}",
        "def gradient(x, y, y_pred): return gradient(x, y, y_pred)",
        "def gradient(x, y, y_pred): return helper(x)\ndef helper(x): return helper(x)",
        "from numpy import mean\ndef gradient(x, y, y_pred): return mean(x)",
        "gradient = 3",
    ],
)
def test_what_calls_no_function_of_the_task_uses_none(source: str) -> None:
    assert called(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "def gradient(x, y, y_pred): return loss(y, y_pred)",
        "gradient = lambda x, y, y_pred: loss(y, y_pred)",
        "def helper(y, p): return loss(y, p)\ndef gradient(x, y, y_pred): return helper(y, y_pred)",
        "def gradient(x, y, y_pred): return slope(lambda v: loss(y, v * x))\ndef slope(f): return f(1)",
        "def gradient(x, y, y_pred): return [loss(y, v * x) for v in (1, 2)][0]",
        "J = loss\ndef gradient(x, y, y_pred): return J(y, y_pred)",
        "def made(f):\n    return lambda x, y, y_pred: f(y, y_pred)\ngradient = made(loss)",
        "def gradient(x, y, y_pred, f=loss): return f(y, y_pred)",
        "def gradient(x, y, y_pred, *, f=loss): return f(y, y_pred)",
        (
            "class Model:\n    def J(self): return loss(1, 2)\nm = Model()\n"
            "def gradient(x, y, y_pred): return m.J()"
        ),
        (
            "class Model:\n    @staticmethod\n    def J(): return loss(1, 2)\n"
            "def gradient(x, y, y_pred): return Model.J()"
        ),
        "class Model:\n    def J(self, x, y, y_pred): return loss(1, 2)\ngradient = Model().J",
        "from functools import partial\ng = partial(loss, 1)\ndef gradient(x, y, y_pred): return g(2)",
        (
            "from functools import cache\n@cache\ndef g(a): return loss(a, a)\n"
            "def gradient(x, y, y_pred): return g(1)"
        ),
        "g = np.vectorize(lambda a: loss(a, a))\ndef gradient(x, y, y_pred): return g(x)",
        "functions = {'J': loss}\ndef gradient(x, y, y_pred): return functions['J'](y, y_pred)",
        "def gradient(x, y, y_pred): return globals()['loss'](y, y_pred)",
        "def gradient(x, y, y_pred): return eval('loss(y, y_pred)')",
    ],
)
def test_a_call_is_found_whatever_way_it_takes(source: str) -> None:
    assert called(source) == ["loss"]


def test_both_functions_are_named() -> None:
    assert called("def gradient(x, y, y_pred): return loss(y, forward(x))") == ["forward", "loss"]


def test_objects_that_resist_are_left_out() -> None:
    source = """
class Hostile:
    @property
    def __dict__(self): raise SystemError
    def __getattr__(self, name): raise SystemError
hostile = Hostile()
endless = []
endless.append(endless)
def gradient(x, y, y_pred): return hostile, endless, loss
"""
    assert called(source) == ["loss"]


def test_data_hide_no_call() -> None:
    source = "numbers = [0.5] * 900 + [loss]\ndef gradient(x, y, y_pred): return numbers[-1](y, y_pred)"
    assert called(source) == ["loss"]
