"""Finding and loading exercises; an author's mistake is told with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.key import Reference
from autograder.exercise.load import find_solutions, load_exercise
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend


@pytest.fixture
def solutions(tmp_path: Path, ex01: Exercise) -> Path:
    """Copy the exercises, to be spoiled."""
    shutil.copytree(ex01.folder, tmp_path / "solutions" / ex01.name)
    return tmp_path / "solutions"


def spoil(solutions: Path, part: str, old: str, new: str) -> Path:
    path = next(solutions.glob(f"*/{part}"))
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_nearest_solutions_above_are_used(solutions: Path) -> None:
    below = solutions.parent / "deep" / "down"
    below.mkdir(parents=True)
    assert find_solutions(below) == solutions
    assert find_solutions(solutions.parent) == solutions


def test_without_any_the_kits_own_are_used(tmp_path: Path) -> None:
    (tmp_path / "solutions" / "not_an_exercise").mkdir(parents=True)
    assert find_solutions(tmp_path) == shipped("solutions")


def test_named_solutions_come_first_and_must_exist(solutions: Path, tmp_path: Path) -> None:
    assert find_solutions(tmp_path, solutions) == solutions
    with pytest.raises(KitError, match="no such folder"):
        find_solutions(tmp_path, tmp_path / "nowhere")


def test_an_unknown_exercise_is_told_with_those_there_are(solutions: Path) -> None:
    with pytest.raises(
        KitError, match=r"no exercise 'ex99' in .*, which holds the exercises ex01_linear_regression"
    ):
        load_exercise(solutions, "ex99")


def test_among_several_exercises_one_has_to_be_chosen(solutions: Path, ex01: Exercise) -> None:
    shutil.copytree(ex01.folder, solutions / "ex02")
    with pytest.raises(
        KitError, match="holds the exercises ex01_linear_regression, ex02; choose one with -e"
    ):
        load_exercise(solutions)


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("rubric.py", "rubric = Rubric(", "rubric = Rubrik(", r"rubric\.py:\d+: NameError: name 'Rubrik'"),
        ("rubric.py", "rubric = Rubric(", "rubric = Rubric((", r"rubric\.py:\d+: .*was never closed"),
        ("rubric.py", "rubric = Rubric(", "rubrik = Rubric(", r"rubric\.py: defines no `rubric"),
        ("rubric.py", 'objective="J"', 'objective="K"', r"rubric\.py: the objective K is returned by no"),
        (
            "rubric.py",
            'Example("loss", y=[2, 4], y_pred=[1, 4], w=-0.5),',
            "",
            r"rubric\.py: every example of loss has w = 1",
        ),
        (
            "rubric.py",
            'Real("N", step=1, below=32)',
            'Real("N", step=1, below=4)',
            r"rubric\.py: x has fewer",
        ),
        (
            "rubric.py",
            'Item("forward", reference',
            'Item("loss", reference',
            r"rubric\.py: two items are loss/reference",
        ),
        (
            "mistakes.py",
            '"""Squares x: the model is w * x, linear in x."""',
            "",
            r"mistakes\.py:\d+: .*no docstring",
        ),
        ("mistakes.py", "def forward__x_squared(x):", "def forward__x_squared(x:", r"mistakes\.py:\d+: "),
        (
            "mistakes.py",
            "def forward__x_sq",
            "def backward__x_sq",
            r"mistakes\.py:\d+: .*no function 'backward'",
        ),
    ],
)
def test_an_authors_mistake_is_told_with_its_place(
    solutions: Path, part: str, old: str, new: str, told: str
) -> None:
    spoil(solutions, part, old, new)
    with pytest.raises(KitError, match=told):
        load_exercise(solutions)


@pytest.mark.parametrize("part", ["solution.py", "rubric.py", "mistakes.py"])
def test_the_hash_follows_every_part(solutions: Path, part: str) -> None:
    before = load_exercise(solutions).hash
    spoil(solutions, part, "\n", "\n\n")
    assert load_exercise(solutions).hash != before


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("solution.py", "return w * x", "return 1 / 0", "solution.py.*does not run.*ZeroDivisionError"),
        (
            "solution.py",
            "return np.mean(2 * x * (y_pred - y))",
            "return None if len(x) == 1 else 0.0",
            "gradient",
        ),
    ],
)
def test_a_reference_that_cannot_be_used_is_told(
    solutions: Path, forking: Backend, part: str, old: str, new: str, told: str
) -> None:
    spoil(solutions, part, old, new)
    with pytest.raises(KitError, match=told), Reference(load_exercise(solutions), forking) as reference:
        reference.answer_key(1)
