"""Calls in which the predictions are the submission's own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from autograder.facts.calls import Call, Named, Value
from autograder.facts.quantities import lengths
from autograder.facts.task import Task


def composed(task: Task, function: str, values: Mapping[str, Value], given: Collection[str] = ()) -> Call:
    """Build the call of a function on data, with what this file's own functions make of them as arguments.

    Results that are `given` stand among the values, and nothing makes them.
    """
    functions = task.chain(function, given)
    names = arguments_of_all(task, functions)
    drawn = [name for name in names if name in given or task.maker(name) is None]
    return Call(functions, _inputs(task, functions, drawn, values))


def function_at(task: Task, function: str, values: Mapping[str, Value]) -> Call:
    """Build the call of one function, with its arguments among some values; its caches are the file's own."""
    functions = with_caches(task, function)
    return Call(functions, _inputs(task, functions, arguments_of(task, function), values))


def with_caches(task: Task, function: str) -> tuple[str, ...]:
    """List a function behind those that make the caches it takes, in the order in which they run."""
    names: list[str] = []
    for name in task.taken_by(function):
        maker = task.maker(name)
        if maker is not None and maker.cache == name:
            names += with_caches(task, maker.name)
    return tuple(dict.fromkeys([*names, function]))


def is_plain(task: Task, function: str) -> bool:
    """Whether a function is called with its arguments alone, and returns its results alone."""
    described = task.function(function)
    return with_caches(task, function) == (function,) and not described.owner and not described.cache


def arguments_of(task: Task, function: str) -> tuple[str, ...]:
    """List what the call of one function is given; in the place of a cache, what its maker is given."""
    caches = {each.cache for each in task.functions if each.cache}
    taken = [name for each in with_caches(task, function) for name in task.taken_by(each)]
    return tuple(dict.fromkeys(name for name in taken if name not in caches))


def arguments_of_all(task: Task, functions: Iterable[str]) -> tuple[str, ...]:
    """List what functions are given, each argument once."""
    return tuple(dict.fromkeys(name for function in functions for name in arguments_of(task, function)))


def with_sizes(task: Task, functions: Iterable[str], values: Mapping[str, Value]) -> Named[Value]:
    """Add to inputs the lengths of which objects are made, which follow from the inputs' shapes."""
    wanted = sizes_of(task, functions)
    if not wanted:
        return Named(values)
    known = lengths(task.arrays, values)
    return Named({**values, **{name: known[name] for name in wanted}})


def sizes_of(task: Task, functions: Iterable[str]) -> tuple[str, ...]:
    """List the sizes whose lengths the objects of some methods are made of."""
    owners = {task.function(name).owner for name in functions}
    makings = [task.objects[owner] for owner in sorted(owners) if owner in task.objects]
    names = (name for making in makings for name in making.make.values())
    return tuple(dict.fromkeys(name for name in names if name not in task.arrays))


def _inputs(
    task: Task, functions: Iterable[str], names: Iterable[str], values: Mapping[str, Value]
) -> Named[Value]:
    """Take the values of some names, and of all parameters."""
    taken = {name: values[name] for name in (*names, *task.parameters)}
    return with_sizes(task, functions, taken)
