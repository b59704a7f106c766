"""Does a loss compare its data with its predictions, or is it a sum of a function of each?"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.composed import composed
from autograder.checks.curves import compares
from autograder.checks.labels import has_labels, preferences
from autograder.checks.lines import Line
from autograder.checks.pairs import (
    NEARBY,
    ONE_SIDED_DISTANCE,
    Given,
    Loss,
    at_two_places,
    call_loss,
    losses_of,
    of_samples,
)
from autograder.facts.calls import Array, Call
from autograder.numerics.contradictions import of_one_label
from autograder.numerics.edge_cases import starts_with_samples
from autograder.numerics.points import Point

INDEPENDENT_UNITS = 2**10
"""Units of rounding, as a share of the loss, below which its mixed difference is 0."""


def compares_data(case: Case, point: Point, line: Line) -> bool:
    """Whether the loss compares its data with its predictions, by its mixed difference.

    Where it takes no predictions of another function, each of the data that it takes is looked at.
    """
    if has_labels(case):
        return preferences(case, point).differ
    if compares(case):
        return _compares_numbers(case, point)
    quantities = case.task.quantities
    taken = composed(case.task, case.task.objective_function, point.inputs).inputs
    data = [name for name in quantities.data if name in taken and starts_with_samples(quantities, name)]
    return all(_mixes(case, point, line, name) for name in data)


def _mixes(case: Case, point: Point, line: Line, name: str) -> bool:
    """Whether other values of a quantity change how the loss answers to the parameter.

    J(a, s) - J(a, t) - J(b, s) + J(b, t) is 0 for every loss that ignores data or parameter, and for a sum of
    a function of each. The mean of absolute errors may be linear on one side.
    """
    value = point.inputs[name]
    if not isinstance(value, Array):
        raise TypeError(value)
    alike = point.on({name: of_one_label(value)})
    for there in (line.away(NEARBY), line.away(ONE_SIDED_DISTANCE), line.away(-ONE_SIDED_DISTANCE)):
        calls: list[Call] = []
        for each in (point, alike):
            loss = composed(case.task, case.task.objective_function, each.inputs)
            calls += at_two_places(loss, line, there)
        if _has_mixed_difference(call_loss(case, calls)):
            return True
    return False


def _has_mixed_difference(losses: Sequence[Loss]) -> bool:
    """Whether J(a, s) - J(a, t) - J(b, s) + J(b, t) is more than rounding; NaN is not."""
    u = max(loss.u for loss in losses)
    values = [loss.value for loss in losses]
    here, there, other_here, other_there = values
    mixed = here - there - other_here + other_there
    size = sum(map(abs, values))
    return abs(mixed) > INDEPENDENT_UNITS * u * size


def _compares_numbers(case: Case, point: Point) -> bool:
    """Whether the loss compares numbers with numbers, by its mixed difference.

    L(a, b) - L(a, c) - L(d, b) + L(d, c) is 0 for every loss that ignores data or predictions, and
    for a sum of a function of each. Between them, a < b < d < c: a difference without its sign shows.
    """
    a, b, d, c = (_ascending(point.n, step) for step in range(4))
    given = [Given(a, b), Given(a, c), Given(d, b), Given(d, c)]
    return _has_mixed_difference(losses_of(case, point, given))


def _ascending(n: int, step: int) -> Array:
    """Make n numbers, larger for a larger step; none is 0, as some losses divide by the data."""
    return of_samples(*(1 + k + step * (1 + k / 8) for k in range(n)))
