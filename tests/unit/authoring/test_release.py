"""Stubs from solutions."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.release import release, stale_files, write_release
from autograder.exercise.released import find_released, read_released
from autograder.facts.calls import vector
from autograder.facts.errors import KitError
from autograder.facts.training import Rate
from autograder.submission.stubs import RELEASED_FILE

if TYPE_CHECKING:
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend


@pytest.fixture(scope="module")
def files(ex01: Exercise, forking: Backend) -> dict[str, str]:
    return release(ex01, forking)


def test_nothing_of_the_solution_is_released(files: dict[str, str], ex01: Exercise) -> None:
    regions = ex01.solution.split("### BEGIN SOLUTION")[1:]
    hidden = [line.strip("# ") for region in regions for line in region.split("### END")[0].splitlines()]
    hidden = [line for line in hidden if len(line) > 5]
    assert len(hidden) > 10
    for name, text in files.items():
        assert [line for line in hidden if line in text] == [], name


def test_every_released_file_says_where_it_comes_from(files: dict[str, str]) -> None:
    told = "generated from solutions/ex01_linear_regression/solution.py, by autograder release"
    assert set(files) == {"linear_regression.py", "linear_regression.ipynb", "README.md", RELEASED_FILE}
    assert told in files["linear_regression.py"].splitlines()[0]
    assert told in files["README.md"].splitlines()[0]
    assert told in json.loads(files["linear_regression.ipynb"])["cells"][0]["source"][0]
    assert json.loads(files[RELEASED_FILE])["generated"] == told


def test_a_hint_that_gives_the_solution_away_is_not_released(
    ex01: Exercise, forking: Backend, tmp_path: Path
) -> None:
    (tmp_path / "hints.md").write_text("## forward\n\n1. Try `return w*x`.\n")
    with pytest.raises(KitError, match=r"hints\.md:3: the hint prints 'w \* x', a line of the solution"):
        release(ex01._replace(folder=tmp_path), forking)


def test_a_second_release_is_the_same_to_the_byte(
    files: dict[str, str], ex01: Exercise, forking: Backend, tmp_path: Path
) -> None:
    assert release(ex01, forking) == files
    assert write_release(files, tmp_path / "ex01") == list(files)
    assert write_release(files, tmp_path / "ex01") == []


def test_what_students_could_not_check_is_not_released(ex01: Exercise, forking: Backend) -> None:
    task = ex01.rubric.task
    shown = tuple(example for example in task.examples if example.call.function != "loss")
    rubric = ex01.rubric._replace(task=replace(task, examples=shown))
    with pytest.raises(KitError, match="students could not check loss: an Example of loss is needed"):
        release(ex01._replace(rubric=rubric), forking)


def test_a_file_that_was_edited_or_removed_is_stale(files: dict[str, str], tmp_path: Path) -> None:
    write_release(files, tmp_path)
    (tmp_path / "README.md").write_text("mine\n")
    (tmp_path / RELEASED_FILE).unlink()
    assert stale_files(files, tmp_path) == ["README.md", RELEASED_FILE]


def test_what_is_released_can_be_read_and_holds_the_open_part(files: dict[str, str], tmp_path: Path) -> None:
    write_release(files, tmp_path)
    released = read_released(tmp_path / RELEASED_FILE)
    assert [item.id for item in released.items] == [
        "forward/examples",
        "loss/examples",
        "gradient/examples",
        "gradient/numerical",
        "training/convergence",
    ]
    assert (released.closed_items, released.closed_points) == (3, 6.0)
    training = released.task.training
    assert training is not None
    assert training.leads is not None
    assert training.data["x"] == vector((1.0, 2.0, 3.0, 4.0), "float32")
    assert sorted(training.leads.waypoints) == [10, 30]
    assert training.leads.rate == Rate(0.85, 2.0, 0.0)
    assert all(example.results for example in released.task.examples)


def test_work_on_a_released_file_is_not_overwritten(files: dict[str, str], tmp_path: Path) -> None:
    write_release(files, tmp_path)
    (tmp_path / "linear_regression.py").write_text("my work\n")
    with pytest.raises(KitError, match=r"linear_regression\.py was edited after its release"):
        write_release(files, tmp_path)
    assert (tmp_path / "linear_regression.py").read_text() == "my work\n"
    assert write_release(files, tmp_path, force=True) == ["linear_regression.py"]


def test_an_earlier_release_is_overwritten(files: dict[str, str], tmp_path: Path) -> None:
    name = "linear_regression.py"
    old = "an earlier stub\n"
    digest = hashlib.sha256(old.encode()).hexdigest()
    document = json.loads(files[RELEASED_FILE])
    document["files"][name] = digest
    write_release({name: old, RELEASED_FILE: json.dumps(document)}, tmp_path)
    assert write_release(files, tmp_path) == list(files)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "autograder-exercise/9"}', '{"schema": "autograder-exercise/2"}']
)
def test_a_file_that_is_no_exercise_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / RELEASED_FILE).write_text(text)
    with pytest.raises(KitError, match=r"exercise\.json"):
        read_released(tmp_path / RELEASED_FILE)


def test_a_check_named_in_a_file_can_only_be_one_of_the_open_ones(
    files: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / RELEASED_FILE).write_text(
        files[RELEASED_FILE].replace('"check": "numerical"', '"check": "reference"')
    )
    with pytest.raises(KitError, match="cannot be used"):
        read_released(tmp_path / RELEASED_FILE)


def test_an_exercise_is_found_beside_the_file_above_it_or_in_the_kit(
    files: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "exercises" / "ex01"
    write_release(files, folder)
    beside = folder / "linear_regression.py"
    assert find_released(tmp_path, beside, None) == folder / RELEASED_FILE
    elsewhere = tmp_path / "mine.py"
    assert find_released(tmp_path, elsewhere, None) == folder / RELEASED_FILE
    assert (
        find_released(Path("/"), Path("/linear_regression.py"), None).parent.name == "ex01_linear_regression"
    )
    with pytest.raises(KitError, match="no exercise 'ex99'"):
        find_released(Path("/"), Path("/linear_regression.py"), "ex99")


def test_among_several_exercises_the_files_name_decides(files: dict[str, str], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_release(files, tmp_path / "exercises" / name)
    with pytest.raises(KitError, match="could belong to one, two"):
        find_released(tmp_path, tmp_path / "linear_regression.py", None)
    assert find_released(tmp_path, tmp_path / "linear_regression.py", "two").parent.name == "two"
