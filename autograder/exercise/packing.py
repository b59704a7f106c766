"""Write the parts of a task as JSON, as `exercise.json` holds them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from autograder.facts.calls import Array, Call, Value
from autograder.facts.errors import KitError
from autograder.facts.quantities import Fixed, Labels, Quantity, Real
from autograder.facts.task import Example, Function, Task, Training


def packed_task(task: Task) -> dict[str, Any]:
    """Write a task; the same document for the same task."""
    return {
        "name": task.name,
        "title": task.title,
        "file": task.file,
        "arrays": {name: _packed_quantity(quantity) for name, quantity in task.arrays.items()},
        "parameters": list(task.parameters),
        "functions": [_packed_function(function) for function in task.functions],
        "objective": task.objective,
        "derivatives": dict(task.derivatives),
        "training": _packed_training(task.training),
        "printed": {name: call and _packed_call(call) for name, call in task.printed.items()},
        "examples": [_packed_example(example) for example in task.examples],
    }


def _packed_quantity(quantity: Quantity) -> dict[str, Any]:
    match quantity:
        case Real():
            return {
                "kind": "real",
                "sizes": list(quantity.sizes),
                "step": quantity.step,
                "below": quantity.below,
            }
        case Labels():
            return {
                "kind": "labels",
                "sizes": list(quantity.sizes),
                "classes": quantity.classes,
                "one_hot": quantity.one_hot,
                "real": quantity.real,
            }
        case Fixed():
            return {"kind": "fixed", "values": list(quantity.values)}


def _packed_function(function: Function) -> dict[str, Any]:
    return {
        "name": function.name,
        "arguments": list(function.arguments),
        "results": list(function.results),
        "dictionary": function.as_dictionary,
    }


def _packed_training(training: Training) -> dict[str, Any]:
    return {
        "start": _packed_values(training.start),
        "data": _packed_values(training.data),
        "lr": training.lr,
        "epochs": training.epochs,
        "target": training.target,
        "within": training.within,
        "rate": training.rate,
        "other_start": training.other_start,
    }


def _packed_example(example: Example) -> dict[str, Any]:
    if example.expected is None:
        raise KitError(f"an example of {example.call.function} has no result")
    return _packed_call(example.call) | {
        "expected": packed_array(example.expected),
        "error": list(example.error),
        "exact": example.exact,
    }


def _packed_call(call: Call) -> dict[str, Any]:
    return {"function": call.function, "inputs": _packed_values(call.inputs)}


def _packed_values(values: Mapping[str, Value]) -> dict[str, Any]:
    return {
        name: packed_array(value) if isinstance(value, Array) else value for name, value in values.items()
    }


def packed_array(array: Array) -> dict[str, Any]:
    """Write an array."""
    return {"dtype": array.dtype, "shape": list(array.shape), "values": list(array.values)}
