"""The calls of this file's functions from which paths of training are read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from autograder.checks.composed import arguments_of_all, with_sizes
from autograder.facts.calls import Array, Call, Descent, Named, Value
from autograder.facts.task import Task
from autograder.facts.training import Training
from autograder.numerics.descent import RATE_EPOCHS
from autograder.student.protocol.frames import MAX_ENTRIES
from autograder.student.protocol.requests import PackedCalls

REHEARSAL = 1
"""Epochs that are trained beforehand: a gradient that is right once alone is wrong when it counts."""


class Run(NamedTuple):
    """One run of a training: where it starts, and for how many epochs it goes."""

    start: Mapping[str, Value]
    epochs: int


class TrainingQuestions(NamedTuple):
    """Runs of a training, and the call that begins each of them."""

    training: Training
    runs: tuple[Run, ...]
    calls: PackedCalls


def training_questions(task: Task, training: Training, runs: Sequence[Run]) -> TrainingQuestions:
    """Write the call that begins each run."""
    calls = [descent_call(task, training, run.start, run.epochs) for run in runs]
    return TrainingQuestions(training, tuple(runs), PackedCalls(calls))


def first_runs(task: Task, training: Training) -> list[Run]:
    """List the rehearsal and the training itself; where that has a rate, also a run from another start."""
    rate = None if training.leads is None else training.leads.rate
    runs = [Run(training.start, REHEARSAL), Run(training.start, training.epochs)]
    if rate is not None:
        (parameter,) = task.parameters
        runs.append(Run({parameter: rate.other_start}, RATE_EPOCHS))
    return runs


def descent_call(task: Task, training: Training, start: Mapping[str, Value], epochs: int) -> Call:
    """Ask for the derivatives of some epochs, as many as fit into one reply.

    Nothing of the request tells where right derivatives would lead.
    """
    derivatives = Named(task.derivatives)
    functions = task.chain_of(derivatives.values())
    names = arguments_of_all(task, functions)
    data = {name: training.data[name] for name in names if name in training.data}
    parameters = {name: start[name] for name in task.parameters}
    inputs = with_sizes(task, functions, {**data, **parameters})
    most = _steps_at_once(parameters.values())
    descent = Descent(derivatives, training.lr, min(epochs, most))
    return Call(functions, inputs, descent=descent)


def _steps_at_once(parameters: Collection[Value]) -> int:
    """Count the epochs whose derivatives fit into one reply."""
    entries = sum(len(value.values) if isinstance(value, Array) else 1 for value in parameters)
    return max(1, MAX_ENTRIES // entries)
