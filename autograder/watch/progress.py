"""What passed before: which items got worse since, and which pass for the first time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from autograder.facts.report import ItemResult
from autograder.facts.verdict import EARNING


@dataclass(frozen=True, slots=True)
class Progress:
    """What is remembered of earlier saves, and what changed at the last one."""

    passed: Mapping[str, str] = field(default_factory=dict)
    """By item that passed at some save, the time of the last of these."""
    worse: tuple[ItemResult, ...] = ()
    """Items that passed before, and do not now."""
    better: tuple[ItemResult, ...] = ()
    """Items that pass now, and did not at the save before."""
    is_first: bool = True
    """Whether no save was checked yet: at the first, nothing got better."""

    def after(self, items: Sequence[ItemResult], clock: str) -> Progress:
        """Compare the items of a new save with what passed before; `clock` is its time.

        A file that cannot be run has no items: nothing is known of it to be worse.
        """
        if not items:
            return replace(self, better=())
        worse: list[ItemResult] = []
        better: list[ItemResult] = []
        passed = dict(self.passed)
        lost = {item.id for item in self.worse}
        for item in items:
            if item.verdict in EARNING:
                better += [item] if item.id not in passed or item.id in lost else []
                passed[item.id] = clock
            elif item.id in passed:
                worse.append(item)
        news = () if self.is_first else tuple(better)
        return Progress(passed, tuple(worse), news, is_first=False)
