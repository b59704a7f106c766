"""Which known mistake behaves exactly like a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import sub

from autograder.checks.probe import Probe
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.calls import Array, Named, Opaque
from autograder.facts.expected import Expected
from autograder.facts.outcomes import Outcome, Raised, Returned
from autograder.numerics.compare import FLOAT32, same_shape, working_precision

TELLING_SHARE = 0.6
"""Share of the probes that have to tell: those at N = 1 and far out may not."""

SPELLING_UNITS = 2.0**10
"""Units of rounding within which spellings of one mistake differ, as tanh made of exponentials does."""


def named(
    function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome | None], known: Sequence[Known]
) -> Mistake | None:
    """Find the known mistake that answers alike at every probe; None if there is none, or more than one."""
    of_function = [each for each in known if each.mistake.function == function]
    alike = [each.mistake for each in of_function if same_behaviour(probes, outcomes, each.outcomes)]
    return alike[0] if len(alike) == 1 else None


def same_behaviour(
    probes: Sequence[Probe], outcomes: Sequence[Outcome | None], known: Sequence[Outcome | None]
) -> bool:
    """Whether a function answers as a known mistake does, wherever both give an answer at all.

    Where a mistake divides by zero or overflows, one spelling gives inf, another nan, a third is guarded. The
    same exceptions are not enough where the mistake gives numbers elsewhere: many mistakes raise ValueError.
    """
    alike = played = 0
    returns = [isinstance(other, Returned) for other in known]
    has_like_numbers = not any(returns)
    for probe, outcome, other in zip(probes, outcomes, known, strict=True):
        if outcome is None or other is None:
            continue
        played += 1
        if _alike(probe, outcome, other) or (
            _cancels(probe) and _alike(_with_terms(probe, probes), outcome, other)
        ):
            alike += 1
            has_like_numbers = has_like_numbers or isinstance(other, Returned)
        elif not (_not_finite(outcome) or _not_finite(other)):
            return False
    return has_like_numbers and alike >= TELLING_SHARE * played


def _with_terms(probe: Probe, probes: Sequence[Probe]) -> Probe:
    """Give a probe where all terms cancel, as the loss at a fit, the bound of its like: terms are as large.

    A bound of 0 is that of the reference's spelling; others add up the terms before they cancel.
    """
    results = {
        name: replace(result, error=_like(name, probe, probes)) for name, result in probe.results.items()
    }
    return replace(probe, results=Named(results))


def _like(name: str, probe: Probe, probes: Sequence[Probe]) -> tuple[float, ...]:
    """Return the largest bound of one result at probes of the same size, for each of its entries."""
    bounds = [max(other.results[name].error, default=0.0) for other in probes if other.n == probe.n]
    return (max(bounds, default=0.0),) * len(probe.results[name].error)


def _cancels(probe: Probe) -> bool:
    return not any(any(result.error) for result in probe.results.values())


def _not_finite(outcome: Outcome) -> bool:
    """Whether a result is an array with entries that are not finite."""
    results = outcome.results.values() if isinstance(outcome, Returned) else ()
    return any(isinstance(value, Array) and not value.finite for value in results)


def _alike(probe: Probe, outcome: Outcome, other: Outcome) -> bool:
    if isinstance(outcome, Raised) and isinstance(other, Raised):
        return outcome.type == other.type
    if not (isinstance(outcome, Returned) and isinstance(other, Returned)):
        return False
    if outcome.changed != other.changed or outcome.parameters != other.parameters:
        return False
    for name, right in probe.results.items():
        ours, theirs = outcome.results[name], other.results[name]
        if isinstance(ours, Array) and isinstance(theirs, Array):
            alike = _alike_values(probe, right, ours, theirs)
        else:
            alike = _alike_in_kind(ours, theirs) and outcome.printed == other.printed
        if not alike:
            return False
    return True


def _alike_in_kind(ours: Array | Opaque, theirs: Array | Opaque) -> bool:
    return isinstance(ours, Opaque) and isinstance(theirs, Opaque) and ours.type == theirs.type


def _alike_values(probe: Probe, right: Expected, ours: Array, theirs: Array) -> bool:
    if not (same_shape(ours, theirs) and ours.finite and theirs.finite):
        return False
    size = max(map(abs, theirs.values), default=0.0)
    error = max(right.error, default=0.0)
    unit = SPELLING_UNITS * max(1.0, size, error)
    differences = map(sub, ours.values, theirs.values)
    difference = max(map(abs, differences), default=0.0)
    if difference > FLOAT32 * unit:  # as mostly, and then the precision does not matter
        return False
    u = FLOAT32 if probe.in_float32 else working_precision(ours.dtype, ours.values)
    return difference <= u * unit
