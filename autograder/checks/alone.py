"""Is a gradient the slope of this file's loss where each function is called alone?

A loss is a function of its arguments. One that tells predictions that were just made from others, by what
`forward` left behind or by the object itself, could have a slope that needs no derivation. Every value that
says what the loss measures is part of a slope that the gradient must have: there are no inputs of another
kind, for which a loss could keep another formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.checks.case import Case
from autograder.checks.curves import (
    Curve,
    Place,
    call_forward,
    call_gradient,
    compared,
    loss_beside,
    loss_through,
)
from autograder.checks.slopes import LONG_MANTISSA, SIZES, Measured
from autograder.facts.calls import Array
from autograder.numerics import derivative
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import scaled

ASIDE = 1.0
"""How far those parameters lie whose predictions serve as targets."""
REACH = (-32.0, 0.0, 2 * ASIDE, 32.0)
"""Where slopes towards such targets are looked at: on both sides of the fit, near it and far from it."""
FINE_STEPS = derivative.STEPS[derivative.STEPS.index(2.0**-12) :]
"""Enough near a fit, where many losses bend that are straight far from it."""
DIFFERENT = 1e-2
"""Share of a slope by which other targets change it, at least, in a loss that compares them."""


@dataclass(frozen=True, slots=True)
class Sloping:
    """The slope of the loss at a place: through the predictions, and by the parameter alone."""

    place: Place
    through: float
    beside: float
    agreement: Agreement
    """Whether the gradient is the sum of both."""


def why_not_alone(case: Case, measured: Sequence[Measured]) -> str:
    """Say what the loss lacks when each function is called alone; empty if it lacks nothing.

    What was `measured` agrees at each size. NoNumberError if something else than numbers came back.
    """
    found = _slopes(case, measured)
    if any(each.place.drawn and each.agreement is Agreement.DISAGREE for each in found):
        return "is another one when each function is called by itself"
    agreeing = [each for each in found if each.agreement is Agreement.AGREE]
    if not any(map(_compares, _by_curve(agreeing))):
        return "does not compare the predictions with the data"
    if not any(map(_turns, _by_curve(agreeing))):
        return "does not grow away from a smallest value"
    if sum(abs(each.through) for each in agreeing) <= sum(abs(each.beside) for each in agreeing):
        return f"does not depend on {case.task.parameter} through the predictions"
    return ""


def _by_curve(found: Sequence[Sloping]) -> Iterator[list[Sloping]]:
    """Split slopes by the curve they are on."""
    for size in SIZES:
        yield [each for each in found if each.place.curve.point.n == size]


def _compares(found: Sequence[Sloping]) -> bool:
    """Whether other targets change the slope of the same predictions at the same parameter."""
    slopes = [each.through for each in found if each.place.w == each.place.curve.point.parameter]
    return bool(slopes) and max(slopes) - min(slopes) > DIFFERENT * max(map(abs, slopes))


def _turns(found: Sequence[Sloping]) -> bool:
    """Whether the loss falls at one parameter and rises at a larger one, with the same targets."""
    towards = [each for each in found if not each.place.drawn]
    falling = [each.place for each in towards if each.through < 0]
    rising = [each.place for each in towards if each.through > 0]
    return any(low.w < high.w and low.targets == high.targets for low in falling for high in rising)


def _slopes(case: Case, measured: Sequence[Measured]) -> list[Sloping]:
    """Measure gradients and slopes at places of each size; leave out where there is no slope."""
    case.runner.start_over()
    places = [place for curve in _curves(case, measured) for place in _places(case, curve)]
    gradients = call_gradient(case, places)  # after `forward`, which must not have seen any targets
    case.runner.start_over()
    u_gradient = max(each.u_gradient for each in measured)
    u_loss = max(each.u_loss for each in measured)
    found = []
    for place, gradient, through, beside in zip(
        places, gradients, loss_through(case, places), loss_beside(case, places), strict=True
    ):
        both = [moved + (other - beside[0]) for moved, other in zip(through, beside, strict=True)]
        n = place.curve.point.n
        total = derivative.slope(place.w, both, u_loss, n)
        if total is None:
            continue
        parts = [derivative.slope(place.w, values, u_loss, n) for values in (through, beside)]
        one, other = (0.0 if part is None else part.value for part in parts)
        agreement = derivative.compare_with_slope(gradient, total, u_gradient)
        found.append(Sloping(place, one, other, agreement))
    return found


def _curves(case: Case, measured: Sequence[Measured]) -> Iterator[Curve]:
    """Make the predictions for data of each size with which the gradient agreed; once with long mantissas."""
    for size in SIZES:
        first = next(m for m in measured if m.n == size and m.agreement is Agreement.AGREE)
        point = first.point if size == min(SIZES) else scaled(first.point, LONG_MANTISSA)
        w = point.parameter
        steps = max(FINE_STEPS, first.steps, key=len)
        around = [v for distance in REACH for v in derivative.sweep(w + distance, steps)]
        yield call_forward(case, point, steps, [*around, w - ASIDE, w + ASIDE])


def _places(case: Case, curve: Curve) -> Iterator[Place]:
    """List the places on a curve: one with targets that are drawn, others with predictions as targets."""
    _, target = compared(case)
    w, drawn = curve.point.parameter, curve.point.data[target]
    yield Place(curve, w, drawn, drawn=True)
    yield Place(curve, w, _like(drawn, curve.predictions[w - ASIDE]))
    for distance in REACH:
        yield Place(curve, w + distance, _like(drawn, curve.predictions[w + ASIDE]))


def _like(targets: Array, predictions: Array) -> Array:
    """Make targets of predictions, in the shape of others."""
    size = len(predictions.values)
    values = tuple(predictions.values[k % size] for k in range(len(targets.values)))
    return Array(targets.dtype, targets.shape, values)
