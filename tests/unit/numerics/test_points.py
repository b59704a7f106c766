"""Points of comparison."""

from __future__ import annotations

from fractions import Fraction

import pytest

from autograder.facts.quantities import Real
from autograder.numerics.points import EXACT_SIZES, exact_points, extreme_points, general_points

GRIDS = {"x": Real((), 1, 32), "y": Real((), 1 / 8, 125), "w": Real((), 1 / 8, 4)}


@pytest.mark.parametrize("seed", range(20))
def test_exact_points_separate_the_mistakes_that_one_size_or_one_sign_would_hide(seed: int) -> None:
    points = exact_points(GRIDS, "w", seed)
    assert sorted({point.n for point in points}) == list(EXACT_SIZES)
    for negative, positive in zip(points[::2], points[1::2], strict=True):
        assert negative.data is positive.data
        assert negative.parameter < 0 < positive.parameter
        assert negative.parameter % 1 != 0
        assert positive.parameter % 1 != 0
        x, y = negative.data["x"].values, negative.data["y"].values
        assert 0 not in x
        assert len(set(x)) == len(set(y)) == negative.n
        assert negative.n == 1 or min(x) < 0 < max(x)


@pytest.mark.parametrize("seed", range(20))
def test_the_lesson_is_exact_in_float32_at_exact_points(seed: int) -> None:
    """Every square, and the sum of them, fits into the 24 bits of a float32."""
    for point in exact_points(GRIDS, "w", seed):
        pairs = zip(point.data["x"].values, point.data["y"].values, strict=True)
        squares = [(Fraction(point.parameter) * Fraction(x) - Fraction(y)) ** 2 for x, y in pairs]
        assert all(square.denominator <= 64 for square in squares)
        assert sum(squares) * 64 <= 2**24


def test_the_same_seed_draws_the_same_points_and_another_seed_others() -> None:
    assert exact_points(GRIDS, "w", 1) == exact_points(GRIDS, "w", 1)
    assert exact_points(GRIDS, "w", 1) != exact_points(GRIDS, "w", 2)
    assert general_points(GRIDS, "w", 1) == general_points(GRIDS, "w", 1)


def test_general_points_come_in_both_precisions() -> None:
    assert {point.data["x"].dtype for point in general_points(GRIDS, "w", 1)} == {"float32", "float64"}


@pytest.mark.parametrize("seed", range(20))
def test_extreme_points_are_far_out_near_zero_and_where_training_starts(seed: int) -> None:
    far, near, still = extreme_points(GRIDS, "w", seed)
    assert max(map(abs, far.data["y"].values)) > 1000 > max(map(abs, still.data["y"].values))
    assert max(map(abs, near.data["y"].values)) < 1
    assert still.parameter == 0
    for point in (far, near):
        assert point.parameter > 0
        assert all(Fraction(v).denominator.bit_count() == 1 for a in point.data.values() for v in a.values)
