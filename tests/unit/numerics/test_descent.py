"""Descents and their rates."""

from __future__ import annotations

import math

import pytest

from autograder.facts.calls import Array, Named, vector
from autograder.numerics.descent import (
    PATH_TOLERANCE,
    RATE_EPOCHS,
    distance,
    downhill,
    furthest_off,
    has_rate,
    is_finite,
    limit_of,
    path_along,
    rates,
    share_off,
)


def walk(rate: float, start: float = 0.0, target: float = 2.0, epochs: int = 30) -> list[float]:
    return [target + (start - target) * rate**epoch for epoch in range(epochs + 1)]


def test_a_step_goes_against_the_derivatives() -> None:
    before = Named({"w": vector((1.0, 2.0)), "b": 0.5})
    after = downhill(before, [vector((10.0, -10.0)), 1.0], 0.25)
    assert after == {"w": vector((-1.5, 4.5)), "b": 0.25}


def test_a_number_and_an_array_are_never_mixed_up() -> None:
    with pytest.raises(TypeError):
        downhill(Named({"b": 0.5}), [vector((1.0,))], 0.25)


def test_the_right_rate_is_recognised() -> None:
    assert has_rate(walk(0.85), 2.0, 0.85)


@pytest.mark.parametrize("rate", [0.4, 0.7, 0.8498, 0.8502, 0.925, 1.15])
def test_other_rates_are_told_apart(rate: float) -> None:
    assert not has_rate(walk(rate), 2.0, 0.85)


def test_a_descent_that_breaks_off_has_no_rate() -> None:
    assert not has_rate(walk(0.85)[:RATE_EPOCHS], 2.0, 0.85)
    assert not has_rate([], 2.0, 0.85)


def test_at_the_target_no_rate_can_be_measured() -> None:
    assert math.isnan(rates([2.0, 2.0], 2.0)[0])


@pytest.mark.parametrize("rate", [0.85, 0.4, -0.5])
def test_a_rate_and_its_target_are_found(rate: float) -> None:
    found = limit_of(walk(rate))
    assert found is not None
    assert found.rate == pytest.approx(rate)
    assert found.target == pytest.approx(2.0)


@pytest.mark.parametrize(
    "path",
    [walk(1.15), walk(0.85, epochs=3), [0.0] * 30, [1 / (k + 1) for k in range(30)]],
    ids=["it grows", "too short", "it stands still", "it slows down"],
)
def test_a_path_without_a_rate_has_none(path: list[float]) -> None:
    assert limit_of(path) is None


def test_how_far_off_is_told_as_a_share_of_the_way() -> None:
    start, right = vector((0.0, 0.0)), vector((3.0, 4.0))
    assert distance(right, start) == 5.0
    assert share_off(vector((3.0, 4.5)), right, start) == pytest.approx(0.1)
    assert share_off(vector((math.nan, 4.0)), right, start) == math.inf
    assert share_off(1.0, 1.0, 1.0) == 0.0
    assert share_off(1.5, 1.0, 1.0) == math.inf


def test_a_parameter_that_stays_may_be_off_by_rounding() -> None:
    start = Named({"w": vector((0.0, 0.0)), "b": 0.0})
    right = Named({"w": vector((3.0, 4.0)), "b": 0.0})
    assert furthest_off(Named({"w": vector((3.0, 4.0)), "b": 1e-16}), right, start) < PATH_TOLERANCE
    assert furthest_off(Named({"w": vector((3.0, 4.0)), "b": 1e-4}), right, start) > PATH_TOLERANCE
    assert furthest_off(Named({"w": vector((3.0, 4.5)), "b": 0.0}), right, start) == pytest.approx(0.1)


def test_numbers_that_are_not_finite_are_noticed_in_arrays_as_well() -> None:
    assert is_finite(Named({"w": vector((1.0,)), "b": 2.0}))
    assert not is_finite(Named({"w": Array("float64", (1,), (math.inf,)), "b": 2.0}))
    assert not is_finite(Named({"b": math.nan}))


def test_a_path_takes_each_step_from_where_the_last_one_led() -> None:
    path = path_along(Named({"w": 1.0, "b": 0.0}), ((2.0, 4.0), (-1.0, 0.0)), 0.5)
    assert path == (Named(w=1.0, b=0.0), Named(w=0.0, b=0.5), Named(w=-2.0, b=0.5))
