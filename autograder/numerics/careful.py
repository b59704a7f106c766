"""Careful numbers: 40 digits, and a bound of the rounding error that a float computation makes on the way.

The rules are those of running error analysis (Higham, Accuracy and Stability of Numerical Algorithms,
section 3.3). The bound is of first order and in units of the roundoff u, so one computation serves any
working precision. A sum adds |a| + |b| and not |a + b|, because its terms may be taken in any order.

The modules of careful numbers import one another alone: they are handed over to the reference's process.
"""

from __future__ import annotations

import decimal
import operator
from collections.abc import Callable
from decimal import Decimal
from numbers import Real
from typing import Any, NoReturn

from autograder.numerics.careful_rules import ONE, RULES, ZERO

PRECISION = 40
"""Digits of a value: more than twice those of a float64, so that a product of two is known to one."""
TIE_SHARE = Decimal(4) * Decimal(2) ** -53
"""Share of the bounds within which two sides of a comparison may change places: 4 u, with u of float64."""
IDENTITY_METHODS = {"mean", "sum", "prod", "max", "min", "item", "copy"}
"""Methods of NumPy's numbers that give the number itself."""
Number = Any
"""A careful number, or any real number of Python or NumPy."""

CONTEXT = decimal.Context(prec=PRECISION, traps=[])
"""What careful numbers are computed in: as floats do, they become inf and nan where others raise."""


class NotCarefulError(Exception):
    """The reference does what careful numbers cannot follow; the message says what, and the remedy."""


class Ties:
    """Comparisons whose two sides lie within the error, in one run of the reference."""

    met = False
    reverse = False
    """Whether a tie is decided against the values, to see whether that makes a difference."""
    exact_ones = True
    """Whether two numbers that are equal, and known exactly, are a tie for < and the like."""

    @classmethod
    def start(cls, *, reverse: bool, exact_ones: bool = True) -> None:
        """Begin a run."""
        cls.met, cls.reverse, cls.exact_ones = False, reverse, exact_ones


class Careful:
    """A value, and e: right code is within e u of it, to first order, in whatever order it computes."""

    __slots__ = ("error", "value")

    def __init__(self, value: Number, error: Decimal = ZERO) -> None:
        self.value = value if isinstance(value, Decimal) else Decimal(value)
        self.error = error

    def __repr__(self) -> str:
        return f"{float(self.value):g}"

    def __hash__(self) -> int:
        return hash(self.value)

    def __add__(self, other: Number) -> Careful:
        return _sum(self, other, operator.add)

    def __radd__(self, other: Number) -> Careful:
        return _sum(self, other, operator.add)

    def __sub__(self, other: Number) -> Careful:
        return _sum(self, other, operator.sub)

    def __rsub__(self, other: Number) -> Careful:
        return _sum(-self, other, operator.add)

    def __mul__(self, other: Number) -> Careful:
        b = careful(other)
        if b is None:
            return NotImplemented
        value = self.value * b.value
        error = abs(self.value) * b.error + abs(b.value) * self.error + abs(value)
        return Careful(value, error)

    __rmul__ = __mul__

    def __truediv__(self, other: Number) -> Careful:
        b = careful(other)
        return NotImplemented if b is None else _quotient(self, b)

    def __rtruediv__(self, other: Number) -> Careful:
        a = careful(other)
        return NotImplemented if a is None else _quotient(a, self)

    def __pow__(self, exponent: Number) -> Careful:
        b = careful(exponent)
        return NotImplemented if b is None else _power(self, b)

    def __rpow__(self, base: Number) -> Careful:
        a = careful(base)
        return NotImplemented if a is None else _power(a, self)

    def __neg__(self) -> Careful:
        return Careful(-self.value, self.error)

    def __pos__(self) -> Careful:
        return self

    def __abs__(self) -> Careful:
        return Careful(abs(self.value), self.error)

    def __bool__(self) -> bool:
        return self != 0

    def __eq__(self, other: object) -> bool:
        return _compared(self, other, operator.eq)

    def __ne__(self, other: object) -> bool:
        return _compared(self, other, operator.ne)

    def __lt__(self, other: Number) -> bool:
        return _compared(self, other, operator.lt)

    def __le__(self, other: Number) -> bool:
        return _compared(self, other, operator.le)

    def __gt__(self, other: Number) -> bool:
        return _compared(self, other, operator.gt)

    def __ge__(self, other: Number) -> bool:
        return _compared(self, other, operator.ge)

    def __float__(self) -> NoReturn:
        raise NotCarefulError("a cast to float loses digits of careful numbers; leave the cast out")

    def __int__(self) -> NoReturn:
        raise NotCarefulError("a cast to int loses digits of careful numbers; leave the cast out")

    def __round__(self, _: int | None = None) -> NoReturn:
        raise NotCarefulError("rounding loses digits of careful numbers; leave it out")

    def __getattr__(self, name: str) -> Callable[..., Careful]:
        """Find a function of one variable, which NumPy looks up here for np.exp and the like."""
        if name in IDENTITY_METHODS:
            return lambda *_, **__: self
        try:
            rule = RULES[name]
        except KeyError:
            raise AttributeError(name) from None
        return lambda: Careful(*rule(self.value, self.error))

    @property
    def real(self) -> Careful:
        """The number itself."""
        return self

    def conjugate(self) -> Careful:
        """Return the number itself: np.var asks for it."""
        return self


def careful(number: Number) -> Careful | None:
    """Return a real number as a careful one that is exact; None if it is something else."""
    if type(number) is Careful:
        return number
    if isinstance(number, int | float):
        return Careful(number)
    if isinstance(number, Real):  # NumPy's own numbers
        return Careful(float(number))
    return None


def _sum(a: Careful, other: Number, of: Callable[[Decimal, Decimal], Decimal]) -> Careful:
    b = careful(other)
    if b is None:
        return NotImplemented  # type: ignore[no-any-return]
    return Careful(of(a.value, b.value), a.error + b.error + abs(a.value) + abs(b.value))


def _quotient(a: Careful, b: Careful) -> Careful:
    """Divide: e of a / b is (e_a + |a / b| e_b) / |b| + |a / b|."""
    value = a.value / b.value
    return Careful(value, (a.error + abs(value) * b.error) / abs(b.value) + abs(value))


def _power(a: Careful, b: Careful) -> Careful:
    """Raise: |b a**(b - 1)| e_a + |a**b log a| e_b, and a rounding for each product it may be spelled by."""
    if b.value == ZERO:
        return Careful(ONE, b.error)
    value = a.value**b.value
    slope = ONE if b.value == ONE else b.value * a.value ** (b.value - ONE)  # 0**0 is nan for a Decimal
    error = max(ONE, abs(b.value)) * abs(value)
    if a.error:
        error += abs(slope) * a.error
    if b.error:
        logarithm = abs(a.value).ln()
        error += abs(value * logarithm) * b.error
    return Careful(value, error)


def _compared(a: Careful, other: Number, of: Callable[[Decimal, Decimal], bool]) -> bool:
    """Compare by value, and note a tie."""
    b = careful(other)
    if b is None:
        return NotImplemented  # type: ignore[no-any-return]
    answer = of(a.value, b.value)
    if abs(a.value - b.value) > TIE_SHARE * (a.error + b.error):
        return answer
    exact = not (a.error or b.error)
    if exact and (of in {operator.eq, operator.ne} or not Ties.exact_ones):  # as labels are
        return answer
    Ties.met = True
    return answer != Ties.reverse
