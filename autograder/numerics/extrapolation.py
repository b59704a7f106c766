"""Richardson's extrapolation: a derivative from differences over many steps, with a bound on its error."""

from __future__ import annotations

import math
from collections.abc import Sequence

RICHARDSON_REACH = 14
"""How many steps above the first contradiction extrapolation may start."""
RICHARDSON_COLUMNS = 6
"""Columns of the table: each removes the next even power of h from the error."""
SAFE_STEPS = 3
"""How far below the first contradiction truncation is surely small: it shrinks 64 times on the way."""

Estimate = tuple[float, float]
"""A derivative and a bound on its error; no record, as each slope makes a hundred of them."""


def agreeing_steps(differences: Sequence[Estimate]) -> int:
    """Count the smallest steps whose intervals D(h) +- noise have a point in common."""
    low, high = -math.inf, math.inf
    for k, (value, noise) in enumerate(differences):
        smallest = value - noise
        largest = value + noise
        if largest < low or smallest > high:
            return k
        low = max(low, smallest)
        high = min(high, largest)
    return len(differences)


def extrapolated(differences: Sequence[Estimate], agreeing: int) -> Estimate | None:
    """Return the best entry of Richardson's table: the one with the smallest bound.

    It contradicts no step well below the first contradiction, which comes after the `agreeing` steps. The
    result is None if no step lies so far below: then nothing can be held against an entry.
    """
    safe = differences[: max(agreeing - SAFE_STEPS, 0)]
    if not safe:
        return None
    low = max(value - noise for value, noise in safe)
    high = min(value + noise for value, noise in safe)
    smallest, _ = differences[0]
    best = (smallest, math.inf)
    for value, bound in _table(differences[: agreeing + RICHARDSON_REACH]):
        contradicts = value + bound < low or value - bound > high
        if not contradicts and bound < best[1]:
            best = (value, bound)
    return best


def _table(differences: Sequence[Estimate]) -> list[Estimate]:
    """Return the entries of Richardson's table from the largest step down, each with its error bound.

    The bound is the difference of the two entries that it was made from, which is several times that
    from the better one, plus the noise carried along: with a bound any tighter, entries that agree by
    luck would win in float32.
    """
    entries: list[Estimate] = []
    above: list[Estimate] = []
    for difference in reversed(differences):
        fine, fine_noise = difference
        row = [difference]
        if above:
            change = abs(fine - above[0][0])
            entries.append((fine, 2 * change + fine_noise))
        factor = 1.0
        for coarse, coarse_noise in above:
            factor *= 4.0
            refined = fine + (fine - coarse) / (factor - 1)
            carried = (factor * fine_noise + coarse_noise) / (factor - 1)
            entries.append((refined, abs(fine - coarse) + carried))
            row.append((refined, carried))
            fine, fine_noise = refined, carried
        above = row[: RICHARDSON_COLUMNS - 1]
    return entries
