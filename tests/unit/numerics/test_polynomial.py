"""Polynomials found from values on a lattice, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from autograder.numerics.polynomial import DEGREE, MOST_TERMS, Polynomial, interpolated, lattice

NAMES, ORIGIN = ("x", "y", "y_pred", "w"), (1, 2, 8, 13)


def found(function: Callable[..., float]) -> Polynomial | None:
    nodes = ([o + k for o, k in zip(ORIGIN, node, strict=True)] for node in lattice(len(NAMES)))
    return interpolated(NAMES, ORIGIN, [function(*node) for node in nodes])


@pytest.mark.parametrize(
    ("function", "written"),
    [
        (lambda x, y, p, w: 2 * x * (p - y), "2*x*y_pred - 2*x*y"),
        (lambda x, y, p, w: x * (w * x - y) / 2, "x**2*w/2 - x*y/2"),
        (lambda x, y, p, w: w - 0.01 * x * p, "w - 0.01*x*y_pred"),
        (lambda x, y, p, w: -((p - y) ** 2), "2*y*y_pred - y_pred**2 - y**2"),
        (lambda x, y, p, w: w**2 * x**2 / 3, "x**2*w**2/3"),
        (lambda x, y, p, w: 1.5, "3/2"),
        (lambda x, y, p, w: 0.0, "0"),
    ],
)
def test_a_polynomial_is_found_and_written_as_python_does(
    function: Callable[..., float], written: str
) -> None:
    assert str(found(function)) == written


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y, p, w: (x + y + p) ** 2,  # more terms than anyone reads
        lambda x, y, p, w: x / (p - y),
        lambda x, y, p, w: x**w,
        lambda x, y, p, w: float("nan"),
        lambda x, y, p, w: float("inf"),
        lambda x, y, p, w: 1.7e308 * (1 if w > 14 else -1),  # differences of its values are no numbers
        lambda x, y, p, w: 1e307 * (x - y) * (x - p),  # nor are sums of its terms
    ],
)
def test_where_no_short_polynomial_has_the_values_none_is_told(function: Callable[..., float]) -> None:
    assert found(function) is None
    assert MOST_TERMS < 6


def test_a_polynomial_fits_its_own_values_and_no_others() -> None:
    polynomial = found(lambda x, y, p, w: 2 * x * (p - y))
    assert polynomial is not None
    assert polynomial.at((-3.0, 0.5, 2.0, 7.0)) == -9.0
    assert polynomial.fits((-3.0, 0.5, 2.0, 7.0), -9.0)
    assert not polynomial.fits((-3.0, 0.5, 2.0, 7.0), -9.0001)
    assert not polynomial.fits((-3.0, 0.5, 2.0, 7.0), float("nan"))


def test_a_lattice_holds_every_point_up_to_its_degree_once() -> None:
    nodes = lattice(3)
    assert len(set(nodes)) == len(nodes) == 35
    assert max(map(sum, nodes)) == DEGREE
    assert [node for node in nodes if sum(node) <= 2] == list(lattice(3, 2))


def test_a_sum_of_terms_that_are_too_large_together_fits_nothing() -> None:
    huge = Polynomial(("x", "y"), {(1, 0): 1e308, (0, 1): 1e308})
    assert str(huge) == "1e+308*y + 1e+308*x"
    assert math.isnan(huge.at((1.0, 1.0)))
    assert math.isnan(huge.at((400.0, -400.0)))
    assert not huge.fits((1.0, 1.0), 1e308)
