"""A gradebook that cannot be written to, or only in part: what is told, and what never happens."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.cli import main
from autograder.facts.errors import KitError
from autograder.facts.verdict import Verdict
from autograder.submission.notebook import LARGE_BYTES

if TYPE_CHECKING:
    from conftest import Class

EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_gradebook_that_nobody_can_read_costs_no_result(
    room: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hand_in("ada", room.solved("reference"))
    with closing(sqlite3.connect(room.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert main(room.command) == 2
    said = capsys.readouterr()
    assert "10 / 10" in said.out
    assert said.err.count("database is locked: another program is writing to it") == 1


def test_a_locked_gradebook_is_waited_for_once_and_never_half_written(
    room: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[str] = []
    monkeypatch.setattr(room.gradebook, "stop_waiting", lambda course: waits.append(course.name))
    for student in ("ada", "grace"):
        room.hand_in(student)
    reports = room.report("ada"), room.report("grace")
    before = room.everything()
    with closing(sqlite3.connect(room.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = room.write(*reports, complete=False)
    assert "not written: ada, grace: " in said
    assert room.everything() == before
    assert not list(room.course.glob("autograded/*/*/*.ipynb"))
    assert waits == [EX01, EX01]
    assert "wrote 2 of 2" in room.write(*reports)


def break_after_scores(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_class_that_is_interrupted_is_left_with_whole_submissions(
    room: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.hand_in("ada")
    room.write(room.report("ada"))
    before, shown = room.everything(), room.shown("ada")
    monkeypatch.setattr(room.gradebook.rows, "put_remarks", break_after_scores)
    with pytest.raises(KeyboardInterrupt):
        room.write(room.report("ada", 0.0, Verdict.FAILED))
    assert (room.everything(), room.shown("ada")) == (before, shown)
    assert names(room.course / "autograded" / "ada" / EX01) == [
        "exercise.json",
        NOTEBOOK,
        "timestamp.txt",
    ]


def test_where_the_notebook_cannot_be_written_the_gradebook_is_not_either(room: Class) -> None:
    for student in ("ada", "grace"):
        room.hand_in(student)
    (room.course / "autograded").mkdir()
    (room.course / "autograded" / "ada").write_text("in the way")
    before = room.everything()
    said = room.write(room.report("ada"), complete=False)
    assert "not written: ada: " in said
    assert room.everything() == before
    assert "wrote 1 of 2" in room.write(room.report("ada"), room.report("grace"), complete=False)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:///{course}/nowhere.db", r"nowhere\.db: no such file; nbgrader generate_assignment"),
        ("{course}/gradebook.db", "no URL of a database, as in sqlite:///"),
        ("oracle9://x", "no URL of a database"),
        ("sqlite://", ":memory:: no such file"),
        ("sqlite:///{course}/text.db", "file is not a database"),
        ("sqlite:///{course}/other.db", "no gradebook of nbgrader"),
        ("sqlite:///file:{course}/gradebook.db?mode=ro&uri=true", "attempt to write a readonly database"),
    ],
)
def test_a_database_that_cannot_be_written_to_is_told_in_a_line(room: Class, url: str, told: str) -> None:
    room.hand_in("ada")
    (room.course / "text.db").write_text("no database at all, but a text of some length\n" * 20)
    with closing(sqlite3.connect(room.course / "other.db")) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    files = names(room.course)
    room.url = url.format(course=room.course)
    with pytest.raises(KitError, match=told) as raised:
        raise KitError(room.write(room.report("ada"), complete=False))
    assert "\n" not in str(raised.value).removeprefix("wrote 0 of 1 to ").partition("autograded/\n")[2]
    assert [name for name in names(room.course) if name != "autograded"] == files


def test_a_gradebook_of_another_version_of_nbgrader_is_left_alone(room: Class) -> None:
    room.query("UPDATE alembic_version SET version_num = 'f00000000000'")
    with pytest.raises(KitError, match="made by another nbgrader than"):
        room.gradebook.try_gradebook(room.url, room.exercise, ())
    room.query("ALTER TABLE student DROP COLUMN lms_user_id")
    with pytest.raises(KitError, match=r"it has no student\.lms_user_id: .* nbgrader db upgrade"):
        room.gradebook.try_gradebook(room.url, room.exercise, ())


def test_an_assignment_that_is_not_this_exercise_is_told_before_any_work(room: Class) -> None:
    ((cell,),) = room.query("SELECT id FROM base_cell WHERE name LIKE '%loss-reference'")
    room.query("UPDATE grade_cells SET max_score = 5 WHERE id = ?", cell)
    with pytest.raises(
        KitError, match="loss-reference has 5 points, not 2: not the notebook of this exercise"
    ):
        room.gradebook.try_gradebook(room.url, room.exercise, ())
    room.query("UPDATE base_cell SET name = 'x' WHERE name LIKE '%loss-reference'")
    with pytest.raises(KitError, match="loss-reference is no graded cell"):
        room.gradebook.try_gradebook(room.url, room.exercise, ())
    room.query("UPDATE notebook SET name = 'other'")
    with pytest.raises(KitError, match="no notebook linear_regression in ex01_linear_regression, only other"):
        room.gradebook.try_gradebook(room.url, room.exercise, ())
    room.query("UPDATE assignment SET name = 'ps1'")
    with pytest.raises(KitError, match="no assignment ex01_linear_regression, only ps1"):
        room.gradebook.try_gradebook(room.url, room.exercise, ())


def test_without_nbgrader_the_extra_is_named(
    room: Class, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    room.hand_in("ada")
    monkeypatch.setitem(sys.modules, "autograder.nbgrader.gradebook", None)
    assert main(room.command) == 2
    assert "pip install 'gradient-autograder[nbgrader]'" in capsys.readouterr().err


def test_a_file_that_changed_since_it_was_graded_is_not_shown_with_that_score(room: Class) -> None:
    room.hand_in("ada")
    report = room.report("ada")
    room.hand_in("ada", room.released | {"nbformat_minor": 4})
    assert "changed while it was graded" in room.write(report, complete=False)
    assert room.grades("ada") == {}


def test_a_large_notebook_of_which_only_the_code_is_kept_is_the_one_that_was_graded(room: Class) -> None:
    outputs = [{"output_type": "stream", "name": "stdout", "text": ["0" * (LARGE_BYTES + 1)]}]
    cell = {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": [], "outputs": outputs}
    room.hand_in("ada", room.released | {"cells": [*room.released["cells"], cell]})
    assert "not written" not in room.write(room.report("ada"))
    assert room.grades("ada")
