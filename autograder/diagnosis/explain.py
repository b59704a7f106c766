"""Say what is wrong with a function that failed: the measured fact, the mistake behind it, an example."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case, Probe
from autograder.checks.reference import agrees_at, right_at
from autograder.diagnosis.duplicates import duplicate
from autograder.diagnosis.formula import formula
from autograder.diagnosis.globals import added_global, other_global
from autograder.diagnosis.known import named
from autograder.diagnosis.patterns import pattern, vague_pattern
from autograder.diagnosis.reactions import reaction
from autograder.diagnosis.signature import other_signature
from autograder.diagnosis.smallest import smallest_example
from autograder.diagnosis.unused import unused_arguments
from autograder.exercise.answers import AnswerKey
from autograder.exercise.mistakes import Mistake
from autograder.facts.calls import Array, Opaque
from autograder.facts.messages import differences, returns
from autograder.facts.notes import Tail
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Answer, Feedback, Verdict
from autograder.numerics.compare import same_shape
from autograder.numerics.ratios import Sample, ratio_sentence

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
    wrong = [
        (probe, outcome)
        for probe, outcome in zip(probes, outcomes, strict=True)
        if isinstance(outcome, Returned) and not right_at(case, outcome, probe)
    ]
    breach = _breach(case, outcomes)
    if breach is not None and not wrong:
        return breach
    beside = beside or added_global(case, outcomes, probes)
    found = beside or _kind(case, wrong) or _values(case, outcomes, key)
    if breach is not None:
        found = replace(breach, measured=f"{found.measured}; {breach.measured}", usually=found.usually)
    elif mistake is not None and beside is None:
        found = replace(found, usually=mistake.misconception, note=mistake.note)
    elif found.note == f"{case.function}/{Tail.SHAPE}":
        found = _with_unused(case, found, answer, key)
    simple = key.simple.get(case.function) or tuple(p for p in probes if p.shown)
    of_others = found.note == f"{case.function}/{Tail.OTHER_PARAMETERS}"  # an example would name the task's
    smallest = smallest_example(case, simple) if wrong and not of_others else ""
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
        return returns.sets_parameter(case.function, parameter=case.task.parameter, line=case.line)
    data = sorted({name for outcome in returned for name in outcome.data})
    if data:
        changed_data = " and ".join(data[:MOST_NAMED])
        return returns.changes_data(case.function, names=changed_data, line=case.line)
    return None


def _kind(case: Case, wrong: Sequence[tuple[Probe, Returned]]) -> Feedback | None:
    """Find values of the wrong type or shape, and never finite ones; the largest size tells most.

    Of an array that was too large to cross, as one of N x N entries is at a large N, only the shape is known.
    """
    for probe, outcome in sorted(wrong, key=lambda pair: (_is_too_large(pair[1]), -pair[0].n)):
        value, right = outcome.value, probe.expected
        expected = "a single number" if right.shape == () else f"an array of shape {right.shape}"
        if isinstance(value, Opaque) and value.type == "NoneType":
            report = returns.prints_not_returns if outcome.printed else returns.returns_nothing
            return report(case.function, expected=expected)
        if isinstance(value, Array) and value.dtype == "bool":
            return returns.other_type(case.function, got="True or False", expected=expected)
        if isinstance(value, Opaque):
            return returns.other_type(case.function, got=value.kind, expected=expected)
        if not same_shape(value, right):
            return returns.other_shape(case.function, got=value.shape, expected=expected)
    if wrong and not any(isinstance(o.value, Array) and o.value.finite for _, o in wrong):
        return returns.not_finite(case.function)
    return None


def _is_too_large(outcome: Returned) -> bool:
    return isinstance(outcome.value, Opaque) and outcome.value.type.startswith("array of shape")


def _values(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback:
    """Tell how wrong values differ from right ones: the most telling fact that holds in every call."""
    probes = key.probes[case.function]
    return (
        pattern(case.function, probes, outcomes)
        or _law(case, outcomes, key)
        or vague_pattern(case, probes, outcomes)
        or _reaction(case, outcomes, key)
    )


def _law(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback | None:
    """Find what multiple of the right value it is, which function of the file it equals, or its formula."""
    probes = key.probes[case.function]
    ratio = _ratio(probes, outcomes)
    if ratio:
        return differences.multiple(case.function, ratio=ratio)
    other = duplicate(case, probes, outcomes)
    if other:
        return differences.same_as(case.function, other=other)
    exact = [(p, o) for p, o in zip(probes, outcomes, strict=True) if p.exact]
    computed = formula(case, exact)
    return differences.formula(case.function, formula=computed) if computed else None


def _reaction(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback:
    """Tell how it answers to a change, and that it is right for one sample; at the least, how often wrong."""
    probes = key.probes[case.function]
    reacts = reaction(case, key.trials.get(case.function, ()))
    sizes = _wrong_sizes(probes, outcomes)
    if sizes:
        return differences.several_samples(case.function, sizes=sizes, reacts=reacts)
    if reacts:
        return differences.reacts(case.function, reacts=reacts)
    wrong = sum(not right_at(case, o, p) for p, o in zip(probes, outcomes, strict=True))
    return differences.unnamed(case.function, wrong=wrong, calls=len(probes))


def _wrong_sizes(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> str:
    """List the sizes at which every exact call went wrong, where one for a single sample never did."""
    agree = [
        (probe.n, agrees_at(outcome, probe))
        for probe, outcome in zip(probes, outcomes, strict=True)
        if probe.exact and any(probe.expected.values)  # many a wrong value is 0 where the right one is
    ]
    one_right = all(right for n, right in agree if n == 1)
    if not one_right or any(right for n, right in agree if n > 1):
        return ""
    return ", ".join(map(str, sorted({n for n, _ in agree if n > 1})))


def _ratio(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> str:
    """Say what multiple of the right value was returned, and at which N no number was."""
    samples = _samples(probes, outcomes)
    finite = [sample for sample in samples if math.isfinite(sample[1])]
    told = ratio_sentence(finite, "the right value")
    never = sorted({n for n, got, _ in samples if not math.isfinite(got)})
    return f"{told}; nan or inf at N = {', '.join(map(str, never))}" if told and never else told


def _samples(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> list[Sample]:
    """Pair got and expected numbers with N, where exact arithmetic makes a ratio mean something."""
    samples = []
    for probe, outcome in zip(probes, outcomes, strict=True):
        value = outcome.value if isinstance(outcome, Returned) else None
        if probe.exact and isinstance(value, Array) and same_shape(value, probe.expected):
            samples += [
                (probe.n, float(g), float(e))
                for g, e in zip(value.values, probe.expected.values, strict=True)
            ]
    return samples
