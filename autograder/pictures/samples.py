"""Sample a submission's loss and derivatives on the data of the task, for a picture of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.lines import Line
from autograder.checks.stacks import array_in
from autograder.facts.calls import Array, Call, Named, Value, in_float64
from autograder.facts.outcomes import Absent, Outcome, Raised, Returned, Unfit
from autograder.numerics import derivative
from autograder.numerics.compare import FLOAT32, FLOAT64
from autograder.numerics.derivative import Agreement
from autograder.pictures.subjects import Slopes, Touch

TOUCHES = (-1.0, -0.5, 0.0, 0.75)
"""Where the gradient is drawn: distances from the target, in those from there to the start of training."""
REACH = 1.3
"""How far the loss is drawn to both sides of the target, in the same distances."""
CURVE_STEPS = 40
"""Values of the loss to each side: a step is a few pixels wide."""
FLAT = 1e-3
"""Share of how steep the loss is elsewhere, below which nobody sees that a line is not level."""
LARGEST_DRAWN = 1e150
"""Numbers beyond are not drawn: differences and products of them have to stay finite."""


def sample_slopes(case: Case, parameters: Sequence[str]) -> tuple[Slopes, ...]:
    """Sample for each of some parameters the loss along a line through it, and its derivative.

    What cannot be drawn is left out.
    """
    panels = (_slopes(case, parameter) for parameter in parameters)
    return tuple(slopes for slopes in panels if slopes is not None)


def _slopes(case: Case, parameter: str) -> Slopes | None:
    """Sample the loss along a line through a parameter, and its derivative; None if nothing can be drawn.

    The data is that of the task, in float64: rounding is not what the picture is about. The line leads from
    where training starts to where it leads; other parameters are where it leads.
    """
    view = _view(case, parameter)
    if view is None:
        return None
    steps = range(-CURVE_STEPS, CURVE_STEPS + 1)
    across = [view.centre + REACH * view.far * k / CURVE_STEPS for k in steps]
    losses = _losses(case, view, across)
    touches = _touches(case, view)
    if losses.count(None) >= len(losses) - 1 or all(touch.gradient is None for touch in touches):
        return None
    task = case.task
    curve = tuple(zip(across, losses, strict=True))
    others = tuple(name for name in task.parameters if name != parameter)
    gradient = _gradient_name(case, parameter)
    is_way = isinstance(view.line.origin, Array)
    return Slopes(parameter, task.objective_function, gradient, curve, touches, others, is_way)


def _gradient_name(case: Case, parameter: str) -> str:
    """Name a derivative by its function, or, if that returns several results, by the result."""
    result = case.task.derivatives[parameter]
    maker = case.task.maker_of(result)
    return maker if len(case.task.function(maker).results) == 1 else result


class _View(NamedTuple):
    """A line along which a picture is drawn, and its middle: where training leads."""

    line: Line
    centre: float
    far: float
    """How far from the middle training starts."""
    values: Named[Value]
    """The data, and all parameters where training leads."""


def _view(case: Case, parameter: str) -> _View | None:
    """Choose a line through one parameter; None where nobody knows where training leads."""
    training = case.task.training
    if training is None or training.leads is None:
        return None
    leads = training.leads
    end = leads.waypoints[max(leads.waypoints)]
    data = {name: in_float64(value) for name, value in training.data.items()}
    values: Named[Value] = Named({**data, **end})
    start, goal = training.start[parameter], end[parameter]
    if isinstance(start, Array) and isinstance(goal, Array):
        return _View(_way(parameter, start, goal), 1.0, 1.0, values)
    if isinstance(start, Array) or isinstance(goal, Array):
        raise TypeError(goal)
    centre = goal if leads.rate is None else leads.rate.target
    far = abs(centre - start) or 1.0
    return _View(Line(parameter, 0.0, 1.0, centre), centre, far, values)


def _way(parameter: str, start: Array, goal: Array) -> Line:
    """Make the line on which an array is the start at 0 and the goal at 1."""
    steps = tuple(b - a for a, b in zip(start.values, goal.values, strict=True))
    origin = start._replace(dtype="float64", values=tuple(map(float, start.values)))
    return Line(parameter, origin, origin._replace(values=steps), 1.0)


def _losses(case: Case, view: _View, places: Sequence[float]) -> list[float | None]:
    """Call the loss at each place; None where it cannot be drawn."""
    loss = _loss_call(case, view)
    swept = _swept(case, view, places)
    if swept is not None:
        return [_drawable(value) for value in swept]
    # One call that raises leaves nothing of a sweep.
    calls = [view.line.moved(loss, t) for t in places]
    outcomes = case.runner.run(tuple(calls))
    return [_height(outcome, case.task.objective) for outcome in outcomes]


def _swept(case: Case, view: _View, places: Sequence[float]) -> tuple[float, ...] | None:
    """Call the loss at all places in one request; None where some call gives no number."""
    loss = _loss_call(case, view)
    call = view.line.swept(loss, places)
    (outcome,) = case.runner.run((call,))
    losses = array_in(outcome, case.task.objective)
    return None if losses is None else losses.numbers(len(places))


def _loss_call(case: Case, view: _View) -> Call:
    return composed(case.task, case.task.objective_function, view.values)


def _height(outcome: Outcome, result: str) -> float | None:
    """Read a loss; None if it is not a number that can be drawn."""
    value = array_in(outcome, result)
    number = None if value is None else value.number
    return None if number is None else _drawable(number)


def _drawable(number: float) -> float | None:
    """Return a number that can be drawn; None for any other."""
    return number if abs(number) <= LARGEST_DRAWN else None


def _touches(case: Case, view: _View) -> tuple[Touch, ...]:
    """Sample the derivative at the places where the loss can be drawn."""
    places = [view.centre + share * view.far for share in TOUCHES]
    heights = _losses(case, view, places)
    level = FLAT * _rise([height for height in heights if height is not None]) / view.far
    touches = []
    for t, height in zip(places, heights, strict=True):
        if height is not None:
            touches.append(_touch(case, view, t, height, level))
    return tuple(touches)


def _rise(heights: Sequence[float]) -> float:
    """Return the smallest difference between places that are not level, or the largest value if all are."""
    rises = [abs(b - a) for a, b in pairwise(heights) if a != b]
    return min(rises) if rises else max(map(abs, heights), default=0.0)


def _touch(case: Case, view: _View, t: float, height: float, level: float) -> Touch:
    """Sample the derivative at one place, with the slope of the loss."""
    task, along = case.task, view.line
    result = task.derivatives[along.parameter]
    maker = task.maker_of(result)
    gradient = composed(task, maker, view.values)
    call = along.moved(gradient, t)
    (outcome,) = case.runner.run((call,))
    steepness = _component(outcome, along, result)
    if steepness is None:
        instead = _in_words(outcome, result)
        slope, tangent = _slope(case, view, t, math.inf, level)
        return Touch(t, height, None, instead, slope, tangent)
    slope, tangent = _slope(case, view, t, steepness, level)
    return Touch(t, height, steepness, "", slope, tangent)


def _slope(
    case: Case, view: _View, t: float, gradient: float, level: float
) -> tuple[float | None, bool | None]:
    """Measure the slope of the loss, and whether a gradient is that slope; None where that is unknown.

    Where both are next to level, no share of the slope shows that they are the same: a difference
    that nobody can see does not count. What only float64 could distinguish, no picture shows.
    """
    for steps in (derivative.COARSE_STEPS, derivative.STEPS):
        slope = _measured(case, view, t, steps, FLOAT32)
        if slope is None:
            return None, None
        agreement = derivative.compare_with_slope(gradient, slope, FLOAT32)
        if agreement is Agreement.DISAGREE and _is_tangent_in_float64(case, view, t, gradient):
            return gradient, True
        if agreement is not Agreement.CANNOT_TELL:
            return slope.value, agreement is Agreement.AGREE
        difference = abs(gradient - slope.value)
        doubt = slope.error + FLOAT32 * slope.rounding
        if abs(slope.value) + slope.error <= level or difference + doubt <= level:
            return slope.value, difference <= level
    return None, None


def _is_tangent_in_float64(case: Case, view: _View, t: float, gradient: float) -> bool:
    """Whether a gradient is the slope after all: float32 would not show how a logarithm bends."""
    slope = _measured(case, view, t, derivative.STEPS, FLOAT64)
    return slope is not None and derivative.compare_with_slope(gradient, slope, FLOAT64) is Agreement.AGREE


def _measured(case: Case, view: _View, t: float, steps: Sequence[float], u: float) -> derivative.Slope | None:
    """Measure the slope of the loss in some precision; None where it has none."""
    sweep = derivative.sweep(t, steps)
    losses = _swept(case, view, sweep)
    if losses is None:
        return None
    return derivative.slope(t, tuple(losses), u, _terms(view))


def _terms(view: _View) -> int:
    """Count the samples that the loss adds up."""
    return max(len(value.values) for value in view.values.values() if isinstance(value, Array))


def _component(outcome: Outcome, line: Line, result: str) -> float | None:
    """Read a derivative along a line; None if it has another shape than its parameter, or is not finite."""
    value = array_in(outcome, result)
    along = None if value is None else line.component(value)
    return along if along is not None and math.isfinite(along) else None


def _in_words(outcome: Outcome, result: str) -> str:
    """Say what came back in the place of a finite number."""
    if isinstance(outcome, Raised):
        return f"raises {outcome.type}"
    if isinstance(outcome, Absent):
        return "is missing"
    if isinstance(outcome, Unfit):
        return f"returns {outcome.value.kind}"
    if not isinstance(outcome, Returned):
        return "does not answer"
    value = outcome.results[result]
    if not isinstance(value, Array):
        return f"returns {value.kind}"
    return f"returns shape {value.shape}" if value.number is None else f"returns {value.number}"
