"""A report as a line, and back: nothing is lost."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.facts.calls import Line
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.saved import from_line, to_line
from autograder.facts.verdict import Feedback, Verdict

TEXT = st.text(st.characters(), max_size=12)  # no lone surrogate: names and messages are made without
POINTS = st.floats(allow_nan=False)
LINES = st.none() | st.builds(Line, st.integers(1), st.none() | st.integers(1))
FEEDBACK = st.builds(Feedback, TEXT, TEXT, TEXT, st.none() | TEXT, LINES)
ITEMS = st.builds(ItemResult, TEXT, st.sampled_from(Verdict), POINTS, POINTS, FEEDBACK)
REPORTS = st.builds(
    Report,
    TEXT,
    TEXT,
    TEXT,
    st.sampled_from(Status),
    st.none() | POINTS,
    POINTS,
    st.lists(ITEMS, max_size=3).map(tuple),
    st.lists(st.builds(Advice, TEXT, TEXT), max_size=2).map(tuple),
    POINTS,
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


@pytest.mark.parametrize("line", ["", "{}", "[]", "null", '{"student": "ada"}', to_line(BROKEN)[:-9]])
def test_what_is_no_report_is_refused(line: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_line(line)
