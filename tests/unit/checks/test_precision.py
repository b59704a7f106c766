"""What is right within float32's bound alone is right if it casts to float32 somewhere, and wrong if not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.classes.run import prepare
from autograder.exercise.load import load_texts
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from autograder.facts.report import ItemResult
    from autograder.student.backend import Backend

RUBRIC = """
from autograder.authors import *
rubric = Rubric(
    Task("Logarithms", "logs.py", dict(x=Real("N", "D", below=2), y=Real("N", below=2)), (),
        (Function("cost", "x y", ("J", "total")),),
        examples=(Example("cost", x=[[1, 2]], y=[1]),)),
    (Item("cost", reference, 2),))
"""
BODY = """
import numpy as np
def cost(x, y):
    p = 1.5 + np.tanh(x.sum(axis=1))
    return -np.mean(y * np.log(p)), np.sum(p)
"""
Marked = Callable[[str, str], "ItemResult"]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, forking: Backend) -> Marked:
    """Grade the right file with one text in it replaced."""
    folder = tmp_path_factory.mktemp("logs")
    texts = {"solution.py": BODY, "rubric.py": RUBRIC, "mistakes.py": ""}
    run = prepare(load_texts(folder, texts), forking, Limits(seconds=10.0))

    def item(text: str, other: str) -> ItemResult:
        assert text in BODY
        path = folder / "logs.py"
        path.write_text(BODY.replace(text, other), encoding="utf-8")
        (report,) = run.reports([HandIn("ada", path.name, path)])
        return report.items[0]

    return item


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("x.sum(axis=1)", "x.astype(np.float32).sum(axis=1)"),
        ("x.sum(axis=1)", "np.float32(x.sum(axis=1))"),
        ("y * np.log(p)", "y.astype(np.float32) * np.log(p)"),
        ("np.log(p)", "np.log(p.astype(np.float32)).astype(float)"),
        ("-np.mean(y * np.log(p))", "-np.mean(y * np.log(p), dtype=np.float32)"),
        ("np.log(p)", "np.log(np.exp(np.log(p)))"),
    ],
)
def test_code_that_casts_to_float32_is_right(marked: Marked, text: str, other: str) -> None:
    assert marked(text, other).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("np.log(p)", "np.log(p + 1e-8)"),
        ("np.log(p)", "np.log(p + 1e-10)"),
        ("np.mean(y * np.log(p))", "np.mean(y * np.log(p)) * (1 + 1e-9)"),
        ("np.sum(p)", "np.sum(p + 1e-9)"),
    ],
)
def test_a_small_mistake_in_float64_is_one(marked: Marked, text: str, other: str) -> None:
    item = marked(text, other)
    assert (item.verdict, item.points) == (Verdict.FAILED, 1)
    assert "right" in item.feedback.measured


def test_how_small_it_is_is_measured(marked: Marked) -> None:
    measured = marked("np.log(p)", "np.log(p + 1e-8)").feedback.measured
    assert measured.startswith("J: differs by ")
    assert measured.endswith(" calls; total: right")
