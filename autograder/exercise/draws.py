"""Draw points until right code gives the same at each of them, however it rounds, or give up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from autograder.checks.case import Probe
from autograder.numerics.points import Point

DRAWS = 10
"""Draws of a point at most."""
NEXT_DRAW = 10_007
"""By how much the seeds of draws are apart: points of one draw use a few seeds on from its own."""


class UnsettledError(Exception):
    """Some point could not be used at any draw; the message says why."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The probes of one point by function, and what keeps it from being used."""

    probes: dict[str, Probe] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Settled:
    """A point with a probe of every function."""

    point: Point
    probes: Mapping[str, Probe]


def settled(
    draw: Callable[[int], Sequence[Point]], probes_at: Callable[[Sequence[Point]], Sequence[Tried]], seed: int
) -> list[Settled]:
    """Draw points; one that cannot be used is replaced by that of the next draw in its place."""
    found: dict[int, Settled] = {}
    troubles: list[str] = []
    for number in range(DRAWS):
        points = draw(seed + NEXT_DRAW * number)
        places = [k for k in range(len(points)) if k not in found]
        troubles = []
        for place, tried in zip(places, probes_at([points[k] for k in places]), strict=True):
            troubles += tried.troubles
            if not tried.troubles:
                found[place] = Settled(points[place], tried.probes)
        if not troubles:
            return [found[k] for k in range(len(points))]
    raise UnsettledError(f"at each of {DRAWS} draws of inputs, {troubles[0]}")
