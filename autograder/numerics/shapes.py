"""Which named sizes another shape is made of, and what an array of another shape holds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from autograder.facts.calls import Array
from autograder.facts.laws import Content, Names, Shape
from autograder.numerics.observations import (
    FEWEST_POINTS,
    Entry,
    Numbers,
    Observation,
    Observations,
    conforms,
    exact,
    fits,
)
from autograder.numerics.parts import alike, parts


def shape(observations: Observations) -> Shape | None:
    """Find which named sizes another shape is made of, and what it holds."""
    wrong = [o for o in observations if not conforms(o.got, o.right)]
    got = axis_names(observations, lambda o: o.got.shape)
    expected = axis_names(observations, lambda o: o.right.shape)
    if len(wrong) < FEWEST_POINTS or got is None or expected is None:
        return None
    if all(_has_entries(o) for o in observations):
        return Shape(got, expected, Content.ENTRIES)
    if not got:
        return Shape(got, expected, _of_one_number(observations))
    for axis, over in enumerate(got):
        content = _of_parts(observations, axis)
        if content is not Content.OTHER:
            return Shape(got, expected, content, over)
    return Shape(got, expected)


def axis_names(observations: Observations, of: Callable[[Observation], tuple[int, ...]]) -> Names | None:
    """Name every axis of a shape by the size that it has at each point; None if one cannot be named."""
    shapes = [of(observation) for observation in observations]
    if len({len(each) for each in shapes}) != 1:
        return None
    names = [_name(observations, lengths) for lengths in zip(*shapes, strict=True)]
    return tuple(names) if all(names) else None


def axis_name(observations: Observations, axis: int) -> str:
    """Name the size along an axis of the right array; empty if it cannot be named."""
    return _name(observations, [o.right.shape[axis] for o in observations])


def _name(observations: Observations, lengths: Sequence[int]) -> str:
    """Name a length that never differs by its number, another by the only size that it always is."""
    if len(set(lengths)) == 1:
        return str(lengths[0])
    names = []
    for name in observations[0].sizes:
        sizes = [observation.sizes.get(name) for observation in observations]
        if sizes == list(lengths):
            names.append(name)
    return names[0] if len(names) == 1 else ""


def _has_entries(observation: Observation) -> bool:
    """Whether the entries are the right ones in their order, whatever the shape."""
    got, right = observation.got, observation.right
    flat = Array(got.dtype, (len(got.values),), got.values)
    return fits(flat, Numbers((len(right.entries),), right.entries))


def _of_one_number(observations: Observations) -> Content:
    """Say what one number is in the place of several."""
    is_sum = all(_is_number(o.got, o.right.total) for o in observations)
    is_mean = all(_is_number(o.got, o.right.mean) for o in observations)
    if is_sum == is_mean:  # both fit where the right entries add up to 0
        return Content.OTHER
    return Content.SUM if is_sum else Content.MEAN


def _is_number(got: Array, right: Entry) -> bool:
    return fits(got, Numbers((), (right,)))


def _of_parts(observations: Observations, axis: int) -> Content:
    """Say whether every part along an axis is right, or their sum, or their mean."""
    if sum(o.got.shape[axis] > 1 for o in observations) < FEWEST_POINTS:
        return Content.OTHER
    if all(_is_repeated(o, axis) for o in observations):
        return Content.REPEATED
    is_sum = all(_is_right_sum(o, axis) for o in observations)
    is_mean = all(_is_right_mean(o, axis) for o in observations)
    if is_sum == is_mean:  # both fit where the terms add up to 0
        return Content.OTHER
    return Content.TERMS if is_sum else Content.SAMPLES


def _without(shape: tuple[int, ...], axis: int) -> tuple[int, ...]:
    """Leave out an axis."""
    return (*shape[:axis], *shape[axis + 1 :])


def _is_repeated(observation: Observation, axis: int) -> bool:
    got, right = observation.got, observation.right
    if _without(got.shape, axis) != right.shape:
        return False
    return all(alike(part, right.entries) for part in parts(exact(got), axis))


def _sum(got: Array, axis: int) -> Numbers:
    """Sum what came over an axis; each sum may be off by the rounding of its terms."""
    shape = _without(got.shape, axis)
    zeros = (Entry(0.0),) * math.prod(shape)
    total = Numbers(shape, zeros)
    for row in parts(exact(got), axis):
        total = total.plus(Numbers(shape, row))
    return total


def _is_right_sum(observation: Observation, axis: int) -> bool:
    return _is_right(_sum(observation.got, axis), observation.right)


def _is_right_mean(observation: Observation, axis: int) -> bool:
    length = max(1, observation.got.shape[axis])
    return _is_right(_sum(observation.got, axis).times(1 / length), observation.right)


def _is_right(total: Numbers, right: Numbers) -> bool:
    """Whether a sum of what came is right, within its own slack and that of the right value."""
    if total.shape != right.shape:
        return False
    pairs = zip(total.entries, right.entries, strict=True)
    return all(Entry(r.value, t.slack + r.slack).allows(t.value) for t, r in pairs)
