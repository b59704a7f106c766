"""A carried mistake is told where it is, once."""

from __future__ import annotations

from collections.abc import Callable

from autograder.facts.report import ItemResult
from autograder.facts.verdict import Verdict

Told = Callable[..., ItemResult]
PAIR = """
def loss(y, y_pred): return ((y_pred - y) ** 2).sum()
def gradient(x, y, y_pred): return np.dot(2 * x, y_pred - y)
"""
KEPT = "def loss(y, y_pred): return ((y_pred - y) ** 2).sum()"


def test_the_pair_of_verdicts_is_read_in_words(told: Told) -> None:
    carried = told(PAIR, "gradient/numerical")
    assert carried.verdict is Verdict.CARRIED
    assert carried.feedback.measured == "the right derivative of this file's own loss"
    assert carried.feedback.usually.startswith("in loss: A sum where the task asks for a mean")


def test_the_gradient_that_is_carried_is_said_to_follow_from_the_loss(told: Told) -> None:
    failed = told(PAIR)
    assert failed.verdict is Verdict.FAILED
    assert failed.feedback.usually == "follows from loss: it is the right derivative of this file's own loss"
    assert failed.feedback.note == "gradient/sum-not-mean"


def test_a_right_gradient_beside_a_wrong_loss_is_not_reworded(told: Told) -> None:
    kept = told(KEPT, "gradient/numerical")
    assert kept.verdict is Verdict.PASSED
    assert kept.feedback.measured == "right for the task; what is wrong with this file's loss is marked there"
