"""One submission's report: what an item earned nothing for is told to whoever reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.exercise.rubric import Item
from autograder.facts.report import Status
from autograder.facts.verdict import Answer, Feedback, Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from autograder.checks.case import Case
    from autograder.classes.run import ClassRun
    from autograder.facts.report import Report


def graded(class_run: ClassRun, folder: Path, verdict: Verdict) -> Report:
    """Grade a file by one item that always answers the same."""

    def numerical(_: Case) -> Answer:
        return Answer(verdict)

    marking = class_run.marking._replace(items=(Item("gradient", numerical, points=2),))
    path = folder / "submission.py"
    path.write_text("w = 0.0\n", encoding="utf-8")
    (report,) = class_run._replace(marking=marking).reports([HandIn("submission", path.name, path)])
    return report


def test_an_undecided_item_is_reported_and_not_only_worth_nothing(
    class_run: ClassRun, tmp_path: Path
) -> None:
    (advice,) = graded(class_run, tmp_path, Verdict.UNDECIDED).advice
    assert advice.note == "file/undecided"
    assert advice.message == "gradient/numerical: undecided, and no mistake; an instructor has to look"


def test_a_decided_item_needs_no_look(class_run: ClassRun, tmp_path: Path) -> None:
    assert graded(class_run, tmp_path, Verdict.FAILED).advice == ()


def test_a_broken_item_leaves_no_score(class_run: ClassRun, tmp_path: Path) -> None:
    assert graded(class_run, tmp_path, Verdict.BROKEN).score is None


def test_a_failure_to_explain_costs_no_mark(
    class_run: ClassRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdicts are known before anything is explained."""

    def fails(*_: object) -> Feedback:
        raise ZeroDivisionError("ours")

    path = tmp_path / "submission.py"
    path.write_text(
        "import numpy as np\nw = 0.0\ndef forward(x): return w * x\n"
        "def loss(y, y_pred): return np.mean((y_pred - y) ** 2)\n"
        "def gradient(x, y, y_pred): return np.sum(2 * x * (y_pred - y))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("autograder.diagnosis.explain.explain", fails)
    (report,) = class_run.reports([HandIn("submission", path.name, path)])
    assert (report.status, report.score) == (Status.GRADED, 5.0)
    feedback = next(item.feedback for item in report.items if item.id == "gradient/reference")
    assert feedback.note == "gradient/unexplained"
    assert "ZeroDivisionError: ours" in feedback.measured


def test_what_is_missing_stays_told_where_the_kit_fails_to_say_more(
    class_run: ClassRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> Feedback:
        raise ZeroDivisionError("ours")

    path = tmp_path / "submission.py"
    path.write_text("w = 0.0\n", encoding="utf-8")
    monkeypatch.setattr("autograder.diagnosis.absence.absence", fails)
    (report,) = class_run.reports([HandIn("submission", path.name, path)])
    feedback = next(item.feedback for item in report.items if item.id == "gradient/reference")
    assert feedback.measured == "there is no function named gradient"
    assert "ZeroDivisionError" in feedback.usually
    assert report.status is Status.GRADED
