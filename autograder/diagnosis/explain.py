"""Say what is wrong with a function that failed: the measured fact, the mistake behind it, an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.checks.composed import is_plain
from autograder.diagnosis.globals import added_global, other_global
from autograder.diagnosis.known import caused_by, lacks_cause, named
from autograder.diagnosis.measured import Wrong, difference, wrong_at
from autograder.diagnosis.signature import other_signature
from autograder.diagnosis.smallest import smallest_example
from autograder.diagnosis.unused import unused_arguments
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Mistake
from autograder.facts.messages import differences, returns
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Answer, Feedback, Verdict

MOST_GLOBALS_NAMED = 3
"""Globals that are named as changed."""


def explain(case: Case, answer: Answer, key: AnswerKey) -> Feedback:
    """Explain why a case's function did not pass, from what it answered at the probes.

    What was measured comes from behaviour alone. A known mistake that behaves alike at every probe gives
    the cause; without one, a fact may have a usual cause of its own; without that, the cause is the kind of
    the reference's edits that behave alike. What cannot be named is only measured.
    """
    if answer.sharp:
        key = _sharp(key)
        case = case._replace(plan=replace(case.plan, probes=key.probes))
    outcomes, probes = answer.evidence, key.probes[case.function]
    mistake = named(case.function, probes, outcomes, [key.mistakes])
    beside = other_signature(case, outcomes, key, mistake) or other_global(case, outcomes, probes)
    if answer.verdict is Verdict.RAISED:
        return beside or _raised(answer.feedback, mistake)
    wrong = wrong_at(case, probes, outcomes)
    breach = _breach(case, outcomes)
    if breach is not None and not wrong:
        return breach
    beside = beside or added_global(case, outcomes, probes)
    edits = () if mistake is not None else key.edits  # a mistake that is known goes before
    feedback = beside or _differences(case, outcomes, key._replace(edits=edits), wrong)
    if breach is not None:
        measured = f"{feedback.measured}; {breach.measured}"
        feedback = replace(breach, measured=measured, usually=feedback.usually)
    elif mistake is not None and beside is None:
        feedback = caused_by(feedback, mistake)
    elif not _has_several_results(case):
        feedback = _with_cause(case, feedback, answer, key)
    smallest = ""
    takes_others = feedback.note == f"{case.function}/{Tail.OTHER_PARAMETERS}"
    if wrong and not takes_others:  # an example would name the task's parameters
        smallest = smallest_example(case, key, wrong)
    return replace(feedback, smallest=smallest, line=case.line)


def _sharp(key: AnswerKey) -> AnswerKey:
    """Hold values to the bound of float64, where code is known to work in it."""
    probes = {name: tuple(replace(each, sharp=True) for each in of) for name, of in key.probes.items()}
    simple = {name: tuple(replace(each, sharp=True) for each in of) for name, of in key.simple.items()}
    return key._replace(probes=probes, simple=simple)


def _differences(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, wrong: Wrong) -> Feedback:
    if not _has_several_results(case):
        return difference(case, outcomes, key, wrong)
    from autograder.diagnosis.by_result import differences_by_array  # noqa: PLC0415 - few functions have several

    return differences_by_array(case, outcomes, key, wrong)


def _has_several_results(case: Case) -> bool:
    return len(case.task.function(case.function).results) > 1


def _raised(feedback: Feedback, mistake: Mistake | None) -> Feedback:
    """Name the known mistake that raises alike."""
    if mistake is None:
        return feedback
    where = feedback.usually.partition("; ")[0]
    usually = "; ".join(filter(None, (where, mistake.misconception)))
    return replace(feedback, usually=usually, note=mistake.note)


def _with_cause(case: Case, feedback: Feedback, answer: Answer, key: AnswerKey) -> Feedback:
    """Add the usual cause of a fact about the only result, where the fact has none of its own."""
    if feedback.note == f"{case.function}/{Tail.SHAPE}":
        feedback = _with_unused(case, feedback, answer, key)
    if not lacks_cause(feedback):
        return feedback
    return caused_by(feedback, named(case.function, key.probes[case.function], answer.evidence, key.edits))


def _with_unused(case: Case, feedback: Feedback, answer: Answer, key: AnswerKey) -> Feedback:
    """Name the arguments that explain a wrong shape, as they are not used, with the formula that it hides."""
    probes = key.probes[case.function]
    unused = unused_arguments(case, probes)
    if not unused:
        return feedback
    from autograder.diagnosis.formula import formula  # noqa: PLC0415 - seldom needed

    computed = formula(case, probes, answer.evidence)
    what = differences.computes(computed) if computed else feedback.measured
    return returns.unused_argument(case.function, arguments=" and ".join(unused), what=what)


def _breach(case: Case, outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find arguments and training data that were changed, and a parameter that was set."""
    returned = [outcome for outcome in outcomes if isinstance(outcome, Returned)]
    return (
        _changed_arguments(case, returned) or _set_parameters(case, returned) or _changed_data(case, returned)
    )


def _changed_arguments(case: Case, returned: Sequence[Returned]) -> Feedback | None:
    """Report arguments that were changed: those of the task first, in their order."""
    changed = {name for outcome in returned for name in outcome.changed}
    if not changed:
        return None
    names = case.task.function(case.function).arguments
    asked = [name for name in names if name in changed]
    if not asked and not is_plain(case.task, case.function):
        held = " and ".join(sorted(changed))
        return returns.changes_held(case.function, names=held, line=case.line)
    others = sorted(changed.difference(names))
    arguments = " and ".join(asked + others)
    return returns.changes_argument(case.function, arguments=arguments, line=case.line)


def _set_parameters(case: Case, returned: Sequence[Returned]) -> Feedback | None:
    changed = {name for outcome in returned for name in outcome.parameters}
    if not changed:
        return None
    parameters = " and ".join(name for name in case.task.parameters if name in changed)
    return returns.sets_parameter(case.function, parameter=parameters, line=case.line)


def _changed_data(case: Case, returned: Sequence[Returned]) -> Feedback | None:
    changed = sorted({name for outcome in returned for name in outcome.data})
    if not changed:
        return None
    names = " and ".join(changed[:MOST_GLOBALS_NAMED])
    return returns.changes_data(case.function, names=names, line=case.line)
