"""What is wrong with each result of a function that has several: every array is looked at by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.diagnosis.alone import RunnerWithMemory, case_of, key_of, outcomes_of
from autograder.diagnosis.by_array import law_at_probes
from autograder.diagnosis.known import lacks_cause, named
from autograder.diagnosis.measured import Wrong, difference, wrong_at
from autograder.exercise.answers import AnswerKey, WrongForms
from autograder.exercise.mistakes import Mistake
from autograder.facts.outcomes import Outcome
from autograder.facts.verdict import Feedback

FormsOf = Callable[[AnswerKey], Sequence[WrongForms]]
"""Takes wrong forms out of an answer key, the likeliest first."""


def differences_by_array(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, _: Wrong) -> Feedback:
    """Report how each wrong result differs from the right one, the name of the array first.

    A known mistake in one array alone gives the cause of that; a fact that has no cause gets that of an edit
    of the reference. The note is that of the cause only if it explains every wrong array.
    """
    remembering = RunnerWithMemory(case.runner, {})
    case = case._replace(runner=remembering)
    parts = _wrong_parts(case, outcomes, key)
    facts = {part.name: _fact(case, outcomes, key, part) for part in parts}
    causes = _causes_alone(parts, _mistakes_of)
    open_parts = [part for part in parts if _is_open(part.name, facts, causes)]
    causes |= _edits(case, outcomes, key, open_parts)
    feedback = _with_causes(facts, causes)
    results = case.task.function(case.function).results
    together = _together(feedback, results)
    return replace(together, note=_note(facts, causes))


def _fact(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, part: Part) -> Feedback:
    return law_at_probes(case, outcomes, key, part.name) or _difference(part)


def _mistakes_of(key: AnswerKey) -> Sequence[WrongForms]:
    return [key.mistakes]


def _causes_alone(parts: Sequence[Part], forms: FormsOf) -> dict[str, Mistake]:
    """Find the wrong forms that are wrong in one result alone and behave like it, by its name."""
    causes: dict[str, Mistake] = {}
    for part in parts:
        function = part.case.function
        mistake = named(function, part.key.probes[function], part.outcomes, forms(part.key))
        if mistake is not None:
            causes[part.name] = mistake
    return causes


def _is_open(name: str, facts: Mapping[str, Feedback], causes: Mapping[str, Mistake]) -> bool:
    """Whether it is not known what a wrong result comes from."""
    return name not in causes and lacks_cause(facts[name])


def _note(facts: Mapping[str, Feedback], causes: Mapping[str, Mistake]) -> str | None:
    """Choose the note of the one cause of all that is wrong; without one, that of the first fact."""
    different_causes = set(causes.values())
    if causes.keys() == facts.keys() and len(different_causes) == 1:
        return different_causes.pop().note
    return next(iter(facts.values())).note


class Part(NamedTuple):
    """One result of a function, as if it were the only one."""

    name: str
    case: Case
    key: AnswerKey
    outcomes: tuple[Outcome, ...]
    wrong: Wrong


def _wrong_parts(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> list[Part]:
    """Take the wrong results of a function apart."""
    parts = [_part(case, outcomes, key, name) for name in case.task.function(case.function).results]
    return [part for part in parts if part.wrong]


def _part(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, name: str) -> Part:
    its_case, its_key, its_outcomes = case_of(case, name), key_of(key, name), outcomes_of(outcomes, name)
    wrong = wrong_at(its_case, its_key.probes[case.function], its_outcomes)
    return Part(name, its_case, its_key, its_outcomes, wrong)


def _edits(
    case: Case, outcomes: Sequence[Outcome], key: AnswerKey, parts: Sequence[Part]
) -> dict[str, Mistake]:
    """Find the edit that gives all results as they are, or else those that give one of them each."""
    if not parts:
        return {}
    edit = named(case.function, key.probes[case.function], outcomes, key.edits)
    if edit is not None:
        return dict.fromkeys((part.name for part in parts), edit)
    return _causes_alone(parts, attrgetter("edits"))


def _with_causes(facts: Mapping[str, Feedback], causes: Mapping[str, Mistake]) -> dict[str, Feedback]:
    """Add the causes that are known to facts."""
    sentences = {name: cause.misconception for name, cause in causes.items()}
    return {name: replace(fact, usually=sentences.get(name, fact.usually)) for name, fact in facts.items()}


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


def _difference(part: Part) -> Feedback:
    """Report how one result differs where no law says so."""
    feedback = difference(part.case, part.outcomes, part.key, part.wrong)
    return replace(feedback, measured=f"{part.name}: {feedback.measured}")
