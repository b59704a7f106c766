"""Which file a student's check is about, where none is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.errors import KitError
from autograder.grading.own_check import check_file

if TYPE_CHECKING:
    from autograder.student.process import Backend

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
