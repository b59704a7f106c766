"""The smallest example: simple numbers, both values, and never a closed probe."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import ItemResult

if TYPE_CHECKING:
    from autograder.grading.class_run import ClassRun

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
