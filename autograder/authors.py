"""What an author writes a rubric with: everything that it imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.checks import convergence, numerical, reference
from autograder.exercise.rubric import Item, Rubric
from autograder.exercise.rules import SMALLEST_GRID
from autograder.facts import quantities, task
from autograder.facts.calls import Array, Call, Named, Value, vector
from autograder.facts.quantities import Size
from autograder.facts.task import Object, Task

__all__ = [
    "Example",
    "Fixed",
    "Function",
    "Item",
    "Labels",
    "Object",
    "Printed",
    "Real",
    "Rubric",
    "Task",
    "Training",
    "convergence",
    "numerical",
    "reference",
    "vector",
]

STEP = 0.25
Given = float | Array | Sequence["Given"]
"""A value: a number, a list of numbers, a list of rows, or an array."""


def Real(*sizes: Size, step: float | None = None, below: float = 4.0) -> quantities.Real:
    """Declare real numbers: `Real("N", "D")` is a matrix, `Real()` one number.

    Entries are multiples of `step` below `below`, or any numbers below it. Without a step, it is 1/4, or as
    much smaller a power of two as leaves enough multiples.
    """
    if step is None:
        step = STEP
        while 0 < below < SMALLEST_GRID * step:
            step /= 2
    return quantities.Real(sizes, step, below)


def Labels(*sizes: Size, classes: Size, one_hot: bool = False, real: bool = False) -> quantities.Labels:
    """Declare class labels: `Labels("N", classes="C")` are whole numbers from 0 on; `real`, floats."""
    return quantities.Labels(sizes, classes, one_hot, real)


def Fixed(*values: float) -> quantities.Fixed:
    """Declare a number that the task gives: `Fixed(0, 1/8, 1)`; with one value, it could be hard-coded."""
    return quantities.Fixed(values)


def Training(
    start: Mapping[str, Given | str], data: Mapping[str, Given | str], lr: float, epochs: int
) -> task.Training:
    """Describe the training run: `Training(dict(w=0.0), dict(x="X", y="Y"), lr=0.01, epochs=30)`.

    A text names a global of solution.py. Where training leads follows from the reference.
    """
    given = {**start, **data}
    names = {name: value for name, value in given.items() if isinstance(value, str)}
    return task.Training(_values(start), _values(data), lr, epochs, names)


def Function(name: str, arguments: str, returns: str | Sequence[str] | Mapping[str, str]) -> task.Function:
    """Describe a function that students write: `Function("gradient", "x y y_pred", "dw")`.

    `arguments` holds names, with spaces between them. An argument with the name of another function's
    result is that result. Several results are returned as a tuple, or as a dictionary with these keys:
    `Function("backward", "x y params", {"W": "dW", "b": "db"})` returns {"W": dW, "b": db}.
    """
    names = tuple(arguments.split())
    if isinstance(returns, str):
        return task.Function(name, names, (returns,))
    if isinstance(returns, Mapping):
        return task.Function(name, names, tuple(returns.values()), tuple(returns))
    return task.Function(name, names, tuple(returns))


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


def _values(given: Mapping[str, Given | str]) -> dict[str, Value]:
    """Return what is given as a value; a text is the name of one."""
    return {name: _value(value) for name, value in given.items() if not isinstance(value, str)}


def _value(given: Given) -> Value:
    if isinstance(given, int | float | Array):
        return given
    shape, values = _flat(given)
    return Array("float64", shape, tuple(values))


def _flat(given: Given) -> tuple[tuple[int, ...], list[float]]:
    """Return the shape and the entries of nested lists; ValueError if the rows are not equally long."""
    if isinstance(given, int | float):
        return (), [float(given)]
    if isinstance(given, Array):
        return given.shape, list(given.values)
    rows = [_flat(row) for row in given]
    shapes = {shape for shape, _ in rows}
    if len(shapes) != 1:
        raise ValueError("a list has rows of different lengths, or no entries")
    return (len(rows), *shapes.pop()), [value for _, values in rows for value in values]
