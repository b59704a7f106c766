"""The reports of a class, read once for all that show them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from autograder.classes.store import Store
from autograder.facts.report import Report

MOST_HELD = 1_000
"""Reports that are held in memory, where each takes 2.5 kB."""


def reports_in(store: Store) -> Collection[Report]:
    """Read the reports of a class, once; those of a large one are read each time they are gone through."""
    stored = Stored(store)
    return stored if len(stored) > MOST_HELD else tuple(stored)


@dataclass(frozen=True, slots=True)
class Stored(Collection[Report]):
    """The reports of a class, read from the store each time they are gone through, by student."""

    store: Store

    def __iter__(self) -> Iterator[Report]:
        return self.store.reports()

    def __len__(self) -> int:
        return self.store.count("roster JOIN reports USING (student)")

    def __contains__(self, report: object) -> bool:
        return any(report == other for other in self)
