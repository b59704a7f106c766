"""Losses that measure no fit: a gradient that is the slope of one earns nothing by it."""

from __future__ import annotations

from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.comparing import compares_data
from autograder.checks.curves import SMALLEST_WAY, compares
from autograder.checks.growth import grows_away
from autograder.checks.labels import has_labels
from autograder.checks.lines import Line, line_through
from autograder.checks.pairs import (
    NEARBY,
    ONE_SIDED_DISTANCE,
    Given,
    losses_of,
    of_samples,
    predictions_at,
    swept,
)
from autograder.facts.verdict import Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import POSITIVE_OF_FOUR
from autograder.numerics.points import Point, exact_points, scaled

SMALL_DATA = 2.0**-5
"""Share of drawn data on which a model that is flat far out still moves."""


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
    if not compares_data(case, point, line):
        return "does not compare the predictions with the data"
    if not compares(case):
        return ""
    if not _depends_through_predictions(case, point, line):
        return f"does not depend on {parameter} through the predictions"
    fits = has_labels(case) or _fits_a_prediction(case, point)
    return "" if fits else "has no prediction that fits best"


def _moves(case: Case, parameter: str) -> bool:
    """Whether the loss depends on the parameter at some point; a model may be flat at others, and far out."""
    quantities = case.task.quantities
    points = exact_points(quantities, case.seed)[POSITIVE_OF_FOUR::-1]
    near = [scaled(quantities, point, SMALL_DATA) for point in points]
    return any(_moves_at(case, point, parameter) for pair in zip(near, points, strict=True) for point in pair)


def _moves_at(case: Case, point: Point, parameter: str) -> bool:
    """Whether the loss at a point changes with a step along a line."""
    line = line_through(point.inputs, parameter, case.seed)
    losses = swept(case, point, line, (line.here, line.away(NEARBY)))
    return losses is None or losses[0] != losses[1]


def _fits_a_prediction(case: Case, point: Point) -> bool:
    """Whether the loss grows as one prediction moves away to either side, all else being the same.

    Else it has no smallest value at any fit: the mean of exp(y_pred - y) grows with w on both sides where x
    has both signs, and falls without end with each prediction. One of the predictions is enough: some losses
    look at the largest error alone, or at the first sample.
    """
    data = of_samples(1.0, -2.0)
    sweep = derivative.wide_sweep(0.0)
    first_moves = [Given(data, of_samples(t, 0.5)) for t in sweep]
    second_moves = [Given(data, of_samples(0.5, t)) for t in sweep]
    for given in (first_moves, second_moves):
        losses = losses_of(case, point, given)
        if derivative.has_a_smallest_value([loss.value for loss in losses]):
            return True
    return False


def _depends_through_predictions(case: Case, point: Point, line: Line) -> bool:
    """Whether predictions made at another parameter move the loss, and not that parameter nearly alone.

    The mean of absolute errors may stay the same nearby, where as many predictions lie above as below.
    """
    moves = _moves_of(case, point, line, line.away(NEARBY))
    if moves == NO_MOVES:
        moves = _moves_of(case, point, line, line.here + ONE_SIDED_DISTANCE)
    # a forward that returns no numbers is marked where it belongs
    return moves is None or moves.by_predictions > SMALLEST_WAY * moves.by_parameter


class _Moves(NamedTuple):
    """By how much a loss changes with predictions of another parameter, and with that parameter alone."""

    by_predictions: float
    by_parameter: float


NO_MOVES = _Moves(0.0, 0.0)


def _moves_of(case: Case, point: Point, line: Line, there: float) -> _Moves | None:
    """Measure how a loss changes on the way to another place; None where there are no predictions."""
    before, after = predictions_at(case, point, line, there)
    if before is None or after is None:
        return None
    elsewhere = point.on({line.parameter: line.at(there)})
    here, through = losses_of(case, point, [before, after])
    (alone,) = losses_of(case, elsewhere, [before])
    by_predictions = abs(through.value - here.value)
    by_parameter = abs(alone.value - here.value)
    return _Moves(by_predictions, by_parameter)
