"""Sentences about the end of a student process; `messages` has all the others."""

from __future__ import annotations

from autograder.facts.verdict import Feedback


def killed_from_outside(signal: str) -> str:
    """Say to whoever grades that a student process was ended twice for no fault of the submission."""
    return (
        f"the process that runs the file was killed from outside ({signal}), and so was a second one; "
        "usually the system does so when memory runs out, and fewer workers (-j) need less of it"
    )


def ended_by_memory(subject: str, where: str, detail: str) -> Feedback:
    """Say that a process was ended, which held nearly all the memory it may, or most of what there is."""
    return Feedback(f"{where}{detail}", "a large array, or many that are kept", note=f"{subject}/memory")
