"""Losses that measure no fit: a gradient that is the slope of one earns nothing by it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.checks.case import Case
from autograder.checks.composed import composed, function_at
from autograder.checks.curves import compared, compares
from autograder.checks.lines import Line, line_through
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import POSITIVE_OF_FOUR
from autograder.numerics.compare import unit_roundoff
from autograder.numerics.points import Point, exact_points, scaled

INDEPENDENT_UNITS = 2**10
"""Units of rounding, as a share of the loss, below which its mixed difference is none."""
SMALL = 2.0**-5
"""Share of drawn data on which a model that is flat far out still moves."""
FAR = 64.739
"""Distance of a parameter at which all predictions lie on one side of the targets."""
NEARBY = 0.739
"""Distance of a second parameter: not so round that a loss could be the same on both sides of its best."""


def why_degenerate(case: Case, parameter: str) -> str:
    """Say what keeps this file's loss from measuring a fit; empty if nothing does.

    It must have a smallest value and grow away from it, compare its data with its predictions, and
    depend on the parameter through them: loss = 0 with gradient = 0 would be consistent, too, and so
    would (w - 2)**2.
    """
    task = case.task
    point = exact_points(task.quantities, case.seed)[POSITIVE_OF_FOUR]
    line = line_through(point.inputs, parameter, case.seed)
    verdict = case.verdict_on(task.objective_function)
    if verdict is Verdict.PASSED:  # the task's own, whatever forward makes of the parameter
        return "" if _moves(case, point, line) else f"does not change with {parameter}"
    sweep = derivative.wide_sweep(line.here)
    loss = composed(task, task.objective_function, point.inputs)
    losses = _swept(case, line.swept(loss, sweep), len(sweep))
    if losses is None or not derivative.has_a_smallest_value(losses):
        return "does not grow away from a smallest value"
    if not compares(case):
        return "" if _mixes(case, point, line) else "does not compare the predictions with the data"
    if not _compares(case, point):
        return "does not compare the predictions with the data"
    if not _depends_through_predictions(case, point, line):
        return f"does not depend on {parameter} through the predictions"
    return "" if _fits_a_prediction(case, point) else "has no prediction that fits best"


def _moves(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss depends on the parameter at all."""
    task = case.task
    loss = composed(task, task.objective_function, scaled(task.quantities, point, SMALL).inputs)
    outcomes = case.runner.run((line.moved(loss, line.here), line.moved(loss, line.here + NEARBY)))
    first, second = (_result(outcome, task.objective) for outcome in outcomes)
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
    calls = [composed(task, task.objective_function, each.inputs) for each in points]
    places = (line.here, line.here + NEARBY)
    outcomes = case.runner.run(tuple(line.moved(call, t) for call in calls for t in places))
    values = [_result(outcome, task.objective) for outcome in outcomes]
    numbers = [math.nan if value is None or value.number is None else value.number for value in values]
    u = max(unit_roundoff("" if value is None else value.dtype) for value in values)
    here, there, other_here, other_there = numbers
    mixed = here - there - other_here + other_there
    return abs(mixed) > INDEPENDENT_UNITS * u * sum(map(abs, numbers))


def _fits_a_prediction(case: Case, point: Point) -> bool:
    """Whether the loss grows as one prediction moves away to either side, all else being the same.

    Else it has no smallest value at any fit: the mean of exp(y_pred - y) grows with w on both sides where x
    has both signs, and falls without end with each prediction. One of the predictions is enough: some losses
    look at the largest error alone, or at the first sample.
    """
    data = Array("float64", (2,), (1.0, -2.0))
    sweep = derivative.wide_sweep(0.0)
    for moving in range(2):
        moved = [tuple(step if k == moving else 0.5 for k in range(2)) for step in sweep]
        calls = [_Given(data, Array("float64", (2,), predicted)) for predicted in moved]
        if derivative.has_a_smallest_value([value for value, _ in _losses(case, point, calls)]):
            return True
    return False


def _compares(case: Case, point: Point) -> bool:
    """Whether the loss compares its data with its predictions, by its mixed difference.

    L(a, b) - L(a, c) - L(d, b) + L(d, c) is 0 for every loss that ignores data or predictions, and
    for a sum of a function of each. Between them, a < b < d < c: a difference without its sign shows.
    """
    # no zeros: some divide by the data
    a, b, d, c = (
        Array("float64", (point.n,), tuple(1 + k + step * (1 + k / 8) for k in range(point.n)))
        for step in range(4)
    )
    found = _losses(case, point, [_Given(given, predicted) for given in (a, d) for predicted in (b, c)])
    ab, ac, db, dc = (value for value, _ in found)
    u = max(u for _, u in found)
    return abs(ab - ac - db + dc) > INDEPENDENT_UNITS * u * (abs(ab) + abs(ac) + abs(db) + abs(dc))


def _depends_through_predictions(case: Case, point: Point, line: Line) -> bool:
    """Whether predictions made at another parameter move the loss more than that parameter alone does.

    The mean of absolute errors may stay the same nearby, where as many predictions lie above as below.
    """
    moves = _moves_of(case, point, line, line.here + NEARBY)
    if moves == NO_MOVES:
        moves = _moves_of(case, point, line, line.here + FAR)
    if moves is None:
        return True  # a forward that returns no numbers is marked where it belongs
    return moves.through > moves.alone


@dataclass(frozen=True, slots=True)
class _Moves:
    """By how much a loss changes with predictions of another parameter, and with that parameter alone."""

    through: float
    alone: float


NO_MOVES = _Moves(0.0, 0.0)


def _moves_of(case: Case, point: Point, line: Line, there: float) -> _Moves | None:
    """Measure how a loss changes on the way to another place; None where there are no predictions."""
    task = case.task
    made, target = compared(case)
    call = composed(task, task.maker_of(made), point.inputs)
    outcomes = case.runner.run((line.moved(call, line.here), line.moved(call, there)))
    first, second = (_result(outcome, made) for outcome in outcomes)
    data = point.inputs[target]
    if first is None or second is None or not isinstance(data, Array):
        return None
    at_there = point.on({line.parameter: line.at(there)})
    (before, _), (through, _) = _losses(case, point, [_Given(data, first), _Given(data, second)])
    ((alone, _),) = _losses(case, at_there, [_Given(data, first)])
    return _Moves(abs(through - before), abs(alone - before))


@dataclass(frozen=True, slots=True)
class _Given:
    """What the loss is called with: data and predictions."""

    data: Array
    predictions: Array


def _losses(case: Case, point: Point, given: Sequence[_Given]) -> list[tuple[float, float]]:
    """Call the loss at the parameters of a point; values (NaN for none) and unit roundoffs."""
    task = case.task
    made, target = compared(case)
    calls = [
        function_at(
            task, task.objective_function, {**point.inputs, target: each.data, made: each.predictions}
        )
        for each in given
    ]
    arrays = [_result(outcome, task.objective) for outcome in case.runner.run(tuple(calls))]
    return [
        (math.nan, 0.0)
        if array is None or array.number is None
        else (array.number, unit_roundoff(array.dtype))
        for array in arrays
    ]


def _swept(case: Case, call: Call, steps: int) -> tuple[float, ...] | None:
    """Call the loss along a sweep; None if it does not return a number at each step."""
    (outcome,) = case.runner.run((call,))
    value = _result(outcome, case.task.objective)
    return None if value is None else value.numbers(steps)


def _result(outcome: Outcome, name: str) -> Array | None:
    value = outcome.results.get(name) if isinstance(outcome, Returned) else None
    return value if isinstance(value, Array) else None
