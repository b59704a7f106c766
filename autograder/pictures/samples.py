"""Sample a submission's functions on the data of the task: what a picture of them is drawn from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.convergence import numbers_of
from autograder.checks.descents import NoStepError, Run, paths_from
from autograder.checks.lines import Line
from autograder.facts.calls import Array, Named, Value
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, Unfit
from autograder.numerics import derivative
from autograder.numerics.compare import FLOAT32
from autograder.numerics.derivative import Agreement
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


def sample_slopes(case: Case, parameter: str) -> Slopes | None:
    """Sample the loss along a line through a parameter, and its derivative; None if nothing can be drawn.

    The data is that of the task, in float64: rounding is not what the picture is about. The line leads from
    where training starts to where it leads; other parameters are where it leads.
    """
    view = _view(case, parameter)
    if view is None:
        return None
    across = [view.centre + REACH * view.far * k / CURVE_STEPS for k in range(-CURVE_STEPS, CURVE_STEPS + 1)]
    places = [view.centre + share * view.far for share in TOUCHES]
    losses, heights = _losses(case, view, across), _losses(case, view, places)
    level = FLAT * _rise([height for height in heights if height is not None]) / view.far
    touches = tuple(
        _touch(case, view, t, height, level)
        for t, height in zip(places, heights, strict=True)
        if height is not None
    )
    if losses.count(None) >= len(losses) - 1 or all(touch.gradient is None for touch in touches):
        return None
    task = case.task
    curve = tuple(zip(across, losses, strict=True))
    return Slopes(view.label, task.objective_function, task.gradient, curve, touches)


@dataclass(frozen=True, slots=True)
class _View:
    """A line along which a picture is drawn, and its middle: where training leads."""

    line: Line
    centre: float
    far: float
    """How far from the middle training starts."""
    label: str
    values: Named[Value]
    """The data, and all parameters where training leads."""


def _view(case: Case, parameter: str) -> _View | None:
    """Choose a line through one parameter; None where nobody knows where training leads."""
    training = case.task.training
    if training is None or training.leads is None:
        return None
    leads = training.leads
    end = leads.waypoints[max(leads.waypoints)]
    data = {name: _as_float64(value) for name, value in training.data.items()}
    values: Named[Value] = Named({**data, **end})
    start, goal = training.start[parameter], end[parameter]
    if isinstance(start, Array) and isinstance(goal, Array):
        way = tuple(b - a for a, b in zip(start.values, goal.values, strict=True))
        origin = replace(start, dtype="float64", values=tuple(map(float, start.values)))
        line = Line(parameter, origin, replace(origin, values=way), 1.0)
        return _View(line, 1.0, 1.0, f"the way of {parameter}", values)
    if isinstance(start, Array) or isinstance(goal, Array):
        raise TypeError(goal)
    centre = goal if leads.rate is None else leads.rate.target
    return _View(Line(parameter, 0.0, 1.0, centre), centre, abs(centre - start) or 1.0, parameter, values)


def _as_float64(value: Value) -> Value:
    if isinstance(value, Array) and value.dtype == "float32":
        return replace(value, dtype="float64")
    return value


def sample_descent(case: Case) -> Descent | None:
    """Train one number as the convergence check does, and keep the path; None if no step can be drawn."""
    training = case.task.training
    rate = None if training is None or training.leads is None else training.leads.rate
    if training is None or rate is None:
        return None
    (parameter,) = case.task.parameters
    try:
        (steps,) = paths_from(case, training, [Run(training.start, training.epochs)])
    except NoStepError:
        return None
    _, *afterwards = numbers_of(steps, parameter)
    drawn = [*takewhile(_within, afterwards)]
    expected = [rate.after(epoch) for epoch in range(training.epochs + 1)]
    return Descent(parameter, (rate.start, *drawn), tuple(expected), rate.target) if drawn else None


def _losses(case: Case, view: _View, places: Sequence[float]) -> list[float | None]:
    """Call the loss at each place; None for what cannot be drawn."""
    task = case.task
    loss = composed(task, task.objective_function, view.values)
    outcomes = case.runner.run(tuple(view.line.moved(loss, t) for t in places))
    numbers = [_number(outcome, task.objective) for outcome in outcomes]
    return [number if number is not None and _within(number) else None for number in numbers]


def _rise(heights: Sequence[float]) -> float:
    """Tell the smallest difference between places that are not level, or the largest value if all are."""
    rises = [abs(b - a) for a, b in pairwise(heights) if a != b]
    return min(rises) if rises else max(map(abs, heights), default=0.0)


def _touch(case: Case, view: _View, t: float, height: float, level: float) -> Touch:
    """Sample the derivative at one place, with the slope of the loss."""
    task = case.task
    gradient = composed(task, task.maker_of(task.derivatives[view.line.parameter]), view.values)
    (outcome,) = case.runner.run((view.line.moved(gradient, t),))
    steepness = _component(outcome, view.line, task.derivatives[view.line.parameter])
    slope, tangent = _slope(case, view, t, math.inf if steepness is None else steepness, level)
    instead = "" if steepness is not None else _in_words(outcome)
    return Touch(t, height, steepness, instead, slope, tangent)


def _slope(
    case: Case, view: _View, t: float, gradient: float, level: float
) -> tuple[float | None, bool | None]:
    """Measure the slope of the loss, and tell whether a gradient is it; None for what cannot be told.

    Where both are next to level, no share of the slope tells that they are the same. What only float64
    could tell, no picture shows.
    """
    task = case.task
    loss = composed(task, task.objective_function, view.values)
    for steps in (derivative.COARSE_STEPS, derivative.STEPS):
        sweep = derivative.sweep(t, steps)
        (outcome,) = case.runner.run((view.line.swept(loss, sweep),))
        swept = outcome.results.get(task.objective) if isinstance(outcome, Returned) else None
        losses = swept.numbers(len(sweep)) if isinstance(swept, Array) else None
        slope = None if losses is None else derivative.slope(t, losses, FLOAT32, _terms(view))
        if slope is None:
            return None, None
        agreement = derivative.compare_with_slope(gradient, slope, FLOAT32)
        if agreement is not Agreement.CANNOT_TELL:
            return slope.value, agreement is Agreement.AGREE
        if abs(slope.value) + slope.error <= level:
            return slope.value, abs(gradient - slope.value) <= level
    return None, None


def _terms(view: _View) -> int:
    """Count the samples that the loss adds up."""
    return max(len(value.values) for value in view.values.values() if isinstance(value, Array))


def _number(outcome: Outcome, result: str) -> float | None:
    value = outcome.results.get(result) if isinstance(outcome, Returned) else None
    number = value.number if isinstance(value, Array) else None
    return number if number is not None and math.isfinite(number) else None


def _component(outcome: Outcome, line: Line, result: str) -> float | None:
    """Read a derivative along a line; None if it has another shape than its parameter, or is not finite."""
    value = outcome.results.get(result) if isinstance(outcome, Returned) else None
    along = line.component(value) if isinstance(value, Array) else None
    return along if along is not None and math.isfinite(along) else None


def _within(number: float) -> bool:
    return abs(number) <= LARGEST


def _in_words(outcome: Outcome) -> str:
    """Say what came back in the place of a finite number."""
    if isinstance(outcome, Raised):
        return f"raises {outcome.type}"
    if isinstance(outcome, Absent):
        return "is missing"
    if isinstance(outcome, Unfit):
        return f"returns {outcome.value.kind}"
    if not isinstance(outcome, Returned):
        return "does not answer"
    value = next(iter(outcome.results.values()))
    if not isinstance(value, Array):
        return f"returns {value.kind}"
    return f"returns shape {value.shape}" if value.number is None else f"returns {value.number}"
