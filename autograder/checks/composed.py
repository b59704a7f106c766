"""Calls in which the predictions are the submission's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from autograder.facts.calls import Call, Named, Value
from autograder.facts.task import Task


def composed(task: Task, function: str, values: Mapping[str, Value], given: Collection[str] = ()) -> Call:
    """Build the call of a function on data, with what this file's own functions make of them as arguments.

    Results that are `given` stand among the values, and nothing makes them.
    """
    functions = task.chain(function, given)
    names = arguments_of_all(task, functions)
    drawn = [name for name in names if name in given or task.maker(name) is None]
    return Call(functions, _inputs(task, drawn, values))


def function_at(task: Task, function: str, values: Mapping[str, Value]) -> Call:
    """Build the call of one function, with its arguments among some values."""
    return Call((function,), _inputs(task, arguments_of(task, function), values))


def arguments_of(task: Task, function: str) -> tuple[str, ...]:
    """List what a function is given; in the place of a dictionary, what is in it."""
    names: list[str] = []
    for name in task.function(function).arguments:
        names += task.bundles.get(name, (name,))
    return tuple(dict.fromkeys(names))


def arguments_of_all(task: Task, functions: Iterable[str]) -> tuple[str, ...]:
    """List what functions are given, each argument once."""
    return tuple(dict.fromkeys(name for function in functions for name in arguments_of(task, function)))


def _inputs(task: Task, names: tuple[str, ...] | list[str], values: Mapping[str, Value]) -> Named[Value]:
    """Take the values of some names, and of all parameters."""
    return Named({name: values[name] for name in (*names, *task.parameters)})
