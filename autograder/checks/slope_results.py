"""The results from which a slope is measured, or the answer where there are none."""

from __future__ import annotations

from dataclasses import replace

from autograder.checks.case import Case, skipped
from autograder.checks.stopped import stopped_answer
from autograder.facts.attributes import NOT_SET
from autograder.facts.calls import Array, Call
from autograder.facts.messages import returns, slopes
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.quantities import axes_of
from autograder.facts.verdict import Answer, Feedback, Verdict


class NoSlopeError(Exception):
    """The slope, or the gradient, has no value that could be compared."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


def arrays_of(case: Case, outcome: Outcome, call: Call, needed: str) -> dict[str, Array]:
    """Read all results of a function that are arrays, as one of them must be."""
    if isinstance(outcome, Returned):
        arrays = {name: value for name, value in outcome.results.items() if isinstance(value, Array)}
        return arrays | {needed: result_of(case, outcome, call, needed)}
    raise NoSlopeError(_stopped(case, outcome))


def result_of(case: Case, outcome: Outcome, call: Call, result: str) -> Array:
    """Read a result as an array; NoSlopeError blames the function that gave none."""
    if not isinstance(outcome, Returned):
        raise NoSlopeError(_stopped(case, outcome))
    value = outcome.results[result]
    if isinstance(value, Array):
        return value
    if value.type == NOT_SET:
        feedback = returns.not_set(call.function)
        raise NoSlopeError(Answer(Verdict.FAILED, feedback=replace(feedback, line=case.line)))
    raise NoSlopeError(no_value(case, call.function, result, value.kind))


def _stopped(case: Case, outcome: Outcome) -> Answer:
    """Answer for an outcome without results, which may be that of a function before."""
    stopped = stopped_answer(outcome, case.runner)
    if stopped is None or isinstance(outcome, Returned):  # every outcome that is not Returned stops
        raise TypeError(outcome)
    if outcome.function != case.function:
        stopped = skipped({outcome.function: stopped})
    return stopped


def no_value(case: Case, function: str, result: str, kind: str) -> Answer:
    """Answer for a function that returns something else than the number, or the array, that is needed."""
    measured = slopes.no_value(function, got=kind, sizes=_sizes_of(case, result))
    if function != case.function:
        return Answer(Verdict.SKIPPED, feedback=Feedback(measured))
    return Answer(Verdict.FAILED, feedback=Feedback(measured, line=case.line))


def _sizes_of(case: Case, result: str) -> tuple[str, ...]:
    """Name the sizes of a result: a derivative has the shape of its parameter, and the loss is one number."""
    for parameter, derivative in case.task.derivatives.items():
        if derivative == result:
            return tuple(map(str, axes_of(case.task.arrays[parameter])))
    return ()
