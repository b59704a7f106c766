"""One answer for an item about several arrays: each earns its share, and the text says which is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from autograder.facts.verdict import Answer, Verdict

WORST_FIRST = (
    Verdict.BROKEN,
    Verdict.TIMED_OUT,
    Verdict.RAISED,
    Verdict.MISSING,
    Verdict.SKIPPED,
    Verdict.FAILED,
    Verdict.UNDECIDED,
    Verdict.CARRIED,
    Verdict.PASSED,
)
"""The verdict on several arrays is the first of these that one of them has."""


def together(answers: Mapping[str, Answer]) -> Answer:
    """Put the answers on arrays together, by their names; one that says the same of all says it once."""
    every = tuple(answers.values())
    if len(set(every)) == 1:
        return every[0]
    worst = min(every, key=lambda answer: WORST_FIRST.index(answer.verdict))
    share = sum(answer.earned for answer in every) / len(every)
    measured = _measured_text(answers, worst.verdict)
    return worst._replace(earned=share, feedback=replace(worst.feedback, measured=measured))


def _measured_text(answers: Mapping[str, Answer], worst: Verdict) -> str:
    """Say of each array what was measured; those that passed are only named, beside one that failed."""
    parts = []
    right = []
    for name, answer in answers.items():
        if answer.verdict is Verdict.PASSED:
            right.append(name)
        else:
            parts.append(f"{name}: {answer.feedback.measured}")
    if right and worst is Verdict.FAILED:
        parts.append(f"{' and '.join(right)}: right")
    return "; ".join(parts)
