"""Which known mistake behaves exactly like a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap

from autograder.checks.case import Probe
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.calls import Array, Opaque, Outcome, Raised, Returned, array_of
from autograder.numerics.compare import same_shape

TELLING = 0.6
"""Share of the probes that have to tell: those at N = 1 and far out may not."""

SPELLING_UNITS = 2.0**10
"""Units of rounding within which spellings of one mistake differ, as tanh made of exponentials does."""


def named(
    function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome], known: Sequence[Known]
) -> Mistake | None:
    """Find the known mistake that answers alike at every probe; None if there is none, or more than one."""
    alike = [
        k.mistake
        for k in known
        if k.mistake.function == function and same_behaviour(probes, outcomes, k.outcomes)
    ]
    return alike[0] if len(alike) == 1 else None


def same_behaviour(probes: Sequence[Probe], outcomes: Sequence[Outcome], known: Sequence[Outcome]) -> bool:
    """Whether a function answers as a known mistake does, wherever both give an answer at all.

    Where a mistake divides by zero or overflows, one spelling gives inf, another nan, a third is guarded.
    """
    answers = list(zip(probes, outcomes, known, strict=True))
    telling = [answer for answer in answers if not (_not_finite(answer[1]) or _not_finite(answer[2]))]
    return len(telling) >= TELLING * len(answers) and all(starmap(_alike, telling))


def _not_finite(outcome: Outcome) -> bool:
    value = array_of(outcome)
    return value is not None and not value.finite


def _alike(probe: Probe, outcome: Outcome, other: Outcome) -> bool:
    if isinstance(outcome, Raised) and isinstance(other, Raised):
        return outcome.type == other.type
    if not (isinstance(outcome, Returned) and isinstance(other, Returned)):
        return False
    same_effects = outcome.changed == other.changed and outcome.set_parameter == other.set_parameter
    ours, theirs = outcome.value, other.value
    if isinstance(ours, Opaque) and isinstance(theirs, Opaque):
        return same_effects and ours.type == theirs.type and outcome.printed == other.printed
    if not (same_effects and isinstance(ours, Array) and isinstance(theirs, Array)):
        return False
    if ours.values == theirs.values and same_shape(ours, theirs):
        return True
    sizes = [*map(abs, theirs.values), *probe.magnitude]
    scale = (max(sizes),) * len(theirs.values) if sizes else ()
    units = max(SPELLING_UNITS, probe.units)
    return replace(probe, expected=theirs, magnitude=scale, units=units).agrees(ours)
