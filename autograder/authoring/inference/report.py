"""Report what was inferred as plain data, in pages of numbers, as that is what a student process returns."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.authoring.inference.batches import of_one_size
from autograder.authoring.inference.evaluation import Evaluation
from autograder.authoring.inference.examples import examples_of
from autograder.authoring.inference.flows import flows_between, in_order
from autograder.authoring.inference.functions import Function, Hints, choose
from autograder.authoring.inference.kinds import FIXED, Kind, kinds_of
from autograder.authoring.inference.lengths import Trial, groups_of
from autograder.authoring.inference.quantities import Model, model_of
from autograder.authoring.inference.recording import Recorder
from autograder.authoring.inference.redrawn import CLASSES, Axis, Drawing
from autograder.authoring.inference.size_names import size_names
from autograder.authoring.inference.slopes import Goal, changed_quantities, goal_of, suspects, without_data
from autograder.authoring.inference.trainings import Run, global_with, inputs_of, run_of
from autograder.authoring.inference.uncalled import call_the_uncalled
from autograder.authoring.inference.values import (
    Value,
    is_array,
    is_dictionary,
    is_number,
    is_numeric,
    is_whole,
    shape_of,
)

ENTRIES_OF_A_PAGE = 4000
"""Whole numbers of 8 bytes each, as many as one reply holds."""
NUMBER_BYTES = 8
LARGEST_LITERAL = 64
"""Entries of an array that a rubric can write out."""


def pages(recorder: Recorder, hints: dict[str, Any]) -> Callable[[Value], Value]:
    """Make a function from a page's number to its content, the number of pages before it."""
    read = Hints(**hints)
    tried = call_the_uncalled(recorder, read)
    recorder.stop()
    text = json.dumps(report(recorder, read) | {"tried": tried}).encode()
    size = ENTRIES_OF_A_PAGE * NUMBER_BYTES
    count = -(-len(text) // size)
    padded = text.ljust(count * size)

    def page(number: Value) -> Value:
        start = int(number) * size
        numbers = np.frombuffer(padded[start : start + size], dtype="<u8")
        return np.concatenate([np.array([count], dtype=np.uint64), numbers])

    return page


def report(recorder: Recorder, hints: Hints) -> dict[str, Any]:
    """Infer everything, one thing from the next."""
    choice = choose(recorder, hints)
    if not choice.functions:
        return {"steps": [], "left_out": choice.left_out}
    flows = flows_between(choice.functions)
    functions = in_order(choice.functions, flows)
    model = model_of(functions, flows, hints, _globals_read(recorder, functions))
    model = of_one_size(Evaluation(recorder.namespace, model), functions)
    evaluation = Evaluation(recorder.namespace, model)
    candidates = [name for name, value in model.given.items() if not (is_array(value) and is_whole(value))]
    goal = without_data(goal_of(evaluation, model.given, candidates), _changed(recorder, model))
    parameters = list(goal.derivatives) or list(model.globals)
    return _described(recorder, hints, functions, evaluation, goal, parameters) | {
        "left_out": choice.left_out
    }


def _globals_read(recorder: Recorder, functions: Sequence[Function]) -> dict[str, Value]:
    """Find the globals with numbers that functions read, with their values at the most usual call."""
    read: dict[str, Value] = {}
    for function in functions:
        code = getattr(recorder.namespace[function.name], "__code__", None)
        for name in code.co_names if code is not None else ():
            value = function.base.globals.get(name)
            if value is not None and not is_dictionary(value):
                read.setdefault(name, value)
    return read


def _changed(recorder: Recorder, model: Model) -> set[str]:
    """Name the quantities that change during the run."""
    names = {step.name for step in model.steps}
    seen: list[tuple[str, Value]] = []
    for call in recorder.calls:
        if call.function not in names:
            continue
        of_file = {name: call.globals.get(name) for name in model.globals}
        values = {**of_file, **inputs_of(model, call)}
        seen += [pair for pair in values.items() if is_numeric(pair[1])]
    return changed_quantities(iter(seen))


def _described(  # noqa: PLR0913, PLR0917 - all that was inferred
    recorder: Recorder,
    hints: Hints,
    functions: Sequence[Function],
    evaluation: Evaluation,
    goal: Goal,
    parameters: Sequence[str],
) -> dict[str, Any]:
    """Describe the exercise as plain data."""
    model = evaluation.model
    kinds = kinds_of(evaluation, model.given, parameters)
    groups = groups_of(Trial(evaluation, goal, Drawing(model.given, kinds)))
    sizes = size_names(groups, kinds, parameters)
    run = run_of(recorder, model, goal, hints.constants) if goal.derivatives else None
    given = {name: value for name, value in model.given.items() if name not in (*parameters, *model.globals)}
    given |= {name: model.given[name] for name in parameters}
    if run is not None:
        given |= {name: value for name, value in run.data.items() if kinds[name].name == FIXED}
    arrays = {name: _array(name, value, kinds[name], sizes) for name, value in given.items()}
    constants = [name for name in model.globals if name not in parameters]
    return {
        "steps": [step._asdict() for step in model.steps],
        "arrays": arrays,
        "parameters": list(parameters),
        "globals": [name for name in parameters if name in model.globals],
        "constants": constants,
        "bundles": model.bundles,
        "needed": sorted(model.needed_by([goal.objective]) | goal.derivatives.keys()),
        "suspects": suspects(goal, model.given, (each for step in model.steps for each in step.results)),
        "objective": goal.objective,
        "derivatives": goal.derivatives,
        "training": _training(recorder, hints, run, goal) if run is not None else None,
        "examples": [
            [name, {each: _literal(value) for each, value in inputs.items()}]
            for name, inputs in examples_of(evaluation, functions, kinds, sizes, parameters)
        ],
    }


def _array(name: str, value: Value, kind: Kind, sizes: dict[Axis, str]) -> dict[str, Any]:
    shape = shape_of(value)
    return {
        "kind": kind.name,
        "sizes": [sizes.get(Axis(name, place), length) for place, length in enumerate(shape)],
        "shape": list(shape),
        "classes": sizes.get(Axis(name, CLASSES), kind.classes),
        "is_float": kind.is_float,
        "value": float(value) if kind.name == FIXED and is_number(value) else None,
    }


def _training(recorder: Recorder, hints: Hints, run: Run, goal: Goal) -> dict[str, Any]:
    """Describe a training run: a value is a literal, or the name of a global, or it is null."""
    return {
        "start": {name: _held(run.start[name], recorder, hints) for name in goal.derivatives},
        "data": {name: _held(value, recorder, hints, first=True) for name, value in run.data.items()},
        "lr": run.lr,
        "epochs": run.epochs,
        "line": list(run.line),
    }


def _held(value: Value, recorder: Recorder, hints: Hints, *, first: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Write a value, or name the global that holds it; data are rather named, and starts rather written."""
    name = global_with(value, recorder.namespace, hints.guarded) if is_array(value) else ""
    is_short = np.size(value) <= LARGEST_LITERAL
    if name and (first or not is_short):
        return name
    return _literal(value) if is_short else None


def _literal(value: Value) -> Any:  # noqa: ANN401 - a number, or nested lists of them
    return np.asarray(value).tolist() if is_array(value) else float(value)
