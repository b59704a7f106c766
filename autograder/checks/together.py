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
    if len(set(answers.values())) == 1:
        return next(iter(answers.values()))
    worst = min(answers.values(), key=lambda answer: WORST_FIRST.index(answer.verdict))
    share = sum(answer.earned for answer in answers.values()) / len(answers)
    told = [name for name, answer in answers.items() if answer.verdict is not Verdict.PASSED]
    measured = "; ".join(f"{name}: {answers[name].feedback.measured}" for name in told)
    right = [name for name, answer in answers.items() if answer.verdict is Verdict.PASSED]
    if right and worst.verdict is Verdict.FAILED:
        measured = f"{measured}; {' and '.join(right)}: right"
    return replace(worst, earned=share, feedback=replace(worst.feedback, measured=measured))
