"""A stub is untouched if it raises in its own line; what else raises NotImplementedError has raised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.checks.stopped import stopped_answer
from autograder.facts.outcomes import Absent, Cause, Ended, Line, Loaded, Raised, Within
from autograder.facts.verdict import Verdict
from autograder.grading.advice import run_advice
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.classes.run import ClassRun
    from autograder.facts.report import Report

HEADER = """
import numpy as np
w = 0.0
def forward(x): return w * x
def loss(y, y_pred): return np.mean((y_pred - y) ** 2)
def helper(): raise NotImplementedError()
"""


def graded(class_run: ClassRun, folder: Path, text: str) -> Report:
    path = folder / "submission.py"
    path.write_text(HEADER + text, encoding="utf-8")
    (report,) = class_run.reports([HandIn("submission", path.name, path)])
    return report


STUBS = (
    "def gradient(x, y, y_pred):\n    # YOUR CODE HERE\n    raise NotImplementedError()\n",
    "def gradient(x, y, y_pred):\n    raise NotImplementedError\n",
    "def gradient(x, y, y_pred):\n    raise NotImplementedError('to do')  # later\n",
    "def gradient(x, y, y_pred): raise NotImplementedError()\n",
    "def gradient(x, y, y_pred):\n    x = 1\n    raise NotImplementedError()\n",
)


@pytest.mark.parametrize("stub", STUBS)
def test_a_stub_that_raises_in_its_own_line_is_untouched(
    class_run: ClassRun, tmp_path: Path, stub: str
) -> None:
    item = graded(class_run, tmp_path, stub).items[2]
    assert (item.verdict, item.feedback.measured) == (Verdict.MISSING, "the stub is untouched")


OTHERS = {
    "another function's": "    return helper()",
    "one that stands below": "    return below()\ndef below():\n    raise NotImplementedError()",
    "Python's": "    return memoryview(x.astype('>f8')).tolist()",
    "an abstract class's": "    import numbers\n    return numbers.Complex.__abs__(1)",
    "a computed one": "    e = NotImplementedError\n    raise e('no')",
    "one behind a condition": "    if len(x): raise NotImplementedError()",
}


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_what_else_raises_it_has_raised(class_run: ClassRun, tmp_path: Path, body: str) -> None:
    item = graded(class_run, tmp_path, f"def gradient(x, y, y_pred):\n{body}\n").items[2]
    assert item.verdict is Verdict.RAISED
    assert item.feedback.measured.startswith("raised NotImplementedError")
    assert item.feedback.note == "gradient/raised"


def test_a_function_that_calls_the_stub_of_another_is_not_untouched(
    class_run: ClassRun, tmp_path: Path
) -> None:
    stub = "def loss(y, y_pred):\n    raise NotImplementedError()\n"
    calls = "def gradient(x, y, y_pred): return loss(y, y)\n"
    items = graded(class_run, tmp_path, stub + calls).items
    assert [item.verdict for item in items[1:3]] == [Verdict.MISSING, Verdict.RAISED]
    assert "NotImplementedError" in items[2].feedback.measured


def test_a_stub_behind_a_decorator_is_untouched(class_run: ClassRun, tmp_path: Path) -> None:
    wrapper = "def shown(f):\n    return lambda *given: f(*given)\n@shown\n"
    item = graded(class_run, tmp_path, wrapper + STUBS[0]).items[2]
    assert item.verdict is Verdict.MISSING


class Runs:
    """A runner that makes no calls."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    def run(self, calls: object) -> tuple[Absent, ...]:
        """Find nothing."""
        del calls
        return ()

    def outline(self) -> None:
        """Outline nothing."""


@pytest.mark.parametrize("cause", Cause)
def test_every_end_of_a_process_is_answered(cause: Cause) -> None:
    answer = stopped_answer(Ended("gradient", cause, "ended so"), Runs(Loaded()))
    assert answer is not None
    assert answer.feedback.measured == "ended so"
    assert answer.feedback.note == f"gradient/{'timed-out' if cause is Cause.TIME else cause.value}"


def test_a_file_that_calls_a_stub_of_its_own_gets_no_advice_and_one_that_stops_otherwise_does() -> None:
    own = Within("gradient", Line(9), "raise NotImplementedError()")
    other = Within("gradient", Line(9), "return memoryview(x).tolist()")
    for within, count in ((own, 0), (other, 1)):
        raised = Raised("module", "NotImplementedError", "no", Line(20), "train()", within)
        assert len(run_advice(Loaded(stopped=raised, raised=(raised,)), ())) == count
