"""Draw the value of one quantity: its shape from the named sizes, its entries in a way that is given."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value
from autograder.facts.quantities import Fixed, Labels, Quantity, Real, Size

Entries = Callable[[random.Random, Real, int], list[float]]
"""Draws so many entries of real numbers, those of one column."""


def entries_of(rng: random.Random, real: Real, n: int) -> list[float]:
    """Draw any numbers below the bound."""
    return [rng.uniform(-real.below, real.below) for _ in range(n)]


class Draw(NamedTuple):
    """What the values of one point are drawn with; its number says which value of a fixed one is taken."""

    rng: random.Random
    sizes: Named[int]
    number: int

    def value(self, quantity: Quantity, entries: Entries) -> Value:
        """Draw a value."""
        match quantity:
            case Fixed():
                return quantity.values[self.number % len(quantity.values)]
            case Labels():
                return self._labels(quantity)
            case Real():
                return self._real(quantity, entries)

    def shape(self, sizes: Sequence[Size]) -> tuple[int, ...]:
        """Give sizes their lengths."""
        return tuple(size if isinstance(size, int) else self.sizes[size] for size in sizes)

    def _real(self, real: Real, entries: Entries) -> Value:
        """Draw real numbers, column by column: what holds for the entries of a vector holds for each."""
        if not real.sizes:
            (number,) = entries(self.rng, real, 1)
            return number
        shape = self.shape(real.sizes)
        length, *others = shape
        columns = [entries(self.rng, real, length) for _ in range(math.prod(others))]
        rows = zip(*columns, strict=True)
        return Array("float64", shape, tuple(chain.from_iterable(rows)))

    def _labels(self, labels: Labels) -> Value:
        """Draw labels: every class occurs if there are as many samples, and two samples are not alike."""
        shape = self.shape(labels.sizes)
        (classes,) = self.shape((labels.classes,))
        drawn = self._classes(math.prod(shape), classes)
        if labels.one_hot:
            rows = tuple(float(k == label) for label in drawn for k in range(classes))
            return Array("float64", (*shape, classes), rows)
        if labels.real:
            return Array("float64", shape, tuple(map(float, drawn)))
        return Array("int64", shape, tuple(drawn))

    def _classes(self, n: int, classes: int) -> list[int]:
        order = self.rng.sample(range(classes), classes)
        drawn = [*order, *self.rng.choices(range(classes), k=max(n - classes, 0))][:n]
        self.rng.shuffle(drawn)
        return drawn
