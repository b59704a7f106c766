"""Is a gradient the slope of this file's loss where each function is called alone?

A loss is a function of its arguments. One that tells predictions that were just made from others, by what
`forward` left behind or by the object itself, could have a slope that needs no derivation. Every value that
says what the loss measures is part of a slope that the gradient must have: there are no inputs of another
kind, for which a loss could keep another formula.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.curve_places import Place, compared
from autograder.checks.curves import (
    SMALLEST_WAY,
    call_gradient,
    compares,
    levels_off,
    loss_beside,
    loss_through,
)
from autograder.checks.labels import has_labels, lowest_place
from autograder.checks.looks import LOOKS, among_labels, among_numbers
from autograder.checks.slopes import Measured, terms
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import SIZES
from autograder.numerics.derivative import Agreement

SMALLEST_INFLUENCE = 1e-2
"""Share of a slope by which other targets change it, at least, in a loss that compares them."""


class Sloping(NamedTuple):
    """The slope of the loss at a place: through the predictions, and by the parameter alone."""

    place: Place
    through: float
    beside: float
    agreement: Agreement
    """Whether the gradient is the sum of both."""


def can_be_alone(case: Case) -> bool:
    """Whether loss and gradient can be called with other predictions and other targets than were made.

    The loss takes these two, and targets are numbers of any size. A gradient that takes a cache of what makes
    the predictions cannot be called with others.
    """
    if not compares(case):
        return False
    made, _ = compared(case)
    return case.task.maker_of(made) not in case.task.chain(case.function, given={made})


def why_not_alone(case: Case, measured: Sequence[Measured]) -> str:
    """Say what the loss lacks when each function is called alone; empty if it lacks nothing.

    What was `measured` agrees at each size. NoNumberError if something else than numbers came back.
    """
    loss_is_right = case.verdict_on(case.task.objective_function) is Verdict.PASSED
    if has_labels(case):
        lowest = None if loss_is_right else lowest_place(case, measured[0].line.parameter)
        case.runner.start_over()
        places = among_labels(case, measured, lowest)
        return _lack(case, measured, places, must_turn=lowest is not None)
    lack = ""
    for look in LOOKS:
        case.runner.start_over()
        places = among_numbers(case, measured, look)
        lack = _lack(case, measured, places, must_turn=not loss_is_right)
        if not lack:
            break
    return lack


def _lack(case: Case, measured: Sequence[Measured], places: Sequence[Place], *, must_turn: bool) -> str:
    """Say which property of a loss that measures a fit it lacks where the gradient agrees with its slopes.

    A right loss grows away from a fit, even where a wrong model is flat far out. Predictions that level off
    need not reach the best ones, and a loss of numbers need not turn then.
    """
    slopes = _slopes(case, measured, places)
    drawn = [each.agreement for each in slopes if each.place.drawn]
    if len(drawn) < len(SIZES) or Agreement.DISAGREE in drawn:
        return "is another one when each function is called by itself"
    agreeing = [each for each in slopes if each.agreement is Agreement.AGREE]
    curves = _by_curve(agreeing)
    if not any(map(_compares, curves)):
        return "does not compare the predictions with the data"
    point, line, *_ = agreeing[0].place.curve
    turns = not must_turn or any(map(_turns, curves))
    if not turns and (has_labels(case) or not levels_off(case, point, line)):
        return "does not grow away from a smallest value"
    here = [each for each in agreeing if each.place.is_here]
    through = sum(abs(each.through) for each in here)
    beside = sum(abs(each.beside) for each in here)
    if through <= SMALLEST_WAY * beside:
        return f"does not depend on {line.parameter} through the predictions"
    return ""


def _by_curve(slopes: Sequence[Sloping]) -> list[list[Sloping]]:
    """Sort slopes by the curve that they are on."""
    sorted_ones: dict[int, list[Sloping]] = {}
    for each in slopes:
        sorted_ones.setdefault(id(each.place.curve), []).append(each)
    return list(sorted_ones.values())


def _compares(curve: Sequence[Sloping]) -> bool:
    """Whether other targets change the slope of the same predictions at the same parameter."""
    slopes = [each.through for each in curve if each.place.is_here]
    return bool(slopes) and max(slopes) - min(slopes) > SMALLEST_INFLUENCE * max(map(abs, slopes))


def _turns(curve: Sequence[Sloping]) -> bool:
    """Whether the loss falls at one parameter and rises at a larger one, with the same targets."""
    towards = [each for each in curve if not each.place.drawn]
    falling = [each.place for each in towards if each.through < 0]
    rising = [each.place for each in towards if each.through > 0]
    return any(low.t < high.t and low.targets == high.targets for low in falling for high in rising)


def _slopes(case: Case, measured: Sequence[Measured], places: Sequence[Place]) -> list[Sloping]:
    """Measure gradients and slopes at places; one without a slope is left out.

    Predictions were made before, in a process that has not seen any targets.
    """
    gradients = call_gradient(case, places)
    case.runner.start_over()
    through, beside = loss_through(case, places), loss_beside(case, places)
    u_gradient = max(each.u_gradient for each in measured)
    u_loss = max(each.u_loss for each in measured)
    slopes = []
    for place, gradient, moved, other in zip(places, gradients, through, beside, strict=True):
        total = _slope(place, _added(moved, other), u_loss)
        if total is None:
            continue
        agreement = derivative.compare_with_slope(gradient, total, u_gradient)
        parts = (_part(place, moved, u_loss), _part(place, other, u_loss))
        slopes.append(Sloping(place, *parts, agreement))
    return slopes


def _slope(place: Place, losses: Sequence[float], u: float) -> derivative.Slope | None:
    return derivative.slope(place.t, tuple(losses), u, terms(place.curve.point))


def _part(place: Place, losses: Sequence[float], u: float) -> float:
    """Return the slope of one part of the loss; 0 where it has none."""
    slope = _slope(place, losses, u)
    return 0.0 if slope is None else slope.value


def _added(through: Sequence[float], beside: Sequence[float]) -> list[float]:
    """Add the changes of the loss by both ways: the derivative of the sum at the centre is the loss's own."""
    return [moved + (other - beside[0]) for moved, other in zip(through, beside, strict=True)]
