"""What two sets of numbers have to do with each other: the same multiple everywhere, or one that follows N."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

RELATIVE = 1e-6
"""Ratios nearer than this are one ratio: float32 code on exact points is nearer."""
TELLING = 5e-4
"""A ratio this near to 1 would be told as "1 times"."""
LARGEST_DENOMINATOR = 16

Sample = tuple[int, float, float]
"""N, the value that was got, the value that was expected."""


def ratios(samples: Sequence[Sample]) -> dict[int, float] | None:
    """Return got / expected for each size N, if it is one number at each; None if not."""
    found: dict[int, float] = {}
    for n, got, expected in samples:
        if expected == 0:
            if got != 0:
                return None
            continue
        ratio = got / expected
        if abs(found.setdefault(n, ratio) - ratio) > RELATIVE * abs(ratio):
            return None
    return found or None


def ratio_sentence(samples: Sequence[Sample], of_what: str) -> str:
    """Say by what multiple of `of_what` the values differ; empty if by none, or if it is 1."""
    found = ratios(samples)
    if found is None:
        return ""
    first = next(iter(found.values()))
    if all(abs(ratio - 1) < TELLING for ratio in found.values()):
        return ""
    if all(abs(ratio - first) <= RELATIVE * abs(first) for ratio in found.values()):
        return "" if abs(first - 1) <= RELATIVE else f"{times(first)} {of_what} at every size tried"
    told, named = [], False
    for n, ratio in sorted(found.items()):
        if abs(ratio - 1) <= RELATIVE:
            told.append(f"right at N = {n}")
        else:
            told.append(f"{times(ratio)}{'' if named else ' ' + of_what} at N = {n}")
            named = True
    return ", ".join(told)


def times(ratio: float) -> str:
    """Write a ratio as a person would: 2 times, 1/2 of, -1 times."""
    simple = Fraction(ratio).limit_denominator(LARGEST_DENOMINATOR)
    if abs(float(simple) - ratio) > RELATIVE * abs(ratio):
        return f"{ratio:.4g} times"
    return f"{simple} times" if simple.denominator == 1 or abs(simple) > 1 else f"{simple} of"
