"""Where slopes are looked at when each function is called alone: with drawn targets, and with others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.curve_places import Curve, Place
from autograder.checks.curves import call_forward, targets_at
from autograder.checks.labels import Lowest
from autograder.checks.lines import Line
from autograder.checks.slopes import Measured
from autograder.facts.calls import Array
from autograder.numerics import derivative
from autograder.numerics.beside import LONG_MANTISSA, SIZES
from autograder.numerics.contradictions import of_one_label
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import Point, scaled


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


def among_numbers(case: Case, measured: Sequence[Measured], look: Look) -> list[Place]:
    """List places of each size: one with targets that are drawn, others with predictions as targets."""
    places: list[Place] = []
    for size in SIZES:
        point, line, steps = _start(case, measured, size, look.steps)
        made_at = _places_of_predictions(line, look, steps)
        curve = call_forward(case, point, line, steps, made_at)
        places += _among_predictions(case, curve, look)
    return places


def among_labels(case: Case, measured: Sequence[Measured], lowest: Lowest | None) -> list[Place]:
    """List places of each size, with labels that are drawn and with one label, and beside a lowest place."""
    places: list[Place] = []
    for size in SIZES:
        start = _start(case, measured, size, derivative.STEPS)
        curve = _curve_around(case, start, (start.line.here,))
        drawn = targets_at(case, start.point)
        alike = of_one_label(drawn)
        places.append(Place(curve, start.line.here, drawn, drawn=True))
        places.append(Place(curve, start.line.here, alike))
    if lowest is not None:
        start = Start(lowest.point, lowest.line, derivative.STEPS)
        curve = _curve_around(case, start, lowest.beside)
        places += [Place(curve, t, targets_at(case, lowest.point)) for t in lowest.beside]
    return places


def _curve_around(case: Case, start: Start, places: Sequence[float]) -> Curve:
    """Make the predictions that slopes need at some places."""
    made_at: list[float] = []
    for place in places:
        made_at += derivative.sweep(place, start.steps)
    return call_forward(case, start.point, start.line, start.steps, made_at)


class Start(NamedTuple):
    """From where a curve goes, and in which steps slopes are measured on it."""

    point: Point
    line: Line
    steps: tuple[float, ...]


def _start(case: Case, measured: Sequence[Measured], size: int, steps: tuple[float, ...]) -> Start:
    """Choose data with which the gradient agreed; those of the larger size have long mantissas.

    A loss could recognise whole numbers in what `forward` made of them, and so the parameter.
    """
    first = _first_agreeing(measured, size)
    point = first.point
    if size > min(SIZES):
        point = scaled(case.task.quantities, point, LONG_MANTISSA)
    return Start(point, first.line, max(steps, first.steps, key=len))


def _first_agreeing(measured: Sequence[Measured], size: int) -> Measured:
    """Return the first measurement at a size that agrees."""
    return next(each for each in measured if each.n == size and each.agreement is Agreement.AGREE)


def _places_of_predictions(line: Line, look: Look, steps: Sequence[float]) -> list[float]:
    """List where predictions are needed: on both sides as targets, and around each place of a slope."""
    places = [line.away(-look.aside), line.away(look.aside)]
    for distance in look.reach:
        places += derivative.sweep(line.away(distance), steps)
    return places


def _among_predictions(case: Case, curve: Curve, look: Look) -> Iterator[Place]:
    """List the places on a curve of which predictions are targets, behind one with targets that are drawn."""
    line, drawn = curve.line, targets_at(case, curve.point)
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
