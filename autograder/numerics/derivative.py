"""The slope of a function of one parameter from its values, with a bound on the error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from autograder.numerics.extrapolation import Estimate, agreeing_steps, extrapolated

STEPS = tuple(2.0**k for k in range(-24, 7))
"""Dyadic steps h: w + h and w - h are exact for a parameter with few bits, so is the division by 2h."""
COARSE_STEPS = STEPS[STEPS.index(2.0**-4) :]
"""Enough for a quadratic, as most losses are; any other shows as a contradiction, and needs them all."""
WIDE_STEPS = tuple(2.0**k for k in range(9, 15))
"""Far beyond where any loss of this data could be smallest."""
NEAR_STEPS = tuple(2.0**k for k in range(8))
"""Steps of the same kind where a loss is not finite, or flat, far out: as of probabilities."""
PLATEAU = 2.0**-40
"""Share of a function's values within which it stays the same: it is flat there, and its rounding is not."""
KINK_STEPS = (2.0**-14, 2.0**-8)
"""Steps at which the slopes of both sides are compared."""
ESTIMATE = 1e-8
"""Added to the bound as a share of the slope where truncation shows; for a quadratic the bound is a proof."""
RESOLUTION = 1e-3
"""An agreement is conclusive only if the tolerance is below this share of the slope."""
SLOPES_KEPT = 128
"""Slopes that are kept, as the same losses come again: those of right functions, in a class most of all."""


class Agreement(Enum):
    """Three answers; the last is neither a mistake nor an agreement."""

    AGREE = auto()
    DISAGREE = auto()
    CANNOT_TELL = auto()


class Slope(NamedTuple):
    """A numerical derivative; the true one lies within value +- error."""

    value: float
    error: float
    rounding: float  # allowance for the derivative's own formula, in units of its u


class Reach(NamedTuple):
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


@lru_cache(maxsize=SLOPES_KEPT)
def slope(w: float, values: tuple[float, ...], u: float, n: int, others: Reach = NO_REACH) -> Slope | None:
    """Differentiate at w by central differences with Richardson extrapolation.

    `values` are those at `sweep(w)`, or at its largest steps alone, computed in arithmetic with unit
    roundoff u as a sum of n terms. Rounding noise of D(h) = (J(w+h) - J(w-h)) / 2h is
    c u (|J(w+h)| + |J(w-h)| + |J(w)| + (|w+h| + |w-h|) |J'|) / 2h with c = n + 8, and with what `others`
    add; its truncation error is even in h. From small steps to large, the intervals D(h) +- noise intersect
    until truncation begins; extrapolation runs downwards from above that step, and the candidate with the
    smallest error bound that contradicts no step well below it wins. None if the function is not
    finite around w. A slope that is kept is that of equal values: 0 has no sign in it.
    """
    swept = _swept(values)
    if not math.isfinite(swept.centre):
        return None
    c = _units(n)
    if _has_a_kink(swept, c * u):
        return Slope(0.0, math.inf, math.inf)
    differences = _differences(w, swept, c * u, others)
    if not differences:
        return None
    agreeing = agreeing_steps(differences)
    best = extrapolated(differences, agreeing)
    if best is None:  # a kink or a bend within the smallest steps
        smallest, _ = differences[0]
        return Slope(smallest + 0.0, math.inf, math.inf)
    value, error = best
    if agreeing < len(differences):  # not quadratic: the bound is an estimate there
        error += ESTIMATE * abs(value)
    rounding = c * _rounding(w, swept, value, others)
    return Slope(value + 0.0, error, rounding if math.isfinite(rounding) else math.inf)


class _Swept(NamedTuple):
    """The values of a function at a centre, and at each step to its right and to its left."""

    steps: Sequence[float]
    centre: float
    right: Sequence[float]
    left: Sequence[float]


def _swept(values: Sequence[float]) -> _Swept:
    """Take apart values at `sweep`, or at its largest steps alone."""
    count = len(values) // 2
    return _Swept(STEPS[-count:], values[0], values[1 : count + 1], values[count + 1 :])


def _differences(w: float, swept: _Swept, unit: float, others: Reach) -> list[Estimate]:
    """Divide central differences by 2h, up to the first step at which the function is not finite.

    `unit` is the rounding of a value, as a share of it.
    """
    differences = []
    centre = abs(swept.centre)
    for h, right, left in zip(swept.steps, swept.right, swept.left, strict=True):
        if not (math.isfinite(right) and math.isfinite(left)):
            break
        width = 2 * h
        d = (right - left) / width
        way = abs(w + h) + abs(w - h)
        reach = way * abs(d) + others.at(h)
        size = abs(right) + abs(left) + centre + reach
        noise = unit * size / width
        differences.append((d, noise))
    return differences


def _rounding(w: float, swept: _Swept, value: float, others: Reach) -> float:
    """Bound the rounding of a derivative's own formula, in units of c u."""
    centre = abs(swept.centre)
    parameters = abs(w) + others.parameters
    bend = _bend(swept, 1.0)
    of_terms = math.sqrt(2 * bend * centre)
    of_parameters = parameters * bend
    return of_terms + of_parameters + abs(value) + others.at(1.0)


def _bend(swept: _Swept, h: float) -> float:
    """Return h**2 |J''| by the values a step h away."""
    k = swept.steps.index(h)
    return abs(swept.right[k] + swept.left[k] - 2 * swept.centre)


def _has_a_kink(swept: _Swept, unit: float) -> bool:
    """Whether a function bends at the centre itself, so that it has no slope there.

    The slopes of the two sides differ by h J'' in a smooth function: 64 times less at the smaller of two
    steps. At a kink they differ as much. `unit` is the rounding of a value, as a share of it.
    """
    near, far = KINK_STEPS
    if near not in swept.steps:
        return False
    small = _difference_of_sides(swept, near)
    large = _difference_of_sides(swept, far)
    size = max(abs(swept.centre), abs(swept.right[0]))
    noise = 4 * unit * size / near
    return math.isfinite(small + large) and abs(small) > max(noise, abs(large) / 2)


def _difference_of_sides(swept: _Swept, h: float) -> float:
    """Return the slope to the right minus that to the left, over a step h."""
    k = swept.steps.index(h)
    centre = swept.centre
    return (swept.right[k] - centre + swept.left[k] - centre) / h


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


def near_sweep(w: float) -> tuple[float, ...]:
    """List the parameters at which `lowest_between` needs the function, from left to right."""
    return (*(w - h for h in reversed(NEAR_STEPS)), w, *(w + h for h in NEAR_STEPS))


def lowest_between(values: Sequence[float]) -> int | None:
    """Find where a function, given at `near_sweep`, falls to a point between and rises from there.

    Only where it is finite: a cross-entropy is not where a probability is rounded to 1. None if it does not.
    """
    centre = len(values) // 2
    to_the_left = tuple(takewhile(math.isfinite, values[centre::-1]))
    to_the_right = tuple(takewhile(math.isfinite, values[centre:]))
    between = (*reversed(to_the_left), *to_the_right[1:])
    if not between:
        return None
    lowest = between.index(min(between))
    left, right = between[lowest::-1], between[lowest:]
    if not (_rises(left) and _rises(right)):
        return None
    return centre - len(to_the_left) + 1 + lowest


def _rises(values: Sequence[float]) -> bool:
    """Whether a function rises from its first value, and never falls by more than rounding."""
    slack = PLATEAU * max(map(abs, values))
    never_falls = all(far >= near - slack for near, far in pairwise(values))
    return never_falls and values[-1] > values[0] + slack


def has_a_smallest_value(values: Sequence[float]) -> bool:
    """Whether a function, given at `wide_sweep`, grows away on both sides; to overflow is to grow."""
    centre = values[0]
    right, left = values[1 : len(WIDE_STEPS) + 1], values[len(WIDE_STEPS) + 1 :]
    return _grows(centre, right) and _grows(centre, left)


def _grows(centre: float, side: Sequence[float]) -> bool:
    """Whether a function grows from a centre over the steps to one side, and never falls on the way."""
    nearest, farthest = side[0], side[-1]
    rises = farthest > centre and (farthest > nearest or farthest == math.inf)
    return rises and all(near <= far for near, far in pairwise(side))
