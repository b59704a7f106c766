"""The reports of a class as a collection, each read from the store when it is gone through."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from autograder.classes.store import Store
from autograder.facts.report import Report


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
