"""The open part of an exercise: what a student may know, and all that `check` needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from autograder.facts.calls import Array, Call


@dataclass(frozen=True, slots=True)
class Function:
    """A function students write; an argument named like another's result is that result."""

    name: str
    arguments: tuple[str, ...]
    returns: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a quantity's exact points are drawn: multiples of `step` smaller than `below`."""

    step: float
    below: float


@dataclass(frozen=True, slots=True)
class Example:
    """A call printed in the task with its result."""

    call: Call
    expected: Array | None = None  # None until the reference has computed it
    error: tuple[float, ...] = ()  # e of each entry: right code is within 4 u e of it
    exact: bool = False  # whether right code does not round there at all


@dataclass(frozen=True, slots=True)
class Training:
    """The training run: w -= lr * gradient from `start`, `epochs` times."""

    start: float
    lr: float
    epochs: int
    target: float
    within: float  # how near the target counts as reached after all epochs
    rate: float  # factor by which |w - target| shrinks in each epoch
    other_start: float  # the rate is measured from here as well


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise as students see it: functions, data, printed examples, training run."""

    title: str
    file: str
    parameter: str
    functions: tuple[Function, ...]
    objective: str  # the function to be minimised
    gradient: str  # the function that should be its slope in the parameter
    grids: Mapping[str, Grid]
    data: Mapping[str, Array]
    training: Training
    examples: tuple[Example, ...]
    printed: Mapping[str, Call | None] = field(default_factory=dict)
    """What the lesson prints, by name; with the call that gives it, where one does."""
    name: str = ""  # the folder's name, filled in when it is read

    def function(self, name: str) -> Function:
        """Find a function by name; KeyError if there is none."""
        for function in self.functions:
            if function.name == name:
                return function
        raise KeyError(name)

    def below_the_loss(self, called: Collection[str]) -> tuple[str, ...]:
        """List those of some functions that are the loss, or make what it compares."""
        makers = (self.maker(name) for name in self.function(self.objective).arguments)
        names = (*(maker.name for maker in makers if maker is not None), self.objective)
        return tuple(name for name in names if name in called)

    def maker(self, quantity: str) -> Function | None:
        """Find the function whose result is the quantity; None for data and the parameter."""
        return next((f for f in self.functions if f.returns == quantity), None)
