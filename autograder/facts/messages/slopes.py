"""Sentences about whether a gradient is the slope of its file's own loss."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.facts.messages.files import lossless
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Line
from autograder.facts.verdict import Feedback


def is_the_slope() -> str:
    """Say that the gradient agrees."""
    return "is the slope of this file's loss"


def kept(wrong: str) -> str:
    """Say why a right gradient keeps its points beside other functions that are wrong."""
    return f"right for the task; what is wrong with this file's {wrong} is marked there"


def not_measured() -> str:
    """Say why a right gradient of a right loss passes where rounding hides the slope of that loss."""
    return "right for the task, as is the loss; rounding hides its slope here"


def not_the_slope(function: str, *, ratio: str, usually: str, line: Line | None) -> Feedback:
    """Report that the gradient disagrees; `ratio` tells how."""
    return Feedback(ratio, usually, note=f"{function}/{Tail.NOT_THE_SLOPE}", line=line)


def other_slope() -> str:
    """Say that the gradient disagrees, by no simple multiple."""
    return "not the slope of this file's loss"


def not_together(function: str, *, objective: str) -> str:
    """Say what a disagreement means if it is not known which of the two is right."""
    return f"{function} and {objective} do not belong together: one of them is wrong"


def not_everywhere(function: str, *, sizes: str, line: Line | None) -> Feedback:
    """Report a gradient that agrees only in some places."""
    return Feedback(
        f"agrees with the slope of this file's loss at N = {sizes}, and not everywhere",
        note=f"{function}/{Tail.NOT_EVERYWHERE}",
        line=line,
    )


def degenerate_loss(function: str, *, reason: str, wrong: str) -> Feedback:
    """Report the slope of a loss that does not measure the fit."""
    return Feedback(
        f"is the slope of this file's loss, but that loss {reason}; see {wrong}",
        note=f"{function}/{Tail.DEGENERATE_LOSS}",
    )


def undecided(function: str) -> Feedback:
    """Report that no slope could be measured."""
    return Feedback(
        "the slope of this file's loss cannot be measured: rounding, a jump or a changing value hides it",
        note=f"{function}/{Tail.UNDECIDED}",
    )


def carried(function: str, *, wrong: str) -> Feedback:
    """Report the right derivative of a wrong loss."""
    return Feedback(
        "the right derivative of this file's own loss",
        f"the mistake is in {wrong}",
        note=f"{function}/{Tail.CARRIED}",
    )


def carried_from(function: str, *, wrong: str) -> Feedback:
    """Report a function that is right but for another one that it calls."""
    return Feedback(
        f"gives what this file's own {wrong} makes of the right arguments",
        f"the mistake is in {wrong}",
        note=f"{function}/{Tail.CARRIED}",
    )


def carried_from_calls(function: str, *, wrong: str) -> Feedback:
    """Report a function that is right where a wrong one that it calls gives right values."""
    return Feedback(
        f"right, but for what this file's own {wrong} gives where it is called",
        f"the mistake is in {wrong}",
        note=f"{function}/{Tail.CARRIED}",
    )


def follows_carried(wrong: str) -> str:
    """Say why a derivative that is carried differs from the task's."""
    return f"follows from {wrong}: it is the right derivative of this file's own loss"


def mistake_in(function: str, *, mistake: str) -> str:
    """Say that a function on which another one depends is wrong."""
    return f"in {function}: {mistake}"


def no_finite(function: str) -> str:
    """Say that a function has no finite value, and so no slope."""
    return f"needs {function}, which gives no finite number"


def no_value(function: str, *, got: str, sizes: Sequence[str]) -> str:
    """Say what a function returns in place of a single number, or of an array with these sizes."""
    shape = ", ".join(sizes) + ("," if len(sizes) == 1 else "")
    needed = f"an array of shape ({shape})" if sizes else "a single number"
    return f"{function} returns {got}, {needed} is needed"


def calls_own_functions(function: str, *, functions: str) -> str:
    """Say that a function calls others of its file, as differences of the loss do."""
    fact = f"{function} calls {functions} of this file"
    return f"{fact}: a person decides whether it was derived by hand; {lossless()}"
