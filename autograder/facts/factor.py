"""A factor as people write it: a number times powers of named sizes, such as 2, 1/N or reg/(2 N)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple


class Power(NamedTuple):
    """A power of a named size or number; with `added`, of the size and that many more: (N - 1)^-1."""

    name: str
    power: int = 1
    added: int = 0

    def at(self, named: Mapping[str, float]) -> float | None:
        """Return its value where the names have these values; None where it divides by 0."""
        base = named[self.name] + self.added
        if base == 0 and self.power < 0:
            return None
        return float(base) ** self.power

    @property
    def base(self) -> str:
        """Write it without a sign of the power: N, N^2 or (N - 1)."""
        name = self.name
        if self.added:
            name = f"({name} {'+' if self.added > 0 else '-'} {abs(self.added)})"
        return name if abs(self.power) == 1 else f"{name}^{abs(self.power)}"


class Factor(NamedTuple):
    """A number times powers of named sizes and numbers: 2, 1/N, N/D, reg/(2 N)."""

    number: Fraction | float
    powers: tuple[Power, ...] = ()

    def at(self, named: Mapping[str, float]) -> float | None:
        """Return its value where the names have these values; None where it divides by 0."""
        value = float(self.number)
        for power in self.powers:
            part = power.at(named)
            if part is None:
                return None
            value *= part
        return value

    @property
    def opposite(self) -> Factor:
        """The factor with the other sign."""
        return Factor(-self.number, self.powers)

    def __str__(self) -> str:
        above = [power.base for power in self.powers if power.power > 0]
        below = [power.base for power in self.powers if power.power < 0]
        number = abs(self.number)
        if isinstance(number, Fraction):
            numerator, denominator = str(number.numerator), str(number.denominator)
        else:
            numerator, denominator = f"{number:.4g}", "1"
        if numerator != "1" or not above:
            above.insert(0, numerator)
        if denominator != "1":
            below.insert(0, denominator)
        sign = "-" if self.number < 0 else ""
        return sign + _fraction(above, below)


def _fraction(above: list[str], below: list[str]) -> str:
    """Write what stands above and below a line; several divisors need brackets."""
    numerator, divisor = " ".join(above), " ".join(below)
    if not below:
        return numerator
    return f"{numerator}/({divisor})" if len(below) > 1 else f"{numerator}/{divisor}"
