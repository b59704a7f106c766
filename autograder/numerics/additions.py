"""Laws about what is added to the right value: a parameter times a factor, or one number."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.facts.laws import MoreOf, Offset, Term
from autograder.numerics.multiples import Fit, Sample, factor
from autograder.numerics.observations import (
    Entry,
    Numbers,
    Observation,
    Observations,
    common_sizes,
    exact,
    holds,
)


def more_of(observations: Observations) -> MoreOf | None:
    """Find what of a parameter is added: its entries, else their squares, their sum, that of squares."""
    for term in Term:
        each = [_more_of(observations, name, term) for name in observations[0].parameters]
        laws = [law for law in each if law is not None]
        if laws:
            return laws[0] if len(laws) == 1 else None
    return None


def offset(observations: Observations) -> Offset | None:
    """Find one number that is added to every entry at every point."""
    differences: list[Sample] = []
    for observation in observations:
        places = range(len(observation.got.values))
        differences += [_difference(observation, place) for place in places]
    if not differences:
        return None
    best = min(differences, key=lambda difference: difference.error)

    def predict(observation: Observation) -> Numbers:
        return observation.right.plus(observation.right.filled(Entry(best.value, best.error)))

    return Offset(best.value) if holds(observations, predict) else None


def _more_of(observations: Observations, parameter: str, term: Term) -> MoreOf | None:
    """Find the factor with which something of one parameter is added."""
    added: list[Numbers] = []
    for observation in observations:
        numbers = _term(observation, parameter, term)
        if numbers is None:
            return None
        added.append(numbers)
    if len(set(added)) == 1:
        return None
    fit = _factor(observations, added)
    if fit is None:
        return None

    def predict(observation: Observation) -> Numbers | None:
        numbers = _term(observation, parameter, term)
        value = fit.factor.at(observation.named)
        if numbers is None or value is None:
            return None
        return observation.right.plus(numbers.times(value, abs(value) * fit.error))

    if not holds(observations, predict):
        return None
    names = [power.name for power in fit.factor.powers if power.name in observations[0].numbers]
    return MoreOf(fit.factor, parameter, term, tuple(names))


def _factor(observations: Observations, added: Sequence[Numbers]) -> Fit | None:
    """Find what is added in units of the parameter, at the largest entry of each point."""
    samples = []
    for observation, numbers in zip(observations, added, strict=True):
        sizes = [abs(entry.value) for entry in numbers.entries]
        if any(sizes) and observation.got.finite:
            place = sizes.index(max(sizes))
            difference = _difference(observation, place)
            samples.append(difference.over(numbers.entries[place].value))
    return factor(samples, common_sizes(observations), tuple(observations[0].numbers))


def _difference(observation: Observation, place: int) -> Sample:
    """Subtract the right value from what came, at one entry."""
    got, right = Entry(observation.got.values[place]), observation.right.entries[place]
    difference = got.plus(right.times(-1.0))
    return Sample(observation.named, difference.value, difference.slack)


def _term(observation: Observation, parameter: str, term: Term) -> Numbers | None:
    """Return what of a parameter may be added to each entry; None if it does not fit the result."""
    value = observation.parameters.get(parameter)
    if value is None:
        return None
    numbers = exact(value)
    right = observation.right
    if not numbers.shape:
        return _of_a_number(numbers.entries[0], term, right)
    if term is Term.ENTRY:
        return numbers if numbers.shape == right.shape else None
    squares = numbers.each(_square)
    total = {Term.SUM: numbers.total, Term.SQUARES: squares.total}.get(term)
    return None if total is None else right.filled(total)


def _of_a_number(entry: Entry, term: Term, right: Numbers) -> Numbers | None:
    """Return what of a single number may be added to each entry: itself, or its square."""
    added = {Term.ENTRY: entry, Term.SQUARE: _square(entry)}.get(term)
    return None if added is None else right.filled(added)


def _square(entry: Entry) -> Entry:
    return entry.times(entry.value)
