"""What right values do in experiments: how they answer to changes, and what they are under conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from autograder.numerics.pairs import Pair
from autograder.numerics.points import Point
from autograder.numerics.ratios import RELATIVE
from autograder.numerics.relabelled import relabelled
from autograder.student.session import Session

BOTH = 2
"""Calls before and after a change."""
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

    def _conditions_of(self, function: str, plain: Sequence[Point], every: Iterable[Condition]) -> Conditions:
        """Leave out conditions that change no right value."""
        none = self._probes(function, plain)
        values = [probe.results for probe in none]
        settings = []
        for condition in every:
            probes = self._probes(function, condition.points)
            if probes and [probe.results for probe in probes] != values:
                settings.append(Setting(condition.words, probes))
        return Conditions(none, tuple(settings))

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
                labels[name] = relabelled(task.quantities, start, name)
        others = [other.on(labels) for other in others]
        return list(array_changes(start, others, [*task.real, *made], self._pair(start)))

    def _trials(self, function: str, changes: Iterable[Change]) -> Iterator[Trial]:
        """Leave out changes of what a right function may make again by itself."""
        for change in changes:
            probes = self._probes(function, (change.before, change.after))
            if len(probes) < BOTH:  # one call if the function takes nothing that changes
                continue
            stale = self._stale(function, change.after)
            if not any(map(change.moves, stale)):
                before, after = probes
                yield Trial(change.words, before, after, is_complete=not stale)

    def _stale(self, function: str, point: Point) -> list[str]:
        """Name the arguments that are not what a function would make itself of the others."""
        arguments = self.task.function(function).arguments
        again = point
        for each in self.task.functions:
            made = [name for name in each.results if self._is_made_of(name, arguments)]
            if made:
                again = self._made_again(each.name, made, again)
        return [name for name in arguments if not _are_near(point, again, name)]

    def _made_again(self, function: str, results: Iterable[str], point: Point) -> Point:
        """Put what a function makes of a point in the place of what is there."""
        values: dict[str, Value] = {}
        for probe in self._probes(function, (point,)):
            values = {name: probe.results[name].value for name in results}
        return point.on(values)

    def _completed(self, points: Sequence[Point]) -> list[Point]:
        """Add what functions make of the data; none if they make no numbers of it."""
        try:
            return self.points.completed(points)
        except KitError:
            return []

    def _probes(self, function: str, points: Iterable[Point]) -> tuple[Probe, ...]:
        """Make probes of some points; none if the reference does not give numbers at one of them."""
        of_point = {self._call(function, point): point for point in points}
        outcomes = self.session.run(tuple(of_point))
        if not all(map(_has_numbers, outcomes)):
            return ()
        return tuple(
            Probe(call, _expected(outcome), of_point[call].sizes)
            for call, outcome in zip(of_point, outcomes, strict=True)
            if isinstance(outcome, Returned)
        )

    def _call(self, function: str, point: Point) -> Call:
        return function_at(self.task, function, point.inputs)

    def _is_made_of(self, name: str, given: Sequence[str]) -> bool:
        """Whether functions can make a quantity of the others that are given."""
        maker = self.task.maker(name)
        others = [each for each in given if each != name]
        if maker is None:
            return False
        return all(each in others or self._is_made_of(each, others) for each in maker.arguments)

    def _pair(self, point: Point) -> Pair | None:
        """Find what the objective compares entry by entry."""
        pair = pair_of(self.task)
        if pair is None:
            return None
        shapes = {exact(point.inputs[name]).shape for name in pair}
        return pair if len(shapes) == 1 else None


def _has_numbers(outcome: Outcome) -> bool:
    if not isinstance(outcome, Returned):
        return False
    return all(isinstance(value, Array) and value.finite for value in outcome.results.values())


def _expected(outcome: Returned) -> Named[Expected]:
    """Take what the reference gives in float64 for right, within a share of the largest value."""
    arrays = {name: value for name, value in outcome.results.items() if isinstance(value, Array)}
    return Named({name: Expected(array, _bounds(array), exact=False) for name, array in arrays.items()})


def _bounds(array: Array) -> tuple[float, ...]:
    largest = max(map(abs, array.values), default=0.0)
    return (UNKNOWN * largest,) * len(array.values)


def _are_near(first: Point, second: Point, name: str) -> bool:
    """Whether an input is the same at two points, but for rounding."""
    got, right = first.inputs[name], second.inputs[name]
    if not (isinstance(got, Array) and isinstance(right, Array)):
        return got == right
    return fits(got, relative(right, RELATIVE))
