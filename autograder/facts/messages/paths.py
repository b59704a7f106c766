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


def no_step(*, parameter: str, gradient: str, got: str, line: Line | None) -> Feedback:
    """Report a gradient that is not one number."""
    return Feedback(
        f"{parameter} cannot be updated: {gradient} returns {got}, a single number is needed",
        note=f"training/{Tail.NO_STEP}",
        line=line,
    )


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
