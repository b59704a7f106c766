"""The quantities of an exercise: arrays of a shape with named sizes, and how their entries are drawn."""

from __future__ import annotations

from dataclasses import dataclass

Size = str | int
"""The length of an axis: a name, whose value differs from point to point, or a number."""


@dataclass(frozen=True, slots=True)
class Real:
    """Real numbers; without sizes, one number.

    Entries are multiples of `step` below `below`, of both signs, where arithmetic may be exact, and any
    numbers below `below` elsewhere.
    """

    sizes: tuple[Size, ...] = ()
    step: float = 0.25
    below: float = 4.0


@dataclass(frozen=True, slots=True)
class Labels:
    """Class labels 0, 1, ... below `classes`: whole numbers, or one-hot rows with a further axis.

    Every class occurs where there are as many samples, and they are not all alike. `real` labels are
    floats, as targets of a logistic regression often are.
    """

    sizes: tuple[Size, ...]
    classes: Size
    one_hot: bool = False
    real: bool = False

    @property
    def axes(self) -> tuple[Size, ...]:
        """The sizes of the array that is handed over."""
        return (*self.sizes, self.classes) if self.one_hot else self.sizes


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number that the task gives, such as a penalty; several values, as one could be hard-coded."""

    values: tuple[float, ...]


Quantity = Real | Labels | Fixed
