"""The commands as people run them: output, exit status, and every kind of bad input."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.demo import make_class
from autograder.cli import main
from autograder.facts.isolation import Isolation
from autograder.facts.syntax import PYTHON_VERSION
from tests.threads import OneThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun
    from autograder.student.backend import Backend

ROOT = Path(__file__).resolve().parents[1]
EX01 = "ex01_linear_regression"
FILE = "linear_regression.py"
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
SUM = RIGHT.replace("np.mean(2 * x * (y_pred - y))", "np.sum(2 * x * (y_pred - y))")
Command = "Callable[..., tuple[int, str, str]]"


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    forking: Backend,
    prepared: Callable[..., ClassRun],
    unclosed: Callable[[Backend], Backend],
    warm: None,  # noqa: ARG001 - it sets what commands use
    read_once: None,  # noqa: ARG001 - as above
) -> Command:
    """Run a command in an empty folder, with a warm zygote; returns its status, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("autograder.classes.batches.prepare", prepared)
    monkeypatch.setattr("autograder.cli.engine.Workers", OneThread)  # one zygote
    monkeypatch.setattr("autograder.classes.batches.best_backend", lambda: unclosed(forking))

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def class_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ada.py").write_text(RIGHT)
    (folder / "grace.py").write_text(SUM)
    return folder


# grade


def test_grade_prints_a_table_and_writes_the_results(command: Command, class_folder: Path) -> None:
    status, out, err = command("grade", class_folder, "-o", "results", "--seed", "7")
    assert status == 0
    assert "ada      2          2          2          2          2            10 / 10" in out
    assert "gradient/sum-not-mean" in out
    assert "grades.csv, class.json, report.html in results\n" in err
    rows = list(csv.DictReader(Path("results/grades.csv").read_text("utf-8").splitlines()))
    assert [(row["student"], row["score"]) for row in rows] == [("ada", "10.0"), ("grace", "5.0")]
    report = json.loads(Path("results/report.json").read_text())
    assert (report["schema"], report["seed"]) == ("autograder-report/1", 7)
    summed_up = json.loads(Path("results/class.json").read_text())
    assert (summed_up["schema"], summed_up["seed"]) == ("autograder-class/1", 7)
    assert summed_up["score"] == {"count": 2, "mean": 7.5, "median": 7.5, "max_score": 10.0}


def test_the_folder_of_results_is_no_student(command: Command, class_folder: Path) -> None:
    for _ in range(2):
        out = command("grade", class_folder, "-o", class_folder / "results", "--json")[1]
        assert [s["student"] for s in json.loads(out)["submissions"]] == ["ada", "grace"]


def test_grade_with_json_prints_one_document_and_nothing_else(command: Command, class_folder: Path) -> None:
    status, out, err = command("grade", class_folder, "--json", "--seed", "7")
    document = json.loads(out)
    assert (status, err) == (0, "")
    assert [s["file"] for s in document["submissions"]] == ["ada.py", "grace.py"]
    assert document["isolation"].startswith("sealed")
    assert set(document["versions"]) == {"autograder", "python", "numpy"}


def test_the_same_class_earns_the_same_report_twice(command: Command, class_folder: Path) -> None:
    reports = []
    for _ in range(2):
        document = json.loads(command("grade", class_folder, "--json")[1])
        for submission in document["submissions"]:
            del submission["seconds"]
        reports.append(document)
    assert reports[0] == reports[1]


def test_exports_are_written_beside_the_table_or_printed_in_its_place(
    command: Command, class_folder: Path
) -> None:
    status, out, err = command("grade", class_folder, "-o", "results", "--export", "junit=reports/junit.xml")
    assert status == 0, err
    assert "ada      2" in out
    assert 'file="class/grace.py" line=' in Path("reports/junit.xml").read_text("utf-8")
    status, out, _ = command("report", "results", "--export", "github=-", "--export", "markdown=class.md")
    assert (status, out.startswith("::error title=grace%3A gradient/")) == (0, True)
    assert "| grace | 5 / 10 |" in Path("class.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("export", "reason"),
    [("xml=a", "there is no format 'xml'"), ("gradescope=a", "describes one submission, and there are 2")],
)
def test_an_export_that_cannot_be_is_refused_before_anything_is_graded(
    command: Command, class_folder: Path, monkeypatch: pytest.MonkeyPatch, export: str, reason: str
) -> None:
    monkeypatch.setattr("autograder.classes.whole_class.WholeClass.grade", None)  # would raise
    status, out, err = command("grade", class_folder, "--export", export)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert reason in err
    assert os.listdir() == ["class"]  # noqa: PTH208 - names alone


def test_a_check_exports_open_items(command: Command, class_folder: Path) -> None:
    status, out, _ = command("check", class_folder / "grace.py", "-e", EX01, "--export", "prairielearn=-")
    assert status == 1
    names = [test["name"] for test in json.loads(out)["tests"]]
    assert "gradient is the slope of this file's loss" in names
    assert not any("reference" in name for name in names)


def test_a_repository_is_graded_as_one_submission(command: Command, class_folder: Path) -> None:
    (class_folder / "ada.py").rename(class_folder / "linear_regression.py")  # beside grace.py
    status, out, _ = command("grade", class_folder, "--one", "--export", "prairielearn=-")
    assert (status, json.loads(out)["score"]) == (0, 1.0)
    status, _, err = command("grade", class_folder, class_folder, "--one")
    assert (status, err) == (2, "autograder: --one is about one PATH, the folder of a student\n")


def test_an_exercise_that_is_named_by_its_path_is_taken_before_one_beside_the_file(
    command: Command, class_folder: Path
) -> None:
    (class_folder / "exercise.json").write_text("{}")
    exercise = ROOT / "exercises" / EX01 / "exercise.json"
    status, out, _ = command("check", class_folder / "ada.py", "-e", exercise)
    assert status == 0, out
    status, _, err = command("check", class_folder / "ada.py", "-e", class_folder / "exercise.json")
    assert status == 2
    assert "cannot be used as an exercise" in err


def test_fail_under_is_for_ci(command: Command, class_folder: Path) -> None:
    assert command("grade", class_folder, "--fail-under", "5")[0] == 0
    assert command("grade", class_folder, "--fail-under", "5.5")[0] == 1


def test_feedback_is_shown_when_asked_for(command: Command, class_folder: Path) -> None:
    assert "usually" not in command("grade", class_folder)[1]
    assert "A sum where the task asks for a mean" in command("grade", class_folder, "--feedback")[1]


def test_every_bad_file_costs_itself_alone(command: Command, class_folder: Path) -> None:
    (class_folder / "binary.py").write_bytes(b"\x89PNG\0")
    (class_folder / "directory.py").mkdir()
    (class_folder / "empty.py").touch()
    (class_folder / "latin.py").write_bytes(b"# gr\xf6\xdfe\n")
    (class_folder / "syntax.py").write_text("def forward(x:\n")
    (class_folder / 'O\'Brien, "Bo" é.py').write_text(RIGHT)
    (class_folder / "two.py").write_text(SUM)
    (class_folder / "two").mkdir()
    (class_folder / "two" / "linear_regression.py").write_text(RIGHT)
    os.mkfifo(class_folder / "pipe.py")
    status, out, _ = command("grade", class_folder, "--json")
    assert status == 0
    submissions = {s["student"]: s for s in json.loads(out)["submissions"]}
    assert {name: (s["status"], s["score"]) for name, s in submissions.items()} == {
        'O\'Brien, "Bo" é': ("graded", 10.0),
        "ada": ("graded", 10.0),
        "binary": ("unreadable", 0.0),
        "directory": ("unreadable", 0.0),
        "empty": ("unreadable", 0.0),
        "grace": ("graded", 5.0),
        "latin": ("unreadable", 0.0),
        "pipe": ("unreadable", 0.0),
        "syntax": ("unreadable", 0.0),
        "two": ("unreadable", 0.0),
    }
    reasons = {name: s["advice"][0]["message"] for name, s in submissions.items() if s["advice"]}
    assert reasons == {
        "binary": "not a Python file: it holds binary data",
        "directory": "a folder where a file should be",
        "empty": "the file is empty",
        "latin": "not UTF-8: line 1 holds the byte 0xf6",
        "pipe": "not a regular file",
        "syntax": f"not valid in {PYTHON_VERSION}: line 1: '(' was never closed: def forward(x:",
        "two": f"two files for one student: {class_folder / 'two.py'} and "
        f"{class_folder / 'two' / 'linear_regression.py'}",
    }


def test_hand_ins_as_they_come_are_marked_or_named(command: Command, class_folder: Path) -> None:
    (class_folder / "emmy" / "hw").mkdir(parents=True)
    (class_folder / "emmy" / "hw" / "linear_regression.py").write_text(RIGHT)
    (class_folder / "joan.py.txt").write_text(RIGHT)
    (class_folder / "kurt.docx").write_text("x")
    (class_folder / "README.md").write_text("x")
    status, out, err = command("grade", class_folder, "--json")
    assert (status, err) == (0, "autograder: left out: README.md\n")
    submissions = {s["student"]: s for s in json.loads(out)["submissions"]}
    assert {name: s["score"] for name, s in submissions.items()} == {
        "ada": 10.0,
        "emmy": 10.0,
        "grace": 5.0,
        "joan": 10.0,
        "kurt": 0.0,
    }
    advice = {name: (s["status"], s["advice"]) for name, s in submissions.items() if s["advice"]}
    assert {name: (status, one["note"], one["message"]) for name, (status, [one]) in advice.items()} == {
        "emmy": (
            "graded",
            "file/deeper",
            "the file lies in hw, and was read there; no points are lost by it",
        ),
        "joan": (
            "graded",
            "file/named-otherwise",
            f"joan.py.txt is a script by its content, and was read as one; the task asks for {FILE}",
        ),
        "kurt": (
            "unreadable",
            "file/unreadable",
            "a .docx file; the task asks for linear_regression.py or linear_regression.ipynb",
        ),
    }


def test_a_zip_is_graded_once_and_leaves_nothing_behind(
    command: Command, class_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.make_archive(str(class_folder), "zip", class_folder)
    (tmp_path / "unpacked").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "unpacked"))
    reports = []
    for _ in range(2):
        status, _, _ = command("grade", "class.zip", "-o", "results")
        assert status == 0
        reports.append(Path("results/report.json").read_bytes())  # with the seconds that each took
    assert reports[0] == reports[1]
    assert [s["file"] for s in json.loads(reports[0])["submissions"]] == ["ada.py", "grace.py"]
    assert list((tmp_path / "unpacked").iterdir()) == []


def test_names_of_a_platform_are_read_as_such_or_as_said(command: Command, class_folder: Path) -> None:
    (class_folder / "ada.py").rename(class_folder / "lovelaceada_12345_678901_hw.py")
    (class_folder / "grace.py").rename(class_folder / "hoppergrace_LATE_12346_678902_hw.py")
    status, out, err = command("grade", class_folder, "--json")
    assert (status, err) == (0, "autograder: names read as Canvas's\n")
    assert [s["student"] for s in json.loads(out)["submissions"]] == ["hoppergrace", "lovelaceada"]
    out = command("grade", class_folder, "--json", "--names", "[a-z]+_(?P<student>LATE|[0-9]+)")[1]
    assert [s["student"] for s in json.loads(out)["submissions"]] == ["12345", "LATE"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_costs_itself_alone(command: Command, class_folder: Path) -> None:
    (class_folder / "ada.py").chmod(0)
    submissions = json.loads(command("grade", class_folder, "--json")[1])["submissions"]
    assert [s["status"] for s in submissions] == ["unreadable", "graded"]


def test_our_own_failure_is_broken_and_never_a_zero(
    command: Command, class_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("autograder.grading.marking.answer_items", fail)
    status, out, err = command("grade", class_folder, "--json")
    assert status == 2
    assert {(s["status"], s["score"]) for s in json.loads(out)["submissions"]} == {("broken", None)}
    assert "the kit failed" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("grade", "nowhere"), "nowhere: no such file or folder"),
        (("grade", "empty"), "empty: nothing to grade: no .py file"),
        (("grade", "class", "-e", "ex99"), "no exercise 'ex99'"),
        (
            ("grade", "empty/kurt.docx"),
            "empty/kurt.docx: a .docx file; the task asks for linear_regression.py",
        ),
        (("grade", "empty/class.zip"), "empty/class.zip: the file is empty"),
        (("grade", "class", "--names", "a("), "--names a(: not a regular expression"),
        (("grade", "class", "-o", "class/ada.py"), "class/ada.py: cannot be written to"),
        (("grade", "class", "--solutions", "nowhere"), "nowhere: no such folder of solutions"),
        (("grade", "class", "--solutions", "empty"), "empty holds no exercise"),
        (("check", "nowhere.py"), "nowhere.py: no such file"),
        (("check", "empty"), "empty: no .py or .ipynb file here; name the file to check"),
        (("check", "class/ada.py", "-e", "ex99"), "no exercise 'ex99' found"),
        (("release", "--solutions", "empty"), "empty holds no exercise"),
        (("verify", "ex99"), "no exercise 'ex99'"),
        (("demo", "class/ada.py"), "class/ada.py: cannot be written to"),
    ],
)
def test_unusable_arguments_get_one_clear_line(
    command: Command, class_folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    (class_folder.parent / "empty").mkdir()
    for name in {argument for argument in arguments if argument.startswith("empty/")}:
        Path(name).touch()
    status, out, err = command(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"autograder: {told}")
    assert err.count("\n") == 1


def test_solutions_handed_in_by_a_student_are_not_run(command: Command, class_folder: Path) -> None:
    (class_folder / "solutions" / EX01).mkdir(parents=True)
    (class_folder / "solutions" / EX01 / "rubric.py").write_text("raise SystemExit('run')")
    os.chdir(class_folder)
    status, _, err = command("grade", ".")
    assert status == 2
    assert f"solutions lies inside {class_folder}, and may have been handed in there" in err
    assert err.count("\n") == 1


def test_an_interrupt_leaves_the_old_results_as_they_are(
    class_folder: Path, tmp_path: Path, descendants: Callable[[int], set[int]]
) -> None:
    out = tmp_path / "results"
    out.mkdir()
    (out / "grades.csv").write_text("old\n")
    (class_folder / "slow.py").write_text("import time\ntime.sleep(60)\n" + RIGHT)
    arguments = ["grade", str(class_folder / "slow.py"), "-o", str(out), "--timeout", "50"]
    process = subprocess.Popen(
        [sys.executable, "-m", "autograder", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    seen: set[int] = set()
    sessions: set[int] = set()
    while len(sessions) < 3:  # of the zygote, the reference, and the submission
        found = descendants(process.pid)
        seen |= found
        for pid in found:
            with contextlib.suppress(ProcessLookupError):
                sessions.add(os.getsid(pid))
        sessions.discard(os.getsid(0))
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    kept, interrupted = err.splitlines()[-2:]
    assert kept == "0 of 1 were graded and are kept; the same command goes on"
    assert interrupted == "autograder: interrupted; nothing more was written"
    assert (out / "grades.csv").read_text() == "old\n"
    assert {path.name for path in out.iterdir()} == {"grades.csv", "results.sqlite"}
    assert not any(Path(f"/proc/{pid}").exists() for pid in seen)


# check


@pytest.fixture
def exercise_folder(tmp_path: Path) -> Path:
    """Copy a released exercise, without any solutions near it."""
    folder = tmp_path / "handout"
    folder.mkdir()
    for path in (ROOT / "exercises" / EX01).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_check_shows_the_stub_what_is_to_do(command: Command, exercise_folder: Path) -> None:
    os.chdir(exercise_folder)
    status, out, _ = command("check")
    assert status == 1
    assert "missing   forward    matches the examples in the task" in out
    assert "0 of 5 open items pass; 3 more (6 points) are marked after hand-in" in out


def test_check_passes_a_right_file_without_promising_more(command: Command, exercise_folder: Path) -> None:
    (exercise_folder / "linear_regression.py").write_text(RIGHT)
    status, out, _ = command("check", exercise_folder)
    assert status == 0
    assert "all open items pass; 3 more (6 points) are marked after hand-in\n\nShown here: " in out


def test_check_finds_a_loss_and_a_gradient_that_do_not_belong_together(
    command: Command, exercise_folder: Path
) -> None:
    (exercise_folder / "linear_regression.py").write_text(SUM)
    status, out, _ = command("check", exercise_folder, "--json")
    (submission,) = json.loads(out)["submissions"]
    items = {item["id"]: item for item in submission["items"]}
    assert status == 1
    assert items["gradient/examples"]["verdict"] == "failed"
    assert items["gradient/numerical"]["measured"].startswith(
        "2 times the slope of this file's loss at N = 2"
    )
    assert "reference" not in {item["oracle"] for item in submission["items"]}
    assert submission["max_score"] == 4.0


def test_check_of_a_syntax_error_names_the_line(command: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def forward(x:\n")
    status, out, _ = command("check", "mine.py")
    assert status == 1
    assert f"not valid in {PYTHON_VERSION}: line 1: '(' was never closed" in out


# the others


def test_release_writes_beside_the_solutions_it_reads(command: Command, tmp_path: Path) -> None:
    source = ROOT / "solutions" / EX01
    for path in filter(Path.is_file, source.iterdir()):
        copy = tmp_path / "course" / "solutions" / EX01 / path.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    os.chdir(tmp_path / "course")
    status, out, _ = command("release")
    assert status == 0
    assert "wrote linear_regression.py, linear_regression.ipynb, README.md, exercise.json" in out
    for path in (ROOT / "exercises" / EX01).iterdir():
        assert (tmp_path / "course" / "exercises" / EX01 / path.name).read_bytes() == path.read_bytes()
    assert "is current" in command("release", EX01)[1]


def test_release_into_an_nbgrader_course_writes_its_source_folder(command: Command, tmp_path: Path) -> None:
    status, out, err = command("release", "--nbgrader", "course", EX01)
    folder = Path("course") / "source" / EX01
    assert (status, err) == (0, "")
    assert out == f"{folder}: wrote linear_regression.ipynb, exercise.json\n"
    assert {path.name for path in tmp_path.rglob("*.*")} == {"linear_regression.ipynb", "exercise.json"}


def test_a_source_notebook_that_an_instructor_edited_stays(command: Command) -> None:
    command("release", "--nbgrader", "course")
    notebook = Path("course/source") / EX01 / "linear_regression.ipynb"
    notebook.write_text(notebook.read_text("utf-8").replace('"points": 2', '"points": 3'), "utf-8")
    edited = notebook.read_bytes()
    status, _, err = command("release", "--nbgrader", "course")
    assert (status, notebook.read_bytes()) == (2, edited)
    assert "linear_regression.ipynb was edited after its release" in err
    assert command("release", "--nbgrader", "course", "--force")[0] == 0
    assert notebook.read_bytes() != edited


@pytest.mark.parametrize(("there", "told"), [(EX01, "finds another"), ("ex02", "finds no")])
def test_release_tells_where_a_course_would_grade_by_another_key(
    command: Command, tmp_path: Path, there: str, told: str
) -> None:
    key = Path(shutil.copytree(ROOT / "solutions" / EX01, tmp_path / "course" / "solutions" / there))
    (key / "mistakes.py").write_text((key / "mistakes.py").read_text("utf-8") + "\n", "utf-8")
    status, _, err = command("release", "--nbgrader", "course")
    assert status == 0
    assert f"nbgrader autograde in course {told} {EX01} in {key.parent}: copy {ROOT / 'solutions'}" in err


def test_demo_prints_what_the_readme_shows(command: Command) -> None:
    status, out, _ = command("demo")
    assert status == 0
    files = {path.name for path in Path("autograder-demo/results").iterdir()}
    assert files == {
        "report.json",
        "report.jsonl",
        "grades.csv",
        "class.json",
        "report.html",
        "results.sqlite",
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    excerpt = readme.split("autograder demo\n")[1].split("Below, `autograder` stands")[0]
    shown = [line.removeprefix("    ") for line in excerpt.splitlines() if line.strip() not in ("", "...")]
    printed = out.splitlines()
    assert len(shown) > 10
    assert [line for line in shown if line not in printed] == []
    assert out.endswith(f"{shown[-1]}\n")


def test_demo_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "submissions").mkdir()
    (tmp_path / "submissions" / "ada.py").write_text(SUM)
    assert make_class(tmp_path) == tmp_path / "submissions"
    assert (tmp_path / "submissions" / "ada.py").read_text() == SUM
    assert (tmp_path / "submissions" / "grace.py").exists()


def test_without_arguments_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([])
    assert exit_.value.code == 2
    assert "usage: autograder" in capsys.readouterr().err


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "1e9", "soon"])
def test_a_time_limit_has_to_be_one(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["grade", "x", "--timeout", seconds])
    assert exit_.value.code == 2
    assert "--timeout" in capsys.readouterr().err


# isolation


def test_doctor_tells_what_holds_and_what_does_not(
    command: Command,
    unsealed: Backend,
    unclosed: Callable[[Backend], Backend],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status, out, _ = command("doctor")
    assert "one submission:" in out
    assert "read system files          closed" in out
    monkeypatch.setattr("autograder.cli.doctor.best_backend", lambda: unclosed(unsealed))
    weak_status, weak, _ = command("doctor")
    assert (status, weak_status) == (0, 1)
    assert "isolation: process, student processes start by fork" in weak
    assert "landlock     missing: not wanted" in weak
    assert "read system files          open: the layer for it is missing" in weak


def test_grade_tells_of_a_missing_layer_and_refuses_where_it_is_required(
    command: Command,
    class_folder: Path,
    unsealed: Backend,
    unclosed: Callable[[Backend], Backend],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status, _, err = command("grade", class_folder, "--require-isolation")
    assert (status, err) == (0, "")
    monkeypatch.setattr("autograder.classes.batches.best_backend", lambda: unclosed(unsealed))
    status, _, err = command("grade", class_folder)
    assert status == 0
    assert err.count("\n") == 1
    assert "isolation is process, without landlock (not wanted), seccomp (not wanted)" in err
    status, out, err = command("grade", class_folder, "--require-isolation")
    assert (status, out) == (2, "")
    assert "a submission could read files of the person who grades" in err


def test_grade_refuses_where_isolation_does_not_hold_what_it_promises(
    command: Command,
    class_folder: Path,
    unsealed: Backend,
    unclosed: Callable[[Backend], Backend],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boastful = unclosed(unsealed)
    boastful.isolation = Isolation("fork", {})
    monkeypatch.setattr("autograder.classes.batches.best_backend", lambda: boastful)
    status, out, err = command("grade", class_folder)
    assert (status, out) == (2, "")
    assert "isolation does not hold: a submission could read system files" in err


# what is believed


@pytest.mark.parametrize("start", ["-P", ""])
def test_nothing_is_imported_from_the_folder_one_stands_in(tmp_path: Path, start: str) -> None:
    """Neither where Python puts it on the path, nor where an empty entry of PYTHONPATH does."""
    for name in ("argparse", "json", "signal", "numpy"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('handed in')\n")
    code = "from autograder.__main__ import entry_point; entry_point()"
    command = [sys.executable, *filter(None, [start]), "-c", code, "--version"]
    path = os.pathsep.join(["", str(ROOT)] if start else [str(ROOT)])
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("autograder ")


def test_an_exercise_that_is_not_the_kits_own_is_named(command: Command, exercise_folder: Path) -> None:
    path = exercise_folder / "exercise.json"
    os.chdir(exercise_folder)
    (exercise_folder / FILE).write_text(RIGHT)
    assert "the exercise is that of" not in command("check", FILE)[2]
    path.write_text(path.read_text("utf-8").replace('"lr": 0.01', '"lr": 0.011'), "utf-8")
    assert command("check", FILE)[2] == f"autograder: the exercise is that of {path.resolve()}\n"


def test_an_exercise_that_asks_for_less_passes_nobody(command: Command, exercise_folder: Path) -> None:
    path = exercise_folder / "exercise.json"
    document = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**document, "items": document["items"][-1:]}), "utf-8")
    status, out, err = command("check", exercise_folder / FILE)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "cannot be used as an exercise: no item asks for forward" in err


def test_release_and_verify_refuse_exercises_that_others_can_write_to(
    command: Command, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(ROOT / "solutions", tmp_path / "solutions"))
    copied.chmod(0o777)
    for arguments in (("verify",), ("release",), ("release", "--nbgrader", "course"), ("grade", "class")):
        status, out, err = command(*arguments)
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert f"{copied} is not used: others can write to {copied}; " in err
