"""The derivatives beside the slopes of this file's own loss, measured at points that are drawn for it."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.lines import Line
from autograder.checks.reference import vouches
from autograder.checks.slope_questions import Around, Questions, slope_points, slope_questions
from autograder.checks.slope_results import NoSlopeError, arrays_of, no_value, result_of
from autograder.facts.calls import Array, Value
from autograder.facts.messages import slopes
from autograder.facts.outcomes import Outcome
from autograder.facts.verdict import Answer, Feedback, Verdict
from autograder.numerics import derivative
from autograder.numerics.beside import sizes_beside
from autograder.numerics.compare import FLOAT32, FLOAT64, unit_roundoff, working_precision
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import Point, exact_points, general_points

MOST_SLOPE_DRAWS = 5
"""Draws of points, one of each size, at most."""


class Attempt(NamedTuple):
    """How slopes are measured: the steps, by what the data are multiplied, and the least roundoff."""

    steps: tuple[float, ...] = derivative.STEPS
    scale: float = 1.0
    least_u: float = FLOAT64


ATTEMPTS = (
    Attempt(derivative.COARSE_STEPS),
    Attempt(),
    Attempt(scale=2.0**-4),
    Attempt(least_u=FLOAT32),
    Attempt(scale=2.0**-8, least_u=FLOAT32),
)
"""Where a size is undecided, the next is made: closer, on smaller data, as some losses are flat far out, and
then as of a cast to float32."""


class Measured(NamedTuple):
    """One derivative and the slope of this file's loss at one point, both along the same line."""

    point: Point
    line: Line
    steps: tuple[float, ...]
    gradient: float
    slope: float
    agreement: Agreement
    u_gradient: float
    u_loss: float

    @property
    def n(self) -> int:
        """N: how many samples there are."""
        return self.point.n


def measure(case: Case, parameter: str, least_u: float = FLOAT64) -> list[Measured]:
    """Measure a derivative and the slope beside exact points, until each size agrees or disagrees.

    A derivative that the reference does not vouch for needs slopes of both signs, and is measured at other
    sizes as well.
    """
    known = case.has_key() and vouches(case, case.task.derivatives[parameter])
    measured: list[Measured] = []
    questions = case.plan.slopes[parameter]
    attempts = iter(ATTEMPTS)
    chosen = next(attempts)
    for draw in range(MOST_SLOPE_DRAWS):
        if draw > 0:
            points = slope_points(case.task, case.seed, draw, chosen.scale)
            questions = slope_questions(case.task, parameter, points, chosen.steps, case.seed)
        u = max(least_u, chosen.least_u)
        measured += _answers(case, questions, u)
        conclusive = [m for m in measured if m.agreement is not Agreement.CANNOT_TELL]
        sizes = {m.n for m in conclusive}
        if not sizes.issuperset(sizes_beside(case.task.quantities)):
            chosen = next(attempts, chosen)
        elif any(m.agreement is Agreement.DISAGREE for m in conclusive):
            break
        elif known or len({m.slope > 0 for m in conclusive}) > 1:
            return measured if known else measured + _elsewhere(case, parameter, u)
    return measured


def _elsewhere(case: Case, parameter: str, least_u: float) -> list[Measured]:
    """Measure at other sizes; a size without a slope or a derivative is left out.

    Not far out: a loss that is flat there has its fit between two steps, unseen.
    """
    quantities, seed = case.task.quantities, case.seed + 500
    single = exact_points(quantities, seed)[0]
    many = max(general_points(quantities, seed), key=lambda point: point.n)
    measured: list[Measured] = []
    for point in (single, many):
        with contextlib.suppress(NoSlopeError):  # as of a loss over N - 1 at N = 1
            questions = slope_questions(case.task, parameter, [point], derivative.STEPS, case.seed)
            measured += _answers(case, questions, least_u)
    return measured


def _answers(case: Case, questions: Questions, least_u: float) -> list[Measured]:
    """Ask, and compare the derivative with the slope around each point."""
    outcomes = iter(case.runner.run(questions.calls))
    precision = _precision(case, questions, outcomes, least_u)
    measured = []
    for at in questions.places:
        needed = case.task.derivatives[at.line.parameter]
        gradients = arrays_of(case, next(outcomes), at.gradient, needed)
        losses = result_of(case, next(outcomes), at.loss, case.task.objective)
        measured.append(_at_place(case, at, gradients, losses, precision))
    return measured


class Precision(NamedTuple):
    """The unit roundoffs of the arithmetic that made derivatives and losses."""

    of_gradient: float
    of_loss: float


def _precision(case: Case, questions: Questions, outcomes: Iterator[Outcome], least_u: float) -> Precision:
    """Read the precisions; that of a derivative is at most as fine as that of the loss."""
    units = []
    for asked in questions.precisions:
        array = result_of(case, next(outcomes), asked.call, asked.result)
        units.append(working_precision(array.dtype, array.values))
    of_gradient, *of_losses = units
    u_loss = max(least_u, *of_losses)
    return Precision(max(of_gradient, u_loss), u_loss)


def _at_place(
    case: Case, at: Around, gradients: Mapping[str, Array], losses: Array, precision: Precision
) -> Measured:
    """Compare the derivative at a point with the slope along the line."""
    line = at.line
    result = case.task.derivatives[line.parameter]
    gradient = gradients[result]
    along = _along(case, line, gradient)
    u_loss = max(precision.of_loss, unit_roundoff(losses.dtype))
    reach = _reach(case, at, gradients)
    slope = _slope(case, at, losses, u_loss, reach)
    u_gradient = max(precision.of_gradient, unit_roundoff(gradient.dtype))
    agreement = derivative.compare_with_slope(along, slope, u_gradient)
    return Measured(at.point, line, at.steps, along, slope.value, agreement, u_gradient, u_loss)


def _slope(case: Case, at: Around, losses: Array, u: float, reach: derivative.Reach) -> derivative.Slope:
    """Measure the slope of the loss; NoSlopeError where the loss is not a finite number."""
    loss_name = case.task.objective_function
    numbers = losses.numbers(losses.shape[0])
    if numbers is None:
        raise NoSlopeError(no_value(case, loss_name, case.task.objective, f"shape {losses.shape[1:]}"))
    values = tuple(map(float, numbers))
    slope = derivative.slope(at.line.here, values, u, terms(at.point), reach)
    if slope is None:
        feedback = Feedback(slopes.no_finite(loss_name))
        raise NoSlopeError(Answer(Verdict.SKIPPED, feedback=feedback))
    return slope


def _along(case: Case, line: Line, gradient: Array) -> float:
    """Return a derivative along a line; NoSlopeError if it has another shape, or is not finite."""
    along = line.component(gradient)
    result = case.task.derivatives[line.parameter]
    if along is None:
        raise NoSlopeError(no_value(case, case.function, result, f"shape {gradient.shape}"))
    if not math.isfinite(along):
        raise NoSlopeError(no_value(case, case.function, result, "nan or inf"))
    return along


def terms(point: Point) -> int:
    """Count the terms that a loss adds up: those of the largest input."""
    return max(len(value.values) if isinstance(value, Array) else 1 for value in point.inputs.values())


def _reach(case: Case, at: Around, gradients: Mapping[str, Array]) -> derivative.Reach:
    """Say what rounding of the parameters themselves can move the loss by, in units of u.

    That is the sum of |parameter| |derivative| over all entries of all parameters, with this file's own
    derivatives: a right one gives the right bound, and a wrong one widens its own alone.
    """
    still = moving = size = 0.0
    for parameter, name in case.task.derivatives.items():
        gradient, value = gradients.get(name), at.point.inputs[parameter]
        if gradient is None or (parameter == at.line.parameter and not isinstance(value, Array)):
            continue
        entries = value.values if isinstance(value, Array) else (value,)
        size += sum(map(abs, entries))
        still += _size_of_products(value, gradient)
        if parameter == at.line.parameter:
            moving += _size_of_products(at.line.along, gradient)
    return derivative.Reach(still, moving, size)


def _size_of_products(value: Value, gradient: Array) -> float:
    """Add up |a b| over entries; 0 where something is not finite, which other checks report."""
    entries = value.values if isinstance(value, Array) else (value,)
    size = sum(abs(a * b) for a, b in zip(entries, gradient.values, strict=False))
    return size if math.isfinite(size) else 0.0
