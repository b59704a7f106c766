"""How a value answers to a change of the inputs, beside how the right one does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.exercise.answers import Trial
from autograder.facts.calls import Array
from autograder.facts.outcomes import array_of
from autograder.numerics.ratios import LARGEST_DENOMINATOR, RELATIVE

RECOGNISED_NUMERATOR = 100
"""Nobody would recognise a ratio with a larger numerator."""


class Relation(NamedTuple):
    """How one value follows from another, in words."""

    it: str
    it_should: str


UNCHANGED = Relation("stays the same", "stay the same")
IS_ZERO, IS_NOT_ZERO = Relation("is 0", "be 0"), Relation("is not 0", "not be 0")
PLAIN = {Fraction(1): UNCHANGED, Fraction(-1): Relation("changes its sign", "change its sign")}
CHANGES = Relation("changes", "change")


def reaction(case: Case, trials: Sequence[Trial]) -> str:
    """Report the first change to which a function reacts otherwise than the right one; empty if to none."""
    calls = dict.fromkeys(probe.call for trial in trials for probe in (trial.before, trial.after))
    outcomes = case.runner.run(tuple(calls))
    arrays = dict(zip(calls, map(array_of, outcomes), strict=True))
    for trial in trials:
        theirs = _relation(arrays[trial.before.call], arrays[trial.after.call])
        right = _relation(trial.before.expected, trial.after.expected)
        if theirs is None or right is None or theirs == right:
            continue
        if right == IS_ZERO:
            theirs = IS_NOT_ZERO
        if theirs == UNCHANGED or right != CHANGES:
            return f"{trial.words}, it {theirs.it}, and should {right.it_should}"
    return ""


def _relation(before: Array | None, after: Array | None) -> Relation | None:
    """Say how one value follows from another; None if they cannot be compared."""
    if before is None or after is None or before.shape != after.shape:
        return None
    if not (before.finite and after.finite):
        return None
    if not any(after.values):
        return IS_ZERO
    pairs = zip(before.values, after.values, strict=True)
    ratio = _simple([b / a if a else math.nan for a, b in pairs if a or b])
    if ratio is None:
        return CHANGES
    larger = f"{ratio} times as large"
    return PLAIN.get(ratio) or Relation(f"is {larger}", f"be {larger}")


def _simple(ratios: Sequence[float]) -> Fraction | None:
    """Find the simple fraction that all ratios are; None if they are not one."""
    first = ratios[0]
    slack = RELATIVE * abs(first)
    if not all(abs(ratio - first) <= slack for ratio in ratios):
        return None
    fraction = Fraction(first).limit_denominator(LARGEST_DENOMINATOR)
    is_near = abs(fraction - first) <= slack
    return fraction if is_near and abs(fraction.numerator) <= RECOGNISED_NUMERATOR else None
