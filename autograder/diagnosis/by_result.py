"""What is wrong with each result of a function that has several: every array is looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of
from autograder.checks.probe import Probe
from autograder.diagnosis.alone import case_of, key_of, outcomes_of
from autograder.diagnosis.by_array import ResultAt, by_array
from autograder.diagnosis.known import named
from autograder.diagnosis.measured import Wrong, difference, wrong_at
from autograder.exercise.answers import AnswerKey
from autograder.facts.calls import Array
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.quantities import Fixed
from autograder.facts.verdict import Feedback


def differences_by_array(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, _: Wrong) -> Feedback:
    """Report how each wrong result differs from the right one, the name of the array first."""
    results = case.task.function(case.function).results
    found: dict[str, Feedback] = {}
    for name in results:
        part = case_of(case, name)
        got, its_key = outcomes_of(outcomes, name), key_of(key, name)
        wrong = wrong_at(part, its_key.probes[case.function], got)
        if wrong:
            law = _law(case, outcomes, key, name)
            found[name] = _with_mistake(
                law or _difference(part, got, its_key, wrong, name), part, got, its_key
            )
    right = [name for name in results if name not in found]
    texts = [each.measured for each in found.values()]
    if right:
        texts.append(f"{' and '.join(right)}: right")
    causes = dict.fromkeys(each.usually for each in found.values() if each.usually)
    first = next(iter(found.values()))
    return replace(first, measured="; ".join(texts), usually="; ".join(causes))


def _law(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, name: str) -> Feedback | None:
    """Find the simple rule by which one result differs from the right one; None if none is sure."""
    task = case.task
    fixed = [each for each, quantity in task.arrays.items() if isinstance(quantity, Fixed)]
    probes = key.probes[case.function]
    seen = [_seen(probe, outcome, name) for probe, outcome in zip(probes, outcomes, strict=True)]
    numbers = [each for each in fixed if each in arguments_of(task, case.function)]
    return by_array(case.function, name, seen, task.parameters, numbers)


def _seen(probe: Probe, outcome: Outcome, name: str) -> ResultAt:
    """Put what came as one result at a probe beside what is right."""
    got = outcome.results.get(name) if isinstance(outcome, Returned) else None
    right = {each: result.value for each, result in probe.results.items()}
    error = {each: result.error for each, result in probe.results.items()}
    return ResultAt(probe.call.inputs, probe.sizes, right, got if isinstance(got, Array) else None, error)


def _difference(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, wrong: Wrong, name: str) -> Feedback:
    """Report how one result differs where no law says so."""
    found = difference(case, outcomes, key, wrong)
    return replace(found, measured=f"{name}: {found.measured}")


def _with_mistake(found: Feedback, case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback:
    """Name the known mistake of which a result is the same."""
    mistake = named(case.function, key.probes[case.function], outcomes, key.known)
    if mistake is None:
        return found
    return replace(found, usually=mistake.misconception, note=mistake.note)
