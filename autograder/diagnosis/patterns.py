"""How wrong values lie beside the right ones: rounded, cut, moved, unsigned, or wrong in some calls alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.diagnosis.some_calls import some_calls
from autograder.facts.calls import Array
from autograder.facts.messages import differences
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import FLOAT32, FLOAT64, same_shape, slacks

FEWEST_CALLS = 8
"""Calls below which a pattern may hold by chance: the printed examples are fewer."""
MOST_DECIMALS = 8
OFFSET_UNITS = 2**6
"""Units of rounding of the values, within which their difference is taken for the same number."""
RESOLVED = 1e-3
"""Rounding below this share of a difference leaves it worth reporting."""
PRECISION_SHARE = 1e-3
"""Share of the size below which all differences are reported as one of precision."""


class Pair(NamedTuple):
    """One number that was got, beside the right one; `slack` is what rounding may do to it."""

    got: float
    right: float
    slack: float
    agrees: bool


def pattern(function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find the first pattern that holds in every call; None if none does."""
    arrays = _arrays_of(probes, outcomes)
    if not arrays or not all(array.finite for array in arrays):
        return None
    pairs = [pair for probe, array in zip(probes, arrays, strict=True) for pair in _pairs(probe, array)]
    if all(pair.agrees for pair in pairs):
        return None
    return (
        _constant(function, pairs)
        or _unsigned(function, pairs)
        or _cut(function, pairs)
        or _rounded(function, pairs)
        or _offset(function, pairs)
    )


def vague_pattern(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find how far values are wrong at most, or in which calls; a formula would tell more."""
    arrays = _arrays_of(probes, outcomes)
    if not arrays:
        return None
    imprecise = _precision(case.function, probes, outcomes)
    if imprecise is not None or not all(array.finite for array in arrays):
        return imprecise
    return some_calls(case, probes, outcomes)


def _arrays_of(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> list[Array]:
    """List the arrays that the calls returned; empty if one is of another shape, or if they are few."""
    arrays = [
        array
        for probe, outcome in zip(probes, outcomes, strict=True)
        if (array := array_of(outcome)) is not None and same_shape(array, probe.expected)
    ]
    return arrays if len(arrays) == len(probes) >= FEWEST_CALLS else []


def _pairs(probe: Probe, array: Array) -> Iterator[Pair]:
    u = FLOAT32 if probe.in_float32 else FLOAT64
    allowed = slacks(probe.error, u, probe.only.spread)
    for got, right, slack in zip(array.values, probe.expected.values, allowed, strict=True):
        yield Pair(float(got), float(right), slack, abs(got - right) <= slack)


def _all(pairs: Iterable[Pair], of_right: Callable[[float], float]) -> bool:
    return all(abs(pair.got - of_right(pair.right)) <= pair.slack for pair in pairs)


def _constant(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    """Find one value in every call: the right one of the first, which was kept, or another."""
    if any(pair.got != pairs[0].got for pair in pairs):
        return None
    if pairs[0].agrees:
        return differences.remembers(function)
    return differences.constant(function, value=pairs[0].got)


def _unsigned(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    if _all(pairs, abs):
        return differences.absolute(function)
    if _all(pairs, lambda v: max(v, 0.0)):
        return differences.one_sided(function, side="positive")
    if _all(pairs, lambda v: min(v, 0.0)):
        return differences.one_sided(function, side="negative")
    return None


def _cut(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    """Find one bound, of both signs, that all wrong values are at and all right ones within."""
    wrong = [pair for pair in pairs if not pair.agrees]
    right = [pair for pair in pairs if pair.agrees]
    bound = abs(wrong[0].got)
    if len(wrong) == 1 or not all(_is_cut(pair, bound) for pair in wrong):
        return None
    if any(abs(pair.right) > bound + pair.slack for pair in right):
        return None
    return differences.cut(function, bound=bound)


def _is_cut(pair: Pair, bound: float) -> bool:
    """Whether a number is at a bound, and the right one lies beyond it on the same side."""
    return abs(pair.got) == bound < abs(pair.right) and pair.got * pair.right > 0


def _rounded(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    for decimals in range(MOST_DECIMALS + 1):
        if _all(pairs, lambda v, d=decimals: round(v, d)):  # type: ignore[misc]
            return differences.rounded(function, decimals=decimals)
    return None


def _offset(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    """Find one number that was added in every call, as far as rounding lets it be seen."""
    clearest = min(pairs, key=_blur)
    offset = clearest.got - clearest.right
    resolved = RESOLVED * abs(offset)
    seen = [pair for pair in pairs if _blur(pair) <= resolved]
    if len(seen) < len(pairs) / 2:
        return None
    is_everywhere = all(_is_off_by(offset, pair) for pair in pairs)
    return differences.offset(function, offset=offset) if is_everywhere else None


def _blur(pair: Pair) -> float:
    """Return what rounding may do to the difference of two numbers."""
    return OFFSET_UNITS * FLOAT64 * (abs(pair.got) + abs(pair.right)) + pair.slack


def _is_off_by(offset: float, pair: Pair) -> bool:
    return abs(pair.got - pair.right - offset) <= _blur(pair) + RESOLVED**2 * abs(offset)


def _precision(function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find that all differences are small shares of the size; half precision gives nan and inf besides."""
    shares: list[float] = []
    for probe, outcome in zip(probes, outcomes, strict=True):
        array = array_of(outcome)
        if array is not None and array.finite and same_shape(array, probe.expected):
            shares += _shares(array, probe.expected)
    largest = max(shares, default=math.inf)
    if largest >= PRECISION_SHARE:
        return None
    right = sum(map(agrees_at, outcomes, probes))
    calls = len(probes)
    return differences.precision(function, share=largest, wrong=calls - right, calls=calls)


def _shares(array: Array, expected: Array) -> list[float]:
    """List the differences of the numbers that are not equal, as shares of the right ones."""
    pairs = zip(array.values, expected.values, strict=True)
    return [_share(got, right) for got, right in pairs if got != right]


def _share(got: float, right: float) -> float:
    return abs(got - right) / abs(right) if right else math.inf
