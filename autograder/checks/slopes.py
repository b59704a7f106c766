"""The gradient beside the slope of this file's own loss, measured at points that are drawn for it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from autograder.checks.case import Case, skipped
from autograder.checks.composed import along, at, composed
from autograder.checks.reference import vouches
from autograder.checks.stopped import stopped_answer
from autograder.facts.calls import Array, Call
from autograder.facts.messages import slopes
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.same import Same
from autograder.facts.verdict import Answer, Feedback, Verdict
from autograder.numerics import derivative
from autograder.numerics.compare import FLOAT32, FLOAT64, unit_roundoff, working_precision
from autograder.numerics.derivative import Agreement
from autograder.numerics.points import Point, exact_points, general_points, scaled

DRAWS = 4
"""Draws of points, one of each size, at most."""
SIZES = (2, 4)
"""Each must be conclusive: one size would hide a hard-coded N, and N = 1 hides a sum."""
SMALLER = 2.0**-4
"""By what the data of the next draw are multiplied where no slope could be measured."""
OFF_GRID = 3 * 2.0**-12
"""Moves the parameter off the exact points: a gradient rounded to a few decimals shows, h stays exact."""
LONG_MANTISSA = 0.7390851332151607
"""A parameter that float64 arithmetic keeps and a cast to float32 does not."""


class NoSlopeError(Exception):
    """The slope, or the gradient, has no value that could be compared."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Measured:
    """The gradient and the slope of this file's loss at one point."""

    point: Point
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


def measure(case: Case, least_u: float = FLOAT64) -> list[Measured]:
    """Measure gradient and slope beside exact points, until each size agrees or disagrees.

    A gradient that the reference does not vouch for needs slopes of both signs, and is measured at other
    sizes as well. Where a size is undecided, the next data are smaller: some losses are flat far out.
    """
    known = case.has_key() and vouches(case)
    measured: list[Measured] = []
    steps: Sequence[float] = derivative.COARSE_STEPS
    scale = 1.0
    for draw in range(DRAWS):
        points = _drawn(Same(case.task), case.seed + 1000 * (draw + 1), scale)
        measured += _measure_at(case, points, steps, least_u)
        conclusive = [m for m in measured if m.agreement is not Agreement.CANNOT_TELL]
        if not {m.n for m in conclusive}.issuperset(SIZES):  # look closer, then take it for a cast to float32
            steps, least_u = derivative.STEPS, FLOAT32 if steps is derivative.STEPS else least_u
            scale *= SMALLER
        elif any(m.agreement is Agreement.DISAGREE for m in conclusive):
            break
        elif known or len({m.slope > 0 for m in conclusive}) > 1:
            return measured if known else measured + _elsewhere(case, least_u)
    return measured


@lru_cache(maxsize=64)
def _drawn(same: Same, seed: int, scale: float) -> tuple[Point, ...]:
    """Draw a point of each size, beside exact points."""
    (task,) = same.objects
    drawn = exact_points(task.real, task.parameter, seed)
    points = [p for p in drawn if p.n in SIZES and (p.parameter < 0) == (p.n == min(SIZES))]
    return tuple(replace(scaled(p, scale), parameter=p.parameter + OFF_GRID) for p in points)


def _elsewhere(case: Case, least_u: float) -> list[Measured]:
    """Measure at other sizes; a size without a slope or a gradient is left out.

    Not far out: a loss that is flat there has its fit between two steps, unseen.
    """
    grids, parameter, seed = case.task.real, case.task.parameter, case.seed + 500
    single = exact_points(grids, parameter, seed)[0]
    many = max(general_points(grids, parameter, seed), key=lambda point: point.n)
    found: list[Measured] = []
    for point in (single, many):
        with contextlib.suppress(NoSlopeError):  # as of a loss over N - 1 at N = 1
            found += _measure_at(case, [point], derivative.STEPS, least_u)
    return found


def _measure_at(
    case: Case, points: Sequence[Point], steps: Sequence[float], least_u: float
) -> list[Measured]:
    calls = _asked(Same(case.task, *points), tuple(steps))
    outcomes = case.runner.run(calls)
    arrays = [_array(case, outcome, call) for outcome, call in zip(outcomes, calls, strict=True)]
    precise = len(calls) - 2 * len(points)
    u_gradient, u_loss, *u_made = (working_precision(a.dtype, a.values) for a in arrays[:precise])
    u_loss = max(u_loss, least_u, *u_made)
    results = iter(arrays[precise:])
    return [
        _at_point(case, point, steps, (next(results), next(results)), (max(u_gradient, u_loss), u_loss))
        for point in points
    ]


@lru_cache(maxsize=64)
def _asked(same: Same, steps: tuple[float, ...]) -> tuple[Call, ...]:
    """List the calls that show the precisions, then the gradient's and the loss's around each point."""
    task, *points = same.objects
    *makers, loss_name = task.chain(task.objective_function)
    calls = []
    for name in (task.gradient, loss_name, *makers):
        call = composed(task, name, points[0])
        calls.append(at(task, call, LONG_MANTISSA))
    for point in points:
        gradient = composed(task, task.gradient, point)
        loss = composed(task, loss_name, point)
        sweep = derivative.sweep(point.parameter, steps)
        calls.append(at(task, gradient, point.parameter))
        calls.append(along(task, loss, sweep))
    return tuple(calls)


def _at_point(
    case: Case,
    point: Point,
    steps: Sequence[float],
    results: tuple[Array, Array],
    precision: tuple[float, float],
) -> Measured:
    (gradient, swept), (u_gradient, u_loss) = results, precision
    if gradient.number is None:
        raise NoSlopeError(_not_a_number(case, case.function, f"shape {gradient.shape}"))
    if not gradient.finite:
        raise NoSlopeError(_not_a_number(case, case.function, "nan or inf"))
    losses = swept.numbers(swept.shape[0])
    if losses is None:
        raise NoSlopeError(_not_a_number(case, case.task.objective_function, f"shape {swept.shape[1:]}"))
    u_loss = max(u_loss, unit_roundoff(swept.dtype))
    slope = derivative.slope(point.parameter, losses, u_loss, point.n)
    if slope is None:
        loss = case.task.objective_function
        raise NoSlopeError(Answer(Verdict.SKIPPED, feedback=Feedback(slopes.no_finite(loss))))
    u_gradient = max(u_gradient, unit_roundoff(gradient.dtype))
    agreement = derivative.compare_with_slope(gradient.number, slope, u_gradient)
    return Measured(point, tuple(steps), gradient.number, slope.value, agreement, u_gradient, u_loss)


def _array(case: Case, outcome: Outcome, call: Call) -> Array:
    """Read an outcome as an array; NoSlopeError blames the function that gave none."""
    if isinstance(outcome, Returned):
        if isinstance(outcome.value, Array):
            return outcome.value
        raise NoSlopeError(_not_a_number(case, call.function, outcome.value.kind))
    stopped = stopped_answer(outcome, case.runner)
    if stopped is None:  # every outcome that is not Returned stops
        raise TypeError(outcome)
    if outcome.function != case.function:
        stopped = skipped({outcome.function: stopped})
    raise NoSlopeError(stopped)


def _not_a_number(case: Case, function: str, kind: str) -> Answer:
    """Answer for a function that returns something else than the one number needed."""
    measured = slopes.no_number(function, got=kind)
    if function != case.function:
        return Answer(Verdict.SKIPPED, feedback=Feedback(measured))
    return Answer(Verdict.FAILED, feedback=Feedback(measured, line=case.line))
