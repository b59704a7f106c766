"""Functions of one variable on careful numbers: from a value and its bound to those of the result.

To first order the bound of f(a) is |f'(a)| e_a, and two roundings of |f(a)| for the function itself:
libraries of elementary functions are not always right to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

ZERO, ONE, TWO = Decimal(0), Decimal(1), Decimal(2)
UNDERFLOW = Decimal(10) ** -400
"""Values below are 0 in every precision."""
NEAR_ZERO = Decimal("1e-8")
"""Arguments below are put into a series: a difference from 1 would lose their digits."""


class Bounded(NamedTuple):
    """A value, and the bound of its rounding error in units of u."""

    value: Decimal
    error: Decimal


Rule = Callable[[Decimal, Decimal], Bounded]


def exp(a: Decimal, e: Decimal) -> Bounded:
    """Return the exponential: its slope is itself."""
    value = a.exp()
    return Bounded(value, value * (e + TWO)) if value > UNDERFLOW else Bounded(ZERO, ZERO)


def log(a: Decimal, e: Decimal) -> Bounded:
    """Return the logarithm: its slope is 1 / a."""
    value = a.ln()
    return Bounded(value, e / abs(a) + TWO * abs(value))


def sqrt(a: Decimal, e: Decimal) -> Bounded:
    """Return the root: its slope is 1 / (2 sqrt a), and it is rounded once."""
    value = a.sqrt()
    carried = e / (TWO * value) if e else ZERO
    return Bounded(value, carried + value)


def tanh(a: Decimal, e: Decimal) -> Bounded:
    """Return tanh: its slope is 1 - tanh**2."""
    if abs(a) < NEAR_ZERO:
        value = a - a**3 / 3 + 2 * a**5 / 15
    else:
        twice = -TWO * abs(a)
        shrunk = twice.exp()
        size = (ONE - shrunk) / (ONE + shrunk)
        value = size.copy_sign(a)
    slope = ONE - value * value
    error = slope * e + TWO * abs(value)
    return Bounded(value, error)


def expm1(a: Decimal, e: Decimal) -> Bounded:
    """Return exp(a) - 1 without cancellation."""
    grown = a.exp()
    value = grown - ONE if abs(a) > NEAR_ZERO else a + a**2 / 2 + a**3 / 6 + a**4 / 24
    return Bounded(value, grown * e + TWO * abs(value))


def log1p(a: Decimal, e: Decimal) -> Bounded:
    """Return log(1 + a) without cancellation."""
    value = (ONE + a).ln() if abs(a) > NEAR_ZERO else a - a**2 / 2 + a**3 / 3 - a**4 / 4
    return Bounded(value, e / abs(ONE + a) + TWO * abs(value))


def sinh(a: Decimal, e: Decimal) -> Bounded:
    """Return sinh by exponentials: its slope is cosh."""
    grown, shrunk = a.exp(), (-a).exp()
    value = (grown - shrunk) / TWO
    return Bounded(value, (grown + shrunk) / TWO * (e + TWO))


def cosh(a: Decimal, e: Decimal) -> Bounded:
    """Return cosh: its slope is sinh."""
    grown, shrunk = a.exp(), (-a).exp()
    value = (grown + shrunk) / TWO
    return Bounded(value, abs(grown - shrunk) / TWO * e + TWO * value)


def square(a: Decimal, e: Decimal) -> Bounded:
    """Return a a."""
    return Bounded(a * a, TWO * abs(a) * e + a * a)


def reciprocal(a: Decimal, e: Decimal) -> Bounded:
    """Return 1 / a."""
    value = ONE / a
    return Bounded(value, abs(value) * (e / abs(a) + ONE))


def _log_to(base: int) -> Rule:
    def rule(a: Decimal, e: Decimal) -> Bounded:
        scale = Decimal(base).ln()
        value = a.ln() / scale
        return Bounded(value, e / (abs(a) * scale) + TWO * abs(value))

    return rule


RULES: dict[str, Rule] = {
    rule.__name__: rule for rule in (exp, log, sqrt, tanh, expm1, log1p, sinh, cosh, square, reciprocal)
}
RULES |= {"log2": _log_to(2), "log10": _log_to(10)}
"""By NumPy's names."""
