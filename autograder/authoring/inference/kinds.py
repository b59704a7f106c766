"""Tell what each given quantity is: real numbers, class labels, or a number that the task gives."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.evaluation import Evaluation, NoValueError
from autograder.authoring.inference.values import Value, Values, in_floats, is_array, is_number, is_whole

REAL, LABELS, ONE_HOT, FIXED = "real", "labels", "one_hot", "fixed"
PAIR = 2
"""Classes of a logistic regression."""
OFF_LABEL = 0.25
"""What makes another number than a label of one."""


class Kind(NamedTuple):
    """What a quantity is, with the number of its classes if it holds labels."""

    name: str
    classes: int = 0
    is_float: bool = False


def kinds_of(evaluation: Evaluation, values: Values, parameters: Collection[str]) -> dict[str, Kind]:
    """Tell the kind of every quantity; parameters are real."""
    has_arrays = any(is_array(value) for name, value in values.items() if name not in parameters)
    kinds: dict[str, Kind] = {}
    for name, value in values.items():
        kinds[name] = Kind(REAL)
        if name in parameters or name in evaluation.model.globals:
            continue
        if is_number(value):
            kinds[name] = Kind(FIXED) if has_arrays else Kind(REAL)
        elif _is_one_hot(value):
            kinds[name] = Kind(ONE_HOT, value.shape[-1], not is_whole(value))
        else:
            kinds[name] = _labels(evaluation, values, name) or Kind(REAL)
    return kinds


def _is_one_hot(value: Value) -> bool:
    """Whether the rows of a matrix are 0 but for one 1, and each column has one."""
    if np.ndim(value) != PAIR or value.shape[1] < PAIR:
        return False
    binary = bool(np.all((value == 0) | (value == 1)))
    return binary and bool(np.all(value.sum(axis=1) == 1)) and bool(np.all(value.sum(axis=0) > 0))


def _labels(evaluation: Evaluation, values: Values, name: str) -> Kind | None:
    """Read labels: whole numbers from 0 on, each of which occurs, that are two, or stand for indices."""
    value = values[name]
    classes = np.unique(value)
    if len(classes) < PAIR or not np.array_equal(classes, np.arange(len(classes))):
        return None
    is_column = np.squeeze(value).ndim <= 1
    are_more = value.size > len(classes)
    is_pair = len(classes) == PAIR and is_column and are_more
    if not is_pair and not (is_column and _are_indices(evaluation, values, name)):
        return None
    return Kind(LABELS, len(classes), not is_whole(value))


def _are_indices(evaluation: Evaluation, values: Values, name: str) -> bool:
    """Whether results can be computed, and cannot with numbers that are not whole."""
    results = [result for step in evaluation.model.steps if name in step.arguments for result in step.results]
    try:
        evaluation.results(results, values)
    except NoValueError:
        return False
    try:
        evaluation.results(results, {**values, name: in_floats(values[name]) + OFF_LABEL})
    except NoValueError:
        return True
    return False
