"""What is wrong with each result of a function that has several: every array is looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.diagnosis.alone import case_of, key_of, outcomes_of
from autograder.diagnosis.known import named
from autograder.diagnosis.measured import Wrong, difference, wrong_at
from autograder.exercise.answers import AnswerKey
from autograder.facts.outcomes import Outcome
from autograder.facts.verdict import Feedback


def differences_by_array(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, _: Wrong) -> Feedback:
    """Report how each wrong result differs from the right one, the name of the array first."""
    results = case.task.function(case.function).results
    found: dict[str, Feedback] = {}
    for name in results:
        part = case_of(case, name)
        got, its_key = outcomes_of(outcomes, name), key_of(key, name)
        probes = its_key.probes[case.function]
        wrong = wrong_at(part, probes, got)
        if wrong:
            found[name] = _difference(part, got, its_key, wrong)
    right = [name for name in results if name not in found]
    measured = "; ".join(f"{name}: {each.measured}" for name, each in found.items())
    if right:
        measured = f"{measured}; {' and '.join(right)}: right"
    first = next(iter(found.values()))
    causes = dict.fromkeys(each.usually for each in found.values() if each.usually)
    return replace(first, measured=measured, usually="; ".join(causes))


def _difference(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, wrong: Wrong) -> Feedback:
    """Report how one result differs, with the known mistake of which it is the result."""
    found = difference(case, outcomes, key, wrong)
    mistake = named(case.function, key.probes[case.function], outcomes, key.known)
    if mistake is None:
        return found
    return replace(found, usually=mistake.misconception, note=mistake.note)
