"""Runs of whole classes: stopped and gone on with, graded anew, in shards, and told again."""

from __future__ import annotations

import csv
import errno
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from autograder.classes import batches, whole_class
from autograder.classes.store import RESULTS_FILE, Store
from autograder.classes.workers import Workers
from autograder.cli import main
from autograder.cli.grade import _in_shard
from autograder.cli.progress import progress, progress_line
from autograder.submission.read import HandIn
from tests.threads import OneThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.classes.run import ClassRun
    from autograder.facts.report import Report
    from autograder.student.backend import Backend

ROOT = Path(__file__).resolve().parents[1]
BACKEND_OF_A_WORKER = batches.backend_here
EX01 = "ex01_linear_regression"
RIGHT = (ROOT / "tests" / "catalogue" / "correct" / "linreg_reference.py").read_text("utf-8")
SUM = RIGHT.replace("np.mean(2 * x * (y_pred - y))", "np.sum(2 * x * (y_pred - y))")
FORMS = ("report.json", "report.jsonl", "grades.csv", "class.json", "report.html")
Command = "Callable[..., tuple[int, str, str]]"


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List who was graded, as it happens."""
    students = []
    grade = batches.grade

    def noted(found: HandIn, *others: Any) -> object:  # noqa: ANN401 - whatever grade takes
        students.append(found.student)
        return grade(found, *others)

    monkeypatch.setattr(batches, "grade", noted)
    return students


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    forking: Backend,
    prepared: Callable[..., ClassRun],
    unclosed: Callable[[Backend], Backend],
    read_once: None,  # noqa: ARG001 - it sets what commands use
) -> Command:
    """Run a command in the test's folder, with a warm zygote; returns its status, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batches, "backend_here", lambda: unclosed(forking))
    monkeypatch.setattr("autograder.cli.engine.Workers", OneThread)  # sees what is set
    monkeypatch.setattr(batches, "prepare", prepared)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def students(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    for name, text in {"ada": RIGHT, "bob": SUM, "eve": RIGHT}.items():
        (folder / f"{name}.py").write_text(text)
    return folder


@pytest.fixture
def solutions(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "solutions", tmp_path / "solutions"))


def cheapen(solutions: Path) -> None:
    """Let the gradient be worth half."""
    rubric = solutions / EX01 / "rubric.py"
    text = rubric.read_text("utf-8")
    rubric.write_text(
        text.replace(
            'Item("gradient", reference, points=2)',
            'Item("gradient", reference, points=1)',
        ),
        "utf-8",
    )
    assert rubric.read_text("utf-8") != text


def forms(folder: Path) -> dict[str, object]:
    """Read all that was written, byte for byte but for the times."""

    def timeless(text: str) -> str:
        return "\n".join(line.split('"seconds": ')[0] for line in text.split("\n"))

    return {name: timeless((folder / name).read_text("utf-8")) for name in FORMS}


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(RESULTS_FILE)
    }


def scores(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / "grades.csv").read_text("utf-8").splitlines()
    return [(row["student"], row["score"]) for row in csv.DictReader(lines)]


def rows(folder: Path) -> list[Report]:
    with Store.existing(folder) as store:
        return [*store.reports()]


# the same command again


def test_who_is_unchanged_is_not_graded_again(command: Command, students: Path, graded: list[str]) -> None:
    command("grade", students, "-o", "out")
    before = everything(Path("out"))
    assert command("grade", students, "-o", "out")[0] == 0
    assert graded == ["ada", "bob", "eve"]
    assert everything(Path("out")) == before


def test_a_changed_file_is_graded_again_and_no_other(
    command: Command, students: Path, graded: list[str]
) -> None:
    command("grade", students, "-o", "out")
    (students / "bob.py").write_text(RIGHT)
    _, out, err = command("grade", students, "-o", "out")
    assert graded[3:] == ["bob"]
    assert "2 of 3 are graded already and unchanged" in err
    assert "10 / 10" in next(line for line in out.splitlines() if line.startswith("bob"))


def _rows(folder: Path) -> dict[str, str]:
    """Read each student's row of the grades, which report.json has to have as well."""
    lines = (folder / "grades.csv").read_text("utf-8").splitlines()[1:]
    rows = {line.partition(",")[0]: line for line in lines}
    document = json.loads((folder / "report.json").read_text("utf-8"))
    assert [one["student"] for one in document["submissions"]] == [*rows]
    assert json.loads((folder / "class.json").read_text("utf-8"))["submissions"] == len(rows)
    return rows


def test_regrade_grades_everybody_again(command: Command, students: Path, graded: list[str]) -> None:
    for _ in range(2):
        command("grade", students, "-o", "out", "--regrade")
    assert Counter(graded) == Counter({"ada": 2, "bob": 2, "eve": 2})


@pytest.mark.parametrize("more", [[], ["--regrade"], ["--apply"]])
def test_one_student_graded_into_the_results_of_a_class_leaves_the_others_as_they_are(
    command: Command, students: Path, graded: list[str], tmp_path: Path, more: list[str]
) -> None:
    command("grade", students, "-o", "out")
    before = _rows(tmp_path / "out")
    (students / "bob.py").write_text(RIGHT)
    status, _, err = command("grade", students / "bob.py", "-o", "out", *more)
    after = _rows(tmp_path / "out")
    assert (status, graded[3:]) == (0, ["bob"])
    assert "2 others in out keep their marks" in err
    assert before.keys() == after.keys()
    assert {student for student in before if before[student] != after[student]} == {"bob"}


def test_marks_of_others_that_were_made_with_another_seed_are_not_mixed_with_new_ones(
    command: Command, students: Path
) -> None:
    command("grade", students, "-o", "out")
    for more in ("--regrade", "--apply"):
        status, _, err = command("grade", students / "bob.py", "-o", "out", more, "--seed", "5")
        assert status == 2
        assert "holds marks of others, made with another seed" in err
    assert command("grade", students / "bob.py", "-o", "out", "--diff", "--seed", "5")[0] == 0


def test_a_student_whose_file_was_taken_out_of_the_folder_leaves_the_class(
    command: Command, students: Path, tmp_path: Path
) -> None:
    command("grade", students, "-o", "out")
    (students / "bob.py").unlink()
    command("grade", students, "-o", "out")
    assert _rows(tmp_path / "out").keys() == {"ada", "eve"}


def test_files_handed_in_later_join_the_class(command: Command, students: Path, tmp_path: Path) -> None:
    command("grade", students, "-o", "out")
    late = tmp_path / "late"
    late.mkdir()
    (late / "zoe.py").write_text(RIGHT)
    command("grade", late, "-o", "out")
    assert _rows(tmp_path / "out").keys() == {"ada", "bob", "eve", "zoe"}


def test_what_was_broken_is_tried_again_once_in_each_run(
    command: Command, students: Path, graded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr("autograder.grading.marking.answer_items", fail)
        assert command("grade", students, "-o", "out")[0] == 2
    assert Counter(graded) == Counter({"ada": 2, "bob": 2, "eve": 2})
    assert command("grade", students, "-o", "out")[0] == 0
    assert len(graded) == 9


def test_what_could_not_be_read_is_tried_again(command: Command, students: Path, graded: list[str]) -> None:
    (students / "dan.py").mkdir()
    for _ in range(2):
        command("grade", students, "-o", "out")
    assert graded == ["ada", "bob", "dan", "eve", "dan"]


def test_who_left_is_not_in_the_results_any_more(command: Command, students: Path) -> None:
    command("grade", students, "-o", "out")
    (students / "bob.py").unlink()
    command("grade", students, "-o", "out")
    assert [
        row["student"] for row in csv.DictReader(Path("out/grades.csv").read_text("utf-8").splitlines())
    ] == ["ada", "eve"]


def test_results_of_two_workers_are_in_order_and_the_same_as_of_one(
    command: Command, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.cli.engine.FEWEST_PER_WORKER", 1)
    monkeypatch.setattr("autograder.cli.engine.Workers", Workers)
    monkeypatch.setattr(whole_class, "prepare_class", batches.prepare_class)
    monkeypatch.setattr(batches, "backend_here", BACKEND_OF_A_WORKER)  # a zygote answers one process
    assert command("grade", students, "-o", "one", "-j", "1")[0] == 0
    assert command("grade", students, "-o", "two", "-j", "2")[0] == 0
    assert forms(Path("one")) == forms(Path("two"))


def test_two_runs_do_not_write_the_same_results_at_once(command: Command, students: Path) -> None:
    command("grade", students, "-o", "out")
    before = everything(Path("out"))
    with Store.existing(Path("out")):
        status, out, err = command("grade", students, "-o", "out")
    assert (status, out) == (2, "")
    assert "in use by another run" in err
    assert everything(Path("out")) == before


# stopped


def test_a_run_that_is_killed_goes_on_and_ends_as_an_undisturbed_one(
    command: Command, students: Path, tmp_path: Path, graded: list[str]
) -> None:
    text = (students / "eve.py").read_text()
    ready, held = tmp_path / "ready", tmp_path / "killed"
    code = """
import os, pathlib, signal, sys
from autograder.cli import main
from autograder.classes import store
add, kept = store.Store.add, []
def last(self, *what):
    add(self, *what)
    kept.append(what)
    if len(kept) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
store.Store.add = last
main(sys.argv[1:])
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = [sys.executable, "-P", "-c", code, "grade", str(students), "-o", str(held)]
    process = subprocess.run(run, check=False, env=environment, cwd=tmp_path, capture_output=True)
    assert process.returncode == -signal.SIGKILL
    assert [path for path in held.iterdir() if path.name in FORMS] == []
    assert command("grade", students, "-o", held)[0] == 0
    assert graded == ["eve"]
    command("grade", students, "-o", ready)
    assert text == (students / "eve.py").read_text()
    assert forms(held) == forms(ready)


def test_a_full_disk_is_told_and_the_next_run_goes_on(
    command: Command, students: Path, graded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add = Store.add

    def filled(store: Store, *what: Any) -> None:  # noqa: ANN401 - whatever add takes
        if what[0].student == "bob":
            pages = store._base.rows("PRAGMA page_count")[0][0]  # noqa: SLF001 - a fault to come
            store._base.rows(f"PRAGMA max_page_count = {pages}")  # noqa: SLF001 - as above
            what = (what[0]._replace(report=what[0].report * 100), *what[1:])
        add(store, *what)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add", filled)
        status, out, err = command("grade", students, "-o", "out")
    assert (status, out) == (2, "")
    assert "no space left" in err
    graded.clear()
    assert command("grade", students, "-o", "out")[0] == 0
    assert graded == ["bob", "eve"]


def test_results_that_cannot_be_written_leave_the_old_ones_whole(
    command: Command, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    command("grade", students, "-o", "out")
    before = everything(Path("out"))
    (students / "bob.py").write_text(RIGHT)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        status, _, err = command("grade", students, "-o", "out")
    assert status == 2
    assert "No space left on device" in err
    assert everything(Path("out")) == before


# other marks


def test_marks_made_in_another_way_are_not_overwritten_unasked(
    command: Command, students: Path, solutions: Path
) -> None:
    command("grade", students, "-o", "out")
    before = everything(Path("out")), rows(Path("out"))
    cheapen(solutions)
    status, out, err = command("grade", students, "-o", "out")
    assert (status, out) == (2, "")
    assert all(told in err for told in ("--diff", "--apply", "another exercise"))
    assert (everything(Path("out")), rows(Path("out"))) == before


def test_a_refusal_leaves_the_class_as_it_was(command: Command, students: Path, solutions: Path) -> None:
    command("grade", students, "-o", "out")
    before = rows(Path("out"))
    cheapen(solutions)
    (students / "bob.py").unlink()
    assert command("grade", students, "-o", "out")[0] == 2
    assert rows(Path("out")) == before


def test_another_class_does_not_take_the_place_of_marks_made_in_another_way(
    command: Command, students: Path, solutions: Path, tmp_path: Path
) -> None:
    command("grade", students, "-o", "out")
    before = rows(Path("out"))
    cheapen(solutions)
    (tmp_path / "zoe.py").write_text(RIGHT)
    assert command("grade", "zoe.py", "-o", "out")[0] == 2
    assert rows(Path("out")) == before


def test_a_diff_tells_every_change_and_changes_nothing(
    command: Command, students: Path, solutions: Path
) -> None:
    command("grade", students, "-o", "out")
    before = everything(Path("out")), rows(Path("out"))
    cheapen(solutions)
    status, out, _ = command("grade", students, "-o", "out", "--diff")
    assert status == 0
    assert [" ".join(line.split()) for line in out.splitlines()] == [
        "student item before after note",
        "ada gradient/reference passed 2 / 2 passed 1 / 1",
        "ada score 10 / 10 9 / 9",
        "bob gradient/reference failed 0 / 2 failed 0 / 1 gradient/sum-not-mean",
        "bob score 5 / 10 5 / 9",
        "eve gradient/reference passed 2 / 2 passed 1 / 1",
        "eve score 10 / 10 9 / 9",
        "",
        "3 of 3 students have changes; scores: 2 down",
        "nothing is changed yet: --apply does it",
    ]
    assert (everything(Path("out")), rows(Path("out"))) == before


def test_a_diff_as_a_document(command: Command, students: Path, solutions: Path) -> None:
    command("grade", students, "-o", "out")
    cheapen(solutions)
    document = json.loads(command("grade", students, "-o", "out", "--diff", "--json")[1])
    assert document["schema"] == "autograder-diff/1"
    assert document["students"][0] == {
        "student": "ada",
        "before": 10.0,
        "after": 9.0,
        "items": [
            {"id": "gradient/reference", "before": "passed 2 / 2", "after": "passed 1 / 1", "note": ""}
        ],
    }


def test_apply_after_a_diff_changes_the_marks_and_grades_nothing(
    command: Command, students: Path, solutions: Path, graded: list[str]
) -> None:
    command("grade", students, "-o", "out")
    cheapen(solutions)
    command("grade", students, "-o", "out", "--diff")
    graded.clear()
    assert command("grade", students, "-o", "out", "--apply")[0] == 0
    assert graded == []
    scores = [
        (row["student"], row["score"])
        for row in csv.DictReader(Path("out/grades.csv").read_text("utf-8").splitlines())
    ]
    assert scores == [("ada", "9.0"), ("bob", "5.0"), ("eve", "9.0")]


def test_apply_gives_what_a_new_run_gives(command: Command, students: Path, solutions: Path) -> None:
    command("grade", students, "-o", "out")
    cheapen(solutions)
    command("grade", students, "-o", "out", "--apply")
    command("grade", students, "-o", "new")
    assert forms(Path("out")) == forms(Path("new"))


def test_an_apply_that_is_stopped_leaves_the_old_marks(
    command: Command, students: Path, solutions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("grade", students, "-o", "out")
    before = everything(Path("out")), rows(Path("out"))
    cheapen(solutions)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "accept_proposed", stop)
    assert command("grade", students, "-o", "out", "--apply")[0] == 130
    assert (everything(Path("out")), rows(Path("out"))) == before


def test_a_rubric_that_was_taken_back_has_nothing_to_apply(
    command: Command, students: Path, solutions: Path
) -> None:
    command("grade", students, "-o", "out")
    before = rows(Path("out"))
    old = (solutions / EX01 / "rubric.py").read_text("utf-8")
    cheapen(solutions)
    command("grade", students, "-o", "out", "--diff")
    (solutions / EX01 / "rubric.py").write_text(old, "utf-8")
    assert "0 of 3 students have changes" in command("grade", students, "-o", "out", "--diff")[1]
    command("grade", students, "-o", "out", "--apply")
    assert rows(Path("out")) == before


def test_a_file_that_was_taken_back_has_nothing_to_apply(command: Command, students: Path) -> None:
    command("grade", students, "-o", "out")
    before = rows(Path("out"))
    (students / "bob.py").write_text(RIGHT)
    command("grade", students, "-o", "out", "--diff")
    (students / "bob.py").write_text(SUM)
    assert "0 of 3 students have changes" in command("grade", students, "-o", "out", "--diff")[1]
    command("grade", students, "-o", "out", "--apply")
    assert rows(Path("out")) == before


# shards


def test_shards_part_a_class_and_a_late_student_changes_nobodys() -> None:
    everybody = [HandIn(f"s{n}", "", Path()) for n in range(40)]
    parts = [[one.student for one in everybody if _in_shard(one, (k, 3))] for k in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == sorted(one.student for one in everybody)
    late = [HandIn("late", "", Path()), *everybody]
    for k, part in enumerate(parts, 1):
        assert [one.student for one in late if _in_shard(one, (k, 3)) and one.student != "late"] == part


def test_merged_shards_are_what_one_run_gives(command: Command, students: Path) -> None:
    (students / "dan.py").write_text(SUM)  # the only one of the second shard
    for k in (1, 2):
        command("grade", students, "-o", f"part{k}", "--shard", f"{k}/2")
    command("grade", students, "-o", "one")
    assert command("merge", "part2", "part1", "-o", "merged")[0] == 0
    assert forms(Path("merged")) == forms(Path("one"))


def test_shards_with_other_seeds_are_not_merged(command: Command, students: Path) -> None:
    (students / "dan.py").write_text(RIGHT)  # the only one of the second shard
    for k in (1, 2):
        command("grade", students, "-o", f"part{k}", "--shard", f"{k}/2", "--seed", k)
    status, out, err = command("merge", "part1", "part2", "-o", "merged")
    assert (status, out) == (2, "")
    assert "part2: its marks were made with another" in err


def test_a_shard_that_is_not_there_is_not_merged(command: Command, students: Path) -> None:
    command("grade", students, "-o", "part1", "--shard", "1/2")
    status, _, err = command("merge", "part1", "part2", "-o", "merged")
    assert status == 2
    assert "part2: no results here" in err


def test_results_are_not_merged_into_themselves(command: Command, students: Path) -> None:
    command("grade", students, "-o", "out")
    status, out, err = command("merge", "out", "-o", "out")
    assert (status, out) == (2, "")
    assert "out: cannot be a part and the whole; choose another -o" in err


# told again


def test_report_writes_and_prints_the_same_again_without_grading(
    command: Command, students: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = command("grade", students, "-o", "out", "--feedback")[1]
    before = everything(Path("out"))
    for name in FORMS:
        (Path("out") / name).unlink()
    shutil.rmtree(students)
    monkeypatch.delattr(batches, "grade")
    monkeypatch.delattr(batches, "prepare")
    monkeypatch.delattr(whole_class, "prepare_class")
    status, out, _ = command("report", "out", "--feedback")
    assert (status, out) == (0, printed)
    assert everything(Path("out")) == before


def test_results_that_are_a_folder_are_not_said_to_be_missing(command: Command, students: Path) -> None:
    (students / RESULTS_FILE).mkdir()
    status, out, err = command("report", students)
    assert (status, out) == (2, "")
    assert f"{RESULTS_FILE}: not a regular file" in err


def test_results_beside_the_hand_ins_are_no_students(command: Command, students: Path) -> None:
    """What SQLite keeps beside its file while it is in use belongs to the results."""
    names = [path.stem for path in sorted(students.iterdir())]
    for _ in range(2):
        status, out, err = command("grade", students, "-o", students, "--json")
        assert [one["student"] for one in json.loads(out)["submissions"]] == names
        assert (status, "left out" in err) == (0, False)


def test_report_refuses_a_folder_without_results(command: Command, students: Path) -> None:
    status, out, err = command("report", students)
    assert (status, out) == (2, "")
    assert err.startswith("autograder: ")
    assert "no results here" in err
    assert not (students / RESULTS_FILE).exists()


# options


@pytest.mark.parametrize(
    "arguments",
    [
        *(("--jobs", number) for number in ("0", "-1", "1.5", "many", "1025", "\N{SUPERSCRIPT TWO}", "")),
        *(("--shard", part) for part in ("0/2", "3/2", "1", "1/", "/2", "a/b", "1/0", "-1/2", "1/2/3")),
        ("--diff", "--apply"),
    ],
    ids=" ".join,
)
def test_options_have_to_make_sense(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["grade", "x", *arguments])
    assert exit_.value.code == 2
    assert arguments[0] in capsys.readouterr().err


@pytest.mark.parametrize("option", [("--diff",), ("--apply",), ("--shard", "1/2")])
def test_what_needs_a_folder_of_results_says_so(
    command: Command, students: Path, option: tuple[str, ...]
) -> None:
    status, _, err = command("grade", students, *option)
    assert status == 2
    assert "-o OUT" in err


def test_nothing_is_shown_of_the_progress_where_nobody_watches(command: Command, students: Path) -> None:
    _, _, err = command("grade", students, "-o", "out")
    assert err == "wrote report.json, report.jsonl, grades.csv, class.json, report.html in out\n"


def test_quiet_is_quiet_on_a_terminal_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(2, quiet=True) as show:
        show(1)
        show(2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("done", "seconds", "told"),
    [
        (50, 5.0, "50 of 1000, 10 a second, 1:35 left"),
        (1000, 5.0, "1000 of 1000, 200 a second, 0:00 left"),
        (0, 5.0, "0 of 1000, 0 a second, 0:00 left"),
    ],
)
def test_a_plain_line_tells_how_far_a_class_is(done: int, seconds: float, told: str) -> None:
    assert progress_line(done, 1000, seconds) == told


# what is believed


def test_results_that_were_handed_in_are_not_gone_on_with(command: Command, students: Path) -> None:
    """A student who knows the kit can make results in which every mark is right but the last."""
    command("grade", students, "-o", "made_elsewhere")
    shutil.copytree("made_elsewhere", students / "results")
    before = (students / "results" / RESULTS_FILE).read_bytes()
    for place in (students, students / "ada.py"):
        status, out, err = command("grade", place, "-o", students / "results")
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert "lies among what is graded and was not made here" in err
    assert (students / "results" / RESULTS_FILE).read_bytes() == before


def test_ones_own_results_among_what_is_graded_are_gone_on_with(
    command: Command, students: Path, graded: list[str]
) -> None:
    assert command("grade", students, "-o", students / "results", "-j", "1")[0] == 0
    graded.clear()
    assert command("grade", students, "-o", students / "results", "-j", "1")[0] == 0
    assert graded == []


@pytest.mark.parametrize(
    "arguments", [("grade", "class", "-o", "out"), ("report", "out"), ("merge", "out", "-o", "m")]
)
def test_results_with_a_trigger_are_refused_by_every_command(
    command: Command, students: Path, arguments: tuple[str, ...]
) -> None:
    command("grade", students, "-o", "out")
    with closing(sqlite3.connect(f"out/{RESULTS_FILE}")) as base:
        base.execute("CREATE TRIGGER t AFTER INSERT ON reports BEGIN SELECT 1; END")
    before = Path("out", RESULTS_FILE).read_bytes()
    status, out, err = command(*arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "not made by this kit" in err
    assert Path("out", RESULTS_FILE).read_bytes() == before


def test_exercises_that_nobody_named_are_named_and_stand_in_the_results(
    command: Command, students: Path, solutions: Path
) -> None:
    _, out, err = command("grade", students, "-o", "out", "--json")
    assert err.startswith(f"autograder: the exercises are those of {solutions}\n")
    assert json.loads(out)["solutions"] == str(solutions)
    again = [json.loads(Path("out", name).read_text())["solutions"] for name in ("report.json", "class.json")]
    assert again == [str(solutions)] * 2
    assert "solutions" not in json.loads(out)["versions"]
    command("merge", "out", "-o", "merged")
    assert json.loads(Path("merged/report.json").read_text())["solutions"] == str(solutions)


def test_where_the_exercises_lie_changes_no_mark_and_asks_for_no_diff(
    command: Command, students: Path, tmp_path: Path
) -> None:
    command("grade", students, "-o", "out")
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    status, out, _ = command("grade", students, "-o", "out", "--json")
    assert (status, json.loads(out)["solutions"]) == (0, None)


def test_exercises_that_were_named_and_the_kits_own_need_no_line(
    command: Command, students: Path, solutions: Path
) -> None:
    _, out, err = command("grade", students, "--json", "--solutions", solutions)
    assert (json.loads(out)["solutions"], "the exercises are" in err) == (str(solutions), False)
    shutil.rmtree(solutions)
    _, out, err = command("grade", students, "--json")
    assert (json.loads(out)["solutions"], "the exercises are" in err) == (None, False)
