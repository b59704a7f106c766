"""The nearest edit: what no mistake names is named by the one kind of edit that gives its values."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.diagnosis.known import named
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.messages.edits import nearest_edit
from autograder.facts.notes import EditKind, tail_of
from autograder.facts.outcomes import Absent
from tests.references import EXERCISES

if TYPE_CHECKING:
    from autograder.exercise.answers import Fits
    from autograder.facts.report import ItemResult

ToldOf = Callable[[str, str, str], "ItemResult"]

NAMED = [
    (EditKind.SUM_FOR_MEAN, "alone", "- np.mean(u)", "- np.sum(u)"),
    (EditKind.MEAN_FOR_SUM, "softmax", "e.sum(axis=1", "e.mean(axis=1"),
    (EditKind.NOT_ADDED_UP, "tanh", "np.mean((y_pred - y) ** 2)", "((y_pred - y) ** 2)"),
    (EditKind.OTHER_AXIS, "softmax", "e.sum(axis=1, keepdims=True)", "e.sum(axis=0, keepdims=True)"),
    (EditKind.OTHER_AXIS, "tanh", "dz.sum(axis=0)", "dz.sum(axis=1)"),
    (EditKind.OTHER_TRANSPOSE, "alone", "x.T @ x", "x @ x.T"),
    (EditKind.SIGN_TURNED, "logistic", "np.exp(-(x", "np.exp((x"),
    (EditKind.SIGN_TURNED, "softmax", "d[np.arange(len(y)), y] -= 1", "d[np.arange(len(y)), y] += 1"),
    (EditKind.CONSTANT_FACTOR, "logistic", "x.T @ error / len(y)", "2 * x.T @ error / len(y)"),
    (EditKind.CONSTANT_FACTOR, "tanh", "d = 2 * (y_pred - y)", "d = (y_pred - y)"),
    (EditKind.FACTOR_LEFT_OUT, "tanh", "* (1 - h ** 2)", ""),
    (EditKind.FACTOR_LEFT_OUT, "relu", "dz = dh * (h > 0)", "dz = dh"),
    (EditKind.FACTOR_TOO_MANY, "logistic", "y * np.log(y_pred)", "y * np.log(y_pred) * np.log(y_pred)"),
    (EditKind.TERM_LEFT_OUT, "softmax", "d[np.arange(len(y)), y] -= 1", "pass"),
    (EditKind.TERM_LEFT_OUT, "logistic", "+ (1 - y) * np.log(1 - y_pred)", ""),
    (EditKind.TERM_TWICE, "softmax", "x @ W + b", "x @ W + b + b"),
    (EditKind.DIVISION_LEFT_OUT, "softmax", "e / e.sum(axis=1, keepdims=True)", "e"),
    (EditKind.DIVISION_TWICE, "softmax", "return e /", "return e / e.sum(axis=1, keepdims=True) /"),
    (EditKind.OTHER_PRODUCT, "logistic", "x @ w", "x * w"),
    (EditKind.OTHER_POWER, "tanh", "1 - h ** 2", "1 - h"),
    (EditKind.FUNCTION_LEFT_OUT, "logistic", "y * np.log(y_pred) +", "y * y_pred +"),
    (EditKind.CHANGED_PLACES, "alone", "u ** 2 * v", "v ** 2 * u"),
    (EditKind.OTHER_INDEX, "softmax", "np.log(y_pred[np.arange(len(y)), y])", "np.log(y_pred)"),
    (EditKind.OTHER_VARIABLE, "logistic", "y * np.log(y_pred)", "y_pred * np.log(y_pred)"),
    (EditKind.OTHER_ACTIVATION, "relu", "np.maximum(x @ W1 + b1, 0)", "np.tanh(x @ W1 + b1)"),
    (EditKind.OTHER_DERIVATIVE, "tanh", "1 - h ** 2", "h * (1 - h)"),
    (EditKind.OTHER_DERIVATIVE, "relu", "dh * (h > 0)", "dh * (1 - h ** 2)"),
    (EditKind.DERIVATIVE_TOO_MANY, "logistic", "= y_pred - y", "= (y_pred - y) * y_pred * (1 - y_pred)"),
    (EditKind.OTHER_OPERATION, "softmax", "x @ W + b", "x @ W * b"),
    (EditKind.DIVISION_TURNED, "softmax", "e / e.sum(axis=1, keepdims=True)", "e.sum(axis=1)[:, None] / e"),
    (EditKind.OTHER_NUMBER, "relu", "np.maximum(x @ W1 + b1, 0)", "np.maximum(x @ W1 + b1, 1)"),
    (EditKind.OTHER_SUMMARY, "softmax", "-np.mean(", "-np.median("),
    (EditKind.ABSOLUTE_VALUE, "relu", "x @ W1 + b1, 0", "np.abs(x) @ W1 + b1, 0"),
    (EditKind.ONE_FOR_ALL, "logistic", "y * np.log(y_pred)", "y[-1] * np.log(y_pred)"),
    (EditKind.REVERSED_ORDER, "softmax", "np.arange(len(y)), y])", "np.arange(len(y)), y[::-1]])"),
    (EditKind.SIGN_TURNED, "logistic", "-(x @ w + b)", "-(x @ -w + b)"),
]
"""A kind, an exercise, and what is written there in place of what."""


def test_there_is_an_example_of_every_kind() -> None:
    assert {kind for kind, *_ in NAMED} == set(EditKind)


@pytest.mark.parametrize(("kind", "exercise", "right", "wrong"), NAMED)
def test_a_function_that_one_kind_of_edit_gives_is_told_that_kind(
    told_of: ToldOf, kind: EditKind, exercise: str, right: str, wrong: str
) -> None:
    item = told_of(exercise, right, wrong)
    assert item.feedback.note == f"{item.function}/{kind}"
    assert item.feedback.usually == nearest_edit(kind=kind)


def test_a_function_that_two_kinds_of_edits_give_is_only_measured(told_of: ToldOf) -> None:
    """Of u^2 u, the power may be missing, or a factor."""
    feedback = told_of("alone", "u ** 2 * u", "u * u").feedback
    assert tail_of(feedback.note) not in set(EditKind)
    assert feedback.measured
    assert not feedback.usually


def test_a_function_that_no_edit_gives_is_only_measured(told_of: ToldOf) -> None:
    feedback = told_of("softmax", "d = y_pred.copy()", "d = np.exp(y_pred)").feedback
    assert (feedback.note, feedback.usually) == ("gradient/unnamed", "")


def test_what_is_nearly_an_edit_is_not_named_as_one(told_of: ToldOf) -> None:
    feedback = told_of("tanh", "* (1 - h ** 2)", "* (1 + 1e-9 * h)").feedback
    assert (feedback.note, feedback.usually) == ("gradient/unnamed", "")


def test_a_known_mistake_goes_before_the_edit_that_it_is(told_of: ToldOf) -> None:
    feedback = told_of("alone", "u ** 2 * v", "np.abs(u) * v").feedback
    assert feedback.note == "weighed/absolute"
    assert feedback.usually == "Takes absolute values where squares are asked for."


def test_a_usual_edit_goes_before_a_rare_one_that_gives_the_same(told_of: ToldOf) -> None:
    """A logarithm of a probability is never positive, so that its absolute value is its negative."""
    feedback = told_of("logistic", "y * np.log(y_pred)", "y * np.abs(np.log(y_pred))").feedback
    assert feedback.note == f"loss/{EditKind.SIGN_TURNED}"


def test_a_law_with_a_cause_goes_before_an_edit(told_of: ToldOf) -> None:
    feedback = told_of("softmax", "d.sum(axis=0)", "d.mean(axis=0)").feedback
    assert feedback.note == "gradient/multiple"
    assert feedback.usually == "divided by N once more, or a mean in the place of a sum"


def test_the_array_stands_before_what_was_measured_of_it(told_of: ToldOf) -> None:
    feedback = told_of("tanh", "dz.sum(axis=0)", "dz.sum(axis=1)").feedback
    assert feedback.measured == "db1: shape (N,) in the place of (H,); dW1 and dW2 and db2: right"


def test_an_edit_of_one_array_is_named_beside_a_law_of_another(told_of: ToldOf) -> None:
    feedback = told_of(
        "tanh", "x.T @ dz, dz.sum(axis=0), h.T @ d", "x.T @ dz * W1, dz.sum(axis=0), h.T @ d / len(y)"
    ).feedback
    of_law = "divided by N once more, or a mean in the place of a sum"
    assert feedback.usually == f"{nearest_edit(kind=EditKind.FACTOR_TOO_MANY)} {of_law}"
    assert feedback.note == "gradient/unnamed"


def test_two_edits_of_two_arrays_give_no_note_though_they_are_of_one_kind(told_of: ToldOf) -> None:
    right = "x.T @ dz, dz.sum(axis=0), h.T @ d"
    feedback = told_of("tanh", right, "x.T @ dz * W1, dz.sum(axis=0) * b1, h.T @ d").feedback
    assert (feedback.note, feedback.usually) == (
        "gradient/unnamed",
        nearest_edit(kind=EditKind.FACTOR_TOO_MANY),
    )


def test_no_name_of_an_edit_is_to_be_had_in_a_submission(told_of: ToldOf) -> None:
    item = told_of("alone", "return x.T @ x", "return edit_0_of_gram(x)")
    assert item.feedback.measured.startswith("raised NameError")


class Alike:
    """Wrong forms with these notes, which all behave like what is asked about."""

    def __init__(self, *notes: str) -> None:
        self.notes = notes

    def like(self, function: str, fits: Fits) -> list[Known]:
        """Return all of them."""
        assert callable(fits)
        return [Known(Mistake(note, function, note, note), (None,)) for note in self.notes]


@pytest.mark.parametrize("kind", EditKind)
def test_every_kind_is_named_alone_and_not_beside_another_one(
    kind: EditKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.diagnosis.known.same_behaviour", lambda *_: True)
    other = next(each for each in EditKind if each is not kind)
    alone, beside = Alike(kind, kind), Alike(kind, other)
    outcomes = (Absent("gradient"),)
    mistake = named("gradient", (), outcomes, [Alike(), alone])
    assert mistake is not None
    assert mistake.note == kind
    assert named("gradient", (), outcomes, [beside]) is None
    assert named("gradient", (), outcomes, [alone, Alike(other)]) == mistake
    assert named("gradient", (), outcomes, [beside, alone]) is None


@pytest.mark.parametrize("texts", EXERCISES.values(), ids=EXERCISES)
def test_no_sentence_holds_anything_of_a_reference(texts: dict[str, str]) -> None:
    tree = ast.parse(texts["solution.py"])
    parts = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt)}
    sentences = " ".join(nearest_edit(kind=kind) for kind in EditKind)
    assert {part for part in parts if len(part) > 1 and part in sentences} <= {"np.log", "pass"}
