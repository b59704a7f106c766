"""Simple inputs, and inputs that differ in one thing: what a function that failed is tried on."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import cycle, islice, product
from operator import getitem

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
    samples = samples_name(quantities.sizes)
    for n in SAMPLES:
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
    return len(quantities.sizes) == 1 and _has_few(quantities) and _has_single_numbers(quantities)


def _has_few(quantities: Quantities) -> bool:
    """Whether the first point has values for all quantities."""
    data, parameters = quantities.data, quantities.parameters
    return len(data) <= len(COLUMNS) and len(parameters) <= len(FIRST_PARAMETERS)


def _has_single_numbers(quantities: Quantities) -> bool:
    """Whether each parameter is a number, and each sample one as well."""
    arrays = quantities.arrays
    data = [arrays[name] for name in quantities.data]
    parameters = [arrays[name] for name in quantities.parameters]
    if any(map(axes_of, parameters)):
        return False
    return all(isinstance(each, Real) and each.sizes == quantities.sizes for each in data)


def changes(start: Point, quantities: Quantities, target: str, made: str) -> tuple[Change, ...]:
    """List changes of a complete point, the most telling first.

    `made` is what is compared with the data `target`; the difference of the two is called the error. Where
    something is said to grow, `made` goes on following from the data: some right functions compute it again.
    """
    first = _First(start, target, made)
    error = f"{made} - {target}"
    return (
        first.with_errors(f"where {made} = {target}", 0),
        *first.with_other_parameters(quantities.parameters),
        *first.with_other_data(),
        first.with_other_sample("last", -1),
        first.with_other_sample("first", 0),
        first.everywhere("with the samples in another order", lambda column: (column[-1], *column[:-1])),
        first.everywhere("with every sample there twice", lambda column: column + column),
        first.with_errors(f"with every error {error} doubled", 2),
        first.with_errors(f"with every error {error} turned around", -1),
        first.everywhere("with all data doubled", lambda column: [2 * entry for entry in column]),
    )


@dataclass(frozen=True, slots=True)
class _First:
    """The point that changes start from."""

    point: Point
    target: str
    made: str

    @property
    def columns(self) -> dict[str, tuple[float, ...]]:
        """The samples of each quantity that has some."""
        inputs = self.point.inputs.items()
        return {name: value.values for name, value in inputs if isinstance(value, Array)}

    @property
    def others(self) -> dict[str, tuple[float, ...]]:
        """Samples to change those into."""
        return dict(zip(self.columns, OTHERS, strict=False))

    def on(self, words: str, changed: Mapping[str, Sequence[float]]) -> Change:
        """Give some quantities other samples, as many for each."""
        values: dict[str, Value] = {name: vector(tuple(column)) for name, column in changed.items()}
        length = len(next(iter(changed.values())))
        sizes = Named(dict.fromkeys(self.point.sizes, length))
        return Change(words, self.point, replace(self.point.on(values), sizes=sizes))

    def everywhere(self, words: str, change: Callable[[tuple[float, ...]], Sequence[float]]) -> Change:
        """Change the samples of every quantity."""
        return self.on(words, {name: change(column) for name, column in self.columns.items()})

    def with_other_data(self) -> list[Change]:
        """Change all samples of one quantity that is given, for each."""
        given = [name for name in self.others if name != self.made]
        return [self.on(f"with another {name}", {name: self.others[name]}) for name in given]

    def with_other_sample(self, words: str, k: int) -> Change:
        """Change the k-th sample of every quantity."""
        changed = {}
        for name, other in self.others.items():
            column = list(self.columns[name])
            column[k] = other[k]
            changed[name] = column
        return self.on(f"with another {words} sample", changed)

    def with_errors(self, words: str, factor: int) -> Change:
        """Move the target so that every error becomes `factor` times what it was."""
        pairs = zip(self.columns[self.made], self.columns[self.target], strict=True)
        return self.on(words, {self.target: [p - factor * (p - y) for p, y in pairs]})

    def with_other_parameters(self, names: Sequence[str]) -> list[Change]:
        """Double each parameter, and turn it negative."""
        changed = []
        for name in names:
            changed.append(self._with_parameter(f"with {name} doubled", name, 2))
            changed.append(self._with_parameter(f"with {name} turned negative", name, -1))
        return changed

    def _with_parameter(self, words: str, name: str, factor: float) -> Change:
        value = self.point.inputs[name]
        if isinstance(value, Array):
            raise TypeError(value)
        return Change(words, self.point, self.point.on({name: factor * value}))
