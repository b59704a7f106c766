"""The rubric: which items are marked, by which check, for how many points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.checks.case import Check
from autograder.facts.task import Task


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a rubric.

    `id` is function/oracle; `needs` are the functions the check calls besides; an open item can
    be checked by students themselves, without an answer key.
    """

    id: str
    check: Check
    points: float
    needs: tuple[str, ...] = ()
    open: bool = False

    @property
    def function(self) -> str:
        """The function, or training, that the item is about."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Rubric:
    """What a `rubric.py` defines under the name `rubric`."""

    task: Task
    items: tuple[Item, ...]


def total_points(items: Sequence[Item]) -> float:
    """Add up the points of items."""
    return float(sum(item.points for item in items))
