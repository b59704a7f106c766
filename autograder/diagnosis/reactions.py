"""How a value answers to a change of the inputs, beside how the right one does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from autograder.checks.case import Case
from autograder.exercise.answers import Trial
from autograder.facts.calls import Array
from autograder.facts.outcomes import array_of
from autograder.numerics.ratios import LARGEST_DENOMINATOR, RELATIVE

LARGEST = 100
"""A numerator beyond is no ratio that anyone would recognise."""
SAME = ("stays the same", "stay the same")
ZERO, NOT_ZERO = ("is 0", "be 0"), ("is not 0", "not be 0")
PLAIN = {Fraction(1): SAME, Fraction(-1): ("changes its sign", "change its sign")}
CHANGES = ("changes", "change")


def reaction(case: Case, trials: Sequence[Trial]) -> str:
    """Tell the first change to which a function reacts otherwise than the right one; empty if to none."""
    calls = dict.fromkeys(probe.call for trial in trials for probe in (trial.before, trial.after))
    answers = dict(zip(calls, map(array_of, case.runner.run(tuple(calls))), strict=True))
    for trial in trials:
        before, after = answers[trial.before.call], answers[trial.after.call]
        right = _relation(trial.before.expected, trial.after.expected)
        theirs = _relation(before, after) if before is not None and after is not None else None
        if theirs is None or right is None or theirs == right:
            continue
        if right == ZERO:
            theirs = NOT_ZERO
        if theirs == SAME or right != CHANGES:
            return f"{trial.words}, it {theirs[0]}, and should {right[1]}"
    return ""


def _relation(before: Array, after: Array) -> tuple[str, str] | None:
    """Say how one value follows from another: "it is ..." and "it should be ..."; None if it does not."""
    if before.shape != after.shape or not (before.finite and after.finite):
        return None
    if not any(after.values):
        return ZERO
    pairs = list(zip(before.values, after.values, strict=True))
    ratios = [b / a if a else math.nan for a, b in pairs if a or b]
    first = ratios[0]
    if not all(abs(ratio - first) <= RELATIVE * abs(first) for ratio in ratios):
        return CHANGES
    simple = Fraction(first).limit_denominator(LARGEST_DENOMINATOR)
    if abs(simple - first) > RELATIVE * abs(first) or abs(simple.numerator) > LARGEST:
        return CHANGES
    return PLAIN.get(simple) or (f"is {simple} times as large", f"be {simple} times as large")
