"""Losses that measure no fit: a gradient that is the slope of one earns nothing by it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.composed import along, at, composed, function_at
from autograder.facts.calls import Array
from autograder.facts.outcomes import array_of
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.compare import unit_roundoff
from autograder.numerics.points import Point, exact_points, scaled

INDEPENDENT_UNITS = 2**10
"""Units of rounding, as a share of the loss, below which its mixed difference is none."""
SMALL = 2.0**-5
"""Share of drawn data on which a model that is flat far out still moves."""
NEARBY = 0.739
"""Distance of a second parameter: not so round that a loss could be the same on both sides of its best."""


def why_degenerate(case: Case) -> str:
    """Say what keeps this file's loss from measuring a fit; empty if nothing does.

    It must have a smallest value and grow away from it, compare its data with its predictions, and
    depend on the parameter through them: loss = 0 with gradient = 0 would be consistent, too, and so
    would (w - 2)**2.
    """
    task = case.task
    point = exact_points(task.real, task.parameter, case.seed)[-1]
    verdict = case.verdict_on(task.objective_function)
    if verdict is Verdict.PASSED:  # the task's own, whatever forward makes of w
        return "" if _moves(case, point) else "does not change with w"
    sweep = derivative.wide_sweep(point.parameter)
    (outcome,) = case.runner.run((along(task, composed(task, task.objective_function, point), sweep),))
    value = array_of(outcome)
    losses = None if value is None else value.numbers(len(sweep))
    if losses is None or not derivative.has_a_smallest_value(losses):
        return "does not grow away from a smallest value"
    if not _compares(case, point):
        return "does not compare the predictions with the data"
    if not _depends_through_predictions(case, point):
        return "does not depend on w through the predictions"
    return "" if _fits_a_prediction(case, point) else "has no prediction that fits best"


def _moves(case: Case, point: Point) -> bool:
    """Whether the loss depends on the parameter at all."""
    task = case.task
    loss = composed(task, task.objective_function, scaled(point, SMALL))
    here = at(task, loss, point.parameter)
    there = at(task, loss, point.parameter + NEARBY)
    outcomes = case.runner.run((here, there))
    first, second = map(array_of, outcomes)
    if first is None or second is None:
        return True
    return first.values != second.values


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
        calls = [(data, Array("float64", (2,), predicted), point.parameter) for predicted in moved]
        if derivative.has_a_smallest_value([value for value, _ in _losses(case, calls)]):
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
    found = _losses(case, [(given, predicted, point.parameter) for given in (a, d) for predicted in (b, c)])
    ab, ac, db, dc = (value for value, _ in found)
    u = max(u for _, u in found)
    return abs(ab - ac - db + dc) > INDEPENDENT_UNITS * u * (abs(ab) + abs(ac) + abs(db) + abs(dc))


def _depends_through_predictions(case: Case, point: Point) -> bool:
    """Whether predictions made at another parameter move the loss more than that parameter alone does."""
    task = case.task
    here, there = point.parameter, point.parameter + NEARBY
    names = task.function(task.objective_function).arguments
    (data,) = (point.data[name] for name in names if task.maker(name) is None)
    (maker,) = filter(None, map(task.maker, names))
    made = composed(task, maker.name, point)
    first, second = (array_of(o) for o in case.runner.run((at(task, made, here), at(task, made, there))))
    if first is None or second is None:
        return True  # a forward that returns no numbers is marked where it belongs
    calls = [(data, first, here), (data, second, here), (data, first, there)]
    (before, _), (through, _), (alone, _) = _losses(case, calls)
    return abs(through - before) > abs(alone - before)


def _losses(case: Case, calls: Sequence[tuple[Array, Array, float]]) -> list[tuple[float, float]]:
    """Call the loss with data and predictions at a parameter; values (NaN for none) and unit roundoffs."""
    task = case.task
    names = task.function(task.objective_function).arguments
    made = [
        function_at(
            task,
            task.objective_function,
            {name: data if task.maker(name) is None else predicted for name in names},
            w,
        )
        for data, predicted, w in calls
    ]
    arrays = map(array_of, case.runner.run(tuple(made)))
    return [
        (math.nan, 0.0)
        if array is None or array.number is None
        else (array.number, unit_roundoff(array.dtype))
        for array in arrays
    ]
