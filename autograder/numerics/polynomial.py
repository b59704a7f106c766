"""Which polynomial a function of several numbers computes, found from its values and written out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise
from operator import add
from typing import NamedTuple

from autograder.numerics.sums import total

DEGREE = 4
"""Of the squared error with a squared x or w inside; one more than any slip of the pen needs."""
COEFFICIENT_DENOMINATOR = 1000
"""Coefficients are reported as fractions this simple, or not at all: 1/3, 0.001."""
WRITTEN_DENOMINATOR = 16
"""Denominators up to here are written as such, larger ones as decimals."""
MOST_TERMS = 4
"""A longer polynomial is not reported: values that follow no formula have one as well."""
NOISE = 1e-9
"""A value fits within this share of the terms it is the sum of: far above rounding, far below any term."""

Exponents = tuple[int, ...]


class Polynomial(NamedTuple):
    """A sum of few terms: coefficients by the exponents of its quantities."""

    names: tuple[str, ...]
    coefficients: Mapping[Exponents, float]

    def at(self, point: Sequence[float]) -> float:
        """Evaluate at one value for each quantity."""
        return total(self._terms(point))

    def fits(self, point: Sequence[float], value: float) -> bool:
        """Whether a value is this polynomial's, but for rounding."""
        terms = self._terms(point)
        scale = max(total(map(abs, terms)), abs(value))
        return math.isfinite(value) and abs(value - total(terms)) <= NOISE * scale

    def _terms(self, point: Sequence[float]) -> list[float]:
        return [c * math.prod(map(pow, point, exponents)) for exponents, c in self.coefficients.items()]

    def __str__(self) -> str:
        """Write it as Python does, terms that are added first."""
        ordered = sorted(self.coefficients.items(), key=lambda term: (term[1] < 0, -sum(term[0]), term[0]))
        text = " + ".join(_term(self.names, exponents, c) for exponents, c in ordered)
        return text.replace("+ -", "- ") or "0"


@cache
def lattice(quantities: int, degree: int = DEGREE) -> tuple[Exponents, ...]:
    """List the points with whole coordinates >= 0 that sum to at most the degree, one quantity at a time."""
    if not quantities:
        return ((),)
    return tuple(
        (first, *rest) for first in range(degree + 1) for rest in lattice(quantities - 1, degree - first)
    )


def interpolated(
    names: tuple[str, ...], origin: Sequence[int], values: Sequence[float], degree: int = DEGREE
) -> Polynomial | None:
    """Find the polynomial with given values at origin + lattice; None if no short one has them.

    Newton's divided differences along every axis give the coefficients of 1, v - o, (v - o)(v - o - 1), ...
    of which those of 1, v, v**2, ... follow. Any values on a lattice are some polynomial's: what is found
    is true of a function only where it fits elsewhere, too.
    """
    nodes = lattice(len(names), degree)
    scale = max(map(abs, values))
    table = _coefficients(origin, values, degree)
    if not all(map(math.isfinite, (scale, *table))):
        return None
    noise = NOISE * scale
    terms = {node: c for node, c in zip(nodes, table, strict=True) if abs(c) > noise}
    if len(terms) > MOST_TERMS:
        return None
    polynomial = Polynomial(names, {node: _simple(c) for node, c in terms.items()})
    points = (tuple(map(add, origin, node)) for node in nodes)
    is_right = all(map(polynomial.fits, points, values))
    return polynomial if is_right else None


def _coefficients(origin: Sequence[int], values: Sequence[float], degree: int) -> list[float]:
    """Return the coefficients of the polynomial that has given values at origin + lattice, node by node."""
    table = list(values)
    axes = range(len(origin))
    for axis in axes:
        for line in _lines(len(origin), degree, axis):
            _take_differences(table, line)
    for axis in axes:
        for line in _lines(len(origin), degree, axis):
            _multiply_out(table, line, origin[axis])
    return table


def _take_differences(table: list[float], line: Sequence[int]) -> None:
    """Replace the values on a line by their divided differences of order 0, 1, 2, ..."""
    for order in range(1, len(line)):
        pairs = [*pairwise(line[order - 1 :])]
        for before, here in reversed(pairs):
            table[here] = (table[here] - table[before]) / order


def _multiply_out(table: list[float], line: Sequence[int], origin: int) -> None:
    """Replace coefficients of 1, v - o, (v - o)(v - o - 1), ... on a line by those of 1, v, v**2, ..."""
    for start in range(len(line) - 2, -1, -1):
        root = origin + start
        for here, above in pairwise(line[start:]):
            table[here] -= root * table[above]


@cache
def _lines(quantities: int, degree: int, axis: int) -> tuple[tuple[int, ...], ...]:
    """Split the lattice into its lines along one axis, by position, in increasing order."""
    lines: dict[Exponents, list[int]] = {}
    for k, node in enumerate(lattice(quantities, degree)):
        lines.setdefault((*node[:axis], *node[axis + 1 :]), []).append(k)
    return tuple(map(tuple, lines.values()))


def _simple(coefficient: float) -> float:
    """Find the simple fraction nearest to a coefficient."""
    return float(Fraction(coefficient).limit_denominator(COEFFICIENT_DENOMINATOR))


def _term(names: tuple[str, ...], exponents: Exponents, coefficient: float) -> str:
    """Write one term as Python does: -2*x**2*y, x/2, 0.01*w."""
    powers = [_power(name, exponent) for name, exponent in zip(names, exponents, strict=True) if exponent]
    fraction = Fraction(coefficient).limit_denominator(COEFFICIENT_DENOMINATOR)
    above: float = fraction.numerator
    divisor = f"/{fraction.denominator}"
    if fraction.denominator > WRITTEN_DENOMINATOR:
        above = coefficient
    if fraction.denominator == 1 or fraction.denominator > WRITTEN_DENOMINATOR:
        divisor = ""
    sign = "-" if above < 0 else ""
    size = abs(above)
    factors = powers if powers and size == 1 else [f"{size:g}", *powers]
    return sign + "*".join(factors) + divisor


def _power(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name}**{exponent}"
