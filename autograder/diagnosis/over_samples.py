"""How a function puts its values for single samples together: their mean, their sum, one for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from autograder.checks.probe import Probe
from autograder.diagnosis.one_sample import Formula, Sample
from autograder.facts.calls import Array, Value
from autograder.facts.outcomes import Outcome, array_of
from autograder.numerics.polynomial import NOISE
from autograder.numerics.sums import total

Way = Callable[[list[float]], Sequence[float]]

WAYS: tuple[tuple[str, Way], ...] = (
    ("{}", lambda v: v[:1] if len(set(v)) == 1 else ()),
    ("{}, divided by N", lambda v: (v[0] / len(v),) if len(set(v)) == 1 else ()),
    ("the mean over the samples of {}", lambda v: (total(v) / len(v),)),
    ("the sum over the samples of {}", lambda v: (total(v),)),
    ("for each sample {}", lambda v: v),
    ("for each sample {}, divided by N", lambda v: [value / len(v) for value in v]),
    ("the sum over the samples of {}, divided by N twice", lambda v: (total(v) / len(v) ** 2,)),
    ("for the first sample alone {}", lambda v: v[:1]),
    ("for the last sample alone {}", lambda v: v[-1:]),
    ("the largest over the samples of {}", lambda v: (max(v),)),
    ("the smallest over the samples of {}", lambda v: (min(v),)),
)
"""How a function may put the values of its samples together."""


class Answered(NamedTuple):
    """The numbers that a call with some samples gives; empty where it gives no finite numbers."""

    samples: Sequence[Sample]
    values: Sequence[float]


class Evidence(NamedTuple):
    """What a function gave, and what would have been right, at the probes where formulas are exact."""

    got: list[Answered]
    right: list[Answered]


def evidence_at(names: Sequence[str], probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Evidence:
    """Take exact probes and their outcomes apart, sample by sample."""
    evidence = Evidence([], [])
    for probe, outcome in zip(probes, outcomes, strict=True):
        if not probe.exact:
            continue
        samples = _samples_at(names, probe)
        evidence.right.append(Answered(samples, probe.expected.values))
        array = array_of(outcome)
        if array is not None and array.finite:
            evidence.got.append(Answered(samples, array.values))
    return evidence


def _samples_at(names: Sequence[str], probe: Probe) -> list[Sample]:
    """Take the inputs of a call apart, sample by sample; a number is the same in all of them."""
    inputs = [probe.call.inputs[name] for name in names]
    samples = min((len(value.values) for value in inputs if isinstance(value, Array)), default=1)
    columns = [_column(value, samples) for value in inputs]
    return list(zip(*columns, strict=True))


def _column(value: Value, samples: int) -> tuple[float, ...]:
    return value.values[:samples] if isinstance(value, Array) else (value,) * samples


def over_samples(fitting: Sequence[Formula], groups: Sequence[Answered], evidence: Evidence) -> str:
    """Say how a function puts its values for single samples together, by the first formula no call denies.

    Empty if that is the right formula: what is wrong is something else.
    """
    got = [*groups, *evidence.got]
    for formula in fitting:
        for words, way in WAYS:
            if not fits(formula, way, got):
                continue
            if fits(formula, way, evidence.right):
                return ""
            return words.format(formula.words)
    return _for_a_single_sample(fitting, got, evidence.right)


def _for_a_single_sample(
    fitting: Sequence[Formula], got: Sequence[Answered], right: Sequence[Answered]
) -> str:
    """Say what a function computes for one sample alone; empty if no formula is sure, or it is right."""
    alone, right_alone = _of_one_sample(got), _of_one_sample(right)
    for formula in fitting:
        if fits(formula, list, alone) and not fits(formula, list, right_alone):
            return f"for a single sample {formula.words}"
    return ""


def _of_one_sample(answers: Sequence[Answered]) -> list[Answered]:
    return [answered for answered in answers if len(answered.samples) == 1]


def fits(formula: Formula, way: Way, answers: Sequence[Answered]) -> bool:
    """Whether a formula, put together in one way, gives the numbers of all answers."""
    return all(_gives(formula, way, answered) for answered in answers)


def _gives(formula: Formula, way: Way, answered: Answered) -> bool:
    values = way([formula.at(sample) for sample in answered.samples])
    return len(values) == len(answered.values) and all(map(is_near, values, answered.values))


def is_near(a: float, b: float) -> bool:
    """Whether two numbers are one number, but for rounding."""
    return abs(a - b) <= NOISE * max(abs(a), abs(b), 1.0)
