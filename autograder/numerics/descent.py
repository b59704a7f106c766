"""Gradient descent: the path that parameters take, and how fast an error shrinks along it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value

RATE_EPOCHS = 10
"""Epochs from which a rate is measured: later the error nears the rounding of float32 data."""
RATE_TOLERANCE = 1e-5
"""Right code on float32 data deviates by at most 1.2e-7; weight decay of 0.02, a known mistake, by 2e-4."""
PATH_TOLERANCE = 1e-5
"""Share of the way made: right code deviates by at most 8e-8 (float32 data), wrong code by 0.04 and more."""
STILL_SHARE = 2.0**-24
"""Share of the longest way of any parameter below which the way of another one is rounding: it stays."""
ARRIVAL_SHARE = 0.05
"""Share of the way within which training counts as having arrived."""
Path = tuple[Named[Value], ...]
"""The parameters before training and after each epoch; the last ones may not be finite."""


def path_along(start: Named[Value], derivatives: Sequence[Sequence[Value]], lr: float) -> Path:
    """Take one step after another; `derivatives` holds those of all steps for each value, in their order."""
    path = [start]
    for here in zip(*derivatives, strict=True):
        path.append(downhill(path[-1], here, lr))
    return tuple(path)


def downhill(values: Named[Value], derivatives: Sequence[Value], lr: float) -> Named[Value]:
    """Take one step: each value moves by -lr times its derivative; derivatives stand in the same order."""
    moved = {
        name: _moved(value, derivative, lr)
        for (name, value), derivative in zip(values.items(), derivatives, strict=True)
    }
    return Named(moved)


def _moved(value: Value, derivative: Value, lr: float) -> Value:
    if isinstance(value, Array) and isinstance(derivative, Array):
        pairs = zip(value.values, derivative.values, strict=True)
        entries = tuple(w - lr * g for w, g in pairs)
        return value._replace(dtype="float64", values=entries)
    if isinstance(value, Array) or isinstance(derivative, Array):
        raise TypeError(derivative)
    return value - lr * derivative


def is_finite(values: Named[Value]) -> bool:
    """Whether all numbers are finite."""
    return all(v.finite if isinstance(v, Array) else math.isfinite(v) for v in values.values())


def distance(a: Value, b: Value) -> float:
    """Return how far two values of one shape are apart: the root of the sum of squares."""
    if isinstance(a, Array) and isinstance(b, Array):
        return math.dist(a.values, b.values)
    if isinstance(a, Array) or isinstance(b, Array):
        raise TypeError(a)
    return abs(a - b)


def share_off(value: Value, expected: Value, start: Value) -> float:
    """Return how far a value is from the expected one, as a share of the way there from the start."""
    return _share(distance(value, expected), distance(expected, start))


def furthest_off(values: Named[Value], right: Named[Value], start: Named[Value]) -> float:
    """Return how far the parameter that is furthest off is, as a share of its way from the start.

    A derivative that is a sum of terms which cancel may be 1e-17 in one right spelling, and 0 in another.
    """
    ways = {name: distance(each, start[name]) for name, each in right.items()}
    still = STILL_SHARE * max(ways.values())
    return max(_share(distance(values[name], right[name]), max(ways[name], still)) for name in right)


def _share(off: float, way: float) -> float:
    if not math.isfinite(off):
        return math.inf
    return off / way if way else (math.inf if off else 0.0)


def rates(path: Sequence[float], target: float) -> list[float]:
    """Return what share of the error w - target each of the first epochs leaves; NaN where there was none."""
    steps = pairwise(path[: RATE_EPOCHS + 1])
    return [(after - target) / (before - target) if before != target else math.nan for before, after in steps]


def has_rate(path: Sequence[float], target: float, rate: float) -> bool:
    """Whether each of the first epochs leaves `rate` of the error."""
    measured = rates(path, target)
    return len(measured) == RATE_EPOCHS and _are_all(rate, measured)


class Limit(NamedTuple):
    """Where a path leads whose steps all shrink alike."""

    rate: float
    """The share of a step that the next one has."""
    target: float


def limit_of(path: Sequence[float]) -> Limit | None:
    """Find the rate at which the steps of a path shrink, and where it leads; None if the steps have none.

    Of steps that all shrink by r, the sum is the first one / (1 - r).
    """
    first_epochs = path[: RATE_EPOCHS + 1]
    steps = [after - before for before, after in pairwise(first_epochs)]
    if len(steps) < RATE_EPOCHS or not all(steps):
        return None
    shares = [after / before for before, after in pairwise(steps)]
    rate = shares[0]
    if abs(rate) >= 1 or not _are_all(rate, shares):
        return None
    return Limit(rate, path[0] + steps[0] / (1 - rate))


def _are_all(rate: float, measured: Sequence[float]) -> bool:
    """Whether measured rates are all this one, but for rounding."""
    return all(abs(each - rate) <= RATE_TOLERANCE for each in measured)
