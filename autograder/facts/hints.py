"""What an exercise says on asking, which is hints, and what it says of a file whose open items pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from autograder.facts.calls import Named
from autograder.facts.text import message_of

MOST_HINTS = 3
"""Hints about one function or item: a question, where to look, and a formula with a blank."""


class Hints(NamedTuple):
    """The hints of an exercise, and the sentences for a file whose open items pass."""

    ladders: Mapping[str, tuple[str, ...]] = Named()
    """By function, or by the id of an item that has its own: hints, the vaguest first."""
    learned: str = ""
    """What a student has shown by then, in one sentence; empty if nobody wrote one."""
    following: str = ""
    """What comes next on the ladder of exercises; empty after the last."""

    def about(self, item: str) -> str:
        """Name the ladder for an item's id, or for a function; empty if there is none."""
        for name in (item, item.partition("/")[0]):
            if name in self.ladders:
                return name
        return ""

    @property
    def closing(self) -> tuple[str, ...]:
        """List the sentences for a file whose open items pass, harmless to show."""
        return tuple(message_of(text) for text in (self.learned, self.following) if text)


class Asked(NamedTuple):
    """What there is to show after somebody asked for a hint."""

    about: str  # a function, or an item's id
    hints: tuple[str, ...]  # those that were shown by now, the newest last
    number: int  # of hints that there are
    troubles: tuple[str, ...] = ()  # with the file that says which were shown


def paragraphs(hint: str) -> list[str]:
    """List the paragraphs of a hint, harmless to show; a formula stands in one of its own."""
    return [message_of(line) for line in hint.splitlines()]
