"""Other right spellings of a function: whether they are near enough, and how they widen its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from operator import sub

from autograder.facts.expected import Expected
from autograder.numerics.compare import FLOAT64, SLACK, TELLING

Results = Mapping[str, Expected]
"""The results of the reference, or of a spelling in right.py, by name."""


def are_near(first: Results, other: Results) -> bool:
    """Whether all results of two spellings have one shape, and are nearly the same."""
    return all(
        right.value.shape == other[name].value.shape and _nearly(right, other[name])
        for name, right in first.items()
    )


def widened(first: Results, other: Results) -> dict[str, Expected]:
    """Widen bounds by those of another right spelling, whose values may differ, as of log(p + 1e-12)."""
    return {name: _with_bounds_of(right, other[name]) for name, right in first.items()}


def _nearly(first: Expected, other: Expected) -> bool:
    """Whether two results differ by rounding alone, or by so little that a wrong value would still show."""
    allowed = TELLING * max(map(abs, first.value.values), default=0.0)
    return all(
        abs(a - b) <= max(allowed, SLACK * FLOAT64 * (e_a + e_b))
        for a, b, e_a, e_b in zip(
            first.value.values, other.value.values, first.error, other.error, strict=True
        )
    )


def _with_bounds_of(right: Expected, other: Expected) -> Expected:
    """Widen the bounds of a result by those of another spelling, and by how far its value lies away."""
    error = tuple(map(max, right.error, other.error))
    differences = map(sub, right.value.values, other.value.values)
    apart = tuple(map(abs, differences))
    if right.spread:
        apart = tuple(map(max, right.spread, apart))
    return right._replace(error=error, spread=apart)
