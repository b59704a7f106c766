"""How wrong values lie beside the right ones: rounded, cut, moved, unsigned, or wrong in some calls alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.facts.calls import Array
from autograder.facts.messages import differences
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.quantities import axes_of
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import FLOAT32, FLOAT64, SLACK, same_shape

ENOUGH = 8
"""Calls below which a pattern may hold by chance: the printed examples are fewer."""
MOST_DECIMALS = 8
OFFSET_UNITS = 2**6
"""Units of rounding of the values, within which their difference is taken for the same number."""
RESOLVED = 1e-3
"""Rounding below this share of a difference leaves it worth telling."""
SMALL = 1e-3
"""Share of the size below which all differences are told as one of precision."""
FEW = 2
"""Sizes that are told as where a function is wrong; more only if they are the largest ones."""
FAR = 10
"""Absolute value from which on a parameter is reported as large."""
LARGE = 1000.0
"""Data beyond are called large."""


@dataclass(frozen=True, slots=True)
class Pair:
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
    found = _precision(case.function, probes, outcomes)
    if found is None and all(array.finite for array in arrays):
        found = _where(case, probes, outcomes)
    return found


def _arrays_of(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> list[Array]:
    """List the arrays that the calls returned; empty if one is of another shape, or if they are few."""
    arrays = [
        array
        for probe, outcome in zip(probes, outcomes, strict=True)
        if (array := array_of(outcome)) is not None and same_shape(array, probe.expected)
    ]
    return arrays if len(arrays) == len(probes) >= ENOUGH else []


def _pairs(probe: Probe, array: Array) -> Iterator[Pair]:
    u = FLOAT32 if probe.in_float32 else FLOAT64
    for got, right, error in zip(array.values, probe.expected.values, probe.error, strict=True):
        slack = SLACK * u * error
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
    wrong = [pair for pair in pairs if not pair.agrees]
    bound = abs(wrong[0].got)
    cut = len(wrong) > 1 and all(
        abs(pair.got) == bound < abs(pair.right) and pair.got * pair.right > 0 for pair in wrong
    )
    inside = all(abs(pair.right) <= bound + pair.slack for pair in pairs if pair.agrees)
    return differences.cut(function, bound=bound) if cut and inside else None


def _rounded(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    for decimals in range(MOST_DECIMALS + 1):
        if _all(pairs, lambda v, d=decimals: round(v, d)):  # type: ignore[misc]
            return differences.rounded(function, decimals=decimals)
    return None


def _offset(function: str, pairs: Sequence[Pair]) -> Feedback | None:
    """Find one number that was added in every call, as far as rounding lets it be seen."""
    blurs = [OFFSET_UNITS * FLOAT64 * (abs(p.got) + abs(p.right)) + p.slack for p in pairs]
    clearest = min(range(len(pairs)), key=blurs.__getitem__)
    offset = pairs[clearest].got - pairs[clearest].right
    seen = sum(blur <= RESOLVED * abs(offset) for blur in blurs)
    if seen < len(blurs) / 2:
        return None
    same = all(
        abs(p.got - p.right - offset) <= blur + RESOLVED**2 * abs(offset)
        for p, blur in zip(pairs, blurs, strict=True)
    )
    return differences.offset(function, offset=offset) if same else None


def _where(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find what the calls with a wrong value have in common, and no other has."""
    agree = [agrees_at(outcome, probe) for probe, outcome in zip(probes, outcomes, strict=True)]
    wrong = [probe for probe, right in zip(probes, agree, strict=True) if not right]
    right = [p for p, agrees in zip(probes, agree, strict=True) if agrees and any(p.expected.values)]
    if not right or {probe.n for probe in right} == {1}:
        return None
    sizes, right_sizes = sorted({probe.n for probe in wrong}), {probe.n for probe in right}
    tried = [probe.n for probe in probes]
    largest = max(right_sizes) < sizes[0]
    few = largest or (len(sizes) <= FEW and all(tried.count(n) > 1 for n in sizes))
    several = len(wrong) > 1  # one call alone may be wrong for anything that is particular to it
    numbers = [name for name in case.task.parameters if not axes_of(case.task.arrays[name])]
    properties: tuple[tuple[str, Callable[[Probe], bool]], ...] = (
        ("for a single number", lambda p: p.size == "a single number"),
        ("for float32 data", lambda p: p.in_float32),
        ("for float64 data", lambda p: not p.in_float32),
        *(each for name in numbers for each in _largeness(name, several=several)),
        (f"at N = {', '.join(map(str, sizes))}", lambda p: few and p.n in sizes),
        *(each for name in numbers for each in _signs(name)),
        ("where data are large", lambda p: any(abs(v) > LARGE for a in _arrays(p) for v in a.values)),
    )
    for words, holds in properties:
        if all(map(holds, wrong)) and not any(map(holds, right)):
            return differences.some_calls(case.function, where=words)
    return None


def _largeness(name: str, *, several: bool) -> tuple[tuple[str, Callable[[Probe], bool]], ...]:
    """List how large a parameter may be where a function is wrong."""
    return (
        (f"where {name} is above {FAR} or below -{FAR}", lambda p: several and abs(_number(p, name)) > FAR),
        (f"where {name} is above {FAR}", lambda p: several and _number(p, name) > FAR),
        (f"where {name} is below -{FAR}", lambda p: several and _number(p, name) < -FAR),
    )


def _signs(name: str) -> tuple[tuple[str, Callable[[Probe], bool]], ...]:
    """List the signs that a parameter may have where a function is wrong."""
    return (
        (f"where {name} is negative", lambda p: _number(p, name) < 0),
        (f"where {name} is positive", lambda p: _number(p, name) > 0),
        (f"where {name} is 0", lambda p: _number(p, name) == 0),
    )


def _arrays(probe: Probe) -> list[Array]:
    return [value for value in probe.call.inputs.values() if isinstance(value, Array)]


def _number(probe: Probe, name: str) -> float:
    """Return an input that is a number."""
    value = probe.call.inputs[name]
    return math.nan if isinstance(value, Array) else value


def _precision(function: str, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find that all differences are small shares of the size; half precision gives nan and inf besides."""
    shares = [
        abs(got - right) / abs(right) if right else math.inf
        for probe, array in zip(probes, map(array_of, outcomes), strict=True)
        if array is not None and array.finite and same_shape(array, probe.expected)
        for got, right in zip(array.values, probe.expected.values, strict=True)
        if got != right
    ]
    if not shares or max(shares) >= SMALL:
        return None
    wrong = sum(not agrees_at(o, p) for p, o in zip(probes, outcomes, strict=True))
    return differences.precision(function, share=max(shares), wrong=wrong, calls=len(probes))
