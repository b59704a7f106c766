"""Training with a submission's own functions: it steps, and the judge takes every step again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of
from autograder.checks.stopped import stopped_answer
from autograder.facts.calls import Array, Call, Descent, Named, Value
from autograder.facts.messages import paths
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.task import Task, Training
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


def paths_from(
    case: Case, training: Training, starts: Sequence[tuple[Mapping[str, Value], int]]
) -> list[Path]:
    """Train from some starts for some epochs each; NoStepError where no step can be taken."""
    task = case.task
    steps = _steps_at_once(task, training)
    calls = [descent_call(task, training, start, min(epochs, steps)) for start, epochs in starts]
    outcomes = case.runner.run(tuple(calls))
    found = []
    for (start, epochs), outcome in zip(starts, outcomes, strict=True):
        path = _path(case, training, start, outcome)
        while len(path) - 1 < epochs and is_finite(path[-1]):
            more = min(epochs - len(path) + 1, steps)
            (next_outcome,) = case.runner.run((descent_call(task, training, path[-1], more),))
            path += _path(case, training, path[-1], next_outcome)[1:]
        found.append(path)
    return found


def descent_call(task: Task, training: Training, start: Mapping[str, Value], epochs: int) -> Call:
    """Ask for the derivatives of some epochs; nothing of the request tells where right ones would lead."""
    called: set[str] = set()
    for derivative in task.derivatives.values():
        called.update(task.chain(task.maker_of(derivative)))
    functions = tuple(each.name for each in task.functions if each.name in called)
    names = dict.fromkeys(name for function in functions for name in arguments_of(task, function))
    data = {name: training.data[name] for name in names if name in training.data}
    parameters = {name: start[name] for name in task.parameters}
    descent = Descent(Named(task.derivatives), training.lr, epochs)
    return Call(functions, Named({**data, **parameters}), descent=descent)


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
    """Read the derivatives of all epochs, each as its parameter is; NoStepError if they are something else."""
    if not isinstance(results, Array):
        raise NoStepError(_no_step(case, parameter, getattr(results, "kind", "nothing")))
    if not results.values:
        raise NoStepError(_no_step(case, parameter, f"shape {results.shape[1:]}"))
    epochs, *shape = results.shape
    size = len(results.values) // epochs
    rows = [results.values[k * size : (k + 1) * size] for k in range(epochs)]
    if isinstance(value, Array):
        if tuple(shape) != value.shape:
            raise NoStepError(_no_step(case, parameter, f"shape {tuple(shape)}"))
        return [replace(value, values=tuple(map(float, row))) for row in rows]
    if size != 1:
        raise NoStepError(_no_step(case, parameter, f"shape {tuple(shape)}"))
    return [float(number) for (number,) in rows]


def _no_step(case: Case, parameter: str, got: str) -> Answer:
    gradient = case.task.maker_of(case.task.derivatives[parameter])
    value = case.task.quantities.real(parameter)
    needed = paths.array_of_its_shape() if value.sizes else paths.single_number()
    feedback = paths.no_step(parameter, gradient=gradient, got=got, needed=needed, line=case.line)
    return Answer(Verdict.FAILED, feedback=feedback)


def _blamed(case: Case, outcome: Outcome, stopped: Answer | None) -> Answer:
    """Answer for a descent that stopped, which may be the fault of a function that is marked elsewhere."""
    wrong = case.wrong_needs
    verdict = case.verdict_on(getattr(outcome, "function", case.task.gradient))
    blameless = verdict is Verdict.PASSED or verdict in STOPPED
    if stopped is None or (wrong and blameless):
        return case.skipped(*wrong)
    return stopped
