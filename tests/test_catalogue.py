"""Right and wrong files: each function's reference item agrees with what the index says of it."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.facts.report import Report
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

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
        (found,) = class_run.reports([HandIn(path.stem, path.name, path)])
        return found

    return lambda entry: report(entry["file"])


def by_file(entry: dict[str, Any]) -> str:
    return str(entry["file"])


def by_chance(entry: dict[str, Any]) -> bool:
    """Whether two runs of the file differ."""
    return "gradient not repeatable" in entry["side_effects"]


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


def cells(script: str) -> list[str]:
    """Split a script as a student would: a function a cell, and what stands between them."""
    lines, starts = script.splitlines(keepends=True), {1}
    for node in ast.parse(script).body:
        if isinstance(node, ast.FunctionDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            starts |= {first, (node.end_lineno or first) + 1}
    bounds = [*sorted(starts), len(lines) + 1]
    return ["".join(lines[a - 1 : b - 1]) for a, b in pairwise(bounds)]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if not by_chance(e)], ids=by_file)
def test_a_notebook_earns_the_same_marks_as_its_script(
    entry: dict[str, Any], graded: Graded, class_run: ClassRun, tmp_path: Path
) -> None:
    script = (CATALOGUE / entry["file"]).read_text("utf-8")
    path = tmp_path / "linear_regression.ipynb"
    code = [{"cell_type": "code", "source": cell} for cell in cells(script)]
    path.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": code}), "utf-8")
    (report,) = class_run.reports([HandIn(path.stem, path.name, path)])
    assert [(i.id, i.verdict, i.points, i.feedback.note) for i in report.items] == [
        (i.id, i.verdict, i.points, i.feedback.note) for i in graded(entry).items
    ]


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
