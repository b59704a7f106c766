"""Points of comparison."""

from __future__ import annotations

from fractions import Fraction

import pytest

from autograder.facts.calls import Array, Named
from autograder.facts.quantities import Fixed, Labels, Quantities, Real
from autograder.numerics.points import Point, exact_points, extreme_points, general_points
from autograder.numerics.sizes import POWERS_OF_TWO, exact_sizes

LESSON = Quantities(
    Named({"x": Real(("N",), 1, 32), "y": Real(("N",), 1 / 8, 125), "w": Real((), 1 / 8, 4)}), ("w",)
)


def number(point: Point, name: str) -> float:
    value = point.inputs[name]
    assert not isinstance(value, Array)
    return value


def entries(point: Point, name: str) -> tuple[float, ...]:
    value = point.inputs[name]
    assert isinstance(value, Array)
    return value.values


@pytest.mark.parametrize("seed", range(20))
def test_exact_points_separate_the_mistakes_that_one_size_or_one_sign_would_hide(seed: int) -> None:
    points = exact_points(LESSON, seed)
    assert sorted({point.n for point in points}) == list(POWERS_OF_TWO)
    for negative, positive in zip(points[::2], points[1::2], strict=True):
        assert all(negative.inputs[name] == positive.inputs[name] for name in ("x", "y"))
        assert number(negative, "w") < 0 < number(positive, "w")
        assert number(negative, "w") % 1 != 0
        assert number(positive, "w") % 1 != 0
        x, y = entries(negative, "x"), entries(negative, "y")
        assert 0 not in x
        assert len(set(x)) == len(set(y)) == negative.n
        assert negative.n == 1 or min(x) < 0 < max(x)


@pytest.mark.parametrize("seed", range(20))
def test_the_lesson_is_exact_in_float32_at_exact_points(seed: int) -> None:
    """Every square, and the sum of them, fits into the 24 bits of a float32."""
    for point in exact_points(LESSON, seed):
        pairs = zip(entries(point, "x"), entries(point, "y"), strict=True)
        squares = [(Fraction(number(point, "w")) * Fraction(x) - Fraction(y)) ** 2 for x, y in pairs]
        assert all(square.denominator <= 64 for square in squares)
        assert sum(squares) * 64 <= 2**24


def test_the_same_seed_draws_the_same_points_and_another_seed_others() -> None:
    assert exact_points(LESSON, 1) == exact_points(LESSON, 1)
    assert exact_points(LESSON, 1) != exact_points(LESSON, 2)
    assert general_points(LESSON, 1) == general_points(LESSON, 1)


def test_general_points_come_in_both_precisions() -> None:
    assert {point.inputs["x"].dtype for point in general_points(LESSON, 1)} == {"float32", "float64"}


@pytest.mark.parametrize("seed", range(20))
def test_extreme_points_are_far_out_near_zero_and_where_training_starts(seed: int) -> None:
    far, near, still = extreme_points(LESSON, seed)
    assert max(map(abs, entries(far, "y"))) > 1000 > max(map(abs, entries(still, "y")))
    assert max(map(abs, entries(near, "y"))) < 1
    assert number(still, "w") == 0
    for point in (far, near):
        assert number(point, "w") > 0
        assert all(
            Fraction(v).denominator.bit_count() == 1 for name in ("x", "y") for v in entries(point, name)
        )


NETWORK = Quantities(
    Named(
        {
            "x": Real(("N", "D")),
            "y": Labels(("N",), "C"),
            "reg": Fixed((0.0, 0.125, 1.0)),
            "W": Real(("D", "C")),
            "b": Real(("C",)),
        }
    ),
    ("W", "b"),
)


def test_named_sizes_are_once_all_alike_and_else_told_apart() -> None:
    sizes = exact_sizes(NETWORK)
    assert sum(len(set(each.values())) == 1 for each in sizes) == 1
    for a, b in (("N", "D"), ("N", "C"), ("D", "C")):
        assert any(each[a] != each[b] for each in sizes)


@pytest.mark.parametrize("seed", range(20))
def test_shapes_follow_from_the_sizes_of_a_point(seed: int) -> None:
    for point in (
        *exact_points(NETWORK, seed),
        *extreme_points(NETWORK, seed),
        *general_points(NETWORK, seed),
    ):
        n, d, c = (point.sizes[name] for name in ("N", "D", "C"))
        shapes = {name: value.shape for name, value in point.inputs.items() if isinstance(value, Array)}
        assert shapes == {"x": (n, d), "y": (n,), "W": (d, c), "b": (c,)}


@pytest.mark.parametrize("seed", range(20))
def test_every_class_occurs_where_there_are_as_many_samples(seed: int) -> None:
    for point in exact_points(NETWORK, seed):
        classes = set(entries(point, "y"))
        assert classes <= set(range(point.sizes["C"]))
        assert len(classes) == min(point.sizes["N"], point.sizes["C"])


def test_every_value_of_a_fixed_number_is_used() -> None:
    assert {point.inputs["reg"] for point in exact_points(NETWORK, 3)} == {0.0, 0.125, 1.0}


def test_arrays_of_parameters_differ_at_two_points_of_one_size() -> None:
    for first, second in zip(exact_points(NETWORK, 4)[::2], exact_points(NETWORK, 4)[1::2], strict=True):
        assert first.inputs["x"] == second.inputs["x"]
        assert first.inputs["W"] != second.inputs["W"]
