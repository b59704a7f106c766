"""What holds for the values that an exercise gives: its training run and its printed examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from autograder.checks.composed import arguments_of, arguments_of_all
from autograder.exercise.label_rules import label_rules
from autograder.exercise.sizes import clash
from autograder.facts.calls import Array, Value
from autograder.facts.interface import Function
from autograder.facts.quantities import LARGEST_DATA, axes_of
from autograder.facts.task import Example, Task
from autograder.facts.training import Training

MOST_EPOCHS = 10_000
"""Where each epoch is a call of its own, some seconds."""


def training_rules(task: Task) -> Iterator[str]:
    """Refuse a training run that would not end, or lacks what it needs; values of solution.py come later."""
    training = task.training
    if training is None:
        return
    if not 1 <= training.epochs <= MOST_EPOCHS:
        yield f"training has {training.epochs} epochs, which is not a number from 1 to {MOST_EPOCHS}"
    if not training.lr > 0:
        yield "training has an lr that is not above 0"
    starts = {*training.start, *(name for name in training.names if name in task.parameters)}
    if starts != set(task.parameters):
        given, due = _listed(sorted(starts)), _listed(task.parameters)
        yield f"training starts with {given}, and the parameters are {due}"
    results = [*task.derivatives.values(), *filter(None, [task.objective])]
    arguments = arguments_of_all(task, task.chain_of(results))
    needed = [name for name in arguments if name in task.arrays and name not in task.parameters]
    given_data = {*training.data, *training.names}
    lacking = [name for name in needed if name not in given_data]
    if lacking:
        yield f"training has no data for {_listed(lacking)}"
    unknown = [name for name in sorted(given_data) if name not in task.arrays]
    if unknown:
        yield f"training has data for {_listed(unknown)}, which no array is named"
    if not lacking and not unknown:
        yield from values_rules(task, training)


def values_rules(task: Task, training: Training) -> Iterator[str]:
    """Refuse values of a training run that are too large, or of other shapes than the task declares."""
    values = {**training.data, **training.start}
    for name, value in values.items():
        if not is_small(value):
            yield f"training has values for {name} that are none, or not all below {LARGEST_DATA:g}"
    trouble = clash(task.arrays, values)
    if trouble:
        yield f"training: {trouble}"
    else:
        yield from label_rules(task.arrays, values)


def example_rules(task: Task) -> Iterator[str]:
    """Refuse examples that cannot be computed, or in which a superfluous factor of 1 would not show."""
    functions = {function.name: function for function in task.functions}
    for example in task.examples:
        name = example.call.function
        if name not in functions:
            yield f"an example calls {name}, which is not a function of the task{suggestion(name, functions)}"
            return
        yield from _inputs(task, functions[name], example)
    for name in functions:
        yield from _ones(task, name)
    for call in task.printed.values():
        if call is not None and call.function not in functions:
            meant = suggestion(call.function, functions)
            yield f"what the lesson prints calls {call.function}, which is not a function of the task{meant}"


def _inputs(task: Task, function: Function, example: Example) -> Iterator[str]:
    """Refuse an example that lacks an input, or has one that is not used."""
    inputs = example.call.inputs
    due = {*arguments_of(task, function.name), *task.parameters}
    lacking, more = sorted(due - inputs.keys()), sorted(inputs.keys() - due)
    if lacking:
        yield f"an example of {function.name} has no value for {_listed(lacking)}"
    if more:
        yield f"an example of {function.name} has a value for {_listed(more)}, which it does not take"
    drawn = {name: value for name, value in inputs.items() if name in task.arrays}
    trouble = clash(task.arrays, drawn)
    if trouble:
        yield f"an example of {function.name}: {trouble}"


def _ones(task: Task, function: str) -> Iterator[str]:
    """Refuse examples that all have a parameter of 1."""
    for parameter in task.parameters:
        if axes_of(task.arrays[parameter]):
            continue
        values = {e.call.inputs[parameter] for e in task.examples if e.call.function == function}
        if values == {1.0}:
            yield (
                f"every example of {function} has {parameter} = 1, where a factor"
                f" {parameter} too many does not show; one more with another value is needed"
            )


def is_small(value: Value) -> bool:
    """Whether a value holds numbers, and all of them are below LARGEST_DATA."""
    values = value.values if isinstance(value, Array) else (value,)
    return bool(values) and all(abs(entry) < LARGEST_DATA for entry in values)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"


def suggestion(name: str, known: Iterable[str]) -> str:
    """Suggest the name that was probably meant."""
    near = get_close_matches(name, list(known), 1)
    return f"; {near[0]} is" if near else ""
