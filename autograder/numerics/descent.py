"""Gradient descent, step by step, and how fast it shrinks the error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

RATE_EPOCHS = 10
"""Epochs from which the rate is measured: later the error nears the rounding of float32 data."""
RATE_TOLERANCE = 1e-5
"""Right code on float32 data deviates by at most 1.2e-7; the smallest known mistake by 2e-4."""


def step(w: float, lr: float, gradient: float) -> float:
    """Take one step downhill."""
    return w - lr * gradient


def expected_path(start: float, target: float, rate: float, epochs: int) -> list[float]:
    """List the parameters that right functions pass through, start included."""
    return [target + (start - target) * rate**epoch for epoch in range(epochs + 1)]


def follows(path: Sequence[float], lr: float, gradients: Sequence[float], target: float) -> bool:
    """Whether the step from each parameter of a path leads to the next, within the rate's tolerance."""
    return len(gradients) == len(path) - 1 and all(
        abs(step(w, lr, gradient) - following) <= RATE_TOLERANCE * abs(w - target)
        for (w, following), gradient in zip(pairwise(path), gradients, strict=True)
    )


def rates(path: Sequence[float], target: float) -> tuple[float, ...]:
    """Return the factor |error after| / |error before|, signed, for each epoch of a path of parameters.

    A factor is NaN where the error before is 0 and the path stays; nothing can be measured there.
    """
    errors = [w - target for w in path[: RATE_EPOCHS + 1]]
    return tuple(after / before if before else math.nan for before, after in pairwise(errors))


def has_rate(path: Sequence[float], target: float, rate: float) -> bool:
    """Whether every one of the first epochs shrinks the error by `rate`."""
    measured = rates(path, target)
    return bool(measured) and all(abs(r - rate) <= RATE_TOLERANCE for r in measured)
