"""The quantities of an exercise: arrays of a shape with named sizes, and how their entries are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Value

Size = str | int
"""The length of an axis: a name, whose value differs from point to point, or a number."""
LARGEST_DATA = 2.0**30
"""Data, and what is trained, stay below: their squares are far from where float32 ends."""


class Real(NamedTuple):
    """Real numbers; without sizes, one number.

    Entries are multiples of `step` below `below`, of both signs, where arithmetic may be exact, and any
    numbers below `below` elsewhere.
    """

    sizes: tuple[Size, ...] = ()
    step: float = 0.25
    below: float = 4.0


class Labels(NamedTuple):
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


class Fixed(NamedTuple):
    """A number that the task gives, such as a penalty; several values, as one could be hard-coded."""

    values: tuple[float, ...]


Quantity = Real | Labels | Fixed


def axes_of(quantity: Quantity) -> tuple[Size, ...]:
    """List the sizes of a quantity, axis by axis."""
    match quantity:
        case Labels():
            return quantity.axes
        case Fixed():
            return ()
        case Real():
            return quantity.sizes


class Quantities(NamedTuple):
    """All quantities of an exercise that are drawn, and which of them are trained."""

    arrays: Named[Quantity]
    parameters: tuple[str, ...]

    @property
    def data(self) -> tuple[str, ...]:
        """The names of those that are not trained."""
        return tuple(name for name in self.arrays if name not in self.parameters)

    @property
    def sizes(self) -> tuple[str, ...]:
        """The names of all sizes, in the order in which they occur."""
        names: dict[str, None] = {}
        for quantity in self.arrays.values():
            classes = (quantity.classes,) if isinstance(quantity, Labels) else ()
            for size in (*axes_of(quantity), *classes):
                if isinstance(size, str):
                    names[size] = None
        return tuple(names)

    def real(self, name: str) -> Real:
        """Return a quantity that is drawn as real numbers; TypeError if it is another one."""
        quantity = self.arrays[name]
        if not isinstance(quantity, Real):
            raise TypeError(quantity)
        return quantity


def lengths(quantities: Mapping[str, Quantity], values: Mapping[str, Value]) -> Named[int]:
    """Return the lengths of named sizes in values that do not clash."""
    lengths_by_name: dict[str, int] = {}
    for name, value in values.items():
        if name not in quantities or not isinstance(value, Array):
            continue
        axes = axes_of(quantities[name])
        pairs = zip(axes, value.shape, strict=False)
        lengths_by_name |= {size: length for size, length in pairs if isinstance(size, str)}
    return Named(lengths_by_name)
