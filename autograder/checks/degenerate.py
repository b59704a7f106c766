"""Losses that measure no fit: a gradient that is the slope of one earns nothing by it."""

from __future__ import annotations

from dataclasses import replace

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.facts.calls import Array, Call, Returned
from autograder.numerics import derivative
from autograder.numerics.points import Point, exact_points

INDEPENDENT = 1e-9
"""Share of the loss below which its mixed difference in data and predictions is rounding."""


def why_degenerate(case: Case) -> str:
    """Say what keeps this file's loss from measuring a fit; empty if nothing does.

    It must have a smallest value and grow away from it, and compare its data with its predictions:
    loss = 0 with gradient = 0 would be consistent, too.
    """
    task = case.task
    point = exact_points(task.grids, task.parameter, case.seed)[-1]
    loss = replace(composed(task, task.objective, point), sweep=derivative.wide_sweep(point.parameter))
    (outcome,) = case.runner.run((loss,))
    value = outcome.value if isinstance(outcome, Returned) else None
    if not isinstance(value, Array) or not derivative.has_a_smallest_value(value.values):
        return "does not grow away from a smallest value"
    return "" if _compares(case, point) else "does not compare the predictions with the data"


def _compares(case: Case, point: Point) -> bool:
    """Whether the loss compares its data with its predictions, by its mixed difference.

    L(a, a) - L(a, b) - L(b, a) + L(b, b) is 0 for every loss that ignores one of them, and for a
    sum of a function of each.
    """
    task = case.task
    loss = task.function(task.objective)
    data = next(name for name in loss.arguments if task.maker(name) is None)
    a = point.data[data]
    b = Array(a.dtype, a.shape, tuple(2 * v + 1 for v in a.values))
    calls = [
        Call(
            loss.name,
            tuple(given if task.maker(name) is None else predicted for name in loss.arguments),
            point.parameter,
        )
        for given, predicted in ((a, a), (a, b), (b, a), (b, b))
    ]
    outcomes = case.runner.run(tuple(calls))
    numbers = [
        o.value.number if isinstance(o, Returned) and isinstance(o.value, Array) else None for o in outcomes
    ]
    aa, ab, ba, bb = (float("nan") if number is None else number for number in numbers)
    return abs(aa - ab - ba + bb) > INDEPENDENT * (abs(aa) + abs(ab) + abs(ba) + abs(bb))
