"""The smallest example: simple numbers, both values, and never a closed probe."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import ItemResult

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

Told = Callable[..., ItemResult]
GRADIENT = "def gradient(x, y, y_pred): return "


@pytest.mark.parametrize(
    ("body", "example"),
    [
        ("np.mean(x * (y_pred - y))", "x = [1]  y = [2]  y_pred = [1]  w = 1  got -1, expected -2"),
        ("np.sum(2 * x * (y_pred - y))", "x = [1, 2]  y = [2, 1]  y_pred = [1, 2]  w = 1  got 2, expected 1"),
        ("np.mean(2 * abs(x) * (y_pred - y))", "x = [-1]  y = [1]  y_pred = [-1]  w = 1  got -4, expected 4"),
        ("np.mean(2 * x * (y_pred - y)) + 1e-9 * w", "got -1.999999999, expected -2"),
        ("np.clip(np.mean(2 * x * (y_pred - y)), -90, 90)", ""),  # right wherever it is simple
    ],
)
def test_the_first_simple_input_that_differs_is_told(told: Told, body: str, example: str) -> None:
    smallest = told(GRADIENT + body).feedback.smallest
    assert smallest.endswith(example)
    assert bool(smallest) == bool(example)


def test_no_simple_input_is_a_closed_probe(class_run: ClassRun) -> None:
    key = class_run.marking.key
    for function, probes in key.probes.items():
        closed = {probe.call for probe in probes if not probe.shown}
        assert not closed & {probe.call for probe in key.simple[function]}
        assert len(key.simple[function]) >= 12


@pytest.mark.parametrize(
    ("definition", "name", "example"),
    [
        ("def forward(x): return w * w", "forward", "x = [2]  w = 1  got 1, expected [2]"),
        (
            "def forward(x): return np.reshape(w * x, (-1, 1))",
            "forward",
            "got [[1]], expected the array [1]",
        ),
        (
            "def forward(x): return float(np.sum(w * x))",
            "forward",
            "x = [1, 2]  w = 1  got 3, expected [1, 2]",
        ),
        (
            "def loss(y, y_pred): return (y_pred - y) ** 2",
            "loss",
            "y_pred = [2, 4]  w = 2  got [1, 4], expected 2.5",
        ),
        ("def loss(y, y_pred): return y_pred == y", "loss", "got [False], expected 1"),
    ],
)
def test_both_values_of_an_example_differ_in_what_is_printed(
    told: Told, definition: str, name: str, example: str
) -> None:
    smallest = told(definition, f"{name}/reference").feedback.smallest
    assert smallest.endswith(example)


@pytest.mark.parametrize(
    ("body", "measured"),
    [
        ("w * w", "does not use x: computes w**2"),
        ("w", "does not use x: computes w"),
        ("w * np.ones(3)", "does not use x: returns shape (3,), expected an array of shape (273,)"),
    ],
)
def test_an_argument_that_is_not_used_explains_a_shape(told: Told, body: str, measured: str) -> None:
    feedback = told(f"def forward(x): return {body}", "forward/reference").feedback
    assert (feedback.note, feedback.measured) == ("forward/unused-argument", measured)
