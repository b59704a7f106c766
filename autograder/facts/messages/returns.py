"""Sentences about the values that a function returns, and about its side effects."""

from __future__ import annotations

from autograder.facts.notes import Tail
from autograder.facts.outcomes import Line
from autograder.facts.verdict import Feedback


def prints_not_returns(function: str, *, expected: str) -> Feedback:
    """Report None from a function that printed something."""
    return Feedback(
        f"returns None, expected {expected}",
        "print shows a value, return hands it back",
        note=f"{function}/{Tail.PRINTS_NOT_RETURNS}",
    )


def returns_nothing(function: str, *, expected: str) -> Feedback:
    """Report None from a function that printed nothing."""
    return Feedback(
        f"returns None, expected {expected}",
        "a function ends without return",
        note=f"{function}/{Tail.RETURNS_NOTHING}",
    )


def other_type(function: str, *, got: str, expected: str) -> Feedback:
    """Report a value that is not an array of real numbers."""
    return Feedback(f"returns {got}, expected {expected}", note=f"{function}/{Tail.TYPE}")


def not_set(function: str) -> Feedback:
    """Report an attribute that is not there when its method has run."""
    return Feedback(
        f"the attribute is not set when {function} has run",
        "another attribute, or a plain name, which is gone when the method ends",
        note=f"{function}/{Tail.NOT_SET}",
    )


def several(count: int, names: str) -> str:
    """Say which results a function returns, and in which order."""
    return f"{count} results: {names}"


def keys(names: str) -> str:
    """Say which results a function returns in a dictionary."""
    return f"a dict with the keys {names}"


def other_results(function: str, *, got: str, expected: str) -> Feedback:
    """Report a value that does not hold the several results of a function."""
    return Feedback(f"returns {got}, expected {expected}", note=f"{function}/{Tail.RESULTS}")


def other_shape(function: str, *, got: tuple[int, ...], expected: str) -> Feedback:
    """Report an array of a shape that the task does not ask for."""
    return Feedback(f"returns shape {got}, expected {expected}", note=f"{function}/{Tail.SHAPE}")


def not_finite(function: str, *, wrong: int, calls: int) -> Feedback:
    """Report wrong values that are never finite; others may be right."""
    where = "" if wrong == calls else f" in {wrong} of {calls} calls, and is right in the others"
    return Feedback(f"returns nan or inf{where}", note=f"{function}/{Tail.NOT_FINITE}")


def mostly_not_finite(function: str, *, wrong: int, others: int, calls: int) -> Feedback:
    """Report in how many calls a value is not finite, and in how many others it is another wrong one."""
    more = f", and a wrong value in {others} more" if others else ""
    return Feedback(
        f"returns nan or inf in {wrong} of {calls} calls{more}", note=f"{function}/{Tail.NOT_FINITE}"
    )


def unused_argument(function: str, *, arguments: str, what: str) -> Feedback:
    """Report arguments that have no effect, which explains the other measurements."""
    return Feedback(f"does not use {arguments}: {what}", note=f"{function}/{Tail.UNUSED_ARGUMENT}")


def changes_argument(function: str, *, arguments: str, line: Line | None) -> Feedback:
    """Report that the caller's arrays are altered."""
    return Feedback(
        f"changes its argument {arguments} in place",
        "an operator that works in place, like -= or *=, alters the caller's array",
        note=f"{function}/{Tail.CHANGES_ARGUMENT}",
        line=line,
    )


def changes_held(function: str, *, names: str, line: Line | None) -> Feedback:
    """Report that arrays which an object holds are altered."""
    return Feedback(
        f"changes {names} in place, which its object holds",
        "an operator that works in place, like -= or *=, alters the array for all who hold it",
        note=f"{function}/{Tail.CHANGES_ARGUMENT}",
        line=line,
    )


def sets_parameter(function: str, *, parameter: str, line: Line | None) -> Feedback:
    """Report that the function sets the global that training changes."""
    return Feedback(
        f"sets the global {parameter}; only the training loop does that",
        "`global` makes an assignment in a function act on the whole file",
        note=f"{function}/{Tail.SETS_PARAMETER}",
        line=line,
    )


def not_repeatable(function: str, *, line: Line | None) -> Feedback:
    """Report that the same call gave two values."""
    return Feedback(
        "gives another value when the same call is made again",
        "a function of its arguments alone, without chance and without memory, gives the same",
        note=f"{function}/{Tail.NOT_REPEATABLE}",
        line=line,
    )


def changes_data(function: str, *, names: str, line: Line | None) -> Feedback:
    """Report a function that changed arrays or lists in which the file keeps its training data."""
    return Feedback(
        f"changes the file's own {names}: its training data",
        "`global`, an operator like *=, or a value given to entries acts on the whole file",
        note=f"{function}/{Tail.CHANGES_DATA}",
        line=line,
    )
