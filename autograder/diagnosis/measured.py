"""How wrong values differ from right ones: their kind, a law, a pattern, or how they answer to a change."""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at, right_at
from autograder.diagnosis.duplicates import duplicate
from autograder.diagnosis.formula import formula
from autograder.diagnosis.patterns import pattern, vague_pattern
from autograder.diagnosis.reactions import reaction
from autograder.exercise.answers import AnswerKey
from autograder.facts.calls import Array, Opaque
from autograder.facts.messages import differences, returns
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import same_shape
from autograder.numerics.ratios import Sample, ratio_sentence

Wrong = Sequence[tuple[Probe, Returned]]
"""The probes at which a function is wrong, with what it returned."""


def wrong_at(
    case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]
) -> list[tuple[Probe, Returned]]:
    """List the probes at which a function returned something wrong."""
    return [
        (probe, outcome)
        for probe, outcome in zip(probes, outcomes, strict=True)
        if isinstance(outcome, Returned) and not right_at(case, outcome, probe)
    ]


def difference(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, wrong: Wrong) -> Feedback:
    """Report how one result differs from the right one, by the most telling fact that holds in every call."""
    return _kind(case, wrong) or _values(case, outcomes, key)


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
