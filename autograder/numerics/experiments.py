"""Simple inputs, and inputs that differ in one thing: what a function that failed is tried on."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import cycle, islice, product

from autograder.facts.calls import Array, Named, Value, vector
from autograder.facts.quantities import Fixed, Labels, Quantities, Quantity, Real, axes_of
from autograder.numerics.draws import Draw, entries_of
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

ENTRIES = ((1.0,), (2.0,), (-1.0,), (0.0,))
PAIRS = ((1.0, 2.0), (2.0, 1.0), (1.0, -1.0), (0.0, 1.0), (-1.0, 2.0), (1.0, 1.0), (-2.0, -1.0))
"""What a person computes with first, N = 1 and N = 2."""
LONG = (1.0, 0.0, 2.0, -1.0, 3.0)
"""Entries of longer rows, in this order and from a later one on."""
SAMPLES = (1, 2)
"""N of the simplest points."""
PARAMETERS = (1.0, 2.0, -1.0, 0.0)
SIMPLEST = 16
"""Points of each size: enough to show nearly all mistakes, few enough to cost little."""
COLUMNS = ((3.0, -2.0, 5.0, -7.0), (2.5, 11.0, -6.25, 4.0), (-1.5, 0.75, 8.0, 3.0))
"""Samples of the first point of each change: both signs, nothing a multiple of anything else."""
OTHERS = ((4.0, -9.0, 2.0, 6.0), (-3.5, 5.0, 1.25, -10.0), (6.5, -2.25, -4.0, 12.0))
"""Samples to change the others into."""
FIRST_PARAMETERS = (1.25, -0.75, 2.5)
"""Parameters of the first point of each change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two points, and in words what is different at the second."""

    words: str
    before: Point
    after: Point


def simple_points(quantities: Quantities) -> tuple[Point, ...]:
    """List the simplest points, the simplest first: of one sample, and of two."""
    points: list[Point] = []
    names = (*quantities.parameters, *quantities.data)
    for n in SAMPLES:
        sizes = Named({name: n if name == samples_name(quantities.sizes) else 2 for name in quantities.sizes})
        choices = [_simple_values(quantities.arrays[name], sizes) for name in names]
        indices = product(*[range(len(values)) for values in choices])
        simplest = nsmallest(SIMPLEST, indices, key=lambda chosen: (sum(chosen), chosen))
        for chosen in simplest:
            values = [values[k] for values, k in zip(choices, chosen, strict=True)]
            points.append(Point(Named(dict(zip(names, values, strict=True))), sizes))
    return tuple(points)


def _simple_values(quantity: Quantity, sizes: Named[int]) -> list[Value]:
    """List values that a person would compute with, the simplest first."""
    match quantity:
        case Fixed():
            return list(quantity.values)
        case Labels():
            draws = [Draw(random.Random(seed), sizes, 0) for seed in range(2)]  # noqa: S311 - no secret
            return list(dict.fromkeys(draw.value(quantity, entries_of) for draw in draws))
        case Real() if not quantity.sizes:
            return list(PARAMETERS)
        case Real():
            shape = Draw(random.Random(0), sizes, 0).shape(quantity.sizes)  # noqa: S311 - nothing is drawn
            return [Array("float64", shape, entries) for entries in _simple_entries(math.prod(shape))]


def _simple_entries(n: int) -> Sequence[tuple[float, ...]]:
    """List simple entries: all pairs that are worth it, and longer rows made of one another."""
    if n == 1:
        return ENTRIES
    if n == 2:  # noqa: PLR2004 - a pair
        return PAIRS
    return [tuple(islice(cycle(LONG[k:] + LONG[:k]), n)) for k in range(len(LONG))]


def first_point(quantities: Quantities) -> Point:
    """Make the point that changes start from, its quantities unlike each other."""
    data = {name: vector(column) for name, column in zip(quantities.data, COLUMNS, strict=False)}
    parameters = dict(zip(quantities.parameters, FIRST_PARAMETERS, strict=False))
    sizes = Named(dict.fromkeys(quantities.sizes, len(COLUMNS[0])))
    return Point(Named({**data, **parameters}), sizes)


def has_changes(quantities: Quantities) -> bool:
    """Whether an exercise is of samples that are single numbers, as changes are in words about such."""
    is_vector = all(
        isinstance(each, Real) and axes_of(each) == quantities.sizes
        for each in (quantities.arrays[name] for name in quantities.data)
    )
    few = len(quantities.data) <= len(COLUMNS) and len(quantities.parameters) <= len(FIRST_PARAMETERS)
    numbers = all(not axes_of(quantities.arrays[name]) for name in quantities.parameters)
    return len(quantities.sizes) == 1 and is_vector and few and numbers


def changes(start: Point, quantities: Quantities, target: str, made: str) -> tuple[Change, ...]:
    """List changes of a complete point, the most telling first.

    `made` is what is compared with the data `target`; the difference of the two is called the error. Where
    something is said to grow, `made` goes on following from the data: some right functions compute it anew.
    """
    columns = {name: value.values for name, value in start.inputs.items() if isinstance(value, Array)}

    def where(words: str, changed: Mapping[str, Sequence[float]]) -> Change:
        values: dict[str, Value] = {name: vector(tuple(column)) for name, column in changed.items()}
        length = len(next(iter(changed.values())))
        after = replace(start.on(values), sizes=Named(dict.fromkeys(start.sizes, length)))
        return Change(words, start, after)

    def everywhere(words: str, change: Callable[[tuple[float, ...]], Sequence[float]]) -> Change:
        return where(words, {name: change(values) for name, values in columns.items()})

    def times(words: str, parameter: str, factor: float) -> Change:
        value = start.inputs[parameter]
        if isinstance(value, Array):
            raise TypeError(value)
        return Change(f"with {parameter} {words}", start, start.on({parameter: factor * value}))

    pairs = list(zip(columns[made], columns[target], strict=True))
    errors = {k: [p - k * (p - y) for p, y in pairs] for k in (0, 2, -1)}
    others = dict(zip(columns, OTHERS, strict=False))
    parameters = [
        change
        for name in quantities.parameters
        for change in (times("doubled", name, 2), times("turned negative", name, -1))
    ]
    return (
        where(f"where {made} = {target}", {target: errors[0]}),
        *parameters,
        *(where(f"with another {name}", {name: other}) for name, other in others.items() if name != made),
        where("with another last sample", {n: (*columns[n][:-1], o[-1]) for n, o in others.items()}),
        where("with another first sample", {n: (o[0], *columns[n][1:]) for n, o in others.items()}),
        everywhere("with the samples in another order", lambda v: (v[-1], *v[:-1])),
        everywhere("with every sample there twice", lambda v: v + v),
        where(f"with every error {made} - {target} doubled", {target: errors[2]}),
        where(f"with every error {made} - {target} turned around", {target: errors[-1]}),
        everywhere("with all data doubled", lambda v: [2 * entry for entry in v]),
    )
