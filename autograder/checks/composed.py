"""Calls in which the predictions are the submission's own."""

from __future__ import annotations

from autograder.facts.calls import Array, Call
from autograder.facts.task import Task
from autograder.numerics.points import Point


def composed(task: Task, function: str, point: Point) -> Call:
    """Build the call of a function on data, with this file's own predictions as arguments."""
    arguments: list[Array | float | Call] = []
    for name in task.function(function).arguments:
        maker = task.maker(name)
        arguments.append(point.data[name] if maker is None else composed(task, maker.name, point))
    return Call(function, tuple(arguments))


def at(call: Call, w: float) -> Call:
    """Make a call at one parameter."""
    return Call(call.function, call.arguments, w)
