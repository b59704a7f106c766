"""Which of a student's files is the submission: the one that was worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.submission.stubs import hashes_in
from tests.unit.submission.conftest import BOOK, DONE, EX, FILE, STUB, notebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.submission.conftest import Class, Tree

    HandedIn = Callable[[Tree], Class]

OTHER = DONE.replace("return x", "return 2 * x")
OPENED = notebook(STUB, execution_count=7, outputs=[{"output_type": "stream", "text": ["0.0"]}])
NOTHING = f"the folder holds no {FILE}"


@pytest.mark.parametrize(
    ("files", "marked"),
    [
        ({FILE: STUB, BOOK: notebook(DONE)}, BOOK),
        ({FILE: DONE, BOOK: OPENED}, FILE),
        ({FILE: STUB.replace("\n", "  \r\n"), BOOK: notebook(DONE)}, BOOK),
        ({FILE: "\ufeff" + STUB, BOOK: notebook(DONE)}, BOOK),
        ({FILE: "", BOOK: notebook(DONE)}, BOOK),
        ({FILE: STUB, BOOK: OPENED}, FILE),
        ({BOOK: OPENED, "linear_regression-Copy1.ipynb": notebook(DONE)}, "linear_regression-Copy1.ipynb"),
        ({FILE: STUB, "linear_regression (1).py": DONE}, "linear_regression (1).py"),
        ({FILE: STUB, "linear_regression_final.py": DONE}, "linear_regression_final.py"),
        ({FILE: STUB, "solution.py": DONE}, "solution.py"),
        ({FILE: STUB, "helper.py": "def half(x):\n    return x / 2\n"}, FILE),
        ({FILE: DONE, "linear_regression - Copy.py": DONE}, FILE),
        ({FILE: DONE, "helper.py": "x = 1", "test_linear_regression.py": "import linear_regression"}, FILE),
        ({FILE: DONE, "old/linear_regression.py": OTHER}, FILE),
        ({FILE: DONE, "linear_regression_old.py": OTHER}, FILE),
        ({FILE: STUB, "linear_regression_old.py": DONE}, "linear_regression_old.py"),
        ({FILE: STUB, f"work/{FILE}": DONE}, f"work/{FILE}"),
        ({"main.py": DONE, "plot.py": "import math"}, "main.py"),
        ({"Linear_Regression.py": DONE, "helper.py": "x = 1"}, "Linear_Regression.py"),
        ({"linear regression.IPYNB": notebook(DONE)}, "linear regression.IPYNB"),
        ({f"{BOOK}.txt": notebook(DONE)}, f"{BOOK}.txt"),
        ({"linear_regression.txt": DONE, "notes.txt": "x"}, "linear_regression.txt"),
        (
            {f"homework/1/{FILE}": DONE, "__MACOSX/homework/1/._linear_regression.py": "x"},
            f"homework/1/{FILE}",
        ),
        ({f"{EX}/{FILE}": DONE, "ex02/other.py": OTHER}, f"{EX}/{FILE}"),
        ({f"venv/a/{FILE}": OTHER, "venv/pyvenv.cfg": "", f"hw/a/{FILE}": DONE}, f"hw/a/{FILE}"),
    ],
)
def test_the_file_that_was_worked_on_is_marked(
    handed_in: HandedIn, files: dict[str, str], marked: str
) -> None:
    tree = {f"ada/{name}": text for name, text in files.items()}
    assert handed_in({**tree, "grace/mine.py": DONE}).found()["ada"] == f"ada/{marked}"


@pytest.mark.parametrize(
    ("files", "trouble"),
    [
        ({FILE: DONE, BOOK: notebook(DONE)}, f"two files for one student: ada/{BOOK} and ada/{FILE}"),
        (
            {FILE: DONE, "linear_regression-Copy1.py": OTHER},
            f"two files for one student: ada/{FILE} and ada/linear_regression-Copy1.py",
        ),
        (
            {FILE: DONE, "linear_regression_final.py": OTHER},
            f"two files for one student: ada/{FILE} and ada/linear_regression_final.py",
        ),
        (
            {FILE: STUB, "a/linear_regression.py": DONE, "b/linear_regression.py": OTHER},
            f"two files for one student: ada/a/{FILE} and ada/b/{FILE}",
        ),
        ({"one.py": DONE, "two.py": OTHER}, f"several files and none is named {FILE}: one.py, two.py"),
        ({"hw.docx": "x"}, f"{NOTHING}, but hw.docx"),
        ({"linear_regression.txt": "my gradient is 2x"}, f"{NOTHING}, but linear_regression.txt"),
        ({"notes.txt": "x"}, NOTHING),
    ],
)
def test_what_cannot_be_chosen_is_told_with_its_names(
    handed_in: HandedIn, files: dict[str, str], trouble: str
) -> None:
    tree = {f"ada/{name}": text for name, text in files.items()}
    assert handed_in({**tree, "grace/mine.py": DONE}).found()["ada"] == trouble


def test_a_folder_without_anything_is_a_student_in_trouble(handed_in: HandedIn) -> None:
    assert handed_in({"ada/": "", "grace/mine.py": DONE}).found()["ada"] == NOTHING


def test_one_folder_in_another_changes_nothing_for_the_others(handed_in: HandedIn) -> None:
    tree = {f"zeno/{EX}/{FILE}": DONE, "ada/hw.docx": "x", f"emmy/hw1/{FILE}": DONE, "alan/": ""}
    assert handed_in(tree).found() == {
        "ada": f"{NOTHING}, but hw.docx",
        "alan": NOTHING,
        "emmy": f"emmy/hw1/{FILE}",
        "zeno": f"zeno/{EX}/{FILE}",
    }


def test_in_nbgraders_layout_an_untouched_notebook_gives_way(handed_in: HandedIn) -> None:
    book, script, copy = (f"{EX}/{name}" for name in (BOOK, FILE, "linear_regression-Copy1.ipynb"))
    tree = {
        f"submitted/ada/{book}": notebook(DONE),
        f"submitted/ada/{script}": OTHER,
        f"submitted/alan/{book}": OPENED,
        f"submitted/alan/{script}": DONE,
        f"submitted/emmy/{book}": OPENED,
        f"submitted/emmy/{copy}": notebook(DONE),
        f"submitted/kurt/{book}": OPENED,
        "submitted/zeno/ex02/other.ipynb": notebook(DONE),
        "submitted/joan/hw.docx": "x",
        "source/ex01/x.ipynb": "x",
    }
    course = handed_in(tree)
    assert course.found("submitted") == {
        "ada": f"ada/{book}",
        "alan": f"alan/{script}",
        "emmy": f"emmy/{copy}",
        "joan": f"{NOTHING}, but hw.docx",
        "kurt": f"kurt/{book}",
    }
    assert course.lines == [f"no {EX} from: zeno"]
    assert set(course.found()) == {"ada", "alan", "emmy", "joan", "kurt"}


@pytest.mark.parametrize(
    "text", ["", "[1]", "{", '{"files": 3}', '{"files": {"a": ["b"], "c": "d"}}', "[" * 100_000]
)
def test_an_exercise_json_that_is_none_declares_nothing_untouched(text: str) -> None:
    assert hashes_in(text.encode()) == frozenset()
