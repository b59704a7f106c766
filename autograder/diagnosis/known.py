"""Which known mistake behaves exactly like a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap

from autograder.checks.case import Probe
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.calls import Array, Opaque, Outcome, Raised, Returned
from autograder.numerics.compare import same_shape


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
    """Whether a function answers as a known mistake does, wherever that gives an answer at all.

    Where the mistake divides by zero, one spelling gives inf, another raises, a third is guarded.
    """
    telling = (
        (probe, outcome, other)
        for probe, outcome, other in zip(probes, outcomes, known, strict=True)
        if not (isinstance(other, Returned) and isinstance(other.value, Array) and not other.value.finite)
    )
    return all(starmap(_alike, telling))


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
    return replace(probe, expected=theirs, magnitude=scale).agrees(ours)
