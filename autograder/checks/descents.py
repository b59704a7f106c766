"""Training with a submission's own functions: it steps, and the judge takes every step again."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.checks.case import Case
from autograder.checks.stacks import rows_of
from autograder.checks.stopped import stopped_answer
from autograder.checks.training_questions import TrainingQuestions, descent_call
from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Array, Named, Opaque, Value
from autograder.facts.messages import paths
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.training import Training
from autograder.facts.verdict import STOPPED, Answer, Verdict
from autograder.numerics.descent import Path, is_finite, path_along


class NoStepError(Exception):
    """The derivatives gave nothing to step with."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


def paths_from(case: Case, questions: TrainingQuestions) -> list[Path]:
    """Train in some runs; NoStepError where no step can be taken."""
    training = questions.training
    outcomes = case.runner.run(questions.calls)
    paths = []
    for run, outcome in zip(questions.runs, outcomes, strict=True):
        path = _path(case, training, run.start, outcome)
        paths.append(_continued(case, training, path, run.epochs))
    return paths


def _continued(case: Case, training: Training, path: Path, epochs: int) -> Path:
    """Go on training, in as many requests as it takes, as long as the parameters are finite."""
    while len(path) <= epochs and is_finite(path[-1]):
        start = path[-1]
        left = epochs + 1 - len(path)
        call = descent_call(case.task, training, start, left)
        (outcome,) = case.runner.run((call,))
        _, *more = _path(case, training, start, outcome)
        path = (*path, *more)
    return path


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
    return path_along(values, stacks, training.lr)


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
        return [value._replace(values=row) for row in rows]
    return [number for (number,) in rows]


def _are_like(value: Value, results: Array) -> bool:
    """Whether results are one of the parameter's shape for each epoch, or one number."""
    epochs, *shape = results.shape
    if isinstance(value, Array) and len(value.values) > 1:
        return tuple(shape) == value.shape
    return len(results.values) == epochs


def _no_step(case: Case, parameter: str, got: str) -> Answer:
    task = case.task
    derivative = task.derivatives[parameter]
    gradient = task.maker_of(derivative)
    value = task.quantities.real(parameter)
    needed = paths.array_of_its_shape() if value.sizes else paths.single_number()
    line = case.runner.loaded.lines.get(gradient)
    feedback = paths.no_step(parameter, gradient=gradient, got=got, needed=needed, line=line)
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
