"""What is said of a function that failed: facts that hold in every call, and a cause only where one fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.facts.report import ItemResult
from autograder.facts.verdict import Verdict

Told = Callable[..., ItemResult]
GRADIENT = "def gradient(x, y, y_pred): "
G = "np.mean(2 * x * (y_pred - y))"
TURNED = (
    "right at N = 1, wrong at N = 2, 4; "
    "with every error y_pred - y turned around, it changes, and should change its sign"
)


@pytest.mark.parametrize(
    ("body", "note", "measured"),
    [
        ("return 3.5", "constant", "always 3.5, whatever it is called with"),
        ("return np.array(-0.0)", "always-zero", "always 0, whatever it is called with"),
        (f"return {G} + 0.25", "offset", "0.25 more than the right value in every call"),
        (f"return {G} - 1e-6", "offset", "1e-06 less than the right value in every call"),
        (f"return round(float({G}), 2)", "rounded", "the right value, rounded to 2 decimals"),
        (f"return np.round({G})", "rounded", "the right value, rounded to a whole number"),
        (f"return np.clip({G}, -90, 90)", "cut", "right up to 90, and 90 beyond"),
        (f"return abs({G})", "absolute", "the right value without its sign"),
        (f"return min({G}, 0.0)", "one-sided", "the right value where that is negative, and 0 elsewhere"),
        (f"return 0.3 * {G}", "multiple", "3/10 of the right value at N = 1, 2, 4"),
        (f"return {G} * (1 + 1e-9)", "precision", "differs by 1e-09 of its size at most, in 14 of 20 calls"),
        (
            f"return {G} if len(x) < 32 else 0.0",
            "some-calls",
            "wrong at N = 76, 273, and right in all other calls",
        ),
        (
            f"return {G} if abs(w) < 10 else 0.0",
            "some-calls",
            "wrong where w is above 10 or below -10, and right in all other calls",
        ),
        (
            f"return {G} if len(x) not in (33, 76) else 0.0",
            "unnamed",
            "differs from the right value in 1 of 20 calls",
        ),
        ("return np.outer(2 * x, y_pred - y)", "shape", "returns shape (16, 16), expected a single number"),
        (
            "return np.mean(2 * x * y_pred - y)",
            "formula",
            "computes the mean over the samples of 2*x*y_pred - y",
        ),
        ("return np.sum(3 * x * y)", "formula", "computes the sum over the samples of 3*x*y"),
        (
            "return np.mean(x / (y_pred - y))",
            "formula",
            "computes the mean over the samples of x / (y_pred - y)",
        ),
        (
            "return np.mean(x * np.sign(y_pred - y) * 3)",
            "formula",
            "computes the mean over the samples of 3*x * sign(y_pred - y)",
        ),
        ("return w + 7 * w ** 3", "formula", "computes 7*w**3 + w"),
        (
            "return np.mean(x) * np.max(y_pred - y) * 2",
            "several-samples",
            TURNED,
        ),
        (
            "return np.sum(x) / np.exp(0.001 * y_pred[0])",
            "reacts",
            "where y_pred = y, it is not 0, and should be 0",
        ),
    ],
)
def test_the_most_telling_fact_is_measured(told: Told, body: str, note: str, measured: str) -> None:
    item = told(GRADIENT + body)
    assert (item.feedback.note, item.feedback.measured) == (f"gradient/{note}", measured)


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("return (2 * x) @ (y_pred - y)", "sum-not-mean"),
        ("return sum(2 * a * (p - b) for a, b, p in zip(x, y, y_pred)) / (len(x) - 1 or 1)", "n-minus-one"),
        ("return 2 * x.dot(y_pred - y) / float(len(x) - 1)", "n-minus-one"),
        ("return np.mean(2 * X * (y_pred - y))", "reads-global-inputs"),
        ("return np.gradient((y_pred - y) ** 2).mean()", "along-samples"),
    ],
)
def test_a_known_mistake_is_named_however_it_is_written(told: Told, body: str, note: str) -> None:
    """One spelling divides by zero at N = 1, one is guarded there, one raises: the mistake is the same."""
    item = told(GRADIENT + body)
    assert item.feedback.note == f"gradient/{note}"
    assert item.feedback.usually


@pytest.mark.parametrize(
    "body",
    [
        "return np.sum(2 * x * (y_pred - y)) + 1e-6",  # nearly a known mistake
        "return np.sum(2 * x * (y_pred - y)) if len(x) < 5 else 0.0",  # one at some sizes
        f"return {G} * len(x) ** 1.000001",
    ],
)
def test_what_is_nearly_a_known_mistake_is_not_named_as_one(told: Told, body: str) -> None:
    feedback = told(GRADIENT + body).feedback
    assert feedback.note not in {"gradient/sum-not-mean", None}


def test_no_right_value_of_a_closed_probe_is_told_of_a_function_that_keeps_it(told: Told) -> None:
    source = f"""
kept = {{}}
def gradient(x, y, y_pred):
    return kept.setdefault(0, {G})
"""
    feedback = told(source).feedback
    assert feedback.measured == "gives the value of its first call in every later one"


def test_explaining_changes_no_verdict(told: Told) -> None:
    """It calls the function again, and this one has enough after the calls that are marked."""
    source = f"""
import os
def gradient(x, y, y_pred, calls=[]):
    calls.append(1)
    if len(calls) > 300: os._exit(0)
    return np.sum({G}) + 1
"""
    assert told(source).verdict is Verdict.FAILED
    assert told(source).feedback.measured.startswith("1 more than the right value")


def test_an_exception_is_told_by_type_message_and_own_line(told: Told) -> None:
    item = told("def gradient(x, y, y_pred):\n    return x.missing\n")
    assert item.verdict is Verdict.RAISED
    assert item.feedback.measured.startswith("raised AttributeError: 'numpy.ndarray' object has no attribute")
    assert item.feedback.usually == "in line 10: return x.missing"


def test_a_known_mistake_that_raises_keeps_its_line_and_gets_its_cause(told: Told) -> None:
    item = told(GRADIENT + "return np.mean(2 * x * (y_pred - Y))")
    assert item.verdict is Verdict.RAISED
    assert item.feedback.note == "gradient/reads-global-targets"
    assert item.feedback.usually.startswith("in line 9: def gradient")
    assert item.feedback.usually.endswith("Compares with the global Y; the argument y holds the targets.")


def test_other_functions_are_measured_alike(told: Told) -> None:
    forward = told("def forward(x): return w * x - 3", "forward/reference")
    assert forward.feedback.measured == "3 less than the right value in every call"
    loss = told("def loss(y, y_pred): return np.mean((y_pred - 3 * y) ** 2)", "loss/reference")
    expected = "computes the mean over the samples of y_pred**2 + 9*y**2 - 6*y*y_pred"
    assert loss.feedback.measured == expected


def test_a_function_that_equals_another_of_the_file_is_told_so(told: Told) -> None:
    """Named where the file's loss is the right one, only measured where it is the file's own."""
    returns_loss = GRADIENT + "return loss(y, y_pred)\n"
    item = told(returns_loss)
    assert item.feedback.measured == "returns the same as this file's loss"
    assert item.feedback.note == "gradient/equals-loss"
    own = told(returns_loss + "def loss(y, y_pred): return np.mean(np.abs(y_pred - y) ** 3)")
    assert own.feedback.measured == "returns the same as this file's loss"
    assert own.feedback.note == "gradient/same-as"
