"""Comparing with a derived bound."""

from __future__ import annotations

import math

import pytest

from autograder.facts.calls import Array, vector
from autograder.numerics.compare import (
    FLOAT32,
    FLOAT64,
    agrees,
    is_float32,
    looks_rounded,
    same_shape,
    tells,
    unit_roundoff,
    working_precision,
)

NUMBER = Array("float64", (), (3.0,))


@pytest.mark.parametrize("shape", [(), (1,)])
def test_a_single_number_may_come_as_a_scalar_or_as_keepdims_leaves_it(shape: tuple[int, ...]) -> None:
    assert same_shape(Array("float64", shape, (3.0,)), NUMBER)


def test_a_scalar_serves_where_an_array_of_one_number_is_expected() -> None:
    assert same_shape(NUMBER, vector((3.0,)))
    assert not same_shape(NUMBER, Array("float64", (1, 1), (3.0,)))


@pytest.mark.parametrize("shape", [(1, 1), (2,), (0,)])
def test_other_shapes_are_no_single_number(shape: tuple[int, ...]) -> None:
    assert not same_shape(Array("float64", shape, (3.0,) * math.prod(shape)), NUMBER)


def test_a_row_is_not_the_vector_that_was_expected() -> None:
    assert not agrees(Array("float64", (1, 2), (1.0, 2.0)), vector((1.0, 2.0)), (1.0, 1.0), FLOAT64)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_disagrees_with_everything_even_itself(value: float) -> None:
    got = Array("float64", (), (value,))
    assert not agrees(got, got, (math.inf,), FLOAT64)


def test_the_bound_is_four_times_roundoff_times_error() -> None:
    error = 1000.0
    within = Array("float64", (), (3.0 + 3 * FLOAT64 * error,))
    beyond = Array("float64", (), (3.0 + 6 * FLOAT64 * error,))
    assert agrees(within, NUMBER, (error,), FLOAT64)
    assert not agrees(beyond, NUMBER, (error,), FLOAT64)


def test_a_value_that_is_small_beside_its_rounding_tells_nothing() -> None:
    assert tells((1.0,), (10.0,), FLOAT64, 0.0)
    assert not tells((1.0,), (1e13,), FLOAT64, 1e9)
    assert not tells((1.0,), (math.inf,), FLOAT64, 0.0)


def test_a_zero_tells_something_where_other_entries_or_other_points_show_the_size() -> None:
    assert tells((0.0, 1.0), (10.0, 10.0), FLOAT64, 0.0)
    assert tells((0.0,), (10.0,), FLOAT64, 1.0)
    assert tells((0.0,), (0.0,), FLOAT64, 0.0)
    assert not tells((0.0,), (10.0,), FLOAT64, 0.0)


def test_half_precision_earns_no_more_slack_than_float32() -> None:
    assert unit_roundoff("float16") == unit_roundoff("float32") == FLOAT32
    assert unit_roundoff("float64") == unit_roundoff("int64") == FLOAT64


def test_a_cast_to_float32_inside_shows_in_the_values() -> None:
    third, third_of_float32 = 1 / 3, 0.3333333432674408
    assert working_precision("float64", [third_of_float32]) == FLOAT32
    assert working_precision("float64", [third]) == FLOAT64
    assert working_precision("float64", [third_of_float32, third]) == FLOAT64


@pytest.mark.parametrize("value", [math.nan, 1e300, 1 / 3])
def test_numbers_that_are_no_float32(value: float) -> None:
    assert not is_float32(value)


@pytest.mark.parametrize("value", [12.345, 1234.567891, 0.1, 65123456.3])
def test_a_value_that_was_rounded_to_decimals_looks_it(value: float) -> None:
    assert looks_rounded([value])


@pytest.mark.parametrize("value", [math.pi * 1e9, math.e * 1e12, 6512345678.123457, math.nan])
def test_large_values_do_not_look_rounded_only_because_they_have_few_decimals(value: float) -> None:
    assert not looks_rounded([value])


@pytest.mark.parametrize("value", [1 / 3, math.pi * 100, math.e * 1e4, 0.125, 3.0, 1234.5678710937500])
def test_long_values_and_short_binary_ones_do_not_look_rounded(value: float) -> None:
    assert not looks_rounded([value])


@pytest.mark.parametrize(("right", "u"), [(5e-309, FLOAT64), (3e-39, FLOAT32)])
def test_what_underflows_may_end_in_0(right: float, u: float) -> None:
    assert agrees(vector((0.0, 1.0)), vector((right, 1.0)), (4 * right, 1.0), u)
    assert not agrees(vector((0.0, 1.0)), vector((right * 1e6, 1.0)), (4e6 * right, 1.0), u)
