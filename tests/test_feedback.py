"""Pages of feedback as a teacher asks for them: from the command line, over several runs."""

from __future__ import annotations

import csv
import json
import stat
import zipfile
from pathlib import Path

import pytest

from autograder.classes import handed
from autograder.classes.workers import WorkerLostError
from autograder.facts.errors import KitError
from tests.test_command_line import RIGHT, SUM, Command, command
from tests.threads import OneThread
from tests.validity import Page, page_flaws

__all__ = ["command"]  # the fixture

HOSTILE = "<script>alert(1)<'\"&"
MARK = "the mark of eve alone"
ROSTER = "Student,ID,SIS Login ID,Section\nada,7,alovelace,A\nLi Wei,9,wli,A\n"


@pytest.fixture(autouse=True)
def _class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a class of three; pages are made in a thread of this process."""
    monkeypatch.setattr("autograder.cli.feedback.Workers", OneThread)
    (tmp_path / "class").mkdir()
    for name, text in (("ada", SUM), ("eve", f"{RIGHT}\n# {MARK}\n"), (HOSTILE, SUM)):
        (tmp_path / "class" / f"{name}.py").write_text(text)


@pytest.fixture
def graded(command: Command) -> Command:
    assert command("grade", "class", "-o", "out", "--quiet")[0] == 0
    return command


def listed(name: str = "feedback.csv") -> dict[str, dict[str, str]]:
    return {row["student"]: row for row in csv.DictReader((Path("out") / name).read_text().splitlines())}


def links() -> list[str]:
    page = Path("out/report.html").read_text()
    assert page_flaws(page) == []
    return [link for link in Page(page).links if not link.startswith("#")]


def test_a_students_page_has_marks_code_pictures_and_a_link_from_the_class(graded: Command) -> None:
    status, _, err = graded("report", "out", "--feedback-for", "ada")
    assert status == 0
    assert "wrote feedback for 1 in out/feedback, 1 with pictures, and the list feedback.csv" in err
    page = Path("out/feedback/ada.html").read_text()
    assert page_flaws(page) == []
    words = Page(page).words
    parts = ("5 / 10", "is not the slope of loss", "w after each epoch", "expected path", "gradient failed")
    parts += ("Hint 1 of 3", "Hint 3 of 3")
    for part in parts:
        assert part in words
    assert page.count("<svg xmlns=") == 2
    text = Path("out/feedback/ada.md").read_text()
    assert "| epoch | w as trained | expected |" in text
    assert "def gradient(x, y, y_pred):" in text
    assert list(listed()) == ["ada"]
    assert links() == ["feedback/ada.html"]


def test_nothing_of_another_student_and_nothing_closed_is_on_a_page(
    graded: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No solution is read: there is nothing closed in the processes that make pages."""

    def refuse(*_: object) -> None:
        pytest.fail("a solution was read")

    monkeypatch.setattr("autograder.exercise.load.load_texts", refuse)
    monkeypatch.setattr("autograder.classes.batches.prepare", refuse)
    graded("report", "out", "--feedback-for-all")
    files = {path.name: path.read_text() for path in Path("out/feedback").iterdir()}
    assert len(files) == 6
    assert {name for name, text in files.items() if MARK in text} == {"eve.html", "eve.md"}
    for name, text in files.items():
        others = {"ada", "eve"} - {name.partition(".")[0]}
        assert not any(f">{other}<" in text or f"{other}.py" in text for other in others)


def test_hostile_names_have_safe_files_and_pages(graded: Command) -> None:
    graded("report", "out", "--feedback-for-all")
    for page in (*Path("out/feedback").glob("*.html"), Path("out/report.html")):
        assert page_flaws(page.read_text()) == []
    assert len(links()) == 3


def test_the_list_keeps_what_is_current_and_drops_what_shows_other_marks(graded: Command) -> None:
    graded("report", "out", "--feedback-for", "ada")
    graded("report", "out", "--feedback-for", "eve", "--no-pictures")
    assert list(listed()) == ["ada", "eve"]
    Path("out/overrides.csv").write_text("student,item,points,reason\nada,gradient/reference,1,seen\n")
    graded("report", "out")
    assert links() == ["feedback/eve.html"]
    graded("report", "out", "--feedback-for", "ada", "--no-pictures")
    assert links() == ["feedback/ada.html", "feedback/eve.html"]
    assert (
        "gradient/reference: 1 of 2 by a correction" in Page(Path("out/feedback/ada.html").read_text()).words
    )


def test_without_pictures_nothing_is_run_again(graded: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.classes.handed.illustrate", lambda *_: pytest.fail("it was run"))
    graded("report", "out", "--feedback-for", "ada", "--no-pictures")
    page = Path("out/feedback/ada.html").read_text()
    assert "<svg" not in page
    assert "def gradient" in page


def test_a_name_that_nobody_has_is_refused_with_those_alike(graded: Command) -> None:
    status, _, err = graded("report", "out", "--feedback-for", "adda")
    assert status == 2
    assert "--feedback-for adda: nobody in the results is called so; there is ada" in err
    assert not Path("out/feedback").exists()


def test_a_file_that_changed_since_it_was_marked_is_not_shown(graded: Command) -> None:
    Path("class/ada.py").write_text(RIGHT)
    graded("report", "out", "--feedback-for", "ada")
    page = Path("out/feedback/ada.html").read_text()
    assert "the file is another one now than the one that was marked" in Page(page).words
    assert "def gradient" not in page
    assert "5 / 10" in Page(page).words


def test_a_file_that_is_gone_costs_its_code_alone(graded: Command) -> None:
    Path("class/ada.py").unlink()
    graded("report", "out", "--feedback-for", "ada")
    assert "the file could not be read for this page" in Path("out/feedback/ada.html").read_text()


def test_a_worker_that_is_lost_costs_one_submission_its_code(
    graded: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(submissions: tuple[object, ...], _: object) -> tuple[object, ...]:
        if any("ada" in str(each) for each in submissions):
            raise WorkerLostError("it hung")
        return handed_in(submissions, _)  # type: ignore[arg-type]

    from autograder.classes.handed import handed_in  # noqa: PLC0415 - before it is replaced

    monkeypatch.setattr("autograder.classes.handed.handed_in", lose)
    status, _, err = graded("report", "out", "--feedback-for-all")
    assert status == 0
    assert "2 with pictures" in err
    assert "could not be read for this page: it hung" in Path("out/feedback/ada.html").read_text()


def test_a_roster_finds_students_and_fills_the_list(graded: Command) -> None:
    Path("roster.csv").write_text(ROSTER)
    graded("report", "out", "--roster", "roster.csv", "--feedback-for", "alovelace")
    assert list(listed()) == ["ada"]
    graded("report", "out", "--roster", "roster.csv", "--feedback-for-all")
    assert listed()["ada"]["login"] == "alovelace"
    assert "nothing was handed in" in Path(f"out/{listed()['Li Wei']['html']}").read_text()


def test_pages_with_codes_tell_no_name_and_the_list_is_its_owners(graded: Command) -> None:
    graded("report", "out", "--anonymous", "--feedback-for-all")
    codes = {row["student"]: row["html"] for row in listed("feedback-anonymous.csv").values()}
    pages = [*Path("out/feedback-anonymous").iterdir(), Path("out/report-anonymous.html")]
    assert len(pages) == 7
    for page in pages:
        text = page.read_text()
        assert "ada" not in Page(text).words.split()
        assert "alert(1)" not in text
        assert not any(name in page.name for name in ("ada", "eve", "script"))
    for private in ("feedback-anonymous.csv", "anonymous.key"):
        assert stat.S_IMODE(Path("out", private).stat().st_mode) == 0o600
    page = Page(Path("out/report-anonymous.html").read_text())
    assert sorted(link for link in page.links if link.startswith("feedback")) == sorted(codes.values())
    graded("report", "out", "--anonymous", "--feedback-for", "ada", "--no-pictures")
    again = listed("feedback-anonymous.csv")
    assert {row["student"]: row["html"] for row in again.values()} == codes


def test_no_feedback_is_written_through_a_link(graded: Command, tmp_path: Path) -> None:
    Path("out/feedback").symlink_to(tmp_path)
    status, _, err = graded("report", "out", "--feedback-for", "ada")
    assert status == 2
    assert "out/feedback: is a link" in err
    assert not Path("ada.html").exists()


def test_a_notebooks_cells_are_shown_as_cells(command: Command) -> None:
    code = {"cell_type": "code", "metadata": {}, "outputs": []}
    cells = [{**code, "source": part} for part in SUM.split("\n\n\n")]
    book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    Path("class/nora.ipynb").write_text(json.dumps(book))
    command("grade", "class", "-o", "out", "--quiet")
    command("report", "out", "--feedback-for", "nora")
    page = Path("out/feedback/nora.html").read_text()
    assert page_flaws(page) == []
    assert "code cell 2" in Page(page).words
    assert "of code cell" in Page(page).words
    assert page.count("<svg xmlns=") == 2


def test_a_folder_of_results_with_pages_is_no_student(graded: Command) -> None:
    graded("report", "out", "--anonymous", "--feedback-for-all", "--no-pictures")
    graded("grade", ".", "-o", "again", "--quiet")
    assert json.loads(Path("again/class.json").read_text())["submissions"] == 3


def test_what_was_graded_from_a_zip_is_found_in_the_zip_again(command: Command) -> None:
    with zipfile.ZipFile("class.zip", "w") as archive:
        for path in Path("class").iterdir():
            archive.write(path, path.name)
    command("grade", "class.zip", "-o", "out", "--quiet")
    command("report", "out", "--feedback-for", "ada")
    assert "def gradient" not in Path("out/feedback/ada.html").read_text()
    command("report", "out", "--feedback-for", "ada", "--submissions", "class.zip")
    page = Path("out/feedback/ada.html").read_text()
    assert "def gradient" in page
    assert page.count("<svg xmlns=") == 2


def test_whose_file_is_not_among_those_of_today_has_a_page_without_it(graded: Command) -> None:
    graded("report", "out", "--feedback-for", "ada", "--submissions", "class/eve.py")
    words = Page(Path("out/feedback/ada.html").read_text()).words
    assert "the file that was marked is not here any more" in words
    assert "5 / 10" in words


def test_nothing_is_drawn_where_isolation_does_not_hold(
    graded: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise KitError("isolation does not hold")

    monkeypatch.setattr("autograder.classes.handed.refuse_open_doors", refuse)
    handed._try_doors.cache_clear()  # noqa: SLF001 - an earlier test has tried the same backend
    status, _, err = graded("report", "out", "--feedback-for", "ada")
    assert status == 2
    assert "isolation does not hold" in err
    assert graded("report", "out", "--feedback-for", "ada", "--no-pictures")[0] == 0


@pytest.mark.parametrize(
    "options", [("--no-pictures",), ("--submissions", "class"), ("--anonymous", "--no-pictures")]
)
def test_an_option_about_feedback_that_nobody_asked_for_is_refused(
    graded: Command, options: list[str]
) -> None:
    status, _, err = graded("report", "out", *options)
    assert status == 2
    assert "is about feedback: --feedback-for NAME" in err


def test_without_names_the_page_of_a_class_is_written_by_itself(graded: Command) -> None:
    graded("report", "out", "--anonymous")
    page = Page(Path("out/report-anonymous.html").read_text())
    assert page.flaws == []
    assert "ada" not in page.words.split()
    assert not Path("out/feedback-anonymous").exists()
