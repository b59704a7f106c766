"""The file of results: who writes it, what a full disk or a kill leaves, and what belongs together."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes import database, reports, rows
from autograder.classes.asked import TO_GRADE
from autograder.classes.reports import Stored, reports_in
from autograder.classes.rows import MadeWith, Row
from autograder.classes.store import COUNTING, PROPOSED, RESULTS_FILE, TABLES_VERSION, Store
from autograder.facts.document import from_line, to_line
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.report import Report, Status
from autograder.facts.text import name_of
from autograder.grading.settings import Settings
from autograder.submission.find import of_two
from autograder.submission.read import Content, HandIn

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Settings("ex01", "hash", 7, "grader", Limits())
OTHER = replace(SETTINGS, exercise_hash="changed")
NAMES = ("ada", "bob", "eve")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / RESULTS_FILE) as opened:
        yield opened


def found(student: str) -> HandIn:
    return HandIn(student, f"{student}.py", Path(f"{student}.py"))


def enroll(store: Store, *students: str) -> None:
    store.enroll(map(found, students or NAMES), of_two)


def row(student: str, score: float | None = 1.0, file_hash: str = "1") -> Row:
    status = Status.BROKEN if score is None else Status.GRADED
    report = Report(student, f"{student}.py", file_hash, status, score, 10.0)
    return Row(student, report.file, file_hash, score is None, to_line(report))


def made(settings: Settings = SETTINGS) -> MadeWith:
    return MadeWith(settings.key, "sealed", "{}")


def scores(store: Store) -> dict[str, float | None]:
    return {report.student: report.score for report in Stored(store)}


def has(store: Store, file_hash: str = "1", settings: Settings = SETTINGS, table: str = COUNTING) -> bool:
    return file_hash == store.graded_hash(found("ada"), settings, table)


# what is there already


def test_a_report_of_the_same_file_and_settings_is_there(store: Store) -> None:
    store.add(row("ada"), made())
    assert has(store)


def test_a_report_counts_whatever_path_the_file_was_found_by_while_its_name_is_the_same(store: Store) -> None:
    """The folder of one student and the class's are two paths to one file; another name is read otherwise."""
    store.add(row("ada"), made())
    by_class, renamed = replace(found("ada"), file="ada/ada.py"), replace(found("ada"), file="ada/ada.ipynb")
    assert store.graded_hash(by_class, SETTINGS, COUNTING) == "1"
    assert store.graded_hash(renamed, SETTINGS, COUNTING) == ""


def test_how_a_file_was_found_is_known_when_its_turn_comes(store: Store, tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    sealed = HandIn("ada", "ada.py", root / "ada.py", root=root, content=Content(b"\0", "1"))
    store.enroll([sealed, found("bob")], of_two)
    assert list(store.asked.to_grade()) == [sealed, found("bob")]
    assert list(store.asked.submissions()) == [replace(sealed, content=None), found("bob")]


def test_what_was_read_by_an_earlier_enrollment_is_forgotten(store: Store) -> None:
    store.enroll([replace(found("ada"), content=Content(b"old", "1"))], of_two)
    enroll(store, "ada")
    assert list(store.asked.to_grade()) == [found("ada")]


def test_what_is_set_aside_is_asked_for_and_not_graded(store: Store) -> None:
    enroll(store)
    store.asked.set_aside("bob")
    assert [one.student for one in store.asked.to_grade()] == ["ada", "eve"]
    assert (store.count(TO_GRADE), store.count("asked")) == (2, 3)


@pytest.mark.parametrize(
    "other",
    [
        replace(SETTINGS, exercise="ex02"),
        replace(SETTINGS, exercise_hash="changed"),
        replace(SETTINGS, seed=8),
        replace(SETTINGS, grader_hash="changed"),
        replace(SETTINGS, limits=Limits(seconds=1.0)),
    ],
)
def test_a_report_made_with_other_settings_is_not(store: Store, other: Settings) -> None:
    store.add(row("ada"), made())
    assert not has(store, settings=other)


def test_a_report_of_another_content_is_not(store: Store) -> None:
    store.add(row("ada"), made())
    assert not has(store, "2")


def test_a_report_of_a_file_with_another_name_is_not(store: Store) -> None:
    store.add(row("ada"), made())
    moved = HandIn("ada", "ada/linear_regression.py", Path("ada.py"))
    assert store.graded_hash(moved, SETTINGS, COUNTING) == ""


def test_a_broken_report_is_never_taken_for_one(store: Store) -> None:
    store.add(row("ada", None), made())
    assert not has(store)


def test_a_file_that_could_not_be_read_is_never_taken_for_unchanged(store: Store) -> None:
    store.add(row("ada", 0.0, ""), made())
    assert store.graded_hash(found("ada"), SETTINGS, COUNTING) == ""


def test_what_is_proposed_does_not_count(store: Store) -> None:
    enroll(store)
    store.add(row("ada"), made(), PROPOSED)
    assert (has(store), has(store, table=PROPOSED), scores(store)) == (False, True, {})


# the class


def test_reports_come_by_student_whatever_order_they_were_finished_in(store: Store) -> None:
    enroll(store, "eve", "ada", "bob")
    for name in ("bob", "eve", "ada"):
        store.add(row(name), made())
    assert list(scores(store)) == ["ada", "bob", "eve"]


def test_a_class_larger_than_a_page_is_gone_through_as_a_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.classes.database.PAGE", 2)
    enroll(store, *"abcdef")
    assert "".join(one.student for one in store.asked.submissions()) == "abcdef"


def test_reports_may_be_added_while_the_class_is_gone_through(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.classes.database.PAGE", 1)
    enroll(store)
    for one in store.asked.submissions():
        store.add(row(one.student), made())
    assert len(scores(store)) == 3


def test_who_left_the_class_is_kept_and_not_shown(store: Store) -> None:
    enroll(store)
    store.add(row("eve"), made())
    enroll(store, "ada", "bob")
    assert scores(store) == {}
    enroll(store)
    assert list(scores(store)) == ["eve"]


def test_two_files_of_one_student_are_one_submission_in_trouble(store: Store) -> None:
    store.enroll([found("ada"), replace(found("ada"), path=Path("ada/a.py"))], of_two)
    (one,) = store.asked.submissions()
    assert one.trouble.startswith("two files for one student")


def test_a_class_that_cannot_be_listed_to_its_end_leaves_the_old_one(store: Store) -> None:
    def half() -> Iterator[HandIn]:
        yield found("new")
        raise KitError("cannot be listed")

    enroll(store)
    with pytest.raises(KitError, match="cannot be listed"):
        store.enroll(half(), of_two)
    assert [one.student for one in store.asked.submissions()] == [*NAMES]


@pytest.mark.parametrize(
    "name", ['O\'Brien, "Bo" é', "\N{SNOWMAN}\U0001f600", "a\nb", "x'; DROP TABLE roster"]
)
def test_any_name_is_a_name(store: Store, name: str) -> None:
    enroll(store, name)
    store.add(row(name_of(name)), made())
    assert scores(store) == {name_of(name): 1.0}


# the file


def test_the_file_is_written_ahead_of_itself(store: Store, tmp_path: Path) -> None:
    enroll(store)
    assert (tmp_path / f"{RESULTS_FILE}-wal").exists()


def test_a_second_process_is_told_that_the_results_are_in_use(store: Store, tmp_path: Path) -> None:
    enroll(store)
    code = (
        "import sys, pathlib; from autograder.classes.store import Store\n"
        "try: Store(pathlib.Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    out = subprocess.run(
        [sys.executable, "-P", "-c", code, str(tmp_path / RESULTS_FILE)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    ).stdout
    assert out.startswith("KitError")
    assert "in use by another run" in out


def test_of_two_that_open_it_at_once_the_second_is_told(store: Store, tmp_path: Path) -> None:
    enroll(store)
    with pytest.raises(KitError, match="in use by another run"):
        Store(tmp_path / RESULTS_FILE)


def test_what_one_process_closed_the_next_one_opens(tmp_path: Path) -> None:
    with Store(tmp_path / RESULTS_FILE) as store:
        enroll(store)
        store.add(row("ada"), made())
    with Store.existing(tmp_path) as store:
        assert scores(store) == {"ada": 1.0}


def test_a_file_of_another_version_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / RESULTS_FILE)) as base:
        base.execute(f"PRAGMA user_version = {TABLES_VERSION + 1}")
    with pytest.raises(KitError, match="written by another version of the kit"):
        Store(tmp_path / RESULTS_FILE)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / RESULTS_FILE).write_text("my notes\n" * 100)
    with pytest.raises(KitError, match="not a file of results"):
        Store(tmp_path / RESULTS_FILE)
    assert (tmp_path / RESULTS_FILE).read_text() == "my notes\n" * 100


def test_results_that_cannot_be_written_to_are_refused_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite calls it an error of the disk; root, as whom tests may run, writes to everything."""
    with Store(tmp_path / RESULTS_FILE) as store:
        enroll(store)
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR

    def lock(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(database, "harden", lock)
    with pytest.raises(KitError, match=f"{RESULTS_FILE}: cannot be written to"):
        Store(tmp_path / RESULTS_FILE)


def test_a_folder_without_results_is_refused_and_gets_none(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="no results here"):
        Store.existing(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_path_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Store(None) as store:
        enroll(store)
        store.add(row("ada"), made())
        assert scores(store) == {"ada": 1.0}
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_killed_loses_no_finished_report(tmp_path: Path) -> None:
    code = """
import os, pathlib, sys
from autograder.classes import database, reports, rows
from autograder.classes.rows import MadeWith, Row
from autograder.classes.store import Store
from autograder.classes.asked import TO_GRADE
from autograder.classes.reports import Stored, reports_in
store = Store(pathlib.Path(sys.argv[1]))
for n in range(5):
    store.add(Row(f"s{n}", "", "1", False, "{}"), MadeWith("[]", "", "{}"))
store._base.rows("BEGIN")
store._base.rows("DELETE FROM reports")
os.kill(os.getpid(), 9)
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-c", code, str(tmp_path / RESULTS_FILE)]
    assert subprocess.run(command, check=False, env=environment).returncode == -9
    with Store.existing(tmp_path) as store:
        assert store.count("reports") == 5


def fill_up(store: Store) -> int:
    """Let the file grow no more, and add reports until that is told; returns how many were kept."""
    pages = store._base.rows("PRAGMA page_count")[0][0]  # noqa: SLF001 - a fault to come
    store._base.rows(f"PRAGMA max_page_count = {pages + 2}")  # noqa: SLF001 - a fault to come
    with pytest.raises(KitError, match="no space left"):
        add_many(store)
    return store.count("reports")


def add_many(store: Store) -> None:
    for number in range(1000):
        store.add(row(f"s{number:04}"), made())


def test_a_full_disk_costs_no_finished_report_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with Store(tmp_path / RESULTS_FILE) as store:
        enroll(store)
        kept = fill_up(store)
        assert kept > 0
    with Store.existing(tmp_path) as store:
        assert store.count("reports") == kept
        store.add(row(f"s{kept:04}"), made())
        assert store._base.rows("PRAGMA integrity_check") == [("ok",)]  # noqa: SLF001 - a fault to come


# regrades


def test_what_is_proposed_counts_at_once_or_not_at_all(store: Store) -> None:
    enroll(store)
    for name in NAMES:
        store.add(row(name, 1.0), made())
        store.add(row(name, 2.0), made(OTHER), PROPOSED)
    store._base.rows(  # noqa: SLF001 - a fault to come
        "CREATE TRIGGER fails BEFORE INSERT ON reports WHEN NEW.student = 'eve'"
        " BEGIN SELECT RAISE(ABORT, 'stopped halfway'); END"
    )
    with pytest.raises(KitError, match="stopped halfway"):
        store.accept_proposed()
    assert set(scores(store).values()) == {1.0}
    store._base.rows("DROP TRIGGER fails")  # noqa: SLF001 - a fault to come
    store.accept_proposed()
    assert set(scores(store).values()) == {2.0}
    assert list(store.changes()) == []


def test_proposals_made_with_other_settings_are_dropped(store: Store) -> None:
    enroll(store)
    store.add(row("ada"), made(), PROPOSED)
    store.add(row("bob"), made(OTHER), PROPOSED)
    store.forget_proposed(OTHER)
    assert [report.student for report in store.reports(PROPOSED)] == ["bob"]
    store.forget_proposed()
    assert list(store.reports(PROPOSED)) == []


def test_settings_of_reports_that_are_not_of_the_class_do_not_matter(store: Store) -> None:
    enroll(store)
    store.add(row("ada"), made())
    store.add(row("gone"), made(OTHER))
    assert store.other_settings(SETTINGS) == []
    assert store.other_settings(OTHER) == [SETTINGS.key]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(SETTINGS, exercise_hash="x"), "exercise"),
        (replace(SETTINGS, seed=8), "seed"),
        (replace(SETTINGS, limits=Limits(threads=True)), "limits"),
        (replace(SETTINGS, grader_hash="x", seed=8), "seed, version of the kit, of Python or of numpy"),
    ],
)
def test_what_differs_is_told_in_words(other: Settings, told: str) -> None:
    assert other.changed_since(SETTINGS.key) == told


# shards


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "other").mkdir()
    with Store(tmp_path / "other" / RESULTS_FILE) as opened:
        yield opened


def test_what_is_taken_in_is_there(store: Store, other: Store) -> None:
    for part, name in ((store, "bob"), (other, "ada")):
        enroll(part, name)
        part.add(row(name), made())
    store.take_in(other, "other")
    assert list(scores(store)) == ["ada", "bob"]


def test_a_part_made_with_other_settings_is_refused(store: Store, other: Store) -> None:
    for part, name, settings in ((store, "bob", SETTINGS), (other, "ada", OTHER)):
        enroll(part, name)
        part.add(row(name), made(settings))
    with pytest.raises(KitError, match="other: its marks were made with another"):
        store.take_in(other, "other")


def test_a_part_whose_own_marks_do_not_belong_together_is_refused(store: Store, other: Store) -> None:
    enroll(other, "ada", "eve")
    other.add(row("ada"), made())
    other.add(row("eve"), made(OTHER))
    with pytest.raises(KitError, match="other: its marks were made with another"):
        store.take_in(other, "other")


def test_a_part_that_is_not_finished_is_refused(store: Store, other: Store) -> None:
    enroll(other)
    other.add(row("ada"), made())
    with pytest.raises(KitError, match="other: 2 submissions are not graded yet"):
        store.take_in(other, "other")


def test_a_part_that_contradicts_is_refused_as_a_whole(store: Store, other: Store) -> None:
    enroll(store, "eve")
    store.add(row("eve"), made())
    enroll(other, "ada", "eve")
    other.add(row("ada"), made())
    other.add(row("eve", file_hash="2"), made())
    with pytest.raises(KitError, match="other: eve handed in something else there"):
        store.take_in(other, "other")
    assert list(scores(store)) == ["eve"]


def test_what_could_not_be_graded_again_takes_no_marks_place(store: Store) -> None:
    store.enroll([found("ada"), found("bob")], of_two)
    store.add(row("ada", 2.0), made())
    for name in ("ada", "bob"):
        store.add(row(name, None)._replace(broken=True), made(OTHER), PROPOSED)
    assert store.accept_proposed() == 1
    assert scores(store) == {"ada": 2.0, "bob": None}


def test_a_path_need_not_be_text(store: Store) -> None:
    path = Path(os.fsdecode(b"class/ad\xe4.py"))
    store.enroll([HandIn("ad\\xe4", "ad\\xe4.py", path)], of_two)
    assert [one.path for one in store.asked.submissions()] == [path]


# the reports


@pytest.mark.parametrize(("most", "readings"), [(3, 1), (2, 4)])
def test_the_reports_of_a_class_are_read_once_unless_they_would_fill_the_memory(
    store: Store, monkeypatch: pytest.MonkeyPatch, most: int, readings: int
) -> None:
    enroll(store)
    for name in NAMES:
        store.add(row(name), made())
    read: list[str] = []
    monkeypatch.setattr(reports, "MOST_HELD", most)
    monkeypatch.setattr(rows, "from_line", lambda line: read.append(line) or from_line(line))
    held = reports_in(store)
    for _ in range(4):
        assert [report.student for report in held] == [*NAMES]
    assert len(read) == readings * len(NAMES)
