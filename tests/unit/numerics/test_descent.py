"""Descents and their rates."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from autograder.numerics.descent import (
    RATE_EPOCHS,
    Step,
    follows,
    foreseen_path,
    has_rate,
    rates,
    step,
)


def walk(rate: float, start: float = 0.0, target: float = 2.0, epochs: int = 30) -> list[Step]:
    path = [target + (start - target) * rate**epoch for epoch in range(epochs + 1)]
    return [Step(before, after) for before, after in pairwise(path)]


def test_a_step_goes_against_the_gradient() -> None:
    assert step(1.0, 0.01, -30.0) == Step(1.0, 1.3)


def test_the_right_rate_is_recognised() -> None:
    assert has_rate(walk(0.85), 2.0, 0.85)


@pytest.mark.parametrize("rate", [0.4, 0.7, 0.8498, 0.8502, 0.925, 1.15])
def test_other_rates_are_told_apart(rate: float) -> None:
    assert not has_rate(walk(rate), 2.0, 0.85)


def test_a_descent_that_breaks_off_has_no_rate() -> None:
    assert not has_rate(walk(0.85)[: RATE_EPOCHS - 1], 2.0, 0.85)
    assert not has_rate([], 2.0, 0.85)


def test_at_the_target_no_rate_can_be_measured() -> None:
    assert math.isnan(rates([Step(2.0, 2.0)], 2.0)[0])


def foretold(rate: float) -> list[float]:
    """Foretell the descent that leaves this rate of the error, from the gradients at 0 and 5."""
    return foreseen_path(0.0, 0.01, {w: (1 - rate) / 0.01 * (w - 2.0) for w in (0.0, 5.0)}, 12)


@pytest.mark.parametrize("rate", [0.85, 0.4, -0.5, 1.15])
def test_a_linear_descent_is_foreseen_from_two_gradients(rate: float) -> None:
    assert len(foretold(rate)) == 13
    assert follows(foretold(rate), walk(rate, epochs=12), 2.0)


def test_a_descent_that_is_not_linear_is_not_foreseen() -> None:
    steps = walk(0.85, epochs=12)
    bent = [*steps[:5], Step(steps[5].before, steps[5].after + 1e-3), *steps[6:]]
    assert not follows(foretold(0.85), bent, 2.0)


def test_too_few_steps_do_not_follow_a_path() -> None:
    assert not follows([0.0, 0.3, 0.555], [Step(0.0, 0.3)], 2.0)
