"""A function that returns another one's result is carried where that one alone is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from autograder.classes.run import ClassRun, prepare
from autograder.exercise.load import load_texts
from autograder.facts.limits import Limits
from autograder.facts.verdict import Verdict
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.facts.report import Report
    from autograder.student.backend import Backend

RUBRIC = """
from autograder.authors import *
rubric = Rubric(
    Task("A sigmoid and a model", "model.py",
        dict(z=Real("N", below=8), x=Real("N", below=2), w=Real()), ("w",),
        (Function("sigmoid", "z", "a"), Function("forward", "x", "y_pred")),
        examples=(Example("sigmoid", z=[0, 1], w=2), Example("forward", x=[0, 1], w=2))),
    (Item("sigmoid", reference, 1), Item("forward", reference, 1)))
"""
SIGMOID = "def sigmoid(z): return np.exp(-np.logaddexp(0, -z))\n"
FORWARD = "def forward(x): return sigmoid(w * x)\n"


@dataclass(frozen=True)
class Graded:
    """Grades files of this exercise, which is prepared once."""

    run: ClassRun
    folder: Path

    def report(self, sigmoid: str, forward: str = FORWARD) -> Report:
        """Grade a file with these two functions."""
        path = self.folder / "model.py"
        path.write_text(f"import numpy as np\nw = 0.5\n{sigmoid}{forward}", encoding="utf-8")
        (report,) = self.run.reports([HandIn("ada", path.name, path)])
        return report


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, forking: Backend) -> Graded:
    folder = tmp_path_factory.mktemp("tails")
    solution = f"import numpy as np\nw = 0.5\n{SIGMOID}{FORWARD}"
    texts = {"solution.py": solution, "rubric.py": RUBRIC, "mistakes.py": ""}
    return Graded(prepare(load_texts(folder, texts), forking, Limits(seconds=10.0)), folder)


def verdicts(report: Report) -> list[Verdict]:
    return [item.verdict for item in report.items]


@pytest.mark.parametrize(
    "body",
    [
        "1 / (1 + np.exp(z))",
        "np.exp(z) / (1 + np.exp(z))",
        "np.array([1 / (1 + math.exp(-t)) for t in z])",
        "z",
    ],
)
def test_a_mistake_in_the_function_called_costs_once(graded: Graded, body: str) -> None:
    report = graded.report(f"import math\ndef sigmoid(z): return {body}\n")
    assert verdicts(report)[0] in {Verdict.FAILED, Verdict.RAISED}
    forward = report.items[1]
    assert (forward.verdict, forward.points) == (Verdict.CARRIED, 1)
    assert forward.feedback.measured == "gives what this file's own sigmoid makes of the right arguments"
    assert forward.feedback.usually.startswith("in sigmoid: ")


@pytest.mark.parametrize(
    ("sigmoid", "forward"),
    [
        ("def sigmoid(z): return 1 / (1 + np.exp(z))\n", "def forward(x): return sigmoid(2 * w * x)\n"),
        ("def sigmoid(z): return 1 / (1 + np.exp(z))\n", "def forward(x): return sigmoid(w * x) + 1e-5\n"),
        ("def sigmoid(z): return np.full(len(z), 0.5)\n", "def forward(x): return np.full(len(x), 0.5)\n"),
        ("def sigmoid(z): return np.full(len(z), 1 / len(z))\n", FORWARD),
        ("def sigmoid(z): return 1 / (1 + np.exp(z))\n", "def forward(x): return w * x\n"),
    ],
)
def test_a_mistake_of_its_own_is_not_carried(graded: Graded, sigmoid: str, forward: str) -> None:
    assert verdicts(graded.report(sigmoid, forward)) == [Verdict.FAILED, Verdict.FAILED]


def test_a_right_function_that_does_not_call_the_wrong_one_passes(graded: Graded) -> None:
    report = graded.report("def sigmoid(z): return z\n", "def forward(x): return 1 / (1 + np.exp(-w * x))\n")
    assert verdicts(report) == [Verdict.FAILED, Verdict.PASSED]


def test_what_is_far_out_is_part_of_the_function(graded: Graded) -> None:
    report = graded.report("def sigmoid(z): return np.exp(z) / (1 + np.exp(z))\n")
    measured = report.items[0].feedback.measured
    assert measured.startswith("returns nan or inf in ")
    assert measured.endswith("calls, and is right in the others")


def test_a_function_that_calls_a_stub_is_not_run(graded: Graded) -> None:
    report = graded.report("def sigmoid(z):\n    raise NotImplementedError()\n")
    assert verdicts(report) == [Verdict.MISSING, Verdict.SKIPPED]
    assert report.items[1].feedback.measured == "needs sigmoid (not written yet)"


@pytest.mark.parametrize(
    ("forward", "inner"),
    [
        ("return sigmoid(w * x)", "sigmoid"),
        ("z = w * x\n    return sigmoid(z)", "sigmoid"),
        ("z = w * x\n    p = sigmoid(z)\n    return p", "sigmoid"),
        ("p = sigmoid(w * x)\n    p = p + 0\n    return p", ""),
        ("p = sigmoid(w * x)\n    p += 0\n    return p", ""),
        ("q = sigmoid(w * x)\n    p = sigmoid(2 * w * x)\n    return p", ""),
        ("if w > 0:\n        return sigmoid(w * x)\n    return w * x", ""),
        ("return sigmoid(w * x) + 0", ""),
    ],
)
def test_the_solution_says_which_function_another_one_returns(
    tmp_path: Path, forward: str, inner: str
) -> None:
    solution = f"import numpy as np\nw = 0.5\n{SIGMOID}def forward(x):\n    {forward}\n"
    texts = {"solution.py": solution, "rubric.py": RUBRIC, "mistakes.py": ""}
    assert load_texts(tmp_path, texts).rubric.task.function("forward").ends_in == inner
