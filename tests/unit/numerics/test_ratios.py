"""Ratios as sentences."""

from __future__ import annotations

import math

import pytest

from autograder.numerics.ratios import Sample, ratio_sentence


@pytest.mark.parametrize(
    ("samples", "sentence"),
    [
        ([(1, 3.0, 3.0), (2, 6.0, 3.0)], "right at N = 1, 2 times it all at N = 2"),
        ([(1, 1.0, 2.0), (2, 2.0, 4.0)], "1/2 of it all at N = 1, 2"),
        ([(1, -1.0, 1.0), (2, -2.0, 2.0)], "-1 times it all at N = 1, 2"),
        ([(1, 0.1, 1.0), (2, 0.2, 2.0)], "1/10 of it all at N = 1, 2"),
        ([(1, 0.0, 1.0), (2, 0.0, 2.0)], "always 0"),
        ([(1, 1e300, 1.0), (2, 1e300, 1.0)], "1e+300 times it all at N = 1, 2"),
        ([(1, 1.7e308, 1.0), (2, -1.7e308, -1.0)], "1.7e+308 times it all at N = 1, 2"),
        ([(2, 2.0, 1.0), (4, 4.0, 3.0)], "2 times it all at N = 2, 4/3 times at N = 4"),
        ([(1, 1.0, 1.0), (2, 3.0, 1.0)] * 2, "right at N = 1, 3 times it all at N = 2"),
        ([(1, 1.0, 4.0), (2, 2.0, 4.0)], "1/4 of it all at N = 1, 1/2 of it at N = 2"),
    ],
)
def test_a_multiple_is_told_in_words(samples: list[Sample], sentence: str) -> None:
    assert ratio_sentence(samples, "it all") == sentence


@pytest.mark.parametrize(
    "samples",
    [
        pytest.param([(1, 1.0, 1.0), (2, 2.0, 2.0)], id="right"),
        pytest.param([(2, 1.0, 2.0), (2, 3.0, 2.0)], id="no one ratio"),
        pytest.param([(1, 1.0, 0.0)], id="something for nothing"),
        pytest.param([(1, math.nan, 1.0)], id="nan"),
        pytest.param([(1, 1.0, 1.0), (2, 9.0, 5.0)], id="a ratio met once, that follows nothing"),
        pytest.param([(2, 0.1234567, 1.0), (4, 0.7654321, 1.0)], id="numbers that only look like ratios"),
        pytest.param([(1, 1e300, 1e-300), (2, 1e300, 1e-300)], id="a ratio that is no number"),
        pytest.param([], id="nothing"),
    ],
)
def test_where_there_is_no_multiple_nothing_is_told(samples: list[Sample]) -> None:
    assert ratio_sentence(samples, "it all") == ""
