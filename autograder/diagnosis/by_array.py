"""The simple rule by which one array of a function's results differs from the right one, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of
from autograder.checks.probe import Probe
from autograder.checks.stacks import array_in
from autograder.exercise.answers import AnswerKey
from autograder.facts.calls import Array, Named, Value
from autograder.facts.laws import Right
from autograder.facts.messages.laws import law_feedback
from autograder.facts.outcomes import Outcome
from autograder.facts.quantities import Fixed
from autograder.facts.verdict import Feedback
from autograder.numerics.compare import slacks, unit_roundoff, working_precision
from autograder.numerics.laws import law
from autograder.numerics.observations import UNKNOWN, Numbers, Observation, bounded, relative


class ResultAt(NamedTuple):
    """What came as one result of a function at a probe, and what all of its results should be there."""

    inputs: Mapping[str, Value]
    """The arguments and the parameters, by name."""
    sizes: Mapping[str, int]
    right: Mapping[str, Array]
    """By the name of a result: all results of the function."""
    got: Array | None
    """None where no array of numbers came."""
    error: Mapping[str, Sequence[float]] = Named()
    """By the name of a result, e of each entry: right code is within 4 u e of it."""
    spread: Mapping[str, Sequence[float]] = Named()
    """Likewise, how much further right values lie from it; left out where there are none."""


def by_array(
    function: str,
    array: str,
    results: Sequence[ResultAt],
    parameters: Sequence[str],
    numbers: Sequence[str] = (),
) -> Feedback | None:
    """Report the rule by which one result differs from the right one at every probe; None if none is sure.

    `array` is the name of the result; it stands in the measured text if the function has several results.
    `numbers` are those inputs that are numbers of the task, such as the strength of a penalty. Where no array
    of numbers came, nothing is reported: that is another fact.
    """
    names = _Names(array, tuple(parameters), tuple(numbers))
    seen = _observations(results, names)
    rule = law(seen)
    if rule is None or isinstance(rule, Right):
        return None
    name = array if len(results[0].right) > 1 else ""
    return law_feedback(function, rule, array=name)


def law_at_probes(case: Case, outcomes: Sequence[Outcome], key: AnswerKey, name: str) -> Feedback | None:
    """Report the rule by which a result of a case's function differs at the probes; None if none is sure."""
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
    results = probe.results.items()
    return ResultAt(
        probe.call.inputs,
        probe.sizes,
        right={each: result.value for each, result in results},
        got=array_in(outcome, name),
        error={each: result.error for each, result in results},
        spread={each: result.spread for each, result in results},
    )


class _Names(NamedTuple):
    """Which of the names are what."""

    array: str
    parameters: tuple[str, ...]
    numbers: tuple[str, ...]


def _observations(results: Sequence[ResultAt], names: _Names) -> list[Observation]:
    """Put what came beside what is right at each probe; none at all where one is not an array of numbers."""
    arrays = [at.got for at in results if at.got is not None and at.got.dtype != "bool"]
    if len(arrays) < len(results):
        return []
    u = _precision_inside(arrays)
    pairs = zip(results, arrays, strict=True)
    return [_observation(at, got, names, u) for at, got in pairs]


def _precision_inside(arrays: Sequence[Array]) -> float:
    """Return u of the arithmetic of a function that returns float64: it may cast to float32 inside."""
    values = chain.from_iterable(array.values for array in arrays)
    return working_precision("float64", values)


def _observation(at: ResultAt, got: Array, names: _Names, inside: float) -> Observation:
    """Put what came beside what is right, with the slack that rounding has in the precision at work."""
    data = [value for value in at.inputs.values() if isinstance(value, Array)]
    u = max(inside, *(unit_roundoff(array.dtype) for array in (got, *data)))
    right = {
        name: _bounded(value, at.error.get(name), u, at.spread.get(name, ()))
        for name, value in at.right.items()
    }
    numbers = {name: at.inputs[name] for name in names.numbers}
    return Observation(
        sizes=at.sizes,
        got=got,
        right=right.pop(names.array),
        others=right,
        parameters={name: at.inputs[name] for name in names.parameters},
        numbers={name: value for name, value in numbers.items() if not isinstance(value, Array)},
    )


def _bounded(right: Array, error: Sequence[float] | None, u: float, spread: Sequence[float] = ()) -> Numbers:
    """Give each right entry its slack of 4 u e; a share of the largest entry where e is unknown."""
    if error is None:
        return relative(right, UNKNOWN * u)
    return bounded(right, slacks(error, u, spread))
