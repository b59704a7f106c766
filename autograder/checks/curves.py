"""Each function called alone, in a process in which the others were not called: `forward`, gradient and loss.

Predictions leave the process that made them as plain numbers, so that nothing but their values tells the
loss where they come from.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder.checks.case import Case
from autograder.checks.composed import along, composed, function_at
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import Outcome, array_of
from autograder.numerics import derivative
from autograder.numerics.points import Point


class NoNumberError(Exception):
    """A function that is called alone gave no number, or nothing that another can be called with."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Curve:
    """The predictions for the data of a point, by the parameter at which they were made."""

    point: Point
    steps: tuple[float, ...]
    predictions: Mapping[float, Array]


@dataclass(frozen=True, slots=True)
class Place:
    """A parameter on a curve, and the targets that the predictions around it are compared with."""

    curve: Curve
    w: float
    targets: Array
    drawn: bool = False
    """Whether the targets are drawn, and not predictions themselves."""

    @property
    def sweep(self) -> tuple[float, ...]:
        """The parameters at which the slope there needs the loss."""
        return derivative.sweep(self.w, self.curve.steps)


def call_forward(case: Case, point: Point, steps: tuple[float, ...], parameters: Sequence[float]) -> Curve:
    """Make the predictions for the data of a point at parameters."""
    made, _ = compared(case)
    maker = case.task.maker(made)
    if maker is None:
        raise KeyError(made)
    sweep = tuple(dict.fromkeys(parameters))
    (outcome,) = case.runner.run((along(case.task, composed(case.task, maker.name, point), sweep),))
    stack = array_of(outcome)
    if stack is None or stack.shape[:1] != (len(sweep),) or not stack.values:
        raise NoNumberError(outcome)
    size = len(stack.values) // len(sweep)
    predictions = {
        w: Array(stack.dtype, stack.shape[1:], stack.values[k * size : (k + 1) * size])
        for k, w in enumerate(sweep)
    }
    return Curve(point, steps, predictions)


def call_gradient(case: Case, places: Sequence[Place]) -> list[float]:
    """Call the gradient at places."""
    gradient = case.task.gradient
    return _numbers(case, [_call(case, gradient, place, place.w, place.w) for place in places])


def loss_through(case: Case, places: Sequence[Place]) -> list[list[float]]:
    """Call the loss around places: the predictions move, and the parameter does not."""
    loss = case.task.objective_function
    sweeps = [[_call(case, loss, place, w, place.w) for w in place.sweep] for place in places]
    return _swept(case, sweeps)


def loss_beside(case: Case, places: Sequence[Place]) -> list[list[float]]:
    """Call the loss around places: the parameter moves, and the predictions do not.

    Most losses do not look at the parameter. Where none of two steps makes a difference, the slope is taken
    to be 0: if the loss is steeper, the gradient is not the sum of both slopes.
    """
    tried = _beside(case, places, [(place.w, place.w - 1, place.w + 1) for place in places])
    if all(len(set(losses)) == 1 for losses in tried):
        return [losses[:1] * len(place.sweep) for place, losses in zip(places, tried, strict=True)]
    return _beside(case, places, [place.sweep for place in places])


def _beside(
    case: Case, places: Sequence[Place], parameters: Sequence[tuple[float, ...]]
) -> list[list[float]]:
    """Call the loss at some parameters, with the predictions of each place."""
    loss = case.task.objective_function
    sweeps = [
        [_call(case, loss, place, place.w, w) for w in sweep]
        for place, sweep in zip(places, parameters, strict=True)
    ]
    return _swept(case, sweeps)


def compared(case: Case) -> tuple[str, str]:
    """Name what the loss compares: the predictions, and their targets."""
    made, target = sorted(
        case.task.function(case.task.objective_function).arguments,
        key=lambda name: case.task.maker(name) is None,
    )
    return made, target


def _call(case: Case, function: str, place: Place, made_at: float, w: float) -> Call:
    """Build a call at a parameter, with predictions that were made at one."""
    made, target = compared(case)
    values = {
        **place.curve.point.data,
        target: place.targets,
        made: place.curve.predictions[made_at],
    }
    return function_at(case.task, function, values, w)


def _swept(case: Case, sweeps: Sequence[Sequence[Call]]) -> list[list[float]]:
    """Make all calls of some sweeps, in any order, and give the numbers back in that of the sweeps."""
    numbers = iter(_numbers(case, [call for sweep in sweeps for call in sweep]))
    return [[next(numbers) for _ in sweep] for sweep in sweeps]


def _numbers(case: Case, calls: Sequence[Call]) -> list[float]:
    """Make calls, shuffled; NoNumberError where one does not return a number."""
    order = list(range(len(calls)))
    random.Random(case.seed).shuffle(order)  # noqa: S311 - reproducible
    outcomes = case.runner.run(tuple(calls[k] for k in order))
    numbers = [0.0] * len(calls)
    for k, outcome in zip(order, outcomes, strict=True):
        value = array_of(outcome)
        if value is None or value.number is None:
            raise NoNumberError(outcome)
        numbers[k] = value.number
    return numbers
