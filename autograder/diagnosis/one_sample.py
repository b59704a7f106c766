"""Formulas for one sample that have the values of a function on a lattice of samples."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from autograder.numerics.polynomial import DEGREE, interpolated, lattice

Sample = tuple[float, ...]
"""A value for each quantity."""


class Formula(NamedTuple):
    """A formula for one sample, in words and as a function."""

    words: str
    at: Callable[[Sample], float]
    axes: frozenset[int] = frozenset()  # the quantities in it, by number

    @property
    def bare(self) -> str:
        """The words without brackets around all of them."""
        is_bracketed = self.words.startswith("(") and self.words.endswith(")")
        return self.words[1:-1] if is_bracketed and self.words.count("(") == 1 else self.words


class Table(NamedTuple):
    """The values of a function on a lattice of samples."""

    names: tuple[str, ...]
    """All quantities."""
    axes: tuple[int, ...]
    """Those on which the values depend, by number: the lattice extends along these."""
    degree: int
    nodes: Sequence[Sample]
    values: Sequence[float]

    @property
    def own_names(self) -> tuple[str, ...]:
        """The quantities along which the lattice extends."""
        return tuple(self.names[axis] for axis in self.axes)

    @property
    def start(self) -> list[int]:
        """The values of these where the lattice begins."""
        return [int(self.nodes[0][axis]) for axis in self.axes]


def candidates(table: Table) -> Iterator[Formula]:
    """List formulas with the values of a table: polynomials, then quotients, each as it is, cut or signed."""
    terms = _terms(table.names)
    for plain in _plain_formulas(table, terms):
        yield from _variants(plain, terms)


def _terms(names: tuple[str, ...]) -> list[Formula]:
    """List what a formula may divide by or look at the sign of: a quantity, a difference of two arguments."""
    arguments = range(len(names) - 1)
    quantities = [_quantity(names, axis) for axis in range(len(names))]
    differences = [_difference(names, first, second) for first, second in combinations(arguments, 2)]
    return quantities + differences


def _quantity(names: tuple[str, ...], axis: int) -> Formula:
    return Formula(names[axis], lambda sample: sample[axis], frozenset({axis}))


def _difference(names: tuple[str, ...], first: int, second: int) -> Formula:
    words = f"({names[second]} - {names[first]})"
    return Formula(words, lambda sample: sample[second] - sample[first], frozenset({first, second}))


def _plain_formulas(table: Table, terms: Sequence[Formula]) -> Iterator[Formula]:
    """Yield the polynomial with the values of a table, then quotients of a polynomial and a term.

    Quotients wait for the largest lattice, of which the part of a lower degree is enough for them.
    """
    polynomial = _polynomial(table, table.values, table.degree)
    if polynomial is not None:
        yield polynomial
    if table.degree < DEGREE:
        return
    for divisor in terms:
        if divisor.axes <= set(table.axes):
            products = [v * divisor.at(node) for v, node in zip(table.values, table.nodes, strict=True)]
            above = _polynomial(table, products, table.degree - 1)
            if above is not None:
                yield _quotient(above, divisor)


def _polynomial(table: Table, values: Sequence[float], degree: int) -> Formula | None:
    """Find the polynomial of at most a degree with some values; None if no short one has them, or it is 0."""
    axes = table.axes
    polynomial = interpolated(table.own_names, table.start, _up_to(degree, table, values), degree)
    if polynomial is None or not polynomial.coefficients:
        return None
    is_sum = len(polynomial.coefficients) > 1
    words = f"({polynomial})" if is_sum else str(polynomial)
    return Formula(words, lambda sample: polynomial.at([sample[axis] for axis in axes]))


def _up_to(degree: int, table: Table, values: Sequence[float]) -> list[float]:
    """Choose the values on the lattice of a lower degree."""
    steps = lattice(len(table.axes), table.degree)
    return [value for value, step in zip(values, steps, strict=True) if sum(step) <= degree]


def _quotient(above: Formula, below: Formula) -> Formula:
    def value(sample: Sample) -> float:
        divisor = below.at(sample)
        return above.at(sample) / divisor if divisor else math.nan

    return Formula(f"{above.words} / {below.words}", value)


def _variants(plain: Formula, terms: Sequence[Formula]) -> Iterator[Formula]:
    """List what agrees with a formula on the lattice, where it and all terms are positive."""
    bare, value = plain.bare, plain.at
    yield Formula(bare, value)
    yield Formula(f"abs({bare})", lambda sample: abs(value(sample)))
    yield Formula(f"max({bare}, 0)", lambda sample: max(value(sample), 0.0))
    yield Formula(f"min({bare}, 0)", lambda sample: min(value(sample), 0.0))
    for term in terms:
        yield _with_sign(plain, term)
        yield _where_positive(plain, term)


def _with_sign(plain: Formula, term: Formula) -> Formula:
    words = f"{plain.words} * sign({term.bare})"
    return Formula(words, lambda sample: _sign(term.at(sample)) * plain.at(sample))


def _sign(value: float) -> float:
    return math.copysign(1.0, value) if value else 0.0


def _where_positive(plain: Formula, term: Formula) -> Formula:
    words = f"{plain.bare} where {term.bare} > 0, and 0 elsewhere"
    return Formula(words, lambda sample: plain.at(sample) if term.at(sample) > 0 else 0.0)
