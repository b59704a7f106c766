"""What the judge asks a student process for: arrays by name, and calls on them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple, NoReturn, TypeVar


class Array(NamedTuple):
    """Real numbers with a dtype and a shape, entries in C order; shape () is a single number."""

    dtype: str
    shape: tuple[int, ...]
    values: tuple[float, ...]

    @property
    def number(self) -> float | None:
        """The only number in it, of shape (), (1, 1) or the like; None if there is not exactly one."""
        return float(self.values[0]) if len(self.values) == 1 else None

    def numbers(self, steps: int) -> tuple[float, ...] | None:
        """Return the number at each step of a sweep (axis 0); None if a step has not exactly one."""
        each = self.shape[:1] == (steps,) and len(self.values) == steps
        return self.values if each else None

    @property
    def finite(self) -> bool:
        """Whether no entry is NaN or infinite."""
        return all(map(math.isfinite, self.values))


def vector(values: tuple[float, ...], dtype: str = "float64") -> Array:
    """Make an array of shape (N,)."""
    return Array(dtype, (len(values),), values)


class Opaque(NamedTuple):
    """A returned value that is not an array of real numbers: None, text, a list, ..."""

    type: str
    text: str = ""

    @property
    def kind(self) -> str:
        """The type in words."""
        words = {"NoneType": "None", "str": "text", "list": "a list", "tuple": "a tuple", "dict": "a dict"}
        return words.get(self.type, self.type)


Value = Array | float
"""What a function is called with: an array, or a number, which it gets as one of Python's own."""


def entrywise(value: Value, change: Callable[[float], float]) -> Value:
    """Change a number, or each entry of an array."""
    if isinstance(value, Array):
        return value._replace(values=tuple(map(change, value.values)))
    return change(value)


def in_float64(value: Value) -> Value:
    """Return float32 data as float64, which holds each of its numbers; any other value as it is."""
    if isinstance(value, Array) and value.dtype == "float32":
        return value._replace(dtype="float64")
    return value


V = TypeVar("V")


class Named(dict[str, V]):
    """Values by name that never change: equal ones have one hash, whatever their order."""

    def __hash__(self) -> int:  # type: ignore[override] # a dict has none, because it can change
        return hash(frozenset(self.items()))

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("named values never change")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[Named[V]], tuple[dict[str, V]]]:
        return Named, (dict(self),)


class Sweep(NamedTuple):
    """A line through one input: the value at step t is the input plus t times `along`."""

    name: str
    along: Value
    steps: tuple[float, ...]


class Descent(NamedTuple):
    """Steps downhill: after each call, every parameter moves by -lr times its derivative."""

    derivatives: Named[str]
    """By parameter, the name of the result."""
    lr: float
    epochs: int


class StandIn(NamedTuple):
    """A function of the file that gives another value wherever it is called and gives a certain one."""

    function: str
    own: str
    """The name of the value, among the inputs, that the file's own function gives."""
    right: str
    """The name of the value that takes its place."""


class Call(NamedTuple):
    """Functions of a submission that are run one after another, on values by name.

    A function takes its arguments from the inputs and from the results of the functions before it. The
    results of the last one are what the call returns. Inputs that are parameters of the task, and no
    arguments, are set as globals first. With a sweep, the call is made once for each of its steps, and
    each result is stacked along a new first axis. With a descent, it is made once an epoch, and the
    derivatives are what it returns, stacked likewise; there are fewer steps where one gives no numbers to go
    on with. Another function of the file may be called instead of the
    last one, as if it had the same arguments and results.
    """

    functions: tuple[str, ...]
    inputs: Named[Value]
    sweep: Sweep | None = None
    instead: str = ""
    descent: Descent | None = None
    stand_ins: tuple[StandIn, ...] = ()

    @property
    def function(self) -> str:
        """The function that is called last."""
        return self.instead or self.functions[-1]

    @property
    def called(self) -> frozenset[str]:
        """The functions that are called."""
        return frozenset({*self.functions[:-1], self.function})

    def on(self, values: Mapping[str, Value]) -> Call:
        """Make the same call with other values of some inputs."""
        return self._replace(inputs=Named({**self.inputs, **values}))
