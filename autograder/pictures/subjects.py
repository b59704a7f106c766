"""What a picture is drawn from: values that functions returned, and slopes they should have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Touch:
    """The loss at one parameter, with the gradient there and the slope of that loss."""

    w: float
    loss: float
    gradient: float | None  # None where no finite number came back
    instead: str  # what came back then, in words
    slope: float | None  # None where it cannot be told
    tangent: bool | None  # whether the gradient is the slope; None where that cannot be told


@dataclass(frozen=True, slots=True)
class Slopes:
    """A submission's loss over the parameter, touched by its gradient at a few places."""

    parameter: str
    objective: str
    gradient: str
    curve: tuple[tuple[float, float | None], ...]  # (parameter, loss) from left to right; None: no number
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """The parameter before training and after each epoch, and the path that it should take."""

    parameter: str
    path: tuple[float, ...]  # until it leaves the numbers that can be drawn
    expected: tuple[float, ...]
    target: float
