"""What right values do in experiments: how they answer to changes, and what they are under conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from autograder.checks.composed import function_at, is_plain
from autograder.checks.probe import Probe
from autograder.exercise.answers import Conditions, Setting, Trial
from autograder.exercise.points import Points, pair_of
from autograder.facts.calls import Array, Call, Named, Value
from autograder.facts.errors import KitError
from autograder.facts.expected import Expected
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.quantities import Labels
from autograder.facts.task import Task
from autograder.numerics.array_changes import array_changes
from autograder.numerics.conditions import (
    Condition,
    any_points,
    conditions,
    errors_of_one_sign,
    single_points,
)
from autograder.numerics.experiments import Change
from autograder.numerics.observations import UNKNOWN, exact, fits, relative
from autograder.numerics.other_labels import other_labels
from autograder.numerics.pairs import Pair
from autograder.numerics.points import Point
from autograder.numerics.ratios import RELATIVE
from autograder.student.session import Session

DRAWS = 3
"""Points that are drawn: one to start from, and others to take values from."""


class Experiments(NamedTuple):
    """The points of experiments, and the reference's process for the right values there.

    No mark depends on these values: they are the reference's own in float64, with a bound that is a share of
    the largest. An experiment may ask for what a formula does not have, as the logarithm of a probability
    that was turned negative, and is left out then.
    """

    task: Task
    points: Points
    session: Session

    def conditions(self) -> dict[str, Conditions]:
        """Compute the right values of every function under each condition, and under none."""
        plain = self._completed(any_points(self.task.quantities))
        every = self._conditions(plain)
        return {name: self._conditions_of(name, plain, every) for name in self._functions()}

    def trials(self) -> dict[str, tuple[Trial, ...]]:
        """Compute how the right values of every function answer to changes."""
        changes = self._changes()
        return {name: tuple(self._trials(name, changes)) for name in self._functions()}

    def _functions(self) -> list[str]:
        """Name the functions that are called with inputs alone."""
        return [each.name for each in self.task.functions if is_plain(self.task, each.name)]

    def _conditions(self, plain: Sequence[Point]) -> list[Condition]:
        if not plain:
            return []
        quantities = self.task.quantities
        pair = self._pair(plain[0])
        single = [
            Condition(f"at {size} = 1", tuple(self._completed(single_points(quantities, size))))
            for size in quantities.sizes
        ]
        errors = [] if pair is None else errors_of_one_sign(pair, plain)
        every = [*single, *conditions(quantities, plain), *errors]
        return [condition for condition in every if condition.points]

    def _conditions_of(self, function: str, plain: Sequence[Point], every: Sequence[Condition]) -> Conditions:
        """Leave out conditions that change no right value, or under which the reference gives none."""
        points = [*plain]
        for condition in every:
            points += condition.points
        probes = iter(self._probes(function, points))
        without = _all_of(list(islice(probes, len(plain))))
        settings = []
        for condition in every:
            its = islice(probes, len(condition.points))
            setting = Setting(condition.words, _all_of(list(its)))
            if setting.probes and _values(setting.probes) != _values(without):
                settings.append(setting)
        return Conditions(without, tuple(settings))

    def _changes(self) -> list[Change]:
        task = self.task
        drawn = [any_points(task.quantities, again=number)[0] for number in range(DRAWS)]
        points = self._completed(drawn)
        if not points:
            return []
        start, *others = points
        made = [name for name in start.inputs if name not in task.arrays]
        labels: dict[str, Value] = {}
        for name, quantity in task.arrays.items():
            if isinstance(quantity, Labels):  # drawn again, half of them are the same
                labels[name] = other_labels(task.quantities, start, name)
        others = [other.on(labels) for other in others]
        return list(array_changes(start, others, [*task.real, *made], self._pair(start)))

    def _trials(self, function: str, changes: Sequence[Change]) -> Iterator[Trial]:
        """Leave out changes of what a right function may make again by itself."""
        changed = [change.after for change in changes]
        befores = self._probes(function, [change.before for change in changes])
        afters = self._probes(function, changed)
        stale = self._stale(function, changed)
        for change, before, after, names in zip(changes, befores, afters, stale, strict=True):
            if before is None or after is None:
                continue
            is_moved = before.call != after.call
            if is_moved and not any(map(change.moves, names)):
                yield Trial(change.words, before, after, is_complete=not names)

    def _stale(self, function: str, points: Sequence[Point]) -> list[list[str]]:
        """Name the arguments at each point that are not what a function would make itself of the others."""
        arguments = self.task.taken_by(function)
        again = list(points)
        for each in self.task.functions:
            made = [name for name in each.results if self._is_made_of(name, arguments)]
            if made:
                again = self._made_again(each.name, made, again)
        pairs = zip(points, again, strict=True)
        return [[name for name in arguments if not _are_near(*pair, name)] for pair in pairs]

    def _made_again(self, function: str, results: Sequence[str], points: Sequence[Point]) -> list[Point]:
        """Put what a function makes of points in the place of what is there."""
        probes = self._probes(function, points)
        again = []
        for point, probe in zip(points, probes, strict=True):
            values: dict[str, Value] = {}
            if probe is not None:
                values = {name: probe.results[name].value for name in results}
            again.append(point.on(values))
        return again

    def _completed(self, points: Sequence[Point]) -> list[Point]:
        """Add what functions make of the data; none if they make no numbers of it."""
        try:
            return self.points.completed(points)
        except KitError:
            return []

    def _probes(self, function: str, points: Sequence[Point]) -> list[Probe | None]:
        """Make probes of points; None where the reference does not give numbers."""
        calls = [self._call(function, point) for point in points]
        different = tuple(dict.fromkeys(calls))
        outcomes = dict(zip(different, self.session.run(different), strict=True))
        return [_probe(call, outcomes[call], point.sizes) for call, point in zip(calls, points, strict=True)]

    def _call(self, function: str, point: Point) -> Call:
        return function_at(self.task, function, point.inputs)

    def _is_made_of(self, name: str, given: Sequence[str]) -> bool:
        """Whether functions can make a quantity of the others that are given."""
        maker = self.task.maker(name)
        others = [each for each in given if each != name]
        if maker is None:
            return False
        taken = self.task.taken_by(maker.name)
        given_too = (*others, *self.task.parameters)
        return all(each in given_too or self._is_made_of(each, others) for each in taken)

    def _pair(self, point: Point) -> Pair | None:
        """Find what the objective compares entry by entry."""
        pair = pair_of(self.task)
        if pair is None:
            return None
        shapes = {exact(point.inputs[name]).shape for name in pair}
        return pair if len(shapes) == 1 else None


def _all_of(probes: Iterable[Probe | None]) -> tuple[Probe, ...]:
    """Return all probes; none where one is missing."""
    present: list[Probe] = []
    for probe in probes:
        if probe is None:
            return ()
        present.append(probe)
    return tuple(present)


def _values(probes: Iterable[Probe]) -> list[Named[Expected]]:
    return [probe.results for probe in probes]


def _probe(call: Call, outcome: Outcome, sizes: Named[int]) -> Probe | None:
    """Take what the reference gives in float64 for right, within a share of the largest value."""
    if not isinstance(outcome, Returned):
        return None
    results: dict[str, Expected] = {}
    for name, value in outcome.results.items():
        if not isinstance(value, Array) or not value.finite:
            return None
        results[name] = Expected(value, _bounds(value), exact=False)
    return Probe(call, Named(results), sizes)


def _bounds(array: Array) -> tuple[float, ...]:
    largest = max(map(abs, array.values), default=0.0)
    return (UNKNOWN * largest,) * len(array.values)


def _are_near(first: Point, second: Point, name: str) -> bool:
    """Whether an input is the same at two points, but for rounding."""
    got, right = first.inputs[name], second.inputs[name]
    if not (isinstance(got, Array) and isinstance(right, Array)):
        return got == right
    return fits(got, relative(right, RELATIVE))
