"""Sentences about the path that training takes: where it leads, and how fast."""

from __future__ import annotations

from autograder.facts.notes import Tail
from autograder.facts.outcomes import Line
from autograder.facts.verdict import Feedback


def not_reached(*, path: str, follows: str) -> Feedback:
    """Report a path that does not lead to the target."""
    return Feedback(path, follows, note=f"training/{Tail.NOT_REACHED}")


def other_rate(*, path: str, follows: str) -> Feedback:
    """Report a path that leads to the target at another rate."""
    return Feedback(path, follows, note=f"training/{Tail.RATE}")


def follows(wrong: str) -> str:
    """Say which functions lead training astray."""
    return f"follows from {wrong}"


def no_step(parameter: str, *, gradient: str, got: str, needed: str, line: Line | None) -> Feedback:
    """Report a derivative that is not of its parameter's shape."""
    return Feedback(
        f"{parameter} cannot be updated: {gradient} returns {got}, {needed} is needed",
        note=f"training/{Tail.NO_STEP}",
        line=line,
    )


def not_set(parameter: str, *, gradient: str, line: Line | None) -> Feedback:
    """Report that the attribute which moves a parameter is not there."""
    measured = f"{parameter} cannot be updated: {gradient} does not set its derivative"
    return Feedback(measured, note=f"training/{Tail.NO_STEP}", line=line)


def single_number() -> str:
    """Name what moves a parameter that is one number."""
    return "a single number"


def array_of_its_shape() -> str:
    """Name what moves a parameter that is an array."""
    return "an array of the parameter's shape"


def ended(*, values: str, epochs: int) -> str:
    """Say where training ended, where right functions lead."""
    return f"{values} after {epochs} epochs, as expected"


def ended_elsewhere(*, values: str, epochs: int, expected: str) -> str:
    """Say where training ended, and where right functions lead."""
    return f"{values} after {epochs} epochs, expected {expected}"


def leaves_the_path(*, values: str, epochs: int, epoch: int) -> str:
    """Say that training ended where right functions lead, but went another way."""
    return f"{values} after {epochs} epochs, but after epoch {epoch} the values are not the expected ones"


def arrived(parameter: str, *, end: str, epochs: int, target: str) -> str:
    """Say where training ended."""
    return f"{parameter} = {end} after {epochs} epochs, expected about {target}"


def started(parameter: str, *, start: str) -> str:
    """Begin a sentence about another start than the task's."""
    return f"started at {parameter} = {start}, "


def leaves(*, which: str, share: str, rate: str) -> str:
    """Say how fast the error shrinks."""
    return f"{which} leaves {share} of the error, expected {rate}"


def breaks_off(parameter: str, *, epoch: int) -> str:
    """Say when training left the finite numbers."""
    return f"training breaks off: {parameter} is nan or inf after epoch {epoch}"
