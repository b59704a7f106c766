"""The answer key: what the reference gives at every probe, computed once for a class."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import Self

from autograder.checks.case import Probe
from autograder.checks.composed import function_at
from autograder.exercise.answers import AnswerKey, Trial
from autograder.exercise.draws import Tried, UnsettledError, settled
from autograder.exercise.expected import NOTHING, Expectations, instead, module_of, place_of, tells_something
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Known
from autograder.exercise.probes import open_probes
from autograder.facts.calls import Array, Call
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import array_of
from autograder.facts.task import Example, Function
from autograder.numerics import special
from autograder.numerics.experiments import changes, first_point, simple_points
from autograder.numerics.points import Point, exact_points, extreme_points, general_points
from autograder.numerics.unlisted import unlisted_points, unlisted_share
from autograder.student.backend import Backend
from autograder.student.session import Session

TRUSTED = Limits(seconds=60.0)


class Reference:
    """The reference at work, in a process of its own that has ended before any submission starts."""

    def __init__(self, exercise: Exercise, backend: Backend) -> None:
        self._exercise, self._task = exercise, exercise.rubric.task
        self._session = Session(backend, module_of(exercise), TRUSTED)
        self._expectations = Expectations(exercise, self._session)
        trouble = self._session.loaded.syntax or self._session.loaded.stopped
        if trouble is not None:
            self._session.close()
            raise KitError(f"{exercise.folder / 'solution.py'}: with mistakes.py, does not run: {trouble}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def answer_key(self, seed: int) -> AnswerKey:
        """Compute expected values and their bounds at every probe, and each known mistake's values."""
        shown = open_probes(replace(self._task, examples=self.examples()))
        drawn = self._drawn_probes(seed)
        probes = {name: (*drawn[name], *shown[name]) for name in drawn}
        numpy = self._session.loaded.numpy
        return AnswerKey(probes, self._known(probes), self._simple(), self._trials(), numpy)

    def _drawn_probes(self, seed: int) -> dict[str, list[Probe]]:
        """Make probes of drawn points, and of single numbers where the task calls a function with one."""
        try:
            found = settled(self._points, self._probes_at, seed)
        except UnsettledError as error:
            raise KitError(f"{self._exercise.folder / 'solution.py'}: {error}") from error
        points = [each.point for each in found[:2]]
        return {
            f.name: [
                *(each.probes[f.name] for each in found),
                *self._sure(self._scalar_calls(f, points, seed)),
            ]
            for f in self._task.functions
        }

    def _points(self, seed: int) -> list[Point]:
        """Draw all points, and complete them with what functions make of them."""
        task = self._task
        drawn = exact_points(task.real, task.parameter, seed)
        extreme = extreme_points(task.real, task.parameter, seed)
        rounding = general_points(task.real, task.parameter, seed, ["float32"])
        unlisted = unlisted_points(task.real, task.parameter, seed)
        return [
            *self._completed(drawn),
            *self._special(drawn),
            *self._completed([*extreme, *rounding, *unlisted]),
        ]

    def _probes_at(self, points: Sequence[Point]) -> list[Tried]:
        """Try every function at points, each of which serves all of them or none."""
        functions = self._task.functions
        tried = [Tried() for _ in points]
        for function in functions:
            found = self._expectations.probes([self._call_at(function, point) for point in points])
            probes = [probe for probe in found if isinstance(probe, Probe)]
            largest = max((abs(v) for probe in probes for v in probe.expected.values), default=0.0)
            for at, probe in zip(tried, found, strict=True):
                if isinstance(probe, str):
                    at.troubles.append(f"{function.name} {probe}")
                elif not tells_something(probe, largest):
                    at.troubles.append(f"{function.name} {NOTHING}, {probe.size}")
                else:
                    at.probes[function.name] = probe
        return tried

    def _scalar_calls(self, function: Function, points: Sequence[Point], seed: int) -> list[Call]:
        """Call a function with the single numbers of an example, and with multiples of them."""
        calls = []
        shares = (1, unlisted_share(seed))
        for example in self._task.examples:
            call = example.call
            if call.function != function.name or not self._task.takes_numbers(call):
                continue
            numbers = {name: value for name, value in call.inputs.items() if not isinstance(value, Array)}
            for point, share in zip(points, shares, strict=True):
                scaled = {name: share * number for name, number in numbers.items()}
                calls.append(function_at(self._task, function.name, scaled, point.parameter))
        return calls

    def _call_at(self, function: Function, point: Point) -> Call:
        """Call a function with the quantities of a point that are its arguments."""
        return function_at(self._task, function.name, point.data, point.parameter)

    def examples(self) -> tuple[Example, ...]:
        """Compute the printed examples."""
        probes = self._sure([example.call for example in self._task.examples])
        return tuple(Example(probe.call, probe.expected, probe.error, probe.exact) for probe in probes)

    def _sure(self, calls: Sequence[Call]) -> list[Probe]:
        """Make probes of calls that cannot be drawn again."""
        probes: list[Probe] = []
        for call, probe in zip(calls, self._expectations.probes(calls), strict=True):
            if isinstance(probe, str):
                told = f"{call.function} {probe}, at inputs that the rubric gives"
                raise KitError(f"{self._exercise.folder / 'solution.py'}: {told}")
            probes.append(probe)
        return probes

    def _simple(self) -> dict[str, tuple[Probe, ...]]:
        """Compute the right values at the simplest inputs, 0 last; none of them is a closed probe."""
        points = self._completed(simple_points(self._drawn()))
        simple = {function.name: self._at(function, points) for function in self._task.functions}
        return {
            name: tuple(sorted(probes, key=lambda probe: (probe.n, not any(probe.expected.values))))
            for name, probes in simple.items()
        }

    def _trials(self) -> dict[str, tuple[Trial, ...]]:
        """Compute how right values answer to changes, where the objective compares two quantities."""
        task = self._task
        compared = sorted(
            task.function(task.objective_function).arguments, key=lambda name: task.maker(name) is None
        )
        if len(compared) != 2 or task.maker(compared[0]) is None or task.maker(compared[1]):  # noqa: PLR2004
            return {}
        made, target = compared
        (start,) = self._completed([first_point(self._drawn())])
        found = {}
        for function in task.functions:
            changed = [
                change
                for change in changes(start, task.parameter, target, made)
                if self._call_at(function, change.after) != self._call_at(function, start)
                and not (made in function.arguments and change.after.data == start.data)
            ]
            before, *after = self._at(function, [start, *(change.after for change in changed)])
            found[function.name] = tuple(
                Trial(change.words, before, probe) for change, probe in zip(changed, after, strict=True)
            )
        return found

    def _drawn(self) -> list[str]:
        return [name for name in self._task.real if name != self._task.parameter]

    def _at(self, function: Function, points: Sequence[Point]) -> tuple[Probe, ...]:
        calls = list(dict.fromkeys(self._call_at(function, point) for point in points))
        return tuple(self._sure(calls))

    def _completed(self, points: Sequence[Point]) -> list[Point]:
        """Add what functions make of the data: y_pred as the reference's forward gives it."""
        completed = list(points)
        wanted = {name for function in self._task.functions for name in function.arguments}
        for function in self._task.functions:
            if function.result in wanted:
                values = self._values([self._call_at(function, point) for point in completed])
                completed = [
                    replace(point, data={**point.data, function.result: value})
                    for point, value in zip(completed, values, strict=True)
                ]
        return completed

    def _special(self, drawn: Sequence[Point]) -> list[Point]:
        """Make points of drawn ones that have what none of them has."""
        *_, pair, _, four = drawn  # of 2 samples and of 4, both at a positive parameter
        grid = self._task.real[self._task.parameter]
        again = replace(four, data={name: special.twice(array) for name, array in four.data.items()})
        beyond = {name: special.positive_twice(array) for name, array in pair.data.items()}
        return [
            self._meeting(four, special.near),
            self._meeting(again, special.alike),
            self._meeting(pair, special.fitting),
            *self._completed([Point(grid.below + grid.step, beyond, 2 * pair.n)]),
        ]

    def _meeting(self, point: Point, target: Callable[[Array], Array]) -> Point:
        """Complete a point, and make what its predictions are compared with out of them."""
        (completed,) = self._completed([point])
        names = self._task.function(self._task.objective_function).arguments
        made = next((completed.data[name] for name in names if self._task.maker(name)), None)
        targets = {name: target(made) for name in names if made is not None and not self._task.maker(name)}
        return replace(completed, data={**completed.data, **targets})

    def _values(self, calls: Sequence[Call]) -> list[Array]:
        values = []
        for call, outcome in zip(calls, self._session.run(calls), strict=True):
            value = array_of(outcome)
            if value is None or not value.finite:
                place = place_of(self._exercise, self._session.loaded.lines.get(call.function))
                raise KitError(f"{place}: {call.function} {instead(outcome)}")
            values.append(value)
        return values

    def _known(self, probes: Mapping[str, tuple[Probe, ...]]) -> tuple[Known, ...]:
        """Play every known mistake at the probes of its function, but for those that tell no more."""
        mistakes = self._exercise.mistakes
        telling = {function: _telling(found) for function, found in probes.items()}
        calls = [
            replace(probe.call, instead=m.name)
            for m in mistakes
            for probe in compress(probes[m.function], telling[m.function])
        ]
        outcomes = iter(self._session.run(calls))
        return tuple(
            Known(m, tuple(next(outcomes) if tells else None for tells in telling[m.function]))
            for m in mistakes
        )


def _telling(probes: Sequence[Probe]) -> list[bool]:
    """Choose the probes that tell mistakes apart: one for a single sample, the exact ones, each more size."""
    exact_sizes = {probe.n for probe in probes if probe.exact and not probe.shown}
    singles = [k for k, probe in enumerate(probes) if probe.n == 1 and not probe.shown]
    return [
        not (probe.shown or probe.in_float32 or k in singles[1:])
        and (probe.exact or probe.n not in exact_sizes)
        for k, probe in enumerate(probes)
    ]
