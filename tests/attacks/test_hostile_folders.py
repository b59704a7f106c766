"""What is handed in beside a submission, or as its name, changes nothing."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.cli import grade as command
from autograder.cli import main
from autograder.student.launch import environment

ROOT = Path(__file__).resolve().parents[2]
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
TRAP = "raise SystemExit('a file that was handed in was run')\n"
SHADOWS = (
    "numpy",
    "json",
    "struct",
    "ctypes",
    "sitecustomize",
    "usercustomize",
    "conftest",
    "autograder_plugin",
)


def grade(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Grade a folder from within it, as `python -m`, which would look for modules there first."""
    command = [sys.executable, "-m", "autograder", "grade", ".", "--json", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def student(tmp_path: Path) -> Path:
    """Make a class of one, with a right file."""
    folder = tmp_path / "class" / "mallory"
    folder.mkdir(parents=True)
    (folder / "linear_regression.py").write_text(RIGHT, encoding="utf-8")
    return folder


def scores(done: subprocess.CompletedProcess[str]) -> dict[str, float | None]:
    assert done.returncode == 0, done.stderr
    return {s["student"]: s["score"] for s in json.loads(done.stdout)["submissions"]}


@pytest.mark.parametrize("where", ["class", "class/mallory"])
def test_modules_that_were_handed_in_are_imported_by_nobody(student: Path, where: str) -> None:
    folder = student.parents[1] / where
    for name in SHADOWS:
        (student / f"{name}.py").write_text(TRAP, encoding="utf-8")
        (student.parent / f"{name}.py").write_text(TRAP, encoding="utf-8")
    (student / "trap.pth").write_text("import sys; sys.exit('a .pth file was run')\n", encoding="utf-8")
    (student / "numpy").mkdir()
    (student / "numpy" / "__init__.py").write_text(TRAP, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", str(student / "linear_regression.py"), "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert list(scores(done).values()) == [10.0]


def test_a_link_to_what_the_judge_may_read_is_refused(student: Path) -> None:
    for name, target in (("a", "/etc/passwd"), ("b", str(student / "linear_regression.py")), ("c", "c")):
        (student.parent / name).mkdir()
        (student.parent / name / "linear_regression.py").symlink_to(target)
    (student.parent / "d").symlink_to(student)
    os.mkfifo(student.parent / "pipe.py")
    found = scores(grade(student.parent))
    assert found["mallory"] == 10.0
    assert {found[name] for name in ("a", "b", "c", "d", "pipe")} == {0.0}


@pytest.mark.parametrize("what", ["link", "pipe"])
def test_what_takes_a_files_place_while_the_class_is_graded_is_not_read(
    student: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    """Whoever may write beside the class waits until it is listed; what is swapped then costs itself."""
    (student.parent / "eve.py").write_text("w = 0.0\n", encoding="utf-8")
    graded = command._grade  # noqa: SLF001 - between the finding and the grading

    def swapped(*arguments: Any) -> None:  # noqa: ANN401 - whatever comes
        (student.parent / "eve.py").unlink()
        if what == "link":
            (student.parent / "eve.py").symlink_to(student / "linear_regression.py")
        elif what == "pipe":
            os.mkfifo(student.parent / "eve.py")
        else:
            student.rename(student.parent.parent / "elsewhere")
            student.symlink_to(student.parent.parent / "elsewhere")
        graded(*arguments)

    monkeypatch.setattr(command, "_grade", swapped)
    assert main(["grade", str(student.parent), "--json", "--quiet"]) == 0
    marks = {s["student"]: s["score"] for s in json.loads(capsys.readouterr().out)["submissions"]}
    assert marks == {"eve": 0.0, "mallory": 0.0 if what == "folder" else 10.0}


NAMES = (
    "=cmd|'/c calc'!A1",
    "::error::x",
    "::set-output name=score::100",
    "##[error]x",
    "\x1b[31mred",
    "new\nline",
    "<script>alert(1)</script>",
    "a..; rm -rf ~",
    "a\u202eb",
    "\uff45\uff56\uff49\uff4c",
    "-o",
    "@SUM(1)",
    "%s%n {0} $HOME `id`",
)


def test_names_are_data(student: Path, tmp_path: Path) -> None:
    """Whatever a file is called, it is graded, and no exporter passes on what someone would obey."""
    for name in NAMES:
        (student.parent / f"{name}.py".replace("/", "\N{DIVISION SLASH}")).write_text(RIGHT, encoding="utf-8")
    out = tmp_path / "out"
    command = [sys.executable, "-m", "autograder", "grade", ".", "--feedback", "-o", str(out)]
    shown = subprocess.run(command, cwd=student.parent, capture_output=True, text=True, check=True)
    document = (out / "report.json").read_text("ascii")
    assert [s["score"] for s in json.loads(document)["submissions"]] == [10.0] * (len(NAMES) + 1)
    for text in (document, shown.stdout, shown.stderr):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert not any(line.strip().startswith("::") or "##[" in line for line in text.splitlines())
    with (out / "grades.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "::")) for cell in cells)


def test_the_environment_of_a_student_process_holds_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "AWS_SECRET_ACCESS_KEY", "HOME", "USER", "PYTHONPATH", "LD_PRELOAD"):
        monkeypatch.setenv(name, "secret")
    assert "secret" not in environment().values()
    assert environment()["PYTHONHASHSEED"] == "0"
