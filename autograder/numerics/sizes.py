"""The lengths that named sizes have: never all alike but once, and no two names always alike."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.facts.calls import Named
from autograder.facts.quantities import Quantities

SAMPLES = "N"
"""The usual name for how many samples there are; without it, the first size that a task names counts them."""
POWERS_OF_TWO = (1, 2, 4)
"""Where N is the only size: dividing by it is exact. Several sizes: one would hide a hard-coded N."""
LENGTHS_BY_NAME = {"N": (1, 2, 4, 3, 4), "D": (3, 2, 3, 3, 1), "C": (2, 3, 4, 3, 2), "H": (2, 4, 2, 3, 1)}
"""By name; a task's other names take the columns that are left over, in this order."""
ROUNDING_LENGTHS = (5, 3, 6, 4)
"""Lengths of the sizes besides N where data round: some that no exact point has."""


def samples_name(names: Mapping[str, object] | tuple[str, ...]) -> str | None:
    """Name the size that counts samples; None if there are no sizes."""
    return SAMPLES if SAMPLES in names else next(iter(names), None)


def samples_of(sizes: Mapping[str, int]) -> int:
    """Return how many samples there are; 1 if no size has a name."""
    name = samples_name(sizes)
    return 1 if name is None else sizes[name]


def exact_sizes(quantities: Quantities) -> list[Named[int]]:
    """List the sizes of exact points, which are few: of one sample, of two, of four, and others."""
    names = quantities.sizes
    if len(names) <= 1:
        return [Named(dict.fromkeys(names, n)) for n in POWERS_OF_TWO]
    columns = [_column(names, name) for name in names]
    rows = zip(*columns, strict=True)
    return [Named(zip(names, row, strict=True)) for row in rows]


def rounding_sizes(quantities: Quantities, n: int) -> Named[int]:
    """Return sizes for n samples at which arithmetic rounds anyway."""
    samples = samples_name(quantities.sizes)
    others = [name for name in quantities.sizes if name != samples]
    lengths = {name: ROUNDING_LENGTHS[k % len(ROUNDING_LENGTHS)] for k, name in enumerate(others)}
    return Named({name: lengths.get(name, n) for name in quantities.sizes})


def _column(names: tuple[str, ...], name: str) -> tuple[int, ...]:
    if name in LENGTHS_BY_NAME:
        return LENGTHS_BY_NAME[name]
    samples = samples_name(names)
    if name == samples:
        return LENGTHS_BY_NAME[SAMPLES]
    others = [each for each in names if each not in LENGTHS_BY_NAME and each != samples]
    free = [each for each in LENGTHS_BY_NAME if each not in names and each != SAMPLES] or ["D"]
    return LENGTHS_BY_NAME[free[others.index(name) % len(free)]]
