"""How an item ends as a test of pytest, and what a student reads."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from autograder.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[3]
SOLUTIONS = ROOT / "solutions"
FILE = "linear_regression.py"
LIGHT = ("-p", "no:hypothesispytest")  # which would import all of hypothesis
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
SUM = RIGHT.replace("np.mean(2 * x * (y_pred - y))", "np.sum(2 * x * (y_pred - y))")
RAISES = "import numpy as np\nw = 0.0\ndef forward(x):\n    raise ValueError({text!r})\n"


def gradient(*lines: str) -> str:
    """Put another body into the gradient of a right file."""
    head, _, _ = RIGHT.partition("    return np.mean(2 * x * (y_pred - y))")
    return head + "".join(f"    {line}\n" for line in lines)


def verdicts(path: Path) -> dict[str, str]:
    """Read the verdict of each test, by its name, from JUnit XML."""
    return {str(case.get("name")): properties(case).get("verdict", "") for case in cases(path)}


def cases(path: Path) -> Iterator[ET.Element]:
    return ET.parse(path).getroot().iter("testcase")  # noqa: S314 - what pytest has just written


def properties(case: ET.Element) -> dict[str, str]:
    return {str(each.get("name")): str(each.get("value")) for each in case.iter("property")}


def test_a_right_file_passes_every_open_item(run: Run) -> None:
    result = run(RIGHT)
    result.assert_outcomes(passed=5)
    assert result.ret == pytest.ExitCode.OK


def test_a_failure_is_what_check_prints_for_the_item(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(SUM, "-k", "gradient/examples")
    result.assert_outcomes(failed=1, deselected=4)
    monkeypatch.chdir(folder)
    capsys.readouterr()
    assert main(["check", FILE]) == 1
    printed = capsys.readouterr().out
    _, _, feedback = printed.partition("next: gradient\n")
    lines = feedback.split("\n\n")[0].splitlines()
    assert len(lines) >= 3
    result.stdout.fnmatch_lines([re.sub(r"\[", "[[]", line) for line in lines], consecutive=True)
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*autograder/*")


def test_the_summary_of_a_run_names_the_measured_fact(run: Run) -> None:
    result = run(SUM, "-k", "gradient/numerical")
    result.stdout.fnmatch_lines([f"FAILED {FILE}::gradient/numerical - 2 times the slope*"])


def test_a_failure_on_one_line_has_the_line_of_the_submission(run: Run, folder: Path) -> None:
    result = run(SUM, "-k", "gradient/numerical", "--tb=line")
    line = SUM[: SUM.index("def gradient")].count("\n") + 1
    result.stdout.fnmatch_lines([f"{folder / FILE}:{line}: 2 times the slope*"])


def test_a_stub_fails_as_not_written(run: Run) -> None:
    result = run(None)
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines([f"FAILED {FILE}::forward/examples - the stub is untouched"])


def test_less_than_all_points_is_a_failure(run: Run, folder: Path) -> None:
    """The sum trains faster than the mean: it arrives, which is half of that item."""
    run(SUM, "--junitxml=r.xml").assert_outcomes(passed=2, failed=3)
    training = [*cases(folder / "r.xml")][-1]
    assert training.get("name") == "training/convergence"
    noted = properties(training)
    assert (noted["points"], noted["max_points"], noted["verdict"]) == ("1.0", "2", "failed")


def test_a_derivative_of_the_files_own_wrong_loss_passes(run: Run, folder: Path) -> None:
    run(SUM.replace(".mean()", ".sum()"), "--junitxml=r.xml")
    assert verdicts(folder / "r.xml")["gradient/numerical"] == "carried"


def test_a_file_that_is_not_python_fails_every_item_with_the_reason(run: Run) -> None:
    result = run("Dear teacher,\nthis is my homework\n")
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(["  not valid in Python *: line 1: invalid syntax: Dear teacher,"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_what_is_worth_knowing_of_a_file_is_said_once(run: Run) -> None:
    """Items pass beside a syntax error elsewhere, and the line is worth a look nevertheless."""
    result = run(RIGHT + "\ndef broken(:\n")
    result.assert_outcomes(passed=5)
    line = RIGHT.count("\n") + 2
    assert len([text for text in result.outlines if text.startswith(FILE) and f"line {line}" in text]) == 1


def test_a_hanging_function_fails_and_what_needs_it_is_skipped(run: Run, folder: Path) -> None:
    result = run(gradient("while True: pass"), "--junitxml=r.xml", "--autograder-timeout=0.3", "-rs")
    assert verdicts(folder / "r.xml") == {
        "forward/examples": "passed",
        "loss/examples": "passed",
        "gradient/examples": "timed_out",
        "gradient/numerical": "timed_out",
        "training/convergence": "skipped",
    }
    result.assert_outcomes(passed=2, failed=2, skipped=1)
    result.stdout.fnmatch_lines([f"SKIPPED [[]1[]] {FILE}:1: needs gradient (out of time)"])


def test_a_missing_file_fails_every_item(run: Run, folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / "linear_regression.ipynb").unlink()
    result = run(None)
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines([f"FAILED {FILE}::gradient/numerical - *", "score: 0 of 4 points;*"])


@pytest.mark.parametrize("command", ["::error file=a.py::forged", "##[error]forged", "\x1b[31mforged"])
def test_no_line_of_a_run_is_a_command(run: Run, folder: Path, command: str) -> None:
    """A CI service obeys lines that begin with a command, and a terminal its escapes."""
    text = f"print({command!r})\n" + RAISES.format(text="\n" + command)
    result = run(text, "-rA", "-v", "--junitxml=r.xml")
    obeyed = [line for line in result.outlines if line.lstrip().startswith(("::", "##[")) or "\x1b" in line]
    assert obeyed == []
    assert any("forged" in line for line in result.outlines)
    assert "\x1b" not in (folder / "r.xml").read_text("utf-8")


def test_a_file_that_forges_results_changes_none(run: Run) -> None:
    forging = (ROOT / "tests" / "attacks" / "files" / "forged_reply.py").read_text("utf-8")
    result = run(forging, "-k", "gradient")
    result.assert_outcomes(failed=2, deselected=3)


def test_nothing_of_a_submission_runs_in_the_process_of_pytest(run: Run, folder: Path) -> None:
    mark = "import os, sys\nsys.modules['forged_by_a_submission'] = os\n"
    run(mark + RIGHT, "--doctest-modules", FILE).assert_outcomes(passed=5)
    assert not list(folder.glob("__pycache__/linear_regression*"))


def test_a_failure_of_the_kit_is_an_error_and_no_failure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("of the kit")

    monkeypatch.setattr("autograder.grading.marking.answer_items", fails)
    result = run(RIGHT)
    result.assert_outcomes(errors=5)
    result.stdout.fnmatch_lines(["*RuntimeError: of the kit*", "score: none, as 5 of 5 tests could not be*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_failure_outside_of_marking_is_a_sentence_as_well(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.grading.own_check.open_part", lambda *_: 1 / 0)
    result = run(RIGHT, "-k", "forward")
    result.assert_outcomes(errors=1, deselected=4)
    result.stdout.fnmatch_lines(["the kit failed at this check (ZeroDivisionError: *), and an instructor *"])


def test_a_file_is_marked_once_for_all_of_its_items(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from autograder.grading.marking import grade  # noqa: PLC0415 - before it is replaced

    marked = []

    def count(*arguments: object) -> object:
        marked.append(arguments)
        return grade(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("autograder.grading.marking.grade", count)
    run(RIGHT).assert_outcomes(passed=5)
    assert len(marked) == 1


def test_the_end_of_a_run_ends_what_it_started(
    pytester: pytest.Pytester, folder: Path, descendants: Callable[[int], set[int]]
) -> None:
    (folder / FILE).write_text(RIGHT, "utf-8")
    before = descendants(os.getpid())
    pytester.runpytest_inprocess(*LIGHT).assert_outcomes(passed=5)
    assert descendants(os.getpid()) == before


def test_with_solutions_every_item_of_the_rubric_is_a_test(run: Run) -> None:
    result = run(SUM, f"--autograder-solutions={SOLUTIONS}", "-rA")
    result.assert_outcomes(passed=2, failed=3)
    result.stdout.fnmatch_lines([f"PASSED {FILE}::forward/reference", "score: 5 of 10 points"])


@pytest.mark.parametrize(
    ("name", "text"),
    [("conftest.py", ""), ("test_own.py", ""), ("own_test.py", ""), ("pytest.ini", "[pytest]\n")],
)
def test_what_pytest_obeys_beside_a_submission_is_warned_of_where_there_are_solutions(
    run: Run, folder: Path, name: str, text: str
) -> None:
    (folder / name).write_text(text, "utf-8")
    result = run(RIGHT, f"--autograder-solutions={SOLUTIONS}")
    result.assert_outcomes(passed=5)
    warning = f"{name}: pytest obeys this beside the solutions; *may be forged"
    result.stdout.fnmatch_lines([f"{FILE}: {warning}", "score: 10 of 10 points"])
    run(RIGHT).stdout.no_fnmatch_line(f"*{warning}")


def test_an_exercise_json_that_asks_for_another_exercise_is_refused(run: Run, folder: Path) -> None:
    path = folder / "exercise.json"
    path.write_text(path.read_text("utf-8").replace("ex01_linear_regression", "ex02_bias"), "utf-8")
    result = run(RIGHT, f"--autograder-solutions={SOLUTIONS}")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*exercise.json: ex02_bias is the exercise of line.py, not {FILE}*"])


def test_a_link_to_the_solution_earns_nothing(run: Run, folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).symlink_to(SOLUTIONS / "ex01_linear_regression" / "solution.py")
    result = run(None, f"--autograder-solutions={SOLUTIONS}")
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(["*a link, not a file of its own*", "score: 0 of 10 points"])
    run(None).assert_outcomes(passed=5)  # a student's own link is theirs to make


@pytest.mark.parametrize("others", [[], ["linear_regression.ipynb"]])
def test_what_is_no_regular_file_fails_and_does_not_vanish(run: Run, folder: Path, others: list[str]) -> None:
    for path in folder.glob("linear_regression.*"):
        if path.name not in others:
            path.unlink()
    os.mkfifo(folder / FILE)
    result = run(None)
    result.assert_outcomes(failed=5)
    result.stdout.fnmatch_lines(["*not a regular file*"])
