"""The convergence oracle: does training with these functions reach the target, at the expected rate?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from autograder.checks.case import Case, skipped, stopped_answer
from autograder.checks.composed import at, composed
from autograder.facts.calls import Array, Call, Outcome, Returned, array_of
from autograder.facts.task import Training
from autograder.facts.verdict import STOPPED, Answer, Feedback, Verdict, passed
from autograder.numerics import descent
from autograder.numerics.descent import RATE_EPOCHS, Step
from autograder.numerics.points import Point

LARGE = 1e6
"""From here on, a parameter is told in powers of ten."""
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
        first, second = foreseen(case, (training.start, training.epochs), (training.other_start, RATE_EPOCHS))
        steps = first or epoch_by_epoch(case, training.start, training.epochs)
        steady = descent.has_rate(steps, training.target, training.rate)
        others = (second or epoch_by_epoch(case, training.other_start, RATE_EPOCHS)) if steady else []
    except NoStepError as none:
        return none.answer
    reached = len(steps) == training.epochs and abs(steps[-1].after - training.target) <= training.within
    steady = steady and descent.has_rate(others, training.target, training.rate)
    told = told_path(steps, others, training)
    if reached and steady:
        return passed(told)
    follows = f"follows from {' and '.join(case.wrong_needs)}" if case.wrong_needs else ""
    note = "training/rate" if reached else "training/not-reached"
    return Answer(Verdict.FAILED, (reached + steady) / 2, Feedback(told, follows, note=note))


def foreseen(case: Case, *descents: tuple[float, int]) -> list[list[Step]]:
    """Take descents, each from a start for some epochs, along the paths that the first gradients foretell.

    After a gradient at two starts, the path of any that is linear in w is known: all of it is asked for
    at once. Empty where a step leads elsewhere. The path of right functions is never asked for as such:
    a submission that read its request would find the right gradient in it.
    """
    training = case.task.training
    starts = tuple(start for start, _ in descents)
    (measured,) = _swept(case, [starts])
    if measured is None:
        return [[] for _ in descents]
    paths = [
        descent.foreseen_path(start, training.lr, (starts, measured), epochs) for start, epochs in descents
    ]
    if not all(math.isfinite(w) for path in paths for w in path):
        return [[] for _ in descents]
    found = []
    for path, gradients in zip(paths, _swept(case, [tuple(path[:-1]) for path in paths]), strict=True):
        steps = [descent.step(w, training.lr, g) for w, g in zip(path, gradients or (), strict=False)]
        found.append(steps if descent.follows(path, steps, training.target) else [])
    return found


def told_path(steps: Sequence[Step], others: Sequence[Step], training: Training) -> str:
    """Say where training ended and how fast the error shrank.

    The other start was tried only where the first had the rate: then it tells more.
    """
    end = steps[-1].after
    if not math.isfinite(end):
        return f"training breaks off: w is nan or inf after epoch {len(steps)}"
    told = others or steps
    right = descent.has_rate(told, training.target, training.rate)
    where = f"started at w = {training.other_start:g}, " if others and not right else ""
    measured = [rate for rate in descent.rates(told, training.target) if math.isfinite(rate)] or [1.0]
    steady = max(measured) - min(measured) <= STEADY
    furthest = max(measured, key=lambda rate: abs(rate - training.rate))
    which, share = ("each epoch", measured[0]) if steady else ("an epoch", furthest)
    digits = 6 if not right and f"{share:.3f}" == f"{training.rate:.3f}" else 3
    w = f"{end:.3f}" if abs(end) < LARGE else f"{end:.3g}"
    return (
        f"w = {w} after {len(steps)} epochs, expected about {training.target:g}; "
        f"{where}{which} leaves {share:.{digits}f} of the error, expected {training.rate:.3f}"
    )


def _calls(case: Case) -> tuple[Call, Call]:
    point = Point(0.0, case.task.data, 0)
    return composed(case.task, case.task.objective, point), composed(case.task, case.task.gradient, point)


def _swept(case: Case, sweeps: Sequence[tuple[float, ...]]) -> list[tuple[float, ...] | None]:
    """Ask for losses and gradients along sweeps of the parameter; None for gradients that are no numbers."""
    calls = [replace(call, sweep=sweep) for sweep in sweeps for call in _calls(case)]
    found: list[tuple[float, ...] | None] = []
    for sweep, outcome in zip(sweeps, case.runner.run(tuple(calls))[1::2], strict=True):
        value = array_of(outcome)
        fits = value is not None and value.shape in ((len(sweep),), (len(sweep), 1))
        found.append(value.values if value is not None and fits else None)
    return found


def epoch_by_epoch(case: Case, w: float, epochs: int) -> list[Step]:
    """Take the steps of a descent one by one; fewer where it leaves the finite numbers."""
    loss, gradient = _calls(case)
    steps: list[Step] = []
    while len(steps) < epochs and math.isfinite(w):
        _, outcome = case.runner.run((at(loss, w), at(gradient, w)))
        steps.append(descent.step(w, case.task.training.lr, _number(case, outcome)))
        w = steps[-1].after
    return steps


def _number(case: Case, outcome: Outcome) -> float:
    stopped = stopped_answer(outcome, case.runner.loaded)
    if stopped is not None:
        wrong = case.wrong_needs.items()
        verdict = case.verdict_on(getattr(outcome, "function", case.task.gradient))
        blameless = verdict is Verdict.PASSED or verdict in STOPPED
        raise NoStepError(skipped(*wrong) if wrong and blameless else stopped)
    value = outcome.value if isinstance(outcome, Returned) else None
    number = value.number if isinstance(value, Array) else None
    if number is None:
        kind = f"shape {value.shape}" if isinstance(value, Array) else value.kind if value else "nothing"
        told = f"w cannot be updated: {case.task.gradient} returns {kind}, a single number is needed"
        raise NoStepError(
            Answer(Verdict.FAILED, feedback=Feedback(told, note="training/no-step", line=case.line))
        )
    return number
