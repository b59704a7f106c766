"""How a value answers to a change of the inputs, beside how the right one does."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from autograder.checks.case import Case
from autograder.exercise.answers import Trial
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import array_of
from autograder.numerics.observations import fits, relative
from autograder.numerics.ratios import LARGEST_DENOMINATOR, RELATIVE

if TYPE_CHECKING:
    from fractions import Fraction

RECOGNISED_NUMERATOR = 100
"""Nobody would recognise a ratio with a larger numerator."""

LAST_DIGITS = 1e-12
"""Share of the largest entry that rounding may change."""


class Relation(NamedTuple):
    """How one value follows from another, in words."""

    it: str
    it_should: str


UNCHANGED = Relation("stays the same", "stay the same")
IS_ZERO, IS_NOT_ZERO = Relation("is 0", "be 0"), Relation("is not 0", "not be 0")
PLAIN: Mapping[object, Relation] = {1: UNCHANGED, -1: Relation("changes its sign", "change its sign")}
CHANGES = Relation("changes", "change")


class Reactions(NamedTuple):
    """How a value answers to a change, and how the right one does; None if one of them cannot be said."""

    it: Relation | None
    it_should: Relation | None
    is_complete: bool

    @property
    def is_telling(self) -> bool:
        """Whether the two differ in a way that is worth reporting."""
        if self.it is None or self.it_should is None or self.it == self.it_should:
            return False
        return self.it == UNCHANGED or (self.it_should != CHANGES and self.is_complete)


def reaction(case: Case, trials: Sequence[Trial]) -> str:
    """Report the first change to which a function reacts otherwise than the right one; empty if to none.

    Of several trials of one change, all have to show the same.
    """
    calls = dict.fromkeys(probe.call for trial in trials for probe in (trial.before, trial.after))
    outcomes = case.runner.run(tuple(calls))
    arrays = dict(zip(calls, map(array_of, outcomes), strict=True))
    for words, alike in groupby(trials, attrgetter("words")):
        seen = {_reactions(arrays, trial) for trial in alike}
        first = seen.pop()
        if not seen and first.is_telling:
            return _sentence(words, first)
    return ""


def _reactions(arrays: Mapping[Call, Array | None], trial: Trial) -> Reactions:
    before, after = arrays[trial.before.call], arrays[trial.after.call]
    theirs = _relation(before, after)
    right = _relation(trial.before.expected, trial.after.expected)
    if theirs == UNCHANGED and not _is_still(before, after):
        theirs = None
    if right == IS_ZERO and theirs is not None:
        theirs = IS_ZERO if _vanishes(before, after) else IS_NOT_ZERO
    return Reactions(theirs, right, trial.is_complete)


def _sentence(words: str, reactions: Reactions) -> str:
    it, it_should = reactions.it or UNCHANGED, reactions.it_should or UNCHANGED
    return f"{words}, it {it.it}, and should {it_should.it_should}"


def _is_still(before: Array | None, after: Array | None) -> bool:
    """Whether a value stays the same to the last digits: what changes a little does change."""
    if before is None or after is None:
        return False
    return fits(after, relative(before, LAST_DIGITS))


def _vanishes(before: Array | None, after: Array | None) -> bool:
    """Whether a value becomes 0, or what rounding leaves of it."""
    if before is None or after is None:
        return False
    largest = max(map(abs, before.values), default=0.0)
    return max(map(abs, after.values), default=0.0) <= LAST_DIGITS * largest


def _relation(before: Array | None, after: Array | None) -> Relation | None:
    """Say how one value follows from another; None if they cannot be compared."""
    if before is None or after is None or before.shape != after.shape:
        return None
    if not (before.finite and after.finite):
        return None
    if not any(after.values) and any(before.values):
        return IS_ZERO
    pairs = zip(before.values, after.values, strict=True)
    if before.values == after.values:
        return UNCHANGED
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
    from fractions import Fraction  # noqa: PLC0415 - most files are explained without

    fraction = Fraction(first).limit_denominator(LARGEST_DENOMINATOR)
    is_near = abs(fraction - first) <= slack
    return fraction if is_near and abs(fraction.numerator) <= RECOGNISED_NUMERATOR else None
