"""Reports as JSON, CSV, text and files."""

from __future__ import annotations

import csv
import io
import json
import math
import os
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.classes.summary import summarize
from autograder.exporters import files
from autograder.exporters.document import to_json
from autograder.exporters.files import BEING_WRITTEN, prepare_folder, write_atomically, write_one_of_many
from autograder.exporters.grades import to_csv
from autograder.exporters.summary import summary_lines
from autograder.exporters.terminal import check_text, class_text
from autograder.facts.errors import KitError
from autograder.facts.outcomes import Line
from autograder.facts.report import Advice, Gradebook, ItemResult, Report, Status
from autograder.facts.text import printable
from autograder.facts.verdict import Feedback, Verdict

FAILED = ItemResult(
    "gradient/reference",
    Verdict.FAILED,
    0.0,
    2.0,
    Feedback(
        "2 times the right value", "a sum for a mean", "x = [1, 2]", "gradient/sum-not-mean", Line(3, 6)
    ),
)
PASSED = ItemResult("forward/reference", Verdict.PASSED, 2.0, 2.0, Feedback())
UNDECIDED = ItemResult("loss/reference", Verdict.UNDECIDED, 0.0, 2.0, Feedback("cannot tell"))


def graded(student: str = "ada", *items: ItemResult) -> Report:
    items = items or (PASSED, FAILED)
    score = sum(item.points for item in items)
    return Report(student, f"{student}.py", "ff", Status.GRADED, score, 4.0, items, seconds=0.25)


def trouble(student: str, status: Status, score: float | None) -> Report:
    return Report(student, f"{student}.py", "", status, score, 4.0, (), (Advice("file/x", "it says why"),))


def book(*reports: Report) -> Gradebook:
    return Gradebook("ex01", "abc", 7, "process", {"numpy": "2"}, reports or (graded(),))


def test_the_result_document_has_exactly_the_fields_of_its_schema() -> None:
    written = json.loads(to_json(book()))
    (submission,) = written["submissions"]
    top = "schema exercise exercise_hash seed isolation versions solutions submissions"
    assert " ".join(written) == top
    assert written["schema"] == "autograder-report/1"
    fields = "student file file_hash score max_score status items advice seconds"
    assert " ".join(submission) == fields
    assert submission["items"][1] == {
        "id": "gradient/reference",
        "function": "gradient",
        "oracle": "reference",
        "verdict": "failed",
        "points": 0.0,
        "max_points": 2.0,
        "note": "gradient/sum-not-mean",
        "measured": "2 times the right value",
        "message": "a sum for a mean\nsmallest: x = [1, 2]",
        "line": 3,
        "cell": 6,
    }


def test_what_could_not_be_marked_has_no_score_rather_than_a_zero() -> None:
    gradebook = book(trouble("ada", Status.BROKEN, None), trouble("grace", Status.UNREADABLE, 0.0))
    scores = [submission["score"] for submission in json.loads(to_json(gradebook))["submissions"]]
    assert scores == [None, 0.0]
    rows = list(csv.DictReader(io.StringIO(to_csv(gradebook))))
    assert [(row["status"], row["score"]) for row in rows] == [("broken", ""), ("unreadable", "0.0")]


def test_a_number_that_json_lacks_is_refused_rather_than_written() -> None:
    report = Report("ada", "ada.py", "", Status.GRADED, math.nan, 4.0)
    with pytest.raises(ValueError, match="JSON"):
        to_json(book(report))


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", 'O\'Brien, "Bo"', "Zoë 张伟"])
def test_a_spreadsheet_reads_every_name_as_text(name: str) -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv(book(graded(name)))))
    assert row["student"].removeprefix("'") == name
    assert row["student"][0] not in "=+-@\t"
    assert (row["forward/reference"], row["gradient/reference"]) == ("2.0", "0.0")
    assert row["notes"] == "gradient/sum-not-mean"


def test_a_terminal_obeys_nothing_in_a_name_or_a_message() -> None:
    report = graded("\x1b[2Jada\u202e", FAILED)
    text = "".join(class_text(book(report), (), feedback=True))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[2Jada\\u202e" in text


def test_the_table_lines_up_whatever_the_width_of_the_letters() -> None:
    lines = "".join(class_text(book(graded("张伟"), graded("ada")), ())).splitlines()
    wide = next(line for line in lines if line.startswith("张伟"))
    narrow = next(line for line in lines if line.startswith("ada"))
    assert wide.index("2 / 4") + 2 == narrow.index("2 / 4")


def test_the_table_shows_that_a_gradient_calls_its_own_loss_and_no_advice_of_another_kind() -> None:
    advice = (Advice("gradient/uses-own-loss", "a person decides"), Advice("file/deeper", "in a folder"))
    report = replace(graded("ada", PASSED), advice=advice)
    (line,) = ("".join(class_text(book(report), ())).splitlines())[-1:]
    assert line.endswith("gradient/uses-own-loss")


def test_what_needs_the_instructor_is_pointed_out() -> None:
    reports = (
        trouble("ada", Status.BROKEN, None),
        trouble("grace", Status.UNREADABLE, 0.0),
        graded("joan", UNDECIDED),
        graded("linus", ItemResult("loss/reference", Verdict.TIMED_OUT, 0.0, 2.0, Feedback())),
    )
    text = "".join(class_text(book(*reports), summary_lines(summarize(reports))))
    assert "broken, the kit's fault, no score: ada" in text
    assert "unreadable, score 0: grace" in text
    assert "undecided, please look (loss/reference): joan" in text
    assert "out of time: linus" in text


def test_a_check_says_what_is_next_and_never_that_everything_passed() -> None:
    text = check_text(graded(), 3, 6.0)
    assert "failed    gradient   matches the reference" in text
    assert "<- next" in text
    assert "next: gradient\n  measured   2 times the right value\n  usually    a sum for a mean\n" in text
    assert text.endswith("1 of 2 open items pass; 3 more (6 points) are marked after hand-in\n")
    done = check_text(graded("ada", PASSED), 3, 6.0)
    assert done.endswith("all open items pass; 3 more (6 points) are marked after hand-in\n")
    assert "next" not in done


def test_colour_is_extra() -> None:
    plain, coloured = (check_text(graded(), 3, 6.0, colour=colour) for colour in (False, True))
    assert "\x1b" in coloured
    assert coloured.replace("\x1b[32m", "").replace("\x1b[31m", "").replace("\x1b[0m", "") == plain


def test_a_file_is_replaced_as_a_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "grades.csv"
    write_atomically(path, "old")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_to_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(KitError, match="cannot be written to"):
        prepare_folder(tmp_path / "taken")
    with pytest.raises(KitError, match="cannot be written"):
        write_atomically(tmp_path / "taken" / "grades.csv", "x")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("file", "it is a file, not a folder"),
        ("link", "it is a link that leads nowhere"),
        ("pipe", "it is not a folder"),
    ],
)
def test_what_lies_where_a_folder_should_be_is_named(tmp_path: Path, kind: str, told: str) -> None:
    place = tmp_path / "out"
    if kind == "link":
        place.symlink_to("nowhere")
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.touch()
    with pytest.raises(KitError, match=f"out: cannot be written to: {told}$"):
        prepare_folder(place)


COMMANDS = ("::error::x", "::set-output name=x::y", "##[error]x", "##vso[task.complete]x", "##teamcity[x]")


@pytest.mark.parametrize("text", COMMANDS)
def test_no_exporter_prints_a_command_that_a_ci_service_obeys(text: str) -> None:
    """GitHub trims a line before it looks for two colons; the others look anywhere in it."""
    told = ItemResult(
        "loss/reference", Verdict.RAISED, 0, 2, Feedback(f"{'long ' * 17}{text}", text, note=text)
    )
    report = Report(text, text, "ff", Status.GRADED, 0.0, 2.0, (told,), (Advice("file/x", text),))
    shown = (
        check_text(report, 1, 1.0)
        + "".join(class_text(book(report), (), feedback=True))
        + to_json(book(report))
    )
    for line in (*shown.splitlines(), *to_csv(book(report)).splitlines()):
        assert not line.strip().startswith("::")
        assert not any(mark in line for mark in ("##[", "##vso[", "##teamcity["))


def test_a_cell_that_another_separator_would_split_holds_no_formula() -> None:
    report = trouble('x;=HYPERLINK("http://evil.example/";A1)', Status.UNREADABLE, 0.0)
    (row,) = csv.DictReader(io.StringIO(to_csv(book(report))))
    assert row["student"] == 'x;\'=HYPERLINK("http://evil.example/";A1)'


def test_a_slice_in_a_students_line_is_left_as_it_is() -> None:
    assert printable("return x[::2] ## twice") == "return x[::2] ## twice"


def test_columns_are_as_wide_as_the_longest_name_of_a_function() -> None:
    items = [replace(PASSED, id=f"{name}/reference") for name in ("loss", "output_gradient")]
    first, second = check_text(graded("ada", *items), 0, 0.0).splitlines()[1:3]
    assert first.index("matches") == second.index("matches")


def test_one_of_many_files_is_replaced_in_one_step_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / BEING_WRITTEN).write_text("of a run that was killed, and longer")
    for text in ("old", "new"):
        write_one_of_many(tmp_path / "ada.html", text)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"ada.html": "new"}


def test_one_of_many_files_is_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / BEING_WRITTEN).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KitError, match=r"ada\.html: cannot be written"):
        write_one_of_many(tmp_path / "ada.html", "x")
    assert not (tmp_path / "elsewhere").exists()
