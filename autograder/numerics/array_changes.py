"""Points that differ in one thing, for quantities of any shape; experiments have those of a column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from autograder.facts.calls import Array, Value
from autograder.numerics.experiments import Change
from autograder.numerics.observations import exact
from autograder.numerics.pairs import Pair
from autograder.numerics.parts import Part, parts
from autograder.numerics.points import Point

Rows = tuple[Part, ...]
"""Samples."""


def array_changes(
    start: Point, others: Sequence[Point], real: Sequence[str], pair: Pair | None
) -> Iterator[Change]:
    """List changes of a complete point, the most telling first.

    `others` have the same sizes and other values of all inputs, each of which makes a change of the same
    words: a step stays the same from one value to another, by chance. `real` names the real numbers.
    """
    if pair is not None:
        yield _with_errors(start, pair, f"where {pair.made} = {pair.target}", 0.0)
    for name in start.inputs:
        for other in others:
            yield Change(f"with another {name}", start, start.on({name: other.inputs[name]}))
    for name in real:
        yield Change(f"with -{name} in the place of {name}", start, start.times(-1.0, [name]))
        yield Change(f"with {name} doubled", start, start.times(2.0, [name]))
    yield _with_rows(start, "with the samples in another order", _turned)
    yield _with_rows(start, "with every sample there twice", _twice)
    if pair is not None:
        error = f"every error {pair.made} - {pair.target}"
        yield _with_errors(start, pair, f"with {error} doubled", 2.0)
        yield _with_errors(start, pair, f"with {error} turned around", -1.0)


def _turned(rows: Rows) -> Rows:
    *first, last = rows
    return (last, *first)


def _twice(rows: Rows) -> Rows:
    return rows + rows


def _with_errors(start: Point, pair: Pair, words: str, factor: float) -> Change:
    """Multiply every error."""
    errors = [factor * error for error in pair.errors(start)]
    return Change(words, start, pair.with_errors(start, errors))


def _with_rows(start: Point, words: str, change: Callable[[Rows], Rows]) -> Change:
    """Change the samples of every input that has some."""
    after: dict[str, Value] = {}
    for name, value in start.inputs.items():
        after[name] = _changed_rows(value, start.n, change)
    return Change(words, start, start.on(after))


def _changed_rows(value: Value, samples: int, change: Callable[[Rows], Rows]) -> Value:
    """Change the rows of an array that has one for each sample."""
    if not isinstance(value, Array) or not value.shape:
        return value
    length, *others = value.shape
    if length != samples:
        return value
    rows = change(tuple(parts(exact(value), 0)))
    values: list[float] = []
    for row in rows:
        values += [entry.value for entry in row]
    shape = (len(rows), *others)
    return value._replace(shape=shape, values=tuple(values))
