"""Inputs that differ in one thing: what a function that failed is tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value, entrywise, vector
from autograder.facts.quantities import Quantities, Quantity, Real, Size, axes_of
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

COLUMNS = ((3.0, -2.0, 5.0, -7.0), (2.5, 11.0, -6.25, 4.0), (-1.5, 0.75, 8.0, 3.0))
"""Samples of the first point of each change: both signs, nothing a multiple of anything else."""
OTHERS = (
    (4.0, -9.0, 2.0, 6.0),
    (-3.5, 5.0, 1.25, -10.0),
    (6.5, -2.25, -4.0, 12.0),
    (-7.25, 3.75, 9.0, -5.0),
)
"""Samples to change the others into."""
FEATURES = 2
"""Numbers of a sample that is a row."""
Rows = tuple[tuple[float, ...], ...]
"""Samples, each a row of one number or of several."""
FIRST_PARAMETERS = (1.25, -0.75, 2.5)
"""Parameters of the first point of each change."""


class Change(NamedTuple):
    """Two points, and in words what is different at the second."""

    words: str
    before: Point
    after: Point

    def moves(self, name: str) -> bool:
        """Whether an input is another one at the second point."""
        return self.before.inputs[name] != self.after.inputs[name]


def first_point(quantities: Quantities) -> Point:
    """Make the point that changes start from, its quantities unlike each other."""
    inputs = {**_first_data(quantities), **_first_parameters(quantities)}
    sizes = _lengths(quantities, len(COLUMNS[0]))
    return Point(Named(inputs), sizes)


def _first_data(quantities: Quantities) -> dict[str, Value]:
    """Give each quantity columns of its own."""
    columns = iter(COLUMNS)
    data: dict[str, Value] = {}
    for name in quantities.data:
        axes = axes_of(quantities.arrays[name])
        taken = islice(columns, _width(quantities, name))
        data[name] = _of_columns(taken, axes)
    return data


def _first_parameters(quantities: Quantities) -> dict[str, Value]:
    """Give each parameter a number, or a vector that begins with it."""
    parameters: dict[str, Value] = {}
    for name, number in zip(quantities.parameters, FIRST_PARAMETERS, strict=False):
        axes = axes_of(quantities.arrays[name])
        array = vector((number, -2 * number))
        parameters[name] = array if axes else number
    return parameters


def _of_columns(columns: Iterable[tuple[float, ...]], axes: Sequence[Size]) -> Array:
    """Make an array of samples whose numbers stand in columns."""
    rows = zip(*columns, strict=True)
    return _of_rows(tuple(rows), axes)


def _lengths(quantities: Quantities, samples: int) -> Named[int]:
    """Return the lengths of all sizes, for a number of samples."""
    name = samples_name(quantities.sizes)
    return Named({each: samples if each == name else FEATURES for each in quantities.sizes})


def has_changes(quantities: Quantities) -> bool:
    """Whether an exercise is of samples that are numbers or rows of some, and parameters that fit them.

    The words for changes are about samples.
    """
    width = 0
    for name in quantities.data:
        if not _are_samples(quantities, quantities.arrays[name]):
            return False
        width += _width(quantities, name)
    return width <= len(COLUMNS) and _has_short_parameters(quantities)


def _has_short_parameters(quantities: Quantities) -> bool:
    """Whether parameters are few, and each is a number or a vector."""
    axes = [axes_of(quantities.arrays[name]) for name in quantities.parameters]
    return len(axes) <= len(FIRST_PARAMETERS) and all(len(each) <= 1 for each in axes)


def _are_samples(quantities: Quantities, quantity: Quantity) -> bool:
    """Whether a quantity is real samples that are single numbers, or rows of a named length."""
    if not isinstance(quantity, Real) or not 1 <= len(quantity.sizes) <= len(("samples", "features")):
        return False
    named = all(isinstance(size, str) for size in quantity.sizes)
    return named and quantity.sizes[0] == samples_name(quantities.sizes)


def _width(quantities: Quantities, name: str) -> int:
    """Count the numbers of a sample."""
    return FEATURES if len(axes_of(quantities.arrays[name])) > 1 else 1


def _of_rows(rows: Rows, axes: Sequence[Size]) -> Array:
    """Make an array of samples, each a row of one number or of several."""
    shape = (len(rows), *(len(rows[0]) for _ in axes[1:]))
    return Array("float64", shape, tuple(entry for row in rows for entry in row))


def changes(start: Point, quantities: Quantities, target: str, made: str) -> tuple[Change, ...]:
    """List changes of a complete point, the most telling first.

    `made` is what is compared with the data `target`; the difference of the two is called the error. Where
    something is said to grow, `made` goes on following from the data: some right functions compute it again.
    """
    first = _First(start, target, made, quantities)
    error = f"{made} - {target}"
    return (
        first.with_errors(f"where {made} = {target}", 0),
        *first.with_other_parameters(quantities.parameters),
        *first.with_other_data(),
        first.with_other_sample("last", -1),
        first.with_other_sample("first", 0),
        first.everywhere("with the samples in another order", lambda rows: (rows[-1], *rows[:-1])),
        first.everywhere("with every sample there twice", lambda rows: rows + rows),
        first.with_errors(f"with every error {error} doubled", 2),
        first.with_errors(f"with every error {error} turned around", -1),
        first.everywhere("with all data doubled", _doubled),
    )


def _doubled(rows: Rows) -> Rows:
    return tuple(tuple(2 * entry for entry in row) for row in rows)


class _First(NamedTuple):
    """The point that changes start from."""

    point: Point
    target: str
    made: str

    quantities: Quantities

    @property
    def samples(self) -> dict[str, Rows]:
        """The samples of each quantity that has some, as rows of one number or of several."""
        inputs = self.point.inputs.items()
        arrays = {name: value for name, value in inputs if isinstance(value, Array)}
        return {
            name: _rows_of(array) for name, array in arrays.items() if name not in self.quantities.parameters
        }

    @property
    def others(self) -> dict[str, Rows]:
        """Samples to change those into."""
        columns = iter(OTHERS)
        return {
            name: tuple(zip(*islice(columns, len(rows[0])), strict=True))
            for name, rows in self.samples.items()
        }

    def on(self, words: str, changed: Mapping[str, Rows]) -> Change:
        """Give some quantities other samples, as many for each."""
        values: dict[str, Value] = {}
        for name, rows in changed.items():
            array = self.point.inputs[name]
            axes = array.shape if isinstance(array, Array) else ()
            values[name] = _of_rows(rows, axes)
        rows, *_ = changed.values()
        sizes = _lengths(self.quantities, len(rows))
        after = self.point.on(values)._replace(sizes=sizes)
        return Change(words, self.point, after)

    def everywhere(self, words: str, change: Callable[[Rows], Rows]) -> Change:
        """Change the samples of every quantity."""
        return self.on(words, {name: change(rows) for name, rows in self.samples.items()})

    def with_other_data(self) -> list[Change]:
        """Change all samples of one quantity that is given, for each."""
        given = [name for name in self.others if name != self.made]
        return [self.on(f"with another {name}", {name: self.others[name]}) for name in given]

    def with_other_sample(self, words: str, k: int) -> Change:
        """Change the k-th sample of every quantity."""
        changed: dict[str, Rows] = {}
        for name, other in self.others.items():
            rows = list(self.samples[name])
            rows[k] = other[k]
            changed[name] = tuple(rows)
        return self.on(f"with another {words} sample", changed)

    def with_errors(self, words: str, factor: int) -> Change:
        """Move the target so that every error becomes `factor` times what it was."""
        pairs = zip(self.samples[self.made], self.samples[self.target], strict=True)
        return self.on(words, {self.target: tuple((p - factor * (p - y),) for (p,), (y,) in pairs)})

    def with_other_parameters(self, names: Sequence[str]) -> list[Change]:
        """Double each parameter, and turn it negative."""
        changed = []
        for name in names:
            changed.append(self._with_parameter(f"with {name} doubled", name, 2))
            changed.append(self._with_parameter(f"with {name} turned negative", name, -1))
        return changed

    def _with_parameter(self, words: str, name: str, factor: float) -> Change:
        """Multiply a parameter."""
        moved = entrywise(self.point.inputs[name], lambda entry: factor * entry)
        return Change(words, self.point, self.point.on({name: moved}))


def _rows_of(array: Array) -> Rows:
    """Take an array of samples apart."""
    width = len(array.values) // array.shape[0]
    starts = range(0, len(array.values), width)
    return tuple(array.values[k : k + width] for k in starts)
