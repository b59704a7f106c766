"""What pytest collects in the folder of a released exercise, and what everywhere else."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.pytest_plugin.place import place_at

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[3]
LIGHT = ("-p", "no:hypothesispytest")  # which would import all of hypothesis
FILE, NOTEBOOK = "linear_regression.py", "linear_regression.ipynb"
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
LOADED = """
import json, sys, pytest
status = pytest.main(sys.argv[1:])
print(json.dumps([int(status), sorted(sys.modules)]))
"""
COLLECTING = {f"autograder.pytest_plugin.{name}" for name in ("collection", "place", "score", "settings")}


def loaded(folder: Path, *arguments: str) -> tuple[int, set[str]]:
    """Run pytest in a new process; return its status, and the modules of the kit and of numpy it loaded."""
    command = [sys.executable, "-c", LOADED, "-p", "no:cacheprovider", *LIGHT, *arguments]
    printed = subprocess.run(command, cwd=folder, capture_output=True, check=True, text=True).stdout
    status, modules = json.loads(printed.splitlines()[-1])
    return status, {name for name in modules if name.partition(".")[0] in {"autograder", "numpy"}}


def filled_in(notebook: Path) -> None:
    """Write right functions into a released notebook's stubs."""
    document = json.loads(notebook.read_text("utf-8"))
    code = {"cell_type": "code", "id": "own", "metadata": {}, "execution_count": None, "outputs": []}
    document["cells"] = [*document["cells"], code | {"source": RIGHT}]
    notebook.write_text(json.dumps(document), "utf-8")


def test_collecting_an_exercise_imports_no_numpy_and_little_of_the_kit(folder: Path) -> None:
    status, modules = loaded(folder, "--collect-only", "-q")
    assert status == 0
    assert modules == {"autograder", "autograder.pytest_plugin", *COLLECTING}


def test_elsewhere_only_the_plugin_itself_is_imported(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_passes(): pass")
    status, modules = loaded(pytester.path, "-q")
    assert status == 0
    assert modules == {"autograder", "autograder.pytest_plugin", "autograder.pytest_plugin.settings"}


def test_a_folder_without_an_exercise_is_left_alone(pytester: pytest.Pytester) -> None:
    """The mark may mean something else there."""
    pytester.makepyfile("import pytest\n@pytest.mark.points((0, 0), (1, 1))\ndef test_passes(): pass")
    pytester.makefile(".json", exercise='{"schema": "another program", "file": "test_other.py"}')
    result = pytester.runpytest_inprocess(*LIGHT, "--strict-markers")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*score*")


def test_collecting_runs_nothing_of_the_submission(run: Run, folder: Path) -> None:
    result = run("open('ran', 'w').close()\n" + RIGHT, "--collect-only", "--doctest-modules", FILE)
    assert result.ret == pytest.ExitCode.OK
    assert not (folder / "ran").exists()


def test_the_notebook_is_collected_when_it_was_worked_on(run: Run, folder: Path) -> None:
    filled_in(folder / NOTEBOOK)
    result = run(None, "-v")
    result.assert_outcomes(passed=5)
    result.stdout.fnmatch_lines([f"{NOTEBOOK}::gradient/numerical PASSED*"])


def test_a_notebook_that_was_only_saved_does_not_count(run: Run, folder: Path) -> None:
    notebook = folder / NOTEBOOK
    notebook.write_text(json.dumps(json.loads(notebook.read_text("utf-8")), indent=2), "utf-8")
    result = run(RIGHT, "--collect-only", "-q")
    result.stdout.fnmatch_lines([f"{FILE}::gradient/numerical"])
    result.stdout.no_fnmatch_line(f"{NOTEBOOK}::*")


def test_two_files_that_were_worked_on_are_an_error_until_one_is_named(run: Run, folder: Path) -> None:
    filled_in(folder / NOTEBOOK)
    result = run(RIGHT)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        [f"*two files for one student: *{NOTEBOOK} and *{FILE}; name the file to check"]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    run(RIGHT, NOTEBOOK, "--collect-only").assert_outcomes()


def test_several_exercises_are_collected_below_one_folder(pytester: pytest.Pytester) -> None:
    for name in ("ex01_linear_regression", "ex02_bias"):
        pytester.mkdir(name)
        released = (ROOT / "exercises" / name / "exercise.json").read_bytes()
        (pytester.path / name / "exercise.json").write_bytes(released)
    result = pytester.runpytest_inprocess(*LIGHT, "--collect-only", "-q")
    result.stdout.fnmatch_lines(
        [f"ex01_linear_regression/{FILE}::*", "ex02_bias/line.py::*", "10 tests collected*"]
    )


@pytest.mark.parametrize(
    "forged",
    [
        {"items": [{"function": "forward\n::error::", "check": "examples", "points": 1}]},
        {"items": [{"function": "forward", "check": "examples", "points": 1e300}]},
        {"items": 3},
        {"file": "../../etc/passwd.py"},
        {"file": 7},
        {"closed": {"items": 10**400, "points": 1}},
        {"name": None, "files": ["a"]},
        {"schema": "autograder-exercise/0"},
    ],
)
def test_an_exercise_that_was_edited_is_a_sentence(run: Run, folder: Path, forged: dict[str, object]) -> None:
    path = folder / "exercise.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | forged), "utf-8")
    result = run(RIGHT)
    assert result.parseoutcomes().keys() <= {"error", "errors"}
    result.stdout.fnmatch_lines(["*exercise.json: cannot be used as an exercise: *"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_an_exercise_that_is_no_json_is_a_sentence(run: Run, folder: Path) -> None:
    path = folder / "exercise.json"
    path.write_bytes(path.read_bytes() + b"<<<<<<< HEAD")
    result = run(RIGHT)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*exercise.json: cannot be used as an exercise: *"])


def test_what_collection_reads_of_an_exercise_is_what_check_reads(folder: Path) -> None:
    from autograder.exercise.released import read_released  # noqa: PLC0415 - for this comparison alone

    place, released = place_at(folder), read_released(folder / "exercise.json")
    assert place is not None
    assert place.items == {item.id: item.points for item in released.items}
    assert (place.exercise, place.script) == (released.task.name, released.task.file)
    assert (place.closed_items, place.closed_points) == (released.closed_items, released.closed_points)


def test_solutions_without_the_exercise_are_a_sentence(run: Run, tmp_path: Path) -> None:
    for solutions, reason in ((tmp_path / "nowhere", "no such folder"), (tmp_path, "holds no exercise")):
        result = run(RIGHT, f"--autograder-solutions={solutions}")
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines([f"*{reason}*"])
        result.stdout.no_fnmatch_line("*Traceback*")


def test_solutions_are_named_relative_to_the_file_of_settings(
    run: Run, folder: Path, pytester: pytest.Pytester
) -> None:
    (folder / "key").symlink_to(ROOT / "solutions")
    pytester.makeini("[pytest]\nautograder_solutions = key\n")
    result = run(RIGHT, "--collect-only", "-q", "--strict-config")
    result.stdout.fnmatch_lines([f"{FILE}::gradient/reference"])


@pytest.mark.parametrize("seconds", ["soon", "0", "nan", "1e9"])
def test_a_time_limit_that_is_none_is_refused(run: Run, seconds: str) -> None:
    result = run(RIGHT, f"--autograder-timeout={seconds}")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        [f"ERROR: autograder timeout {seconds}: more than 0 and at most 3600 seconds"]
    )


def test_the_kits_own_suite_collects_no_exercise() -> None:
    """Run at the top of this repository, pytest looks where no exercise lies."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert settings["testpaths"] == ["tests"]
    assert [*(ROOT / "tests").rglob("exercise.json")] == []
