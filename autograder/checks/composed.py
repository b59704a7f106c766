"""Calls in which the predictions are the submission's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.facts.calls import Call, Named, Sweep, Value
from autograder.facts.task import Task
from autograder.numerics.points import Point


def composed(task: Task, function: str, point: Point) -> Call:
    """Build the call of a function on data, with this file's own predictions as arguments."""
    functions = task.chain(function)
    names = dict.fromkeys(name for each in functions for name in task.function(each).arguments)
    return Call(functions, Named({name: point.data[name] for name in names if task.maker(name) is None}))


def at(task: Task, call: Call, w: float) -> Call:
    """Make a call at one parameter."""
    return call.on({task.parameter: w})


def along(task: Task, call: Call, parameters: Sequence[float]) -> Call:
    """Make a call at each of some parameters."""
    return replace(at(task, call, 0.0), sweep=Sweep(task.parameter, 1.0, tuple(parameters)))


def function_at(task: Task, function: str, values: Mapping[str, Value], w: float) -> Call:
    """Build the call of one function, with its arguments among some values, at one parameter."""
    arguments = {name: values[name] for name in task.function(function).arguments}
    return Call((function,), Named({**arguments, task.parameter: w}))
