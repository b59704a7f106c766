"""The geometry of charts: everything that is counted is drawn, once, and within the picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.exporters.pages.charts import MOST_BINS, histogram, stacked, whisker
from autograder.facts.summary import Discrimination, ItemSummary
from autograder.facts.verdict import Verdict


@given(
    st.floats(min_value=0.01, max_value=10_000),
    st.lists(st.floats(min_value=-1, max_value=1.2), max_size=20),
)
def test_every_score_is_in_one_column(most: float, shares: list[float]) -> None:
    scores = {share * most: 1 for share in shares}
    columns = histogram(scores, most)
    assert sum(column.count for column in columns) == len(scores)
    assert 2 <= len(columns) <= MOST_BINS + 1
    assert columns[-1].left + columns[-1].width < 100
    assert all(0 <= column.height <= 100 for column in columns)


def test_full_marks_are_a_column_of_their_own() -> None:
    columns = histogram({9.5: 1, 10.0: 3}, 10.0)
    assert [(column.scores, column.count) for column in columns[-2:]] == [("9 to below 10", 1), ("10", 3)]
    assert [column.edge for column in columns] == [f"{k}" for k in range(11)]


def test_a_class_without_points_has_no_histogram() -> None:
    assert histogram({}, 0.0) == []


def test_a_bar_is_as_wide_as_everybody_together() -> None:
    counts = dict.fromkeys(Verdict, 0) | {Verdict.PASSED: 1, Verdict.FAILED: 3}
    pieces = stacked(ItemSummary("a/b", 4, counts), list(Verdict))
    assert [(piece.verdict, piece.left, piece.width) for piece in pieces] == [
        (Verdict.PASSED, 0.0, 25.0),
        (Verdict.FAILED, 25.0, 75.0),
    ]


@pytest.mark.parametrize(("low", "value", "high"), [(-1.0, 0.0, 1.0), (1.0, 1.0, 1.0)])
def test_a_whisker_lies_between_its_ends(low: float, value: float, high: float) -> None:
    found = whisker(Discrimination(value, low, high))
    assert 0 <= found.low <= found.value <= found.low + found.length <= 100
