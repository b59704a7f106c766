"""Inputs that fulfil a condition, under which a function that is wrong elsewhere may be right."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value, entrywise
from autograder.facts.quantities import Labels, Quantities, Real
from autograder.numerics.draws import Draw, entries_of
from autograder.numerics.pairs import Pair
from autograder.numerics.points import Point
from autograder.numerics.sizes import samples_name

NUMBERS_OF_SAMPLES = (5, 6)
"""N of the two points, unlike every other length: an axis that is as long is one of samples."""
OTHER_LENGTHS = (2, 3, 4)
"""Lengths of the other sizes, in this order at one point and in reverse at the next."""
SMALL = 1 / 8
"""By what the numbers of the second point are multiplied."""
MIRRORED = 3
"""Points of size 1 and their mirror images. At two points, a single number of one sign is often right."""
SEED = 20
"""Of all conditions: what is right under one is seen by its own points, and no closed probe is among them."""


class Condition(NamedTuple):
    """What is true of some points, in words that follow `right`."""

    words: str
    points: tuple[Point, ...]


def any_points(quantities: Quantities, *, again: int = 0) -> tuple[Point, ...]:
    """Draw two points that fulfil no condition, the second with small numbers: a bend near 0 shows there.

    Drawn `again`, they have the same sizes and other values each time.
    """
    rng = random.Random(SEED + again)  # noqa: S311 - reproducible, and nothing is marked by these points
    large, small = (_drawn(rng, quantities, number, {}) for number in range(len(NUMBERS_OF_SAMPLES)))
    return large, _times(quantities, small, SMALL)


def single_points(quantities: Quantities, size: str) -> tuple[Point, ...]:
    """Draw points at which one size is 1; each has its mirror image, as what is right for one sign may be."""
    rng = random.Random(SEED)  # noqa: S311 - as above
    points: list[Point] = []
    for number in range(MIRRORED):
        point = _drawn(rng, quantities, number, {size: 1})
        points += [point, _times(quantities, point, -1.0)]
    return tuple(points)


def _drawn(rng: random.Random, quantities: Quantities, number: int, lengths: Mapping[str, int]) -> Point:
    sizes = Named({**_sizes(quantities, number), **lengths})
    draw = Draw(rng, sizes, number)
    arrays = quantities.arrays.items()
    return Point(Named({name: draw.value(each, entries_of) for name, each in arrays}), sizes)


def _times(quantities: Quantities, point: Point, factor: float) -> Point:
    """Multiply all real numbers."""
    real = [name for name in point.inputs if _is_real(quantities, name)]
    return point.times(factor, real)


def _sizes(quantities: Quantities, number: int) -> dict[str, int]:
    """Return the lengths of all sizes at the point of a number."""
    samples = samples_name(quantities.sizes)
    ordered = OTHER_LENGTHS[::-1] if number % 2 else OTHER_LENGTHS
    others = cycle(ordered)
    count = NUMBERS_OF_SAMPLES[number % len(NUMBERS_OF_SAMPLES)]
    sizes: dict[str, int] = {}
    for name in quantities.sizes:
        sizes[name] = count if name == samples else next(others)
    return sizes


def conditions(quantities: Quantities, points: Sequence[Point]) -> Iterator[Condition]:
    """List conditions, the most telling first; `points` are complete ones that fulfil none.

    What functions make of the inputs stays as it is where an input is changed. A function that makes it
    again is then right under fewer conditions, and what is said of it stays true.
    """
    real = [name for name in points[0].inputs if _is_real(quantities, name)]
    data = [name for name in real if name not in quantities.parameters]
    for name in real:
        yield _without_sign(name, "negative", points)
    for name in data:
        yield _without_sign(name, "positive", points)
    for name, quantity in quantities.arrays.items():
        if isinstance(quantity, Labels) and not quantity.one_hot:
            yield from _of_one_class(name, points)
    yield Condition("where all samples are alike", tuple(map(_of_like_samples, points)))
    for name in quantities.parameters:
        yield _where_zero(name, points)
    yield Condition("where no number is negative", tuple(_unsigned(point, real) for point in points))


def errors_of_one_sign(pair: Pair, points: Sequence[Point]) -> Iterator[Condition]:
    """List conditions on the errors of predictions."""
    for sign, words in ((1.0, "positive"), (-1.0, "negative")):
        moved = tuple(_with_errors(point, pair, sign) for point in points)
        yield Condition(f"where every {pair.made} - {pair.target} is {words}", moved)


def _with_errors(point: Point, pair: Pair, sign: float) -> Point:
    errors = [sign * abs(error) for error in pair.errors(point)]
    return pair.with_errors(point, errors)


def _is_real(quantities: Quantities, name: str) -> bool:
    """Whether an input is drawn as real numbers, or made of others."""
    return isinstance(quantities.arrays.get(name, Real()), Real)


def _without_sign(name: str, sign: str, points: Sequence[Point]) -> Condition:
    """Give every entry of an input the other sign."""
    factor = 1.0 if sign == "negative" else -1.0
    is_array = isinstance(points[0].inputs[name], Array)
    words = f"where no entry of {name} is {sign}" if is_array else f"where {name} is not {sign}"
    return Condition(words, tuple(_with_sign(point, name, factor) for point in points))


def _where_zero(name: str, points: Sequence[Point]) -> Condition:
    return Condition(f"where {name} is 0", tuple(point.times(0.0, [name]) for point in points))


def _with_sign(point: Point, name: str, factor: float) -> Point:
    return point.on({name: entrywise(point.inputs[name], lambda entry: factor * abs(entry))})


def _unsigned(point: Point, names: Sequence[str]) -> Point:
    return point.on({name: entrywise(point.inputs[name], abs) for name in names})


def _of_one_class(name: str, points: Sequence[Point]) -> Iterator[Condition]:
    """Give every sample the same label."""
    for label in (0.0, 1.0):
        alike = tuple(_of_label(point, name, label) for point in points)
        yield Condition(f"where every {name} is {label:g}", alike)


def _of_label(point: Point, name: str, label: float) -> Point:
    return point.on({name: entrywise(point.inputs[name], lambda entry: type(entry)(label))})


def _of_like_samples(point: Point) -> Point:
    """Put the first sample in the place of every other one."""
    return point.on({name: _of_like_rows(value, point.n) for name, value in point.inputs.items()})


def _of_like_rows(value: Value, samples: int) -> Value:
    if not isinstance(value, Array) or value.shape[:1] != (samples,):
        return value
    width = len(value.values) // samples
    return value._replace(values=value.values[:width] * samples)
