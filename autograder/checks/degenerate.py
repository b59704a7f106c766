"""Losses that measure no fit: a gradient that is the slope of one earns nothing by it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import composed, function_at
from autograder.checks.curves import compared, compares
from autograder.checks.growth import grows_away
from autograder.checks.lines import Line, line_through
from autograder.checks.stacks import array_in
from autograder.facts.calls import Array, Call, Value
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import POSITIVE_OF_FOUR
from autograder.numerics.compare import unit_roundoff
from autograder.numerics.points import Point, exact_points, scaled

INDEPENDENT_UNITS = 2**10
"""Units of rounding, as a share of the loss, below which its mixed difference is 0."""
SMALL_DATA = 2.0**-5
"""Share of drawn data on which a model that is flat far out still moves."""
ONE_SIDED_DISTANCE = 64.739
"""Distance of a parameter at which all predictions lie on one side of the targets."""
NEARBY = 0.739
"""Distance of a second parameter: not so round that a loss could be the same on both sides of its best."""


def why_degenerate(case: Case, parameter: str) -> str:
    """Say what keeps this file's loss from measuring a fit; empty if nothing does.

    It must have a smallest value and grow away from it, as far as the predictions still move, compare its
    data with its predictions, and depend on the parameter through them: loss = 0 with gradient = 0 would be
    consistent, too, and so would (w - 2)**2.
    """
    task = case.task
    point = exact_points(task.quantities, case.seed)[POSITIVE_OF_FOUR]
    line = line_through(point.inputs, parameter, case.seed)
    verdict = case.verdict_on(task.objective_function)
    if verdict is Verdict.PASSED:  # the task's own, whatever forward makes of the parameter
        return "" if _moves(case, parameter) else f"does not change with {parameter}"
    if not grows_away(case, point, line):
        return "does not grow away from a smallest value"
    if not compares(case):
        return "" if _mixes(case, point, line) else "does not compare the predictions with the data"
    if not _compares(case, point):
        return "does not compare the predictions with the data"
    if not _depends_through_predictions(case, point, line):
        return f"does not depend on {parameter} through the predictions"
    return "" if _fits_a_prediction(case, point) else "has no prediction that fits best"


def _moves(case: Case, parameter: str) -> bool:
    """Whether the loss depends on the parameter at some point; a model may be flat at others, and far out."""
    quantities = case.task.quantities
    points = exact_points(quantities, case.seed)[POSITIVE_OF_FOUR::-1]
    near = [scaled(quantities, point, SMALL_DATA) for point in points]
    return any(_moves_at(case, point, parameter) for pair in zip(near, points, strict=True) for point in pair)


def _moves_at(case: Case, point: Point, parameter: str) -> bool:
    """Whether the loss at a point changes with a step along a line."""
    line = line_through(point.inputs, parameter, case.seed)
    loss = composed(case.task, case.task.objective_function, point.inputs)
    outcomes = case.runner.run(_at_two_places(loss, line))
    first, second = (array_in(outcome, case.task.objective) for outcome in outcomes)
    if first is None or second is None:
        return True
    return first.values != second.values


def _mixes(case: Case, point: Point, line: Line) -> bool:
    """Whether other data change how the loss answers to the parameter, by its mixed difference.

    J(a, s) - J(a, t) - J(b, s) + J(b, t) is 0 for every loss that ignores data or parameter, and for a sum of
    a function of each. Nothing is said here of how many arguments a loss has.
    """
    task = case.task
    other = exact_points(task.quantities, case.seed + 1)[POSITIVE_OF_FOUR]
    data = {name: other.inputs[name] for name in task.quantities.data}
    points = (point, point.on(data))
    calls: list[Call] = []
    for each in points:
        loss = composed(task, task.objective_function, each.inputs)
        calls += _at_two_places(loss, line)
    return _has_mixed_difference(_call_loss(case, calls))


def _at_two_places(call: Call, line: Line) -> tuple[Call, Call]:
    """Make a call at the point that a line goes through, and at another parameter."""
    return line.moved(call, line.here), line.moved(call, line.away(NEARBY))


def _has_mixed_difference(losses: Sequence[_Loss]) -> bool:
    """Whether J(a, s) - J(a, t) - J(b, s) + J(b, t) is more than rounding; NaN is not."""
    u = max(loss.u for loss in losses)
    values = [loss.value for loss in losses]
    here, there, other_here, other_there = values
    mixed = here - there - other_here + other_there
    size = sum(map(abs, values))
    return abs(mixed) > INDEPENDENT_UNITS * u * size


def _fits_a_prediction(case: Case, point: Point) -> bool:
    """Whether the loss grows as one prediction moves away to either side, all else being the same.

    Else it has no smallest value at any fit: the mean of exp(y_pred - y) grows with w on both sides where x
    has both signs, and falls without end with each prediction. One of the predictions is enough: some losses
    look at the largest error alone, or at the first sample.
    """
    data = _of_samples(1.0, -2.0)
    sweep = derivative.wide_sweep(0.0)
    first_moves = [_Given(data, _of_samples(t, 0.5)) for t in sweep]
    second_moves = [_Given(data, _of_samples(0.5, t)) for t in sweep]
    for given in (first_moves, second_moves):
        losses = _losses(case, point, given)
        if derivative.has_a_smallest_value([loss.value for loss in losses]):
            return True
    return False


def _of_samples(*numbers: float) -> Array:
    """Make targets or predictions: one number for each sample."""
    return Array("float64", (len(numbers),), numbers)


def _compares(case: Case, point: Point) -> bool:
    """Whether the loss compares its data with its predictions, by its mixed difference.

    L(a, b) - L(a, c) - L(d, b) + L(d, c) is 0 for every loss that ignores data or predictions, and
    for a sum of a function of each. Between them, a < b < d < c: a difference without its sign shows.
    """
    a, b, d, c = (_ascending(point.n, step) for step in range(4))
    given = [_Given(a, b), _Given(a, c), _Given(d, b), _Given(d, c)]
    return _has_mixed_difference(_losses(case, point, given))


def _ascending(n: int, step: int) -> Array:
    """Make n numbers, larger for a larger step; none is 0, as some losses divide by the data."""
    return _of_samples(*(1 + k + step * (1 + k / 8) for k in range(n)))


def _depends_through_predictions(case: Case, point: Point, line: Line) -> bool:
    """Whether predictions made at another parameter move the loss more than that parameter alone does.

    The mean of absolute errors may stay the same nearby, where as many predictions lie above as below.
    """
    moves = _moves_of(case, point, line, line.away(NEARBY))
    if moves == NO_MOVES:
        moves = _moves_of(case, point, line, line.here + ONE_SIDED_DISTANCE)
    # a forward that returns no numbers is marked where it belongs
    return moves is None or moves.by_predictions > moves.by_parameter


class _Moves(NamedTuple):
    """By how much a loss changes with predictions of another parameter, and with that parameter alone."""

    by_predictions: float
    by_parameter: float


NO_MOVES = _Moves(0.0, 0.0)


def _moves_of(case: Case, point: Point, line: Line, there: float) -> _Moves | None:
    """Measure how a loss changes on the way to another place; None where there are no predictions."""
    before, after = _predictions_at(case, point, line, there)
    if before is None or after is None:
        return None
    elsewhere = point.on({line.parameter: line.at(there)})
    here, through = _losses(case, point, [before, after])
    (alone,) = _losses(case, elsewhere, [before])
    by_predictions = abs(through.value - here.value)
    by_parameter = abs(alone.value - here.value)
    return _Moves(by_predictions, by_parameter)


def _predictions_at(case: Case, point: Point, line: Line, there: float) -> list[_Given | None]:
    """Pair the targets of a point with predictions for its data, there and at another place of a line."""
    task = case.task
    made, target = compared(case)
    data = point.inputs[target]
    call = composed(task, task.maker_of(made), point.inputs)
    calls = line.moved(call, line.here), line.moved(call, there)
    outcomes = case.runner.run(calls)
    predictions = [array_in(outcome, made) for outcome in outcomes]
    return [_paired(data, each) for each in predictions]


def _paired(data: Value, predictions: Array | None) -> _Given | None:
    """Pair targets with predictions; None where one of them is not an array of numbers."""
    if predictions is None or not isinstance(data, Array):
        return None
    return _Given(data, predictions)


class _Given(NamedTuple):
    """What the loss is called with: data and predictions."""

    data: Array
    predictions: Array


class _Loss(NamedTuple):
    """A value of the loss, and the unit roundoff of its arithmetic; NaN if the value is not a number."""

    value: float
    u: float


def _losses(case: Case, point: Point, given: Sequence[_Given]) -> list[_Loss]:
    """Call the loss at the parameters of a point."""
    made, target = compared(case)
    drawn = point.inputs[target]
    calls = []
    for each in given:
        values = point.on({target: _like(drawn, each.data), made: _like(drawn, each.predictions)}).inputs
        calls.append(function_at(case.task, case.task.objective_function, values))
    return _call_loss(case, calls)


def _like(drawn: Value, numbers: Array) -> Array:
    """Give one number for each sample the shape that targets are drawn in, as of a column."""
    others = drawn.shape[1:] if isinstance(drawn, Array) and len(numbers.shape) == 1 else ()
    values = tuple(number for number in numbers.values for _ in range(math.prod(others)))
    return Array(numbers.dtype, (*numbers.shape, *others), values)


def _call_loss(case: Case, calls: Sequence[Call]) -> list[_Loss]:
    """Make calls of the loss."""
    arrays = [array_in(outcome, case.task.objective) for outcome in case.runner.run(tuple(calls))]
    return [_loss(array) for array in arrays]


def _loss(array: Array | None) -> _Loss:
    if array is None or array.number is None:
        return _Loss(math.nan, 0.0)
    return _Loss(array.number, unit_roundoff(array.dtype))
