"""Draw the quantities of a run again, with other lengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.kinds import FIXED, LABELS, ONE_HOT, Kind
from autograder.authoring.inference.values import Value, Values, is_whole, shape_of

CLASSES = -1
"""The place of the number of classes, beside the places of axes."""


class Axis(NamedTuple):
    """One axis of a quantity, or the number of its classes."""

    quantity: str
    place: int


class Drawing(NamedTuple):
    """The values of a run, and what they are."""

    values: Values
    kinds: Mapping[str, Kind]

    def with_lengths(self, lengths: Mapping[Axis, int]) -> dict[str, Value]:
        """Give axes other lengths; what has none of them keeps its value."""
        rng = np.random.default_rng(0)
        values = dict(self.values)
        for name, value in self.values.items():
            kind = self.kinds[name]
            shape = list(shape_of(value))
            for place, length in enumerate(shape):
                shape[place] = lengths.get(Axis(name, place), length)
            classes = lengths.get(Axis(name, CLASSES), kind.classes)
            if tuple(shape) != shape_of(value) or classes != kind.classes:
                values[name] = _drawn(rng, value, kind._replace(classes=classes), shape)
        return values


def _drawn(rng: np.random.Generator, like: Value, kind: Kind, shape: Sequence[int]) -> Value:
    """Draw a value of a kind; numbers that all lie between 0 and 1 in the run do so here."""
    dtype = np.asarray(like).dtype
    if kind.name == FIXED:
        return like
    if kind.name == LABELS:
        labels = np.arange(int(np.prod(shape))) % kind.classes
        return labels.reshape(shape).astype(dtype)
    if kind.name == ONE_HOT:
        rows = np.arange(shape[0]) % shape[1]
        return np.eye(shape[1], dtype=dtype)[rows]
    low, high = (0.2, 0.8) if _are_shares(like) else (-1.0, 1.0)
    return rng.uniform(low, high, shape)


def _are_shares(value: Value) -> bool:
    """Whether numbers all lie between 0 and 1, as probabilities do, and are not whole."""
    return not is_whole(value) and bool(np.all(value > 0)) and bool(np.all(value < 1))
