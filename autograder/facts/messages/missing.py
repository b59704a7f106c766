"""Sentences about a function that is missing, and what the file has in its place."""

from __future__ import annotations

from typing import assert_never

from autograder.facts.notes import Tail
from autograder.facts.outline import Definition, Place
from autograder.facts.verdict import Feedback

WRITTEN = frozenset({"%%writefile", "%%file"})
"""Magics that write their cell to a file."""


def has_arguments(function: str, definition: Definition, *, asked: str) -> Feedback:
    """Report a function of another name with the right arguments."""
    there = f"{definition.name}{_in_line(definition)} has its arguments ({_shown(definition)})"
    return _other_name(function, definition, there, asked)


def takes_others(function: str, definition: Definition, *, arguments: str, asked: str) -> Feedback:
    """Report a function of another name with other arguments."""
    takes = f"{definition.name}{_in_line(definition)} takes ({_shown(definition)})"
    there = f"{takes}, and {function} takes ({arguments})"
    return _other_name(function, definition, there, asked)


def not_entered(function: str, definition: Definition) -> Feedback:
    """Report a function that is defined at the top level and missing when the file has run."""
    there = f"{definition.name}{_in_line(definition)} is not there when the file has run"
    if definition.inside:
        there = (
            f"{definition.name}{_in_line(definition)} stands below if {definition.inside}, "
            "which is not entered while marking"
        )
    return _instead(function, definition, there, Tail.NOT_ENTERED)


def elsewhere(function: str, definition: Definition) -> Feedback | None:
    """Report a function that stands where it is not run; None for one at the top level."""
    stands = f"line {definition.line}" if definition.line else "here"
    asked = "and the task asks for a function at the top level"
    match definition.place:
        case Place.TOP | Place.BRANCH:
            return None
        case Place.CLASS:
            there, tail = f"is a method of class {definition.inside} ({stands}), {asked}", Tail.IN_A_CLASS
        case Place.FUNCTION:
            there = f"stands inside the function {definition.inside} ({stands}), {asked}"
            tail = Tail.IN_A_FUNCTION
        case Place.COMMENT:
            there, tail = f"stands in a comment ({stands}), which does not run", Tail.IN_A_COMMENT
        case Place.STRING:
            there, tail = f"stands in a string ({stands}), which does not run", Tail.IN_A_STRING
        case Place.MAGIC:
            there, tail = _in_a_magic_cell(definition, stands), Tail.IN_A_MAGIC_CELL
        case Place.CELL:
            there = f"stands in a {definition.inside} cell, and only code cells are run"
            tail = Tail.IN_A_TEXT_CELL
        case _:
            assert_never(definition.place)
    return _instead(function, definition, f"{definition.name} {there}", tail)


def other_class(function: str, definition: Definition) -> Feedback:
    """Report a class of another name that has the methods of the missing one."""
    owner = function.partition(".")[0]
    return Feedback(
        f"there is no class {owner}; class {definition.inside} has its methods",
        f"the task asks for the name {owner}",
        note=f"{function}/{Tail.OTHER_NAME}",
        line=definition.line,
    )


def other_method(function: str, definition: Definition) -> Feedback:
    """Report a method whose name is nearly the one of a method that is missing."""
    owner, _, method = function.partition(".")
    return Feedback(
        f"class {owner} has no method {method}; {definition.name}{_in_line(definition)} stands in it",
        f"the task asks for the name {method}",
        note=f"{function}/{Tail.OTHER_NAME}",
        line=definition.line,
    )


def outside(function: str, definition: Definition) -> Feedback:
    """Report a method that stands at the top level."""
    owner, _, method = function.partition(".")
    return Feedback(
        f"class {owner} has no method {method}; {method}{_in_line(definition)} stands outside of the class",
        "a method is indented by as much as the others of its class",
        note=f"{function}/{Tail.OUTSIDE_THE_CLASS}",
        line=definition.line,
    )


def _in_a_magic_cell(definition: Definition, stands: str) -> str:
    if definition.inside in WRITTEN:
        return f"stands in a {definition.inside} cell ({stands}), which is written to a file and not run"
    return (
        f"stands in a cell that begins with {definition.inside} ({stands}), and nothing of it is defined here"
    )


def _other_name(function: str, definition: Definition, there: str, asked: str) -> Feedback:
    return _instead(function, definition, there, Tail.OTHER_NAME, f"the task calls {asked}")


def _instead(function: str, definition: Definition, there: str, tail: Tail, usually: str = "") -> Feedback:
    measured = f"there is no function {function}; {there}"
    return Feedback(measured, usually, note=f"{function}/{tail}", line=definition.line)


def _in_line(definition: Definition) -> str:
    return f" in line {definition.line}" if definition.line else ""


def _shown(definition: Definition) -> str:
    return ", ".join(definition.shown)
