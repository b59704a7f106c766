"""The convergence oracle: does training with these functions reach the target, at the expected rate?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from autograder.checks.case import Case
from autograder.checks.composed import along, at, composed
from autograder.checks.stopped import stopped_answer
from autograder.facts.calls import Array, Call
from autograder.facts.messages import paths
from autograder.facts.outcomes import Outcome, Returned, array_of
from autograder.facts.same import Same
from autograder.facts.task import Task, Training
from autograder.facts.verdict import STOPPED, Answer, Verdict, passed
from autograder.numerics import descent
from autograder.numerics.descent import RATE_EPOCHS, Step
from autograder.numerics.points import Point

ROUNDS = 6
"""Rounds of foretelling: two for a gradient that is linear in w, some more for others."""
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

    Half of the item for reaching the target, half for the rate. Descent does not depend on the loss, so a
    mistake there costs nothing here; it is computed, as in the lesson, where epochs are taken one by one.
    """
    unmet = case.unmet()
    if unmet is not None:
        return unmet
    training = case.task.training
    try:
        start = case.task.start
        first, second = foreseen(case, (start, training.epochs), (training.other_start, RATE_EPOCHS))
        steps = first or epoch_by_epoch(case, start, training.epochs)
        steady = descent.has_rate(steps, training.target, training.rate)
        others = (second or epoch_by_epoch(case, training.other_start, RATE_EPOCHS)) if steady else []
    except NoStepError as none:
        return none.answer
    reached = len(steps) == training.epochs and abs(steps[-1].after - training.target) <= training.within
    steady = steady and descent.has_rate(others, training.target, training.rate)
    path = path_text(case.task, steps, others)
    if reached and steady:
        return passed(path)
    follows = paths.follows(" and ".join(case.wrong_needs)) if case.wrong_needs else ""
    report = paths.other_rate if reached else paths.not_reached
    feedback = report(path=path, follows=follows)
    return Answer(Verdict.FAILED, (reached + steady) / 2, feedback)


def foreseen(case: Case, *descents: tuple[float, int]) -> list[list[Step]]:
    """Take descents, each from a start for some epochs, along the paths that measured gradients foretell.

    After a gradient at two starts, the path of any that is linear in w is known, and all of it is asked for
    at once; of any other, each round foretells more. Empty where a path is not found in a few rounds. The
    path of right functions is never asked for as such: a submission that read its request would find the
    right gradient in it.
    """
    training = case.task.training
    measured: dict[float, float] = {}
    sweeps = [tuple(start for start, _ in descents)]
    for _ in range(ROUNDS):
        found = []
        for path, gradients in zip(sweeps, _swept(case, sweeps), strict=True):
            if gradients is None or not all(map(math.isfinite, gradients)):
                return [[] for _ in descents]
            measured.update(zip(path, gradients, strict=True))
            found.append([descent.step(w, training.lr, g) for w, g in zip(path, gradients, strict=True)])
        if len(found) == len(descents) and all(
            descent.follows([*path, steps[-1].after], steps, training.target)
            for path, steps in zip(sweeps, found, strict=True)
        ):
            return found
        sweeps = [
            tuple(descent.foreseen_path(start, training.lr, measured, epochs - 1))
            for start, epochs in descents
        ]
        if not all(math.isfinite(w) for path in sweeps for w in path):
            break
    return [[] for _ in descents]


def path_text(task: Task, steps: Sequence[Step], others: Sequence[Step]) -> str:
    """Say where training ended and how fast the error shrank.

    The other start is tried only where the first one has the rate, so that its path shows more.
    """
    training, end = task.training, steps[-1].after
    if not math.isfinite(end):
        return paths.breaks_off(task.parameter, epoch=len(steps))
    ended = f"{end:.3f}" if abs(end) < LARGE else f"{end:.3g}"
    arrived = paths.arrived(task.parameter, end=ended, epochs=len(steps), target=f"{training.target:g}")
    shown = others or steps
    right = descent.has_rate(shown, training.target, training.rate)
    leaves = _leaves_text(training, shown, right=right)
    if others and not right:
        leaves = paths.started(task.parameter, start=f"{training.other_start:g}") + leaves
    return f"{arrived}; {leaves}"


def _leaves_text(training: Training, shown: Sequence[Step], *, right: bool) -> str:
    """Say what share of the error an epoch leaves: each one, or the one that is furthest from the rate."""
    measured = [rate for rate in descent.rates(shown, training.target) if math.isfinite(rate)] or [1.0]
    steady = max(measured) - min(measured) <= STEADY
    furthest = max(measured, key=lambda rate: abs(rate - training.rate))
    which, share = ("each epoch", measured[0]) if steady else ("an epoch", furthest)
    looks_right = f"{share:.3f}" == f"{training.rate:.3f}"
    digits = 6 if looks_right and not right else 3
    return paths.leaves(which=which, share=f"{share:.{digits}f}", rate=f"{training.rate:.3f}")


@lru_cache(maxsize=64)
def _calls(same: Same) -> tuple[Call, Call]:
    """Build the calls of the loss and of the gradient on a task's data."""
    (task,) = same.objects
    point = Point(0.0, task.data, 0)
    return composed(task, task.objective_function, point), composed(task, task.gradient, point)


@lru_cache(maxsize=64)
def _along(same: Same, sweeps: tuple[tuple[float, ...], ...]) -> tuple[Call, ...]:
    """Build the calls of the gradient along sweeps of the parameter."""
    _, gradient = _calls(same)
    return tuple(along(same.objects[0], gradient, sweep) for sweep in sweeps)


def _swept(case: Case, sweeps: Sequence[tuple[float, ...]]) -> list[tuple[float, ...] | None]:
    """Ask for gradients along sweeps of the parameter; None for those that are no numbers."""
    found: list[tuple[float, ...] | None] = []
    outcomes = case.runner.run(_along(Same(case.task), tuple(sweeps)))
    for sweep, outcome in zip(sweeps, outcomes, strict=True):
        value = array_of(outcome)
        found.append(None if value is None else value.numbers(len(sweep)))
    return found


def epoch_by_epoch(case: Case, w: float, epochs: int) -> list[Step]:
    """Take the steps of a descent one by one; fewer where it leaves the finite numbers."""
    loss, gradient = _calls(Same(case.task))
    steps: list[Step] = []
    while len(steps) < epochs and math.isfinite(w):
        _, outcome = case.runner.run((at(case.task, loss, w), at(case.task, gradient, w)))
        steps.append(descent.step(w, case.task.training.lr, _number(case, outcome)))
        w = steps[-1].after
    return steps


def _number(case: Case, outcome: Outcome) -> float:
    stopped = stopped_answer(outcome, case.runner)
    if stopped is not None:
        wrong = case.wrong_needs
        verdict = case.verdict_on(getattr(outcome, "function", case.task.gradient))
        blameless = verdict is Verdict.PASSED or verdict in STOPPED
        raise NoStepError(case.skipped(*wrong) if wrong and blameless else stopped)
    value = outcome.value if isinstance(outcome, Returned) else None
    number = value.number if isinstance(value, Array) else None
    if number is None:
        kind = f"shape {value.shape}" if isinstance(value, Array) else value.kind if value else "nothing"
        task = case.task
        feedback = paths.no_step(parameter=task.parameter, gradient=task.gradient, got=kind, line=case.line)
        raise NoStepError(Answer(Verdict.FAILED, feedback=feedback))
    return number
