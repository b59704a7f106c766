"""What holds for every exercise, whether its author's rubric or a released file says what it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from keyword import iskeyword

from autograder.exercise.rubric import Item
from autograder.facts.task import Grid, Task

SMALLEST_GRID = 8
"""Multiples of the step that a grid must have: four different ones of both signs are drawn."""
LARGEST_GRID = 2**24
"""Multiples of the step, all of which float32 can tell apart."""
LARGEST = 2.0**30
"""Data, and what is trained, stay below: their squares are far from where float32 ends."""
MOST_EPOCHS = 10_000
"""Where each epoch is a call of its own, some seconds."""


def broken_rule(task: Task, items: Sequence[Item]) -> str:
    """Say the first rule that an exercise breaks; empty if it breaks none."""
    return next(chain(_names(task), _flow(task, items), _numbers(task), _examples(task), _items(items)), "")


def _names(task: Task) -> Iterator[str]:
    """Refuse names that cannot stand in a file, or that mean two things."""
    functions = [function.name for function in task.functions]
    arguments = {name for function in task.functions for name in function.arguments}
    for name in (*functions, *sorted(arguments), task.parameter):
        if not name.isidentifier() or iskeyword(name):
            yield f"{name!a} is not a name that Python allows"
    makes = [function.returns for function in task.functions]
    for kind, names in (("functions have", functions), ("results have", makes)):
        if len(set(names)) < len(names):
            yield f"two {kind} the same name"
    if any(len(set(function.arguments)) < len(function.arguments) for function in task.functions):
        yield "two arguments of a function have the same name"
    if task.parameter in {*functions, *makes, *arguments}:
        yield f"{task.parameter} is the parameter, and something else as well"


def _flow(task: Task, items: Sequence[Item]) -> Iterator[str]:
    """Refuse functions whose arguments are neither drawn nor made by a function before them."""
    functions = {function.name for function in task.functions}
    named = {task.objective, task.gradient, *(example.call.function for example in task.examples)}
    named |= {call.function for call in task.printed.values() if call is not None}
    named |= {need for item in items for need in item.needs}
    if not named <= functions:
        yield f"no function {', '.join(sorted(named - functions))} among the task's functions"
    quantities = {name for f in task.functions for name in f.arguments if task.maker(name) is None}
    if not {*quantities, task.parameter} <= task.grids.keys():
        yield f"a grid for each of {', '.join(sorted(quantities | {task.parameter}))} is needed"
    if not quantities <= task.data.keys():
        yield f"data for each of {', '.join(sorted(quantities))} is needed"
    made: set[str] = set()
    for function in task.functions:
        late = [name for name in function.arguments if name not in made | quantities]
        if late:
            yield f"{function.name} is given {late[0]}, which no function before it returns"
        made.add(function.returns)


def _numbers(task: Task) -> Iterator[str]:
    """Refuse numbers with which a computation would not end, or leave the finite numbers."""
    for name, grid in task.grids.items():
        if not _is_usable(grid):
            yield (
                f"the grid of {name} has fewer than {SMALLEST_GRID} multiples of its step, or more than"
                f" {LARGEST_GRID}, or numbers from {LARGEST:g} on"
            )
    for name, array in task.data.items():
        if not array.values or not all(abs(value) < LARGEST for value in array.values):
            yield f"the data of {name} are empty, or not all below {LARGEST:g}"
    training = task.training
    if not 1 <= training.epochs <= MOST_EPOCHS:
        yield f"training has {training.epochs} epochs, which is not a number from 1 to {MOST_EPOCHS}"
    numbers = (training.start, training.other_start, training.target, training.lr, training.within)
    if not all(abs(number) < LARGEST for number in numbers):
        yield f"training has numbers that are not below {LARGEST:g}"
    if len({training.start, training.other_start, training.target}) < 3:  # noqa: PLR2004 - as many as there are
        yield "training has a start, another start and a target that are not three different numbers"
    if not (training.lr > 0 and training.within > 0 and abs(training.rate) <= 1):
        yield "training has an lr or a within that is not above 0, or a rate beyond 1"


def _is_usable(grid: Grid) -> bool:
    if not (0 < grid.step < LARGEST and 0 < grid.below < LARGEST):
        return False
    return SMALLEST_GRID <= grid.below / grid.step <= LARGEST_GRID


def _examples(task: Task) -> Iterator[str]:
    """Refuse examples in which a superfluous factor would not show: one of 1 makes no difference."""
    parameters: dict[str, set[float | None]] = {}
    for example in task.examples:
        call = example.call
        if call.parameter is None:
            yield "an example has no parameter"
        if len(call.arguments) != len(task.function(call.function).arguments):
            yield f"an example of {call.function} has not as many arguments as the function"
        parameters.setdefault(call.function, set()).add(call.parameter)
    for name, values in parameters.items():
        if values == {1.0}:
            yield (
                f"every example of {name} has {task.parameter} = 1, where a factor"
                f" {task.parameter} too many does not show; one more with another value is needed"
            )


def _items(items: Sequence[Item]) -> Iterator[str]:
    ids = [item.id for item in items]
    if len(set(ids)) < len(ids):
        yield "two items have the same id"
    if not all(math.isfinite(item.points) and item.points >= 0 for item in items):
        yield "an item has points that are not a number from 0 on"
