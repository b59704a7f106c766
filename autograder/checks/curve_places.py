"""Places on a curve of predictions, and the calls of functions there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.lines import Line
from autograder.facts.calls import Array, Call
from autograder.numerics import derivative
from autograder.numerics.points import Point


class Curve(NamedTuple):
    """The predictions for the data of a point, by the place on a line at which they were made."""

    point: Point
    line: Line
    steps: tuple[float, ...]
    predictions: Mapping[float, Array]


class Place(NamedTuple):
    """A place on a curve, and the targets that the predictions around it are compared with."""

    curve: Curve
    t: float
    targets: Array
    drawn: bool = False
    """Whether the targets are drawn, and not predictions themselves."""

    @property
    def is_here(self) -> bool:
        """Whether it is the point that the line goes through."""
        return self.t == self.curve.line.here

    @property
    def sweep(self) -> tuple[float, ...]:
        """The places at which the slope there needs the loss."""
        return derivative.sweep(self.t, self.curve.steps)


class Calls(NamedTuple):
    """The calls of a function at a place, which differ in the parameter and in the predictions."""

    made: str
    """The name of the predictions."""
    curve: Curve
    call: Call
    """One of them."""

    def at(self, made_at: float, t: float) -> Call:
        """Make the call with predictions that were made at one place, and all else at another."""
        call = self.call
        if self.made in call.inputs:  # a function may make them itself
            call = call.on({self.made: self.curve.predictions[made_at]})
        return self.curve.line.moved(call, t)


def calls_at(case: Case, function: str, place: Place) -> Calls:
    """Build the calls of a function with the targets of a place."""
    made, target = compared(case)
    curve = place.curve
    values = dict(curve.point.inputs)
    values[target] = place.targets
    values[made] = next(iter(curve.predictions.values()))
    call = composed(case.task, function, values, given={made})
    return Calls(made, curve, call)


def compared(case: Case) -> tuple[str, str]:
    """Name what the loss compares: the predictions, and their targets."""
    made, target = sorted(
        case.task.function(case.task.objective_function).arguments,
        key=lambda name: case.task.maker(name) is None,
    )
    return made, target
