"""A person's marks are applied last, and what the kit found stays beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.classes.amendments import Amendments, amended
from autograder.classes.corrected_files import document_of, read_hashes
from autograder.classes.corrections import corrected, made
from autograder.classes.overrides import Marked, Override
from autograder.classes.roll import call_roll
from autograder.classes.summary import summarize
from autograder.exporters.document import ascii_json
from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from pathlib import Path

LOSS, GRADIENT = "loss/reference", "gradient/reference"
MARKED = Marked({LOSS: 2.0, GRADIENT: 3.0}, 5.0)


def item(name: str, verdict: Verdict, points: float) -> ItemResult:
    return ItemResult(name, verdict, points, MARKED.items[name], Feedback("measured"))


REPORT = Report(
    "ada",
    "ada.py",
    "h1",
    Status.GRADED,
    2.0,
    5.0,
    (item(LOSS, Verdict.PASSED, 2.0), item(GRADIENT, Verdict.FAILED, 0.0)),
    (Advice("file/x", "said before"),),
)
UNREADABLE = Report("ada", "ada.py", "h1", Status.UNREADABLE, 0.0, 5.0)
BROKEN = Report("ada", "ada.py", "h1", Status.BROKEN, None, 5.0)
MISSING = Report("ada", "", "", Status.MISSING, None, 5.0)
HALF_BROKEN = replace(
    REPORT,
    status=Status.BROKEN,
    score=None,
    items=(item(LOSS, Verdict.PASSED, 2.0), item(GRADIENT, Verdict.BROKEN, 0.0)),
)


def override(name: str, points: float | None, file_hash: str | None = None) -> Override:
    return Override("ada", name, points, "on paper", file_hash, "overrides.csv line 2")


def with_marks(report: Report, *overrides: Override) -> Report:
    return corrected(report, overrides, MARKED, {})


def mark(report: Report) -> tuple[str, float | None, float]:
    return str(report.status), report.score, report.max_score


def test_a_report_without_a_correction_stays_as_it_is() -> None:
    assert with_marks(REPORT) is REPORT


def test_points_of_an_item_count_and_the_kits_verdict_stays() -> None:
    report = with_marks(REPORT, override(GRADIENT, 2.5))
    assert mark(report) == ("graded", 4.5, 5.0)
    assert report.items[1] == replace(REPORT.items[1], points=2.5)
    (correction,) = report.corrections
    assert (correction.verdict, correction.kit_points, correction.max_points) == ("failed", 0.0, 3.0)
    assert [advice.message for advice in report.advice] == [
        "gradient/reference: 2.5 of 3 by a correction, 0 of 3 (failed) before it; on paper",
        "said before",
    ]


def test_an_excused_item_takes_its_points_off_the_maximum() -> None:
    report = with_marks(REPORT, override(GRADIENT, None))
    assert mark(report) == ("graded", 2.0, 2.0)
    assert [each.id for each in report.items] == [LOSS]
    assert (
        "gradient/reference: excused by a correction, 0 of 3 (failed) before it" in report.advice[0].message
    )


@pytest.mark.parametrize(
    ("report", "overrides", "expected"),
    [
        (REPORT, [("*", 4.0)], ("graded", 4.0, 5.0)),
        (REPORT, [("*", None)], ("excused", None, 5.0)),
        (REPORT, [(LOSS, None), (GRADIENT, None)], ("excused", None, 0.0)),
        (UNREADABLE, [("*", 4.0)], ("graded", 4.0, 5.0)),
        (UNREADABLE, [(LOSS, 1.0)], ("graded", 1.0, 5.0)),
        (UNREADABLE, [(LOSS, None)], ("unreadable", 0.0, 3.0)),
        (BROKEN, [("*", 4.0)], ("graded", 4.0, 5.0)),
        (BROKEN, [(LOSS, 1.0)], ("broken", None, 5.0)),
        (BROKEN, [(LOSS, 1.0), (GRADIENT, 3.0)], ("graded", 4.0, 5.0)),
        (HALF_BROKEN, [(LOSS, 1.0)], ("broken", None, 5.0)),
        (HALF_BROKEN, [(GRADIENT, 3.0)], ("graded", 5.0, 5.0)),
        (HALF_BROKEN, [(GRADIENT, None)], ("graded", 2.0, 2.0)),
        (MISSING, [("*", None)], ("excused", None, 5.0)),
        (MISSING, [("*", 3.0)], ("graded", 3.0, 5.0)),
        (MISSING, [(LOSS, None)], ("missing", None, 3.0)),
        (MISSING, [(LOSS, 1.0)], ("graded", 1.0, 5.0)),
    ],
)
def test_a_mark_becomes_what_the_person_decided(
    report: Report, overrides: list[tuple[str, float | None]], expected: tuple[str, float | None, float]
) -> None:
    rows = [override(name, points) for name, points in overrides]
    assert mark(with_marks(report, *rows)) == expected


def test_a_correction_of_another_file_is_applied_and_named() -> None:
    hashes = {made("ada", override(GRADIENT, 3.0)): "an earlier file"}
    report = corrected(REPORT, [override(GRADIENT, 3.0)], MARKED, hashes)
    assert (report.score, report.corrections[0].changed) == (5.0, True)
    assert report.advice[1].message == "the submission has changed since that correction"
    summary = summarize([report])
    assert [(alarm.trouble, alarm.students) for alarm in summary.alarms] == [("changed", ("ada",))]
    assert summary.corrections == 1


def test_with_another_reason_it_is_a_new_correction() -> None:
    hashes = {made("ada", override(GRADIENT, 3.0)): "an earlier file"}
    again = override(GRADIENT, 3.0)._replace(reason="looked at the new file")
    assert not corrected(REPORT, [again], MARKED, hashes).corrections[0].changed


def test_the_hash_that_a_teacher_wrote_counts_before_what_is_remembered() -> None:
    hashes = {made("ada", override(GRADIENT, 3.0)): "an earlier file"}
    assert not corrected(REPORT, [override(GRADIENT, 3.0, "h1")], MARKED, hashes).corrections[0].changed
    assert with_marks(REPORT, override(GRADIENT, 3.0, "h2")).corrections[0].changed


def test_hashes_are_remembered_in_a_file_of_their_own(tmp_path: Path) -> None:
    corrections = with_marks(REPORT, override(GRADIENT, 3.0), override(LOSS, None)).corrections
    (tmp_path / "corrections.json").write_text(
        ascii_json(document_of([("ada", each) for each in corrections]))
    )
    assert read_hashes([tmp_path, tmp_path / "none"]) == {
        ("ada", GRADIENT, 3.0, "on paper"): "h1",
        ("ada", LOSS, None, "on paper"): "h1",
    }


@pytest.mark.parametrize("text", ["", "[]", '{"schema": "x", "corrections": []}', '{"corrections": [{}]}'])
def test_a_damaged_memory_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "corrections.json").write_text(text)
    with pytest.raises(KitError, match=r"corrections.json: damaged; remove it"):
        read_hashes([tmp_path])


# a class with a roster


def people(count: int) -> list[Person]:
    return [Person(str(number), login=f"s{number:02}") for number in range(count)]


def book(handed_in: int, roster: int, *, zero: bool = False, **overrides: tuple[Override, ...]) -> Gradebook:
    reports = tuple(replace(REPORT, student=f"s{number:02}") for number in range(0, 2 * handed_in, 2))
    roll = call_roll(people(roster), [(report.student, "") for report in reports])
    return amended(Gradebook("ex01", "", 1, "", {}, reports), Amendments(MARKED, roll, zero, overrides))


def test_who_handed_in_nothing_has_a_row_in_its_place() -> None:
    reports = list(book(3, 6).reports)
    assert [(report.student, str(report.status), report.score) for report in reports] == [
        ("s00", "graded", 2.0),
        ("s01", "missing", None),
        ("s02", "graded", 2.0),
        ("s03", "missing", None),
        ("s04", "graded", 2.0),
        ("s05", "missing", None),
    ]
    assert reports[1].person == Person("1", login="s01")
    assert reports[1].advice[0].message == "on the roster, and nothing was handed in"


def test_those_who_are_missing_pull_no_figure_down() -> None:
    with_them, without = (summarize(book(25, count).reports) for count in (60, 0))
    assert (with_them.missing, with_them.submissions, with_them.graded) == (35, 25, 25)
    assert (with_them.mean, with_them.median) == (without.mean, without.median) == (2.0, 2.0)
    assert with_them.items == without.items
    assert with_them.alarms == without.alarms
    assert with_them.misconceptions == without.misconceptions


def test_a_zero_that_was_asked_for_counts_in_scores_and_in_nothing_else() -> None:
    summary = summarize(book(3, 6, zero=True).reports)
    assert (summary.graded, summary.zeros, summary.mean, summary.median) == (6, 3, 1.0, 1.0)
    assert summary.items == summarize(book(3, 6).reports).items


def test_one_excused_beside_the_missing_counts_for_nothing() -> None:
    summary = summarize(book(3, 6, zero=True, s01=(override("*", None),)).reports)
    assert (summary.graded, summary.missing, summary.statuses[Status.EXCUSED]) == (5, 2, 1)
    assert summary.mean == 6 / 5


def test_a_large_class_is_amended_each_time_it_is_gone_through() -> None:
    class Lazy(list[Report]):
        """Reports that are not held."""

    small = book(3, 6)
    roll = call_roll(people(6), [(f"s{number:02}", "") for number in (0, 2, 4)])
    lazy = Lazy(replace(REPORT, student=f"s{number:02}") for number in (0, 2, 4))
    large = amended(Gradebook("ex01", "", 1, "", {}, lazy), Amendments(MARKED, roll))
    assert not isinstance(large.reports, tuple)
    assert list(large.reports) == list(large.reports) == list(small.reports)
    assert len(large.reports) == len(small.reports)
    assert small.reports[0] in large.reports  # type: ignore[index]
    assert (large.missing, large.columns) == (3, ("id", "login"))
