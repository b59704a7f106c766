"""The slope of a file's own loss of labels: carried where that loss measures a fit, and nothing elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun
    from autograder.facts.report import ItemResult
    from autograder.student.backend import Backend

SOLUTIONS = Path(__file__).parents[3] / "solutions"
REAL = """
import numpy as np
w, b = np.zeros(2), 0.0
def sigmoid(z): return 1 / (1 + np.exp(-z))
made = [0]
def forward(x):
    made[0] = sigmoid(x @ w + b)
    return made[0]
def loss(t, p):
    n, W = len(t), w
    return {loss}
def gradient(x, t, p):
    n, W = len(t), w
    dz = ({by_p}) * p * (1 - p)
    return x.T @ dz + {by_w}, np.sum(dz) + {by_b}
"""
INTEGER = """
import numpy as np
W, b = np.zeros((2, 3)), np.zeros(3)
made = [0]
def forward(x):
    z = x @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    made[0] = e / e.sum(axis=1, keepdims=True)
    return made[0]
def loss(y, p):
    n, t = len(y), np.eye(p.shape[1])[y]
    return {loss}
def gradient(x, y, p):
    n, t = len(y), np.eye(p.shape[1])[y]
    by_p = {by_p}
    dz = p * (by_p - np.sum(by_p * p, axis=1, keepdims=True))
    return x.T @ dz + {by_w}, dz.sum(axis=0) + {by_b}
"""
FILES = {"ex04_logistic_regression": REAL, "ex05_softmax": INTEGER}


class Pair(NamedTuple):
    """A loss of labels t and probabilities p, and its derivatives by p, and by parameters alone."""

    loss: str
    by_p: str
    by_w: str = "0"
    by_b: str = "0"


ENTROPY = Pair("-np.sum(t * np.log(p) + (1 - t) * np.log(1 - p))", "((1 - t) / (1 - p) - t / p)")
SQUARES = "np.sum(W ** 2)"
FITS = {
    "summed": ENTROPY,
    "halved": Pair(f"{ENTROPY.loss} / n / 2", f"{ENTROPY.by_p} / n / 2"),
    "a constant added": Pair(f"{ENTROPY.loss} + 5", ENTROPY.by_p),
    "squares": Pair("np.sum((p - t) ** 2) / n", "2 * (p - t) / n"),
    "absolute": Pair("np.sum(np.abs(p - t))", "np.sign(p - t)"),
    "root": Pair("np.sqrt(np.sum((p - t) ** 2))", "(p - t) / np.sqrt(np.sum((p - t) ** 2))"),
    "epsilon not derived": Pair(
        "-np.sum(t * np.log(p + 1e-12) + (1 - t) * np.log(1 - p + 1e-12))", ENTROPY.by_p
    ),
    "penalty": Pair(f"{ENTROPY.loss} / n + 0.1 * {SQUARES}", f"{ENTROPY.by_p} / n", "0.2 * W"),
    "strong penalty": Pair(f"{ENTROPY.loss} / n + 10 * {SQUARES}", f"{ENTROPY.by_p} / n", "20 * W"),
}
FITS_REAL = {
    "swapped labels": Pair("-np.sum((1 - t) * np.log(p) + t * np.log(1 - p))", "t / (1 - p) - (1 - t) / p")
}
FITS_INTEGER = {
    "the true class": Pair("-np.sum(t * np.log(p))", "-t / p"),
    "one minus the true class": Pair("np.sum(1 - np.sum(t * p, axis=1))", "-t"),
}
COMPARES, GROWS, DEPENDS = "does not compare", "does not grow away", "through the predictions"
DEGENERATE = {
    "nothing": (Pair("0 * np.sum(p)", "0 * p"), GROWS),
    "labels ignored": (Pair("np.mean((p - 0.5) ** 2)", "2 * (p - 0.5) / p.size"), COMPARES),
    "certainty": (Pair("np.sum(p * np.log(p))", "np.log(p) + 1"), COMPARES),
    "largest entropy": (Pair("-np.sum(p * np.log(p))", "-np.log(p) - 1"), GROWS),
    "weights alone": (Pair(f"{SQUARES} + np.sum(t)", "0 * p", "2 * W"), GROWS),
    "without its minus": (Pair(f"-({ENTROPY.loss})", f"-{ENTROPY.by_p}"), GROWS),
    "negative squares": (Pair("-np.sum((p - t) ** 2)", "-2 * (p - t)"), GROWS),
    "a trace of labels": (
        Pair(f"1e-5 * {ENTROPY.loss} + {SQUARES}", f"1e-5 * {ENTROPY.by_p}", "2 * W"),
        DEPENDS,
    ),
}
DEGENERATE_REAL = {
    "the mean": (Pair("np.mean(p)", "1 / p.size"), GROWS),
    "one label": (Pair("-np.sum(t * np.log(p))", "-t / p"), GROWS),
}
DEGENERATE_INTEGER = {
    "all classes": (Pair("-np.sum(np.log(p))", "-1 / p"), COMPARES),
    "labels as factors": (Pair("np.sum(y[:, None] * p ** 2)", "2 * y[:, None] * p"), COMPARES),
}
FORGED = Pair(f"{SQUARES} + np.sum(b ** 2) if p is made[-1] else {ENTROPY.loss}", "0 * p", "2 * W", "2 * b")
"""A penalty for predictions that were just made, whose derivative is known; a cross-entropy for others."""
ALL_DEGENERATE = DEGENERATE | DEGENERATE_REAL | DEGENERATE_INTEGER
NAMES = {
    "ex04_logistic_regression": ((*FITS, *FITS_REAL), (*DEGENERATE, *DEGENERATE_REAL)),
    "ex05_softmax": ((*FITS, *FITS_INTEGER), (*DEGENERATE, *DEGENERATE_INTEGER)),
}
Items = dict[tuple[str, str], "ItemResult"]


@pytest.fixture(scope="module")
def items(
    tmp_path_factory: pytest.TempPathFactory, prepared: Callable[..., ClassRun], forking: Backend
) -> Items:
    """Grade all pairs, and return what the derivatives earn as slopes, by exercise and pair."""
    pairs = FITS | FITS_REAL | FITS_INTEGER | {label: pair for label, (pair, _) in ALL_DEGENERATE.items()}
    pairs["forged"] = FORGED
    found: Items = {}
    for exercise, (fits, degenerate) in NAMES.items():
        run = prepared(load_exercise(SOLUTIONS, exercise), forking, Limits(seconds=10.0), 7)
        folder = tmp_path_factory.mktemp(exercise)
        labels = (*fits, *degenerate, "forged")
        hand_ins = [_written(folder / f"file{k}.py", exercise, pairs[each]) for k, each in enumerate(labels)]
        for label, report in zip(labels, run.reports(hand_ins), strict=True):
            found[exercise, label] = next(item for item in report.items if item.id == "gradient/numerical")
    return found


def _written(path: Path, exercise: str, pair: Pair) -> HandIn:
    path.write_text(FILES[exercise].format(**pair._asdict()), encoding="utf-8")
    return HandIn(path.stem, path.name, path)


@pytest.mark.parametrize(
    ("exercise", "label"), [(exercise, label) for exercise, (fits, _) in NAMES.items() for label in fits]
)
def test_the_slope_of_a_loss_of_labels_that_measures_a_fit_is_carried(
    items: Items, exercise: str, label: str
) -> None:
    item = items[exercise, label]
    assert (item.verdict, item.points) == (Verdict.CARRIED, item.max_points), item.feedback.measured


@pytest.mark.parametrize(
    ("exercise", "label"), [(exercise, label) for exercise, (_, others) in NAMES.items() for label in others]
)
def test_the_slope_of_a_loss_of_labels_that_measures_no_fit_earns_nothing(
    items: Items, exercise: str, label: str
) -> None:
    item = items[exercise, label]
    _, lack = ALL_DEGENERATE[label]
    assert (item.verdict, item.feedback.note) == (Verdict.FAILED, "gradient/degenerate-loss")
    assert lack in item.feedback.measured


@pytest.mark.parametrize("exercise", FILES)
def test_a_loss_that_knows_what_forward_just_made_carries_nothing(items: Items, exercise: str) -> None:
    item = items[exercise, "forged"]
    assert (item.verdict, item.points) == (Verdict.FAILED, 0)
    assert "is another one when each function is called by itself" in item.feedback.measured
