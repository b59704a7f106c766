"""Read the parts of a task from JSON as if a student had written it; ValueError says what is wrong."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from autograder.exercise.unpacking_quantities import MOST_AXES, MOST_TASK_NAMES, read_flag, read_quantity
from autograder.facts import forged
from autograder.facts.calls import Array, Call, Named, Value
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.expected import Expected
from autograder.facts.interface import Function, Object
from autograder.facts.quantities import LARGEST_DATA
from autograder.facts.task import Example, Task
from autograder.facts.training import Leads, Rate, Training

MOST_EXAMPLES, MOST_NUMBERS = 500, 10_000
"""Printed examples, and numbers in an array."""
TASK = (
    *("name", "title", "file", "arrays", "parameters", "functions", "objective", "derivatives"),
    *("bundles", "training", "printed", "examples"),
)
"""Names of the parts of a task."""
TRAINING_KEYS = ("start", "data", "lr", "epochs", "leads")


def read_task(document: Mapping[str, Any]) -> Task:
    """Read a task."""
    return Task(
        title=forged.text(document["title"], "title"),
        file=read_name(document["file"], "file"),
        arrays=forged.named(document["arrays"], "arrays", read_quantity, MOST_TASK_NAMES),
        parameters=forged.entries(document["parameters"], "parameters", forged.text, 0, MOST_TASK_NAMES),
        functions=forged.entries(document["functions"], "functions", _read_function, 1, MOST_TASK_NAMES),
        objective=forged.text(document["objective"], "objective") if document["objective"] != "" else "",
        derivatives=forged.named(document["derivatives"], "derivatives", forged.text, MOST_TASK_NAMES),
        bundles=forged.named(document["bundles"], "bundles", _read_names, MOST_TASK_NAMES),
        training=None if document["training"] is None else _read_training(document["training"], "training"),
        examples=forged.entries(document["examples"], "examples", _read_example, 0, MOST_EXAMPLES),
        printed=forged.named(document["printed"], "printed", _read_printed, MOST_TASK_NAMES),
        name=read_name(document["name"], "name"),
        objects=forged.named(document.get("objects", {}), "objects", _read_object, MOST_TASK_NAMES),
    )


def _read_names(value: object, where: str) -> tuple[str, ...]:
    return forged.entries(value, where, forged.text, 1, MOST_TASK_NAMES)


def read_name(value: object, where: str) -> str:
    """Read the name of a file or folder, which leads nowhere else and is not hidden."""
    name = forged.text(value, where)
    if {PurePosixPath(name).name, PureWindowsPath(name).name} != {name} or name.startswith("."):
        raise ValueError(f"{where} is not the name of a file or folder alone")
    return name


def _read_function(value: object, where: str) -> Function:
    packed = forged.record(value, where, ("name", "arguments", "results", "keys"), ("cache",))
    return Function(
        name=forged.text(packed["name"], where),
        arguments=forged.entries(packed["arguments"], where, forged.text, 0, MOST_TASK_NAMES),
        results=forged.entries(packed["results"], where, forged.text, 1, MOST_TASK_NAMES),
        keys=forged.entries(packed["keys"], where, forged.text, 0, MOST_TASK_NAMES),
        cache=forged.text(packed["cache"], where) if "cache" in packed else "",
    )


def _read_object(value: object, where: str) -> Object:
    packed = forged.record(value, where, ("make", "holds", "before", "inside"))
    return Object(
        make=forged.named(packed["make"], where, forged.text, MOST_TASK_NAMES),
        holds=forged.entries(packed["holds"], where, forged.text, 0, MOST_TASK_NAMES),
        before=forged.entries(packed["before"], where, forged.text, 0, MOST_TASK_NAMES),
        inside=forged.text(packed["inside"], where) if packed["inside"] != "" else "",
    )


def _read_training(value: object, where: str) -> Training:
    packed = forged.record(value, where, TRAINING_KEYS)
    start = forged.named(packed["start"], f"{where}.start", _read_value, MOST_TASK_NAMES)
    epochs = forged.whole(packed["epochs"], f"{where}.epochs", 0, int(forged.LARGEST_NUMBER))
    return Training(
        start=start,
        data=forged.named(packed["data"], f"{where}.data", _read_value, MOST_TASK_NAMES),
        lr=forged.number(packed["lr"], f"{where}.lr"),
        epochs=epochs,
        leads=_read_leads(packed["leads"], f"{where}.leads", start, epochs),
    )


def _read_leads(value: object, where: str, start: Mapping[str, Value], epochs: int) -> Leads:
    """Read where training leads, for the parameters that it starts with."""
    packed = forged.record(value, where, ("waypoints", "rate"))
    waypoints = _read_waypoints(packed["waypoints"], f"{where}.waypoints", start, epochs)
    rate = None if packed["rate"] is None else _read_rate(packed["rate"], f"{where}.rate", start)
    return Leads(waypoints, rate)


def _read_waypoints(
    value: object, where: str, start: Mapping[str, Value], epochs: int
) -> dict[int, Named[Value]]:
    """Read parameters by epoch, the last epoch among them."""
    if not isinstance(value, dict) or not 1 <= len(value) <= MOST_TASK_NAMES:
        raise ValueError(f"{where} are not some numbers of epochs")
    waypoints = {}
    for epoch, values in value.items():
        if not (epoch.isdecimal() and epoch.isascii() and 1 <= int(epoch) <= epochs):
            raise ValueError(f"{where} has something other than an epoch")
        waypoints[int(epoch)] = _read_waypoint(values, where, start)
    if epochs not in waypoints:
        raise ValueError(f"{where} does not have the last epoch")
    return waypoints


def _read_waypoint(value: object, where: str, start: Mapping[str, Value]) -> Named[Value]:
    """Read parameters, each of the shape that it starts with."""
    values = forged.named(value, where, _read_value, MOST_TASK_NAMES)
    if _shapes(values) != _shapes(start):
        raise ValueError(f"{where} has other parameters, or other shapes, than the start")
    return Named(values)


def _shapes(values: Mapping[str, Value]) -> dict[str, tuple[int, ...] | None]:
    """Return the shape of each array, and None for each number."""
    return {name: value.shape if isinstance(value, Array) else None for name, value in values.items()}


def _read_rate(value: object, where: str, start: Mapping[str, Value]) -> Rate:
    packed = forged.record(value, where, ("share", "target"))
    numbers = [each for each in start.values() if not isinstance(each, Array)]
    if len(start) != 1 or len(numbers) != 1:
        raise ValueError(f"{where} is that of one number, and the start is another one")
    (first,) = numbers
    share = forged.number(packed["share"], f"{where}.share")
    target = forged.number(packed["target"], f"{where}.target")
    shrinks = 0 < abs(share) < 1
    leads_on = abs(target) < LARGEST_DATA and target != first
    if not (shrinks and leads_on):
        raise ValueError(f"{where} is not a rate at which an error shrinks")
    return Rate(share, target, first)


def _read_example(value: object, where: str) -> Example:
    packed = forged.record(value, where, ("function", "inputs", "results"))
    results = forged.named(packed["results"], f"{where}.results", _read_result, MOST_TASK_NAMES)
    return Example(_read_call(packed, where), Named(results))


def _read_result(value: object, where: str) -> Expected:
    packed = forged.record(value, where, ("value", "error", "exact"), ("spread",))
    array = read_array(packed["value"], where)
    error = _read_errors(packed["error"], where)
    spread: tuple[float, ...] = ()
    lengths = {len(error), len(array.values)}
    if "spread" in packed:
        spread = _read_errors(packed["spread"], where)
        lengths.add(len(spread))
    if len(lengths) > 1:
        raise ValueError(f"{where} has not an error for each value")
    exact = read_flag(packed["exact"], where)
    return Expected(array, error, exact, spread)


def _read_errors(value: object, where: str) -> tuple[float, ...]:
    return forged.entries(value, where, _read_error, 1, MOST_NUMBERS)


def _read_error(value: object, where: str) -> float:
    return forged.number(value, where, 0)


def _read_printed(value: object, where: str) -> Call | None:
    return None if value is None else _read_call(forged.record(value, where, ("function", "inputs")), where)


def _read_call(packed: Mapping[str, Any], where: str) -> Call:
    inputs = forged.named(packed["inputs"], f"{where}.inputs", _read_value, MOST_TASK_NAMES)
    return Call((forged.text(packed["function"], where),), Named(inputs))


def _read_value(value: object, where: str) -> Value:
    return read_array(value, where) if isinstance(value, dict) else forged.number(value, where)


def read_array(value: object, where: str) -> Array:
    """Read an array, each of whose values its dtype has."""
    packed = forged.record(value, where, ("dtype", "shape", "values"))
    shape = forged.entries(packed["shape"], where, _read_length, 0, MOST_AXES)
    values = forged.entries(packed["values"], where, forged.number, 1, MOST_NUMBERS)
    dtype = packed["dtype"]
    if not isinstance(dtype, str) or dtype not in REAL_DTYPES:
        raise ValueError(f"{where} has a dtype that is not known")
    size = 1
    for length in shape:
        size *= length
    if size != len(values):
        raise ValueError(f"{where} has not as many values as its shape")
    try:
        struct.pack(f"{len(values)}{REAL_DTYPES[dtype]}", *values)
    except (struct.error, OverflowError) as error:
        raise ValueError(f"{where} has values that {dtype} does not have") from error
    return Array(dtype, shape, values)


def _read_length(value: object, where: str) -> int:
    return forged.whole(value, where, 1, MOST_NUMBERS)
