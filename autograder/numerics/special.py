"""Inputs that drawn ones never are: samples alike, zeros, errors of 0, errors within 1, no negative sign."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from autograder.facts.calls import Array

NEAR = (0.125, -0.375, 0.625, -0.875)
"""Offsets of targets from predictions: losses that bend or have a kink at 1 show between."""
MORE = 1.5
"""Offset of two targets that are alike."""


def near(made: Array) -> Array:
    """Make targets within 1 of the predictions, as no drawn point has them."""
    return replace(
        made, values=tuple(v + offset for v, offset in zip(made.values, cycle(NEAR), strict=False))
    )


def fitting(made: Array) -> Array:
    """Make targets that the predictions meet."""
    return made


def alike(made: Array) -> Array:
    """Make targets p - 1, q, q, 0 of predictions p, p, r, 0: one error is 0, one target is met twice."""
    first, second, *_ = made.values
    return replace(made, values=(first - 1, second + MORE, second + MORE, 0.0))


def twice(array: Array) -> Array:
    """Make inputs a, a, b, 0 of a, b, ...: the same input is met twice."""
    a, b, *_ = array.values
    return replace(array, values=(a, a, b, 0.0))


def positive_twice(array: Array) -> Array:
    """Take the signs off, and everything once more."""
    return Array(array.dtype, (2 * len(array.values),), 2 * tuple(map(abs, array.values)))
