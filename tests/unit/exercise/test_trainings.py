"""The reference's training run: its path is the same however many steps one reply holds."""

from __future__ import annotations

import pytest

from autograder.checks import training_questions
from autograder.classes.run import ClassRun
from autograder.exercise.key import Reference
from autograder.exercise.load import Exercise
from autograder.facts.errors import KitError
from autograder.student.backend import Backend


def test_a_path_that_takes_several_requests_is_the_same(
    ex01: Exercise, class_run: ClassRun, forking: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training_questions, "MAX_ENTRIES", 4)
    with Reference(ex01, forking) as reference:
        assert reference.task().training == class_run.marking.task.training


def test_a_derivative_of_another_shape_takes_no_step(ex01: Exercise, forking: Backend) -> None:
    source = f"{ex01.solution}\n\ndef gradient(x, y, y_pred):\n    return np.array([1.0])\n"
    wrong = ex01._replace(texts={**ex01.texts, "solution.py": source})
    with Reference(wrong, forking) as reference, pytest.raises(KitError) as caught:
        reference.task()
    assert str(caught.value).endswith("training cannot take a step: dw has shape (1,), and w is a number")
