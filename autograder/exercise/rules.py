"""What holds for every exercise, whether its author's rubric or a released file says what it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain
from keyword import iskeyword
from pathlib import PurePath

from autograder.checks import convergence, numerical
from autograder.exercise.given_rules import example_rules, suggestion, training_rules
from autograder.exercise.object_rules import object_rules
from autograder.exercise.rubric import Item
from autograder.facts.attributes import ATTRIBUTE
from autograder.facts.quantities import LARGEST_DATA, Fixed, Labels, Quantity, Real, axes_of
from autograder.facts.report import TRAINING
from autograder.facts.task import Task
from autograder.submission.kinds import SCRIPT

SMALLEST_GRID = 8
"""Multiples of the step that are drawn from, at least: four different ones of both signs."""
LARGEST_GRID = 2**24
"""Multiples of the step, all of which float32 can tell apart."""


def broken_rule(task: Task, items: Sequence[Item]) -> str:
    """Say the first rule that an exercise breaks; empty if it breaks none."""
    rules = (
        _file(task),
        _names(task),
        _flow(task),
        _quantities(task),
        _goal(task),
        _bundles(task),
        object_rules(task),
        training_rules(task),
        example_rules(task),
        _items(task, items),
    )
    return next(chain(*rules), "")


def _file(task: Task) -> Iterator[str]:
    """Refuse a file that is not one script in the folder that students get."""
    path = PurePath(task.file)
    if path.suffix != SCRIPT or path.name != task.file:
        yield f"the file {task.file!a} is not the name of a script, such as line{SCRIPT}"


def _names(task: Task) -> Iterator[str]:
    """Refuse names that cannot stand in a file, or that mean two things."""
    functions = [function.name for function in task.functions]
    results = [name for function in task.functions for name in function.made]
    arguments = {name for function in task.functions for name in function.arguments}
    parts = [part for name in functions for part in name.split(".", 1)]
    parts += [name.removeprefix(ATTRIBUTE) for name in results]
    for name in (*parts, *sorted(arguments), *task.arrays):
        if not name.isidentifier() or iskeyword(name):
            yield f"{name!a} is not a name that Python allows"
    for kind, names in (("functions", functions), ("results", results), ("parameters", task.parameters)):
        for name in _repeated(names):
            yield f"two {kind} are named {name}"
    for function in task.functions:
        for name in _repeated(function.arguments):
            yield f"{function.name} takes {name} twice"
    for name in task.arrays:
        if name in results:
            yield f"{name} stands in arrays, and {task.maker_of(name)} returns it; it is one or the other"
        if name in functions:
            yield f"{name} is an array, and a function as well"


def _flow(task: Task) -> Iterator[str]:
    """Refuse functions whose arguments are neither drawn nor returned by a function before them."""
    made: set[str] = set()
    results = [name for function in task.functions for name in function.made]
    known = [*task.arrays, *results]
    for function in task.functions:
        for name in function.arguments:
            if name in results and name not in made:
                yield f"{function.name} takes {name}, which no function before it returns"
            if name not in known and name not in task.bundles:
                yield f"{function.name} takes {name}, which is not in arrays{suggestion(name, known)}"
        made.update(function.made)


def _quantities(task: Task) -> Iterator[str]:
    """Refuse quantities that cannot be drawn, and parameters that cannot be trained."""
    for name, quantity in task.arrays.items():
        for size in axes_of(quantity):
            if isinstance(size, str) and not size.isidentifier():
                yield f"{name} has the size {size!a}, which is neither a name nor a number"
        yield from _values_of(name, quantity)
    for name in task.parameters:
        if name not in task.arrays:
            yield f"the parameter {name} is not in arrays{suggestion(name, task.arrays)}"
        elif not isinstance(task.arrays[name], Real):
            yield f"the parameter {name} is not Real(...), and only real numbers can be trained"


def _values_of(name: str, quantity: Quantity) -> Iterator[str]:
    """Refuse bounds and values that leave nothing to draw."""
    match quantity:
        case Real() if not _is_usable(quantity):
            yield (
                f"{name} has fewer than {SMALLEST_GRID} multiples of its step below its bound, or more than"
                f" {LARGEST_GRID}, or numbers from {LARGEST_DATA:g} on"
            )
        case Labels() if isinstance(quantity.classes, int) and quantity.classes <= 1:
            yield f"{name} has {quantity.classes} class, and labels tell at least 2 apart"
        case Labels() if quantity.real and quantity.one_hot:
            yield f"{name} is one_hot and real: rows of 0 and 1 are real numbers already"
        case Fixed() if not quantity.values or not all(
            abs(value) < LARGEST_DATA for value in quantity.values
        ):
            yield f"{name} has no values, or some that are not below {LARGEST_DATA:g}"


def _bundles(task: Task) -> Iterator[str]:
    """Refuse dictionaries of what is not a parameter."""
    for bundle, names in task.bundles.items():
        for name in names:
            if name not in task.parameters:
                meant = suggestion(name, task.parameters)
                yield f"the dictionary {bundle} holds {name}, which is not a parameter{meant}"
        if bundle in task.arrays:
            yield f"{bundle} is a dictionary, and stands in arrays as well"


def _goal(task: Task) -> Iterator[str]:
    """Refuse an objective that nothing returns, and derivatives of what is not a parameter."""
    if not task.objective and not task.derivatives and task.training is None:
        return  # functions alone: `_items` refuses an item that would need more
    results = [name for function in task.functions for name in function.results]
    if task.objective not in results:
        meant = suggestion(task.objective, results)
        yield f"the objective {task.objective} is returned by no function{meant}"
    for parameter, derivative in task.derivatives.items():
        if parameter not in task.parameters:
            meant = suggestion(parameter, task.parameters)
            yield f"{derivative} is the derivative of {parameter}, which is not a parameter{meant}"
        if derivative not in results:
            meant = suggestion(derivative, results)
            yield f"the derivative {derivative} is returned by no function{meant}"
    for parameter in task.parameters:
        if parameter not in task.derivatives:
            yield f"the parameter {parameter} has no derivative"


def _items(task: Task, items: Sequence[Item]) -> Iterator[str]:
    """Refuse items that are about nothing, that come twice, or whose points are not a number."""
    functions = [function.name for function in task.functions]
    for item in items:
        if item.check is convergence and task.training is None:
            yield f"the item {item.id} asks about training, and the task has none"
        if item.check is convergence and item.function != TRAINING:
            yield f"the item {item.id} asks about training: Item({TRAINING!r}, convergence, ...)"
        if item.check is not convergence and item.function not in functions:
            meant = suggestion(item.function, functions)
            yield f"the item {item.id} is about {item.function}, which is not a function{meant}"
        if item.check is numerical and not _has_a_derivative(task, item.function):
            yield f"the item {item.id} asks for a slope, and {item.function} returns no derivative"
        if not (math.isfinite(item.points) and item.points >= 0):
            yield f"the item {item.id} has points that are not a number from 0 on"
    for name in _repeated([item.id for item in items]):
        yield f"two items are {name}"


def _has_a_derivative(task: Task, function: str) -> bool:
    return not set(task.derivatives.values()).isdisjoint(task.function(function).results)


def _is_usable(quantity: Real) -> bool:
    if not (0 < quantity.step < LARGEST_DATA and 0 < quantity.below < LARGEST_DATA):
        return False
    return SMALLEST_GRID <= quantity.below / quantity.step <= LARGEST_GRID


def _repeated(names: Sequence[str]) -> list[str]:
    return sorted({name for name in names if list(names).count(name) > 1})
