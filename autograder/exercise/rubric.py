"""The rubric: which items are marked, by which check, for how many points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.checks.case import Check
from autograder.facts.task import Task


class Item(NamedTuple):
    """One line of a rubric: a function, or training, and the oracle that is asked about it.

    An open item can be checked by students themselves, without an answer key.
    """

    function: str
    check: Check
    points: float
    open: bool = False

    @property
    def id(self) -> str:
        """Name the item by its function and its oracle."""
        return f"{self.function}/{self.check.__name__}"


class Rubric(NamedTuple):
    """What a `rubric.py` defines under the name `rubric`."""

    task: Task
    items: tuple[Item, ...]


def total_points(items: Sequence[Item]) -> float:
    """Add up the points of items."""
    return float(sum(item.points for item in items))
