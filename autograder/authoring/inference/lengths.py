"""Find which axes have the same length by need: the functions are run with other lengths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.kinds import LABELS
from autograder.authoring.inference.redrawn import CLASSES, Axis, Drawing
from autograder.authoring.inference.slopes import Goal, agrees
from autograder.authoring.inference.values import Values, shape_of

TRIED_LENGTHS = (5, 7, 9, 11, 13, 6, 8, 10)
"""In this order and in the other, as a loop over the shorter one of two arrays raises nothing."""
MOST_TOGETHER = 7
"""Axes of one length of which all groupings are tried: 877 of them."""
Group = tuple[Axis, ...]
"""Axes that have one length in every call."""


class Trial(NamedTuple):
    """The functions and the values that are tried with other lengths."""

    evaluation: Evaluation
    goal: Goal
    drawing: Drawing

    @property
    def values(self) -> Values:
        """The values of the run."""
        return self.drawing.values

    def is_constant(self, name: str) -> bool:
        """Whether a quantity is a global of the file that is not trained."""
        return name in self.evaluation.model.globals and name not in self.goal.derivatives


def groups_of(trial: Trial) -> list[Group]:
    """Group the axes that are longer than 1; axes of one length in the run may be several sizes."""
    by_length: dict[int, list[Axis]] = {}
    for name, value in trial.values.items():
        if trial.is_constant(name):
            continue
        for place, length in enumerate(shape_of(value)):
            by_length.setdefault(length, []).append(Axis(name, place))
        kind = trial.drawing.kinds[name]
        if kind.name == LABELS:
            by_length.setdefault(kind.classes, []).append(Axis(name, CLASSES))
    singles = by_length.pop(1, [])
    groups = [pair for pair in _single_features(singles, trial) if _works(trial, [pair], 1)]
    for length, axes in by_length.items():
        groups += _grouped(trial, length, axes)
    return groups


def _single_features(axes: Sequence[Axis], trial: Trial) -> Iterator[Group]:
    """Pair axes of length 1 that may be a single feature: of data, and the rows of a matrix of weights.

    Any other length of 1 stays: a single output, a bias.
    """
    trained = [axis for axis in axes if axis.quantity in trial.goal.derivatives]
    data = [axis for axis in axes if axis not in trained]
    for row in trained:
        is_matrix = np.size(trial.values[row.quantity]) > 1
        if row.place != 0 or not is_matrix:
            continue
        for axis in data:
            yield row, axis


def _grouped(trial: Trial, length: int, axes: Sequence[Axis]) -> list[Group]:
    """Find the finest grouping of the axes of one length with which every function runs.

    First axes of data are samples and stay together: a loop over pairs of them raises for no lengths. Without
    another length that works, the length is a part of the task, and the axes form no group.
    """
    if len(axes) > MOST_TOGETHER:
        return [tuple(axes)]
    samples = {axis for axis in axes if axis.place == 0 and axis.quantity not in trial.goal.derivatives}
    for grouping in sorted(_groupings(axes), key=len, reverse=True):
        are_together = any(samples <= set(group) for group in grouping)
        if are_together and _works(trial, grouping, length):
            return grouping
    return []


def _groupings(axes: Sequence[Axis]) -> Iterator[list[Group]]:
    """List all ways to put axes into groups."""
    if not axes:
        yield []
        return
    first, *rest = axes
    for grouping in _groupings(rest):
        yield [(first,), *grouping]
        for k, group in enumerate(grouping):
            yield [*grouping[:k], (first, *group), *grouping[k + 1 :]]


def _works(trial: Trial, grouping: Sequence[Group], length: int) -> bool:
    """Whether all results can be computed, and derivatives are slopes, with another length for each group."""
    lengths = [each for each in TRIED_LENGTHS if each != length][: len(grouping)]
    return all(
        _works_with(trial, dict(zip(grouping, chosen, strict=True))) for chosen in (lengths, lengths[::-1])
    )


def _works_with(trial: Trial, lengths: dict[Group, int]) -> bool:
    by_axis: dict[Axis, int] = {}
    for group, length in lengths.items():
        by_axis |= dict.fromkeys(group, length)
    values = trial.drawing.with_lengths(by_axis)
    evaluation, goal = trial.evaluation, trial.goal
    results = [result for step in evaluation.model.steps for result in step.results]
    try:
        before = evaluation.results(results, trial.values)
        after = evaluation.results(results, values)
        has_slopes = not goal.derivatives or agrees(evaluation, goal, values)
    except NoValueError:
        return False
    have_axes = [np.ndim(before[name]) == np.ndim(after[name]) for name in results]
    return has_slopes and all(have_axes)
