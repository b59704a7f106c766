"""A right result, with the bound within which right code may differ from it."""

from __future__ import annotations

from typing import NamedTuple

from autograder.facts.calls import Array


class Expected(NamedTuple):
    """A right value, and e of each entry in units of u: right code is within 4 u e of it."""

    value: Array
    error: tuple[float, ...]
    exact: bool
    """Whether the reference does not round here at all, neither in float64 nor in float32."""
    spread: tuple[float, ...] = ()
    """How far from each entry those of other right spellings lie, as of log(p + 1e-12), rounding aside.

    Code in float32 may round more, and not add more. Empty where there are no other spellings.
    """
