"""Each function called alone, in a process in which the others were not called: `forward`, gradient and loss.

Predictions leave the process that made them as plain numbers, so that nothing but their values tells the
loss where they come from.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.curve_places import Curve, Place, calls_at, compared
from autograder.checks.lines import Line
from autograder.checks.stacks import array_in, rows_of
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import Outcome, Raised
from autograder.facts.quantities import Labels, Real
from autograder.numerics import derivative
from autograder.numerics.points import Point

NO_VALUE = frozenset({"ValueError", "OverflowError", "ZeroDivisionError", "FloatingPointError"})
"""What functions of math raise where NumPy's give NaN or infinity."""
SMALLEST_WAY = derivative.RESOLUTION
"""Share of a slope by the parameter alone that the one through the predictions has, at least.

A penalty may be much steeper than a cross-entropy, whose slope has a bound. A gradient that lacks a smaller
part might agree as well.
"""
SLOW_GROWTH = 4.0
"""Growth of what levels off while the parameter goes 32 times as far."""


class NoNumberError(Exception):
    """A function that is called alone gave no number, or nothing that another can be called with."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def call_forward(
    case: Case, point: Point, line: Line, steps: tuple[float, ...], places: Sequence[float]
) -> Curve:
    """Make the predictions for the data of a point at places on a line."""
    task = case.task
    made, _ = compared(case)
    sweep = tuple(dict.fromkeys(places))
    call = composed(task, task.maker_of(made), point.inputs)
    swept = line.swept(call, sweep)
    (outcome,) = case.runner.run((swept,))
    return Curve(point, line, steps, _by_place(outcome, made, sweep))


def _by_place(outcome: Outcome, result: str, sweep: Sequence[float]) -> dict[float, Array]:
    """Take a result along a sweep apart; NoNumberError if it does not have an array at each place."""
    stack = array_in(outcome, result)
    if stack is None or not stack.values:
        raise NoNumberError(outcome)
    steps, *shape = stack.shape or (0,)
    if steps != len(sweep):
        raise NoNumberError(outcome)
    arrays = [Array(stack.dtype, tuple(shape), row) for row in rows_of(stack)]
    return dict(zip(sweep, arrays, strict=True))


def call_gradient(case: Case, places: Sequence[Place]) -> list[float]:
    """Call the gradient at places, and take its component along the line."""
    calls = [calls_at(case, case.function, place).at(place.t, place.t) for place in places]
    lines = [place.curve.line for place in places]
    derivatives = case.task.derivatives
    return [
        _component(outcome, line, derivatives[line.parameter])
        for outcome, line in zip(_shuffled(case, calls), lines, strict=True)
    ]


def loss_through(case: Case, places: Sequence[Place]) -> list[list[float]]:
    """Call the loss around places: the predictions move, and the parameter does not."""
    sweeps = []
    for place in places:
        loss = calls_at(case, case.task.objective_function, place)
        sweeps.append([loss.at(t, place.t) for t in place.sweep])
    return _swept(case, sweeps)


def loss_beside(case: Case, places: Sequence[Place]) -> list[list[float]]:
    """Call the loss around places: the parameter moves, and the predictions do not.

    Most losses do not look at the parameter. Where none of two steps makes a difference, the slope is taken
    to be 0: if the loss is steeper, the gradient is not the sum of both slopes.
    """
    tried = _beside(case, places, [(place.t, place.t - 1, place.t + 1) for place in places])
    if all(len(set(losses)) == 1 for losses in tried):
        return [losses[:1] * len(place.sweep) for place, losses in zip(places, tried, strict=True)]
    return _beside(case, places, [place.sweep for place in places])


def _beside(case: Case, places: Sequence[Place], moved: Sequence[tuple[float, ...]]) -> list[list[float]]:
    """Call the loss at other places, with the predictions of each place."""
    sweeps = []
    for place, sweep in zip(places, moved, strict=True):
        loss = calls_at(case, case.task.objective_function, place)
        sweeps.append([loss.at(place.t, t) for t in sweep])
    return _swept(case, sweeps)


def loss_along(case: Case, curve: Curve, targets: Array) -> list[float]:
    """Call the loss for the predictions at each place of a curve, all else being as at its point."""
    place = Place(curve, curve.line.here, targets)
    loss = calls_at(case, case.task.objective_function, place)
    calls = [loss.at(t, place.t) for t in curve.predictions]
    (losses,) = _swept(case, [calls])
    return losses


def loss_at(case: Case, point: Point, targets: Array, predictions: Sequence[Array]) -> list[float]:
    """Call the loss for each of some predictions."""
    made, target = compared(case)
    loss = case.task.objective_function
    calls = []
    for each in predictions:
        values = {**point.inputs, target: targets, made: each}
        calls.append(composed(case.task, loss, values, given={made}))
    (losses,) = _swept(case, [calls])
    return losses


def levels_off(case: Case, point: Point, line: Line) -> bool:
    """Whether predictions stay near while a parameter goes far, as those do that are made of tanh.

    A loss that grows with each error need not grow along the line then.
    """
    sweep = derivative.wide_sweep(line.here)
    try:
        predictions = call_forward(case, point, line, (), sweep).predictions
    except NoNumberError:
        return False
    here, *far = (predictions[t].values for t in sweep)
    moves = [math.dist(here, each) for each in far]
    nearest = max(moves[0], moves[len(moves) // 2])
    return 0 < max(moves) <= SLOW_GROWTH * nearest


def compares(case: Case) -> bool:
    """Whether the loss has two arguments: predictions, and real numbers or labels that are their targets."""
    names = case.task.function(case.task.objective_function).arguments
    drawn = [name for name in names if case.task.maker(name) is None]
    is_pair = len(names) == 2 and len(drawn) == 1  # noqa: PLR2004 - a pair
    return is_pair and isinstance(case.task.arrays[drawn[0]], Real | Labels)


def targets_at(case: Case, point: Point) -> Array:
    """Return what predictions are compared with at a point."""
    _, target = compared(case)
    targets = point.inputs[target]
    if not isinstance(targets, Array):
        raise TypeError(targets)
    return targets


def _swept(case: Case, sweeps: Sequence[Sequence[Call]]) -> list[list[float]]:
    """Make all calls of the loss in some sweeps, in any order, and give the numbers back in theirs."""
    outcomes = _shuffled(case, [call for sweep in sweeps for call in sweep])
    numbers = iter([_number(outcome, case.task.objective) for outcome in outcomes])
    return [[next(numbers) for _ in sweep] for sweep in sweeps]


def _shuffled(case: Case, calls: Sequence[Call]) -> list[Outcome]:
    """Make calls in an order that is drawn, and give the outcomes in theirs."""
    places = range(len(calls))
    order = list(places)
    random.Random(case.seed).shuffle(order)  # noqa: S311 - reproducible
    shuffled = tuple(calls[k] for k in order)
    outcomes = case.runner.run(shuffled)
    by_place = dict(zip(order, outcomes, strict=True))
    return [by_place[k] for k in places]


def _number(outcome: Outcome, result: str) -> float:
    """Read a result as a number, NaN where it has no value as math.log(0); NoNumberError if it is not one."""
    if isinstance(outcome, Raised) and outcome.type in NO_VALUE:
        return math.nan
    value = array_in(outcome, result)
    if value is None or value.number is None:
        raise NoNumberError(outcome)
    return value.number


def _component(outcome: Outcome, line: Line, result: str) -> float:
    """Read a derivative along a line; NoNumberError if it has another shape than its parameter."""
    value = array_in(outcome, result)
    along = None if value is None else line.component(value)
    if along is None:
        raise NoNumberError(outcome)
    return along
