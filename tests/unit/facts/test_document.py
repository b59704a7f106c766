"""A report as a line, and back: nothing is lost."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exporters.document import json_lines, to_json
from autograder.facts.document import from_line, to_line
from autograder.facts.outcomes import Line
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

TEXT = st.text(st.characters(), max_size=12)  # no lone surrogate: names and messages are made without
POINTS = st.floats(-1e9, 1e9)
SECONDS = st.floats(0, math.inf)
NUMBERS = st.integers(1, 10**9)
LINES = st.none() | st.builds(Line, NUMBERS, st.none() | NUMBERS)
FEEDBACK = st.builds(Feedback, TEXT, TEXT, TEXT, st.none() | TEXT, LINES)
ITEMS = st.builds(ItemResult, TEXT, st.sampled_from(Verdict), POINTS, POINTS, FEEDBACK)
REPORTS = st.builds(
    lambda score, *facts: Report(*facts[:3], *score, *facts[3:]),
    st.just((Status.BROKEN, None)) | st.tuples(st.sampled_from([Status.GRADED, Status.UNREADABLE]), POINTS),
    TEXT,
    TEXT,
    TEXT,
    POINTS,
    st.lists(ITEMS, max_size=3).map(tuple),
    st.lists(st.builds(Advice, TEXT, TEXT), max_size=2).map(tuple),
    SECONDS,
)
BROKEN = Report("ada", "ada.py", "", Status.BROKEN, None, 10.0, (), (Advice("file/broken", "a bug"),))


@given(REPORTS)
@settings(max_examples=60, deadline=None, database=None)
def test_every_report_comes_back_as_it_was(report: Report) -> None:
    assert from_line(to_line(report)) == report


@given(REPORTS)
@settings(max_examples=30, deadline=None, database=None)
def test_a_report_is_one_line_of_ascii(report: Report) -> None:
    line = to_line(report)
    assert line.isascii()
    assert line.splitlines() == [line]


def test_what_has_a_type_of_its_own_comes_back_with_it() -> None:
    feedback = Feedback("measured", note="gradient/sum-not-mean", line=Line(3, 2))
    item = ItemResult("gradient/reference", Verdict.FAILED, 0.0, 2.0, feedback)
    back = from_line(to_line(Report("ada", "ada.ipynb", "ab", Status.GRADED, 8.0, 10.0, (item,))))
    assert back.status is Status.GRADED
    assert back.items[0].verdict is Verdict.FAILED
    assert isinstance(back.items[0].feedback.line, Line)
    assert back.items[0].feedback.line.cell == 2


def test_no_score_stays_none_and_never_becomes_a_zero() -> None:
    assert from_line(to_line(BROKEN)).score is None


def test_infinite_seconds_come_back() -> None:
    report = Report("ada", "ada.py", "ab", Status.GRADED, 8.0, 10.0, (), (), math.inf)
    assert from_line(to_line(report)).seconds == math.inf


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", "null", '{"student": "ada"}', to_line(BROKEN)[:-9], "[" * 100_000]
)
def test_what_is_no_report_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_line(line)


GRADED = json.loads(
    to_line(
        Report(
            "ada",
            "ada.py",
            "ab",
            Status.GRADED,
            8.0,
            10.0,
            (ItemResult("loss/reference", Verdict.FAILED, 0.0, 2.0, Feedback("x", line=Line(1))),),
            (Advice("file/late", "late"),),
        )
    )
)


@pytest.mark.parametrize("value", [None, True, 1, -1.5, "text", "\ud800", [], [[]], {}, {"a": 1}, math.inf])
@pytest.mark.parametrize("name", GRADED)
def test_any_value_in_any_place_is_a_report_or_refused(name: str, value: object) -> None:
    """What comes through has the types of a report: what goes on with it need not ask."""
    saved = json.dumps({**GRADED, name: value})
    try:
        report = from_line(saved)
    except ValueError:
        return
    assert from_line(to_line(report)) == report
    assert all(isinstance(text, str) for text in (report.student, report.file, report.file_hash))


ITEM = GRADED["items"][0]


@pytest.mark.parametrize("value", [None, True, [], {}, "text", "\ud800", math.nan, -math.inf, 10**400])
@pytest.mark.parametrize("name", ITEM)
def test_any_value_in_an_item_is_an_item_or_refused(name: str, value: object) -> None:
    try:
        (result,) = from_line(json.dumps({**GRADED, "items": [{**ITEM, name: value}]})).items
    except ValueError:
        return
    assert isinstance(result.verdict, Verdict)
    assert math.isfinite(result.points)
    assert math.isfinite(result.max_points)
    result.feedback.measured.encode()


@pytest.mark.parametrize(
    "change", [{"function": "forward"}, {"oracle": "numerical"}, {"cell": 2, "line": None}]
)
def test_an_item_whose_parts_contradict_each_other_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"items\[0\]"):
        from_line(json.dumps({**GRADED, "items": [{**ITEM, **change}]}))


@pytest.mark.parametrize("usually", ["", "the sum is taken"])
@pytest.mark.parametrize("smallest", ["", "x = 1, y = 2: 4"])
def test_the_cause_and_the_smallest_example_share_a_text_and_are_told_apart(
    usually: str, smallest: str
) -> None:
    item = ItemResult("loss/reference", Verdict.FAILED, 0.0, 2.0, Feedback("x", usually, smallest))
    report = Report("ada", "ada.py", "ab", Status.GRADED, 8.0, 10.0, (item,))
    assert from_line(to_line(report)) == report


def test_what_is_kept_is_the_line_of_the_result_document() -> None:
    """Whoever reads `report.jsonl` reads what the results hold."""
    book = Gradebook("ex01", "", 1, "", {}, (BROKEN,))
    assert list(json_lines(book.reports)) == [f"{to_line(BROKEN)}\n"]
    assert json.loads(to_line(BROKEN)) == json.loads(to_json(book))["submissions"][0]
