"""Sentences about what is there instead of a function that a task asks for."""

from __future__ import annotations

from typing import assert_never

from autograder.facts.notes import Tail
from autograder.facts.outline import Definition, Place
from autograder.facts.verdict import Feedback

WRITTEN = frozenset({"%%writefile", "%%file"})
"""Magics that write their cell to a file."""


def has_arguments(function: str, found: Definition, *, asked: str) -> Feedback:
    """Report a function of another name with the right arguments."""
    there = f"{found.name}{_in_line(found)} has its arguments ({_shown(found)})"
    return _other_name(function, found, there, asked)


def takes_others(function: str, found: Definition, *, arguments: str, asked: str) -> Feedback:
    """Report a function of another name with other arguments."""
    there = f"{found.name}{_in_line(found)} takes ({_shown(found)}), and {function} takes ({arguments})"
    return _other_name(function, found, there, asked)


def not_entered(function: str, found: Definition) -> Feedback:
    """Report a function at the top level that is not there when the file has run."""
    there = f"{found.name}{_in_line(found)} is not there when the file has run"
    if found.inside:
        there = (
            f"{found.name}{_in_line(found)} stands below if {found.inside}, "
            "which is not entered while marking"
        )
    return _instead(function, found, there, Tail.NOT_ENTERED)


def elsewhere(function: str, found: Definition) -> Feedback | None:
    """Report where a function stands that is not run; None for one at the top level."""
    stands = f"line {found.line}" if found.line else "here"
    asked = "and the task asks for a function at the top level"
    match found.place:
        case Place.TOP | Place.BRANCH:
            return None
        case Place.CLASS:
            there, tail = f"is a method of class {found.inside} ({stands}), {asked}", Tail.IN_A_CLASS
        case Place.FUNCTION:
            there = f"stands inside the function {found.inside} ({stands}), {asked}"
            tail = Tail.IN_A_FUNCTION
        case Place.COMMENT:
            there, tail = f"stands in a comment ({stands}), which does not run", Tail.IN_A_COMMENT
        case Place.STRING:
            there, tail = f"stands in a string ({stands}), which does not run", Tail.IN_A_STRING
        case Place.MAGIC:
            there, tail = _in_a_magic_cell(found, stands), Tail.IN_A_MAGIC_CELL
        case Place.CELL:
            there = f"stands in a {found.inside} cell, and only code cells are run"
            tail = Tail.IN_A_TEXT_CELL
        case _:
            assert_never(found.place)
    return _instead(function, found, f"{found.name} {there}", tail)


def _in_a_magic_cell(found: Definition, stands: str) -> str:
    if found.inside in WRITTEN:
        return f"stands in a {found.inside} cell ({stands}), which is written to a file and not run"
    return f"stands in a cell that begins with {found.inside} ({stands}), and nothing of it is defined here"


def _other_name(function: str, found: Definition, there: str, asked: str) -> Feedback:
    return _instead(function, found, there, Tail.OTHER_NAME, f"the task calls {asked}")


def _instead(function: str, found: Definition, there: str, tail: Tail, usually: str = "") -> Feedback:
    measured = f"there is no function {function}; {there}"
    return Feedback(measured, usually, note=f"{function}/{tail}", line=found.line)


def _in_line(found: Definition) -> str:
    return f" in line {found.line}" if found.line else ""


def _shown(found: Definition) -> str:
    return ", ".join(found.shown)
