"""What a reader is told of how a file ran: the line, why, and that it cost nothing only where that is so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.facts.interface import Function
from autograder.facts.outcomes import Cause, Ended, Line, Loaded, Raised, Taken, Within
from autograder.facts.report import ItemResult
from autograder.facts.syntax import PYTHON_VERSION
from autograder.facts.verdict import Feedback, Verdict
from autograder.grading.advice import own_loss_advice, run_advice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from autograder.exercise.load import Exercise

RIGHT = ItemResult("loss/reference", Verdict.PASSED, 2.0, 2.0, Feedback())
WRONG = replace(RIGHT, verdict=Verdict.FAILED, points=0.0)
RAISED = replace(RIGHT, verdict=Verdict.RAISED, points=0.0)
TORCH = Raised("module", "ModuleNotFoundError", "No module named 'torch'", Line(1), "import torch")
SYNTAX = Raised("module", "SyntaxError", "'(' was never closed", Line(9), "print(f(5)")
NAME = Raised("module", "NameError", "name 'rate' is not defined", Line(4), "show(3)")
LATE = Ended("module", Cause.TIME, "did not end within 5 s", Line(31))
COST_NOTHING = "; no points are lost by it"


def told(loaded: Loaded, *results: ItemResult) -> Sequence[str]:
    return [advice.message for advice in run_advice(loaded, results)]


def test_a_file_that_ran_to_its_end_needs_no_word() -> None:
    assert told(Loaded(), WRONG) == []


@pytest.mark.parametrize(("result", "cost_nothing"), [(RIGHT, True), (WRONG, True), (RAISED, False)])
def test_an_import_that_cost_nothing_is_said_to_have_cost_nothing(
    result: ItemResult, *, cost_nothing: bool
) -> None:
    (sentence,) = told(Loaded(raised=(TORCH,), stopped=TORCH), result)
    start = "line 1: import torch: torch is not there while marking; "
    start += "Python's own modules and numpy are; the file was run without it"
    assert sentence == start + COST_NOTHING * cost_nothing


def test_a_line_that_is_not_python_is_told_with_the_version_that_marks() -> None:
    (sentence,) = told(Loaded(raised=(SYNTAX,), stopped=SYNTAX), WRONG)
    assert sentence.startswith(f"line 9 is not valid in {PYTHON_VERSION}: '(' was never closed: print(f(5)")
    assert sentence.endswith(COST_NOTHING)
    (sentence,) = told(Loaded(raised=(SYNTAX,), stopped=SYNTAX, prevented={"loss": SYNTAX}), RAISED)
    assert not sentence.endswith(COST_NOTHING)


def test_a_statement_that_did_not_end_is_named_and_what_follows_from_it_is_not() -> None:
    loaded = Loaded(raised=(NAME,), stopped=LATE, left_out=(LATE,))
    assert told(loaded, RIGHT) == [
        f"line 31 did not end within 5 s; the file was run without it{COST_NOTHING}"
    ]
    assert told(loaded, WRONG) == ["line 31 did not end within 5 s; the file was run without it"]


def test_an_end_whose_line_is_not_known_is_told_all_the_same() -> None:
    ended = LATE._replace(line=None, detail="no answer within 5 s")
    assert told(Loaded(stopped=ended), RIGHT) == ["running the file as a whole: no answer within 5 s"]


def test_the_cell_that_stops_is_named_with_the_cell_that_holds_the_line() -> None:
    raised = NAME._replace(line=Line(1, 4), inner=Within("show", Line(2, 2), "return rate * x"))
    (sentence,) = told(Loaded(raised=(raised,), stopped=raised, printed=("",)), RIGHT)
    assert sentence.startswith(
        "code cell 4 stops in line 1: show(3) (in show, line 2 of code cell 2: return rate * x); NameError: "
    )


def test_a_function_replaced_by_its_value_is_told_once() -> None:
    raised = Raised("module", "TypeError", "'numpy.float64' object is not callable", Line(22))
    loaded = Loaded(raised=(raised,), stopped=raised, taken={"loss": Taken(Line(22), "float64")})
    sentence = "line 22 gives the name loss to a number; the function was kept; no points are lost by it"
    assert told(loaded, WRONG) == [sentence]


def test_a_name_that_went_with_an_unread_statement_is_not_told_besides() -> None:
    missing = NAME._replace(message="name 'loss' is not defined")
    loaded = Loaded(raised=(SYNTAX, missing), stopped=SYNTAX, prevented={"loss": SYNTAX})
    assert len(told(loaded, RAISED)) == 1


def test_each_kind_of_trouble_has_a_sentence() -> None:
    loaded = Loaded(raised=(TORCH, SYNTAX, NAME, TORCH, NAME), stopped=TORCH)
    assert [sentence.split()[0] for sentence in told(loaded, RIGHT)] == ["line", "line", "running"]


@pytest.mark.parametrize(("result", "cost_nothing"), [(RIGHT, True), (WRONG, False)])
def test_a_text_without_an_end_may_have_cost_something_as_its_lines_are_run(
    result: ItemResult, *, cost_nothing: bool
) -> None:
    endless = SYNTAX._replace(message="unterminated triple-quoted string literal (detected at line 12)")
    (sentence,) = told(Loaded(raised=(endless,), stopped=endless), result)
    assert sentence.endswith(COST_NOTHING) is cost_nothing


@pytest.mark.parametrize(("cells", "goes_on"), [(3, False), (4, True)])
def test_the_cells_after_it_are_said_to_run_only_where_there_are_some(cells: int, *, goes_on: bool) -> None:
    raised = NAME._replace(line=Line(1, 3))
    (sentence,) = told(Loaded(raised=(raised,), stopped=raised, printed=("",) * cells), RIGHT)
    assert sentence.endswith("the cells after it were run") is goes_on


CARRIED = ItemResult("gradient/numerical", Verdict.CARRIED, 2.0, 2.0, Feedback())


@pytest.mark.parametrize(
    ("called", "sentence"),
    [
        ({"loss"}, "gradient calls loss of this file"),
        ({"forward"}, "gradient calls forward of this file"),
        ({"loss", "forward", "other"}, "gradient calls forward and loss of this file"),
    ],
)
def test_a_gradient_that_earns_and_calls_its_own_loss_is_left_to_a_person(
    ex01: Exercise, called: set[str], sentence: str
) -> None:
    loaded = Loaded(uses={"gradient": frozenset(called)})
    (advice,) = own_loss_advice(loaded, ex01.rubric.task, [RIGHT, CARRIED])
    assert advice.note == "gradient/uses-own-loss"
    assert advice.message.startswith(sentence + ": ")
    assert advice.message.endswith(COST_NOTHING)


def test_every_function_that_returns_derivatives_and_calls_the_loss_is_left_to_a_person(
    ex01: Exercise,
) -> None:
    functions = (*ex01.rubric.task.functions, Function("bias_gradient", ("x", "y", "y_pred"), ("db",)))
    task = replace(ex01.rubric.task, functions=functions, derivatives={"w": "dw", "b": "db"})
    uses = dict.fromkeys(("gradient", "bias_gradient"), frozenset({"loss"}))
    results = [replace(RIGHT, id=f"{name}/numerical") for name in uses]
    advice = own_loss_advice(Loaded(uses=uses), task, results)
    assert [each.note for each in advice] == ["gradient/uses-own-loss", "bias_gradient/uses-own-loss"]


def test_a_gradient_that_earns_nothing_or_calls_nothing_needs_no_word(ex01: Exercise) -> None:
    wrong = replace(CARRIED, verdict=Verdict.FAILED, points=0.0)
    loaded = Loaded(uses={"gradient": frozenset({"loss"}), "loss": frozenset({"forward"})})
    assert own_loss_advice(loaded, ex01.rubric.task, [RIGHT, wrong]) == []
    assert own_loss_advice(Loaded(uses={"loss": frozenset({"forward"})}), ex01.rubric.task, [CARRIED]) == []
