"""Calls in place: what a student process answers, in a process that the student goes on using."""

from __future__ import annotations

import builtins
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.calls import Call
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Absent, Cause, Ended, Raised, Returned
from autograder.grading.own_check import check_file
from autograder.notebook.live import answer, part_for
from autograder.student.in_place import InPlace
from tests.calls import call, returned

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.facts.outcomes import Outcome
    from autograder.student.backend import Backend

EX01 = "ex01_linear_regression"
TASK = read_released(shipped("exercises") / EX01 / "exercise.json").task
CATALOGUE = Path(__file__).parents[2] / "catalogue"
GRADIENT = call("gradient", x=(1.0, 2.0), y=(2.0, 4.0), y_pred=(1.0, 2.0), w=1.0)


def outcome(names: dict[str, Any], call: Call = GRADIENT, limits: Limits = Limits()) -> Outcome:  # noqa: B008 - frozen
    with InPlace(names, TASK, limits) as runner:
        (one,) = runner.run((call,))
    return one


def test_the_parameter_is_a_number_and_what_the_notebook_made_of_it_comes_back() -> None:
    left = np.zeros(4)
    names: dict[str, Any] = {"np": np, "w": left}
    exec("def forward(x): return w.item() * x", names)  # noqa: S102 - as a notebook's cell
    found = outcome(names, call("forward", x=(1.0, 2.0), w=0.5))
    assert found == returned({"y_pred": (0.5, 1.0)})
    assert names["w"] is left


def test_training_data_of_the_notebook_that_a_call_changes_are_named_and_put_back() -> None:
    target = np.array([2.0, 4.0, 6.0, 8.0])
    names: dict[str, Any] = {"np": np, "w": 0.0, "Y": target}
    exec("def gradient(x, y, y_pred):\n    Y[:] = 0\n    return np.mean(x)", names)  # noqa: S102 - as above
    assert outcome(names) == returned({"dw": 1.5}, data=("Y",))
    assert target.tolist() == [2.0, 4.0, 6.0, 8.0]


@pytest.mark.parametrize(
    "name",
    [
        "correct/linreg_w_array_1",
        "wrong/linreg_grad_sum",
        "wrong/linreg_grad_cached",
        "wrong/linreg_grad_string",
        "wrong/linreg_forward_prints",
        "wrong/linreg_loss_vector",
        "wrong/linreg_ecf_half_mse",
    ],
)
def test_verdicts_are_those_of_a_student_process(
    name: str, kernel: Callable[..., dict[str, Any]], forking: Backend
) -> None:
    file = CATALOGUE / f"{name}.py"
    (report,) = check_file(file, EX01, forking, 5.0).gradebook.reports
    names = kernel(file.read_text("utf-8"))
    part = part_for(names, EX01)
    results, _ = answer(part, part.marking.items, names, drawn=False)
    assert [(r.id, r.verdict, r.points, r.feedback.measured, r.feedback.usually) for r in results] == [
        (r.id, r.verdict, r.points, r.feedback.measured, r.feedback.usually) for r in report.items
    ]


MEDDLING = """
import random
history, table, seen, X = [1], {"a": 1}, {1}, np.ones(3)
def gradient(x, y, y_pred):
    global w, new, history
    w, new = 7.0, 1
    history.append(2)
    table["b"] = 2
    seen.clear()
    X[:] = 5.0
    random.random()
    np.seterr(all="ignore")
    history = None
    %s
"""


@pytest.mark.parametrize("end", ["return 0.0", "raise ValueError", "raise KeyboardInterrupt"])
def test_everything_is_afterwards_as_it_was(end: str, kernel: Callable[..., dict[str, Any]]) -> None:
    names = kernel(MEDDLING % end)
    before, history, x = dict(names), names["history"], names["X"]
    chance, errors, streams = random.getstate(), np.geterr(), (sys.stdout, sys.stderr, builtins.input)
    try:
        outcome(names)
    except KeyboardInterrupt:
        assert end == "raise KeyboardInterrupt"
    assert names.keys() == before.keys()
    assert all(names[name] is before[name] for name in before)
    assert (history, names["table"], names["seen"], x.tolist()) == ([1], {"a": 1}, {1}, [1.0] * 3)
    assert (random.getstate(), np.geterr()) == (chance, errors)
    assert (sys.stdout, sys.stderr, builtins.input) == streams


def test_an_endless_loop_can_be_interrupted_and_is_named(kernel: Callable[..., dict[str, Any]]) -> None:
    names = kernel(
        "import signal\n"
        "def gradient(x, y, y_pred):\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    while True: pass\n"
    )
    with pytest.raises(KeyboardInterrupt, match="while gradient was running"):
        outcome(names)
    assert names["w"] == 0.25


def test_what_functions_print_is_noticed_and_not_shown(
    kernel: Callable[..., dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    names = kernel(
        "import sys, warnings\n"
        "def gradient(x, y, y_pred):\n"
        "    print('shown'); print('and there', file=sys.stderr)\n"
    )
    answered = outcome(names)
    assert isinstance(answered, Returned)
    assert answered.printed
    assert capsys.readouterr() == ("", "")


def test_a_flood_of_output_costs_its_function_alone_and_not_the_kernel(
    kernel: Callable[..., dict[str, Any]],
) -> None:
    names = kernel("def gradient(x, y, y_pred): print('x' * 2000)")
    forward = call("forward", x=5.0, w=2.0)
    with InPlace(names, TASK, Limits(output=1000)) as runner:
        flooded, again, calm = runner.run((GRADIENT, GRADIENT, forward))
    assert isinstance(flooded, Ended)
    assert flooded.cause is Cause.OUTPUT
    assert again is flooded
    assert calm == returned({"y_pred": 10.0})


@pytest.mark.parametrize(
    ("body", "kind"),
    [("sys.exit()", "SystemExit"), ("input()", "EOFError"), ("raise GeneratorExit", "GeneratorExit")],
)
def test_no_exception_of_a_function_ends_the_check(
    body: str, kind: str, kernel: Callable[..., dict[str, Any]]
) -> None:
    answered = outcome(kernel(f"import sys\ndef gradient(x, y, y_pred): {body}"))
    assert isinstance(answered, Raised)
    assert (answered.function, answered.type) == ("gradient", kind)


def test_an_exception_is_told_with_the_line_of_its_cell(kernel: Callable[..., dict[str, Any]]) -> None:
    answered = outcome(kernel("def gradient(x, y, y_pred):\n    return np.men(x)\n"))
    assert isinstance(answered, Raised)
    assert answered.text == "return np.men(x)"
    assert answered.line is not None
    assert answered.line.number == 2


def test_a_function_whose_cell_did_not_run_is_absent(kernel: Callable[..., dict[str, Any]]) -> None:
    assert outcome(kernel("del gradient")) == Absent("gradient")
