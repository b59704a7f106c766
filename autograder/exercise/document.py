"""`exercise.json`: the open part of an exercise, written, and read as if a student had written it."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from autograder import checks
from autograder.exercise.rubric import Item
from autograder.exercise.rules import broken_rule
from autograder.facts import forged
from autograder.facts.calls import Array, Call
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.errors import KitError
from autograder.facts.task import Example, Function, Grid, Task, Training
from autograder.submission.read import hash_of
from autograder.submission.stubs import HASH

SCHEMA = "autograder-exercise/2"
OPEN_CHECKS = {check.__name__: check for check in (checks.examples, checks.numerical, checks.convergence)}
NEEDED = (
    *("schema", "name", "title", "file", "parameter", "objective", "gradient", "functions"),
    *("grids", "data", "training", "examples", "items", "closed"),
)
OPTIONAL = ("generated", "printed", "files")
MOST, MOST_EXAMPLES, MOST_NUMBERS = 50, 500, 10_000
"""Names of each kind, printed examples, and numbers in an array."""
MOST_POINTS = 10_000.0


@dataclass(frozen=True, slots=True)
class Released:
    """A released exercise: its task, its open items, and what is marked after hand-in."""

    task: Task
    items: tuple[Item, ...]
    closed_items: int
    closed_points: float
    hashes: Mapping[str, str] = field(default_factory=dict)  # of its other files, as they were released
    digest: str = ""  # of the file that it was read from


def to_json(released: Released, generated: str, hashes: Mapping[str, str]) -> str:
    """Write a released exercise, with the hashes of its other files; the same text for the same exercise."""
    task = released.task
    document = {
        "generated": generated,
        "schema": SCHEMA,
        "name": task.name,
        "title": task.title,
        "file": task.file,
        "parameter": task.parameter,
        "objective": task.objective,
        "gradient": task.gradient,
        "functions": [[f.name, list(f.arguments), f.returns] for f in task.functions],
        "grids": {name: [grid.step, grid.below] for name, grid in task.grids.items()},
        "data": {name: _packed(array) for name, array in task.data.items()},
        "training": {name: getattr(task.training, name) for name in Training.__slots__},
        "printed": {
            name: call and [call.function, list(call.arguments)] for name, call in task.printed.items()
        },
        "examples": [_packed_example(example) for example in task.examples],
        "items": [
            {"id": i.id, "check": i.check.__name__, "points": i.points, "needs": list(i.needs)}
            for i in released.items
        ],
        "files": dict(hashes),
        "closed": {"items": released.closed_items, "points": released.closed_points},
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value, allow_nan=False)}" for key, value in document.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(data: bytes) -> Released:
    """Read what `to_json` wrote; ValueError, harmless to show, says why it is not an exercise."""
    document = forged.record(forged.document(data.decode("utf-8")), "it", ("schema",), NEEDED + OPTIONAL)
    if document["schema"] != SCHEMA:
        raise ValueError(f"its schema is not {SCHEMA}, which this version reads")
    forged.record(document, "it", NEEDED, OPTIONAL)
    task = _read_task(document)
    items = forged.entries(document["items"], "items", _read_item, 1, MOST)
    trouble = broken_rule(task, items) or _unasked(task, items)
    if trouble:
        raise ValueError(trouble)
    closed = forged.record(document["closed"], "closed", ("items", "points"))
    return Released(
        task,
        items,
        forged.whole(closed["items"], "closed.items", 0, MOST),
        forged.number(closed["points"], "closed.points", 0, MOST_POINTS),
        forged.named(document.get("files", {}), "files", _read_hash, MOST),
        hash_of(data),
    )


def _packed(array: Array) -> dict[str, Any]:
    return {"dtype": array.dtype, "shape": list(array.shape), "values": list(array.values)}


def _packed_example(example: Example) -> dict[str, Any]:
    if example.expected is None:
        raise KitError(f"an example of {example.call.function} has no result")
    return {
        "function": example.call.function,
        "parameter": example.call.parameter,
        "arguments": [_packed(a) if isinstance(a, Array) else a for a in example.call.arguments],
        "expected": _packed(example.expected),
        "error": list(example.error),
        "exact": example.exact,
    }


def _read_task(document: Mapping[str, Any]) -> Task:
    words = {
        name: forged.text(document[name], name) for name in ("title", "parameter", "objective", "gradient")
    }
    training = forged.record(document["training"], "training", Training.__slots__)
    numbers = {name: forged.number(training[name], f"training.{name}") for name in Training.__slots__}
    epochs = forged.whole(training["epochs"], "training.epochs", 0, int(forged.LARGEST))
    return Task(
        **words,
        name=_read_name(document["name"], "name"),
        file=_read_name(document["file"], "file"),
        functions=forged.entries(document["functions"], "functions", _read_function, 1, MOST),
        grids=forged.named(document["grids"], "grids", _read_grid, MOST),
        data=forged.named(document["data"], "data", _read_array, MOST),
        training=replace(Training(**numbers), epochs=epochs),  # type: ignore[arg-type] # epochs follow
        examples=forged.entries(document["examples"], "examples", _read_example, 0, MOST_EXAMPLES),
        printed=forged.named(document.get("printed", {}), "printed", _read_printed, MOST),
    )


def _read_name(value: object, where: str) -> str:
    """Read the name of a file or folder, which leads nowhere else and is not hidden."""
    name = forged.text(value, where)
    if {PurePosixPath(name).name, PureWindowsPath(name).name} != {name} or name.startswith("."):
        raise ValueError(f"{where} is not the name of a file or folder alone")
    return name


def _read_hash(value: object, where: str) -> str:
    digest = forged.text(value, where)
    if not HASH.fullmatch(digest):
        raise ValueError(f"{where} is not a hash")
    return digest


def _read_function(value: object, where: str) -> Function:
    name, given, returns = forged.parts(value, where, 3)
    arguments = forged.entries(given, where, forged.text, 1, MOST)
    return Function(forged.text(name, where), arguments, forged.text(returns, where))


def _read_grid(value: object, where: str) -> Grid:
    step, below = (forged.number(part, where) for part in forged.parts(value, where, 2))
    return Grid(step, below)


def _read_array(value: object, where: str) -> Array:
    packed = forged.record(value, where, ("dtype", "shape", "values"))
    shape = forged.entries(packed["shape"], where, lambda n, at: forged.whole(n, at, 1, MOST_NUMBERS), 0, 2)
    values = forged.entries(packed["values"], where, forged.number, 1, MOST_NUMBERS)
    dtype = packed["dtype"]
    if not isinstance(dtype, str) or dtype not in REAL_DTYPES:
        raise ValueError(f"{where} has a dtype that is not known")
    rows, columns = (*shape, 1, 1)[:2]
    if rows * columns != len(values):
        raise ValueError(f"{where} has not as many values as its shape")
    try:
        struct.pack(f"{len(values)}{REAL_DTYPES[dtype]}", *values)
    except (struct.error, OverflowError) as error:
        raise ValueError(f"{where} has values that {dtype} does not have") from error
    return Array(dtype, shape, values)


def _read_argument(value: object, where: str) -> Array | float:
    return _read_array(value, where) if isinstance(value, dict) else forged.number(value, where)


def _read_example(value: object, where: str) -> Example:
    names = ("function", "parameter", "arguments", "expected", "error", "exact")
    packed = forged.record(value, where, names)
    arguments = forged.entries(packed["arguments"], where, _read_argument, 1, MOST)
    parameter = forged.number(packed["parameter"], where)
    expected = _read_array(packed["expected"], where)
    error = forged.entries(packed["error"], where, lambda e, at: forged.number(e, at, 0), 1, MOST_NUMBERS)
    if len(error) != len(expected.values):
        raise ValueError(f"{where} has not an error for each value")
    if not isinstance(packed["exact"], bool):
        raise ValueError(f"{where} has an exact that is neither true nor false")  # noqa: TRY004 - data
    call = Call(forged.text(packed["function"], where), arguments, parameter)
    return Example(call, expected, error, packed["exact"])


def _read_printed(value: object, where: str) -> Call | None:
    if value is None:
        return None
    function, given = forged.parts(value, where, 2)
    return Call(forged.text(function, where), forged.entries(given, where, forged.number, 1, MOST))


def _read_item(value: object, where: str) -> Item:
    packed = forged.record(value, where, ("id", "check", "points", "needs"))
    name = forged.text(packed["id"], f"{where}.id")
    subject, _, oracle = name.partition("/")
    words = (subject, oracle.replace("-", "_"))
    if not all(map(str.isidentifier, words)):
        raise ValueError(f"{where}.id is not a function, or training, and an oracle")
    check = forged.text(packed["check"], f"{where}.check")
    if check not in OPEN_CHECKS:
        raise ValueError(f"{where}.check is not one of {', '.join(OPEN_CHECKS)}")
    points = forged.number(packed["points"], f"{where}.points", 0, MOST_POINTS)
    needs = forged.entries(packed["needs"], f"{where}.needs", forged.text, 0, MOST)
    return Item(name, OPEN_CHECKS[check], points, needs, open=True)


def _unasked(task: Task, items: tuple[Item, ...]) -> str:
    """Say which function has no item, or which item has nothing to compare with: any file would pass it."""
    shown = {example.call.function for example in task.examples}
    for function in task.functions:
        if all(item.function != function.name for item in items):
            return f"no item asks for {function.name}"
    for item in items:
        if item.check is checks.examples and item.function not in shown:
            return f"{item.id} has no example"
        if item.check is checks.numerical and item.function != task.gradient:
            return f"{item.id} is not about {task.gradient}, which is the gradient"
    return ""
