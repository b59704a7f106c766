"""Which file a student's check is about, where none is named."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.released import read_released, wanted_for
from autograder.facts.errors import KitError
from autograder.grading.own_check import check_file
from autograder.submission.class_folder import Search
from autograder.submission.find import find

if TYPE_CHECKING:
    from autograder.student.backend import Backend

RELEASED = Path(__file__).parents[3] / "exercises" / "ex01_linear_regression"
SECONDS = 0.3


def checked(folder: Path, backend: Backend) -> str:
    (report,) = check_file(folder, None, backend, SECONDS).gradebook.reports
    return report.file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(RELEASED, tmp_path / RELEASED.name)
    return tmp_path / RELEASED.name


def test_of_script_and_notebook_the_one_that_was_worked_on_is_checked(folder: Path, forking: Backend) -> None:
    assert checked(folder, forking) == "linear_regression.py"
    book = folder / "linear_regression.ipynb"
    document = json.loads(book.read_text("utf-8"))
    book.write_text(json.dumps(document, indent=2), "utf-8")  # opened and saved by an editor, no more
    assert checked(folder, forking) == "linear_regression.py"
    next(cell for cell in document["cells"] if cell["cell_type"] == "code")["source"] = ["import numpy"]
    book.write_text(json.dumps(document), "utf-8")
    assert checked(folder, forking) == "linear_regression.ipynb"
    (folder / "linear_regression.py").unlink()
    assert checked(folder, forking) == "linear_regression.ipynb"


def test_where_both_were_worked_on_neither_is_chosen_as_when_it_is_marked(
    folder: Path, forking: Backend
) -> None:
    for name in ("linear_regression.py", "linear_regression.ipynb"):
        (folder / name).write_text("x = 1\n", "utf-8")
    with pytest.raises(KitError, match="two files for one student"):
        checked(folder, forking)


def test_a_folder_with_several_files_needs_a_name(tmp_path: Path, forking: Backend) -> None:
    for name in ("a.py", "b.ipynb"):
        (tmp_path / name).write_text("x = 1\n", "utf-8")
    with pytest.raises(KitError, match=r"a\.py, b\.ipynb; name the file to check"):
        checked(tmp_path, forking)


def test_of_several_exercises_the_one_that_a_file_is_named_after_is_checked(
    tmp_path: Path, forking: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ex01", "ex02"):
        shutil.copytree(RELEASED, tmp_path / "exercises" / name)
    other = tmp_path / "exercises" / "ex02" / "exercise.json"
    other.write_text(other.read_text("utf-8").replace('"file": "linear_regression.py"', '"file": "other.py"'))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "other.py").write_text("x = 1\n")
    (tmp_path / "work" / "helper.py").write_text("x = 2\n")
    assert checked(tmp_path / "work", forking) == "other.py"


def test_check_and_grade_choose_the_same_file(folder: Path, forking: Backend) -> None:
    done = (
        (folder / "linear_regression.py")
        .read_text("utf-8")
        .replace("raise NotImplementedError()", "return x")
    )
    (folder / "linear_regression-Copy1.py").write_text(done, "utf-8")
    search = Search(wanted_for(read_released(folder / "exercise.json").task))
    (found,) = find([folder], search)
    assert checked(folder, forking) == found.path.name == "linear_regression-Copy1.py"


def test_the_file_that_was_chosen_is_opened_once(
    folder: Path, forking: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    opens = os.open

    def noting(path: str, *rest: int, **how: int) -> int:
        names.append(Path(path).name)
        return opens(path, *rest, **how)

    monkeypatch.setattr(os, "open", noting)
    assert checked(folder, forking) == "linear_regression.py"
    assert names.count("linear_regression.py") == 1
