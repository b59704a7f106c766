"""The answer key: what the reference gives at every probe, computed once for a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Self

from autograder.checks.composed import function_at
from autograder.checks.probe import Probe
from autograder.exercise.answers import AnswerKey, Trial
from autograder.exercise.draws import Tried, UnsettledError, settled
from autograder.exercise.expected import DEPENDS, NOTHING, Expectations, module_of, tells_something
from autograder.exercise.experiments import Experiments
from autograder.exercise.load import Exercise
from autograder.exercise.points import Points
from autograder.exercise.probes import open_probes
from autograder.exercise.tail_calls import with_what_is_handed
from autograder.exercise.trainings import Trainings
from autograder.exercise.troubles import at_inputs, not_running
from autograder.facts.calls import Array, Call
from autograder.facts.errors import KitError
from autograder.facts.interface import Function
from autograder.facts.limits import Limits
from autograder.facts.quantities import lengths
from autograder.facts.task import Example, Task
from autograder.numerics.experiments import changes, first_point, has_changes
from autograder.numerics.points import Point
from autograder.numerics.simple import simple_points
from autograder.numerics.unlisted import unlisted_share
from autograder.student.backend import Backend
from autograder.student.session import Session

TRUSTED = Limits(seconds=60.0)


class Reference:
    """The reference at work on right values, in a process that has ended before any submission starts."""

    def __init__(self, exercise: Exercise, backend: Backend) -> None:
        self._exercise, self._task = exercise, exercise.rubric.task
        self._quantities = self._task.quantities
        self._session = Session(backend, module_of(exercise), TRUSTED)
        self._points = Points(exercise, self._session)
        self._expectations = Expectations(exercise, self._session)
        trouble = not_running(exercise, self._session.loaded)
        if trouble is not None:
            self._session.close()
            raise trouble

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def answer_key(self, seed: int) -> AnswerKey:
        """Compute expected values and their bounds at every probe."""
        task = self.task()
        shown = open_probes(task)
        drawn = self._drawn_probes(seed)
        untailed = {name: (*drawn[name], *shown[name]) for name in drawn}
        probes = with_what_is_handed(task, self._session, untailed)
        simple = self._simple()
        experiments = Experiments(self._task, self._points, self._session)
        trials = self._trials() or experiments.trials()
        return AnswerKey(
            probes,
            simple=simple,
            trials=trials,
            conditions=experiments.conditions(),
            numpy=self._session.loaded.numpy,
            training=task.training,
        )

    def task(self) -> Task:
        """Complete the task: with the results of its examples, and with the path of its training run."""
        task = self._task
        training = Trainings(self._exercise, self._session).completed(task)
        return replace(task, examples=self.examples(), training=training)

    def _drawn_probes(self, seed: int) -> dict[str, list[Probe]]:
        """Make probes of drawn points, and of single numbers where the task calls a function with one."""
        try:
            places = settled(self._points.drawn, self._probes_at, seed)
        except UnsettledError as error:
            raise KitError(f"{self._exercise.folder / 'solution.py'}: {error}") from error
        points = [each.point for each in places[:2]]
        return {
            f.name: [
                *(each.probes[f.name] for each in places if f.name in each.probes),
                *self._sure(self._scalar_calls(f, points, seed)),
            ]
            for f in self._task.functions
        }

    def _probes_at(self, points: Sequence[Point], *, exact_ties: bool) -> list[Tried]:
        """Try every function at points, each of which serves all of them or none."""
        sizes = [point.sizes for point in points]
        tried = [Tried() for _ in points]
        for function in self._task.functions:
            calls = [self._call_at(function, point) for point in points]
            probes = self._expectations.probes(calls, sizes, exact_ties=exact_ties, drawn=True)
            largest = _largest([probe for probe in probes if isinstance(probe, Probe)], function)
            for at, probe in zip(tried, probes, strict=True):
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
            numbers = {
                name: value
                for name, value in call.inputs.items()
                if not isinstance(value, Array) and name not in self._task.parameters
            }
            for point, share in zip(points, shares, strict=True):
                scaled = {name: share * number for name, number in numbers.items()}
                calls.append(function_at(self._task, function.name, {**point.inputs, **scaled}))
        return calls

    def _call_at(self, function: Function, point: Point) -> Call:
        """Call a function with the quantities of a point that are its arguments."""
        return function_at(self._task, function.name, point.inputs)

    def examples(self) -> tuple[Example, ...]:
        """Compute the printed examples."""
        task = self._task
        calls = [function_at(task, each.call.function, each.call.inputs) for each in task.examples]
        probes = self._sure(calls)
        return tuple(Example(probe.call, probe.results) for probe in probes)

    def _sure(self, calls: Sequence[Call]) -> list[Probe]:
        """Make probes of calls that cannot be drawn again."""
        probes: list[Probe] = []
        for call, probe in zip(calls, self._given(calls), strict=True):
            if isinstance(probe, str):
                words = f"{call.function} {probe}, with inputs that the rubric gives{at_inputs(call)}"
                raise KitError(f"{self._exercise.folder / 'solution.py'}: {words}")
            probes.append(probe)
        return probes

    def _given(self, calls: Sequence[Call]) -> list[Probe | str]:
        """Make probes of inputs that are not drawn, where zeros are what they are."""
        sizes = [lengths(self._task.arrays, call.inputs) for call in calls]
        return self._expectations.probes(calls, sizes, exact_ties=False)

    def _simple(self) -> dict[str, tuple[Probe, ...]]:
        """Compute the right values at the simplest inputs, 0 last; none of them is a closed probe."""
        points = self._points.completed(simple_points(self._quantities))
        smooth = self._without_kinks(points)
        simple = {function.name: self._at(function, smooth) for function in self._task.functions}
        return {name: tuple(sorted(probes, key=_simplicity)) for name, probes in simple.items()}

    def _without_kinks(self, points: Sequence[Point]) -> list[Point]:
        """Leave out points at which a function that makes arguments of others has a kink."""
        smooth = list(points)
        for function in self._task.functions:
            if function.name in self._task.makers:
                calls = [self._call_at(function, point) for point in smooth]
                sizes = [point.sizes for point in smooth]
                probes = self._expectations.probes(calls, sizes, exact_ties=False, drawn=True)
                smooth = [point for point, probe in zip(smooth, probes, strict=True) if probe != DEPENDS]
        return smooth

    def _trials(self) -> dict[str, tuple[Trial, ...]]:
        """Compute how right values answer to changes, where the objective compares two quantities."""
        task, quantities = self._task, self._quantities
        compared = sorted(task.compared, key=lambda name: task.maker(name) is None)
        if len(compared) != 2 or task.maker(compared[0]) is None or task.maker(compared[1]):  # noqa: PLR2004
            return {}
        if not has_changes(quantities):
            return {}
        made, target = compared
        (start,) = self._points.completed([first_point(quantities)])
        if not _are_compared_one_by_one(start, made, target):
            return {}
        trials = {}
        for function in task.functions:
            changed = [
                change
                for change in changes(start, quantities, target, made)
                if self._call_at(function, change.after) != self._call_at(function, start)
                and not (made in function.arguments and self._moves_parameters_alone(start, change.after))
            ]
            points = [start, *(change.after for change in changed)]
            before, *after = self._given([self._call_at(function, point) for point in points])
            trials[function.name] = tuple(
                Trial(change.words, before, probe)
                for change, probe in zip(changed, after, strict=True)
                if isinstance(before, Probe) and isinstance(probe, Probe)
            )
        return trials

    def _moves_parameters_alone(self, before: Point, after: Point) -> bool:
        names = [name for name in before.inputs if name not in self._task.parameters]
        return all(before.inputs[name] == after.inputs[name] for name in names)

    def _at(self, function: Function, points: Sequence[Point]) -> tuple[Probe, ...]:
        """Make probes of simple points, but for those at which a comparison is a tie."""
        calls = list(dict.fromkeys(self._call_at(function, point) for point in points))
        return tuple(probe for probe in self._given(calls) if isinstance(probe, Probe))


def _largest(probes: Sequence[Probe], function: Function) -> dict[str, float]:
    """Find the largest absolute value of each result at some probes."""
    return {
        name: max((abs(v) for probe in probes for v in probe.results[name].value.values), default=0.0)
        for name in function.results
    }


def _simplicity(probe: Probe) -> tuple[int, bool]:
    """Put fewer samples first, and results that are 0 everywhere last."""
    return probe.n, not any(any(result.value.values) for result in probe.results.values())


def _are_compared_one_by_one(point: Point, made: str, target: str) -> bool:
    """Whether predictions and targets are one number for each sample."""
    shapes = [value.shape for value in (point.inputs[made], point.inputs[target]) if isinstance(value, Array)]
    return shapes == [(point.n,), (point.n,)]
