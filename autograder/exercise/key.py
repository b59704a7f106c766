"""The answer key: what the reference gives at every probe, computed once for a class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from autograder.checks.case import Probe
from autograder.exercise.load import Exercise
from autograder.exercise.mistakes import Known, Mistake
from autograder.exercise.probes import open_probes
from autograder.facts.calls import Array, Call, Limits, Outcome, Returned
from autograder.facts.errors import KitError
from autograder.facts.task import Example, Function
from autograder.numerics.compare import EXACT_UNITS, general_units
from autograder.numerics.points import Point, exact_points, general_points
from autograder.student.process import Backend
from autograder.student.session import Session
from autograder.student.wire import Module

TRUSTED = Limits(seconds=60.0)


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """Everything the judge compares with; it never leaves the judge's process."""

    probes: Mapping[str, tuple[Probe, ...]]
    known: tuple[Known, ...]
    versions: Mapping[str, str]


class Reference:
    """The reference at work, in a process of its own that has ended before any submission starts."""

    def __init__(self, exercise: Exercise, backend: Backend) -> None:
        self._exercise, self._task = exercise, exercise.rubric.task
        names = [f.name for f in self._task.functions]
        source = f"{exercise.solution}\n\n{exercise.mistakes_source}"
        module = Module(source, "solution.py", self._task.parameter, tuple(names))
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
        exact = exact_points(task.grids, task.parameter, seed)
        points = [(self._completed(point), EXACT_UNITS) for point in exact]
        general = general_points(task.grids, task.parameter, seed)
        points += [(self._completed(point), general_units(point.n)) for point in general]
        shown = open_probes(replace(task, examples=self.examples()))
        probes: dict[str, tuple[Probe, ...]] = {}
        for function in task.functions:
            drawn = [self._probe(call_at(function, point), units) for point, units in points]
            scalar = [
                self._probe(replace(example.call, parameter=point.parameter), EXACT_UNITS)
                for example in task.examples
                if example.call.function == function.name
                and not any(isinstance(a, Array) for a in example.call.arguments)
                for point, _ in points[:2]
            ]
            # the first probe again at the end: state kept between calls shows
            probes[function.name] = (*drawn, *scalar, *shown[function.name], drawn[0])
        known = tuple(Known(m, self._played(m, probes[m.function])) for m in self._exercise.mistakes)
        return AnswerKey(probes, known, {"numpy": self._session.loaded.numpy})

    def examples(self) -> tuple[Example, ...]:
        """Compute the printed examples."""
        computed = []
        for example in self._task.examples:
            probe = self._probe(example.call, EXACT_UNITS)
            computed.append(Example(example.call, probe.expected, probe.magnitude))
        return tuple(computed)

    def _completed(self, point: Point) -> Point:
        """Add what functions make of the data: y_pred as the reference's forward gives it."""
        data = dict(point.data)
        wanted = {name for function in self._task.functions for name in function.arguments}
        for function in self._task.functions:
            if function.returns in wanted:
                value = self._value(call_at(function, replace(point, data=data)))
                data[function.returns] = value
        return replace(point, data=data)

    def _probe(self, call: Call, units: float) -> Probe:
        """Expect what the reference gives in float64; without cancellation it gives the bound's scale."""
        arguments = tuple(_float64(a) if isinstance(a, Array) else a for a in call.arguments)
        precise = replace(call, arguments=arguments)
        expected = self._value(precise)
        signed = self._value(self._without_cancellation(precise))
        return Probe(call, expected, tuple(abs(v) for v in signed.values), units)

    def _without_cancellation(self, call: Call) -> Call:
        task = self._task
        names = task.function(call.function).arguments
        arguments = tuple(
            _signed(argument, task.grids[name].sign if name in task.grids else 1)
            for name, argument in zip(names, call.arguments, strict=True)
        )
        sign = task.grids[task.parameter].sign
        return replace(call, arguments=arguments, parameter=sign * abs(call.parameter or 0.0))

    def _value(self, call: Call) -> Array:
        (outcome,) = self._session.run([call])
        if isinstance(outcome, Returned) and isinstance(outcome.value, Array) and outcome.value.finite:
            return outcome.value
        raise KitError(f"{self._exercise.folder / 'solution.py'}: {call.function} gives {outcome}")

    def _played(self, mistake: Mistake, probes: Sequence[Probe]) -> tuple[Outcome, ...]:
        return self._session.run([replace(probe.call, function=mistake.name) for probe in probes])


def call_at(function: Function, point: Point) -> Call:
    """Call a function with the quantities of a point that are its arguments."""
    return Call(function.name, tuple(point.data[name] for name in function.arguments), point.parameter)


def _float64(array: Array) -> Array:
    return Array("float64", array.shape, tuple(float(v) for v in array.values))


def _signed(argument: Array | float | Call, sign: int) -> Array | float | Call:
    if isinstance(argument, Array):
        return Array(argument.dtype, argument.shape, tuple(sign * abs(v) for v in argument.values))
    return argument if isinstance(argument, Call) else sign * abs(argument)
