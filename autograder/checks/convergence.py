"""The convergence oracle: does training with these functions reach the target, at the expected rate?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case, skipped, stopped_answer
from autograder.checks.numerical import at, composed
from autograder.facts.calls import Array, Outcome, Returned
from autograder.facts.task import Training
from autograder.facts.verdict import Answer, Feedback, Verdict, passed
from autograder.numerics import descent
from autograder.numerics.points import Point


STEADY = 1e-3
"""Rates nearer than this are told as one; float32 data blurs them when the error is nearly gone."""


class NoStepError(Exception):
    """The gradient gave nothing to step with."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.feedback.measured)
        self.answer = answer


def convergence(case: Case) -> Answer:
    """Train: the judge sets w, calls forward, loss and gradient, and updates w itself.

    Half of the item for reaching the target, half for the rate. The loss is computed in every
    epoch as in the lesson; descent does not depend on it, so a mistake there costs nothing here.
    """
    unmet = case.unmet()
    if unmet is not None:
        return unmet
    training = case.task.training
    try:
        path, other = descend(case, training)
    except NoStepError as none:
        return none.answer
    reached = len(path) > training.epochs and abs(path[-1] - training.target) <= training.within
    steady = all(descent.has_rate(p, training.target, training.rate) for p in (path, other))
    told = told_path(path, training)
    if reached and steady:
        return passed(told)
    return Answer(
        Verdict.FAILED, (reached + steady) / 2, Feedback(told, _follows(case), note="training/rate" if reached
        else "training/not-reached")
    )


def descend(case: Case, training: Training) -> tuple[list[float], list[float]]:
    """Follow the descent from both starts; a path ends early where it leaves the finite numbers.

    The path of right functions is known, so all of its epochs are asked for at once. Only where a
    step of it leads elsewhere, the descent goes on epoch by epoch.
    """
    point = Point(training.start, case.task.data, 0)
    loss = composed(case.task, case.task.objective, point)
    gradient = composed(case.task, case.task.gradient, point)
    expected = [
        descent.expected_path(start, training.target, training.rate, epochs)
        for start, epochs in ((training.start, training.epochs), (training.other_start, descent.RATE_EPOCHS))
    ]
    sweeps = [replace(call, sweep=tuple(p[:-1])) for p in expected for call in (loss, gradient)]
    outcomes = case.runner.run(tuple(sweeps))[1::2]
    if all(_follows_path(p, training, o) for p, o in zip(expected, outcomes, strict=True)):
        return expected[0], expected[1]
    path, other = [training.start], [training.other_start]
    for epoch in range(training.epochs):
        active = [path] if epoch >= descent.RATE_EPOCHS else [path, other]
        active = [p for p in active if math.isfinite(p[-1])]
        if path not in active:
            break
        calls = [at(call, p[-1]) for p in active for call in (loss, gradient)]
        outcomes = case.runner.run(tuple(calls))
        for p, outcome in zip(active, outcomes[1::2], strict=True):
            p.append(descent.step(p[-1], training.lr, _number(case, outcome)))
    return path, other


def _follows_path(path: Sequence[float], training: Training, outcome: Outcome) -> bool:
    value = outcome.value if isinstance(outcome, Returned) else None
    if not isinstance(value, Array) or value.shape[1:] not in ((), (1,)):
        return False
    return descent.follows(path, training.lr, value.values, training.target)


def told_path(path: Sequence[float], training: Training) -> str:
    """Say where training ended and how fast the error shrank."""
    epochs = len(path) - 1
    if not math.isfinite(path[-1]):
        return f"training diverges: w is no finite number after {epochs} epochs"
    end = f"w = {path[-1]:.3f} after {epochs} epochs, expected {training.target:g}"
    measured = descent.rates(path, training.target)
    steady = max(measured) - min(measured) <= STEADY
    which = "each epoch" if steady else "the first epoch"
    return f"{end}; {which} leaves {measured[0]:.3f} of the error, expected {training.rate:.3f} in each"


def _number(case: Case, outcome: Outcome) -> float:
    stopped = stopped_answer(outcome, case.runner.loaded)
    if stopped is not None:
        wrong = [(need, case.verdict_on(need)) for need in case.needs if need != case.task.gradient]
        wrong = [(need, verdict) for need, verdict in wrong if verdict is not Verdict.PASSED]
        blameless = case.verdict_on(case.task.gradient) is Verdict.PASSED
        raise NoStepError(skipped(*wrong) if wrong and blameless else stopped)
    value = outcome.value if isinstance(outcome, Returned) else None
    number = value.number if isinstance(value, Array) else None
    if number is None:
        kind = f"shape {value.shape}" if isinstance(value, Array) else getattr(value, "type", "nothing")
        told = f"w cannot be updated: {case.task.gradient} returns {kind}, a single number is needed"
        raise NoStepError(
            Answer(Verdict.FAILED, feedback=Feedback(told, note="training/no-step", line=case.line))
        )
    return number


def _follows(case: Case) -> str:
    wrong = [need for need in case.needs if case.verdict_on(need) is not Verdict.PASSED]
    return f"follows from {' and '.join(wrong)}" if wrong else ""
