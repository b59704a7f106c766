"""Derivatives that several functions return, step by step: a mistake in one step costs that step alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.checks.composed import composed
from autograder.exercise.answers import NoForms
from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn
from tests.conftest import ROOT, SEED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.exercise.load import Exercise
    from autograder.facts.report import Report
    from autograder.student.backend import Backend

HALF = {"np.mean((y_pred - y) ** 2)": "np.mean((y_pred - y) ** 2) / 2", "delta = 2 *": "delta ="}
TANH = {"np.maximum(x @ W1 + b1, 0)": "np.tanh(x @ W1 + b1)", "dh * (h > 0)": "dh * (1 - h**2)"}
COLUMNS = {
    "np.mean((y_pred - y) ** 2)": "np.mean((y_pred[:, 0] - y[:, 0]) ** 2) / 2",
    "delta = 2 *": "delta =",
}
RELU_OUTPUT = {"h @ W2 + b2": "np.maximum(h @ W2 + b2, 0)", "/ len(y) ": "/ len(y) * (y_pred > 0) "}
MASK_ONE_STEP_EARLY = {"delta @ W2.T ": "delta @ W2.T * (h > 0) ", "dh * (h > 0)": "dh"}


@pytest.fixture(scope="module")
def steps() -> Exercise:
    """Load the exercise with one function for each step."""
    return load_exercise(ROOT / "solutions", "ex07_backpropagation")


@pytest.fixture(scope="module")
def run(steps: Exercise, prepared: Callable[..., ClassRun], forking: Backend) -> ClassRun:
    """Prepare to mark it."""
    return prepared(steps, forking, Limits(seconds=5.0), SEED)


def graded(run: ClassRun, folder: Path, edits: dict[str, str]) -> Report:
    """Mark the solution after some edits."""
    text = run.exercise.solution
    for old, new in edits.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = folder / "backpropagation.py"
    path.write_text(text, encoding="utf-8")
    (report,) = run.reports([HandIn("submission", path.name, path)])
    return report


@pytest.mark.parametrize(
    ("edits", "function"),
    [
        (HALF, "output_gradient"),
        (COLUMNS, "output_gradient"),
        (RELU_OUTPUT, "output_gradient"),
        (TANH, "hidden_gradient"),
        (MASK_ONE_STEP_EARLY, "hidden_gradient"),
    ],
    ids=[
        "half a loss",
        "a loss of columns",
        "a model flat at places",
        "one flat far out",
        "a step before it",
    ],
)
def test_a_step_that_is_right_after_a_wrong_one_is_carried_and_the_others_pass(
    run: ClassRun, tmp_path: Path, edits: dict[str, str], function: str
) -> None:
    items = {item.id: item.verdict for item in graded(run, tmp_path, edits).items}
    slopes = {name: verdict for name, verdict in items.items() if name.endswith("numerical")}
    assert slopes.pop(f"{function}/numerical") is Verdict.CARRIED
    assert set(slopes.values()) == {Verdict.PASSED}


def test_a_step_that_follows_a_loss_without_a_fit_earns_nothing_and_the_next_one_keeps_its_marks(
    run: ClassRun, tmp_path: Path
) -> None:
    without_y = {
        "np.mean((y_pred - y) ** 2)": "np.mean(y_pred**2)",
        "2 * (y_pred - y) / len(y)": "2 * y_pred / len(y)",
    }
    points = {item.id: item.points for item in graded(run, tmp_path, without_y).items}
    assert points["output_gradient/numerical"] == 0
    assert points["hidden_gradient/numerical"] == points["hidden_gradient/reference"] - 1 == 2


@pytest.mark.parametrize("written", ["np.sum(delta)", "np.sum(delta, axis=0, keepdims=True)"])
def test_one_number_in_another_shape_is_that_number_for_slope_and_training(
    run: ClassRun, tmp_path: Path, written: str
) -> None:
    report = graded(run, tmp_path, {"db2 = np.sum(delta, axis=0)": f"db2 = {written}"})
    lost = {item.id for item in report.items if item.points < item.max_points}
    assert lost <= {"output_gradient/reference"}


def test_a_parameter_that_cannot_be_updated_is_reported_at_the_function_of_its_derivative(
    run: ClassRun, tmp_path: Path
) -> None:
    report = graded(run, tmp_path, {"dW2 = h.T @ delta ": "dW2 = (h.T @ delta).T "})
    feedback = {item.id: item.feedback for item in report.items}
    assert "W2 cannot be updated: output_gradient" in feedback["training/convergence"].measured
    assert feedback["training/convergence"].line == feedback["output_gradient/reference"].line


def test_what_is_given_is_not_made_again(steps: Exercise) -> None:
    task = steps.rubric.task
    values = dict.fromkeys((*task.arrays, "y_pred"), 0.0)
    call = composed(task, "hidden_gradient", values, given={"y_pred"})
    assert call.functions == ("hidden", "output_gradient", "hidden_gradient")
    assert "y_pred" in call.inputs


def test_nothing_is_said_of_one_sample_where_none_was_tried(run: ClassRun, tmp_path: Path) -> None:
    key = run.marking.key
    several = tuple(probe for probe in key.probes["hidden"] if probe.n > 1)
    probes = {**key.probes, "hidden": several}
    without = key._replace(probes=probes, mistakes=NoForms(), edits=())
    plan = replace(run.marking.plan, probes=probes)
    changed = run._replace(marking=run.marking._replace(plan=plan, key=without))
    grown = {"np.maximum(x @ W1 + b1, 0)": "np.sinh(np.maximum(x @ W1 + b1, 0))"}
    measured = graded(changed, tmp_path, grown).items[0].feedback.measured
    assert measured.startswith("differs from the right value in ")
