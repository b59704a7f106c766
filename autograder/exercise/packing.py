"""Write the parts of a task as JSON, as `exercise.json` holds them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from autograder.facts.calls import Array, Call, Value
from autograder.facts.errors import KitError
from autograder.facts.expected import Expected
from autograder.facts.interface import Function, Object
from autograder.facts.quantities import Fixed, Labels, Quantity, Real
from autograder.facts.task import Example, Task
from autograder.facts.training import Training
from autograder.numerics.descent import RATE_EPOCHS


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
        "bundles": {name: list(names) for name, names in task.bundles.items()},
        "training": task.training and _packed_training(task.training),
        "printed": {name: call and _packed_call(call) for name, call in task.printed.items()},
        "examples": [_packed_example(example, task.quantities.sizes) for example in task.examples],
        **(
            {"objects": {name: _packed_object(each) for name, each in task.objects.items()}}
            if task.objects
            else {}
        ),
    }


def _packed_object(making: Object) -> dict[str, Any]:
    return {
        "make": dict(making.make),
        "holds": list(making.holds),
        "before": list(making.before),
        "inside": making.inside,
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
        "keys": list(function.keys),
        **({"cache": function.cache} if function.cache else {}),
    }


def _packed_training(training: Training) -> dict[str, Any]:
    return {
        "start": _packed_values(training.start),
        "data": _packed_values(training.data),
        "lr": training.lr,
        "epochs": training.epochs,
        "leads": _packed_leads(training),
    }


def _packed_leads(training: Training) -> dict[str, Any]:
    """Write where training leads: what a student may know, which is not what the first step is."""
    leads = training.leads
    if leads is None:
        raise KitError("nobody computed where training leads")
    epochs = {min(RATE_EPOCHS, training.epochs), training.epochs}
    waypoints = {str(epoch): _packed_values(leads.waypoints[epoch]) for epoch in sorted(epochs)}
    rate = leads.rate
    return {"waypoints": waypoints, "rate": rate and {"share": rate.share, "target": rate.target}}


def _packed_example(example: Example, sizes: Container[str]) -> dict[str, Any]:
    """Write an example; lengths follow from its arrays."""
    if example.results is None:
        raise KitError(f"an example of {example.call.function} has no result")
    results = {name: _packed_result(result) for name, result in example.results.items()}
    inputs = example.call.inputs
    given = {name: value for name, value in inputs.items() if name not in sizes}
    return {
        "function": example.call.function,
        "inputs": _packed_values(given),
        "results": results,
    }


def _packed_result(result: Expected) -> dict[str, Any]:
    spread = {"spread": list(result.spread)} if any(result.spread) else {}
    return {
        "value": packed_array(result.value),
        "error": list(result.error),
        "exact": result.exact,
        **spread,
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
