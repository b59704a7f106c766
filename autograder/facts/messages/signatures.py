"""Sentences about parameters and globals of a function that differ from what the task hands over."""

from __future__ import annotations

from autograder.facts.messages.differences import off_by
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Line
from autograder.facts.verdict import Feedback


def other_parameters(
    function: str, *, signature: str, asked: str, usually: str, line: Line | None
) -> Feedback:
    """Report parameters that are not the task's arguments."""
    return Feedback(
        f"{signature}: the task calls {asked}",
        usually,
        note=f"{function}/{Tail.OTHER_PARAMETERS}",
        line=line,
    )


def other_order(function: str, *, signature: str, asked: str, usually: str, line: Line | None) -> Feedback:
    """Report the task's arguments in another order."""
    return Feedback(
        f"{signature}: the parameters stand in another order than in the task's {asked}",
        usually,
        note=f"{function}/{Tail.OTHER_ORDER}",
        line=line,
    )


def sets_global(parameter: str) -> str:
    """Add to a call that the task sets its parameter before it."""
    return f" and sets the global {parameter}"


def default_kept() -> str:
    """Say why a parameter's default does not follow training."""
    return "a default is computed once, when the function is defined"


def predicts_inside() -> str:
    """Add to a signature that the function makes the predictions which it should be given."""
    return " predicts inside"


def own_order() -> str:
    """Say that only the order of the parameters is wrong."""
    return "called in its own order, it gives the right values"


def own_meaning(parameters: str) -> str:
    """Say that only the choice of the parameters is wrong."""
    return f"called with ({parameters}), it gives the right values"


def in_place_of(*, got: str, expected: str) -> str:
    """Add to a call what it hands over where the function takes the parameter."""
    return f", with {expected} in the place of {got}"


def other_global(function: str, *, other: str, where: str, parameter: str, line: Line | None) -> Feedback:
    """Report which global is read in the place of the task's parameter."""
    return Feedback(
        f"reads {other}{where} and not {parameter}",
        f"the task's parameter is the global {parameter}, and the training loop changes that one",
        note=f"{function}/{Tail.OTHER_GLOBAL}",
        line=line,
    )


def adds_global(function: str, *, offset: float, other: str, where: str, line: Line | None) -> Feedback:
    """Report which global is added to the right value."""
    return Feedback(
        f"{off_by(offset)} than the right value in every call: it adds the global {other}{where}",
        "the task's model has no such term",
        note=f"{function}/{Tail.ADDS_GLOBAL}",
        line=line,
    )


def parameter_is(parameter: str, *, got: str, where: str) -> str:
    """Say that the file sets its parameter to something other than a single number."""
    return (
        f"{parameter} is {got}{where}; the task's {parameter} is one number, and was set to one for marking"
    )


def parameter_became(parameter: str, *, got: str) -> str:
    """Say that the file's parameter began as a single number and did not remain one."""
    return (
        f"{parameter} is {got} when the file has run; the task's {parameter} is one number, "
        "and was set to one for marking"
    )
