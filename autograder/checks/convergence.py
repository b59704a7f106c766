"""The convergence oracle: does training with these functions follow the path of right ones?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.descents import NoStepError, paths_from
from autograder.checks.training_questions import TrainingQuestions
from autograder.facts.calls import Array, Named, Value
from autograder.facts.errors import BrokenError
from autograder.facts.messages import paths
from autograder.facts.training import Leads, Rate
from autograder.facts.verdict import Answer, Verdict, passed
from autograder.numerics import descent

LARGE_NUMBER = 1e6
"""From here on, a parameter is reported in powers of ten."""
STEADY = 1e-3
"""Rates nearer than this are reported as one; float32 data blurs them when the error is nearly gone."""
MOST_REPORTED_ENTRIES = 4
"""Entries of an array that are reported one by one."""


def convergence(case: Case) -> Answer:
    """Train: the submission steps with its own derivatives, and the judge takes every step again.

    Half of the item for arriving where right functions lead, half for the way there. Descent does not depend
    on the loss, so a mistake there costs nothing here.
    """
    unmet = case.unmet()
    if unmet is not None:
        return unmet
    questions = case.plan.training
    leads = None if questions is None else questions.training.leads
    if questions is None or leads is None:
        raise BrokenError("nobody computed where training leads")
    try:
        if leads.rate is not None:
            return _at_a_rate(case, questions, leads, leads.rate)
        return _along_the_path(case, questions, leads)
    except NoStepError as none:
        return none.answer


def _at_a_rate(case: Case, questions: TrainingQuestions, leads: Leads, rate: Rate) -> Answer:
    """Train one parameter whose error shrinks at a rate, from two starts."""
    (parameter,) = case.task.parameters
    _, *trained = paths_from(case, questions)
    first, second = (numbers_of(path, parameter) for path in trained)
    others = second if _has_rate(first, rate) else []
    text = rate_text(parameter, first, others, rate)
    arrived = _arrives(first, leads, parameter, rate)
    follows = _has_rate(others, rate)
    return _answer(case, text, arrived=arrived, follows=follows)


def _has_rate(path: Sequence[float], rate: Rate) -> bool:
    return descent.has_rate(path, rate.target, rate.share)


def numbers_of(path: descent.Path, parameter: str) -> list[float]:
    """List the values of a parameter that is a single number; TypeError for an array."""
    numbers = []
    for values in path:
        value = values[parameter]
        if isinstance(value, Array):
            raise TypeError(value)
        numbers.append(value)
    return numbers


def _arrives(path: Sequence[float], leads: Leads, parameter: str, rate: Rate) -> bool:
    """Whether training ended, after all epochs, as near the target as right functions come, or nearer."""
    epochs = max(leads.waypoints)
    right = leads.waypoints[epochs][parameter]
    if isinstance(right, Array):
        raise TypeError(right)
    if len(path) != epochs + 1:
        return False
    way = abs(right - rate.start)
    off = abs(right - rate.target)
    allowed = off + descent.PATH_TOLERANCE * way
    return abs(path[-1] - rate.target) <= allowed


def _along_the_path(case: Case, questions: TrainingQuestions, leads: Leads) -> Answer:
    """Train, and compare the parameters with those of right functions after some numbers of epochs."""
    _, path = paths_from(case, questions)
    shares = _shares_off(path, leads)
    last = questions.training.epochs
    arrived = shares[last] <= descent.ARRIVAL_SHARE
    strays = [epoch for epoch, share in shares.items() if share > descent.PATH_TOLERANCE]
    text = path_text(path, leads, strays)
    return _answer(case, text, arrived=arrived, follows=not strays)


def _shares_off(path: descent.Path, leads: Leads) -> dict[int, float]:
    """Return by epoch how far off a path is, as a share of the way; infinite where it broke off before."""
    shares = {}
    for epoch, right in sorted(leads.waypoints.items()):
        reached = epoch < len(path)
        shares[epoch] = descent.furthest_off(path[epoch], right, path[0]) if reached else math.inf
    return shares


def _answer(case: Case, text: str, *, arrived: bool, follows: bool) -> Answer:
    if arrived and follows:
        return passed(text)
    wrong = paths.follows(" and ".join(case.wrong_needs)) if case.wrong_needs else ""
    report = paths.other_rate if arrived else paths.not_reached
    return Answer(Verdict.FAILED, (arrived + follows) / 2, report(path=text, follows=wrong))


def path_text(path: descent.Path, leads: Leads, strays: Sequence[int]) -> str:
    """Say where training ended, and from which epoch on it is not where right functions lead."""
    epochs, right = max(leads.waypoints.items())
    end, trained = path[-1], len(path) - 1
    if trained < epochs or not descent.is_finite(end):
        return _breaks_off_text(end, trained)
    ended = _values_text(end)
    if not strays:
        return paths.ended(values=ended, epochs=epochs)
    expected = _values_text(right)
    if ended == expected:
        return paths.leaves_the_path(values=ended, epochs=epochs, epoch=strays[0])
    return paths.ended_elsewhere(values=ended, epochs=epochs, expected=expected)


def _breaks_off_text(end: Named[Value], epoch: int) -> str:
    """Say which parameters leave the finite numbers, all of them if none is seen to."""
    gone = [name for name, value in end.items() if not descent.is_finite(Named({name: value}))]
    return paths.breaks_off(" and ".join(gone or end), epoch=epoch)


def _values_text(values: Named[Value]) -> str:
    return "  ".join(f"{name} = {_value_text(value)}" for name, value in values.items())


def _value_text(value: Value) -> str:
    """Write a parameter in few characters: an array only if it is short."""
    if not isinstance(value, Array):
        return _number_text(value)
    if len(value.values) > MOST_REPORTED_ENTRIES:
        length = math.hypot(*value.values)
        return f"an array of shape {value.shape} and length {length:.3g}"
    entries = ", ".join(f"{entry:.3g}" for entry in value.values)
    return f"[{entries}]"


def _number_text(number: float) -> str:
    return f"{number:.3f}" if abs(number) < LARGE_NUMBER else f"{number:.3g}"


def rate_text(parameter: str, path: Sequence[float], others: Sequence[float], rate: Rate) -> str:
    """Say where training ended and how fast the error shrank.

    The other start is tried only where the first one has the rate, so that its path shows more.
    """
    end, epochs = path[-1], len(path) - 1
    if not math.isfinite(end):
        return paths.breaks_off(parameter, epoch=epochs)
    arrived = paths.arrived(parameter, end=_number_text(end), epochs=epochs, target=f"{rate.target:g}")
    shown = others or path
    right = _has_rate(shown, rate)
    leaves = _leaves_text(shown, rate, right=right)
    if others and not right:
        started = paths.started(parameter, start=f"{rate.other_start:g}")
        leaves = f"{started}{leaves}"
    return f"{arrived}; {leaves}"


def _leaves_text(shown: Sequence[float], rate: Rate, *, right: bool) -> str:
    """Say what share of the error an epoch leaves: each one, or the one that is furthest from the rate."""
    measured = [each for each in descent.rates(shown, rate.target) if math.isfinite(each)] or [1.0]
    share = measured[0]
    which = "each epoch"
    if max(measured) - min(measured) > STEADY:
        share = max(measured, key=lambda each: abs(each - rate.share))
        which = "an epoch"
    left = f"{share:.3f}"
    expected = f"{rate.share:.3f}"
    if left == expected and not right:
        left = f"{share:.6f}"
    return paths.leaves(which=which, share=left, rate=expected)
