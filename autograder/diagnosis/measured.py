"""How wrong values differ from right ones: their kind, a law, a pattern, or how they answer to a change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at, right_at
from autograder.diagnosis.conditions import right_where
from autograder.diagnosis.duplicates import duplicate
from autograder.diagnosis.patterns import pattern, vague_pattern
from autograder.diagnosis.ranges import out_of_range
from autograder.diagnosis.reactions import reaction
from autograder.exercise.answers import AnswerKey
from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Array, Opaque
from autograder.facts.messages import differences, returns
from autograder.facts.outcomes import Outcome, Returned, array_of
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
    return _kind(case, wrong, len(outcomes)) or _values(case, outcomes, key)


def _kind(case: Case, wrong: Sequence[tuple[Probe, Returned]], calls: int) -> Feedback | None:
    """Find values of the wrong type or shape, and never finite ones; the largest size tells most.

    Of an array that was too large to cross, as one of N x N entries is at a large N, only the shape is known.
    """
    largest_first = sorted(wrong, key=lambda pair: -pair[0].n)
    for probe, outcome in sorted(largest_first, key=lambda pair: _is_too_large(pair[1])):
        feedback = _kind_at(case.function, probe, outcome)
        if feedback is not None:
            return feedback
    if not wrong or any(_is_finite(outcome) for _, outcome in wrong):
        return None
    return returns.not_finite(case.function, wrong=len(wrong), calls=calls)


def _is_finite(outcome: Returned) -> bool:
    return isinstance(outcome.value, Array) and outcome.value.finite


def _kind_at(function: str, probe: Probe, outcome: Returned) -> Feedback | None:
    """Find a value of the wrong type or shape in one call."""
    value, right = outcome.value, probe.expected
    expected = f"an array of shape {right.shape}" if right.shape else "a single number"
    if isinstance(value, Opaque) and value.type == "NoneType":
        report = returns.prints_not_returns if outcome.printed else returns.returns_nothing
        return report(function, expected=expected)
    if isinstance(value, Opaque) and value.type == NOT_SET:
        return returns.not_set(function)
    if isinstance(value, Opaque):
        return returns.other_type(function, got=value.kind, expected=expected)
    if value.dtype == "bool":
        return returns.other_type(function, got="True or False", expected=expected)
    if not same_shape(value, right):
        return returns.other_shape(function, got=value.shape, expected=expected)
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
    rule = _rule(case, outcomes, key)
    if rule is not None:
        return rule
    other = duplicate(case, probes, outcomes)
    if other:
        return differences.same_as(case.function, other=other)
    from autograder.diagnosis.formula import formula  # noqa: PLC0415 - where no rule is found

    computed = formula(case, probes, outcomes)
    return differences.formula(case.function, formula=computed) if computed else None


def _rule(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback | None:
    """Find what multiple of the right value it is; where right code rounds, any rule within the bounds."""
    probes = key.probes[case.function]
    if not _are_mostly_exact(probes):
        from autograder.diagnosis.by_array import law_at_probes  # noqa: PLC0415 - where numbers are wrong

        (result,) = probes[0].results
        return law_at_probes(case, outcomes, key, result)
    ratio = _ratio(probes, outcomes)
    return differences.multiple(case.function, ratio=ratio) if ratio else None


def _are_mostly_exact(probes: Sequence[Probe]) -> bool:
    """Whether exact calls speak for the others: a sigmoid is exact far out alone."""
    return 2 * sum(probe.exact for probe in probes) >= len(probes)


def _reaction(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback:
    """Tell how it answers to a change, and that it is right for one sample; at the least, how often wrong."""
    probes = key.probes[case.function]
    reacts = reaction(case, key.trials.get(case.function, ()))
    sizes = _wrong_sizes(probes, outcomes)
    if sizes:
        return differences.several_samples(case.function, sizes=sizes, reacts=reacts)
    if reacts:
        return differences.reacts(case.function, reacts=reacts)
    return out_of_range(case, probes, outcomes) or _at_the_least(case, outcomes, key)


def _at_the_least(case: Case, outcomes: Sequence[Outcome], key: AnswerKey) -> Feedback:
    """Tell how often it is wrong, and where it is right, if that can be said."""
    calls = len(outcomes)
    right = map(partial(right_at, case), outcomes, key.probes[case.function])
    wrong = calls - sum(right)
    where = right_where(case, key.conditions.get(case.function))
    if where:
        return differences.right_under(case.function, where=where, wrong=wrong, calls=calls)
    return differences.unnamed(case.function, wrong=wrong, calls=calls)


def _wrong_sizes(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> str:
    """List the sizes at which every exact call went wrong, where one for a single sample never did."""
    if not _are_mostly_exact(probes):
        return ""
    agree = [
        (probe.n, agrees_at(outcome, probe))
        for probe, outcome in zip(probes, outcomes, strict=True)
        if probe.exact and any(probe.expected.values)  # many a wrong value is 0 where the right one is
    ]
    singles = [right for n, right in agree if n == 1]
    is_right_for_one = bool(singles) and all(singles)
    if not is_right_for_one or any(right for n, right in agree if n > 1):
        return ""
    return ", ".join(map(str, sorted({n for n, _ in agree if n > 1})))


def _ratio(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> str:
    """Say what multiple of the right value was returned, and at which N no number was."""
    samples = _samples(probes, outcomes)
    finite = [sample for sample in samples if math.isfinite(sample.got)]
    sentence = ratio_sentence(finite, "the right value")
    never = {sample.n for sample in samples if not math.isfinite(sample.got)}
    if not sentence or not never:
        return sentence
    sizes = ", ".join(map(str, sorted(never)))
    return f"{sentence}; nan or inf at N = {sizes}"


def _samples(probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> list[Sample]:
    """Pair got and expected numbers with N, where exact arithmetic makes a ratio mean something."""
    samples: list[Sample] = []
    for probe, outcome in zip(probes, outcomes, strict=True):
        array = array_of(outcome)
        if array is not None and probe.exact and same_shape(array, probe.expected):
            samples += _samples_at(probe, array)
    return samples


def _samples_at(probe: Probe, array: Array) -> list[Sample]:
    pairs = zip(array.values, probe.expected.values, strict=True)
    return [Sample(probe.n, float(got), float(expected)) for got, expected in pairs]
