"""What a regrade changes, told to people and to programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from autograder.exporters.changes import Change, changes_json, changes_of, changes_text
from autograder.facts.report import ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict


def item(
    points: float, most: float = 2.0, note: str | None = None, name: str = "loss/reference"
) -> ItemResult:
    verdict = Verdict.PASSED if points == most else Verdict.FAILED
    return ItemResult(name, verdict, points, most, Feedback("measured", note=note))


def report(*items: ItemResult, student: str = "ada") -> Report:
    score, most = sum(one.points for one in items), sum(one.max_points for one in items)
    return Report(student, f"{student}.py", "1", Status.GRADED, score, most, items)


PASSED, FAILED = report(item(2.0)), report(item(0.0, note="loss/sum-not-mean"))
BROKEN = replace(PASSED, status=Status.BROKEN, score=None, items=())


def test_what_is_the_same_is_no_change() -> None:
    assert list(changes_of(PASSED, replace(PASSED, seconds=9.0))) == []


def test_words_alone_are_no_change() -> None:
    reworded = report(replace(item(2.0), feedback=Feedback("said otherwise")))
    assert list(changes_of(PASSED, reworded)) == []


def test_an_item_and_the_score_are_told_with_the_later_note() -> None:
    assert list(changes_of(PASSED, FAILED)) == [
        Change("ada", "loss/reference", "passed 2 / 2", "failed 0 / 2", "loss/sum-not-mean"),
        Change("ada", "", "2 / 2", "0 / 2", ""),
    ]


def test_a_note_that_went_away_is_told_in_brackets() -> None:
    assert next(changes_of(FAILED, PASSED)).note == "(was loss/sum-not-mean)"


def test_a_note_that_changed_is_a_change_without_points() -> None:
    (change,) = changes_of(FAILED, report(item(0.0, note="loss/half")))
    assert (change.item, change.note) == ("loss/reference", "loss/half")


def test_items_that_come_and_go_are_told() -> None:
    renamed = report(item(2.0, name="loss/new"))
    assert [(c.item, c.before, c.after) for c in changes_of(PASSED, renamed)] == [
        ("loss/reference", "passed 2 / 2", "none"),
        ("loss/new", "none", "passed 2 / 2"),
    ]


def test_a_score_that_is_lost_is_told_as_what_became_of_it() -> None:
    assert [*changes_of(PASSED, BROKEN)][-1] == Change("ada", "", "2 / 2", "broken", "")


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([], "0 of 5 students have changes; no score changes"),
        ([(PASSED, PASSED)], "0 of 5 students have changes; no score changes"),
        ([(FAILED, PASSED), (PASSED, FAILED)], "2 of 5 students have changes; scores: 1 up, 1 down"),
        ([(PASSED, BROKEN)], "1 of 5 students have changes; scores: 1 without a score"),
        ([(FAILED, report(item(0.0)))], "1 of 5 students have changes; no score changes"),
    ],
)
def test_the_changes_are_summed_up(pairs: list[tuple[Report, Report]], told: str) -> None:
    assert f"{told}\n" in list(changes_text(pairs, 5))


def test_without_changes_there_is_no_table_and_nothing_to_apply() -> None:
    assert list(changes_text([(PASSED, PASSED)], 1)) == ["0 of 1 students have changes; no score changes\n"]


def test_a_name_obeys_no_terminal_and_no_ci_service() -> None:
    hostile = report(item(0.0), student="\x1b[31m##[error]ada")
    text = "".join(changes_text([(replace(PASSED, student=hostile.student), hostile)], 1))
    assert "\x1b" not in text
    assert "##[error]" not in text


def test_the_document_has_the_scores_and_each_item() -> None:
    document = json.loads(changes_json([(PASSED, FAILED), (PASSED, PASSED)]))
    assert document == {
        "schema": "autograder-diff/1",
        "students": [
            {
                "student": "ada",
                "before": 2.0,
                "after": 0.0,
                "items": [
                    {
                        "id": "loss/reference",
                        "before": "passed 2 / 2",
                        "after": "failed 0 / 2",
                        "note": "loss/sum-not-mean",
                    }
                ],
            }
        ],
    }


def test_the_document_lists_everybody_that_the_table_lists() -> None:
    unreadable = replace(PASSED, status=Status.UNREADABLE, score=0.0, items=())
    pair = (unreadable, replace(unreadable, max_score=1.0))
    assert [change.after for change in changes_of(*pair)] == ["0 / 1"]
    assert [student["student"] for student in json.loads(changes_json([pair]))["students"]] == ["ada"]
