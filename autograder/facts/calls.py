"""What crosses the border between judge and student process: calls, and what became of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple, TypeVar


@dataclass(frozen=True, slots=True)
class Array:
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


@dataclass(frozen=True, slots=True)
class Opaque:
    """A returned value that is no array of real numbers: None, text, a list, ..."""

    type: str
    text: str = ""

    @property
    def kind(self) -> str:
        """The type in words."""
        words = {"NoneType": "None", "str": "text", "list": "a list", "tuple": "a tuple", "dict": "a dict"}
        return words.get(self.type, self.type)


Value = Array | float
"""What a function is called with: an array, or a number, which it gets as one of Python's own."""
V = TypeVar("V")


class Named(Mapping[str, V]):
    """Values by name that never change: equal ones have one hash, whatever their order."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, V]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> V:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Named) and self._values == other._values

    def __repr__(self) -> str:
        return f"Named({self._values!r})"

    def __reduce__(self) -> tuple[type[Named[V]], tuple[dict[str, V]]]:
        return Named, (self._values,)


@dataclass(frozen=True, slots=True)
class Sweep:
    """A line through one input: the value at step t is the input plus t times `along`."""

    name: str
    along: Value
    steps: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """Functions of a submission that are run one after another, on values by name.

    A function takes its arguments from the inputs and from the results of the functions before it. The
    results of the last one are what the call returns. Inputs that are parameters of the task, and no
    arguments, are set as globals first. With a sweep, the call is made once for each of its steps, and
    each result is stacked along a new first axis. Another function of the file may be called instead of the
    last one, as if it had the same arguments and results.
    """

    functions: tuple[str, ...]
    inputs: Named[Value]
    sweep: Sweep | None = None
    instead: str = ""

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
        return replace(self, inputs=Named({**self.inputs, **values}))


class Cause(StrEnum):
    """How a student process can end before it answered."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    KILLED = "killed"
    EXIT = "exit"
    CRASH = "crash"
    GARBLED = "garbled"  # it sent something that is no answer


class Line(NamedTuple):
    """A line of a submission, counted from 1: of the script, or of a notebook's code cell."""

    number: int
    cell: int | None = None  # counted from 1 as a fresh run numbers them: empty ones are left out

    def __str__(self) -> str:
        """Name the line, behind the word line."""
        return f"{self.number}" if self.cell is None else f"{self.number} of code cell {self.cell}"


@dataclass(frozen=True, slots=True)
class Returned:
    """The call returned its results; `changed` names the arguments that the last function altered.

    `parameters` names the global parameters to which it gave another value, `data` the globals with training
    data that it altered.
    """

    results: Named[Array | Opaque]
    changed: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    printed: bool = False
    data: tuple[str, ...] = ()

    @property
    def value(self) -> Array | Opaque:
        """The only result."""
        (value,) = self.results.values()
        return value

    @property
    def altered(self) -> bool:
        """Whether the function changed what it must leave alone."""
        return bool(self.changed or self.parameters or self.data)


@dataclass(frozen=True, slots=True)
class Unfit:
    """A function returned something that does not hold its results, of which there are several.

    `results` names what the task asks for, in order; in a dictionary, they are keys.
    """

    function: str
    value: Opaque
    results: tuple[str, ...]
    as_dictionary: bool = False
    printed: bool = False


class Within(NamedTuple):
    """A line of a function of the submission."""

    function: str
    line: Line | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """The call, or the module, raised an exception.

    Of the module, the line is the top-level one that stops it; of a call, it is the innermost. Where one
    function called another, `inner` is the last of them.
    """

    function: str
    type: str
    message: str
    line: Line | None = None
    text: str = ""  # the student's own line
    inner: Within | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The student process ended, or was ended, before the call answered."""

    function: str
    cause: Cause
    detail: str
    line: Line | None = None  # where the statement of the module starts in which it ended


@dataclass(frozen=True, slots=True)
class Absent:
    """The submission has no such function."""

    function: str


Outcome = Returned | Unfit | Raised | Ended | Absent


def array_of(outcome: Outcome) -> Array | None:
    """Return the array of real numbers that a call returned, if that is its only result."""
    value = outcome.value if isinstance(outcome, Returned) else None
    return value if isinstance(value, Array) else None


class Taken(NamedTuple):
    """A value that the module gave a function's name; the function is kept."""

    line: Line | None
    type: str

    @property
    def kind(self) -> str:
        """The type in words."""
        numbers = {"int", "float", "float16", "float32", "float64", "int32", "int64"}
        words = "a number" if self.type in numbers else "an array" if self.type == "ndarray" else ""
        return words or Opaque(self.type).kind


@dataclass(frozen=True, slots=True)
class Loaded:
    """What running the module left: its functions with the lines they start on.

    A script stops at its first exception, unless functions are missing then: what follows is run as well, but
    for the statements that raise. A notebook's cells are always run to the last.
    """

    lines: dict[str, Line | None] = field(default_factory=dict)
    syntax: Raised | None = None  # not Python: nothing ran
    stopped: Raised | Ended | None = None  # the module did not run to its end
    prevented: dict[str, Raised] = field(
        default_factory=dict
    )  # why a function is not there: what was to define it
    printed: tuple[str, ...] = ()  # by each code cell of a notebook
    numpy: str = ""
    raised: tuple[Raised, ...] = ()  # what the module raised, the first of each type
    left_out: tuple[Ended, ...] = ()  # the statements without which it was run
    definitions_alone: bool = False  # even without those it did not end
    taken: dict[str, Taken] = field(default_factory=dict)  # by the function's name
    flaw: Raised | None = None  # why a script is not Python, although all of it could be run
    uses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By a function's name, the functions of the task that it calls, itself or through others."""
    parameters: Mapping[str, tuple[int, ...] | Opaque] = field(default_factory=dict)
    """By name, the shape of each global parameter that the file left, or its type if it holds no numbers."""

    @property
    def by_cells(self) -> bool:
        """Whether it ran as a notebook's cells, which stop one by one."""
        return bool(self.printed)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one student process may use; each ends that process, never the run."""

    seconds: float = 5.0  # of computing: for running its module, and as many again for its calls
    memory: int = 512 * 2**20  # bytes, above what the warm process already maps
    output: int = 1_000_000  # bytes printed
    threads: bool = False  # whether it may start threads
    idle: float = 2.0  # times the seconds that it may take on the wall, where it sleeps or waits for a disk

    @property
    def computing(self) -> float:
        """Seconds of computing that the judge never gives a process, for module and calls together."""
        return 3 * self.seconds
