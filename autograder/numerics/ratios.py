"""By what multiple two sets of numbers differ: the same everywhere, or one that follows N."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import starmap
from typing import NamedTuple

RELATIVE = 1e-6
"""Ratios nearer than this are one ratio: float32 code on exact points is nearer."""
SMALLEST_SHOWN = 5e-4
"""Share by which a number differs from a simple one, at least, if the two are not to be written alike."""
LARGEST_DENOMINATOR = 16
"""Fractions with a larger one are not simple."""
LARGEST_RATIO = 10**6
"""A larger ratio is reported by its size: any float there is a whole number, of up to 309 digits."""


class Sample(NamedTuple):
    """A number that was got beside the one that was expected, at a size N."""

    n: int
    got: float
    expected: float


def ratios(samples: Sequence[Sample]) -> dict[int, float] | None:
    """Return got / expected for each size N, if it is one number at each; None if not."""
    by_size: dict[int, float] = {}
    for n, got, expected in samples:
        if not (math.isfinite(got) and math.isfinite(expected)):
            return None
        if expected == 0:
            if got != 0:
                return None
            continue
        ratio = got / expected
        if abs(by_size.setdefault(n, ratio) - ratio) > RELATIVE * abs(ratio):
            return None
    return by_size or None


def ratio_sentence(samples: Sequence[Sample], of_what: str) -> str:
    """Say by what multiple of `of_what` the values differ; empty if by none, or if it is 1.

    A multiple that differs with N is reported only where it is a simple one at every N and either
    follows N or was met more than once at each: any two numbers have some ratio.
    """
    by_size = ratios(samples)
    if by_size is None or all(abs(ratio - 1) < SMALLEST_SHOWN for ratio in by_size.values()):
        return ""
    first = next(iter(by_size.values()))
    if set(by_size.values()) == {0}:
        return "always 0"
    if all(abs(ratio - first) <= RELATIVE * abs(first) for ratio in by_size.values()):
        return f"{times(first)} {of_what} at N = {', '.join(map(str, sorted(by_size)))}"
    if None in map(_simple, by_size.values()) or not (_follows_n(by_size) or _repeated(samples)):
        return ""
    parts: list[str] = []
    for n, ratio in sorted(by_size.items()):
        if abs(ratio - 1) <= RELATIVE:
            parts.append(f"right at N = {n}")
        else:
            named = any(of_what in part for part in parts)
            again = " it" if times(ratio).endswith("of") else ""
            parts.append(f"{times(ratio)}{again if named else ' ' + of_what} at N = {n}")
    return ", ".join(parts)


def times(ratio: float) -> str:
    """Write a ratio as a person would: 2 times, 1/2 of, -1 times."""
    simple = _simple(ratio)
    if simple is None:
        return f"{ratio:.4g} times"
    numerator, denominator = simple
    if denominator == 1:
        return f"{numerator} times"
    return f"{numerator}/{denominator} {'times' if abs(numerator) > denominator else 'of'}"


def _follows_n(by_size: dict[int, float]) -> bool:
    """Whether a multiple grows with N, shrinks with it, or has N - 1 in the place of N."""
    factors = starmap(_factors, by_size.items())
    return any(map(_is_constant, zip(*factors, strict=True)))


def _factors(n: int, ratio: float) -> tuple[float, float, float]:
    """Return what is left of a multiple without N, 1 / N or N / (N - 1)."""
    return ratio / n, ratio * n, ratio * (n - 1) / n


def _is_constant(factors: Sequence[float]) -> bool:
    """Whether numbers are one number, but for rounding."""
    largest = max(factors)
    return largest - min(factors) <= RELATIVE * abs(largest)


def _repeated(samples: Sequence[Sample]) -> bool:
    """Whether every size was tried on two pairs of values or more."""
    sizes = [n for n, _, expected in samples if expected]
    return all(sizes.count(n) > 1 for n in sizes)


def _simple(ratio: float) -> tuple[int, int] | None:
    """Find the fraction with a small denominator that a ratio is, if it is one."""
    if not abs(ratio) <= LARGEST_RATIO:  # nor NaN
        return None
    for denominator in range(1, LARGEST_DENOMINATOR + 1):
        numerator = round(ratio * denominator)
        if abs(numerator / denominator - ratio) <= RELATIVE * abs(ratio):
            return numerator, denominator
    return None
