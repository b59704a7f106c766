"""Scores and comments in nbgrader's gradebook: what is written, and what is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli import main
from autograder.exercise.released import wanted_for
from autograder.facts.report import Advice, Status
from autograder.facts.verdict import Verdict
from autograder.submission.class_folder import Search
from autograder.submission.find import find

if TYPE_CHECKING:
    import pytest
    from conftest import Class

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "ex01_linear_regression"
EX01 = "ex01_linear_regression"
NOTEBOOK = "linear_regression.ipynb"


def test_scores_and_comments_are_where_autograde_puts_them(room: Class) -> None:
    room.hand_in("ada")
    room.write(room.report("ada", 1.0, Verdict.FAILED, "half of it"))
    grades = room.grades("ada")
    assert grades["gradient-reference"] == (1.0, None, None, 0)
    assert room.comments("ada")["loss"][0] == (
        "    loss matches the reference: failed, 1 of 2\n      measured   half of it"
    )


def test_the_scores_are_those_of_the_report_and_of_nbgraders_export(room: Class, tmp_path: Path) -> None:
    """All of `grade`, on notebooks, and then nbgrader's own export."""
    right, wrong = room.solved("reference"), room.solved("sum_for_mean_gradient")
    room.hand_in("ada", right)
    room.hand_in("charles", wrong)
    (room.hand_in("linus") / NOTEBOOK).write_text('{"cells": [', "utf-8")
    script = room.hand_in("joan") / NOTEBOOK
    script.unlink()
    script.with_suffix(".py").write_bytes((GOLDEN / "reference" / "linear_regression.py").read_bytes())
    assert main([*room.command, "-o", str(tmp_path)]) == 0
    exported = room.exported()
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    scores = {one["student"]: one["score"] for one in report["submissions"]}
    assert scores == {"ada": 10.0, "charles": 5.0, "joan": 10.0, "linus": 0.0}
    assert {row["student_id"]: float(row["score"]) for row in exported} == scores
    assert {row["timestamp"] for row in exported} == {"2026-11-20 12:00:00"}
    assert room.cell("joan", f"{EX01}-loss")["source"].startswith("def loss(y, y_pred):")


def test_what_a_person_wrote_stays(room: Class) -> None:
    room.hand_in("ada")
    room.write(room.report("ada", 0.0, Verdict.FAILED, "first"))
    room.query("UPDATE grade SET manual_score = 1.5, extra_credit = 0.5, needs_manual_grade = 0")
    room.query("UPDATE comment SET manual_comment = 'seen'")
    room.write(room.report("ada", 2.0, Verdict.PASSED))
    assert set(room.grades("ada").values()) >= {(2.0, 1.5, 0.5, 1)}
    assert {by_hand for _, by_hand in room.comments("ada").values()} == {"seen"}


def test_what_a_person_has_marked_is_asked_for_again_only_after_a_change(room: Class) -> None:
    room.hand_in("ada")
    failed = room.report("ada", 0.0, Verdict.FAILED)
    room.write(failed)
    room.query("UPDATE grade SET manual_score = 1.5, needs_manual_grade = 0")
    room.write(failed)
    assert room.grades("ada")["loss-reference"] == (0.0, 1.5, None, 0)
    room.hand_in("ada", room.released | {"nbformat_minor": 4})
    room.write(room.report("ada", 0.0, Verdict.FAILED))
    assert room.grades("ada")["loss-reference"] == (0.0, 1.5, None, 1)


def test_a_submission_that_fails_now_has_no_old_score(room: Class) -> None:
    room.hand_in("ada", room.solved("reference"))
    room.write(room.report("ada"))
    room.write(room.report("ada", 0.0, Verdict.FAILED, "all wrong"))
    assert room.grades("ada")["loss-reference"] == (0.0, None, None, 0)
    room.write(room.report("ada"))
    assert room.comments("ada")["loss"] == (None, None)


def test_what_the_kit_failed_at_has_no_score_and_waits_for_a_person(room: Class) -> None:
    room.hand_in("ada")
    room.write(room.report("ada"))
    broken = replace(
        room.report("ada"), status=Status.BROKEN, score=None, items=(), advice=(Advice("x", "a bug"),)
    )
    room.write(broken)
    items = [mark for name, mark in room.grades("ada").items() if "prose" not in name]
    assert items == [(None, None, None, 1)] * 5
    assert "broken, no score\n    a bug" in room.comments("ada")["forward"][0]
    (output,) = room.cell("ada", f"{EX01}-loss-reference")["outputs"]
    assert output["output_type"] == "error"
    room.write(room.report("ada"))
    assert room.grades("ada")["loss-reference"] == (2.0, None, None, 0)


def test_what_cannot_be_read_has_nothing_and_says_why(room: Class) -> None:
    (room.hand_in("ada") / NOTEBOOK).write_text("", "utf-8")
    why = Advice("file/unreadable", "the file is empty")
    report = replace(room.report("ada"), status=Status.UNREADABLE, score=0.0, items=(), advice=(why,))
    room.write(report)
    assert set(room.grades("ada").values()) == {(0.0, None, None, 1)}
    assert room.comments("ada")["forward"][0] == "    unreadable, score 0\n    the file is empty"
    assert room.cell("ada", f"{EX01}-loss-reference")["outputs"][0]["text"].startswith("unreadable")


def test_what_is_undecided_waits_for_a_person_until_somebody_has_looked(room: Class) -> None:
    room.hand_in("ada")
    undecided = room.report("ada", 0.0, Verdict.UNDECIDED)
    room.write(undecided)
    assert room.grades("ada")["loss-reference"] == (0.0, None, None, 1)
    room.query("UPDATE grade SET needs_manual_grade = 0")  # "Resolve" in formgrader
    room.write(undecided)
    assert room.grades("ada")["loss-reference"] == (0.0, None, None, 0)


def test_a_written_answer_is_left_to_a_person_as_autograde_leaves_it(room: Class) -> None:
    prose = "prose-the-gradient-derived-by-hand"
    room.hand_in("ada")
    written = json.loads(json.dumps(room.released))
    next(cell for cell in written["cells"] if cell["id"].endswith(prose))["source"] = "dJ/dw = 2"
    room.hand_in("grace", written)
    room.write(room.report("ada"), room.report("grace"))
    assert (room.grades("ada")[prose], room.comments("ada")[prose][0]) == (
        (0.0, None, None, 0),
        "No response.",
    )
    assert (room.grades("grace")[prose], room.comments("grace")[prose][0]) == ((None, None, None, 1), None)


def test_a_graded_cell_that_is_no_item_is_said_to_wait_for_a_person(room: Class) -> None:
    notebook = room.query("SELECT id FROM notebook")[0][0]
    room.query("INSERT INTO base_cell VALUES ('1', 'own-test', ?, 'GradeCell')", notebook)
    room.query("INSERT INTO grade_cells VALUES ('1', 3.0, 'code')")
    room.query("INSERT INTO source_cell VALUES ('1', 'own-test', 'code', 1, 'assert x', NULL, ?)", notebook)
    room.hand_in("ada")
    assert "a person has to mark them: own-test" in room.write(room.report("ada"))
    assert room.grades("ada")["own-test"] == (None, None, None, 1)


def test_students_are_added_as_autograde_does_unless_the_course_says_otherwise(room: Class) -> None:
    room.hand_in("ada")
    assert "added to the gradebook's students: ada" in room.write(room.report("ada"))
    assert "added to" not in room.write(room.report("ada"))
    (room.course / "nbgrader_config.py").write_text("get_config().Autograde.create_student = False\n")
    room.hand_in("grace")
    said = room.write(room.report("ada"), room.report("grace"), complete=False)
    assert "not written: grace: not among the gradebook's students" in said
    assert room.query("SELECT id FROM student") == [("ada",)]
    assert not (room.course / "autograded" / "grace").exists()


def test_it_may_be_started_from_within_the_submissions(room: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    room.hand_in("ada")
    monkeypatch.chdir(room.submitted)
    submissions = find([Path()], Search(wanted_for(room.exercise.rubric.task)))
    url = "sqlite:///../gradebook.db"
    assert room.gradebook.write_gradebook(url, room.exercise, [room.report("ada")], submissions).complete
    assert room.grades("ada")["forward-reference"][0] == 2
    assert (room.course / "autograded" / "ada" / EX01 / NOTEBOOK).is_file()


def test_the_time_of_handing_in_is_that_of_the_last_submission(room: Class) -> None:
    room.hand_in("ada")
    room.write(room.report("ada"))
    timestamp = room.course / "autograded" / "ada" / EX01 / "timestamp.txt"
    times = "SELECT timestamp FROM submitted_assignment"
    assert (room.query(times), timestamp.read_text()) == ([("2026-11-20 12:00:00.000000",)], room.stamp)
    room.hand_in("ada", stamp="next week")
    assert "ada: timestamp.txt holds no date, but 'next week'" in room.write(room.report("ada"))
    (room.submitted / "ada" / EX01 / "timestamp.txt").unlink()
    room.write(room.report("ada"))
    assert (room.query(times), timestamp.exists()) == ([(None,)], False)


def test_a_late_submission_loses_what_the_course_says(room: Class) -> None:
    room.query("UPDATE assignment SET duedate = '2026-11-19 12:00:00.000000'")
    penalty = "SELECT late_submission_penalty FROM submitted_notebook"
    room.hand_in("ada")
    room.write(room.report("ada", 1.0))
    assert room.query(penalty) == [(None,)]
    (room.course / "nbgrader_config.py").write_text(
        "get_config().LateSubmissionPlugin.penalty_method = 'zero'\n"
    )
    room.write(room.report("ada", 1.0))
    assert room.query(penalty) == [(5.0,)]
    assert [(row["raw_score"], row["score"]) for row in room.exported()] == [("5.0", "0.0")]
    room.hand_in("ada", stamp="2026-11-19 11:00:00 UTC")
    room.write(room.report("ada", 1.0))
    assert room.query(penalty) == [(None,)]


def test_a_flat_folder_goes_beside_the_database(room: Class) -> None:
    flat = room.course / "flat"
    flat.mkdir()
    (flat / "ada.ipynb").write_text(json.dumps(room.released), "utf-8")
    found = find([flat], Search(wanted_for(room.exercise.rubric.task)))
    report = replace(room.report("ada"), file_hash="")
    outcome = room.gradebook.write_gradebook(room.url, room.exercise, [report], found)
    assert outcome.complete
    assert room.cell("ada", f"{EX01}-loss")["metadata"]["nbgrader"]["solution"]


def test_another_notebook_of_the_assignment_is_left_to_autograde(room: Class) -> None:
    (assignment,) = room.query("SELECT id FROM assignment")[0]
    room.query("INSERT INTO notebook VALUES ('n', 'other', ?, NULL)", assignment)
    room.query("INSERT INTO base_cell VALUES ('c', 'other-test', 'n', 'GradeCell')")
    room.query("INSERT INTO grade_cells VALUES ('c', 3.0, 'code')")
    room.hand_in("ada")
    room.write(room.report("ada"))
    assert room.grades("ada")["other-test"] == (None, None, None, 1)
    room.query("UPDATE grade SET auto_score = 3, needs_manual_grade = 0 WHERE cell_id = 'c'")
    room.write(room.report("ada"))
    assert room.grades("ada")["other-test"] == (3.0, None, None, 0)
