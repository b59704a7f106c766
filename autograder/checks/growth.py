"""Does a file's loss grow away from a smallest value, along a line through one of its parameters?"""

from __future__ import annotations

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.curves import compares, levels_off
from autograder.checks.lines import Line, line_through
from autograder.checks.stacks import array_in
from autograder.facts.calls import Call
from autograder.facts.quantities import Labels
from autograder.numerics import derivative
from autograder.numerics.contradictions import contradicted
from autograder.numerics.points import Point, scaled

NEAR_DATA = 2.0**-3
"""Share of drawn data with which probabilities differ from 1 over most of a sweep."""


def grows_away(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss grows on both sides along a line through its parameter.

    Predictions that level off, as those made of tanh, need not reach the best ones, and the loss need not
    turn then.
    """
    task = case.task
    if any(isinstance(quantity, Labels) for quantity in task.arrays.values()):
        return _has_a_lowest_point(case, point, line)
    sweep = derivative.wide_sweep(line.here)
    loss = composed(task, task.objective_function, point.inputs)
    losses = _swept(case, line.swept(loss, sweep), len(sweep))
    if losses is not None and derivative.has_a_smallest_value(losses):
        return True
    return compares(case) and levels_off(case, point, line)


def _has_a_lowest_point(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss of labels that nothing fits is lowest between two places."""
    task = case.task
    near = scaled(task.quantities, point, NEAR_DATA)
    contradictory = contradicted(task.quantities, near)
    through = line_through(contradictory.inputs, line.parameter, case.seed)
    sweep = derivative.near_sweep(through.here)
    loss = composed(task, task.objective_function, contradictory.inputs)
    losses = _swept(case, through.swept(loss, sweep), len(sweep))
    return losses is not None and derivative.has_a_lowest_point(losses)


def _swept(case: Case, call: Call, steps: int) -> tuple[float, ...] | None:
    """Call the loss along a sweep; None if it does not return a number at each step."""
    (outcome,) = case.runner.run((call,))
    value = array_in(outcome, case.task.objective)
    return None if value is None else value.numbers(steps)
