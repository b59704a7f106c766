"""Points for a grade cell: which notebook, which judge, and what nbgrader reads of the answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.facts.errors import BrokenError, KitError
from autograder.nbgrader.points import course_folder, find_grade_cell, points, scaled

EX = "ex01-one"
ITEM = {
    "id": "gradient/reference",
    "verdict": "failed",
    "points": 1.0,
    "max_points": 2.0,
    "note": "gradient/sum-not-mean",
    "measured": "4 times the right value at N = 4",
    "message": "A sum where the task asks for a mean.\nsmallest: x = [1, 2]  got 2, expected 1",
    "line": 2,
    "cell": 5,
}
Answer = Callable[..., list[list[str]]]


def notebook(path: Path, *cells: tuple[str, float], name: str = "nb.ipynb") -> Path:
    """Write a notebook with these grade cells."""
    metadata = [{"nbgrader": {"grade": True, "grade_id": cell, "points": of}} for cell, of in cells]
    document = {"cells": [{"metadata": {}}, *({"metadata": one} for one in metadata)]}
    path.mkdir(parents=True, exist_ok=True)
    (path / name).write_text(json.dumps(document))
    return path / name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where nbgrader starts a kernel, beside a graded notebook."""
    folder = tmp_path / "course" / "autograded" / "ada" / EX
    notebook(folder, (f"{EX}-gradient-reference", 2), (f"{EX}-loss-reference", 3))
    (tmp_path / "course" / "source").mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer in the place of the judge, and list how it was called."""

    def answer(stdout: object, stderr: str = "", status: int = 0) -> list[list[str]]:
        calls: list[list[str]] = []

        def run(command: list[str], *, cwd: Path, **_: object) -> SimpleNamespace:
            calls.append([*command, str(cwd)])
            text = stdout if isinstance(stdout, str) else json.dumps(stdout)
            return SimpleNamespace(stdout=text, stderr=stderr, returncode=status)

        monkeypatch.setattr(subprocess, "run", run)
        return calls

    return answer


def graded(*items: dict[str, Any], status: str = "graded", advice: str = "") -> dict[str, Any]:
    return {"submissions": [{"status": status, "items": list(items), "advice": [{"message": advice}]}]}


def test_the_value_is_a_plain_float_and_the_feedback_goes_to_stdout(
    folder: Path, judge: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    judge(graded(ITEM))
    assert repr(points("gradient/reference")) == "1.0"
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines() == [
        "gradient matches the reference: failed, 1 of 2",
        "  measured   4 times the right value at N = 4",
        "  usually    A sum where the task asks for a mean.",
        "  smallest   x = [1, 2]  got 2, expected 1",
        "  line       2 of code cell 5",
    ]
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_what_is_right_needs_no_words(judge: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    judge(graded(ITEM | {"verdict": "passed", "points": 2.0, "message": ""}))
    assert points("gradient/reference") == 2.0
    assert capsys.readouterr().out == ""


def test_one_judge_answers_for_all_cells_of_a_notebook_until_it_changes(folder: Path, judge: Answer) -> None:
    calls = judge(graded(ITEM, ITEM | {"id": "loss/reference"}))
    assert (points("gradient/reference"), points("loss/reference")) == (1.0, 1.5)
    assert len(calls) == 1
    notebook(folder, (f"{EX}-gradient-reference", 4))
    assert points("gradient/reference") == 2.0
    assert len(calls) == 2


def test_the_judge_starts_in_the_course_and_imports_nothing_from_where_it_starts(
    folder: Path, judge: Answer
) -> None:
    (folder / "solutions" / EX).mkdir(parents=True)
    (folder / "solutions" / EX / "rubric.py").write_text("")
    calls = judge(graded(ITEM))
    points("gradient/reference")
    command = [
        sys.executable,
        "-P",
        "-m",
        "autograder",
        "grade",
        str(folder / "nb.ipynb"),
        "-e",
        EX,
        "--json",
    ]
    assert calls == [[*command, str(folder.parents[2])]]


@pytest.mark.usefixtures("folder")
def test_a_notebook_that_cannot_be_read_earns_nothing_and_is_told_why(
    judge: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    judge(graded(status="unreadable", advice="damaged: the file ends too early"))
    assert repr(points("gradient/reference")) == "0.0"
    assert capsys.readouterr().out == "unreadable, 0 points: damaged: the file ends too early\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (graded(status="broken"), "not the student's fault"),
        ({"submissions": []}, "the judge gave no result: it ended with status 2"),
        ("", "the judge gave no result: it ended with status 2"),
    ],
)
def test_a_judge_that_fails_gives_no_points_at_all(judge: Answer, answer: object, told: str) -> None:
    judge(answer, status=2)
    with pytest.raises(BrokenError, match=told):
        points("gradient/reference")


@pytest.mark.usefixtures("folder")
def test_what_stopped_the_judge_is_told_in_one_line(judge: Answer) -> None:
    judge("", "autograder: a warning\nautograder: no exercise 'ex01-one'\n", 2)
    with pytest.raises(BrokenError, match=r"^the judge gave no result: autograder: no exercise 'ex01-one'$"):
        points("gradient/reference")


@pytest.mark.usefixtures("folder")
def test_an_item_that_the_rubric_no_longer_has_is_told(judge: Answer) -> None:
    judge(graded(ITEM))
    with pytest.raises(KitError, match="ex01-one has no item loss/reference"):
        points("loss/reference")


def test_a_grade_cell_that_is_nowhere_is_told(folder: Path) -> None:
    (folder / "other.ipynb").write_text("no notebook")
    (folder / "list.ipynb").write_text("[1]")
    with pytest.raises(KitError, match=r"no notebook in .* has a grade cell for forward/reference"):
        points("forward/reference")


def test_of_two_exercises_in_one_assignment_one_is_named(folder: Path) -> None:
    second = notebook(folder, ("ex02-gradient-reference", 5), name="second.ipynb")
    with pytest.raises(
        KitError, match=r'graded here for ex01-one, ex02: .* mark\("gradient/reference", "ex01'
    ):
        find_grade_cell(folder, "gradient/reference")
    found = find_grade_cell(folder, "gradient/reference", "ex02")
    assert (found.notebook, found.exercise, found.points) == (second, "ex02", 5.0)


def test_the_course_is_never_what_a_student_handed_in(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"
    (folder / "source").mkdir(parents=True)
    assert course_folder(folder) == folder.parent
    (tmp_path / "gradebook.db").touch()
    assert course_folder(folder) == tmp_path


@pytest.mark.parametrize(
    ("earned", "of", "cell", "expected"),
    [
        (2.0, 2.0, 2.0, 2.0),
        (1.0, 2.0, 2.0, 1.0),
        (2.0, 2.0, 3.0, 3.0),
        (1.0, 2.0, 1.0, 0.5),
        (0.0, 0.0, 1.0, 0.0),
    ],
)
def test_points_count_as_those_of_the_cell(earned: float, of: float, cell: float, expected: float) -> None:
    assert scaled(earned, of, cell) == expected


def test_a_cell_never_earns_more_than_it_can() -> None:
    every = [0.1 * k for k in range(1, 40)]
    assert all(0.2999 < scaled(of, of, 0.3) <= 0.3 for of in every)
