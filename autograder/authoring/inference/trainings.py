"""Read the training run out of the calls: each parameter moves by the same share of its derivative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.quantities import Model
from autograder.authoring.inference.recording import Call, Recorder
from autograder.authoring.inference.slopes import Goal
from autograder.authoring.inference.values import Value, equal, plain

FLOAT64_SHARE, FLOAT32_SHARE = 1e-6, 1e-3
"""By which the measured learning rates of a run may differ from one another."""
CANCELLED = 1e-9
"""Of a parameter, by which rounding may change the little that it moved."""
FEWEST_STEPS = 2
"""From the third call on, two steps can be compared."""


class Run(NamedTuple):
    """A training run as it was observed."""

    start: dict[str, Value]
    data: dict[str, Value]
    lr: float
    epochs: int
    line: tuple[str, int]  # that calls for the derivatives


class Snapshot(NamedTuple):
    """The parameters and their derivatives at one call."""

    call: Call
    parameters: dict[str, Value]
    derivatives: dict[str, Value]


def run_of(recorder: Recorder, model: Model, goal: Goal, constants: Sequence[float]) -> Run | None:
    """Find the longest training run; None if no two steps in a row have one learning rate."""
    snapshots = _snapshots(recorder.calls, model, goal)
    best: list[Snapshot] = []
    rate = 0.0
    current: list[Snapshot] = []
    lr: float | None = None
    for before, after in pairwise(snapshots):
        step = _rate(before, after)
        is_on = step is not None and _is_next(before.call, after.call, model, goal)
        if is_on and current and lr is not None and _near(lr, step or 0.0, before):
            current.append(after)
        else:
            current, lr = ([before, after], step) if is_on else ([], None)
        if len(current) > len(best) and lr is not None:
            best, rate = current, lr
    if len(best) <= FEWEST_STEPS:
        return None
    first = best[0]
    longer = recorder.counts[first.call.function, first.call.line]
    epochs = longer if len(best) == _kept(snapshots, first) else len(best)
    data = _data(recorder.calls, model, goal, first.call)
    return Run(first.parameters, data, _snapped(rate, constants, first), epochs, first.call.line)


def _is_next(before: Call, after: Call, model: Model, goal: Goal) -> bool:
    """Whether two calls are made in one place with the same data: not with another part of them each time."""
    first, second = inputs_of(model, before), inputs_of(model, after)
    data = [name for name in first if name in model.given and name not in goal.derivatives]
    return before.line == after.line and all(equal(first[name], second.get(name)) for name in data)


def _kept(snapshots: Sequence[Snapshot], first: Snapshot) -> int:
    """Count the snapshots of one line: if all of them are in the run, so are the calls that were not kept."""
    return sum(snapshot.call.line == first.call.line for snapshot in snapshots)


def _snapshots(calls: Sequence[Call], model: Model, goal: Goal) -> list[Snapshot]:
    """Collect the parameters at each call that returns the first derivatives, and the others after it."""
    returned = set(goal.derivatives.values())
    first = next(step for step in model.steps if returned & set(step.results))
    known: dict[str, Value] = {}
    snapshots: list[Snapshot] = []
    steps = {step.name: step for step in model.steps}
    for call in calls:
        step = steps.get(call.function)
        if step is None:
            continue
        known |= {name: value for name, value in call.globals.items() if name in model.globals}
        known |= inputs_of(model, call)
        if step == first:
            parameters = {name: known[name] for name in goal.derivatives if name in known}
            snapshots.append(Snapshot(call, parameters, {}))
        made = _results(call, step.results, step.keys)
        if snapshots:
            wanted = {p: made[d] for p, d in goal.derivatives.items() if d in made}
            snapshots[-1].derivatives.update(wanted)
    return snapshots


def inputs_of(model: Model, call: Call) -> dict[str, Value]:
    """Return what a call was given, by the names of quantities."""
    step = next(step for step in model.steps if step.name == call.function)
    inputs: dict[str, Value] = {}
    for name, value in zip(step.arguments, call.arguments.values(), strict=False):
        if name in model.bundles:
            inputs |= value if isinstance(value, dict) else {}
        else:
            inputs[name] = plain(value)
    return inputs


def _results(call: Call, names: Sequence[str], keys: Sequence[str]) -> dict[str, Value]:
    value = call.result
    if keys and isinstance(value, dict):
        parts = [value.get(key) for key in keys]
    else:
        parts = list(value) if len(names) > 1 else [value]
    return dict(zip(names, map(plain, parts), strict=False))


def _rate(before: Snapshot, after: Snapshot) -> float | None:
    """Return the share of the derivatives that all parameters moved by; None if they share none."""
    names = before.parameters.keys()
    if not names <= before.derivatives.keys() & after.parameters.keys():
        return None
    start = _joined(before.parameters, names)
    end = _joined(after.parameters, names)
    slope = _joined(before.derivatives, names)
    if not start.shape == end.shape == slope.shape or not np.any(slope):
        return None
    move = start - end
    rate = float(move @ slope) / float(slope @ slope)
    rest = np.max(np.abs(move - rate * slope))
    largest = np.max(np.abs(move))
    rounding = CANCELLED * np.max(np.abs(start))
    allowed = _share(before) * (largest + rounding)
    return rate if rate > 0 and rest <= allowed else None


def _joined(values: Mapping[str, Value], names: Iterable[str]) -> Value:
    """Put the entries of values into one vector."""
    return np.concatenate([np.ravel(np.asarray(values[name], float)) for name in names])


def _share(snapshot: Snapshot) -> float:
    narrow = any(np.asarray(d).dtype == np.float32 for d in snapshot.derivatives.values())
    return FLOAT32_SHARE if narrow else FLOAT64_SHARE


def _near(a: float, b: float, snapshot: Snapshot) -> bool:
    return abs(a - b) <= 10 * _share(snapshot) * abs(a)


def _snapped(rate: float, constants: Sequence[float], snapshot: Snapshot) -> float:
    """Return the number in the file's text that a measured rate is; else the rate, with few digits."""
    near = [constant for constant in constants if _near(constant, rate, snapshot)]
    return min(near, key=lambda each: abs(each - rate)) if near else float(f"{rate:.6g}")


def _data(calls: Sequence[Call], model: Model, goal: Goal, first: Call) -> dict[str, Value]:
    """Collect the data that the functions were given about the first step."""
    results = [goal.objective, *goal.derivatives.values()]
    needed = model.needed_by(results) - goal.derivatives.keys()
    names = {step.name for step in model.steps}
    near = sorted(calls, key=lambda call: abs(call.number - first.number))
    data: dict[str, Value] = {}
    for call in near:
        if call.function not in names or call.parent != first.parent:
            continue
        inputs = inputs_of(model, call)
        new = sorted(inputs.keys() & needed - data.keys())
        for name in new:
            data[name] = inputs[name]
    return data


def global_with(value: Value, namespace: Mapping[str, Value], hidden: Sequence[str]) -> str:
    """Name the global that holds a value at the end of the run; empty if there is none."""
    for name, held in namespace.items():
        if not name.startswith("_") and name not in hidden and equal(held, value):
            return name
    return ""
