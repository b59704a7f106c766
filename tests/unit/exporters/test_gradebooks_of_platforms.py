"""Canvas's and Moodle's own exports with one column filled: all other letters stay as they were."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from autograder.exporters import canvas, moodle
from autograder.exporters.formats import FORMATS, Options, exporter_of
from autograder.exporters.template import unplaced
from autograder.facts.correction import Correction
from autograder.facts.errors import KitError
from autograder.facts.person import Person
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

if TYPE_CHECKING:
    from pathlib import Path

    Fill = "Callable[..., str]"

TITLES = ("Linear regression with one weight", "linear regression", "ex01_linear_regression")
CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,HW0 (11),HW1: Linear Regression (12),Quiz (13),"
    "Assignments Current Score,Final Score\r\n"
    ",,,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,5,10.00,3,(read only),(read only)\r\n"
    '"O\'Neil, José",77,0012,joneil,"Sec 1, Mo & ""Tue""",4.5,,2,81.2,80\r\n'
    '"Østergård, Søren",78,,ost,Sec 2,,3,,,\r\n'
    '"Li, Wei",80,S4,wli,Sec 1,EX,EX,EX,,\r\n'
    '"Student, Test",99,,0af3,Sec 1,,,,,\r\n'
)
SEMICOLONS = (
    "Student;ID;SIS Login ID;Section;HW1: Linear Regression (12);Quiz (13)\n"
    "    Points Possible;;;;10,00;3,0\n"
    "O'Neil, José;77;joneil;Sec 1, Mo;;2,5\n"
)
MOODLE = (
    '"First name","Last name","ID number","Email address",'
    '"Assignment: Linear regression with one weight (Real)",'
    '"Assignment: Linear regression with one weight (Percentage)",'
    '"Assignment: Linear regression with one weight (Feedback)","Quiz: Two (Real)","Last downloaded"\n'
    '"José","O\'Neil","0012","jose@uni.edu","-","-","","7.00","1700000000"\n'
    '"Søren","Østergård","","soren@uni.edu","-","-","old, ""text""","-","1700000000"\n'
)
WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Feedback comments\n"
    "Participant 91,José O'Neil,jose@uni.edu,Submitted,,{},Yes,\n"
)


def report(student: str, score: float | None = 6.5, **more: object) -> Report:
    items = (
        ItemResult("loss/reference", Verdict.PASSED, 4.0, 4.0, Feedback()),
        ItemResult(
            "gradient/reference", Verdict.FAILED, 2.5, 6.0, Feedback("twice the <b>slope</b>", "a & b")
        ),
    )
    made = Report(student, f"{student}.py", "", Status.GRADED, score, 10.0, items)
    return replace(made, **more)  # type: ignore[arg-type]


EXCUSED_ITEM = Correction("gradient/reference", None, "ill", "failed", 0.0, 6.0, "")


@pytest.fixture
def fill(tmp_path: Path) -> object:
    """Write a template, and return what an export makes of it."""

    def run(name: str, text: str, *reports: Report, **options: object) -> str:
        file = tmp_path / "template.csv"
        file.write_bytes(text.encode())
        asked = Options(template=file, titles=TITLES, max_score=10.0)
        export = exporter_of(FORMATS[name], asked._replace(**options))  # type: ignore[arg-type]
        return "".join(export(Gradebook("ex01_linear_regression", "", 1, "", {}, reports)))

    return run


# Canvas


def test_one_column_of_canvas_is_filled_and_every_other_letter_stays(fill: Fill) -> None:
    filled = fill("canvas", CANVAS, report("joneil"), report("ostergardsoren", 10.0), report("stranger"))
    expected = CANVAS.replace('""Tue""",4.5,,2', '""Tue""",4.5,6.5,2').replace("Sec 2,,3,", "Sec 2,,10,")
    assert filled == expected


def test_nobody_s_submission_leaves_the_template_as_it_was(fill: Fill) -> None:
    for text in (CANVAS, SEMICOLONS):
        assert fill("canvas", text) == text


def test_semicolons_and_decimal_commas_are_kept(fill: Fill) -> None:
    filled = fill("canvas", SEMICOLONS, report("joneil"))
    assert filled == SEMICOLONS.replace("Sec 1, Mo;;2,5", "Sec 1, Mo;6,5;2,5")
    with_points = SEMICOLONS.replace("10,00;3,0", "10.00;3.0").replace("2,5", "2.5")
    assert "Sec 1, Mo;6.5;2.5" in fill("canvas", with_points, report("joneil"))


def test_scores_have_the_two_decimals_that_canvas_compares(fill: Fill) -> None:
    assert "Mo;3,33;2,5" in fill("canvas", SEMICOLONS, report("joneil", 10 / 3))
    assert "Mo;0;2,5" in fill("canvas", SEMICOLONS, report("joneil", 0.0))


def test_excuses_are_kept_and_written(fill: Fill) -> None:
    filled = fill("canvas", CANVAS, report("wli"), report("joneil", None, status=Status.EXCUSED))
    assert filled == CANVAS.replace('""Tue""",4.5,,2', '""Tue""",4.5,EX,2')


@pytest.mark.parametrize("status", [Status.BROKEN, Status.MISSING])
def test_without_a_score_the_cell_stays_as_it_is(fill: Fill, status: Status) -> None:
    assert fill("canvas", CANVAS, report("ost", None, status=status)) == CANVAS


def test_a_zero_that_was_asked_for_is_written(fill: Fill) -> None:
    missing = report("Østergård, Søren", 0.0, status=Status.MISSING, items=())
    assert "Sec 2,,0," in fill("canvas", CANVAS, missing)


def test_two_reports_for_one_row_fill_it_with_neither(fill: Fill) -> None:
    assert fill("canvas", CANVAS, report("joneil"), report("Jose O'Neil")) == CANVAS


def test_the_roster_s_ids_find_the_row_whatever_the_hand_in_is_called(fill: Fill) -> None:
    person = Person(login="joneil", name="Pepe")
    assert "4.5,6.5,2" in fill("canvas", CANVAS, report("x", person=person))


def test_an_excused_item_leaves_the_share_of_the_others(fill: Fill) -> None:
    excused = report("joneil", 3.0, max_score=4.0, corrections=(EXCUSED_ITEM,))
    assert "4.5,7.5,2" in fill("canvas", CANVAS, excused)


def test_another_maximum_is_refused_unless_one_says_what_to_do(fill: Fill) -> None:
    text = CANVAS.replace("10.00", "25")
    with pytest.raises(KitError, match=r"HW1: Linear Regression \(12\) has 25 points possible, and the exer"):
        fill("canvas", text, report("joneil"))
    assert "4.5,16.25,2" in fill("canvas", text, report("joneil"), scale=True)
    assert "4.5,6.5,2" in fill("canvas", text, report("joneil"), scale=False)


@pytest.mark.parametrize("column", ["Quiz (13)", "quiz", "13"])
def test_the_column_can_be_named(fill: Fill, column: str) -> None:
    assert "4.5,,6.5,81.2" in fill("canvas", CANVAS, report("joneil"), column=column, scale=False)


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        (
            CANVAS,
            {"titles": ("Softmax",)},
            "no column that can be filled fits the exercise 'Softmax': choose",
        ),
        (CANVAS, {"column": "Final Score"}, "no column that can be filled fits --column Final Score"),
        (CANVAS.replace("HW0 (11)", "2. Linear Regression (11)"), {}, "2 columns fit the exercise 'Linear "),
        (CANVAS.replace("Quiz", "HW0"), {"column": "HW0"}, "2 columns fit --column HW0"),
        (CANVAS.replace("Section", "Group"), {}, "not a gradebook that Canvas exported"),
        ("id,name,login\n1,a,b\n", {}, "not a gradebook that Canvas exported"),
        (CANVAS, {"template": None}, "--template EXPORTED.csv"),
    ],
)
def test_a_template_that_does_not_fit_is_refused_before_any_work(
    fill: Fill, text: str, options: dict[str, object], reason: str
) -> None:
    with pytest.raises(KitError) as refused:
        fill("canvas", text, **options)
    assert reason in str(refused.value)


def test_a_column_with_the_very_title_counts_before_one_that_contains_it(fill: Fill) -> None:
    text = CANVAS.replace("HW0 (11)", "Linear regression (11)")
    assert "6.5,,2,81.2" in fill("canvas", text, report("joneil"), titles=("Linear Regression",), scale=False)


def test_canvas_s_own_columns_cannot_be_filled(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(CANVAS)
    columns = canvas.assignments_in(canvas.template_of(Options(template=file), "canvas"))
    assert [column.title for column in columns] == ["HW0", "HW1: Linear Regression", "Quiz"]


# Moodle


def test_score_and_feedback_of_moodle_are_filled_and_every_other_letter_stays(fill: Fill) -> None:
    filled = fill("moodle", MOODLE, report("José O'Neil"))
    (head, jose, soren) = csv.reader(io.StringIO(filled))
    (old_head, old_jose, old_soren) = csv.reader(io.StringIO(MOODLE))
    assert (head, soren) == (old_head, old_soren)
    assert jose[4] == "6.5"
    assert jose[6].splitlines() == [
        "loss matches the reference: passed, 4 of 4",
        "gradient matches the reference: failed, 2.5 of 6",
        "measured: twice the &lt;b&gt;slope&lt;/b&gt;",
        "usually: a &amp; b",
    ]
    jose[4], jose[6] = old_jose[4], old_jose[6]
    assert jose == old_jose
    assert filled.startswith(MOODLE.partition("-")[0])


def test_a_column_of_feedback_is_added_where_there_is_none(fill: Fill) -> None:
    text = "username,email,HW1\njoneil,jose@uni.edu,\nost,s@uni.edu,-\n"
    filled = fill("moodle", text, report("joneil", items=()), column="HW1")
    assert filled == "username,email,HW1,HW1 feedback\njoneil,jose@uni.edu,6.5,\nost,s@uni.edu,-\n"


def test_a_grading_worksheet_is_known_by_its_columns(fill: Fill) -> None:
    filled = fill("moodle", WORKSHEET.format("10.00"), report("José O'Neil", items=()))
    assert ",Submitted,6.5,10.00,Yes," in filled
    with pytest.raises(KitError, match="Grade has 100 points possible, and the exercise 10"):
        fill("moodle", WORKSHEET.format("100,00").replace("100,00", '"100,00"'))


@pytest.mark.parametrize("column", ["Email address", "id number", "First name"])
def test_a_column_that_says_who_somebody_is_cannot_be_filled(fill: Fill, column: str) -> None:
    with pytest.raises(KitError) as refused:
        fill("moodle", MOODLE, report("José O'Neil"), column=column)
    assert f"no column that can be filled fits --column {column}" in str(refused.value)
    assert column not in str(refused.value).partition("among")[2]


def test_moodle_keeps_a_cell_without_a_score_and_gets_the_reason(fill: Fill) -> None:
    advice = (Advice("file/missing", "nothing was handed in"),)
    missing = report("José O'Neil", None, status=Status.MISSING, items=(), advice=advice)
    (_, jose, _) = csv.reader(io.StringIO(fill("moodle", MOODLE, missing)))
    assert (jose[4], jose[6]) == ("-", "nothing was handed in")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "::error::"])
def test_feedback_is_no_formula_and_no_markup(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0<script>"
    cell = moodle.feedback_cell(
        report("x", items=(), advice=(Advice("file/x", text), Advice("file/x", text)))
    )
    assert "<" not in cell
    assert all(line.startswith("'") for line in cell.splitlines())


def test_who_is_in_no_row_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(MOODLE)
    jose, other = Person("0012"), Person("4", name="Somebody")
    assert unplaced([jose, other], file) == [other]
