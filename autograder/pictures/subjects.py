"""What a picture is drawn from: values that functions returned, and slopes they should have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Touch(NamedTuple):
    """The loss at one place of a line, with the gradient along it there and the slope of that loss."""

    w: float
    loss: float
    gradient: float | None  # None where no finite number came back
    instead: str  # what came back then, in words
    slope: float | None  # None where it is unknown
    tangent: bool | None  # whether the gradient is the slope; None where that is unknown


class Slopes(NamedTuple):
    """A submission's loss along a line through one parameter, touched by its gradient at a few places."""

    parameter: str
    objective: str
    gradient: str
    """The function that returns the derivative; if it returns several, the derivative's own name."""
    curve: tuple[tuple[float, float | None], ...]  # (place, loss) from left to right; None: no number
    touches: tuple[Touch, ...]
    others: tuple[str, ...] = ()
    """The other parameters, which stay where training with right functions ends."""
    is_way: bool = False
    """Whether the parameter is an array: places are shares of its way from start to end of training."""


class Descent(NamedTuple):
    """The parameter before training and after each epoch, and the path that it should take."""

    parameter: str
    path: tuple[float, ...]  # until it leaves the numbers that can be drawn
    expected: tuple[float, ...]
    target: float


class Trail(NamedTuple):
    """A number before training and after each epoch, and what it is with right functions, where known."""

    name: str
    path: tuple[float, ...]  # until it leaves the numbers that can be drawn
    known: Mapping[int, float]  # by number of epochs


class Course(NamedTuple):
    """What training does to one parameter: to its numbers, or to a long array's distance from the end."""

    parameter: str
    trails: tuple[Trail, ...]
    is_close: bool  # whether it looks like that of right functions wherever that is known
