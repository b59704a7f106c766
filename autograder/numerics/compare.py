"""Compare a result with the expected one, within a rounding bound that is derived, not chosen."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Sequence

from autograder.facts.calls import Array

FLOAT32 = 2.0**-24
FLOAT64 = 2.0**-53
DIFFERENCES = 2.0**-32
"""What rounding leaves of differences of a float64 loss over h = 1e-6 and more: u |J| / h is 1.1e-10 |J|."""

UNDERFLOW32, UNDERFLOW64 = 2.0**-126, 2.0**-1022
"""Where full precision ends: below it one right spelling ends in 0 and another in a few bits."""

SLACK = 4.0
"""Multiples of u e that right code is allowed, where e is the bound of the reference's own spelling. Other
right spellings were seen to need 0.6, unusual ones 2.5 (a norm squared, a complex step)."""
UNUSUAL = 2.0**10
"""Multiples of the bound within which a difference is one of rounding, and no mistake is looked for."""
TELLING = 1e-3
"""A comparison tells something where its slack is below this share of the value."""

ONE_NUMBER = ((), (1,))
"""Shapes of one number, which NumPy adds and multiplies alike."""

ROUNDED_DECIMALS = 8
"""Decimals after which a number of the size of 1 does not end by chance; a larger one has fewer of them."""
BY_CHANCE = 1e-6
"""Share of numbers that may end after so many decimals by chance."""
WHOLE_FLOATS = 2.0**53
"""From here on every float64 is a whole number."""
BINARY_PLACES = 20
"""Sums of a few float32 numbers of the size met here end after this many binary places."""


def unit_roundoff(dtype: str) -> float:
    """Return u of the dtype a computation was made in; half precision earns no more slack than float32."""
    return FLOAT32 if dtype in {"float16", "float32"} else FLOAT64


def same_shape(got: Array, expected: Array) -> bool:
    """Compare shapes; where one number is expected, shapes () and (1,) both serve."""
    if expected.shape in ONE_NUMBER:
        return got.shape in ONE_NUMBER
    return got.shape == expected.shape


def agrees(
    got: Array, expected: Array, error: Sequence[float], u: float, spread: Sequence[float] = ()
) -> bool:
    """Whether |got - expected| <= 4 u e in every entry, beside what is lost by underflow.

    `error` holds e for each entry of `expected`, and `spread`, where it is given, how much further right
    values lie from it. A different shape, NaN and infinity disagree
    with everything.
    """
    if not (same_shape(got, expected) and got.finite):
        return False
    if got.values == expected.values:  # as right code does at exact points
        return True
    allowed = slacks(error, u, spread)
    underflow = UNDERFLOW32 if u >= FLOAT32 else UNDERFLOW64
    entries = zip(got.values, expected.values, allowed, strict=True)
    return all(abs(g - v) <= slack + underflow for g, v, slack in entries)


def slacks(error: Sequence[float], u: float, spread: Sequence[float] = ()) -> list[float]:
    """Return what right code is allowed in each entry: 4 u e, and how far right values lie apart."""
    beside = spread or (0.0,) * len(error)
    return [SLACK * u * e + s for e, s in zip(error, beside, strict=True)]


def tells(values: Sequence[float], error: Sequence[float], u: float, elsewhere: float) -> bool:
    """Whether a comparison with these values finds anything: its slack is small beside the largest of them.

    One entry may be 0 where terms cancel: the others say what size matters. Where all of them are 0, as the
    gradient at a fit, it is `elsewhere`, the largest value that the function has at other points.
    """
    size = max(map(abs, values), default=0.0) or elsewhere
    return all(SLACK * u * e <= TELLING * size for e in error)


def looks_rounded(values: Iterable[float]) -> bool:
    """Whether all values end after a few decimals, as round() and formatting leave them.

    Sums of float32 numbers end after a few binary places, and so after as many decimals.
    """
    return all(map(_ends_early, values))


def _ends_early(value: float) -> bool:
    """Whether a value ends after a few decimals, and not for being a whole number of binary places."""
    if not math.isfinite(value) or abs(value) >= WHOLE_FLOATS:
        return False
    whole = float(value * 2**BINARY_PLACES).is_integer()
    return not whole and value == round(value, _telling_decimals(value))


def _telling_decimals(value: float) -> int:
    """Count the decimals after which a float64 of this size does not end by chance; below 0 for large."""
    return min(ROUNDED_DECIMALS, math.floor(math.log10(BY_CHANCE / math.ulp(max(1.0, abs(value))))))


def is_float32(value: float) -> bool:
    """Whether a value is exactly a float32 number."""
    if not math.isfinite(value):
        return False
    try:
        return bool(struct.unpack("<f", struct.pack("<f", value))[0] == value)
    except OverflowError:
        return False


def working_precision(dtype: str, values: Iterable[float]) -> float:
    """Return u of the arithmetic that made these values, given float64 arguments.

    Code that casts to float32 inside and returns float64 gives itself away: float64 arithmetic
    on arguments with long mantissas does not land on float32 numbers every time.
    """
    if unit_roundoff(dtype) == FLOAT32 or all(map(is_float32, values)):
        return FLOAT32
    return FLOAT64
