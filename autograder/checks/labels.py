"""Does a loss of labels measure a fit? Each label prefers other predictions, and all together one between."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.curve_places import compared
from autograder.checks.curves import (
    NoNumberError,
    call_forward,
    compares,
    loss_along,
    loss_at,
    targets_at,
)
from autograder.checks.lines import Line, line_through
from autograder.checks.pairs import swept
from autograder.facts.calls import Array
from autograder.facts.quantities import Labels
from autograder.numerics import derivative
from autograder.numerics.beside import POSITIVE_OF_FOUR
from autograder.numerics.contradictions import contradicted, of_row, one_hot, rows_in
from autograder.numerics.points import Point, exact_points, scaled

NEAR_DATA = 2.0**-3
"""Share of drawn data with which probabilities differ from 1 over most of a sweep."""
NEIGHBOURS = 2
"""Places on each side of the lowest one: a loss may be too flat for a slope at the nearer or the farther."""
NEARLY_RIGHT = 0.75
"""Share of the way from undecided predictions to right ones."""


class Lowest(NamedTuple):
    """Where a loss of contradicting samples is lowest along a line, and the places on both sides."""

    point: Point
    line: Line
    beside: tuple[float, ...]


def has_labels(case: Case) -> bool:
    """Whether the targets of the loss are labels, whose place predictions cannot take."""
    if not compares(case):
        return False
    _, target = compared(case)
    return isinstance(case.task.arrays[target], Labels)


def lowest_place(case: Case, parameter: str) -> Lowest | None:
    """Find where a loss of samples that contradict each other is lowest; None if it is not between others.

    Where it takes predictions, these alone move: a penalty on the parameter does not make it one of a fit.
    """
    quantities = case.task.quantities
    drawn = exact_points(quantities, case.seed)[POSITIVE_OF_FOUR]
    contradictory = contradicted(quantities, scaled(quantities, drawn, NEAR_DATA))
    line = line_through(contradictory.inputs, parameter, case.seed)
    sweep = derivative.near_sweep(line.here)
    losses = _losses(case, contradictory, line, sweep)
    lowest = None if losses is None else derivative.lowest_between(losses)
    if lowest is None:
        return None
    start = max(0, lowest - NEIGHBOURS)
    left = sweep[start:lowest]
    right = sweep[lowest + 1 : lowest + 1 + NEIGHBOURS]
    return Lowest(contradictory, line, left + right)


def _losses(case: Case, point: Point, line: Line, sweep: tuple[float, ...]) -> Sequence[float] | None:
    """Return the loss along a sweep; None if it is not a number at each step."""
    if has_labels(case):
        try:
            return loss_along(case, call_forward(case, point, line, (), sweep), targets_at(case, point))
        except NoNumberError:
            return None
    return swept(case, point, line, sweep)


class Preferences(NamedTuple):
    """The loss of each label, at predictions that are nearly right for each of the labels."""

    losses: Sequence[Sequence[float]]

    @property
    def differ(self) -> bool:
        """Whether some label has a smaller loss at one prediction, and another label at another."""
        for first, second in combinations(self.losses, 2):
            for u, v in combinations(range(len(first)), 2):
                if (first[u] - first[v]) * (second[u] - second[v]) < 0:
                    return True
        return False

    @property
    def are_right(self) -> bool:
        """Whether each label has its smallest loss at the prediction that is right for it.

        The mean of |y_pred - y| has, and is the same everywhere where labels contradict each other.
        """
        for label, losses in enumerate(self.losses):
            others = [*losses[:label], *losses[label + 1 :]]
            if not losses[label] < min(others):
                return False
        return True


NO_PREFERENCES = Preferences([[math.nan, math.nan]] * 2)


def preferences(case: Case, point: Point) -> Preferences:
    """Ask for the loss of each label alone; nothing is preferred if it is not a number."""
    contradictory = contradicted(case.task.quantities, point)
    labels = targets_at(case, contradictory)
    alone = [of_row(labels, row) for row in rows_in(labels)]
    predictions = [_nearly_right(case, each) for each in alone]
    try:
        return Preferences([loss_at(case, contradictory, each, predictions) for each in alone])
    except NoNumberError:
        return NO_PREFERENCES


def _nearly_right(case: Case, labels: Array) -> Array:
    """Make predictions on the way to labels, of which there are as many as classes."""
    _, target = compared(case)
    quantity = case.task.arrays[target]
    if not isinstance(quantity, Labels):
        raise TypeError(quantity)
    classes = labels.shape[0]
    if quantity.real:
        return _on_the_way((classes - 1) / 2, labels)
    rows = labels if quantity.one_hot else one_hot(labels, classes)
    return _on_the_way(1 / classes, rows)


def _on_the_way(undecided: float, right: Array) -> Array:
    """Go from predictions that are all alike towards right ones."""
    nearly = tuple(undecided + NEARLY_RIGHT * (value - undecided) for value in right.values)
    return right._replace(dtype="float64", values=nearly)
