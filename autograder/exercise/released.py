"""The open part of an exercise as a file, `exercise.json`: what `check` needs, and no answer."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder import checks
from autograder.exercise.rubric import Item
from autograder.exercise.shipped import shipped
from autograder.facts.calls import Array, Call
from autograder.facts.errors import KitError
from autograder.facts.task import Example, Function, Grid, Task, Training
from autograder.submission.entries import Wanted
from autograder.submission.kinds import NOTEBOOK
from autograder.submission.stubs import FILE, Stubs

SCHEMA = "autograder-exercise/1"
OPEN_CHECKS = {check.__name__: check for check in (checks.examples, checks.numerical, checks.convergence)}


@dataclass(frozen=True, slots=True)
class Released:
    """A released exercise: its task, its open items, and what is marked after hand-in."""

    task: Task
    items: tuple[Item, ...]
    closed_items: int
    closed_points: float
    hashes: Mapping[str, str] = field(default_factory=dict)  # of its other files, as they were released


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
        "grids": {name: [grid.step, grid.below, grid.sign] for name, grid in task.grids.items()},
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


def read_released(path: Path) -> Released:
    """Read an `exercise.json`; KitError if it is none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != SCHEMA:
            raise KitError(f"{path}: schema {document['schema']!r}, this version reads {SCHEMA}")
        return _unpacked(document)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KitError(f"{path}: cannot be used as an exercise: {type(error).__name__}: {error}") from error


def wanted_for(task: Task) -> Wanted:
    """Say what a task asks students to hand in."""
    functions = tuple(function.name for function in task.functions)
    return Wanted(task.file, Path(task.file).with_suffix(NOTEBOOK).name, task.name, functions)


def released_stubs(task: Task, folders: Iterable[Path]) -> Stubs:
    """Read the released files of a task in the instructor's folders; those that are missing are left out."""
    wanted = wanted_for(task)
    paths = [folder / name for folder in folders for name in wanted.names]
    return Stubs().with_code(path.read_bytes() for path in paths if path.is_file())


def find_released(start: Path, file: Path, name: str | None) -> Path:
    """Find the exercise a student's file belongs to: beside it, in `exercises/` above, or the kit's own."""
    for found in _released_around(file.resolve().parent, start, name):
        fitting = found
        if name is None and len(found) > 1:
            fitting = [p for p in found if Path(read_released(p).task.file).stem == file.stem]
        if len(fitting) > 1:
            raise KitError(
                f"{file} could belong to {', '.join(p.parent.name for p in fitting)}; choose with -e"
            )
        if fitting:
            return fitting[0]
    raise KitError(f"no exercise {name or 'for ' + file.name!r} found; is {FILE} beside the file?")


def find_released_for(defined: Collection[str], start: Path, name: str | None) -> Path:
    """Find the exercise whose functions are defined; around the folder `start`, as for a file in it."""

    def written(path: Path) -> int:
        return sum(function.name in defined for function in read_released(path).task.functions)

    for found in _released_around(start.resolve(), start.resolve(), name):
        counts = {path: written(path) for path in found} if len(found) > 1 else dict.fromkeys(found, 0)
        fitting = [path for path in found if counts[path] == max(counts.values())]
        if len(fitting) > 1:
            choices = ", ".join(path.parent.name for path in fitting)
            raise KitError(f"these could be the functions of {choices}; choose with exercise=...")
        if fitting:
            return fitting[0]
    raise KitError(f"no exercise{f' {name!r}' if name else ''} found; is {FILE} beside the notebook?")


def _released_around(folder: Path, start: Path, name: str | None) -> Iterator[list[Path]]:
    """List released exercises by place, the nearest first: here or above, in `exercises/`, the kit's own."""
    for above in (folder, *folder.parents):
        if (above / FILE).is_file() and name in (None, above.name):
            yield [above / FILE]
    for place in [f / "exercises" for f in (start, *start.parents)] + [shipped("exercises")]:
        yield [path for path in sorted(place.glob(f"*/{FILE}")) if name in (None, path.parent.name)]


def _packed(array: Array) -> dict[str, Any]:
    return {"dtype": array.dtype, "shape": list(array.shape), "values": list(array.values)}


def _read_array(packed: Mapping[str, Any]) -> Array:
    return Array(packed["dtype"], tuple(packed["shape"]), tuple(packed["values"]))


def _packed_example(example: Example) -> dict[str, Any]:
    if example.expected is None:
        raise KitError(f"an example of {example.call.function} has no result")
    return {
        "function": example.call.function,
        "parameter": example.call.parameter,
        "arguments": [_packed(a) if isinstance(a, Array) else a for a in example.call.arguments],
        "expected": _packed(example.expected),
        "magnitude": list(example.magnitude),
    }


def _read_example(packed: Mapping[str, Any]) -> Example:
    arguments = tuple(_read_array(a) if isinstance(a, dict) else a for a in packed["arguments"])
    call = Call(packed["function"], arguments, packed["parameter"])
    return Example(call, _read_array(packed["expected"]), tuple(packed["magnitude"]))


def _unpacked(document: Mapping[str, Any]) -> Released:
    task = Task(
        title=document["title"],
        file=document["file"],
        parameter=document["parameter"],
        functions=tuple(
            Function(name, tuple(given), returns) for name, given, returns in document["functions"]
        ),
        objective=document["objective"],
        gradient=document["gradient"],
        grids={name: Grid(*grid) for name, grid in document["grids"].items()},
        data={name: _read_array(array) for name, array in document["data"].items()},
        training=Training(**document["training"]),
        examples=tuple(map(_read_example, document["examples"])),
        printed={
            name: call and Call(call[0], tuple(call[1])) for name, call in document.get("printed", {}).items()
        },
        name=document["name"],
    )
    items = tuple(
        Item(i["id"], OPEN_CHECKS[i["check"]], i["points"], tuple(i["needs"]), open=True)
        for i in document["items"]
    )
    closed = document["closed"]
    return Released(task, items, closed["items"], closed["points"], document.get("files", {}))
