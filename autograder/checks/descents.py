"""Training with a submission's own functions: it steps, and the judge takes every step again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of_all, with_sizes
from autograder.checks.stacks import rows_of
from autograder.checks.stopped import stopped_answer
from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Array, Call, Descent, Named, Opaque, Value
from autograder.facts.messages import paths
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.task import Task
from autograder.facts.training import Training
from autograder.facts.verdict import STOPPED, Answer, Verdict
from autograder.numerics.descent import downhill, is_finite
from autograder.student.protocol.frames import MAX_ENTRIES

Path = tuple[Named[Value], ...]
"""The parameters before training and after each epoch; the last ones may not be finite."""


class NoStepError(Exception):
    """The derivatives gave nothing to step with."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


class Run(NamedTuple):
    """One run of a training: where it starts, and for how many epochs it goes."""

    start: Mapping[str, Value]
    epochs: int


def paths_from(case: Case, training: Training, runs: Sequence[Run]) -> list[Path]:
    """Train in some runs; NoStepError where no step can be taken."""
    task = case.task
    most = _steps_at_once(task, training)
    calls = [descent_call(task, training, run.start, min(run.epochs, most)) for run in runs]
    outcomes = case.runner.run(tuple(calls))
    paths = []
    for run, outcome in zip(runs, outcomes, strict=True):
        path = _path(case, training, run.start, outcome)
        paths.append(_continued(case, training, path, run.epochs))
    return paths


def _continued(case: Case, training: Training, path: Path, epochs: int) -> Path:
    """Go on training, in as many requests as it takes, as long as the parameters are finite."""
    most = _steps_at_once(case.task, training)
    while len(path) <= epochs and is_finite(path[-1]):
        start = path[-1]
        left = epochs + 1 - len(path)
        call = descent_call(case.task, training, start, min(left, most))
        (outcome,) = case.runner.run((call,))
        _, *more = _path(case, training, start, outcome)
        path = (*path, *more)
    return path


def descent_call(task: Task, training: Training, start: Mapping[str, Value], epochs: int) -> Call:
    """Ask for the derivatives of some epochs; nothing of the request tells where right ones would lead."""
    derivatives = Named(task.derivatives)
    functions = task.chain_of(derivatives.values())
    names = arguments_of_all(task, functions)
    data = {name: training.data[name] for name in names if name in training.data}
    parameters = {name: start[name] for name in task.parameters}
    inputs = with_sizes(task, functions, {**data, **parameters})
    descent = Descent(derivatives, training.lr, epochs)
    return Call(functions, inputs, descent=descent)


def _steps_at_once(task: Task, training: Training) -> int:
    """Count the epochs whose derivatives fit into one reply."""
    values = [training.start[name] for name in task.parameters]
    entries = sum(len(value.values) if isinstance(value, Array) else 1 for value in values)
    return max(1, MAX_ENTRIES // entries)


def _path(case: Case, training: Training, start: Mapping[str, Value], outcome: Outcome) -> Path:
    """Take the steps of a descent again from its derivatives."""
    stopped = stopped_answer(outcome, case.runner)
    if stopped is not None or not isinstance(outcome, Returned):
        raise NoStepError(_blamed(case, outcome, stopped))
    values = Named({name: start[name] for name in case.task.derivatives})
    stacks = [
        _stack(case, name, value, outcome.results[case.task.derivatives[name]])
        for name, value in values.items()
    ]
    path = [values]
    for derivatives in zip(*stacks, strict=True):
        path.append(downhill(path[-1], derivatives, training.lr))
    return tuple(path)


def _stack(case: Case, parameter: str, value: Value, results: object) -> list[Value]:
    """Read the derivatives of all epochs, each as its parameter is; NoStepError if they are different."""
    if isinstance(results, Opaque) and results.type == NOT_SET:
        raise NoStepError(_not_set(case, parameter))
    if not isinstance(results, Array):
        raise NoStepError(_no_step(case, parameter, getattr(results, "kind", "nothing")))
    shape = results.shape[1:]
    if not results.values or not _are_like(value, results):
        raise NoStepError(_no_step(case, parameter, f"shape {shape}"))
    rows = [tuple(map(float, row)) for row in rows_of(results)]
    if isinstance(value, Array):
        return [replace(value, values=row) for row in rows]
    return [number for (number,) in rows]


def _are_like(value: Value, results: Array) -> bool:
    """Whether results are one of the parameter's shape for each epoch, or one number."""
    epochs, *shape = results.shape
    if isinstance(value, Array):
        return tuple(shape) == value.shape
    return len(results.values) == epochs


def _no_step(case: Case, parameter: str, got: str) -> Answer:
    task = case.task
    derivative = task.derivatives[parameter]
    gradient = task.maker_of(derivative)
    value = task.quantities.real(parameter)
    needed = paths.array_of_its_shape() if value.sizes else paths.single_number()
    feedback = paths.no_step(parameter, gradient=gradient, got=got, needed=needed, line=case.line)
    return Answer(Verdict.FAILED, feedback=feedback)


def _not_set(case: Case, parameter: str) -> Answer:
    feedback = paths.not_set(parameter, gradient=case.task.gradient, line=case.line)
    return Answer(Verdict.FAILED, feedback=feedback)


def _blamed(case: Case, outcome: Outcome, stopped: Answer | None) -> Answer:
    """Answer for a descent that stopped, which may be the fault of a function that is marked elsewhere."""
    wrong = case.wrong_needs
    verdict = case.verdict_on(getattr(outcome, "function", case.task.gradient))
    blameless = verdict is Verdict.PASSED or verdict in STOPPED
    if stopped is None or (wrong and blameless):
        return case.skipped(*wrong)
    return stopped
