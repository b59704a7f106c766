"""Right and wrong files: each function's reference item agrees with what the index says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.facts.report import Report
from autograder.facts.verdict import Verdict
from autograder.submission.read import Found

if TYPE_CHECKING:
    from autograder.grading.class_run import ClassRun

CATALOGUE = Path(__file__).parent / "catalogue"
ENTRIES = json.loads((CATALOGUE / "index.json").read_text(encoding="utf-8"))["files"]
UNCARRIED = {"wrong/linreg_ecf_negative.py", "wrong/linreg_ecf_no_square.py"}
"""Consistent, but their losses have no smallest value: any descent would do."""


Graded = Callable[[dict[str, Any]], Report]


@pytest.fixture(scope="module")
def graded(class_run: ClassRun) -> Graded:
    """Grade each file once, for all tests that look at its report."""

    @cache
    def report(file: str) -> Report:
        path = CATALOGUE / file
        (found,) = class_run.reports([Found(path.stem, path.name, path)])
        return found

    return lambda entry: report(entry["file"])


def by_file(entry: dict[str, Any]) -> str:
    return str(entry["file"])


@pytest.mark.parametrize("entry", ENTRIES, ids=by_file)
def test_the_reference_items_agree_with_the_index(entry: dict[str, Any], graded: Graded) -> None:
    verdicts = {item.id: item.verdict for item in graded(entry).items}
    for function in ("forward", "loss", "gradient"):
        spoiled = any(effect.startswith(function) for effect in entry["side_effects"])
        right = entry["functions"][function] == "right" and not spoiled
        assert (verdicts[f"{function}/reference"] is Verdict.PASSED) == right, function


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e["file"].startswith("correct/")], ids=by_file)
def test_a_right_file_loses_no_mark(entry: dict[str, Any], graded: Graded) -> None:
    report = graded(entry)
    assert report.score == report.max_score


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e["error_carried_forward"]], ids=by_file)
def test_a_carried_error_costs_once_unless_its_loss_is_degenerate(
    entry: dict[str, Any], graded: Graded
) -> None:
    (numerical,) = (i for i in graded(entry).items if i.id == "gradient/numerical")
    if entry["file"] in UNCARRIED:
        assert numerical.points == 0
        assert numerical.feedback.note == "gradient/degenerate-loss"
    elif entry["functions"]["gradient"] == "right":
        assert numerical.verdict is Verdict.PASSED
    else:
        assert numerical.verdict is Verdict.CARRIED
        assert numerical.points == numerical.max_points
