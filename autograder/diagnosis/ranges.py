"""Wrong values that no right value is like: not finite, of the other sign, or outside of 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import right_at
from autograder.facts.calls import Array
from autograder.facts.messages import differences, returns
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.verdict import Feedback

FEWEST_CALLS_OF_RANGE = 8
"""Calls below which right values may lie in a range by chance."""
NEAR = 1 / 8
"""Right values that come so near to both 0 and 1 fill this range."""


class Range(NamedTuple):
    """Between which numbers all right values lie."""

    smallest: float
    largest: float

    def has(self, array: Array) -> bool:
        """Whether an array lies within it."""
        return all(self.smallest <= value <= self.largest for value in map(float, array.values))


PROBABILITIES, NOT_NEGATIVE, NOT_POSITIVE = Range(0, 1), Range(0, math.inf), Range(-math.inf, 0)


def out_of_range(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Report that most wrong values are not finite, or that some lie where no right one does."""
    wrong = _wrong(case, probes, outcomes)
    finite = [array for array in wrong if array is not None and array.finite]
    never = sum(array is not None and not array.finite for array in wrong)
    if 2 * never > len(wrong):
        others = len(wrong) - never
        return returns.mostly_not_finite(case.function, wrong=never, others=others, calls=len(probes))
    within = _range_of(probes)
    if within is None:
        return None
    outside = sum(not within.has(array) for array in finite)
    return _report(case.function, within, outside, len(probes)) if outside else None


def _wrong(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> list[Array | None]:
    """List what came of the wrong calls; None in the place of what is not an array."""
    pairs = zip(probes, outcomes, strict=True)
    return [array_of(outcome) for probe, outcome in pairs if not right_at(case, outcome, probe)]


def _range_of(probes: Sequence[Probe]) -> Range | None:
    """Choose the narrowest range that all right values lie in; None if they have both signs, or are few."""
    right = [value for probe in probes for value in map(float, probe.expected.values)]
    if len(probes) < FEWEST_CALLS_OF_RANGE or not right:
        return None
    smallest, largest = min(right), max(right)
    if 0 <= smallest < NEAR and 1 - NEAR < largest <= 1:
        return PROBABILITIES
    if smallest >= 0:
        return NOT_NEGATIVE
    return NOT_POSITIVE if largest <= 0 else None


def _report(function: str, within: Range, outside: int, calls: int) -> Feedback:
    if within is PROBABILITIES:
        return differences.outside_unit_range(function, wrong=outside, calls=calls)
    side = "negative" if within is NOT_NEGATIVE else "positive"
    return differences.other_sign(function, side=side, wrong=outside, calls=calls)
