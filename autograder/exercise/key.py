"""The answer key: what the reference gives at every probe, computed once for a class."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from typing import Self

from autograder.checks.case import Probe
from autograder.checks.composed import function_at
from autograder.exercise.answers import AnswerKey, Trial
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Known
from autograder.exercise.probes import open_probes
from autograder.facts.calls import Array, Call, Limits, Value, array_of
from autograder.facts.errors import KitError
from autograder.facts.task import Example, Function
from autograder.numerics import special
from autograder.numerics.compare import EXACT_UNITS, general_units
from autograder.numerics.experiments import changes, first_point, simple_points
from autograder.numerics.points import Point, exact_points, extreme_points, general_points
from autograder.numerics.unlisted import unlisted_points, unlisted_share
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

TRUSTED = Limits(seconds=60.0)


class Reference:
    """The reference at work, in a process of its own that has ended before any submission starts."""

    def __init__(self, exercise: Exercise, backend: Backend) -> None:
        self._exercise, self._task = exercise, exercise.rubric.task
        source = f"{exercise.solution}\n\n{exercise.mistakes_source}"
        module = Module(source, "solution.py", self._task.interface)
        self._session = Session(backend, module, TRUSTED)
        loaded = self._session.loaded
        trouble = loaded.syntax or loaded.stopped
        if trouble is not None:
            self._session.close()
            raise KitError(f"{exercise.folder / 'solution.py'}: with mistakes.py, does not run: {trouble}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def answer_key(self, seed: int) -> AnswerKey:
        """Compute expected values and magnitudes at every probe, and each known mistake's values."""
        task = self._task
        drawn = exact_points(task.real, task.parameter, seed)
        exact = [*self._completed(drawn), *self._special(drawn)]
        exact += self._completed(extreme_points(task.real, task.parameter, seed))
        rounding = general_points(task.real, task.parameter, seed, ["float32"])
        unlisted = unlisted_points(task.real, task.parameter, seed)
        points = [*exact, *self._completed([*rounding, *unlisted])]
        shown = open_probes(replace(task, examples=self.examples()))
        probes: dict[str, tuple[Probe, ...]] = {}
        for function in task.functions:
            scalar = self._single_numbers(function, points[:2], (1, unlisted_share(seed)))
            calls = [self._call_at(function, point) for point in points] + scalar
            units = [general_units(p.n) if k >= len(exact) else EXACT_UNITS for k, p in enumerate(points)]
            tried = self._probes(calls, units + [EXACT_UNITS] * len(scalar))
            probes[function.name] = (*tried, *shown[function.name])
        return AnswerKey(
            probes, self._known(probes), self._simple(), self._trials(), self._session.loaded.numpy
        )

    def _single_numbers(
        self, function: Function, points: Sequence[Point], shares: Sequence[float]
    ) -> list[Call]:
        """List calls on shares of the single numbers that an example has for arguments."""
        calls = []
        for example in self._task.examples:
            if example.call.function != function.name:
                continue
            given = {name: example.call.inputs[name] for name in function.arguments}
            numbers = {name: value for name, value in given.items() if not isinstance(value, Array)}
            if len(numbers) == len(given):
                for point, share in zip(points, shares, strict=True):
                    scaled = {name: share * number for name, number in numbers.items()}
                    calls.append(self._call(function, scaled, point.parameter))
        return calls

    def _call_at(self, function: Function, point: Point) -> Call:
        """Call a function with the quantities of a point that are its arguments."""
        return self._call(function, point.data, point.parameter)

    def _call(self, function: Function, values: Mapping[str, Value], parameter: float) -> Call:
        return function_at(self._task, function.name, values, parameter)

    def examples(self) -> tuple[Example, ...]:
        """Compute the printed examples."""
        calls = [example.call for example in self._task.examples]
        probes = self._probes(calls, [EXACT_UNITS] * len(calls))
        return tuple(Example(probe.call, probe.expected, probe.magnitude) for probe in probes)

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
        return tuple(self._probes(calls, [EXACT_UNITS] * len(calls)))

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

    def _probes(self, calls: Sequence[Call], units: Sequence[float]) -> list[Probe]:
        """Expect what the reference gives in float64; without cancellation it gives the bound's scale."""
        precise = [
            call.on({name: _float64(a) for name, a in call.inputs.items() if isinstance(a, Array)})
            for call in calls
        ]
        values = self._values([*precise, *map(self._without_cancellation, precise)])
        return [
            Probe(call, expected, tuple(abs(v) for v in signed.values), unit)
            for call, expected, signed, unit in zip(
                calls, values[: len(calls)], values[len(calls) :], units, strict=True
            )
        ]

    def _without_cancellation(self, call: Call) -> Call:
        task = self._task
        return call.on(
            {
                name: _signed(value, task.real[name].sign if name in task.real else 1)
                for name, value in call.inputs.items()
            }
        )

    def _values(self, calls: Sequence[Call]) -> list[Array]:
        values = []
        for call, outcome in zip(calls, self._session.run(calls), strict=True):
            value = array_of(outcome)
            if value is None or not value.finite:
                raise KitError(f"{self._exercise.folder / 'solution.py'}: {call.function} gives {outcome}")
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


def _float64(array: Array) -> Array:
    return Array("float64", array.shape, tuple(float(v) for v in array.values))


def _signed(value: Value, sign: int) -> Value:
    if isinstance(value, Array):
        return Array(value.dtype, value.shape, tuple(sign * abs(v) for v in value.values))
    return sign * abs(value)
