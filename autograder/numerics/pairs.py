"""A prediction and real data of its shape, which an objective compares entry by entry."""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

from autograder.facts.calls import Array
from autograder.numerics.observations import exact
from autograder.numerics.points import Point


class Pair(NamedTuple):
    """The names of both; the error is the difference, made - target."""

    made: str
    target: str

    def errors(self, point: Point) -> list[float]:
        """Subtract the target from the prediction, entry by entry."""
        made, target = _values(point, self.made), _values(point, self.target)
        return list(map(sub, made, target))

    def with_errors(self, point: Point, errors: Sequence[float]) -> Point:
        """Move the target so that the errors are these."""
        target = exact(point.inputs[self.target])
        moved = map(sub, _values(point, self.made), errors)
        return point.on({self.target: Array("float64", target.shape, tuple(moved))})


def _values(point: Point, name: str) -> list[float]:
    return [entry.value for entry in exact(point.inputs[name]).entries]
