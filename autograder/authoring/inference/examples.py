"""Choose small inputs for the examples that the task prints, one call or two for each function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.functions import Function
from autograder.authoring.inference.kinds import FIXED, LABELS, ONE_HOT, Kind
from autograder.authoring.inference.lengths import CLASSES, Axis
from autograder.authoring.inference.quantities import Model, Step
from autograder.authoring.inference.trainings import inputs_of
from autograder.authoring.inference.values import Value, Values, is_number, shape_of

LENGTHS = {"N": 2, "D": 3, "C": 2, "H": 2}
OTHER_LENGTH = 2
ENTRIES = (1.0, -0.5, 2.0, 0.5, -1.0, 1.5, 0.25, -2.0)
"""Numbers that a reader can compute with; more entries begin again."""
PARAMETERS = (0.5, -1.5, 0.25, 2.0, -0.5, 1.5, -0.25, -2.0)
DIGITS = 2
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
        name: _small(name, value, kinds[name], sizes, PARAMETERS if name in parameters else ENTRIES)
        for name, value in model.given.items()
    }


def _small(name: str, value: Value, kind: Kind, sizes: Mapping[Axis, str], entries: Sequence[float]) -> Value:
    """Make a small value of a quantity; constants and what the task gives stay as they are."""
    lengths = [
        LENGTHS.get(sizes[Axis(name, place)], OTHER_LENGTH) if Axis(name, place) in sizes else length
        for place, length in enumerate(shape_of(value))
    ]
    count = int(np.prod(lengths))
    if kind.name == FIXED:
        return value
    if kind.name == LABELS:
        in_sizes = sizes.get(Axis(name, CLASSES))
        classes = LENGTHS.get(in_sizes, OTHER_LENGTH) if in_sizes else kind.classes
        return ((np.arange(count) + 1) % classes).reshape(lengths).astype(np.asarray(value).dtype)
    if kind.name == ONE_HOT:
        return np.eye(lengths[1])[np.arange(lengths[0]) % lengths[1]]
    start = sum(map(ord, name))
    numbers = [entries[(start + k) % len(entries)] for k in range(count)]
    return np.array(numbers).reshape(lengths) if lengths else numbers[0]


def _given_to(evaluation: Evaluation, step: Step, inputs: Values) -> Example | None:
    """Return the inputs of one function, those that others return rounded; None if it has no finite results."""
    names = [each for argument in step.arguments for each in evaluation.model.names_of(argument)]
    try:
        values = {**inputs, **evaluation.results(names, inputs)}
        given = {name: _rounded(values[name]) if name not in inputs else values[name] for name in names}
        results = evaluation.results(step.results, {**inputs, **given})
    except NoValueError:
        return None
    is_finite = all(bool(np.all(np.isfinite(value))) for value in (*results.values(), *given.values()))
    return given if is_finite else None


def _rounded(value: Value) -> Value:
    rounded = np.round(value, DIGITS)
    if np.all(np.asarray(value) > 0) and np.all(np.asarray(value) < 1):
        rounded = np.clip(rounded, SMALLEST_SHARE, 1 - SMALLEST_SHARE)
    return rounded if shape_of(rounded) else float(rounded)


def _of_numbers(model: Model, function: Function, step: Step, parameters: Sequence[str]) -> Example:
    """Find a call of the file with single numbers in the place of arrays, as in f(5); empty if there is none."""
    for call in function.calls:
        inputs = inputs_of(model, call)
        data = {name: value for name, value in inputs.items() if name not in parameters}
        usual = [name for name in step.arguments if name not in model.bundles and name not in parameters]
        if data and data.keys() == set(usual) and all(map(is_number, data.values())):
            return {name: float(value) for name, value in data.items()}
    return {}
