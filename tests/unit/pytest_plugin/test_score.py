"""The line that a run ends with: what was earned, of what was collected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from autograder.pytest_plugin.score import Collected, score_line

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[3]
FILE = "linear_regression.py"
LIGHT = ("-p", "no:hypothesispytest")  # which would import all of hypothesis
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
SUM = RIGHT.replace("np.mean(2 * x * (y_pred - y))", "np.sum(2 * x * (y_pred - y))")
AFTER = "; 3 more items (6 points) are marked after hand-in"
OWN = """
import pytest

@pytest.mark.points(2)
def test_passes(): pass

@pytest.mark.points(2.5)
def test_fails(): assert 0

@pytest.mark.points(1)
class TestSeveral:
    @pytest.mark.parametrize("case", [0, 1])
    def test_case(self, case): assert case

@pytest.mark.points(4)
def test_is_skipped(): pytest.skip("another day")

@pytest.mark.points(8)
def test_is_expected_to_fail(request):
    request.applymarker(pytest.mark.xfail)
    assert 0

@pytest.fixture
def late():
    yield
    raise OSError

@pytest.mark.points(16)
def test_ends_badly(late): pass

def test_without_points(): pass
"""


def score_of(result: pytest.RunResult) -> str:
    (line,) = (line for line in result.outlines if line.startswith("score: "))
    return line.removeprefix("score: ")


def junit(path: Path) -> dict[str, tuple[str, ...]]:
    """Read what became of each test, by its name: its points, and failure, error or skipped."""
    read = {}
    for case in ET.parse(path).getroot().iter("testcase"):  # noqa: S314 - the one that pytest has just written
        points = [str(each.get("value")) for each in case.iter("property") if each.get("name") == "points"]
        ends = [child.tag for child in case if child.tag != "properties"]
        read[str(case.get("name"))] = (*points, *ends)
    return read


def test_open_items_and_own_tests_make_one_score(run: Run, folder: Path) -> None:
    (folder / "test_own.py").write_text(OWN)
    result = run(SUM, "--strict-markers", "--junitxml=r.xml")
    assert score_of(result) == f"4 of {4 + 2 + 2.5 + 2 + 4 + 8 + 16} points{AFTER}"
    assert result.outlines[-2].startswith("score: ")
    assert junit(folder / "r.xml") == {
        "forward/examples": ("0.0",),
        "loss/examples": ("0.0",),
        "gradient/examples": ("0.0", "failure"),
        "gradient/numerical": ("0.0", "failure"),
        "training/convergence": ("1.0", "failure"),
        "test_passes": ("2.0",),
        "test_fails": ("0.0", "failure"),
        "test_case[0]": ("0.0", "failure"),
        "test_case[1]": ("1.0",),
        "test_is_skipped": ("0.0", "skipped"),
        "test_is_expected_to_fail": ("0.0", "skipped"),
        "test_ends_badly": ("0.0", "error"),
        "test_without_points": (),
    }


def test_workers_of_xdist_come_to_the_same(
    run: Run, folder: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "test_own.py").write_text(OWN)
    alone = run(SUM, "--junitxml=alone.xml")
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    shared = pytester.runpytest_subprocess(*LIGHT, "-n2", "--junitxml=shared.xml")
    assert junit(folder / "shared.xml") == junit(folder / "alone.xml")
    assert score_of(shared) == score_of(alone)


def test_a_worker_that_crashes_leaves_the_total_as_it_is(
    folder: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes = "\n@pytest.mark.points(32)\ndef test_crashes():\n    import os\n    os._exit(1)\n"
    passes = "import pytest\n@pytest.mark.points(2)\ndef test_passes(): pass\n"
    (folder / "test_own.py").write_text(passes + crashes)
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    result = pytester.runpytest_subprocess(*LIGHT, "-n1", "-k", "passes or crashes")
    assert score_of(result) == "2 of 34 points; 2 of 7 tests were selected; 1 of 2 tests were run"


def test_a_run_that_stops_says_how_much_was_run(run: Run) -> None:
    assert score_of(run(None, "-x")) == f"0 of 4 points; 1 of 5 tests were run{AFTER}"


def test_a_run_of_some_says_how_many_were_selected(run: Run) -> None:
    assert score_of(run(RIGHT, "-k", "numerical")) == f"2 of 2 points; 1 of 5 tests were selected{AFTER}"


def test_one_item_is_run_by_its_name(run: Run) -> None:
    result = run(RIGHT, f"{FILE}::training/convergence")
    result.assert_outcomes(passed=1)
    assert score_of(result) == f"2 of 2 points{AFTER}"


@pytest.mark.parametrize("mark", ["'two'", "-1", "True", "1, 2", "float('nan')", "", "number=1"])
def test_a_mark_without_a_number_is_an_error_with_a_reason(run: Run, folder: Path, mark: str) -> None:
    (folder / "test_own.py").write_text(f"import pytest\n@pytest.mark.points({mark})\ndef test_own(): pass\n")
    result = run(None, "-k", "own")
    result.assert_outcomes(errors=1, deselected=5)
    result.stdout.fnmatch_lines(["points(number): the mark takes one number, which is not negative"])


def test_collecting_alone_says_no_score(run: Run) -> None:
    result = run(RIGHT, "--collect-only", "-q")
    assert result.outlines[:5] == [f"{FILE}::{item}" for item in open_items()]
    result.stdout.no_fnmatch_line("score:*")


def open_items() -> list[str]:
    path = ROOT / "exercises" / "ex01_linear_regression" / "exercise.json"
    released = json.loads(path.read_text("utf-8"))
    return [f"{item['function']}/{item['check']}" for item in released["items"]]


@pytest.mark.parametrize(
    ("earned", "line"),
    [
        ({"a": 1.0, "b": 0.5}, "1.5 of 3 points"),
        ({"a": 1.0, "b": None}, "none, as 1 of 2 tests could not be marked"),
        ({"a": 0.1}, "0.1 of 3 points; 1 of 2 tests were run"),
        ({}, "none, as no test was run"),
    ],
)
def test_a_score_says_what_it_leaves_out(earned: dict[str, float | None], line: str) -> None:
    assert score_line(Collected({"a": 1.0, "b": 2.0}), earned) == f"score: {line}"
