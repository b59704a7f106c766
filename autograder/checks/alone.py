"""Is a gradient the slope of this file's loss where each function is called alone?

A loss is a function of its arguments. One that tells predictions that were just made from others, by what
`forward` left behind or by the object itself, could have a slope that needs no derivation. Every value that
says what the loss measures is part of a slope that the gradient must have: there are no inputs of another
kind, for which a loss could keep another formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.curves import (
    Curve,
    Place,
    call_forward,
    call_gradient,
    compared,
    levels_off,
    loss_beside,
    loss_through,
)
from autograder.checks.lines import Line
from autograder.checks.slopes import Measured, terms
from autograder.facts.calls import Array
from autograder.facts.quantities import Labels
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import LONG_MANTISSA, SIZES
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import scaled

SMALLEST_INFLUENCE = 1e-2
"""Share of a slope by which other targets change it, at least, in a loss that compares them."""
SMALLEST_WAY = 1e-3
"""Share of the slope by the parameter alone that the one through the predictions has, at least: a penalty may
be much steeper than a cross-entropy, whose slope has a bound."""


class Look(NamedTuple):
    """How the surroundings of a point are looked at."""

    aside: float
    """How far those parameters lie whose predictions serve as targets."""
    reach: tuple[float, ...]
    """Where slopes towards such targets are looked at: on both sides of the fit."""
    sizes: tuple[int, ...]
    """Sizes at which they are; at the others, it is enough that the gradient is the slope."""
    steps: tuple[float, ...] = ()
    """Steps of the slopes; where it has fewer, those of the slope that was measured first."""


LOOKS = (
    Look(4.0, (0.0, 8.0), SIZES[-1:]),
    Look(1.0, (-32.0, 0.0, 2.0, 32.0), SIZES, derivative.STEPS),
)
"""The first is enough for most losses; the second for those that are flat or bent there, or fit elsewhere."""


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
    task = case.task
    names = task.compared
    made = [name for name in names if task.maker(name) is not None]
    if len(names) != 2 or len(made) != 1:  # noqa: PLR2004 - a pair
        return False
    _, target = compared(case)
    quantity = task.arrays[target]
    is_index = isinstance(quantity, Labels) and not (quantity.real or quantity.one_hot)
    return not is_index and task.maker_of(made[0]) not in task.chain(case.function, given=made)


def why_not_alone(case: Case, measured: Sequence[Measured]) -> str:
    """Say what the loss lacks when each function is called alone; empty if it lacks nothing.

    What was `measured` agrees at each size. NoNumberError if something else than numbers came back.
    """
    lack = ""
    loss_is_right = case.verdict_on(case.task.objective_function) is Verdict.PASSED
    for look in LOOKS:
        slopes = _slopes(case, measured, look)
        drawn = [each.agreement for each in slopes if each.place.drawn]
        if len(drawn) < len(SIZES) or Agreement.DISAGREE in drawn:
            return "is another one when each function is called by itself"
        agreeing = [each for each in slopes if each.agreement is Agreement.AGREE]
        lack = _lack(case, agreeing, loss_is_right=loss_is_right)
        if not lack:
            break
    return lack


def _lack(case: Case, agreeing: Sequence[Sloping], *, loss_is_right: bool) -> str:
    """Say which property of a loss that measures a fit these slopes lack; the gradient agrees with them.

    A right loss grows away from a fit, even where a wrong model is flat far out. Predictions that level off
    need not reach the best ones, and the loss need not turn then.
    """
    curves = [[each for each in agreeing if each.place.curve.point.n == size] for size in SIZES]
    here = [each for each in agreeing if each.place.is_here]
    through = sum(abs(each.through) for each in here)
    beside = sum(abs(each.beside) for each in here)
    if not any(map(_compares, curves)):
        return "does not compare the predictions with the data"
    point, line, *_ = agreeing[0].place.curve
    turns = loss_is_right or any(map(_turns, curves))
    if not turns and not levels_off(case, point, line):
        return "does not grow away from a smallest value"
    if through <= SMALLEST_WAY * beside:
        return f"does not depend on {line.parameter} through the predictions"
    return ""


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


def _slopes(case: Case, measured: Sequence[Measured], look: Look) -> list[Sloping]:
    """Measure gradients and slopes at places of each size; a place without a slope is left out."""
    case.runner.start_over()
    curves = [_curve(case, measured, size, look) for size in SIZES]
    places = [place for curve in curves for place in _places(case, curve, look)]
    gradients = call_gradient(case, places)  # after `forward`, which must not have seen any targets
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
    return derivative.slope(place.t, losses, u, terms(place.curve.point))


def _part(place: Place, losses: Sequence[float], u: float) -> float:
    """Return the slope of one part of the loss; 0 where it has none."""
    slope = _slope(place, losses, u)
    return 0.0 if slope is None else slope.value


def _added(through: Sequence[float], beside: Sequence[float]) -> list[float]:
    """Add the changes of the loss by both ways: the derivative of the sum at the centre is the loss's own."""
    return [moved + (other - beside[0]) for moved, other in zip(through, beside, strict=True)]


def _curve(case: Case, measured: Sequence[Measured], size: int, look: Look) -> Curve:
    """Make the predictions for data with which the gradient agreed; the larger size has long mantissas.

    A loss could recognise whole numbers in what `forward` made of them, and so the parameter.
    """
    first = _first_agreeing(measured, size)
    point = first.point
    if size > min(SIZES):
        point = scaled(case.task.quantities, point, LONG_MANTISSA)
    steps = max(look.steps, first.steps, key=len)
    places = _places_of_predictions(first.line, look, steps)
    return call_forward(case, point, first.line, steps, places)


def _first_agreeing(measured: Sequence[Measured], size: int) -> Measured:
    """Return the first measurement at a size that agrees."""
    return next(each for each in measured if each.n == size and each.agreement is Agreement.AGREE)


def _places_of_predictions(line: Line, look: Look, steps: Sequence[float]) -> list[float]:
    """List where predictions are needed: on both sides as targets, and around each place of a slope."""
    places = [line.away(-look.aside), line.away(look.aside)]
    for distance in look.reach:
        places += derivative.sweep(line.away(distance), steps)
    return places


def _places(case: Case, curve: Curve, look: Look) -> Iterator[Place]:
    """List the places on a curve: one with targets that are drawn, others with predictions as targets."""
    _, target = compared(case)
    line, drawn = curve.line, curve.point.inputs[target]
    if not isinstance(drawn, Array):
        raise TypeError(drawn)
    yield Place(curve, line.here, drawn, drawn=True)
    if curve.point.n not in look.sizes:
        return
    below = _like(drawn, curve.predictions[line.away(-look.aside)])
    above = _like(drawn, curve.predictions[line.away(look.aside)])
    yield Place(curve, line.here, below)
    for distance in look.reach:
        yield Place(curve, line.away(distance), above)


def _like(targets: Array, predictions: Array) -> Array:
    """Make targets of predictions, in the shape of others."""
    size = len(predictions.values)
    values = tuple(predictions.values[k % size] for k in range(len(targets.values)))
    return Array(targets.dtype, targets.shape, values)
