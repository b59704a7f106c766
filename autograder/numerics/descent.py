"""Gradient descent, step by step, and how fast it shrinks the error."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RATE_EPOCHS = 10
"""Epochs from which the rate is measured: later the error nears the rounding of float32 data."""
RATE_TOLERANCE = 1e-5
"""Right code on float32 data deviates by at most 1.2e-7; weight decay of 0.02, a known mistake, by 2e-4."""
LANDING = 1e-6
"""A step follows a foreseen path if it lands this near the next parameter, as a share of the error."""


@dataclass(frozen=True, slots=True)
class Step:
    """One epoch: the parameter before it and after it."""

    before: float
    after: float


def step(w: float, lr: float, gradient: float) -> Step:
    """Take one step downhill."""
    return Step(w, w - lr * gradient)


def expected_path(start: float, target: float, rate: float, epochs: int) -> list[float]:
    """List the parameters of a descent whose every epoch leaves `rate` of the error, start included."""
    return [target + (start - target) * rate**epoch for epoch in range(epochs + 1)]


def foreseen_path(start: float, lr: float, measured: Mapping[float, float], epochs: int) -> list[float]:
    """List the parameters of a descent as the gradients measured so far foretell them, start included.

    `measured` holds the gradient at two parameters or more; between and beyond them it is taken for linear.
    """
    known = sorted(measured)
    path = [start]
    for _ in range(epochs):
        w = path[-1]
        k = min(max(bisect_left(known, w), 1), len(known) - 1)
        below, above = known[k - 1], known[k]
        share = (w - below) / (above - below)
        path.append(w - lr * (measured[below] * (1 - share) + measured[above] * share))
    return path


def follows(path: Sequence[float], steps: Sequence[Step], target: float) -> bool:
    """Whether each step from a parameter of a path leads to the next one."""
    furthest = abs(path[0] - target)
    return len(steps) == len(path) - 1 and all(
        abs(taken.after - following) <= LANDING * max(furthest, abs(taken.before - target))
        for taken, following in zip(steps, path[1:], strict=True)
    )


def rates(steps: Sequence[Step], target: float) -> list[float]:
    """Return what share of the error w - target each of the first epochs leaves; NaN where there was none."""
    return [
        (s.after - target) / (s.before - target) if s.before != target else math.nan
        for s in steps[:RATE_EPOCHS]
    ]


def has_rate(steps: Sequence[Step], target: float, rate: float) -> bool:
    """Whether each of the first epochs leaves `rate` of the error."""
    measured = rates(steps, target)
    return len(measured) == RATE_EPOCHS and all(abs(r - rate) <= RATE_TOLERANCE for r in measured)
