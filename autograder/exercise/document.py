"""`exercise.json`: the open part of an exercise, written, and read as if a student had written it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from autograder import checks
from autograder.checks.composed import function_at
from autograder.exercise.packing import packed_task
from autograder.exercise.rubric import Item
from autograder.exercise.rules import broken_rule
from autograder.exercise.unpacking import TASK, read_task
from autograder.exercise.unpacking_quantities import MOST_TASK_NAMES
from autograder.facts import forged
from autograder.facts.calls import Named
from autograder.facts.hints import MOST_HINTS, Hints
from autograder.facts.task import Example, Task
from autograder.submission.read import hash_of
from autograder.submission.stubs import HASH

EXERCISE_SCHEMA = "autograder-exercise/3"
OPEN_CHECKS = {check.__name__: check for check in (checks.examples, checks.numerical, checks.convergence)}
NEEDED = ("schema", *TASK, "items", "closed")
OPTIONAL = ("generated", "files", "objects", "hints")
MOST_POINTS = 10_000.0
LONGEST_TEXT = 2000
"""Characters of a hint, or of a sentence for files that pass."""


class Released(NamedTuple):
    """A released exercise: its task, its open items, and what is marked after hand-in."""

    task: Task
    items: tuple[Item, ...]
    closed_items: int
    closed_points: float
    hashes: Mapping[str, str] = Named()  # of its other files, as they were released
    digest: str = ""  # of the file that it was read from
    hints: Hints = Hints()


def to_json(released: Released, generated: str, hashes: Mapping[str, str]) -> str:
    """Write a released exercise, with the hashes of its other files; the same text for the same exercise."""
    items = [
        {"function": item.function, "check": item.check.__name__, "points": item.points}
        for item in released.items
    ]
    document = {
        "generated": generated,
        "schema": EXERCISE_SCHEMA,
        **packed_task(released.task),
        "items": items,
        "files": dict(hashes),
        "closed": {"items": released.closed_items, "points": released.closed_points},
        **_packed_hints(released.hints),
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value, allow_nan=False)}" for key, value in document.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(data: bytes) -> Released:
    """Read what `to_json` wrote; ValueError, harmless to show, says why it is not an exercise."""
    document = forged.record(forged.document(data.decode("utf-8")), "it", ("schema",), NEEDED + OPTIONAL)
    if document["schema"] != EXERCISE_SCHEMA:
        raise ValueError(f"its schema is not {EXERCISE_SCHEMA}, which this version reads")
    forged.record(document, "it", NEEDED, OPTIONAL)
    task = read_task(document)
    items = forged.entries(document["items"], "items", _read_item, 1, MOST_TASK_NAMES)
    trouble = broken_rule(task, items) or _unasked(task, items)
    if trouble:
        raise ValueError(trouble)
    closed = forged.record(document["closed"], "closed", ("items", "points"))
    return Released(
        replace(task, examples=tuple(map(partial(_whole, task), task.examples))),
        items,
        forged.whole(closed["items"], "closed.items", 0, MOST_TASK_NAMES),
        forged.number(closed["points"], "closed.points", 0, MOST_POINTS),
        forged.named(document.get("files", {}), "files", _read_hash, MOST_TASK_NAMES),
        hash_of(data),
        _read_hints(document.get("hints", {})),
    )


def _packed_hints(hints: Hints) -> Mapping[str, Mapping[str, object]]:
    """Write the hints, if there are any: an exercise without them has the document that it had before."""
    if hints == Hints():
        return {}
    ladders = {name: list(ladder) for name, ladder in hints.ladders.items()}
    return {"hints": {"ladders": ladders, "learned": hints.learned, "following": hints.following}}


def _read_hints(value: object) -> Hints:
    packed = forged.record(value, "hints", (), ("ladders", "learned", "following"))
    ladders = forged.named(packed.get("ladders", {}), "hints.ladders", _read_ladder, MOST_TASK_NAMES)
    texts = (packed.get(name, "") for name in ("learned", "following"))
    return Hints(ladders, *(forged.prose(text, "a text in hints", LONGEST_TEXT) for text in texts))


def _read_ladder(value: object, where: str) -> tuple[str, ...]:
    return forged.entries(value, where, partial(forged.prose, longest=LONGEST_TEXT), 1, MOST_HINTS)


def _whole(task: Task, example: Example) -> Example:
    """Complete the call of an example with what makes its caches, and the lengths for its objects."""
    return example._replace(call=function_at(task, example.call.function, example.call.inputs))


def _read_hash(value: object, where: str) -> str:
    digest = forged.text(value, where)
    if not HASH.fullmatch(digest):
        raise ValueError(f"{where} is not a hash")
    return digest


def _read_item(value: object, where: str) -> Item:
    packed = forged.record(value, where, ("function", "check", "points"))
    function = forged.text(packed["function"], f"{where}.function")
    owner, _, method = function.rpartition(".")
    if not f"{owner}{method}".isidentifier():
        raise ValueError(f"{where}.function is not a function, or training")
    check = forged.text(packed["check"], f"{where}.check")
    if check not in OPEN_CHECKS:
        raise ValueError(f"{where}.check is not one of {', '.join(OPEN_CHECKS)}")
    points = forged.number(packed["points"], f"{where}.points", 0, MOST_POINTS)
    return Item(function, OPEN_CHECKS[check], points, open=True)


def _unasked(task: Task, items: tuple[Item, ...]) -> str:
    """Say which function has no item, or which item has nothing to compare with: any file would pass it."""
    shown = {example.call.function for example in task.examples}
    for function in task.functions:
        if all(item.function != function.name for item in items):
            return f"no item asks for {function.name}"
    for item in items:
        if item.check is checks.examples and item.function not in shown:
            return f"{item.id} has no example"
    for example in task.examples:
        name = example.call.function
        if example.results is None or example.results.keys() != set(task.function(name).results):
            return f"an example of {name} has other results than the function"
    return ""
