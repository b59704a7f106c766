"""Numerical slopes with an error bound that holds."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from fractions import Fraction

import pytest

from autograder.numerics.compare import FLOAT32, FLOAT64
from autograder.numerics.derivative import (
    Agreement,
    Slope,
    compare_with_slope,
    has_a_smallest_value,
    slope,
    sweep,
    wide_sweep,
)
from autograder.numerics.ratios import ratio_sentence

Function = Callable[[float], float]


def test_a_slope_does_not_depend_on_the_sign_of_a_zero_that_was_seen_before() -> None:
    """Slopes are kept, and equal losses are one: a report says the same whoever was marked before."""
    signs = []
    for zeros in ((0.0, -0.0), (-0.0, 0.0)):
        slope.cache_clear()
        measured = [slope(1.0, (zero,) * len(sweep(1.0)), FLOAT64, 4) for zero in zeros]
        signs += [math.copysign(1, each.value) for each in measured if each is not None]
    assert signs == [1.0] * 4


def problem(seed: int) -> tuple[list[float], list[float], float]:
    rng = random.Random(seed)
    n = rng.choice([2, 4])
    x = [float(rng.choice([-1, 1]) * rng.randint(1, 31)) for _ in range(n)]
    y = [rng.randint(-999, 999) / 8 for _ in range(n)]
    return x, y, rng.randint(-31, 31) / 8


def mse(x: list[float], y: list[float]) -> Function:
    return lambda w: sum((w * a - b) ** 2 for a, b in zip(x, y, strict=True)) / len(x)


def exact_gradient(x: list[float], y: list[float], w: float) -> Fraction:
    terms = [2 * Fraction(a) * (Fraction(w) * Fraction(a) - Fraction(b)) for a, b in zip(x, y, strict=True)]
    return sum(terms, Fraction(0)) / len(x)


def numerical(function: Function, w: float, n: int, u: float = FLOAT64) -> Slope:
    found = slope(w, tuple(function(v) for v in sweep(w)), u, n)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", range(50))
def test_the_slope_of_the_mean_squared_error_is_within_its_bound(seed: int) -> None:
    x, y, w = problem(seed)
    found = numerical(mse(x, y), w, len(x))
    assert abs(Fraction(found.value) - exact_gradient(x, y, w)) <= found.error
    assert found.error <= 1e-9 * max(1.0, abs(found.value))


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize(
    ("outer", "derivative"),
    [
        pytest.param(math.sqrt, lambda m: 0.5 / math.sqrt(m), id="root"),
        pytest.param(math.log1p, lambda m: 1 / (1 + m), id="log"),
        pytest.param(lambda m: m * m, lambda m: 2 * m, id="fourth power"),
    ],
)
def test_the_bound_holds_for_losses_that_are_not_quadratic(
    seed: int, outer: Function, derivative: Function
) -> None:
    x, y, w = problem(seed)
    inner = mse(x, y)
    found = numerical(lambda v: outer(inner(v)), w, len(x))
    expected = derivative(inner(w)) * float(exact_gradient(x, y, w))
    assert abs(found.value - expected) <= found.error + FLOAT64 * found.rounding
    assert compare_with_slope(expected, found, FLOAT64) is not Agreement.DISAGREE


@pytest.mark.parametrize("seed", range(20))
def test_the_slope_beside_a_kink_is_found(seed: int) -> None:
    x, y, w = problem(seed)
    w += 3 * 2.0**-12  # off the kinks

    def absolute(v: float) -> float:
        return sum(abs(v * a - b) for a, b in zip(x, y, strict=True)) / len(x)

    expected = sum(math.copysign(a, a * (w * a - b)) for a, b in zip(x, y, strict=True)) / len(x)
    assert compare_with_slope(expected, numerical(absolute, w, len(x)), FLOAT64) is not Agreement.DISAGREE


@pytest.mark.parametrize("factor", [-1, 0, 0.5, 0.99, 2, 4])
def test_gross_errors_disagree(factor: float) -> None:
    x, y, w = problem(3)
    right = float(exact_gradient(x, y, w))
    found = numerical(mse(x, y), w, len(x))
    assert compare_with_slope(right, found, FLOAT64) is Agreement.AGREE
    assert compare_with_slope(factor * right, found, FLOAT64) is Agreement.DISAGREE


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_not_finite_disagrees(value: float) -> None:
    x, y, w = problem(3)
    assert compare_with_slope(value, numerical(mse(x, y), w, len(x)), FLOAT64) is Agreement.DISAGREE


def test_at_the_optimum_the_numerics_cannot_tell() -> None:
    """Any small gradient would be within rounding of 0: that must not count as agreement."""
    x, y = [3.0, 5.0], [6.0, 10.0]
    found = numerical(mse(x, y), 2.0 + 2.0**-40, 2)
    assert compare_with_slope(found.value, found, FLOAT64) is Agreement.CANNOT_TELL


def test_rounding_to_float32_widens_the_bound() -> None:
    x, y, w = problem(5)
    assert numerical(mse(x, y), w, len(x), FLOAT32).error > numerical(mse(x, y), w, len(x)).error


def test_a_function_that_is_not_finite_has_no_slope() -> None:
    assert slope(1.0, (math.nan,) * len(sweep(1.0)), FLOAT64, 2) is None


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        pytest.param(lambda w: (w - 3) ** 2, True, id="parabola"),
        pytest.param(lambda w: abs(w + 150), True, id="kink far out"),
        pytest.param(lambda w: math.log1p((w - 3) ** 2), True, id="slow growth"),
        pytest.param(lambda _: 0.0, False, id="constant"),
        pytest.param(lambda w: w, False, id="unbounded on one side"),
        pytest.param(lambda w: -((w - 3) ** 2), False, id="unbounded below"),
        pytest.param(lambda _: math.nan, False, id="nan"),
        pytest.param(lambda w: 1 - math.exp(-(w**2)), False, id="flat far out"),
    ],
)
def test_a_loss_must_grow_away_from_a_smallest_value(function: Function, *, expected: bool) -> None:
    assert has_a_smallest_value([function(w) for w in wide_sweep(0.5)]) is expected


def test_the_famous_gradient_is_told_by_its_ratio_at_two_sizes() -> None:
    samples = []
    for seed in range(8):
        x, y, w = problem(seed)
        right = float(exact_gradient(x, y, w))
        samples.append((len(x), len(x) * right, right))
    told = ratio_sentence(samples, "the slope")
    assert told == "2 times the slope at N = 2, 4 times at N = 4"
