"""Labels that a rubric gives: as integers where they are, and in training one of every class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from autograder.facts.calls import Array, Value
from autograder.facts.quantities import Labels, Quantity, lengths
from autograder.facts.task import Example, Task


def with_integers(task: Task) -> Task:
    """Make integers of the whole numbers that a rubric gives as labels, as they index arrays."""
    examples = tuple(_example_with_integers(task, example) for example in task.examples)
    training = task.training
    if training is not None:
        integers = _integers(task, training.data)
        training = training._replace(data={**training.data, **integers})
    return replace(task, examples=examples, training=training)


def _example_with_integers(task: Task, example: Example) -> Example:
    integers = _integers(task, example.call.inputs)
    return example._replace(call=example.call.on(integers))


def _integers(task: Task, values: Mapping[str, Value]) -> dict[str, Value]:
    """Take the labels among some values, as integers; others than whole numbers stay as they are."""
    labels: dict[str, Value] = {}
    for name, value in values.items():
        quantity = task.arrays.get(name)
        if not isinstance(quantity, Labels) or quantity.one_hot or quantity.real:
            continue
        if isinstance(value, Array) and all(float(entry).is_integer() for entry in value.values):
            labels[name] = Array("int64", value.shape, tuple(map(int, value.values)))
    return labels


def label_rules(quantities: Mapping[str, Quantity], values: Mapping[str, Value]) -> Iterator[str]:
    """Refuse labels that name another class, and classes of which training shows no sample."""
    sizes = lengths(quantities, values)
    for name, value in values.items():
        labels = quantities[name]
        if not isinstance(labels, Labels) or not isinstance(value, Array):
            continue
        if labels.one_hot:
            yield from _rows(name, value)
            continue
        number = labels.classes if isinstance(labels.classes, int) else sizes.get(labels.classes)
        yield from _classes(name, value.values, number)


def _classes(name: str, labels: Sequence[float], number: int | None) -> Iterator[str]:
    """Refuse labels other than the whole numbers below how many classes there are, and missing ones."""
    among = {float(k) for k in range(number if number is not None else len(labels))}
    for label in labels:
        if label not in among:
            yield f"training: {name} holds {label:g}, and its labels are 0 to {len(among) - 1}"
            return
    missing = sorted(among - set(labels)) if number is not None else []
    if missing:
        yield f"training: {name} has no sample of the class {missing[0]:g}, of {number} classes"


def _rows(name: str, value: Array) -> Iterator[str]:
    """Refuse rows that are not 0 but for one 1, and columns without a 1."""
    classes = value.shape[-1]
    rows = [value.values[k : k + classes] for k in range(0, len(value.values), classes)]
    right = [0.0] * (classes - 1) + [1.0]
    for row in rows:
        if sorted(row) != right:
            yield f"training: {name} has a row that is not one-hot, all 0 but for one 1"
            return
    seen = {row.index(1.0) for row in rows}
    missing = [k for k in range(classes) if k not in seen]
    if missing:
        yield f"training: {name} has no sample of the class {missing[0]}, of {classes} classes"
