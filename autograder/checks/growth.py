"""Does a file's loss grow away from a smallest value, along a line through one of its parameters?"""

from __future__ import annotations

from autograder.checks.case import Case
from autograder.checks.curves import compares, levels_off
from autograder.checks.labels import has_labels, lowest_place, preferences
from autograder.checks.lines import Line
from autograder.checks.pairs import swept
from autograder.facts.quantities import Labels
from autograder.numerics import derivative
from autograder.numerics.points import Point


def grows_away(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss grows on both sides along a line through its parameter.

    Predictions that level off, as those made of tanh, need not reach the best ones, and the loss need not
    turn then.
    """
    if any(isinstance(quantity, Labels) for quantity in case.task.arrays.values()):
        turns = lowest_place(case, line.parameter) is not None
        return turns or (has_labels(case) and preferences(case, point).are_right)
    return _is_lowest_between(case, point, line) or (compares(case) and levels_off(case, point, line))


def _is_lowest_between(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss has a smallest value along a line, and is larger far out."""
    sweep = derivative.wide_sweep(line.here)
    losses = swept(case, point, line, sweep)
    return losses is not None and derivative.has_a_smallest_value(losses)
