"""Choose small inputs for the examples that the task prints, one call or two for each function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.functions import Function
from autograder.authoring.inference.kinds import FIXED, LABELS, ONE_HOT, Kind
from autograder.authoring.inference.quantities import Model, Step
from autograder.authoring.inference.redrawn import CLASSES, Axis
from autograder.authoring.inference.trainings import inputs_of
from autograder.authoring.inference.values import Value, Values, is_number, shape_of

SMALL_LENGTHS = {"N": 2, "D": 3, "C": 2, "H": 2}
USUAL_LENGTH = 2
DATA_ENTRIES = (1.0, -0.5, 2.0, 0.5, -1.0, 1.5, 0.25, -2.0)
"""Numbers that a reader can compute with; more entries begin again."""
PARAMETER_ENTRIES = (0.5, -1.5, 0.25, 2.0, -0.5, 1.5, -0.25, -2.0)
DIGITS_SHOWN = 2
"""After the point, of an argument that another function returns."""
SMALLEST_SHARE = 0.01
"""Of a probability that is rounded: 0 and 1 have no logarithms."""
Example = dict[str, Value]


def examples_of(
    evaluation: Evaluation,
    functions: Sequence[Function],
    kinds: Mapping[str, Kind],
    sizes: Mapping[Axis, str],
    parameters: Sequence[str],
) -> list[tuple[str, Example]]:
    """Make the examples of all functions, each a function's name and its inputs by name."""
    inputs = _small_inputs(evaluation.model, kinds, sizes, parameters)
    examples: list[tuple[str, Example]] = []
    for step in evaluation.model.steps:
        given = _given_to(evaluation, step, inputs)
        if given is None:
            continue
        shown = {**given, **{name: inputs[name] for name in parameters}}
        examples.append((step.name, shown))
        function = next(each for each in functions if each.name == step.name)
        number = _of_numbers(evaluation.model, function, step, parameters)
        if number and any(shape_of(value) for name, value in given.items() if name not in parameters):
            examples.append((step.name, {**shown, **number}))
    return examples


def _small_inputs(
    model: Model, kinds: Mapping[str, Kind], sizes: Mapping[Axis, str], parameters: Sequence[str]
) -> dict[str, Value]:
    return {
        name: _small(
            name, value, kinds[name], sizes, PARAMETER_ENTRIES if name in parameters else DATA_ENTRIES
        )
        for name, value in model.given.items()
    }


def _small(name: str, value: Value, kind: Kind, sizes: Mapping[Axis, str], entries: Sequence[float]) -> Value:
    """Make a small value of a quantity; what the task gives stays as it is."""
    axes = enumerate(shape_of(value))
    shape = [_length(sizes.get(Axis(name, place)), length) for place, length in axes]
    if kind.name == FIXED:
        return value
    if kind.name == ONE_HOT:
        rows = np.arange(shape[0]) % shape[1]
        return np.eye(shape[1])[rows]
    if kind.name == LABELS:
        entries = range(_length(sizes.get(Axis(name, CLASSES)), kind.classes))
    start = sum(map(ord, name))  # so that two quantities begin with other numbers
    count = int(np.prod(shape))
    places = np.arange(start, start + count) % len(entries)
    numbers = np.array(entries)[places].reshape(shape)
    return numbers if shape else float(numbers)


def _length(size: str | None, length: int) -> int:
    """Return the length of a named size in an example; any other length stays."""
    return length if size is None else SMALL_LENGTHS.get(size, USUAL_LENGTH)


def _given_to(evaluation: Evaluation, step: Step, inputs: Values) -> Example | None:
    """Return the inputs of one function, results of others rounded; None if nothing finite results."""
    names = [each for argument in step.arguments for each in evaluation.model.names_of(argument)]
    try:
        values = evaluation.results(names, inputs)
        made = {name: _rounded(values[name]) for name in names if name not in inputs}
        given = {**values, **made}
        results = evaluation.results(step.results, {**inputs, **given})
    except NoValueError:
        return None
    every = (*results.values(), *given.values())
    return given if all(bool(np.all(np.isfinite(value))) for value in every) else None


def _rounded(value: Value) -> Value:
    rounded = np.round(value, DIGITS_SHOWN)
    if np.all(np.asarray(value) > 0) and np.all(np.asarray(value) < 1):
        rounded = np.clip(rounded, SMALLEST_SHARE, 1 - SMALLEST_SHARE)
    return rounded if shape_of(rounded) else float(rounded)


def _of_numbers(model: Model, function: Function, step: Step, parameters: Sequence[str]) -> Example:
    """Find a call of the file with single numbers in the place of arrays, as f(5); empty if none is there."""
    due = set(step.arguments) - set(parameters) - model.bundles.keys()
    for call in function.calls:
        inputs = inputs_of(model, call)
        numbers = {name: float(inputs[name]) for name in due if is_number(inputs.get(name))}
        if numbers and numbers.keys() == due:
            return numbers
    return {}
