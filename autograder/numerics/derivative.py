"""The slope of a function of one parameter from its values, with a bound on the error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

STEPS = tuple(2.0**k for k in range(-24, 7))
"""Dyadic steps h: w + h and w - h are exact for a parameter with few bits, so is the division by 2h."""
COARSE_STEPS = STEPS[STEPS.index(2.0**-4) :]
"""Enough for a quadratic, as most losses are; any other shows as a contradiction, and needs them all."""
WIDE_STEPS = tuple(2.0**k for k in range(9, 15))
"""Far beyond where any loss of this data could be smallest."""
KINK_STEPS = (2.0**-14, 2.0**-8)
"""Steps at which the slopes of both sides are compared."""
RICHARDSON_REACH = 14
"""How many steps above the first contradiction extrapolation may start."""
RICHARDSON_COLUMNS = 6
"""Columns of the table: each removes the next even power of h from the error."""
SAFE_STEPS = 3
"""How far below the first contradiction truncation is surely small: it shrinks 64 times on the way."""
ESTIMATE = 1e-8
"""Added to the bound as a share of the slope where truncation shows; for a quadratic the bound is a proof."""
RESOLUTION = 1e-3
"""An agreement is conclusive only if the tolerance is below this share of the slope."""


class Agreement(Enum):
    """Three answers; the last is neither a mistake nor an agreement."""

    AGREE = auto()
    DISAGREE = auto()
    CANNOT_TELL = auto()


@dataclass(frozen=True, slots=True)
class Slope:
    """A numerical derivative; the true one lies within value +- error."""

    value: float
    error: float
    rounding: float  # allowance for the derivative's own formula, in units of its u


@dataclass(frozen=True, slots=True)
class Reach:
    """What rounding of parameters besides the moving number can move a function by, in units of u.

    `still` is the sum of |parameter| |derivative| where the line starts, `moving` what is added to it for
    each unit of the way along it. `parameters` is the sum of the absolute values themselves.
    """

    still: float = 0.0
    moving: float = 0.0
    parameters: float = 0.0

    def at(self, h: float) -> float:
        """Add up both at the places w + h and w - h."""
        return 2 * (self.still + h * self.moving)


NO_REACH = Reach()


def _units(n: int) -> float:
    """Return c of the bound c u S for a sum of n terms in any order, whatever formula a file has.

    n - 1 additions, and at most 9 roundings in a term: the prediction and its argument, the
    difference, the products and the division (Higham, Accuracy and Stability of Numerical
    Algorithms, section 3.1).
    """
    return n + 8.0


def sweep(w: float, steps: Sequence[float] = STEPS) -> tuple[float, ...]:
    """List the parameters at which `slope` needs the function: w, then w + h, then w - h."""
    return (w, *(w + h for h in steps), *(w - h for h in steps))


def slope(w: float, values: Sequence[float], u: float, n: int, others: Reach = NO_REACH) -> Slope | None:
    """Differentiate at w by central differences with Richardson extrapolation.

    `values` are those at `sweep(w)`, or at its largest steps alone, computed in arithmetic with unit
    roundoff u as a sum of n terms. Rounding noise of D(h) = (J(w+h) - J(w-h)) / 2h is
    c u (|J(w+h)| + |J(w-h)| + |J(w)| + (|w+h| + |w-h|) |J'|) / 2h with c = n + 8, and with what `others`
    add; its truncation
    error is even in h. From small steps to large, the intervals D(h) +- noise intersect until
    truncation begins; extrapolation runs downwards from above that step, and the candidate with the
    smallest error bound that contradicts no step well below it wins. None if the function is not
    finite around w.
    """
    steps = STEPS[-(len(values) // 2) :]
    centre, plus, minus = values[0], values[1 : len(steps) + 1], values[len(steps) + 1 :]
    if not math.isfinite(centre):
        return None
    c = _units(n)
    if _has_a_kink(steps, values, c * u):
        return Slope(0.0, math.inf, math.inf)
    differences: list[float] = []
    noise: list[float] = []
    for h, up, down in zip(steps, plus, minus, strict=True):
        if not (math.isfinite(up) and math.isfinite(down)):
            break
        d = (up - down) / (2 * h)
        reach = (abs(w + h) + abs(w - h)) * abs(d) + others.at(h)
        differences.append(d)
        noise.append(c * u * (abs(up) + abs(down) + abs(centre) + reach) / (2 * h))
    if not differences:
        return None
    agreeing = _agreeing(differences, noise)
    start = min(agreeing + RICHARDSON_REACH, len(noise))
    safe = agreeing - SAFE_STEPS
    if safe <= 0:  # a kink or a bend within the smallest steps: nothing to hold a candidate against
        return Slope(differences[0], math.inf, math.inf)
    low = max((d - e for d, e in zip(differences[:safe], noise, strict=False)))
    high = min((d + e for d, e in zip(differences[:safe], noise, strict=False)))
    value, error = differences[0], math.inf
    for candidate, bound in _extrapolated(differences, noise, start):
        contradicts = candidate + bound < low or candidate - bound > high
        if not contradicts and bound < error:
            value, error = candidate, bound
    if agreeing < len(differences):  # not quadratic: the bound is an estimate there
        error += ESTIMATE * abs(value)
    unit = steps.index(1.0)
    bend = abs(plus[unit] + minus[unit] - 2 * centre)  # J'' by the step h = 1
    rounding = c * (
        math.sqrt(2 * bend * abs(centre)) + (abs(w) + others.parameters) * bend + abs(value) + others.at(1.0)
    )
    return Slope(value, error, rounding if math.isfinite(rounding) else math.inf)


def _has_a_kink(steps: Sequence[float], values: Sequence[float], unit: float) -> bool:
    """Whether a function bends at the centre itself, so that it has no slope there.

    The slopes of the two sides differ by h J'' in a smooth function: 64 times less at the smaller of two steps.
    At a kink they differ as much. `unit` is the rounding of a value, as a share of it.
    """
    if KINK_STEPS[0] not in steps:
        return False
    small, large = (_difference_of_sides(steps, values, h) for h in KINK_STEPS)
    noise = 4 * unit * max(map(abs, (values[0], values[1]))) / KINK_STEPS[0]
    return math.isfinite(small + large) and abs(small) > max(noise, abs(large) / 2)


def _difference_of_sides(steps: Sequence[float], values: Sequence[float], h: float) -> float:
    """Return the slope to the right minus that to the left, over a step h."""
    k = list(steps).index(h)
    plus, minus = values[1 + k], values[1 + len(steps) + k]
    return (plus - values[0] + minus - values[0]) / h


def compare_with_slope(gradient: float, numerical: Slope, u: float) -> Agreement:
    """Decide whether a gradient, computed with unit roundoff u, is the numerical slope."""
    tolerance = numerical.error + u * numerical.rounding
    if not (math.isfinite(gradient) and math.isfinite(tolerance)):
        return Agreement.CANNOT_TELL if math.isfinite(gradient) else Agreement.DISAGREE
    if abs(gradient - numerical.value) > tolerance:
        return Agreement.DISAGREE
    if tolerance > RESOLUTION * abs(numerical.value):
        return Agreement.CANNOT_TELL
    return Agreement.AGREE


def wide_sweep(w: float) -> tuple[float, ...]:
    """List the parameters at which `has_a_smallest_value` needs the function: far out, on both sides."""
    return (w, *(w + h for h in WIDE_STEPS), *(w - h for h in WIDE_STEPS))


def has_a_smallest_value(values: Sequence[float]) -> bool:
    """Whether a function, given at `wide_sweep`, grows away on both sides; to overflow is to grow."""
    sides = values[1 : len(WIDE_STEPS) + 1], values[len(WIDE_STEPS) + 1 :]
    return all(
        side[-1] > values[0]
        and (side[-1] > side[0] or side[-1] == math.inf)
        and all(near <= far for near, far in pairwise(side))
        for side in sides
    )


def _agreeing(differences: Sequence[float], noise: Sequence[float]) -> int:
    """Count the smallest steps whose intervals D(h) +- noise have a point in common."""
    low, high = -math.inf, math.inf
    for k, (d, e) in enumerate(zip(differences, noise, strict=True)):
        if d + e < low or d - e > high:
            return k
        low, high = max(low, d - e), min(high, d + e)
    return len(differences)


def _extrapolated(
    differences: Sequence[float], noise: Sequence[float], start: int
) -> list[tuple[float, float]]:
    """Return Richardson's table below step `start`, each entry with its error bound.

    The bound is the difference of the two entries that it was made from, which is several times that
    from the better one, plus the noise carried along: with a bound any tighter, entries that agree by
    luck would win in float32.
    """
    candidates: list[tuple[float, float]] = []
    above: list[tuple[float, float]] = []
    for k in range(start - 1, -1, -1):
        row = [(differences[k], noise[k])]
        if above:
            candidates.append((differences[k], 2 * abs(differences[k] - differences[k + 1]) + noise[k]))
        for j, (coarse, coarse_noise) in enumerate(above):
            factor = 4.0 ** (j + 1)
            fine, fine_noise = row[j]
            value = fine + (fine - coarse) / (factor - 1)
            carried = (factor * fine_noise + coarse_noise) / (factor - 1)
            row.append((value, carried))
            candidates.append((value, abs(fine - coarse) + carried))
        above = row[: RICHARDSON_COLUMNS - 1]
    return candidates
