"""The core works without nbformat; what needs it says so in one line, and takes no marks away."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EX01 = "ex01_linear_regression"
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
HIDDEN = "import sys; sys.modules.update(nbformat=None, nbgrader=None, jsonschema=None, traitlets=None); "
COMMAND = "from autograder.cli import main; sys.exit(main(sys.argv[1:]))"
REMEDY = "pip install 'gradient-autograder[notebook]'"


def autograder(folder: Path, *arguments: str | Path, hidden: bool = True) -> tuple[int, str, str]:
    """Run a command as where no extra is installed, or as here; return its status, output and messages."""
    code = (HIDDEN if hidden else "import sys; ") + COMMAND
    process = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(process, cwd=folder, capture_output=True, check=False, text=True)
    return done.returncode, done.stdout, done.stderr


def notebook(version: int) -> str:
    """Write the right functions as a notebook of format 3 or 4."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": []}
    if version == 3:
        cells = [{**cell, "input": RIGHT, "language": "python", "collapsed": False}]
        return json.dumps(
            {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}
        )
    cells = [{**cell, "source": RIGHT, "execution_count": None}]
    return json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells})


@pytest.fixture
def class_of_three(tmp_path: Path) -> Path:
    """Hand in a script, a plain notebook, and one of format 3."""
    files = {"ada.py": RIGHT, "bob.ipynb": notebook(3), "eve.ipynb": notebook(4)}
    (tmp_path / "class").mkdir()
    for name, text in files.items():
        (tmp_path / "class" / name).write_text(text, "utf-8")
    return tmp_path


def marks(folder: Path) -> dict[str, tuple[str, str]]:
    """Read each student's status and score."""
    with (folder / "out" / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student"]: (row["status"], row["score"]) for row in csv.DictReader(file)}


def test_without_nbformat_a_class_is_graded_and_the_rest_of_it_once_nbformat_is_there(
    class_of_three: Path,
) -> None:
    grade = ("grade", "class", "-e", EX01, "-o", "out")
    status, out, _ = autograder(class_of_three, *grade)
    right = ("graded", "10.0")
    assert status == 2
    assert marks(class_of_three) == {"ada": right, "bob": ("broken", ""), "eve": right}
    (told,) = [line for line in out.splitlines() if line.startswith("bob")]
    assert told.endswith(REMEDY)
    assert autograder(class_of_three, "report", "out")[1] == out
    status, _, messages = autograder(class_of_three, *grade, hidden=False)
    assert (status, marks(class_of_three)["bob"]) == (0, right)
    assert "2 of 3 are graded already and unchanged" in messages


def test_without_nbformat_students_check_scripts_and_plain_notebooks(class_of_three: Path) -> None:
    for name in ("ada.py", "eve.ipynb"):
        status, out, messages = autograder(class_of_three, "check", f"class/{name}", "-e", EX01)
        assert (status, "all open items pass" in out) == (0, True), messages
    status, out, _ = autograder(class_of_three, "check", "class/bob.ipynb", "-e", EX01)
    assert (status, out.splitlines()[-1].endswith(REMEDY)) == (2, True)


@pytest.mark.parametrize("into", [(), ("--nbgrader", "course")])
def test_without_nbformat_a_release_writes_nothing_and_says_what_it_needs(
    tmp_path: Path, into: tuple[str, ...]
) -> None:
    status, out, messages = autograder(tmp_path, "release", *into, EX01)
    needs = f"autograder: notebooks are written with nbformat: {REMEDY} "
    (line,) = messages.splitlines()
    assert (status, out, line.startswith(needs)) == (2, "", True)
    assert not list(tmp_path.iterdir())
