"""The loss called along a line, or with data and predictions that are given, and what it returns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import composed, function_at
from autograder.checks.curve_places import compared
from autograder.checks.lines import Line
from autograder.checks.stacks import array_in
from autograder.facts.calls import Array, Call, Value
from autograder.numerics.compare import unit_roundoff
from autograder.numerics.points import Point

ONE_SIDED_DISTANCE = 64.739
"""Distance of a parameter at which all predictions lie on one side of the targets."""
NEARBY = 0.739
"""Distance of a second parameter: not so round that a loss could be the same on both sides of its best."""


class Given(NamedTuple):
    """What the loss is called with: data and predictions."""

    data: Array
    predictions: Array


class Loss(NamedTuple):
    """A value of the loss, and the unit roundoff of its arithmetic; NaN if the value is not a number."""

    value: float
    u: float


def swept(case: Case, point: Point, line: Line, places: Sequence[float]) -> tuple[float, ...] | None:
    """Call the loss along a line, with the predictions that are made there; None if it is not a number."""
    loss = composed(case.task, case.task.objective_function, point.inputs)
    (outcome,) = case.runner.run((line.swept(loss, places),))
    value = array_in(outcome, case.task.objective)
    return None if value is None else value.numbers(len(places))


def predictions_at(case: Case, point: Point, line: Line, there: float) -> list[Given | None]:
    """Pair the targets of a point with predictions for its data, there and at another place of a line."""
    task = case.task
    made, target = compared(case)
    data = point.inputs[target]
    call = composed(task, task.maker_of(made), point.inputs)
    calls = line.moved(call, line.here), line.moved(call, there)
    outcomes = case.runner.run(calls)
    predictions = [array_in(outcome, made) for outcome in outcomes]
    return [_paired(data, each) for each in predictions]


def _paired(data: Value, predictions: Array | None) -> Given | None:
    """Pair targets with predictions; None where one of them is not an array of numbers."""
    if predictions is None or not isinstance(data, Array):
        return None
    return Given(data, predictions)


def of_samples(*numbers: float) -> Array:
    """Make targets or predictions: one number for each sample."""
    return Array("float64", (len(numbers),), numbers)


def at_two_places(call: Call, line: Line, there: float) -> tuple[Call, Call]:
    """Make a call at the point that a line goes through, and at another place of it."""
    return line.moved(call, line.here), line.moved(call, there)


def losses_of(case: Case, point: Point, given: Sequence[Given]) -> list[Loss]:
    """Call the loss at the parameters of a point."""
    made, target = compared(case)
    drawn = point.inputs[target]
    calls = []
    for each in given:
        values = point.on({target: _like(drawn, each.data), made: _like(drawn, each.predictions)}).inputs
        calls.append(function_at(case.task, case.task.objective_function, values))
    return call_loss(case, calls)


def _like(drawn: Value, numbers: Array) -> Array:
    """Give one number for each sample the shape that targets are drawn in, as of a column."""
    others = drawn.shape[1:] if isinstance(drawn, Array) and len(numbers.shape) == 1 else ()
    values = tuple(number for number in numbers.values for _ in range(math.prod(others)))
    return Array(numbers.dtype, (*numbers.shape, *others), values)


def call_loss(case: Case, calls: Sequence[Call]) -> list[Loss]:
    """Make calls of the loss."""
    arrays = [array_in(outcome, case.task.objective) for outcome in case.runner.run(tuple(calls))]
    return [_loss(array) for array in arrays]


def _loss(array: Array | None) -> Loss:
    if array is None or array.number is None:
        return Loss(math.nan, 0.0)
    return Loss(array.number, unit_roundoff(array.dtype))
