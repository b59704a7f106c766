"""A gradient that calls forward or sigmoid itself is right, or carried, as one that uses what it is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

SOLUTIONS = Path(__file__).parents[3] / "solutions"
FILE = """
import numpy as np
w, b = np.zeros(2), 0.0
def sigmoid(z): return {sigmoid}
def forward(x): return {forward}
def loss(y, y_pred): return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
def gradient(x, y, y_pred):
    p = {p}
    return x.T @ (p - y) / len(y), np.{reduced}(p - y)
"""
RIGHT = "np.exp(-np.logaddexp(0, -z))"
SIGN, HALF, MODEL = "1 / (1 + np.exp(z))", "np.full(len(z), 0.5)", "sigmoid(x @ w + b)"
PASSED, CARRIED, FAILED = Verdict.PASSED, Verdict.CARRIED, Verdict.FAILED
ROWS = [
    ((RIGHT, MODEL, "forward(x)", "mean"), (PASSED, PASSED, PASSED)),
    ((RIGHT, MODEL, "sigmoid(x @ w + b)", "mean"), (PASSED, PASSED, PASSED)),
    ((RIGHT, MODEL, "forward(x)", "sum"), (PASSED, FAILED, FAILED)),
    ((RIGHT, "sigmoid(x @ w - b)", "forward(x)", "mean"), (FAILED, CARRIED, PASSED)),
    ((SIGN, MODEL, "y_pred", "mean"), (CARRIED, PASSED, PASSED)),
    ((SIGN, MODEL, "forward(x)", "mean"), (CARRIED, CARRIED, PASSED)),
    ((SIGN, MODEL, "sigmoid(b + x @ w)", "mean"), (CARRIED, CARRIED, PASSED)),
    ((SIGN, MODEL, "sigmoid(x @ w + b)", "sum"), (CARRIED, FAILED, FAILED)),
    ((SIGN, MODEL, "sigmoid(x @ w)", "mean"), (CARRIED, FAILED, FAILED)),
    ((HALF, MODEL, "sigmoid(x @ w)", "mean"), (FAILED, FAILED, FAILED)),
]
ITEMS = ("forward/reference", "gradient/reference", "gradient/numerical")
Written = tuple[str, str, str, str]
Verdicts = dict[Written, tuple[Verdict, ...]]


@pytest.fixture(scope="module")
def verdicts(
    tmp_path_factory: pytest.TempPathFactory, prepared: Callable[..., ClassRun], forking: Backend
) -> dict[Written, tuple[Verdict, ...]]:
    """Grade all files: how forward and gradient are marked."""
    folder = tmp_path_factory.mktemp("own_calls")
    hand_ins = []
    for k, ((sigmoid, forward, p, reduced), _) in enumerate(ROWS):
        path = folder / f"file{k}.py"
        path.write_text(FILE.format(sigmoid=sigmoid, forward=forward, p=p, reduced=reduced), encoding="utf-8")
        hand_ins.append(HandIn(path.stem, path.name, path))
    exercise = load_exercise(SOLUTIONS, "ex04_logistic_regression")
    run = prepared(exercise, forking, Limits(seconds=10.0), 7)
    found = {}
    for (written, _), report in zip(ROWS, run.reports(hand_ins), strict=True):
        by_id = {item.id: item.verdict for item in report.items}
        found[written] = tuple(by_id[name] for name in ITEMS)
    return found


@pytest.mark.parametrize(("written", "expected"), ROWS)
def test_a_mistake_in_what_a_gradient_calls_costs_once_and_one_of_its_own_as_well(
    verdicts: Verdicts, written: Written, expected: tuple[Verdict, ...]
) -> None:
    assert verdicts[written] == expected
