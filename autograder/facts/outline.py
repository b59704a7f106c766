"""What a submission's text holds, read without running it: its functions and its global names."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from autograder.facts.outcomes import Line

MOST_PARAMETERS = 8
"""Parameters that are shown of a function; the others are left out of a message."""


class Place(StrEnum):
    """Where a function stands in a submission."""

    TOP = "top"
    BRANCH = "branch"  # in an if, a try, a loop or a with at the top level
    CLASS = "class"
    FUNCTION = "function"
    COMMENT = "comment"
    STRING = "string"
    MAGIC = "magic"  # a cell that a %%magic takes away from Python
    CELL = "cell"  # a cell that is not code


class Definition(NamedTuple):
    """A function, or what looks like one in a text that does not run."""

    name: str
    place: Place = Place.TOP
    inside: str = ""
    """The name of the class, function or magic it stands in, the kind of cell, the condition of the if."""
    line: Line | None = None
    parameters: tuple[str, ...] = ()
    required: int = 0
    """How many of the parameters have no default."""
    keywords: int = 0
    """How many of them, the last ones, are given by name alone and have no default."""
    unbounded: bool = False
    """Whether it takes any number of arguments."""
    uses: frozenset[str] = frozenset()
    """The parameters that its body reads."""
    reads: tuple[str, ...] = ()
    """The global names that its body reads; Python's own are left out."""

    @property
    def signature(self) -> str:
        """The name with its parameters."""
        return signature(self.name, self.shown)

    @property
    def shown(self) -> tuple[str, ...]:
        """The parameters that fit into a message."""
        positional = self.parameters[: len(self.parameters) - self.keywords]
        parameters = (*positional, "*", *self.parameters[len(positional) :]) if self.keywords else positional
        shown = parameters[:MOST_PARAMETERS]
        return (*shown, "...") if len(shown) < len(parameters) else shown

    def takes(self, count: int) -> bool:
        """Whether it can be called with a number of positional arguments."""
        if self.keywords:
            return False
        return self.required <= count and (self.unbounded or count <= len(self.parameters))


class Kind(StrEnum):
    """What a global name is first given."""

    NUMBER = "number"  # written out
    IMPORT = "import"
    OTHER = "other"


class Global(NamedTuple):
    """A global name, with its first assignment at the top level."""

    name: str
    kind: Kind = Kind.OTHER
    line: Line | None = None


class Outline(NamedTuple):
    """The functions and global names of a submission's text; without any where it could not be read."""

    definitions: tuple[Definition, ...] = ()
    globals: tuple[Global, ...] = ()

    def function(self, name: str, line: Line | None = None) -> Definition | None:
        """Find the function at the top level that a name stands for: at a line, or else the last one."""
        definitions = [each for each in self._at_top(name) if line in {None, each.line}]
        return definitions[-1] if definitions else None

    def _at_top(self, name: str) -> list[Definition]:
        places = {Place.TOP, Place.BRANCH}
        return [each for each in self.definitions if each.name == name and each.place in places]

    def variable(self, name: str) -> Global | None:
        """Find the first assignment of a global name."""
        return next((variable for variable in self.globals if variable.name == name), None)

    def reads(self, function: Definition) -> tuple[str, ...]:
        """List the global names that a function reads, itself or in a function of the file that it calls."""
        called = (self.function(name) for name in function.reads)
        further = (name for callee in called if callee is not None for name in callee.reads)
        return tuple(dict.fromkeys((*function.reads, *further)))


def signature(name: str, parameters: tuple[str, ...]) -> str:
    """Write a function's name with its parameters."""
    return f"{name}({', '.join(parameters)})"
