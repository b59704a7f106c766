"""Sentences about failures of the kit, which cost nobody a point."""

from __future__ import annotations

from autograder.facts.notes import Tail
from autograder.facts.outcomes import Line
from autograder.facts.verdict import Feedback


def unexplained(function: str, *, error: str, line: Line | None) -> Feedback:
    """Report a wrong function whose mistake was not found."""
    return Feedback(
        f"wrong; the kit failed to say how ({error}), and an instructor should know",
        note=f"{function}/{Tail.UNEXPLAINED}",
        line=line,
    )


def not_compared(error: str) -> str:
    """Say that a notebook's stored outputs were not looked at."""
    return f"stored outputs were not compared with a fresh run: the kit failed ({error})"


def worker_lost(reason: str) -> str:
    """Say that marking a file ends the process that marks."""
    return f"the process that marks was lost here, and again with this file alone: {reason}"


def failed(error: str) -> str:
    """Say that a check failed and gave no answer."""
    return f"the kit failed at this check ({error}), and an instructor should know"


def killed_from_outside(signal: str) -> str:
    """Report to the person who grades that a student process was ended twice from outside."""
    return (
        f"the process that runs the file was killed from outside ({signal}), and so was a second one; "
        "usually the system does so when memory runs out, and fewer workers (-j) need less of it"
    )


def no_mark() -> str:
    """Say that a submission has no mark, in formats that would take a number for one."""
    return "the kit failed at this submission: it has no mark, not a zero, and an instructor should know"


def unfinished() -> str:
    """Say what a result is that was written before the work was done."""
    return "the autograder did not finish: there is no mark, not a zero, and an instructor should know"
