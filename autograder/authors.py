"""What an author writes a rubric with: everything that it imports."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks import convergence, numerical, reference
from autograder.exercise.rubric import Item, Rubric
from autograder.facts import task
from autograder.facts.calls import Array, Call, Named, Value, vector
from autograder.facts.task import Grid, Task, Training

__all__ = [
    "Example",
    "Function",
    "Grid",
    "Item",
    "Printed",
    "Rubric",
    "Task",
    "Training",
    "convergence",
    "numerical",
    "reference",
    "vector",
]

Given = float | Sequence[float] | Array
"""A value of an example: a number, a list of numbers, or an array."""


def Function(name: str, arguments: str, returns: str | Sequence[str]) -> task.Function:
    """Describe a function that students write: `Function("gradient", "x y y_pred", "dw")`.

    `arguments` holds names, with spaces between them. An argument with the name of another function's
    result is that result. Several results are returned as a tuple.
    """
    results = (returns,) if isinstance(returns, str) else tuple(returns)
    return task.Function(name, tuple(arguments.split()), results)


def Example(function: str, **inputs: Given) -> task.Example:
    """Print a call in the task, with its result: `Example("forward", x=[1, 2], w=-0.5)`."""
    return task.Example(_call(function, inputs))


def Printed(function: str, **inputs: Given) -> Call:
    """Say which call gives what the lesson prints, at the parameter of the moment.

    `Printed("forward", x=5)` is the prediction for a single number.
    """
    return _call(function, inputs)


def _call(function: str, inputs: dict[str, Given]) -> Call:
    return Call((function,), Named({name: _value(value) for name, value in inputs.items()}))


def _value(given: Given) -> Value:
    if isinstance(given, int | float | Array):
        return given
    return vector(tuple(map(float, given)))
