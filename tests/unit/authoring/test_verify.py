"""Every promise is kept for the exercises of the kit, and found broken where it is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import Promise, verify
from autograder.classes.run import prepare
from autograder.exercise.load import Exercise, load_exercise

if TYPE_CHECKING:
    from autograder.student.backend import Backend

ROOT = Path(__file__).parents[3]
FEW_MISTAKES = '''\
import numpy as np


def forward__sum_not_product(x):
    """Adds the weight."""
    return w + x


def loss__half(y, y_pred):
    """Half of it."""
    return 0.5 * ((y_pred - y) ** 2).mean()


def gradient__sum_not_mean(x, y, y_pred):
    """A sum."""
    return np.sum(2 * x * (y_pred - y))
'''


def promises(solutions: Path, released: Path, backend: Backend) -> Iterator[Promise]:
    run = prepare(load_exercise(solutions), backend, SOLUTION_LIMITS)
    return verify(run, released / run.exercise.name)


@pytest.fixture
def copied(tmp_path: Path, ex01: Exercise) -> Path:
    """Copy the exercise with few mistakes: all of them are tried by `autograder verify` in CI."""
    shutil.copytree(ex01.folder, tmp_path / "solutions" / ex01.name)
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    folder = tmp_path / "solutions" / ex01.name
    (folder / "mistakes.py").write_text(FEW_MISTAKES, encoding="utf-8")
    return folder


def test_every_promise_is_kept(tmp_path: Path, copied: Path, forking: Backend) -> None:
    tried = list(promises(copied.parent, tmp_path / "exercises", forking))
    assert [promise for promise in tried if not promise.kept] == []
    assert len(tried) > len(FEW_MISTAKES.split("__"))


def test_the_first_exercise_has_its_mistakes(ex01: Exercise) -> None:
    assert len(ex01.mistakes) >= 40
    assert {mistake.function for mistake in ex01.mistakes} == {"forward", "loss", "gradient"}


@pytest.mark.parametrize(
    ("part", "old", "new", "claim", "found"),
    [
        pytest.param(
            "solution.py",
            "return np.mean(2 * x * (y_pred - y))",
            "return np.dot(2 * x, y_pred - y).mean()",
            "the reference gradient is the slope",
            "2 times the slope of the loss at N = 2, 4 times at N = 4",
            id="the famous gradient as reference",
        ),
        pytest.param(
            "solution.py",
            "    ### BEGIN SOLUTION\n    return w * x\n    ### END SOLUTION",
            "    return w * x",
            "the stub scores 0",
            "forward/reference passed",
            id="a stub that is the solution",
        ),
        pytest.param(
            "solution.py",
            "return ((y_pred - y) ** 2).mean()",
            "y_pred -= y; return (y_pred ** 2).mean()",
            "the reference scores full marks",
            "loss/reference failed",
            id="a reference that changes its argument",
        ),
        pytest.param(
            "mistakes.py",
            "return np.sum(2 * x * (y_pred - y))\n",
            "return np.sum(2 * x * (y_pred - y)) / len(x)\n",
            "gradient__sum_not_mean",
            "not caught by its reference item",
            id="a mistake that is none",
        ),
        pytest.param(
            "mistakes.py",
            "def loss__half(",
            "def loss__another(y, y_pred):\n"
            '    """The same behaviour under another name."""\n'
            "    return 0.5 * ((y_pred - y) ** 2).mean()\n\n\n"
            "def loss__half(",
            "every known mistake differs from every other",
            "mistakes.py: alike everywhere: loss__another and loss__half",
            id="two mistakes nothing tells apart",
        ),
        pytest.param(
            "rubric.py",
            'Item("loss", reference, points=2)',
            'Item("loss", reference, points=3)',
            "the released files are current",
            "run  autograder release ex01_linear_regression",
            id="stale files",
        ),
    ],
)
def test_a_broken_promise_is_found(
    tmp_path: Path, copied: Path, forking: Backend, part: str, old: str, new: str, claim: str, found: str
) -> None:
    path = copied / part
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    tried = promises(copied.parent, tmp_path / "exercises", forking)
    assert any(claim in p.claim and found in p.reason for p in tried)
