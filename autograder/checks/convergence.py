"""The convergence oracle: does training with these functions follow the path of right ones?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.descents import NoStepError, Path, paths_from
from autograder.facts.calls import Array, Named, Value
from autograder.facts.errors import BrokenError
from autograder.facts.messages import paths
from autograder.facts.task import Leads, Rate, Training
from autograder.facts.verdict import Answer, Verdict, passed
from autograder.numerics import descent
from autograder.numerics.descent import RATE_EPOCHS

LARGE = 1e6
"""From here on, a parameter is reported in powers of ten."""
STEADY = 1e-3
"""Rates nearer than this are reported as one; float32 data blurs them when the error is nearly gone."""
REHEARSAL = 1
"""Epochs that are trained beforehand: a gradient that is right once alone is wrong when it counts."""
MOST_ENTRIES = 4
"""Entries of an array that are reported one by one."""


def convergence(case: Case) -> Answer:
    """Train: the submission steps with its own derivatives, and the judge takes every step again.

    Half of the item for arriving where right functions lead, half for the way there. Descent does not depend
    on the loss, so a mistake there costs nothing here.
    """
    unmet = case.unmet()
    if unmet is not None:
        return unmet
    training = case.task.training
    if training is None or training.leads is None:
        raise BrokenError("nobody computed where training leads")
    try:
        if training.leads.rate is not None:
            return _at_a_rate(case, training, training.leads, training.leads.rate)
        return _along_the_path(case, training, training.leads)
    except NoStepError as none:
        return none.answer


def _at_a_rate(case: Case, training: Training, leads: Leads, rate: Rate) -> Answer:
    """Train one parameter whose error shrinks at a rate, from two starts."""
    (parameter,) = case.task.parameters
    other = {parameter: rate.other_start}
    starts = [(training.start, REHEARSAL), (training.start, training.epochs), (other, RATE_EPOCHS)]
    _, first, second = (numbers_of(path, parameter) for path in paths_from(case, training, starts))
    reached = len(first) == training.epochs + 1 and _is_near(first[-1], leads, parameter, rate)
    steady = descent.has_rate(first, rate.target, rate.share)
    others = second if steady else []
    steady = steady and descent.has_rate(others, rate.target, rate.share)
    return _answer(case, rate_text(parameter, first, others, rate), arrived=reached, follows=steady)


def numbers_of(path: Path, parameter: str) -> list[float]:
    """List the values of a parameter that is a single number; TypeError for an array."""
    numbers = []
    for values in path:
        value = values[parameter]
        if isinstance(value, Array):
            raise TypeError(value)
        numbers.append(value)
    return numbers


def _is_near(end: float, leads: Leads, parameter: str, rate: Rate) -> bool:
    """Whether training ended as near the target as right functions come, or nearer."""
    right = leads.waypoints[max(leads.waypoints)][parameter]
    if isinstance(right, Array):
        raise TypeError(right)
    allowed = abs(right - rate.target) + descent.PATH_TOLERANCE * abs(right - rate.start)
    return abs(end - rate.target) <= allowed


def _along_the_path(case: Case, training: Training, leads: Leads) -> Answer:
    """Train, and compare the parameters with those of right functions after some numbers of epochs."""
    starts = [(training.start, REHEARSAL), (training.start, training.epochs)]
    _, path = paths_from(case, training, starts)
    last = max(leads.waypoints)
    offs = {
        epoch: _furthest_off(path[epoch], right, path[0]) if epoch < len(path) else math.inf
        for epoch, right in sorted(leads.waypoints.items())
    }
    strays = [epoch for epoch, off in offs.items() if off > descent.PATH_TOLERANCE]
    text = path_text(path, leads, strays)
    return _answer(case, text, arrived=offs[last] <= descent.NEAR, follows=not strays)


def _furthest_off(values: Named[Value], right: Named[Value], start: Named[Value]) -> float:
    """Return how far the parameter that is furthest off is, as a share of its way."""
    return max(descent.share_off(values[name], right[name], start[name]) for name in right)


def _answer(case: Case, text: str, *, arrived: bool, follows: bool) -> Answer:
    if arrived and follows:
        return passed(text)
    wrong = paths.follows(" and ".join(case.wrong_needs)) if case.wrong_needs else ""
    report = paths.other_rate if arrived else paths.not_reached
    return Answer(Verdict.FAILED, (arrived + follows) / 2, report(path=text, follows=wrong))


def path_text(path: Path, leads: Leads, strays: Sequence[int]) -> str:
    """Say where training ended, and from which epoch on it is not where right functions lead."""
    epochs, right = max(leads.waypoints.items())
    if len(path) - 1 < epochs or not descent.is_finite(path[-1]):
        gone = [name for name, value in path[-1].items() if not descent.is_finite(Named({name: value}))]
        return paths.breaks_off(" and ".join(gone or path[-1]), epoch=len(path) - 1)
    ended = "  ".join(f"{name} = {_told(value)}" for name, value in path[-1].items())
    if not strays:
        return paths.ended(values=ended, epochs=epochs)
    expected = "  ".join(f"{name} = {_told(value)}" for name, value in right.items())
    if ended == expected:
        return paths.leaves_the_path(values=ended, epochs=epochs, epoch=strays[0])
    return paths.ended_elsewhere(values=ended, epochs=epochs, expected=expected)


def _told(value: Value) -> str:
    """Write a parameter in few characters: an array only if it is short."""
    if not isinstance(value, Array):
        return f"{value:.3f}" if abs(value) < LARGE else f"{value:.3g}"
    if len(value.values) > MOST_ENTRIES:
        return f"an array of shape {value.shape} and length {math.hypot(*value.values):.3g}"
    return f"[{', '.join(f'{entry:.3g}' for entry in value.values)}]"


def rate_text(parameter: str, path: Sequence[float], others: Sequence[float], rate: Rate) -> str:
    """Say where training ended and how fast the error shrank.

    The other start is tried only where the first one has the rate, so that its path shows more.
    """
    end = path[-1]
    if not math.isfinite(end):
        return paths.breaks_off(parameter, epoch=len(path) - 1)
    ended = f"{end:.3f}" if abs(end) < LARGE else f"{end:.3g}"
    arrived = paths.arrived(parameter, end=ended, epochs=len(path) - 1, target=f"{rate.target:g}")
    shown = others or path
    right = descent.has_rate(shown, rate.target, rate.share)
    leaves = _leaves_text(shown, rate, right=right)
    if others and not right:
        leaves = paths.started(parameter, start=f"{rate.other_start:g}") + leaves
    return f"{arrived}; {leaves}"


def _leaves_text(shown: Sequence[float], rate: Rate, *, right: bool) -> str:
    """Say what share of the error an epoch leaves: each one, or the one that is furthest from the rate."""
    measured = [each for each in descent.rates(shown, rate.target) if math.isfinite(each)] or [1.0]
    steady = max(measured) - min(measured) <= STEADY
    furthest = max(measured, key=lambda each: abs(each - rate.share))
    which, share = ("each epoch", measured[0]) if steady else ("an epoch", furthest)
    looks_right = f"{share:.3f}" == f"{rate.share:.3f}"
    digits = 6 if looks_right and not right else 3
    return paths.leaves(which=which, share=f"{share:.{digits}f}", rate=f"{rate.share:.3f}")
