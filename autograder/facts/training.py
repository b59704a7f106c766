"""The training run of an exercise, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from autograder.facts.calls import Named, Value

BEYOND = 1.5
"""How far the other start lies beyond the target, in distances of the first one."""


class Rate(NamedTuple):
    """A rate at which training shrinks the error: as of one weight and a quadratic loss."""

    share: float
    """By what the distance from the target is multiplied in each epoch."""
    target: float
    """Where training leads."""
    start: float

    @property
    def other_start(self) -> float:
        """Another start, beyond the target, from which the rate must be the same."""
        return self.target + BEYOND * (self.target - self.start)

    def after(self, epochs: int) -> float:
        """Return the parameter after some epochs."""
        return self.target + (self.start - self.target) * self.share**epochs


class Leads(NamedTuple):
    """Where training leads with right functions, as the reference's own training says."""

    waypoints: Mapping[int, Named[Value]]
    """The parameters after some numbers of epochs: the last one, and of the first ten, some or all."""
    rate: Rate | None = None
    """The rate, where training has one."""


class Training(NamedTuple):
    """The training run: each parameter moves by -lr times its derivative from `start`, `epochs` times."""

    start: Mapping[str, Value]
    data: Mapping[str, Value]
    lr: float
    epochs: int
    names: Mapping[str, str] = Named()
    """What stands in solution.py, by global names there; read when the reference has run."""
    leads: Leads | None = None
    """Derived from the reference: no author writes it."""
