"""The calls of this file's functions from which derivatives and slopes are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from autograder.checks.composed import composed
from autograder.checks.lines import Line, line_through
from autograder.facts.calls import Call
from autograder.facts.task import Task
from autograder.numerics import derivative
from autograder.numerics.beside import points_beside, with_long_mantissas
from autograder.numerics.points import Point
from autograder.student.protocol.requests import PackedCalls


class Asked(NamedTuple):
    """A call, and the result that matters."""

    call: Call
    result: str


class Around(NamedTuple):
    """The calls of the derivatives at a point, and of the loss along a line through it."""

    point: Point
    line: Line
    steps: tuple[float, ...]
    gradient: Call
    loss: Call


@dataclass(frozen=True)
class Questions:
    """The calls that show the precisions: the derivative's first; then those around each point."""

    precisions: tuple[Asked, ...]
    places: tuple[Around, ...]

    @cached_property
    def calls(self) -> PackedCalls:
        """All of them, in this order."""
        calls = [asked.call for asked in self.precisions]
        for at in self.places:
            calls += [at.gradient, at.loss]
        return PackedCalls(calls)


def slope_points(task: Task, seed: int, draw: int = 0, scale: float = 1.0) -> tuple[Point, ...]:
    """Draw a point of each size, whose data are multiplied by `scale`."""
    return points_beside(task.quantities, seed + 1000 * (draw + 1), scale)


def slope_questions(
    task: Task, parameter: str, points: Sequence[Point], steps: Sequence[float], seed: int
) -> Questions:
    """Write the questions about a derivative at some points."""
    function = task.maker_of(task.derivatives[parameter])
    places = []
    for number, point in enumerate(points):
        line = line_through(point.inputs, parameter, seed + number)
        gradient = composed(task, function, point.inputs)
        loss = composed(task, task.objective_function, point.inputs)
        swept = line.swept(loss, derivative.sweep(line.here, steps))
        at = Around(point, line, tuple(steps), gradient, swept)
        places.append(at)
    precisions = _precisions(task, function, parameter, points[0])
    return Questions(precisions, tuple(places))


def _precisions(task: Task, function: str, parameter: str, point: Point) -> tuple[Asked, ...]:
    """Ask for a derivative, the loss and what it is made of, at parameters that float32 does not keep."""
    long = {name: with_long_mantissas(point.inputs[name]) for name in task.parameters}
    values = point.on(long).inputs
    *makers, loss = task.chain(task.objective_function)
    asked = [
        Asked(composed(task, function, values), task.derivatives[parameter]),
        Asked(composed(task, loss, values), task.objective),
    ]
    for maker in makers:
        first, *_ = task.function(maker).results
        asked.append(Asked(composed(task, maker, values), first))
    return tuple(asked)
