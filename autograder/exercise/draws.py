"""Draw points until right code gives the same at each of them, however it rounds, or give up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from autograder.checks.probe import Probe
from autograder.numerics.points import Point

MOST_DRAWS = 10
"""Draws of a point at most."""
MODERATE_FROM = 2
"""The draw from which on parameters and data are not above their bounds."""
DECIDED_FROM = 4
"""The draw from which on equal numbers that are handed over do not count as a tie, as in a ReLU."""
NEXT_DRAW = 10_007
"""By how much the seeds of draws are apart: points of one draw use a few seeds on from its own."""


class Drawn(NamedTuple):
    """A point, and whether the key can do without it: not every formula has numbers far out."""

    point: Point
    may_be_left_out: bool = False


class ProbesAt(Protocol):
    """Tries points, each of which serves or does not."""

    def __call__(self, points: Sequence[Point], *, exact_ties: bool) -> Sequence[Tried]:
        """Try points."""


class UnsettledError(Exception):
    """Some point could not be used at any draw; the message says why."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The probes of one point by function, and what keeps it from being used."""

    probes: dict[str, Probe] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


class Settled(NamedTuple):
    """A point with a probe of every function; one that may be left out, with those that it has."""

    point: Point
    probes: Mapping[str, Probe]


def settled(
    draw: Callable[[int, bool], Sequence[Drawn]],
    probes_at: ProbesAt,
    seed: int,
) -> list[Settled]:
    """Draw points; one that cannot be used is replaced by that of the next draw in its place.

    Later draws are moderate, and still later ones decide between equal numbers that are handed over. A point
    that cannot be used at any draw may be left out: it serves the functions that have numbers there, as a
    sigmoid far out, where the loss has none.
    """
    usable: dict[int, Settled] = {}
    partial: dict[int, Settled] = {}
    troubles: list[str] = []
    for number in range(MOST_DRAWS):
        moderate = number >= MODERATE_FROM
        drawn = draw(seed + NEXT_DRAW * number, moderate)
        missing = [k for k in range(len(drawn)) if k not in usable]
        points = [drawn[k].point for k in missing]
        tried = probes_at(points, exact_ties=number < DECIDED_FROM)
        troubles = []
        for place, each in zip(missing, tried, strict=True):
            if not each.troubles:
                usable[place] = Settled(drawn[place].point, each.probes)
            elif not drawn[place].may_be_left_out:
                troubles += each.troubles
            elif each.probes:
                partial[place] = Settled(drawn[place].point, each.probes)
        if len(usable) == len(drawn) or (moderate and not troubles):
            places = partial | usable
            return [places[k] for k in sorted(places)]
    raise UnsettledError(f"at each of {MOST_DRAWS} draws of inputs, {troubles[0]}")
