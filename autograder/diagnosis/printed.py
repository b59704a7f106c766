"""Numbers that a notebook's cell printed by their names, and whether two runs may have printed them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

PRINTED_NUMBER = (
    r"(?:np\.float\d+\()?(?P<number>[-+]?\d{1,320}(?:\.(?P<decimals>\d{0,320}))?(?:[eE](?P<exponent>[-+]?\d{1,3}))?)"
    r"(?!\d|[eE][-+]?\d)"
)
"""A number as Python prints one: a float has at most 309 digits before its point, and 3 in its exponent."""
PROMOTION_SHARE = 1e-3
"""Share by which numbers may differ: NumPy 1 and 2 promote float32 differently, and print other digits."""
PRINT_ROUNDING = 0.6
"""Of a unit of the last printed digit: half of it is lost in print."""
FLOAT32_DIFFERENCE = 1e-5
"""Numbers nearer than this are one: training on float32 data rounds each in its own way."""
LONGEST_NUMBER = 40
"""Characters of a number that is compared: Python prints a float in fewer, unless a format asks for more."""


class Printed(NamedTuple):
    """A number that a cell printed by its name."""

    name: str
    text: str
    unit: float  # of its last digit

    @property
    def value(self) -> float:
        """The number."""
        return float(self.text)

    def is_nearly(self, value: float) -> bool:
        """Whether a value would be printed like this."""
        return abs(self.value - value) <= max(PRINT_ROUNDING * self.unit, FLOAT32_DIFFERENCE)

    def reproduces(self, other: Printed) -> bool:
        """Whether two runs of the same code may have printed these two."""
        nearly = max(
            self.unit,
            other.unit,
            PROMOTION_SHARE * abs(self.value),
            PROMOTION_SHARE * abs(other.value),
            FLOAT32_DIFFERENCE,
        )
        return abs(self.value - other.value) <= nearly


def printed_numbers(text: str, names: Sequence[str], most: int | None = None) -> list[Printed]:
    """Find the first numbers that a text gives by one of these names, as in `w = 0.300` or `loss: 1e-05`."""
    if not names:
        return []
    words = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    numbers: list[Printed] = []
    for match in re.finditer(
        rf"(?<![\w.])(?P<name>{words})(?:\s*(?:=|:|\bis\b)\s*|\s+){PRINTED_NUMBER}", text
    ):
        exponent, decimals = match["exponent"] or "0", len(match["decimals"] or "")
        unit = float(f"1e{exponent}") * 10.0**-decimals  # inf or 0 where that is beyond a float
        printed = Printed(match["name"], match["number"], unit)
        if len(printed.text) <= LONGEST_NUMBER and math.isfinite(printed.value):
            numbers.append(printed)
        if len(numbers) == most:
            break
    return numbers
