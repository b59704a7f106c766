"""Sums of numbers that may be huge: one that leaves the floats on its way is NaN, which fits nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable


def total(values: Iterable[float]) -> float:
    """Add numbers with a single rounding; NaN where `fsum` raises, as for 1e308 + 1e308 and for inf - inf."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):
        return math.nan
