"""Functions at work, to be explained as in grading."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from autograder.facts.report import ItemResult
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun

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


@pytest.fixture
def told(class_run: ClassRun, tmp_path: Path) -> Told:
    """Grade the right file with other definitions of some functions; return an item."""

    def item(definitions: str, name: str = "gradient/reference") -> ItemResult:
        path = tmp_path / "submission.py"
        path.write_text(HEADER + definitions, encoding="utf-8")
        (report,) = class_run.reports([HandIn("submission", path.name, path)])
        return next(item for item in report.items if item.id == name)

    return item
