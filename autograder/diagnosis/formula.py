"""What a function computes, as a formula that its values give away: for one sample, and over several."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, repeat

from autograder.checks.case import Case
from autograder.checks.composed import function_at
from autograder.checks.probe import Probe
from autograder.facts.calls import Array, vector
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.quantities import Real, axes_of
from autograder.facts.task import Task
from autograder.numerics.polynomial import DEGREE, NOISE, Polynomial, interpolated, lattice
from autograder.numerics.sums import total

ORIGINS = (1, 2, 8, 13)
"""Where the lattice begins for each quantity: no difference of two of them is 0 on it."""
SAMPLES = (
    (-3.0, 2.5, -5.0, 1.5),
    (2.0, -4.0, 0.5, -1.25),
    (-1.5, -6.0, 3.0, -2.5),
    (4.0, 5.5, -2.0, 0.75),
    (0.5, -1.0, -8.0, 2.25),
    (-2.5, 3.0, 9.0, -0.5),
    (1.5, 2.0, 2.125, 0.25),
    (0.25, -1.5, -1.75, -0.125),
    (-400.0, 900.0, -700.0, 30.0),
)
"""A value for each quantity, with all signs, near together and far out: what fits on the lattice has to fit
here as well."""
GROUPS = ((0, 1), (2, 6, 4), (5, 0, 3, 7))
"""Samples by number that are handed over together: how a function puts samples together shows here."""

LOW = 2
"""Degree of most formulas, tried first: it takes a third of the calls."""
PARAMETERS = (1.75, -0.625)
"""The parameters for all samples of a group."""

Sample = tuple[float, ...]

Way = Callable[[list[float]], Sequence[float]]
Answered = tuple[Sequence[Sample], Sequence[float]]

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


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula for one sample, in words and as a function."""

    words: str
    at: Callable[[Sample], float]
    axes: frozenset[int] = frozenset()  # the quantities in it, by number


def formula(case: Case, evidence: Sequence[tuple[Probe, Outcome]]) -> str:
    """Say what a function computes, where a short formula fits all its values; empty if none does.

    Tried on samples of our own: no closed probe is needed to find it, and none can be read from it. What
    the function answered when it was marked, at the probes where formulas are exact, has to fit besides.
    """
    arguments = case.task.function(case.function).arguments
    names = tuple(dict.fromkeys((*arguments, *case.task.parameters)))
    if (
        len(names) > len(ORIGINS)
        or len(case.task.parameters) > len(PARAMETERS)
        or not _are_samples(case.task, arguments)
    ):
        return ""
    origin = tuple(float(o) for o in ORIGINS[: len(names)])
    moved = [tuple(v + (k == axis) for k, v in enumerate(origin)) for axis in range(len(names))]
    samples = [sample[: len(names)] for sample in SAMPLES]
    fixed = PARAMETERS[: len(names) - len(arguments)]
    groups = [[(*SAMPLES[k][: len(arguments)], *fixed) for k in group] for group in GROUPS]
    answers = _answers(case, [[origin], *([sample] for sample in (*moved, *samples)), *groups])
    tried = _numbers(answers[: -len(groups)])
    if tried is None:
        return ""
    relevant = [axis for axis in range(len(names)) if not _same(tried[1 + axis], tried[0])]
    checks = list(zip(samples, tried[len(names) + 1 :], strict=True))
    for degree in (LOW, DEGREE) if relevant else ():
        nodes = [_node(origin, relevant, steps) for steps in lattice(len(relevant), degree)]
        values = _numbers(_answers(case, [[node] for node in nodes]))
        fitting = [
            candidate
            for candidate in _candidates(names, relevant, nodes, values or (), degree)
            if all(_same(value, candidate.at(sample)) for sample, value in checks)
        ]
        if fitting:
            grouped = list(zip(groups, answers[-len(groups) :], strict=True))
            return _together(names, grouped, evidence, fitting)
    return ""


def _node(origin: Sample, relevant: Sequence[int], steps: Sequence[int]) -> Sample:
    moves = dict(zip(relevant, steps, strict=True))
    return tuple(v + moves.get(axis, 0) for axis, v in enumerate(origin))


def _candidates(
    names: tuple[str, ...],
    relevant: Sequence[int],
    nodes: Sequence[Sample],
    values: Sequence[float],
    degree: int,
) -> Iterator[Formula]:
    """List formulas that fit the lattice: polynomials, then quotients, each as it is, cut or with a sign.

    Quotients wait for the largest lattice, of which the part of a lower degree is enough for them.
    """
    terms = _terms(names)
    divisors = [term for term in terms if term.axes <= set(relevant)] if degree == DEGREE else []
    for divisor in (None, *divisors) if values else ():
        below = degree - (divisor is not None)
        chosen = [k for k, steps in enumerate(lattice(len(relevant), degree)) if sum(steps) <= below]
        products = [values[k] * (divisor.at(nodes[k]) if divisor else 1.0) for k in chosen]
        start = [int(nodes[0][k]) for k in relevant]
        above = interpolated(tuple(names[k] for k in relevant), start, products, below)
        if above is not None and above.coefficients:
            yield from _variants(_quotient(relevant, above, divisor), terms)


def _terms(names: tuple[str, ...]) -> list[Formula]:
    """List what a formula may divide by or look at the sign of: a quantity, a difference of two arguments."""

    def quantity(k: int) -> Formula:
        return Formula(names[k], lambda s: s[k], frozenset({k}))

    def difference(a: int, b: int) -> Formula:
        return Formula(f"({names[b]} - {names[a]})", lambda s: s[b] - s[a], frozenset({a, b}))

    arguments = range(len(names) - 1)
    return [*map(quantity, range(len(names))), *(difference(a, b) for a, b in combinations(arguments, 2))]


def _quotient(relevant: Sequence[int], above: Polynomial, below: Formula | None) -> Formula:
    bracketed = f"({above})" if len(above.coefficients) > 1 else str(above)

    def value(sample: Sample) -> float:
        under = below.at(sample) if below else 1.0
        return above.at([sample[k] for k in relevant]) / under if under else math.nan

    return Formula(f"{bracketed} / {below.words}" if below else bracketed, value)


def _variants(plain: Formula, terms: Sequence[Formula]) -> Iterator[Formula]:
    """List what agrees with a formula on the lattice, where it and all terms are positive."""
    words, value = plain.words, plain.at
    bare = words[1:-1] if words.startswith("(") and words.endswith(")") and words.count("(") == 1 else words
    yield Formula(bare, value)
    yield Formula(f"abs({bare})", lambda s: abs(value(s)))
    yield Formula(f"max({bare}, 0)", lambda s: max(value(s), 0.0))
    yield Formula(f"min({bare}, 0)", lambda s: min(value(s), 0.0))
    for term in terms:
        yield _with_sign(plain, term)
        yield _where_positive(bare, plain, term)


def _with_sign(plain: Formula, term: Formula) -> Formula:
    return Formula(
        f"{plain.words} * sign({term.words.strip('()')})",
        lambda s: _sign(term.at(s)) * plain.at(s),
    )


def _sign(value: float) -> float:
    return math.copysign(1.0, value) if value else 0.0


def _where_positive(bare: str, plain: Formula, term: Formula) -> Formula:
    return Formula(
        f"{bare} where {term.words.strip('()')} > 0, and 0 elsewhere",
        lambda s: plain.at(s) if term.at(s) > 0 else 0.0,
    )


def _together(
    names: Sequence[str],
    groups: Sequence[Answered],
    evidence: Sequence[tuple[Probe, Outcome]],
    fitting: Sequence[Formula],
) -> str:
    """Say how a function puts its values for single samples together, by the first formula no call denies.

    Empty if that is the right formula: what is wrong is something else.
    """
    arrays = [
        (_samples(names, p), array)
        for p, o in evidence
        if (array := array_of(o)) is not None and array.finite
    ]
    got = [*groups, *((samples, array.values) for samples, array in arrays)]
    right = [(_samples(names, p), p.expected.values) for p, _ in evidence]
    for one in fitting:
        for words, way in WAYS:
            if _fits(one, way, got):
                return "" if _fits(one, way, right) else words.format(one.words)
    single = (one for one in fitting if _fits(one, list, got, 1) and not _fits(one, list, right, 1))
    return next((f"for a single sample {one.words}" for one in single), "")


def _fits(one: Formula, way: Way, known: Sequence[Answered], size: int = 0) -> bool:
    """Whether a formula, put together in one way, gives all known values, or those for groups of a size."""
    return all(
        _all_same(way([one.at(sample) for sample in samples]), values)
        for samples, values in known
        if size in {0, len(samples)}
    )


def _samples(names: Sequence[str], probe: Probe) -> list[Sample]:
    """Take the inputs of a call apart, sample by sample; a number is the same in all of them."""
    values = [probe.call.inputs[name] for name in names]
    columns = [value.values if isinstance(value, Array) else repeat(value) for value in values]
    if not any(isinstance(value, Array) for value in values):
        return [tuple(value for value in values if not isinstance(value, Array))]
    return list(zip(*columns, strict=False))


def _answers(case: Case, groups: Sequence[Sequence[Sample]]) -> list[Sequence[float]]:
    """Call the function for one group of samples after another; empty where it gave no finite numbers."""
    arguments = case.task.function(case.function).arguments
    calls = []
    for group in groups:
        data = {name: vector(tuple(sample[k] for sample in group)) for k, name in enumerate(arguments)}
        parameters = dict(zip(case.task.parameters, group[0][len(arguments) :], strict=True))
        calls.append(function_at(case.task, case.function, {**data, **parameters}))
    arrays = map(array_of, case.runner.run(tuple(calls)))
    return [array.values if array is not None and array.finite else () for array in arrays]


def _are_samples(task: Task, arguments: Sequence[str]) -> bool:
    """Whether a function takes one number for each sample, and all parameters are global numbers."""
    drawn = [name for name in arguments if task.maker(name) is None]
    vectors = all(
        isinstance(task.arrays.get(name), Real) and len(axes_of(task.arrays[name])) == 1 for name in drawn
    )
    numbers = all(not axes_of(task.arrays[name]) for name in task.parameters)
    return vectors and numbers and set(arguments).isdisjoint(task.parameters)


def _numbers(answers: Sequence[Sequence[float]]) -> list[float] | None:
    """Take the one number of each answer; None if some answer is not one number."""
    numbers = [float(answer[0]) for answer in answers if len(answer) == 1]
    return numbers if len(numbers) == len(answers) else None


def _all_same(expected: Sequence[float], got: Sequence[float]) -> bool:
    return len(expected) == len(got) and all(map(_same, expected, got))


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= NOISE * max(abs(a), abs(b), 1.0)
