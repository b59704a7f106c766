"""Functions at work, to be explained as in grading."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.load import load_texts
from autograder.facts.limits import Limits
from autograder.facts.report import ItemResult
from autograder.submission.read import HandIn
from tests.references import EXERCISES

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

HEADER = """
import numpy as np
X = np.array([1, 2, 3, 4], dtype=np.float32)
Y = np.array([2, 4, 6, 8], dtype=np.float32)
w = 0.0
def forward(x): return w * x
def loss(y, y_pred): return ((y_pred - y) ** 2).mean()
def gradient(x, y, y_pred): return np.mean(2 * x * (y_pred - y))
"""

Told = Callable[..., ItemResult]
ToldOf = Callable[[str, str, str], ItemResult]


@pytest.fixture
def told(class_run: ClassRun, tmp_path: Path) -> Told:
    """Grade the right file with other definitions of some functions; return an item."""

    def item(definitions: str, name: str = "gradient/reference") -> ItemResult:
        path = tmp_path / "submission.py"
        path.write_text(HEADER + definitions, encoding="utf-8")
        (report,) = class_run.reports([HandIn("submission", path.name, path)])
        return next(item for item in report.items if item.id == name)

    return item


@pytest.fixture(scope="module")
def told_of(
    tmp_path_factory: pytest.TempPathFactory, prepared: Callable[..., ClassRun], forking: Backend
) -> ToldOf:
    """Grade an exercise's solution with something else in it; return the first item that does not pass."""
    runs: dict[str, ClassRun] = {}
    folder = tmp_path_factory.mktemp("told_of")

    def told(exercise: str, right: str, wrong: str) -> ItemResult:
        texts = EXERCISES[exercise]
        assert right in texts["solution.py"]
        if exercise not in runs:
            runs[exercise] = prepared(load_texts(folder, texts), forking, Limits(seconds=10.0))
        path = folder / f"{exercise}.py"
        path.write_text(texts["solution.py"].replace(right, wrong), encoding="utf-8")
        (report,) = runs[exercise].reports([HandIn("ada", path.name, path)])
        return next(item for item in report.items if item.points < item.max_points)

    return told
