"""The plan of a class: each check's first question is written once, and sent by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.classes.run import ClassRun
from autograder.facts.calls import Call, Named
from autograder.facts.outcomes import Outcome
from autograder.student.protocol.requests import PackedCalls
from autograder.student.session import Session
from autograder.submission.read import HandIn

Requests = list[Sequence[Call]]


@pytest.fixture
def requests(class_run: ClassRun, monkeypatch: pytest.MonkeyPatch) -> list[Requests]:
    """Grade the reference twice, and note what it is asked each time."""
    run = Session.run
    asked: list[Requests] = []

    def noted(session: Session, calls: Sequence[Call]) -> tuple[Outcome, ...]:
        asked[-1].append(calls)
        return run(session, calls)

    monkeypatch.setattr(Session, "run", noted)
    solution = class_run.exercise.folder / "solution.py"
    for student in ("first", "second"):
        asked.append([])
        (report,) = class_run.reports([HandIn(student, Path(solution).name, solution)])
        assert report.score == report.max_score
    return asked


def test_all_submissions_are_asked_the_same_questions_which_are_packed_once(requests: list[Requests]) -> None:
    first, second = requests
    assert all(isinstance(calls, PackedCalls) for calls in first)
    assert all(ours is theirs for ours, theirs in zip(first, second, strict=True))


def test_a_question_that_explains_is_written_where_it_is_asked_first(class_run: ClassRun) -> None:
    plan = replace(class_run.marking.plan, asked={})
    calls = [Call(("forward",), Named({"x": 1.0})), Call(("forward",), Named({"x": 2.0}))]
    asked = plan.packed("first", iter(calls))
    assert list(asked) == calls
    assert plan.packed("first", iter(())) is asked
    assert list(plan.packed("second", iter(calls[:1]))) == calls[:1]


def test_a_file_is_asked_about_one_item_at_a_time(requests: list[Requests], class_run: ClassRun) -> None:
    assert len(requests[0]) == len(class_run.marking.items)
