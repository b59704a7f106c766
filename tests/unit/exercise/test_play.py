"""Wrong functions at work: only as far as a comparison needs it, and the same in every order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.exercise.answers import anything
from autograder.exercise.mistakes import Mistake
from autograder.exercise.play import FEW_LEFT, Play, telling
from autograder.facts.calls import Array
from autograder.facts.outcomes import Ended, Outcome, Returned
from autograder.student.protocol.requests import Module

if TYPE_CHECKING:
    from autograder.classes.run import ClassRun
    from autograder.facts.limits import Limits
    from autograder.student.backend import Backend, Process

SOURCE = """
import os
import numpy as np
X = np.array([1.0, 2.0, 3.0, 4.0])
Y = np.array([2.0, 4.0, 6.0, 8.0])
w = 0.0
def gradient__half(x, y, y_pred): return np.mean(x * (y_pred - y))
def gradient__zero(x, y, y_pred): return 0.0
def gradient__of_data(x, y, y_pred): return np.sum(X)
def gradient__ends(x, y, y_pred): os._exit(0)
def gradient__changes(x, y, y_pred):
    X[:] = X + 1
    return 5.0
"""


class Counting:
    """A way to start processes that counts them."""

    def __init__(self, backend: Backend) -> None:
        self.backend, self.started = backend, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.backend, name)

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start one."""
        self.started += 1
        return self.backend.start(limits, plots=plots)


@pytest.fixture
def counting(forking: Backend) -> Counting:
    return Counting(forking)


def play_of(run: ClassRun, backend: Backend | Counting, *names: str) -> Play:
    task = run.marking.task
    mistakes = [Mistake(f"gradient__{name}", "gradient", f"gradient/{name}", "") for name in names]
    module = Module(SOURCE, "solution.py", task.interface, task.data)
    return Play(mistakes, module, run.marking.key.probes, backend)  # type: ignore[arg-type]


def values(outcomes: tuple[Outcome | None, ...]) -> list[object]:
    return [outcome.value if isinstance(outcome, Returned) else outcome for outcome in outcomes]


def number_of(value: float) -> Array:
    return Array("float64", (), (value,))


def test_nothing_is_started_before_a_wrong_function_is_compared(
    class_run: ClassRun, counting: Counting
) -> None:
    play = play_of(class_run, counting, "half", "zero")
    assert counting.started == 0
    assert play.like("forward", anything) == ()
    assert counting.started == 0
    assert len(play.like("gradient", anything)) == 2
    assert counting.started == 1


def test_what_does_not_fit_at_the_first_probe_is_played_nowhere_else(
    class_run: ClassRun, counting: Counting
) -> None:
    seen: list[int] = []

    def fits(number: int, _outcome: Outcome) -> bool:
        seen.append(number)
        return False

    assert play_of(class_run, counting, "half", "zero").like("gradient", fits) == ()
    assert seen == [telling(class_run.marking.key.probes["gradient"])[0]] * 2


def test_what_fits_at_one_probe_is_tried_at_the_next_until_few_are_left(
    class_run: ClassRun, forking: Backend
) -> None:
    tried: list[int] = []

    def fits(number: int, outcome: Outcome) -> bool:
        tried.append(number)
        return len(set(tried)) == 1 or values((outcome,)) == [number_of(0.0)]

    play = play_of(class_run, forking, "half", "zero", "of_data")
    known = play.like("gradient", fits)
    assert [each.mistake.note for each in known] == ["gradient/zero"]
    assert len(set(tried)) == FEW_LEFT


def test_what_fits_is_played_at_every_probe_that_tells(class_run: ClassRun, forking: Backend) -> None:
    (known,) = play_of(class_run, forking, "half").like("gradient", anything)
    numbers = [number for number, outcome in enumerate(known.outcomes) if isinstance(outcome, Returned)]
    assert numbers == sorted(telling(class_run.marking.key.probes["gradient"]))


def test_one_that_ends_its_process_costs_no_other(class_run: ClassRun, forking: Backend) -> None:
    half, ends, zero = play_of(class_run, forking, "half", "ends", "zero").like("gradient", anything)
    assert any(isinstance(outcome, Ended) for outcome in ends.outcomes)
    assert all(isinstance(outcome, Returned | None) for outcome in (*half.outcomes, *zero.outcomes))


def test_what_is_played_does_not_depend_on_what_was_played_before(
    class_run: ClassRun, forking: Backend
) -> None:
    """The other one changes the data that this one reads."""
    for names in (("changes", "of_data"), ("of_data", "changes")):
        play = play_of(class_run, forking, *names)
        for wanted in (5.0, 10.0):
            play.like(
                "gradient", lambda _, outcome, wanted=wanted: values((outcome,))[0] == number_of(wanted)
            )
        known = {each.mistake.name: values(each.outcomes) for each in play.like("gradient", anything)}
        assert set(known["gradient__of_data"]) == {number_of(10.0), None}
