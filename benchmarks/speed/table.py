"""The figures as text: medians over the rounds; ratios within a round, then their median."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graded import Graded
from measure import Cost

Taken = Mapping[str, Sequence[Graded]]
"""What each thing took, round by round; what failed is not there."""
NOT_RUN = "not run"
MB = 2**20
PRECISE = 10
"""Ratios below are shown to two places."""


@dataclass(frozen=True)
class Row:
    """One line of the comparison: a thing that was run, and what of this kit it is compared with."""

    name: str
    title: str
    ours: str


@dataclass(frozen=True)
class Fact:
    """A figure beside its target, if it has one; no value where something that it needs was not run."""

    title: str
    value: float | None
    target: str = ""


def typical(taken: Taken, name: str) -> Cost | None:
    """Take the medians of what a thing took; None where it was not run."""
    costs = [graded.cost for graded in taken.get(name, ())]
    if not costs:
        return None
    wall = statistics.median(cost.wall for cost in costs)
    cpu = statistics.median(cost.cpu for cost in costs)
    memory = statistics.median_high(cost.memory for cost in costs)
    return Cost(wall, cpu, memory, statistics.median_high(cost.of_child for cost in costs))


def times(taken: Taken, name: str, over: str, of: str = "cpu") -> float | None:
    """Return how many times as much one thing takes as another; None where that is not known."""
    rounds = zip(taken.get(name, ()), taken.get(over, ()), strict=False)
    pairs = [(getattr(one.cost, of), getattr(other.cost, of)) for one, other in rounds]
    ratios = [one / other for one, other in pairs if other]
    return statistics.median(ratios) if ratios else None


def grown(taken: Taken, sizes: Mapping[str, int]) -> float | None:
    """Return what one more submission takes in a large class over what it takes in a middling one.

    The smallest of the three is taken off both: a start that large classes share would hide what grows.
    """
    (_, few), (_, some), (_, many) = sizes.items()
    ratios = []
    for graded in zip(*(taken.get(name, ()) for name in sizes), strict=False):
        small, middling, large = (one.cost.cpu for one in graded)
        ratios.append((large - small) / (many - few) / ((middling - small) / (some - few)))
    return statistics.median(ratios) if ratios else None


def comparison(taken: Taken, rows: Sequence[Row], count: int) -> Iterator[str]:
    """Write what one submission takes in each grader."""
    heads = (f"{count} submissions, milliseconds of one", "wall", "CPU", "times ours", "full marks")
    yield "{:<50}{:>9}{:>9}{:>12}{:>12}".format(*heads)
    for row in rows:
        cost, ratio = typical(taken, row.name), times(taken, row.name, row.ours)
        if cost is None:
            yield f"{row.title:<50}{NOT_RUN:>9}"
            continue
        full = taken[row.name][-1].full
        told = ("" if ratio is None else short(ratio), "" if full is None else f"{full} of {count}")
        line = "{:<50}{:>9.1f}{:>9.1f}{:>12}{:>12}"
        yield line.format(row.title, cost.wall * 1e3, cost.cpu * 1e3, *told).rstrip()


def classes(taken: Taken, sizes: Mapping[str, int], jobs: int) -> Iterator[str]:
    """Write what whole classes take."""
    heads = (
        f"autograder grade -o OUT --jobs {jobs}",
        "seconds",
        "a second",
        "CPU ms each",
        "judge MB",
        "worker MB",
    )
    yield "{:<32}{:>9}{:>11}{:>14}{:>11}{:>12}".format(*heads)
    for name, size in sizes.items():
        cost = typical(taken, name)
        if cost is None:
            yield f"{name:<32}{NOT_RUN:>9}"
            continue
        row = (cost.wall, size / cost.wall, cost.cpu / size * 1e3, cost.memory / MB, cost.of_child / MB)
        yield "{:<32}{:>9.2f}{:>11.0f}{:>14.2f}{:>11.1f}{:>12.1f}".format(name, *row)


def facts(found: Sequence[Fact]) -> Iterator[str]:
    """Write figures beside their targets."""
    yield f"{'':<62}{'measured':>9}   target"
    for fact in found:
        value = NOT_RUN if fact.value is None else short(fact.value)
        yield f"{fact.title:<62}{value:>9}   {fact.target}".rstrip()


def short(value: float) -> str:
    """Write a number with as many places as it is good for."""
    return f"{value:.2f}" if value < PRECISE else f"{value:.1f}"
