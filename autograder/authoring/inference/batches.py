"""Choose data that fit together where functions were called with batches and with all of the data."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.functions import Function
from autograder.authoring.inference.quantities import Model
from autograder.authoring.inference.values import Value, copied, is_array, plain, shape_of

MOST_CHOICES = 64
"""Choices of shapes that are tried; three arrays of two shapes each have 8."""


def of_one_size(evaluation: Evaluation, functions: Sequence[Function]) -> Model:
    """Return the model with the first values of its arrays on which every function can be computed."""
    model = evaluation.model
    shapes = _shapes(model, functions)
    results = [result for step in model.steps for result in step.results]
    for values in islice(product(*shapes.values()), MOST_CHOICES):
        given = {**model.given, **dict(zip(shapes, map(copied, values), strict=True))}
        try:
            evaluation.results(results, given)
        except NoValueError:
            continue
        return model._replace(given=given)
    return model


def _shapes(model: Model, functions: Sequence[Function]) -> dict[str, list[Value]]:
    """Collect a value of each shape in which functions usually get an array; only where there are several."""
    shapes: dict[str, dict[tuple[int, ...], Value]] = {}
    for step, function in zip(model.steps, functions, strict=True):
        arguments = zip(step.arguments, function.arguments, strict=True)
        for quantity, argument in arguments:
            value = plain(function.base.arguments[argument])
            if quantity in model.given and is_array(value):
                shapes.setdefault(quantity, {})
                shapes[quantity].setdefault(shape_of(value), value)
    several = {}
    for name, by_shape in shapes.items():
        if len(by_shape) > 1:
            several[name] = list(by_shape.values())
    return several
