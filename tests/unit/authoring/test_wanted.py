"""What an exercise asks for, and what is known of its files before anybody works on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.authoring.wanted import wanted_of
from autograder.exercise.load import Exercise, load_exercise
from autograder.exercise.shipped import shipped

EX01 = "ex01_linear_regression"
RELEASED = shipped("exercises") / EX01
BOOK = "linear_regression.ipynb"


@pytest.fixture(scope="module")
def exercise() -> Exercise:
    return load_exercise(shipped("solutions"), EX01)


@pytest.mark.parametrize("name", ["linear_regression.py", BOOK])
def test_the_released_files_are_untouched_and_the_solution_is_not(exercise: Exercise, name: str) -> None:
    stubs = wanted_of(exercise).stubs
    data = (RELEASED / name).read_bytes()
    assert stubs.holds(data)
    assert not stubs.holds(data.replace(b"raise NotImplementedError()", b"return 0"))
    assert not stubs.holds(exercise.solution.encode())


def test_a_notebook_that_was_run_and_saved_is_untouched(exercise: Exercise) -> None:
    document = json.loads((RELEASED / BOOK).read_bytes())
    for count, cell in enumerate(document["cells"]):
        del cell["id"]
        if cell["cell_type"] == "code":
            cell |= {"execution_count": count, "outputs": [{"output_type": "stream", "text": ["1"]}]}
    assert wanted_of(exercise).stubs.holds(json.dumps(document, indent=4).encode())


def test_a_solution_without_regions_is_not_its_own_stub(exercise: Exercise, tmp_path: Path) -> None:
    plain = "".join(line for line in exercise.solution.splitlines(keepends=True) if "### " not in line)
    other = exercise._replace(
        texts=exercise.texts | {"solution.py": plain}, folder=tmp_path / "solutions" / "ex"
    )
    assert not wanted_of(other).stubs.holds(plain.encode())


def test_what_an_nbgrader_course_released_is_untouched(exercise: Exercise, tmp_path: Path) -> None:
    folder = tmp_path / "release" / EX01
    folder.mkdir(parents=True)
    own = (RELEASED / BOOK).read_bytes().replace(b"raise NotImplementedError()", b"...  # answer here")
    (folder / BOOK).write_bytes(own)
    assert not wanted_of(exercise, [tmp_path]).stubs.holds(own)
    for path in (tmp_path / "submitted", tmp_path / "submitted" / "ada" / EX01):
        assert wanted_of(exercise, [path]).stubs.holds(own)
