"""What several answers mean together: a mistake that is carried has its cause in another function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from autograder.facts.messages import slopes
from autograder.facts.notes import Tail, tail_of
from autograder.facts.verdict import Answer, Feedback, Verdict

SIGNATURES = frozenset({Tail.OTHER_PARAMETERS, Tail.OTHER_ORDER})
"""Tails of the notes on a function whose parameters are not the arguments of the task."""


def name_shared_causes(
    answers: Mapping[str, Answer], needs: Mapping[str, tuple[str, ...]]
) -> dict[str, Feedback]:
    """Reword the feedback of carried items, and of what is wrong for the same reason.

    Both by item: the answers with their feedback, and the functions that the check called besides. The
    gradient that is carried differs from the reference because of the wrong loss, whatever it looks like.
    """
    reworded = {}
    for item, answer in answers.items():
        if answer.verdict is not Verdict.CARRIED:
            continue
        function = item.partition("/")[0]
        wrong = _wrong_needs(answers, needs[item])
        mistakes = "; ".join(
            slopes.mistake_in(need, mistake=feedback.usually or feedback.measured)
            for need, feedback in wrong.items()
        )
        reworded[item] = replace(answer.feedback, usually=mistakes or answer.feedback.usually)
        own = answers.get(f"{function}/reference")
        if wrong and own is not None and own.verdict is Verdict.FAILED:
            follows = slopes.follows_carried(" and ".join(wrong))
            reworded[f"{function}/reference"] = replace(own.feedback, usually=follows)
    return reworded | _other_signatures(answers)


def _wrong_needs(answers: Mapping[str, Answer], needs: tuple[str, ...]) -> dict[str, Feedback]:
    """Collect the feedback on those needs that differ from the reference."""
    wrong: dict[str, Feedback] = {}
    for need in needs:
        answer = answers.get(f"{need}/reference")
        if answer is not None and answer.verdict is not Verdict.PASSED:
            wrong[need] = answer.feedback
    return wrong


def _other_signatures(answers: Mapping[str, Answer]) -> dict[str, Feedback]:
    """Repeat what a function takes if it is not the slope: with other arguments it might be."""
    takes = {
        item.partition("/")[0]: answer.feedback
        for item, answer in answers.items()
        if tail_of(answer.feedback.note) in SIGNATURES
    }
    return {
        item: replace(takes[function], smallest="")
        for item, answer in answers.items()
        if (function := item.partition("/")[0]) in takes
        and answer.feedback.note == f"{function}/{Tail.NOT_THE_SLOPE}"
    }
