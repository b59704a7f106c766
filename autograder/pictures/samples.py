"""Sample a submission's functions on the data of the task: what a picture of them is drawn from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from autograder.checks.case import Case
from autograder.checks.composed import along, at, composed
from autograder.checks.convergence import NoStepError, epoch_by_epoch
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, array_of
from autograder.numerics import derivative, descent
from autograder.numerics.compare import FLOAT32
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import Point
from autograder.pictures.subjects import Descent, Slopes, Touch

TOUCHES = (-1.0, -0.5, 0.0, 0.75)
"""Where the gradient is drawn: distances from the target, in those from there to the start of training."""
REACH = 1.3
"""How far the loss is drawn to both sides of the target, in the same distances."""
CURVE_STEPS = 40
"""Values of the loss to each side: a step is a few pixels wide."""
FLAT = 1e-3
"""Share of how steep the loss is elsewhere, below which nobody sees that a line is not level."""
LARGEST = 1e150
"""Numbers beyond are not drawn: differences and products of them have to stay finite."""


def sample_slopes(case: Case) -> Slopes | None:
    """Sample the loss over the parameter, and gradients with slopes; None if there is nothing to draw.

    The data is that of the task, in float64: rounding is not what the picture is about.
    """
    task, training = case.task, case.task.training
    far = abs(training.target - task.start) or 1.0
    across = [training.target + REACH * far * k / CURVE_STEPS for k in range(-CURVE_STEPS, CURVE_STEPS + 1)]
    places = [training.target + share * far for share in TOUCHES]
    losses, heights = _losses(case, across), _losses(case, places)
    level = FLAT * _rise([height for height in heights if height is not None]) / far
    touches = tuple(
        _touch(case, w, height, level)
        for w, height in zip(places, heights, strict=True)
        if height is not None
    )
    if losses.count(None) >= len(losses) - 1 or all(touch.gradient is None for touch in touches):
        return None
    curve = tuple(zip(across, losses, strict=True))
    return Slopes(task.parameter, task.objective_function, task.gradient, curve, touches)


def sample_descent(case: Case) -> Descent | None:
    """Train as the convergence check does, and keep the path; None if no step can be drawn."""
    training = case.task.training
    try:
        steps = epoch_by_epoch(case, case.task.start, training.epochs)
    except NoStepError:
        return None
    afterwards = [*takewhile(_within, (step.after for step in steps))]
    expected = descent.expected_path(case.task.start, training.target, training.rate, training.epochs)
    path = (case.task.start, *afterwards)
    return Descent(case.task.parameter, path, tuple(expected), training.target) if afterwards else None


def _on_data(case: Case, function: str) -> Call:
    """Build the call of a function on the task's data, with its predictions made by this file."""
    data = {name: replace(array, dtype="float64") for name, array in case.task.data.items()}
    return composed(case.task, function, Point(0.0, data, 0))


def _losses(case: Case, places: Sequence[float]) -> list[float | None]:
    """Call the loss at each parameter; None for what cannot be drawn."""
    loss = _on_data(case, case.task.objective_function)
    outcomes = case.runner.run(tuple(at(case.task, loss, w) for w in places))
    return [number if number is not None and _within(number) else None for number in map(_number, outcomes)]


def _rise(heights: Sequence[float]) -> float:
    """Tell the smallest difference between places that are not level, or the largest value if all are."""
    rises = [abs(b - a) for a, b in pairwise(heights) if a != b]
    return min(rises) if rises else max(map(abs, heights), default=0.0)


def _touch(case: Case, w: float, height: float, level: float) -> Touch:
    """Sample the gradient at one place, with the slope of the loss."""
    (outcome,) = case.runner.run((at(case.task, _on_data(case, case.task.gradient), w),))
    steepness = _number(outcome)
    slope, tangent = _slope(case, w, math.inf if steepness is None else steepness, level)
    return Touch(w, height, steepness, "" if steepness is not None else _in_words(outcome), slope, tangent)


def _slope(case: Case, w: float, gradient: float, level: float) -> tuple[float | None, bool | None]:
    """Measure the slope of the loss, and tell whether a gradient is it; None for what cannot be told.

    Where both are next to level, no share of the slope tells that they are the same. What only float64
    could tell, no picture shows.
    """
    loss = _on_data(case, case.task.objective_function)
    for steps in (derivative.COARSE_STEPS, derivative.STEPS):
        sweep = derivative.sweep(w, steps)
        (outcome,) = case.runner.run((along(case.task, loss, sweep),))
        swept = array_of(outcome)
        losses = None if swept is None else swept.numbers(len(sweep))
        slope = None if losses is None else derivative.slope(w, losses, FLOAT32, _terms(case))
        if slope is None:
            return None, None
        agreement = derivative.compare_with_slope(gradient, slope, FLOAT32)
        if agreement is not Agreement.CANNOT_TELL:
            return slope.value, agreement is Agreement.AGREE
        if abs(slope.value) + slope.error <= level:
            return slope.value, abs(gradient - slope.value) <= level
    return None, None


def _terms(case: Case) -> int:
    """Count the samples that the loss adds up."""
    return max(len(array.values) for array in case.task.data.values())


def _number(outcome: Outcome) -> float | None:
    value = array_of(outcome)
    number = None if value is None else value.number
    return number if number is not None and math.isfinite(number) else None


def _within(number: float) -> bool:
    return abs(number) <= LARGEST


def _in_words(outcome: Outcome) -> str:
    """Say what came back in the place of a finite number."""
    if isinstance(outcome, Raised):
        return f"raises {outcome.type}"
    if isinstance(outcome, Absent):
        return "is missing"
    if not isinstance(outcome, Returned):
        return "does not answer"
    value = outcome.value
    if not isinstance(value, Array):
        return f"returns {value.kind}"
    return f"returns shape {value.shape}" if value.number is None else f"returns {value.number}"
