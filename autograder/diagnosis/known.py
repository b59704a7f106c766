"""Which wrong form of the reference behaves exactly like a function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import sub

from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.exercise.answers import WrongForms
from autograder.exercise.mistakes import Mistake
from autograder.facts.calls import Array, Named, Opaque
from autograder.facts.expected import Expected
from autograder.facts.notes import WITHOUT_CAUSE, tail_of
from autograder.facts.outcomes import Outcome, Raised, Returned
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import FLOAT32, same_shape, working_precision

TELLING_SHARE = 0.6
"""Share of the probes that have to tell: those at N = 1 and far out may not."""

SPELLING_UNITS = 2.0**10
"""Units of rounding within which spellings of one mistake differ, as tanh made of exponentials does."""


def named(
    function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome | None], forms: Sequence[WrongForms]
) -> Mistake | None:
    """Find the mistake that answers alike at every probe; None if there is none, or if several notes fit.

    The first of the forms among which there is any decides: later ones are less likely.
    """
    tell_nothing = [outcome is None or _not_finite(outcome) for outcome in outcomes]
    if all(tell_nothing):
        return None

    def may_be_one(number: int, other: Outcome) -> bool:
        """Whether one probe leaves it open that the function behaves as another one."""
        outcome = outcomes[number]
        if outcome is None or tell_nothing[number]:
            return True
        return _answers_alike(probes[number], probes, outcome, other) or _not_finite(other)

    for each in forms:
        likely = each.like(function, may_be_one)
        alike = [known.mistake for known in likely if same_behaviour(probes, outcomes, known.outcomes)]
        if alike:
            notes = {mistake.note for mistake in alike}
            return alike[0] if len(notes) == 1 else None
    return None


def lacks_cause(fact: Feedback) -> bool:
    """Whether a measured fact leaves open what it comes from."""
    return not fact.usually and tail_of(fact.note) in WITHOUT_CAUSE


def caused_by(feedback: Feedback, mistake: Mistake | None) -> Feedback:
    """Give a measured fact the cause that a mistake is; leave it as it is without one."""
    if mistake is None:
        return feedback
    return replace(feedback, usually=mistake.misconception, note=mistake.note)


def same_behaviour(
    probes: Sequence[Probe], outcomes: Sequence[Outcome | None], known: Sequence[Outcome | None]
) -> bool:
    """Whether a function answers as a known mistake does, wherever both give an answer at all.

    Where a mistake divides by zero or overflows, one spelling gives inf, another nan, a third is guarded. A
    function that is wrong nowhere as the mistake is wrong is not it. The same exceptions are not enough where
    the mistake gives numbers elsewhere: many mistakes raise ValueError. If the mistake gives no numbers at
    all, the messages must be the same.
    """
    alike = played = 0
    shows = False
    has_like_numbers = not any(isinstance(other, Returned) for other in known)
    if has_like_numbers and not _say_the_same(outcomes, known):
        return False
    for probe, outcome, other in zip(probes, outcomes, known, strict=True):
        if outcome is None or other is None:
            continue
        played += 1
        if _answers_alike(probe, probes, outcome, other):
            alike += 1
            shows = shows or not agrees_at(other, probe)
            has_like_numbers = has_like_numbers or isinstance(other, Returned)
        elif _not_finite(outcome) and _not_finite(other):
            shows = True
        elif not (_not_finite(outcome) or _not_finite(other)):
            return False
    return shows and has_like_numbers and alike >= TELLING_SHARE * played


def _say_the_same(outcomes: Sequence[Outcome | None], known: Sequence[Outcome | None]) -> bool:
    """Whether exceptions have the same messages, in which NumPy writes the shapes that do not fit."""
    for ours, theirs in zip(outcomes, known, strict=True):
        if isinstance(ours, Raised) and isinstance(theirs, Raised) and ours.message != theirs.message:
            return False
    return True


def _answers_alike(probe: Probe, probes: Sequence[Probe], outcome: Outcome, other: Outcome) -> bool:
    """Whether two functions answer alike at a probe."""
    if _alike(probe, outcome, other):
        return True
    return probe.cancels and _alike(_with_terms(probe, probes), outcome, other)


def _with_terms(probe: Probe, probes: Sequence[Probe]) -> Probe:
    """Give a probe where all terms cancel, as the loss at a fit, the bound of its like: terms are as large.

    A bound of 0 is that of the reference's spelling; others add up the terms before they cancel.
    """
    results = {
        name: result._replace(error=_like(name, probe, probes)) for name, result in probe.results.items()
    }
    return replace(probe, results=Named(results))


def _like(name: str, probe: Probe, probes: Sequence[Probe]) -> tuple[float, ...]:
    """Return the largest bound of one result at probes of the same size, for each of its entries."""
    bounds = [max(other.results[name].error, default=0.0) for other in probes if other.n == probe.n]
    return (max(bounds, default=0.0),) * len(probe.results[name].error)


def _not_finite(outcome: Outcome) -> bool:
    """Whether a result is an array with entries that are not finite."""
    if not isinstance(outcome, Returned):
        return False
    return any(isinstance(value, Array) and not value.finite for value in outcome.results.values())


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
    if not same_shape(ours, theirs):
        return False
    size = max(map(abs, theirs.values), default=0.0)
    error = max(right.error, default=0.0)
    unit = SPELLING_UNITS * max(1.0, size, error)
    differences = map(sub, ours.values, theirs.values)
    difference = max(map(abs, differences), default=0.0)
    if difference > FLOAT32 * unit or not (ours.finite and theirs.finite):  # as mostly: in any precision
        return False
    u = FLOAT32 if probe.in_float32 else working_precision(ours.dtype, ours.values)
    return difference <= u * unit
