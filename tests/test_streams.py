"""Streams that are closed, full or gone: the status stays true, and nothing of ours is printed instead."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EX01 = "ex01_linear_regression"
RIGHT = ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py"
WRONG = ROOT / "tests" / "catalogue" / "wrong" / "linreg_grad_sum.py"
SOLUTIONS = ("--solutions", str(ROOT / "solutions"))
GRADE = ("grade", str(WRONG), *SOLUTIONS)
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
CLOSED = "autograder: standard output is closed, and the result was to be printed there\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell closes the streams")


def run(
    redirections: str, *arguments: str | Path, cwd: Path | None = None, environment: str = ""
) -> tuple[int, str, str]:
    """Run a command in a shell with its streams as the shell makes them; its status, output and messages."""
    script = f'{environment} "$@" {redirections}'
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "autograder", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, cwd=cwd, env=BUFFERED)
    return done.returncode, done.stdout, done.stderr


def check(redirections: str, file: Path) -> tuple[int, str, str]:
    return run(redirections, "check", file, "-e", EX01, cwd=ROOT)


@pytest.mark.parametrize("arguments", [GRADE, ("--help",), ("--version",), ("check", str(WRONG), "-e", EX01)])
def test_a_result_that_a_closed_stdout_loses_is_neither_right_nor_to_fix(arguments: tuple[str, ...]) -> None:
    assert run(">&-", *arguments, cwd=ROOT) == (2, "", CLOSED)


def test_what_is_written_to_files_needs_no_stdout(tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, _, err = run(">&-", *GRADE, "-o", out)
    assert (status, err.count("\n")) == (0, 1)
    assert json.loads((out / "report.json").read_text())["submissions"]
    assert run(">&-", "report", out)[0] == 0
    assert run(">&-", "report", out, "--fail-under", "10")[0] == 1
    assert run(">&-", *GRADE, "-o", out, "--diff") == (2, "", CLOSED)
    status, printed, err = run("2>&-", "report", out, "--json")
    assert (status, err) == (0, "")
    assert json.loads(printed)["schema"] == "autograder-report/1"  # no message became a part of it


def test_with_every_stream_closed_the_status_is_all_there_is(tmp_path: Path) -> None:
    assert check("<&- >&- 2>&-", RIGHT) == (2, "", "")
    assert run("2>&-", "report", tmp_path) == (2, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_reported_and_no_traceback(tmp_path: Path) -> None:
    status, _, err = check(">/dev/full", WRONG)
    assert status == 2
    assert err == "autograder: [Errno 28] No space left on device\n"
    assert run(">/dev/full 2>/dev/full", "--help")[0] == 2
    assert run("2>/dev/full", "report", tmp_path)[0] == 2
    for environment in ("", "PYTHONUNBUFFERED=1"):
        assert run(">/dev/full", "--help", environment=environment)[0] == 2
    assert run("2>/dev/full")[0] == 2


@pytest.mark.parametrize("arguments", [("--help",), ("check", str(RIGHT), "-e", EX01)])
def test_a_reader_that_has_seen_enough_is_no_failure(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "autograder", *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=BUFFERED
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process:
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_what_a_student_prints_goes_nowhere_where_stdout_is_closed(tmp_path: Path) -> None:
    """A closed descriptor is the next one to be given away; nothing of ours may be written over for that."""
    noisy = tmp_path / "noisy.py"
    noisy.write_text(f"print('x' * 10_000)\nimport os\nos.write(1, b'y' * 100)\n{RIGHT.read_text('utf-8')}")
    out = tmp_path / "out"
    assert run("<&- >&- 2>&-", "grade", noisy, *SOLUTIONS, "-o", out)[0] == 0
    (submission,) = json.loads((out / "report.json").read_text())["submissions"]
    assert submission["score"] == submission["max_score"]
