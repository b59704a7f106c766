"""Simple inputs: what a person computes with first."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from itertools import cycle, islice, product
from operator import getitem

from autograder.facts.calls import Array, Named, Value
from autograder.facts.quantities import Fixed, Labels, Quantities, Quantity, Real
from autograder.numerics.draws import Draw, entries_of
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

ENTRIES = ((1.0,), (2.0,), (-1.0,), (0.0,))
PAIRS = ((1.0, 2.0), (2.0, 1.0), (1.0, -1.0), (0.0, 1.0), (-1.0, 2.0), (1.0, 1.0), (-2.0, -1.0))
"""What a person computes with first, N = 1 and N = 2."""
LONG_ROW = (1.0, 0.0, 2.0, -1.0, 3.0)
"""Entries of longer rows, in this order and from a later one on."""
SIMPLE_SAMPLES = (1, 2)
"""N of the simplest points."""
SIMPLE_PARAMETERS = (1.0, 2.0, -1.0, 0.0)
SIMPLEST = 16
"""Points of each size: enough to show nearly all mistakes, few enough to cost little."""


def simple_points(quantities: Quantities) -> tuple[Point, ...]:
    """List the simplest points, the simplest first: of one sample, and of two."""
    points: list[Point] = []
    samples = samples_name(quantities.sizes)
    for n in SIMPLE_SAMPLES:
        sizes = Named({name: n if name == samples else 2 for name in quantities.sizes})
        choices = {
            name: _simple_values(quantities.arrays[name], sizes)
            for name in (*quantities.parameters, *quantities.data)
        }
        points += [Point(values, sizes) for values in _simplest(choices)]
    return tuple(points)


def _simplest(choices: Mapping[str, Sequence[Value]]) -> list[Named[Value]]:
    """Combine values of each quantity, of which the simplest stand first; the simplest combinations first."""
    places = product(*[range(len(values)) for values in choices.values()])
    simplest = nsmallest(SIMPLEST, places, key=lambda chosen: (sum(chosen), chosen))
    combinations = []
    for chosen in simplest:
        values = map(getitem, choices.values(), chosen)
        combinations.append(Named(zip(choices, values, strict=True)))
    return combinations


def _simple_values(quantity: Quantity, sizes: Named[int]) -> list[Value]:
    """List values that a person would compute with, the simplest first."""
    match quantity:
        case Fixed():
            return list(quantity.values)
        case Labels():
            draws = [Draw(random.Random(seed), sizes, 0) for seed in range(2)]  # noqa: S311 - no secret
            return list(dict.fromkeys(draw.value(quantity, entries_of) for draw in draws))
        case Real() if not quantity.sizes:
            (numbers,) = _within(quantity.below, [SIMPLE_PARAMETERS])
            return list(numbers)
        case Real():
            shape = Draw(random.Random(0), sizes, 0).shape(quantity.sizes)  # noqa: S311 - nothing is drawn
            rows = _within(quantity.below, _simple_entries(math.prod(shape)))
            return [Array("float64", shape, entries) for entries in rows]


def _within(below: float, rows: Sequence[tuple[float, ...]]) -> list[tuple[float, ...]]:
    """Halve all numbers until they are below a bound: beyond it, a tanh is 1 and tells nothing."""
    largest = max(abs(entry) for row in rows for entry in row)
    halvings = max(0, math.floor(math.log2(largest / below)) + 1)
    return [tuple(entry / 2**halvings for entry in row) for row in rows]


def _simple_entries(n: int) -> Sequence[tuple[float, ...]]:
    """List simple entries: all pairs that are worth it, and longer rows made of one another."""
    if n == 1:
        return ENTRIES
    if n == 2:  # noqa: PLR2004 - a pair
        return PAIRS
    return [tuple(islice(cycle(LONG_ROW[k:] + LONG_ROW[:k]), n)) for k in range(len(LONG_ROW))]
