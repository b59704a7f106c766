"""What is wrong with each result of a function that has several: every array is looked at by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.checks.stacks import array_in
from autograder.diagnosis.alone import case_of, key_of, outcomes_of
from autograder.diagnosis.by_array import ResultAt, by_array
from autograder.diagnosis.known import named
from autograder.diagnosis.measured import Wrong, difference, wrong_at
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Known, Mistake
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.quantities import Fixed
from autograder.facts.verdict import Feedback


def differences_by_array(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, _: Wrong) -> Feedback:
    """Report how each wrong result differs from the right one, the name of the array first.

    A known mistake in one array alone gives the cause of that. The note is that of the mistake only if no
    other array is wrong.
    """
    results = case.task.function(case.function).results
    feedback: dict[str, Feedback] = {}
    mistakes: dict[str, Mistake] = {}
    for name in results:
        part = case_of(case, name)
        got, its_key = outcomes_of(outcomes, name), key_of(_with_mistakes_in(key, case.function, name), name)
        probes = its_key.probes[case.function]
        wrong = wrong_at(part, probes, got)
        if not wrong:
            continue
        feedback[name] = _law(case, outcomes, key, name) or _difference(part, got, its_key, wrong, name)
        mistake = named(case.function, probes, got, its_key.known)
        if mistake is not None:
            mistakes[name] = mistake
            feedback[name] = replace(feedback[name], usually=mistake.misconception)
    first = next(iter(feedback))
    is_explained = mistakes.keys() == feedback.keys() == {first}
    note = mistakes[first].note if is_explained else feedback[first].note
    return replace(_together(feedback, results), note=note)


def _together(feedback: Mapping[str, Feedback], results: Sequence[str]) -> Feedback:
    """Put the feedback on wrong arrays together, and say which arrays are right."""
    measured = [each.measured for each in feedback.values()]
    right = [name for name in results if name not in feedback]
    if right:
        names = " and ".join(right)
        measured.append(f"{names}: right")
    causes = dict.fromkeys(each.usually for each in feedback.values() if each.usually)
    return Feedback("; ".join(measured), _joined(list(causes)))


def _joined(causes: Sequence[str]) -> str:
    """Join causes, some of which are sentences with a full stop."""
    *first, last = causes or [""]
    ended = [cause if cause.endswith(".") else f"{cause};" for cause in first]
    return " ".join([*ended, last])


def _with_mistakes_in(key: AnswerKey, function: str, name: str) -> AnswerKey:
    """Leave those known mistakes that are wrong in one result alone."""
    probes = key.probes[function]
    known = [each for each in key.known if each.mistake.function == function]
    return replace(key, known=tuple(each for each in known if _is_wrong_in(each, probes, name)))


def _is_wrong_in(known: Known, probes: Sequence[Probe], name: str) -> bool:
    """Whether all other results of a known mistake are right."""
    played = [
        (probe, outcome)
        for probe, outcome in zip(probes, known.outcomes, strict=True)
        if isinstance(outcome, Returned)
    ]
    others = [each for each in probes[0].results if each != name]
    return bool(played) and all(
        agrees_at(outcome.alone(other), probe.alone(other)) for probe, outcome in played for other in others
    )


def _law(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, name: str) -> Feedback | None:
    """Find the simple rule by which one result differs from the right one; None if none is sure."""
    pairs = zip(key.probes[case.function], outcomes, strict=True)
    seen = [_seen(probe, outcome, name) for probe, outcome in pairs]
    return by_array(case.function, name, seen, case.task.parameters, _fixed_arguments(case))


def _fixed_arguments(case: Case) -> list[str]:
    """Name the arguments of a function that are numbers of the task."""
    arrays = case.task.arrays
    arguments = arguments_of(case.task, case.function)
    return [name for name in arrays if name in arguments and isinstance(arrays[name], Fixed)]


def _seen(probe: Probe, outcome: Outcome, name: str) -> ResultAt:
    """Put what came as one result at a probe beside what is right."""
    got = array_in(outcome, name)
    right = {each: result.value for each, result in probe.results.items()}
    error = {each: result.error for each, result in probe.results.items()}
    return ResultAt(probe.call.inputs, probe.sizes, right, got, error)


def _difference(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, wrong: Wrong, name: str) -> Feedback:
    """Report how one result differs where no law says so."""
    feedback = difference(case, outcomes, key, wrong)
    return replace(feedback, measured=f"{name}: {feedback.measured}")
