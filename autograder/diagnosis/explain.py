"""Say what is wrong with a function that failed: the measured fact, the mistake behind it, an example."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.diagnosis.by_result import differences_by_array
from autograder.diagnosis.formula import formula
from autograder.diagnosis.globals import added_global, other_global
from autograder.diagnosis.known import named
from autograder.diagnosis.measured import difference, wrong_at
from autograder.diagnosis.signature import other_signature
from autograder.diagnosis.smallest import smallest_example
from autograder.diagnosis.unused import unused_arguments
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Mistake
from autograder.facts.messages import differences, returns
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Answer, Feedback, Verdict

MOST_NAMED = 3
"""Globals that are named as changed."""


def explain(case: Case, answer: Answer, key: AnswerKey) -> Feedback:
    """Explain why a case's function did not pass, from what it answered at the probes.

    What was measured comes from behaviour alone. A known mistake that behaves alike at every probe gives
    the cause; without one, a fact may have a usual cause of its own. What cannot be named is only measured.
    """
    outcomes, probes = answer.evidence, key.probes[case.function]
    mistake = named(case.function, probes, outcomes, key.known)
    beside = other_signature(case, outcomes, key, mistake) or other_global(case, outcomes, probes)
    if answer.verdict is Verdict.RAISED:
        return beside or _raised(answer.feedback, mistake)
    wrong = wrong_at(case, probes, outcomes)
    breach = _breach(case, outcomes)
    if breach is not None and not wrong:
        return breach
    beside = beside or added_global(case, outcomes, probes)
    several = len(case.task.function(case.function).results) > 1
    measure = differences_by_array if several else difference
    found = beside or measure(case, outcomes, key, wrong)
    if breach is not None:
        found = replace(breach, measured=f"{found.measured}; {breach.measured}", usually=found.usually)
    elif mistake is not None and beside is None:
        found = replace(found, usually=mistake.misconception, note=mistake.note)
    elif found.note == f"{case.function}/{Tail.SHAPE}" and not several:
        found = _with_unused(case, found, answer, key)
    of_others = found.note == f"{case.function}/{Tail.OTHER_PARAMETERS}"  # an example would name the task's
    smallest = smallest_example(case, key, wrong) if wrong and not of_others else ""
    return replace(found, smallest=smallest, line=case.line)


def _raised(feedback: Feedback, mistake: Mistake | None) -> Feedback:
    """Name the known mistake that raises alike."""
    if mistake is None:
        return feedback
    where = feedback.usually.partition("; ")[0]
    usually = "; ".join(filter(None, (where, mistake.misconception)))
    return replace(feedback, usually=usually, note=mistake.note)


def _with_unused(case: Case, found: Feedback, answer: Answer, key: AnswerKey) -> Feedback:
    """Name the arguments that explain a wrong shape, as they are not used, with the formula that it hides."""
    probes = key.probes[case.function]
    unused = unused_arguments(case, probes)
    if not unused:
        return found
    exact = [(p, o) for p, o in zip(probes, answer.evidence, strict=True) if p.exact]
    computed = formula(case, exact)
    what = differences.computes(computed) if computed else found.measured
    return returns.unused_argument(case.function, arguments=" and ".join(unused), what=what)


def _breach(case: Case, outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find arguments and training data that were changed, and a parameter that was set."""
    returned = [outcome for outcome in outcomes if isinstance(outcome, Returned)]
    changed = {name for outcome in returned for name in outcome.changed}
    if changed:
        names = case.task.function(case.function).arguments
        ordered = [name for name in names if name in changed]
        arguments = " and ".join([*ordered, *sorted(changed.difference(names))])
        return returns.changes_argument(case.function, arguments=arguments, line=case.line)
    if any(outcome.parameters for outcome in returned):
        set_by_it = {name for outcome in returned for name in outcome.parameters}
        parameters = " and ".join(name for name in case.task.parameters if name in set_by_it)
        return returns.sets_parameter(case.function, parameter=parameters, line=case.line)
    data = sorted({name for outcome in returned for name in outcome.data})
    if data:
        changed_data = " and ".join(data[:MOST_NAMED])
        return returns.changes_data(case.function, names=changed_data, line=case.line)
    return None
