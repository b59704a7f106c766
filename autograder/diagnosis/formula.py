"""What a function computes, as a formula that its values give away: for one sample, and over several."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import function_at, is_plain
from autograder.checks.probe import Probe
from autograder.diagnosis.one_sample import Formula, Sample, Table, candidates
from autograder.diagnosis.over_samples import Answered, evidence_at, fits, is_near, over_samples
from autograder.facts.calls import Array, Call, Value, vector
from autograder.facts.outcomes import Outcome, array_of
from autograder.facts.quantities import Real, axes_of
from autograder.facts.task import Task
from autograder.numerics.polynomial import DEGREE, lattice

ORIGINS = (1.0, 2.0, 8.0, 13.0)
"""Where the lattice begins for each quantity: no difference of two of them is 0 on it."""
FORMULA_SAMPLES = (
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
SAMPLE_GROUPS = ((0, 1), (2, 6, 4), (5, 0, 3, 7))
"""Samples by number that are handed over together: how a function puts samples together shows here."""

LOW = 2
"""Degree of most formulas, tried first: it takes a third of the calls."""
LENGTH = 2
"""Length of the axes of parameters that are arrays."""
FORMULA_PARAMETERS = (1.75, -0.625)
"""The parameters for all samples of a group."""


def formula(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> str:
    """Say what a function computes, where a short formula fits all its values; empty if none does.

    Tried on samples of our own: no closed probe is needed to find it, and none can be read from it. What
    the function answered when it was marked, at the probes where formulas are exact, has to fit besides.
    """
    if not _takes_samples(case):
        return ""
    names = _quantities(case)
    tried = _try(case, names)
    if tried is None:
        return ""
    for degree in (LOW, DEGREE):
        fitting = [each for each in _candidates(case, names, tried, degree) if fits(each, list, tried.alone)]
        if fitting:
            return over_samples(fitting, tried.groups, evidence_at(names, probes, outcomes))
    return ""


def _quantities(case: Case) -> tuple[str, ...]:
    """Name what a function computes with: its arguments, then the parameters that are not among them."""
    arguments = case.task.function(case.function).arguments
    return tuple(dict.fromkeys((*arguments, *_numbers_among(case.task))))


def _numbers_among(task: Task) -> list[str]:
    """Name the parameters that are single numbers; in a formula, no other can occur."""
    return [name for name in task.parameters if not axes_of(task.arrays[name])]


def _arrays_among(task: Task) -> dict[str, Value]:
    """Give each parameter that is an array some value, on which a formula does not depend."""
    values: dict[str, Value] = {}
    for name in task.parameters:
        axes = axes_of(task.arrays[name])
        shape = tuple(size if isinstance(size, int) else LENGTH for size in axes)
        if axes:
            values[name] = Array("float64", shape, (FORMULA_PARAMETERS[0],) * math.prod(shape))
    return values


def _takes_samples(case: Case) -> bool:
    """Whether a function takes a number for each sample, and all parameters are global numbers; both few."""
    task = case.task
    if not is_plain(task, case.function):
        return False
    arguments, parameters = task.function(case.function).arguments, _numbers_among(task)
    if len(_quantities(case)) > len(ORIGINS) or len(parameters) > len(FORMULA_PARAMETERS):
        return False
    if not set(arguments).isdisjoint(task.parameters):
        return False
    drawn = [name for name in arguments if task.maker(name) is None]
    return all(_is_vector(task, name) for name in drawn)


def _is_vector(task: Task, name: str) -> bool:
    quantity = task.arrays.get(name)
    return isinstance(quantity, Real) and len(axes_of(quantity)) == 1


class _Tried(NamedTuple):
    """What a function gave for the samples of our own, before a formula is looked for."""

    axes: tuple[int, ...]
    """The quantities on which its values depend, by number."""
    alone: list[Answered]
    """Samples that were handed over one by one."""
    groups: list[Answered]


def _try(case: Case, names: tuple[str, ...]) -> _Tried | None:
    """Call a function with samples of our own; None if it gives other than one number for one of them.

    None as well if its values depend on no quantity.
    """
    count = len(names)
    corner = _corner(count)
    samples = [sample[:count] for sample in FORMULA_SAMPLES]
    alone = [[sample] for sample in (*corner, *samples)]
    groups = _groups(case)
    answers = _answers(case, alone + groups, "samples")
    values = _numbers(answers[: len(alone)])
    if not values:
        return None
    at_origin, *beside = values[: len(corner)]
    axes = tuple(axis for axis, value in enumerate(beside) if not is_near(value, at_origin))
    if not axes:
        return None
    return _Tried(axes, answers[len(corner) : len(alone)], answers[len(alone) :])


def _corner(count: int) -> list[Sample]:
    """Return the sample at which the lattice begins, and one beside it along each axis."""
    origin = ORIGINS[:count]
    return [origin, *(_moved(origin, [axis], [1]) for axis in range(count))]


def _moved(origin: Sample, axes: Sequence[int], steps: Sequence[int]) -> Sample:
    """Return the sample that lies some steps from another along some axes."""
    sample = list(origin)
    for axis, step in zip(axes, steps, strict=True):
        sample[axis] += step
    return tuple(sample)


def _groups(case: Case) -> list[list[Sample]]:
    """Make the groups of samples that are handed over together, with parameters that are the same in each."""
    arguments = case.task.function(case.function).arguments
    parameters = FORMULA_PARAMETERS[: len(_numbers_among(case.task))]
    samples = [(*sample[: len(arguments)], *parameters) for sample in FORMULA_SAMPLES]
    return [[samples[number] for number in group] for group in SAMPLE_GROUPS]


def _candidates(case: Case, names: tuple[str, ...], tried: _Tried, degree: int) -> Iterator[Formula]:
    """List the formulas up to a degree that fit on the lattice; none if the function fails on some of it."""
    origin = ORIGINS[: len(names)]
    steps = lattice(len(tried.axes), degree)
    nodes = [_moved(origin, tried.axes, each) for each in steps]
    answers = _answers(case, [[node] for node in nodes], (tried.axes, degree))
    values = _numbers(answers)
    if values:
        yield from candidates(Table(names, tried.axes, degree, nodes, values))


def _answers(case: Case, groups: Sequence[Sequence[Sample]], what: Hashable) -> list[Answered]:
    """Call the function for one group of samples after another; `what` says which ones these are."""
    question = ("formula", case.function, what)
    calls = case.plan.packed(question, (_call(case, group) for group in groups))
    arrays = map(array_of, case.runner.run(calls))
    return [Answered(group, _finite(array)) for group, array in zip(groups, arrays, strict=True)]


def _call(case: Case, samples: Sequence[Sample]) -> Call:
    """Make the call with some samples, in all of which the parameters are the same."""
    task = case.task
    columns = zip(*samples, strict=True)
    values = _arrays_among(task)
    for name, column in zip(_quantities(case), columns, strict=True):
        is_parameter = name in task.parameters
        values[name] = column[0] if is_parameter else vector(column)
    return function_at(task, case.function, values)


def _finite(array: Array | None) -> Sequence[float]:
    return array.values if array is not None and array.finite else ()


def _numbers(answers: Sequence[Answered]) -> list[float]:
    """Take the one number of each answer; empty if some answer is not one number."""
    numbers = [float(answered.values[0]) for answered in answers if len(answered.values) == 1]
    return numbers if len(numbers) == len(answers) else []
