"""The simple rules by which one array can differ from the right one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from autograder.facts.factor import Factor


class Content(Enum):
    """What an array of another shape holds."""

    OTHER = "other numbers"
    ENTRIES = "the right entries in their order"
    TERMS = "terms whose sum over one axis is the right array"
    SAMPLES = "terms whose mean over one axis is the right array"
    REPEATED = "the right array, several times along one axis"
    SUM = "one number: the sum of the right entries"
    MEAN = "one number: the mean of the right entries"


class Whole(Enum):
    """What one number in the place of several is, compared with the right entries."""

    SUM = "sum"
    MEAN = "mean"
    OTHER = "other"


class Side(Enum):
    """The sign of the entries that are kept."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Term(Enum):
    """What of a parameter is added."""

    ENTRY = "the entry at the same place, or the number that it is"
    SQUARE = "the square of the number that it is"
    SUM = "the sum of all entries"
    SQUARES = "the sum of the squares of all entries"


Names = tuple[str, ...]
"""A shape: the size or the number along each axis. Empty is the shape of a single number."""


@dataclass(frozen=True, slots=True)
class Right:
    """Every entry is right at every point."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape is another one; `over` names the axis of TERMS, SAMPLES and REPEATED."""

    got: Names
    expected: Names
    content: Content = Content.OTHER
    over: str = ""


@dataclass(frozen=True, slots=True)
class Always:
    """Every entry is the same number at every point."""

    number: float


@dataclass(frozen=True, slots=True)
class Multiple:
    """The right array times a factor."""

    factor: Factor


@dataclass(frozen=True, slots=True)
class Transposed:
    """Rows and columns of the right array are exchanged."""

    got: Names
    expected: Names


@dataclass(frozen=True, slots=True)
class Backwards:
    """The entries of the right array run from last to first along an axis."""

    axis: int
    axes: int  # how many the array has
    along: str  # the size of this axis; empty where several sizes could be it


@dataclass(frozen=True, slots=True)
class OneNumber:
    """All entries are one number, which differs from point to point."""

    of: Whole


@dataclass(frozen=True, slots=True)
class Another:
    """It is what another result should be."""

    result: str


@dataclass(frozen=True, slots=True)
class Unsigned:
    """The right entries have lost their sign."""


@dataclass(frozen=True, slots=True)
class OneSided:
    """The right entries of one sign are kept, and 0 stands for the others."""

    side: Side


@dataclass(frozen=True, slots=True)
class MoreOf:
    """The right array and, added to it, a factor times something of a parameter."""

    factor: Factor
    parameter: str
    term: Term
    numbers: tuple[str, ...] = ()  # of the factor's names, those of numbers that the task gives


@dataclass(frozen=True, slots=True)
class RightAtOne:
    """It is right wherever a size is 1, and wrong wherever the size is larger."""

    size: str
    wrong: tuple[int, ...]  # the values of the size at which it is wrong


@dataclass(frozen=True, slots=True)
class Offset:
    """The right array, with one number added to every entry at every point."""

    number: float


@dataclass(frozen=True, slots=True)
class Reordered:
    """The right entries stand in another order, along an axis or, without one, anywhere."""

    axis: int | None
    axes: int  # how many the array has
    along: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place along an axis: `index` counts from 0, and -1 is the last."""

    axis: int
    along: str
    index: int


@dataclass(frozen=True, slots=True)
class WrongPlace:
    """Right but for a row or a column, which is one place, or for an entry, which has one on each axis."""

    places: tuple[Place, ...]
    axes: int  # how many the array has


Law = (
    Right
    | Shape
    | Always
    | Multiple
    | Transposed
    | Backwards
    | OneNumber
    | Another
    | Unsigned
    | OneSided
    | MoreOf
    | RightAtOne
    | Offset
    | Reordered
    | WrongPlace
)
