"""Training, judged on a runner that knows nothing but a gradient as a function of w."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from autograder.checks.case import Case
from autograder.checks.convergence import convergence
from autograder.checks.plan import Plan
from autograder.facts.calls import Call, Opaque
from autograder.facts.outcomes import Loaded, Outcome, Raised
from autograder.facts.outline import Outline
from autograder.facts.verdict import Answer, Verdict, passed
from tests.calls import returned

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun

Gradient = Callable[[float], float]


@dataclass
class Runner:
    """Answers every call by a function of w, and counts the gradients it was asked for."""

    gradient: Gradient
    asked: int = 0
    loaded: Loaded = field(default_factory=Loaded)

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Answer the calls one by one."""
        return tuple(self.answer(call) for call in calls)

    def outline(self) -> Outline:
        """Know of no text."""
        return Outline()

    def answer(self, call: Call) -> Outcome:
        """Answer one descent, stepping as a student process does."""
        descent = call.descent
        assert descent is not None
        self.asked += 1
        w = call.inputs["w"]
        assert isinstance(w, float)
        gradients: list[float] = []
        while len(gradients) < descent.epochs and math.isfinite(w):
            gradients.append(self.gradient(w))
            w -= descent.lr * gradients[-1]
        return returned({"dw": tuple(gradients)})


def answer(class_run: ClassRun, runner: Runner, earlier: dict[str, Answer] | None = None) -> Answer:
    task = class_run.marking.task
    return convergence(Case(Plan(task, {}, 1), task.gradient, ("forward", "gradient"), runner, earlier or {}))


def linear(rate: float, fixed: float = 2.0) -> Gradient:
    """Make the gradient with which w - 0.01 * gradient leaves `rate` of the distance to `fixed`."""
    return lambda w: 100 * (1 - rate) * (w - fixed)


def test_the_right_gradient_passes_in_one_message(class_run: ClassRun) -> None:
    runner = Counting(linear(0.85))
    found = answer(class_run, runner)
    assert (found.verdict, found.earned) == (Verdict.PASSED, 1.0)
    assert found.feedback.measured.startswith("w = 1.985 after 30 epochs")
    assert (runner.messages, runner.asked) == (1, 3)


class Counting(Runner):
    """Counts the messages as well."""

    messages = 0

    def run(self, calls: tuple[Call, ...]) -> tuple[Outcome, ...]:
        """Answer the calls one by one."""
        self.messages += 1
        return super().run(calls)


def test_a_gradient_that_is_right_the_first_time_alone_does_not_pass(class_run: ClassRun) -> None:
    seen: set[float] = set()

    def once(w: float) -> float:
        again = w in seen
        seen.add(w)
        return linear(0.85)(w) * (0.5 if again else 1.0)

    assert answer(class_run, Runner(once)).verdict is Verdict.FAILED


def test_a_submission_is_never_shown_the_path_that_right_functions_take(class_run: ClassRun) -> None:
    """Else a wrong gradient could read its request, and answer with the differences of the path."""
    seen: set[float] = set()

    class Curious(Runner):
        def answer(self, call: Call) -> Outcome:
            seen.update(value for value in call.inputs.values() if isinstance(value, float))
            return super().answer(call)

    answer(class_run, Curious(lambda _: 1.0))
    assert seen == {0.0, 5.0}


def test_the_judge_takes_every_step_again(class_run: ClassRun) -> None:
    """Derivatives are what it is sent; where they led in the student process does not matter."""

    class Lies(Runner):
        def answer(self, call: Call) -> Outcome:
            assert call.descent is not None
            return returned({"dw": (0.0,) * call.descent.epochs})

    found = answer(class_run, Lies(linear(0.85)))
    assert (found.verdict, found.earned) == (Verdict.FAILED, 0.0)
    assert found.feedback.measured.startswith("w = 0.000 after 30 epochs")


@pytest.mark.parametrize(
    ("gradient", "earned", "told"),
    [
        pytest.param(linear(0.4), 0.5, "each epoch leaves 0.400 of the error", id="too fast"),
        pytest.param(linear(0.8499), 0.5, "w = 1.985", id="a little too fast"),
        pytest.param(linear(0.925), 0.0, "w = 1.807 after 30 epochs", id="too slow"),
        pytest.param(linear(0.85, 2.5), 0.0, "w = 2.481 after 30 epochs", id="to another place"),
        pytest.param(linear(1.15), 0.0, "each epoch leaves 1.150 of the error", id="uphill"),
        pytest.param(
            lambda w: 15 * (w - 2) if w <= 2 else 0.0, 0.5, "started at w = 5", id="from below only"
        ),
        pytest.param(lambda _: math.nan, 0.0, "nan or inf after epoch 1", id="nan"),
        pytest.param(lambda w: -1e6 * w * w * w - 1e6, 0.0, "nan or inf after epoch", id="out of bounds"),
    ],
)
def test_half_is_for_the_target_and_half_for_the_rate(
    class_run: ClassRun, gradient: Gradient, earned: float, told: str
) -> None:
    found = answer(class_run, Runner(gradient))
    assert (found.verdict, found.earned) == (Verdict.FAILED, earned)
    assert told in found.feedback.measured


def test_one_late_epoch_that_is_wrong_shows(class_run: ClassRun) -> None:
    """Right on the expected path but for one late epoch: the descent is followed as it really goes."""

    def derailed(w: float) -> float:
        return 0.0 if 1.9 < w < 1.91 else linear(0.85)(w)

    found = answer(class_run, Runner(derailed))
    assert (found.verdict, found.earned) == (Verdict.FAILED, 0.5)
    assert found.feedback.measured.startswith("w = 1.909 after 30 epochs")


def test_a_gradient_that_is_no_number_cannot_step(class_run: ClassRun) -> None:
    class Returns(Runner):
        def answer(self, _: Call) -> Outcome:
            return returned({"dw": Opaque("NoneType")})

    found = answer(class_run, Returns(linear(0.85)))
    assert found.verdict is Verdict.FAILED
    assert found.feedback.measured == "w cannot be updated: gradient returns None, a single number is needed"


def test_a_right_gradient_is_not_blamed_for_what_forward_hands_it(class_run: ClassRun) -> None:
    class Raises(Runner):
        def answer(self, _: Call) -> Outcome:
            return Raised("gradient", "TypeError", "no")

    earlier = {"forward/reference": Answer(Verdict.FAILED), "gradient/reference": passed()}
    blameless = answer(class_run, Raises(linear(0.85)), earlier)
    assert (blameless.verdict, blameless.feedback.measured) == (Verdict.SKIPPED, "needs forward (wrong)")
    assert answer(class_run, Raises(linear(0.85))).verdict is Verdict.RAISED


@pytest.mark.parametrize(
    ("forward", "gradient", "verdict"),
    [
        (Verdict.MISSING, Verdict.MISSING, Verdict.MISSING),
        (Verdict.PASSED, Verdict.MISSING, Verdict.SKIPPED),
        (Verdict.RAISED, Verdict.MISSING, Verdict.SKIPPED),
        (Verdict.TIMED_OUT, Verdict.PASSED, Verdict.SKIPPED),
    ],
)
def test_training_needs_functions_that_answer(
    class_run: ClassRun, forward: Verdict, gradient: Verdict, verdict: Verdict
) -> None:
    earlier = {"forward/reference": Answer(forward), "gradient/reference": Answer(gradient)}
    found = answer(class_run, Runner(linear(0.85)), earlier)
    assert found.verdict is verdict
    assert (found.earned, found.verdict is Verdict.MISSING) == (0.0, "needs" not in found.feedback.measured)
