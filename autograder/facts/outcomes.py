"""What became of a call, and of running a submission's module."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from autograder.facts.calls import Array, Named, Opaque


class Cause(StrEnum):
    """How a student process can end before it answered."""

    TIME = "time"
    MEMORY = "memory"
    OUTPUT = "output"
    KILLED = "killed"
    EXIT = "exit"
    CRASH = "crash"
    GARBLED = "garbled"  # it sent something that is not an answer


class Line(NamedTuple):
    """A line of a submission, counted from 1: of the script, or of a notebook's code cell."""

    number: int
    cell: int | None = None  # counted from 1 as a fresh run numbers them: empty ones are left out

    def __str__(self) -> str:
        """Name the line, behind the word line."""
        return f"{self.number}" if self.cell is None else f"{self.number} of code cell {self.cell}"


class Returned(NamedTuple):
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

    def alone(self, result: str) -> Returned:
        """Make the same outcome with one of the results."""
        return (
            self if len(self.results) == 1 else self._replace(results=Named({result: self.results[result]}))
        )

    @property
    def altered(self) -> bool:
        """Whether the function changed what it must leave alone."""
        return bool(self.changed or self.parameters or self.data)


class Unfit(NamedTuple):
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


class Raised(NamedTuple):
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


class Ended(NamedTuple):
    """The student process ended, or was ended, before the call answered."""

    function: str
    cause: Cause
    detail: str
    line: Line | None = None  # where the statement of the module starts in which it ended


class Absent(NamedTuple):
    """The submission has no such function, or no such class."""

    function: str
    is_class: bool = False


Outcome = Returned | Unfit | Raised | Ended | Absent


def array_of(outcome: Outcome) -> Array | None:
    """Return the array of real numbers that a call returned, if that is its only result."""
    if not isinstance(outcome, Returned) or len(outcome.results) != 1:
        return None
    (value,) = outcome.results.values()
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


class Loaded(NamedTuple):
    """What running the module left: its functions with the lines they start on.

    A script stops at its first exception, unless functions are missing then: what follows is run as well, but
    for the statements that raise. A notebook's cells are always run to the last.
    """

    lines: dict[str, Line | None] = Named()
    syntax: Raised | None = None  # not Python: nothing ran
    stopped: Raised | Ended | None = None  # the module did not run to its end
    prevented: dict[str, Raised] = Named()  # why a function is not there: what was to define it
    printed: tuple[str, ...] = ()  # by each code cell of a notebook
    numpy: str = ""
    raised: tuple[Raised, ...] = ()  # what the module raised, the first of each type
    left_out: tuple[Ended, ...] = ()  # the statements without which it was run
    definitions_alone: bool = False  # even without those it did not end
    taken: dict[str, Taken] = Named()  # by the function's name
    flaw: Raised | None = None  # why a script is not Python, although all of it could be run
    uses: Mapping[str, frozenset[str]] = Named()
    """By a function's name, the functions of the task that it calls, itself or through others."""
    parameters: Mapping[str, tuple[int, ...] | Opaque] = Named()
    """By name, the shape of each global parameter that the file left, or its type if it holds no numbers."""

    @property
    def by_cells(self) -> bool:
        """Whether it ran as a notebook's cells, which stop one by one."""
        return bool(self.printed)
