"""Kinks on careful numbers: where a result changes otherwise on one side than it does on the other.

With 40 digits a step of 1e-15 is small and still far from rounding: there a curve bends by the square of the
step, and a kink by the step itself.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import numpy as np

from autograder.numerics.careful import Careful
from autograder.numerics.careful_arguments import object_array
from autograder.numerics.careful_rules import ONE

NUDGE = Decimal(10) ** -15
"""By what share of its size a number is moved at most."""
BEND = Decimal(10) ** -22
"""Share of the largest value, 1 at least, from which on only a kink bends a result that much."""


def moved(argument: Any, step: Decimal, rng: random.Random) -> Any:  # noqa: ANN401 - what a function is given
    """Move careful numbers by up to a step times their size, 1 at least; all else stays what it is."""
    if not step:
        return argument
    if isinstance(argument, dict):
        return {name: moved(value, step, rng) for name, value in argument.items()}
    if isinstance(argument, Careful):
        share = Decimal(rng.uniform(-1, 1))
        size = max(ONE, abs(argument.value))
        return Careful(argument.value + step * share * size, argument.error)
    if isinstance(argument, np.ndarray) and argument.dtype == object:
        entries = [moved(entry, step, rng) for entry in argument.ravel().tolist()]
        return object_array(entries, argument.shape)
    return argument


def bends(before: Iterable[Careful], here: Iterable[Careful], after: Iterable[Careful]) -> bool:
    """Whether the second difference of some entry is too large for a curve."""
    triples = list(zip(before, here, after, strict=True))
    largest = max([ONE, *(abs(high.value) for _, _, high in triples)])
    return any(_second_difference(*triple) > BEND * largest for triple in triples)


def _second_difference(low: Careful, middle: Careful, high: Careful) -> Decimal:
    return abs(low.value - 2 * middle.value + high.value)
