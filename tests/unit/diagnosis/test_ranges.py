"""Wrong values that no right value is like are reported as such, where nothing else is known of them."""

from __future__ import annotations

import math
from typing import NamedTuple, cast

import pytest

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.diagnosis.ranges import FEWEST_CALLS_OF_RANGE, out_of_range
from autograder.facts.calls import Array, Call, Named
from autograder.facts.expected import Expected
from autograder.facts.outcomes import Outcome, Raised, Returned

CALLS = FEWEST_CALLS_OF_RANGE
PROBABILITIES = [number / (CALLS - 1) for number in range(CALLS)]


class Alone(NamedTuple):
    """As much of a case as is asked for: a function that calls no other."""

    function: str = "forward"
    own_calls: bool = False


def numbers(value: float) -> Array:
    return Array("float64", (1,), (value,))


def measured(right: list[float], got: list[float | Outcome]) -> str:
    """Say what is reported of numbers that came in the place of right ones; empty if nothing is."""
    probes = [
        Probe(
            Call(("forward",), Named({})),
            Named({"p": Expected(numbers(value), (1.0,), exact=False)}),
            Named({"N": 1}),
        )
        for value in right
    ]
    outcomes = [Returned(Named({"p": numbers(each)})) if isinstance(each, float) else each for each in got]
    feedback = out_of_range(cast("Case", Alone()), probes, outcomes)
    return feedback.measured if feedback else ""


def test_what_is_no_probability_is_reported_where_all_right_values_are() -> None:
    got = [-value for value in PROBABILITIES]
    assert measured(PROBABILITIES, got) == (
        f"has values below 0 or above 1 in {CALLS - 1} of {CALLS} calls; all right values lie between 0 and 1"
    )


def test_values_within_the_range_are_not_reported() -> None:
    assert measured(PROBABILITIES, PROBABILITIES[::-1]) == ""


@pytest.mark.parametrize(("sign", "side"), [(1.0, "negative"), (-1.0, "positive")])
def test_a_sign_that_no_right_value_has_is_reported(sign: float, side: str) -> None:
    right = [sign * (1.0 + number) for number in range(CALLS)]
    got = [-right[0], *(2 * value for value in right[1:])]
    assert measured(right, got) == f"has {side} values in 1 of {CALLS} calls; no right value is {side}"


def test_right_values_below_one_that_come_near_to_one_end_alone_are_no_probabilities() -> None:
    right = [value / 2 for value in PROBABILITIES]
    assert measured(right, [2.0] * CALLS) == ""


def test_right_values_of_both_signs_have_no_range() -> None:
    right = [value - 0.5 for value in PROBABILITIES]
    assert measured(right, [9.0] * CALLS) == ""


def test_few_calls_show_no_range() -> None:
    assert measured(PROBABILITIES[1:], [-value for value in PROBABILITIES[1:]]) == ""


def test_a_right_value_just_outside_of_the_range_is_not_reported() -> None:
    got = [-1e-17, *PROBABILITIES[1:-1], 0.5]
    assert measured(PROBABILITIES, got) == ""


def test_values_that_are_mostly_not_finite_are_reported() -> None:
    got = [math.nan] * (CALLS - 1) + [-1.0]
    assert measured(PROBABILITIES, got) == (
        f"returns nan or inf in {CALLS - 1} of {CALLS} calls, and a wrong value in 1 more"
    )


def test_a_few_values_that_are_not_finite_are_not_what_is_reported() -> None:
    got = [math.inf, *(0.5 for _ in PROBABILITIES[1:])]
    assert measured(PROBABILITIES, got) == ""


def test_what_returned_no_array_has_no_range() -> None:
    raised = Raised("forward", "ValueError", "shapes do not fit", 1, "", None)
    assert measured(PROBABILITIES, [raised] * CALLS) == ""
