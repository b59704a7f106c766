"""Functions of parameters alone, whose data stand in the file, have a gradient that can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.classes.run import prepare
from autograder.exercise.load import load_texts
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.student.backend import Backend

RUBRIC = """
from autograder.authors import *
rubric = Rubric(
    Task("A valley", "valley.py", dict(u=Real(), v=Real()), ("u", "v"),
        (Function("height", "u v", "J"), Function("slope", "u v", ("du", "dv"))),
        "J", {"u": "du", "v": "dv"}, Training(dict(u=0.5, v=1.0), {}, lr=0.125, epochs=20)),
    (Item("slope", numerical, 2, open=True), Item("height", reference, 2)))
"""
SOLUTION = """
def height(u, v):
    return u * u + 2 * (v - u) ** 2

def slope(u, v):
    return 2 * u - 4 * (v - u), 4 * (v - u)

u, v = 0.5, 1.0
for _ in range(20):
    du, dv = slope(u, v)
    u, v = u - 0.125 * du, v - 0.125 * dv
"""


@pytest.mark.parametrize(
    ("text", "other", "verdict", "points"),
    [
        ("", "", Verdict.PASSED, 2),
        ("2 * u - 4 * (v - u)", "u - 4 * (v - u)", Verdict.FAILED, 1),
        ("2 * u - 4 * (v - u), 4 * (v - u)", "0.0, 0.0", Verdict.FAILED, 0),
    ],
)
def test_its_slope_is_measured(
    tmp_path: Path, forking: Backend, text: str, other: str, verdict: Verdict, points: float
) -> None:
    texts = {"solution.py": SOLUTION, "rubric.py": RUBRIC, "mistakes.py": ""}
    run = prepare(load_texts(tmp_path, texts), forking, Limits(seconds=10.0))
    path = tmp_path / "valley.py"
    path.write_text(SOLUTION.replace(text, other) if text else SOLUTION, encoding="utf-8")
    (report,) = run.reports([HandIn("ada", path.name, path)])
    assert (report.items[0].verdict, report.items[0].points) == (verdict, points), report.items[0].feedback
