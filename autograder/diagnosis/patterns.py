"""How wrong values lie beside the right ones: rounded, cut, moved, unsigned, or wrong in some calls alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from autograder.checks.case import Probe
from autograder.checks.reference import agrees_at
from autograder.facts.calls import Array, Outcome, array_of
from autograder.numerics.compare import FLOAT32, FLOAT64, same_shape

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
"""The parameter beyond is told as large."""
LARGE = 1000.0
"""Data beyond are called large."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One number that was got, beside the right one; `slack` is what rounding may do to it."""

    got: float
    right: float
    slack: float
    agrees: bool


Found = tuple[str, dict[str, str]]
"""The tail of a note, and what its message is filled in with."""


def pattern(probes: Sequence[Probe], outcomes: Sequence[Outcome], parameter: str) -> Found | None:
    """Find the first pattern that holds in every call; None if none does."""
    arrays = [array_of(outcome) for outcome in outcomes]
    answers = [
        (p, a) for p, a in zip(probes, arrays, strict=True) if a is not None and same_shape(a, p.expected)
    ]
    if len(answers) < len(probes) or len(probes) < ENOUGH:
        return None
    if not all(array.finite for _, array in answers):
        return _precision(probes, outcomes)
    pairs = [pair for probe, array in answers for pair in _pairs(probe, array)]
    if not any(not pair.agrees for pair in pairs):
        return None
    tries: tuple[Callable[[], Found | None], ...] = (
        lambda: _constant(pairs),
        lambda: _unsigned(pairs),
        lambda: _cut(pairs),
        lambda: _rounded(pairs),
        lambda: _offset(pairs),
        lambda: _precision(probes, outcomes),
        lambda: _where(probes, outcomes, parameter),
    )
    return next((found for attempt in tries if (found := attempt()) is not None), None)


def _pairs(probe: Probe, array: Array) -> Iterator[Pair]:
    for got, right, size in zip(array.values, probe.expected.values, probe.magnitude, strict=True):
        u = FLOAT32 if probe.in_float32 else FLOAT64
        slack = probe.units * u * size
        yield Pair(float(got), float(right), slack, abs(got - right) <= slack)


def _all(pairs: Iterable[Pair], of_right: Callable[[float], float]) -> bool:
    return all(abs(pair.got - of_right(pair.right)) <= pair.slack for pair in pairs)


def _constant(pairs: Sequence[Pair]) -> Found | None:
    """Find one value in every call: the right one of the first, which was kept, or another."""
    if any(pair.got != pairs[0].got for pair in pairs):
        return None
    if pairs[0].agrees:
        return "remembers", {}
    return "constant", {"value": f"{pairs[0].got + 0.0:.6g}"}


def _unsigned(pairs: Sequence[Pair]) -> Found | None:
    if _all(pairs, abs):
        return "absolute", {}
    if _all(pairs, lambda v: max(v, 0.0)):
        return "one-sided", {"side": "positive"}
    return ("one-sided", {"side": "negative"}) if _all(pairs, lambda v: min(v, 0.0)) else None


def _cut(pairs: Sequence[Pair]) -> Found | None:
    wrong = [pair for pair in pairs if not pair.agrees]
    bound = abs(wrong[0].got)
    cut = len(wrong) > 1 and all(
        abs(pair.got) == bound < abs(pair.right) and pair.got * pair.right > 0 for pair in wrong
    )
    inside = all(abs(pair.right) <= bound + pair.slack for pair in pairs if pair.agrees)
    return ("cut", {"bound": f"{bound:.6g}"}) if cut and inside else None


def _rounded(pairs: Sequence[Pair]) -> Found | None:
    for decimals in range(MOST_DECIMALS + 1):
        if _all(pairs, lambda v, d=decimals: round(v, d)):  # type: ignore[misc]
            places = f"{decimals} decimal{'s' if decimals != 1 else ''}" if decimals else "a whole number"
            return "rounded", {"decimals": places}
    return None


def _offset(pairs: Sequence[Pair]) -> Found | None:
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
    if not same:
        return None
    return "offset", {"offset": f"{abs(offset):.6g}", "more": "more" if offset > 0 else "less"}


def _where(probes: Sequence[Probe], outcomes: Sequence[Outcome], parameter: str) -> Found | None:
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
    properties: tuple[tuple[str, Callable[[Probe], bool]], ...] = (
        ("for a single number", lambda p: p.size == "a single number"),
        ("for float32 data", lambda p: p.in_float32),
        ("for float64 data", lambda p: not p.in_float32),
        (
            f"where {parameter} is above {FAR} or below -{FAR}",
            lambda p: several and abs(p.call.parameter or 0) > FAR,
        ),
        (f"where {parameter} is above {FAR}", lambda p: several and (p.call.parameter or 0) > FAR),
        (f"where {parameter} is below -{FAR}", lambda p: several and (p.call.parameter or 0) < -FAR),
        (f"at N = {', '.join(map(str, sizes))}", lambda p: few and p.n in sizes),
        (f"where {parameter} is negative", lambda p: (p.call.parameter or 0) < 0),
        (f"where {parameter} is positive", lambda p: (p.call.parameter or 0) > 0),
        (f"where {parameter} is 0", lambda p: p.call.parameter == 0),
        ("where data are large", lambda p: any(abs(v) > LARGE for a in _arrays(p) for v in a.values)),
    )
    for words, holds in properties:
        if all(map(holds, wrong)) and not any(map(holds, right)):
            return "some-calls", {"where": words}
    return None


def _arrays(probe: Probe) -> list[Array]:
    return [argument for argument in probe.call.arguments if isinstance(argument, Array)]


def _precision(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Found | None:
    """Find that all differences are small shares of the size; half precision gives nan and inf besides."""
    shares = [
        abs(got - expected) / size if size else math.inf
        for probe, array in zip(probes, map(array_of, outcomes), strict=True)
        if array is not None and array.finite and same_shape(array, probe.expected)
        for got, expected, size in zip(array.values, probe.expected.values, probe.magnitude, strict=True)
        if size or got != expected
    ]
    if not shares or max(shares) >= SMALL:
        return None
    wrong = sum(not agrees_at(o, p) for p, o in zip(probes, outcomes, strict=True))
    return "precision", {"share": f"{max(shares):.0e}", "wrong": str(wrong), "calls": str(len(probes))}
