"""What a page of feedback shows beside the report: a student's own code, and pictures of what it does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.facts.hints import paragraphs
from autograder.facts.text import bound, line_of, message_of, name_of


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture, what it says in words, and the numbers that it is drawn from."""

    svg: str = ""  # from autograder.pictures: its texts are escaped
    caption: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()  # of the columns of the numbers
    rows: tuple[tuple[str, ...], ...] = ()
    functions: tuple[
        str, ...
    ] = ()  # that it shows to be something else than the slope of the file's own loss

    def __post_init__(self) -> None:
        object.__setattr__(self, "caption", tuple(map(message_of, self.caption)))
        object.__setattr__(self, "heads", tuple(map(line_of, self.heads)))
        object.__setattr__(self, "rows", tuple(tuple(map(line_of, row)) for row in self.rows))


@dataclass(frozen=True, slots=True)
class Handed:
    """A submission's own text, cell by cell, a script as one cell; and the pictures of it."""

    student: str
    cells: tuple[str, ...] = ()
    is_notebook: bool = False
    illustrations: tuple[Illustration, ...] = ()
    trouble: str = ""  # why code or pictures are not shown

    def __post_init__(self) -> None:
        bound(self, student=name_of, trouble=message_of)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What pages say of the exercise."""

    title: str
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By an item's id, a ladder of hints, the gentlest first."""

    def __post_init__(self) -> None:
        bound(self, title=line_of)
        hints = {item: tuple(map(_readable, ladder)) for item, ladder in self.hints.items()}
        object.__setattr__(self, "hints", hints)


def _readable(hint: str) -> str:
    """Keep the paragraphs of a hint, each harmless to show."""
    return "\n".join(paragraphs(hint))
