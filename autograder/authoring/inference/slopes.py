"""Find the objective and its derivatives: which result is the numerical slope of which scalar result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.values import Value, Values, in_floats, is_array, is_whole, shape_of

TRIED_POINTS = 3
"""Points with a slope at which a derivative is compared with it: one may agree by chance."""
DIFFERENCE_STEP = 2.0**-18
"""Of a central difference, beside parameters of about 1: its error is below the share that is allowed."""
SHARE = 1e-5
"""Of the slope, by which a derivative may differ from it."""
FLAT_SHARE = 2.0**-44
"""Of the objective: a difference below it is rounding, and the objective does not move."""
JITTERS = (0.25, 0.25, 0.25, 0.5, 1.0, 2.0, 4.0, 1.0, 2.0, 4.0)
"""By how much values are moved from those of the run, by point. The later points serve where the objective is
flat near the run, as a hinge loss in its bias beside balanced data."""
DATA_NAMES = frozenset({"x", "X", "y", "Y", "data", "inputs", "A", "labels", "targets", "t", "dout"})
"""Names of data, for which a derivative may be returned as well."""

DERIVATIVE_NAMES = ("d{}", "d_{}", "dj_d{}", "grad_{}", "{}_grad")
"""Names that people give to derivatives."""


class Goal(NamedTuple):
    """What is made small, and by parameter its derivative; empty if no result is a slope."""

    objective: str = ""
    derivatives: dict[str, str] = {}  # noqa: RUF012 - nobody writes into it


def goal_of(evaluation: Evaluation, values: Values, candidates: Sequence[str]) -> Goal:
    """Find the scalar result with the most derivatives; of several, the first."""
    points = [_moved(values, candidates, seed) for seed in range(len(JITTERS))]
    shapes = _shapes(evaluation, values)
    goals = []
    for objective, shape in shapes.items():
        if shape != ():
            continue
        derivatives = {}
        for parameter in candidates:
            wanted = [r for r, s in shapes.items() if r != objective and s == shape_of(values[parameter])]
            match = _derivative(evaluation, points, objective, parameter, wanted)
            if match:
                derivatives[parameter] = match
        goals.append(Goal(objective, derivatives))
    best = max(goals, key=lambda goal: len(goal.derivatives), default=Goal())
    return best if best.derivatives else Goal()


def without_data(goal: Goal, changed: set[str]) -> Goal:
    """Leave out derivatives by data; what changes in the run is a parameter, whatever its name."""
    kept = {
        parameter: derivative
        for parameter, derivative in goal.derivatives.items()
        if parameter in changed or parameter not in DATA_NAMES
    }
    return Goal(goal.objective, kept) if kept else Goal()


def suspects(goal: Goal, given: Values, results: Iterable[str]) -> list[tuple[str, str]]:
    """List results that are named as derivatives and are not, each with what they would be derived by."""
    named = set(results) - set(goal.derivatives.values())
    return [
        (name, form.format(name))
        for name in given
        if name not in goal.derivatives
        for form in DERIVATIVE_NAMES
        if form.format(name) in named
    ]


def agrees(evaluation: Evaluation, goal: Goal, values: Values) -> bool:
    """Whether every derivative is the slope at some values, as of other sizes; NoValueError as evaluated."""
    points = [_moved(values, tuple(goal.derivatives), seed) for seed in range(len(JITTERS))]
    return all(
        _derivative(evaluation, points, goal.objective, parameter, [derivative])
        for parameter, derivative in goal.derivatives.items()
    )


def _shapes(evaluation: Evaluation, values: Values) -> dict[str, tuple[int, ...]]:
    """Return the shapes of the results that can be computed."""
    shapes = {}
    for step in evaluation.model.steps:
        for result in step.results:
            try:
                value = evaluation.results([result], values)[result]
            except NoValueError:
                continue
            shapes[result] = shape_of(value)
    return shapes


def _derivative(
    evaluation: Evaluation, points: Sequence[Values], objective: str, parameter: str, wanted: Sequence[str]
) -> str:
    """Name the result that is the slope at every point that has one; empty if none is, or all are flat."""
    left = list(wanted)
    compared = 0
    for number, point in enumerate(points):
        if not left or compared == TRIED_POINTS:
            break
        try:
            slope, direction = _slope(evaluation, point, objective, parameter, number)
            if slope == 0:
                continue
            left = [name for name in left if _is_slope(evaluation, point, name, slope, direction)]
        except NoValueError:
            return ""
        compared += 1
    return left[0] if left and compared else ""


def _slope(
    evaluation: Evaluation, point: Values, objective: str, parameter: str, seed: int
) -> tuple[float, Value]:
    """Return the objective's slope along a direction of one parameter, 0 if it is flat, and the direction."""
    value = point[parameter]
    direction = np.random.default_rng(seed).uniform(0.5, 2.0, shape_of(value))
    step = DIFFERENCE_STEP * direction
    low, high = (
        _value_at(evaluation, point, objective, {parameter: moved}) for moved in (value - step, value + step)
    )
    if abs(high - low) <= FLAT_SHARE * max(abs(high), abs(low)):
        return 0.0, direction
    return (high - low) / (2 * DIFFERENCE_STEP), direction


def _value_at(evaluation: Evaluation, point: Values, objective: str, changed: Values) -> float:
    """Return the objective where some values of a point are changed."""
    results = evaluation.results([objective], {**point, **changed})
    return float(results[objective])


def _is_slope(evaluation: Evaluation, point: Values, name: str, slope: float, direction: Value) -> bool:
    if not np.isfinite(slope):
        return False
    value = evaluation.results([name], point)[name]
    if shape_of(value) != shape_of(direction):
        return False
    parts = np.ravel(value * direction)
    scale = max(np.sum(np.abs(parts)), abs(slope))
    difference = abs(np.sum(parts) - slope)
    return bool(difference <= SHARE * scale)


def _moved(values: Values, parameters: Sequence[str], seed: int) -> dict[str, Value]:
    """Move parameters away from where they were in the run, and make floats of all but labels."""
    rng = np.random.default_rng(100 + seed)
    moved = dict(values)
    for name, value in values.items():
        if name in parameters:
            moved[name] = in_floats(value) + JITTERS[seed] * rng.uniform(-1, 1, shape_of(value))
        elif not (is_array(value) and is_whole(value)):
            moved[name] = in_floats(value)
    return moved


def changed_quantities(calls: Iterator[tuple[str, Value]]) -> set[str]:
    """Name the quantities that have several values of one shape in a run."""
    seen: dict[tuple[str, tuple[int, ...]], bytes] = {}
    changed = set()
    for name, value in calls:
        key = (name, shape_of(value))
        content = np.asarray(value, dtype=float).tobytes()
        if seen.setdefault(key, content) != content:
            changed.add(name)
    return changed
