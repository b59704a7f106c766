"""Simple inputs, and inputs that differ in one thing: what a function that failed is tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from autograder.facts.calls import Array, vector
from autograder.numerics.points import Point

ENTRIES = ((1.0,), (2.0,), (-1.0,), (0.0,))
PAIRS = ((1.0, 2.0), (2.0, 1.0), (1.0, -1.0), (0.0, 1.0), (-1.0, 2.0), (1.0, 1.0), (-2.0, -1.0))
"""What a person computes with first, N = 1 and N = 2."""
PARAMETERS = (1.0, 2.0, -1.0, 0.0)
SIMPLEST = 16
"""Points of each size: enough to show nearly all mistakes, few enough to cost little."""
COLUMNS = ((3.0, -2.0, 5.0, -7.0), (2.5, 11.0, -6.25, 4.0), (-1.5, 0.75, 8.0, 3.0))
"""Samples of the first point of each change: both signs, nothing a multiple of anything else."""
OTHERS = ((4.0, -9.0, 2.0, 6.0), (-3.5, 5.0, 1.25, -10.0), (6.5, -2.25, -4.0, 12.0))
"""Samples to change the others into."""
PARAMETER = 1.25


@dataclass(frozen=True, slots=True)
class Change:
    """Two points, and in words what is different at the second."""

    words: str
    before: Point
    after: Point


def simple_points(names: Sequence[str]) -> tuple[Point, ...]:
    """List the simplest points for arrays of these names, the simplest first."""
    points: list[Point] = []
    for choice in (ENTRIES, PAIRS):
        indices = product(range(len(PARAMETERS)), *[range(len(choice)) for _ in names])
        simplest = sorted(indices, key=lambda found: (sum(found), found))[:SIMPLEST]
        points += [
            Point(PARAMETERS[w], _data(names, [choice[k] for k in entries]), len(choice[0]))
            for w, *entries in simplest
        ]
    return tuple(points)


def first_point(names: Sequence[str]) -> Point:
    """Make the point that changes start from, its quantities unlike each other."""
    return Point(PARAMETER, _data(names, COLUMNS), len(COLUMNS[0]))


def changes(start: Point, parameter: str, target: str, made: str) -> tuple[Change, ...]:
    """List changes of a complete point, the most telling first.

    `made` is what is compared with the data `target`; the difference of the two is called the error. Where
    something is said to grow, `made` goes on following from the data: some right functions compute it anew.
    """

    def where(words: str, columns: Mapping[str, Sequence[float]]) -> Change:
        data = {**start.data, **{name: vector(tuple(column)) for name, column in columns.items()}}
        return Change(words, start, Point(start.parameter, data, len(next(iter(data.values())).values)))

    def everywhere(words: str, change: Callable[[tuple[float, ...]], Sequence[float]]) -> Change:
        return where(words, {name: change(array.values) for name, array in start.data.items()})

    pairs = list(zip(start.data[made].values, start.data[target].values, strict=True))
    errors = {k: [p - k * (p - y) for p, y in pairs] for k in (0, 2, -1)}
    columns = [(name, start.data[name].values, o) for name, o in zip(start.data, OTHERS, strict=False)]
    others = [where(f"with another {name}", {name: other}) for name, _, other in columns if name != made]
    return (
        where(f"where {made} = {target}", {target: errors[0]}),
        Change(f"with {parameter} doubled", start, replace(start, parameter=2 * PARAMETER)),
        Change(f"with {parameter} turned negative", start, replace(start, parameter=-PARAMETER)),
        *others,
        where("with another last sample", {name: (*v[:-1], o[-1]) for name, v, o in columns}),
        where("with another first sample", {name: (o[0], *v[1:]) for name, v, o in columns}),
        everywhere("with the samples in another order", lambda v: (v[-1], *v[:-1])),
        everywhere("with every sample there twice", lambda v: v + v),
        where(f"with every error {made} - {target} doubled", {target: errors[2]}),
        where(f"with every error {made} - {target} turned around", {target: errors[-1]}),
        everywhere("with all data doubled", lambda v: [2 * entry for entry in v]),
    )


def _data(names: Iterable[str], columns: Iterable[tuple[float, ...]]) -> Mapping[str, Array]:
    return {name: vector(column) for name, column in zip(names, columns, strict=False)}
