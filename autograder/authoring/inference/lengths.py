"""Find which axes have the same length by need: the functions are run with other lengths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.kinds import FIXED, LABELS, ONE_HOT, Kind
from autograder.authoring.inference.slopes import Goal, agrees
from autograder.authoring.inference.values import Value, Values, is_whole, shape_of

CLASSES = -1
"""The place of the number of classes, beside the places of axes."""
OTHER_LENGTHS = (5, 7, 9, 11, 13, 6, 8, 10)
"""Lengths that are tried: in this order, and in the other, as a loop over the shorter array raises nothing."""
MOST_TOGETHER = 7
"""Axes of one length of which all groupings are tried: 877 of them."""


class Axis(NamedTuple):
    """One axis of a quantity, or the number of its classes."""

    quantity: str
    place: int


Group = tuple[Axis, ...]
"""Axes that have one length in every call."""


def groups_of(evaluation: Evaluation, goal: Goal, values: Values, kinds: Mapping[str, Kind]) -> list[Group]:
    """Group the axes that are longer than 1; axes of one length in the run may be several sizes."""
    by_length: dict[int, list[Axis]] = {}
    for name, value in values.items():
        if name in evaluation.model.globals and name not in goal.derivatives:
            continue  # a constant of the file
        for place, length in enumerate(shape_of(value)):
            by_length.setdefault(length, []).append(Axis(name, place))
        if kinds[name].name == LABELS:
            by_length.setdefault(kinds[name].classes, []).append(Axis(name, CLASSES))
    singles = by_length.pop(1, [])
    pairs = _single_features(singles, goal, values)
    groups = [each for each in pairs if _works(evaluation, goal, values, kinds, [each], 1)]
    for length, axes in by_length.items():
        groups += _grouped(evaluation, goal, values, kinds, length, axes)
    return groups


def _single_features(axes: Sequence[Axis], goal: Goal, values: Values) -> Iterator[Group]:
    """Pair axes of length 1 that may be a single feature: of data, and the rows of a matrix of weights.

    Any other length of 1 stays: a single output, a bias.
    """
    rows = [
        axis
        for axis in axes
        if axis.quantity in goal.derivatives and axis.place == 0 and np.size(values[axis.quantity]) > 1
    ]
    data = [axis for axis in axes if axis.quantity not in goal.derivatives]
    yield from ((row, axis) for row in rows for axis in data)


def _grouped(
    evaluation: Evaluation,
    goal: Goal,
    values: Values,
    kinds: Mapping[str, Kind],
    length: int,
    axes: Sequence[Axis],
) -> list[Group]:
    """Find the finest grouping of the axes of one length with which every function runs."""
    if len(axes) > MOST_TOGETHER:
        return [tuple(axes)]
    joined = _first_axes_of_data(axes, goal)
    for grouping in _groupings(axes):
        together = any(joined <= set(group) for group in grouping)
        if together and _works(evaluation, goal, values, kinds, grouping, length):
            return grouping
    return []  # no other length works: the length is a part of the task


def _first_axes_of_data(axes: Sequence[Axis], goal: Goal) -> set[Axis]:
    """Return the first axes of data, which are samples: a loop over pairs of them raises for no lengths."""
    return {axis for axis in axes if axis.place == 0 and axis.quantity not in goal.derivatives}


def _groupings(axes: Sequence[Axis]) -> Iterator[list[Group]]:
    """List all groupings, those with the most groups first."""
    yield from sorted(_partitions(axes), key=len, reverse=True)


def _partitions(axes: Sequence[Axis]) -> Iterator[list[Group]]:
    if not axes:
        yield []
        return
    first, *rest = axes
    for partition in _partitions(rest):
        yield [(first,), *partition]
        for k, group in enumerate(partition):
            yield [*partition[:k], (first, *group), *partition[k + 1 :]]


def _works(
    evaluation: Evaluation,
    goal: Goal,
    values: Values,
    kinds: Mapping[str, Kind],
    grouping: Sequence[Group],
    length: int,
) -> bool:
    """Whether all results can be computed, and derivatives are slopes, with another length for each group."""
    lengths = [each for each in OTHER_LENGTHS if each != length][: len(grouping)]
    results = [result for step in evaluation.model.steps for result in step.results]
    for chosen in (lengths, lengths[::-1]):
        resized = with_lengths(values, kinds, dict(zip(grouping, chosen, strict=True)))
        try:
            before, after = evaluation.results(results, values), evaluation.results(results, resized)
            if any(np.ndim(before[name]) != np.ndim(after[name]) for name in results):
                return False
            if goal.derivatives and not agrees(evaluation, goal, resized):
                return False
        except NoValueError:
            return False
    return True


def with_lengths(values: Values, kinds: Mapping[str, Kind], lengths: Mapping[Group, int]) -> dict[str, Value]:
    """Give quantities other lengths, with numbers drawn like those of the run."""
    by_axis = {axis: length for group, length in lengths.items() for axis in group}
    resized = dict(values)
    rng = np.random.default_rng(0)
    for name, value in values.items():
        shape = shape_of(value)
        new = tuple(by_axis.get(Axis(name, place), each) for place, each in enumerate(shape))
        classes = by_axis.get(Axis(name, CLASSES), kinds[name].classes)
        if new != shape or classes != kinds[name].classes:
            resized[name] = drawn(rng, value, kinds[name], new, classes)
    return resized


def drawn(rng: np.random.Generator, like: Value, kind: Kind, shape: tuple[int, ...], classes: int) -> Value:
    """Draw a value of a kind; numbers that all lie between 0 and 1 in the run do so here."""
    if kind.name == FIXED:
        return like
    if kind.name == LABELS:
        entries = np.arange(int(np.prod(shape))) % classes
        return entries.reshape(shape).astype(np.asarray(like).dtype)
    if kind.name == ONE_HOT:
        return np.eye(shape[-1], dtype=np.asarray(like).dtype)[np.arange(shape[0]) % shape[-1]]
    low, high = (0.2, 0.8) if _are_shares(like) else (-1.0, 1.0)
    return rng.uniform(low, high, shape) if shape else float(rng.uniform(low, high))


def _are_shares(value: Value) -> bool:
    """Whether numbers all lie between 0 and 1, as probabilities do, and are not whole."""
    return not is_whole(value) and bool(np.all(value > 0)) and bool(np.all(value < 1))
