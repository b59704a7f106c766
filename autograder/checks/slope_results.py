"""The results from which a slope is measured, or the answer where there are none."""

from __future__ import annotations

from autograder.checks.case import Case, skipped
from autograder.checks.stopped import stopped_answer
from autograder.facts.calls import Array, Call
from autograder.facts.messages import paths, slopes
from autograder.facts.outcomes import Outcome, Returned
from autograder.facts.verdict import Answer, Feedback, Verdict


class NoSlopeError(Exception):
    """The slope, or the gradient, has no value that could be compared."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


def arrays_of(case: Case, outcome: Outcome, call: Call) -> dict[str, Array]:
    """Read all results of a function that are arrays."""
    if isinstance(outcome, Returned):
        return {name: value for name, value in outcome.results.items() if isinstance(value, Array)} | {
            name: result_of(case, outcome, call, name) for name in case.derivatives.values()
        }
    raise NoSlopeError(_stopped(case, outcome))


def result_of(case: Case, outcome: Outcome, call: Call, result: str) -> Array:
    """Read a result as an array; NoSlopeError blames the function that gave none."""
    if not isinstance(outcome, Returned):
        raise NoSlopeError(_stopped(case, outcome))
    value = outcome.results[result]
    if isinstance(value, Array):
        return value
    raise NoSlopeError(not_a_number(case, call.function, value.kind, result))


def _stopped(case: Case, outcome: Outcome) -> Answer:
    """Answer for an outcome without results, which may be that of a function before."""
    stopped = stopped_answer(outcome, case.runner)
    if stopped is None or isinstance(outcome, Returned):  # every outcome that is not Returned stops
        raise TypeError(outcome)
    if outcome.function != case.function:
        stopped = skipped({outcome.function: stopped})
    return stopped


def not_a_number(case: Case, function: str, kind: str, result: str) -> Answer:
    """Answer for a function that returns something else than a number, or than the array that is needed."""
    measured = slopes.no_number(function, got=kind, needed=_needed(case, result))
    if function != case.function:
        return Answer(Verdict.SKIPPED, feedback=Feedback(measured))
    return Answer(Verdict.FAILED, feedback=Feedback(measured, line=case.line))


def _needed(case: Case, result: str) -> str:
    """Name what a result has to be: an array if it is the derivative by one."""
    quantities = case.task.quantities
    for parameter, derivative in case.task.derivatives.items():
        if derivative == result and quantities.real(parameter).sizes:
            return paths.array_of_its_shape()
    return paths.single_number()
