"""A folder of results that may have been handed in: nothing of it runs, nothing in it is written."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.classes.origin import origin_of
from autograder.classes.reports import Stored
from autograder.classes.rows import MadeWith, Row
from autograder.classes.store import RESULTS_FILE, STORE_TABLES, TABLES_VERSION, Store
from autograder.classes.whole_class import gradebook
from autograder.facts.document import to_line
from autograder.facts.errors import KitError
from autograder.facts.limits import Limits
from autograder.facts.report import Report, Status
from autograder.grading.settings import Settings
from autograder.submission.find import of_two
from autograder.submission.read import HandIn

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = Settings("ex01", "hash", 7, "grader", Limits()).key


def filled(folder: Path) -> Path:
    """Make results of two students, and close them."""
    with Store(folder / RESULTS_FILE) as store:
        names = ("ada", "eve")
        store.enroll([HandIn(name, f"{name}.py", Path(f"{name}.py")) for name in names], of_two)
        for name in names:
            report = Report(name, f"{name}.py", "1", Status.GRADED, 1.0, 10.0)
            store.add(
                Row(name, report.file, "1", broken=False, report=to_line(report)), MadeWith(KEY, "", "{}")
            )
    return folder / RESULTS_FILE


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return filled(tmp_path_factory.mktemp("good")).read_bytes()


@pytest.fixture
def results(tmp_path: Path, good: bytes) -> Path:
    (tmp_path / RESULTS_FILE).write_bytes(good)
    return tmp_path / RESULTS_FILE


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript("; ".join(statements))


def refused(path: Path, told: str) -> None:
    """Open results: they are refused in one line, and stay as they were, with nothing beside them."""
    before = everything(path.parent)
    with pytest.raises(KitError, match=told) as error:
        Store(path)
    assert "\n" not in str(error.value)
    assert str(error.value).isprintable()
    assert everything(path.parent) == before


@pytest.mark.parametrize(
    ("strange", "statement"),
    [
        ("trigger t", "CREATE TRIGGER t AFTER INSERT ON reports BEGIN DELETE FROM roster; END"),
        ("trigger t", "CREATE TRIGGER t BEFORE DELETE ON proposed BEGIN SELECT RAISE(IGNORE); END"),
        ("view v", "CREATE VIEW v AS SELECT 1"),
        ("table t", "CREATE TABLE t (a)"),
        ("table t", "CREATE VIRTUAL TABLE t USING fts5(a)"),
        ("index i", "CREATE INDEX i ON reports (file)"),
        ("index i", "CREATE INDEX i ON reports (lower(file))"),
        ("table sqlite_stat1", "ANALYZE"),
        ("table reports", "ALTER TABLE reports ADD COLUMN more TEXT"),
        ("table reports", "ALTER TABLE reports ADD COLUMN more TEXT AS (file)"),
        ("table roster", "ALTER TABLE roster RENAME COLUMN trouble TO troubles"),
        ("table proposed", "DROP TABLE proposed"),
        ("table proposed", "ALTER TABLE proposed RENAME TO suggested"),
    ],
)
def test_tables_that_are_not_the_kits_own_are_refused(results: Path, strange: str, statement: str) -> None:
    change(results, statement)
    refused(results, f"not made by this kit, which differs in {strange};")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trouble TEXT", "trouble BLOB"),
        ("trouble TEXT", "trouble TEXT DEFAULT 'x'"),
        ("trouble TEXT", "trouble TEXT COLLATE NOCASE"),
        ("trouble TEXT", "trouble TEXT CHECK (length(trouble) > 0)"),
        ("path BLOB, trouble TEXT", "trouble TEXT, path BLOB"),
        (
            "student TEXT PRIMARY KEY, file TEXT, path BLOB, trouble TEXT) WITHOUT ROWID",
            "student, file, path, trouble)",
        ),
        ("UNIQUE (key, isolation, versions)", "UNIQUE (key, isolation, versions) ON CONFLICT REPLACE"),
        (
            "made_with INTEGER, report TEXT",
            "made_with INTEGER REFERENCES made_with ON DELETE CASCADE, report TEXT",
        ),
    ],
)
def test_columns_that_are_not_the_kits_own_are_refused(tmp_path: Path, old: str, new: str) -> None:
    assert old in STORE_TABLES
    change(
        tmp_path / RESULTS_FILE, STORE_TABLES.replace(old, new, 1), f"PRAGMA user_version = {TABLES_VERSION}"
    )
    refused(tmp_path / RESULTS_FILE, "not made by this kit, which differs in")


@pytest.mark.parametrize(
    ("pragmas", "told"),
    [
        (("application_id = 7",), "not made by this kit"),
        (("user_version = 0",), "not made by this kit"),
        (("user_version = -1",), "another version of the kit"),
    ],
)
def test_numbers_of_a_file_that_are_not_the_kits_own_are_refused(
    results: Path, pragmas: tuple[str, ...], told: str
) -> None:
    change(results, *(f"PRAGMA {pragma}" for pragma in pragmas))
    refused(results, told)


def test_texts_in_another_encoding_are_refused(tmp_path: Path) -> None:
    change(
        tmp_path / RESULTS_FILE,
        "PRAGMA encoding = 'UTF-16'",
        STORE_TABLES,
        f"PRAGMA user_version = {TABLES_VERSION}",
    )
    refused(tmp_path / RESULTS_FILE, "not made by this kit, which writes UTF-8")


def test_the_tables_of_another_program_are_refused(tmp_path: Path) -> None:
    change(tmp_path / RESULTS_FILE, "CREATE TABLE notes (a)")
    refused(tmp_path / RESULTS_FILE, "not made by this kit")


def test_a_strange_name_is_harmless_to_show(results: Path) -> None:
    change(results, 'CREATE TABLE "a\x1b[2J\n::error::" (a)')
    refused(results, r"table a\\x1b\[2J\\n")


def planted(results: Path, statement: str) -> Path:
    """Change results by what SQLite has still to carry over from a file beside them."""
    with closing(sqlite3.connect(results, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA wal_autocheckpoint = 0")
        base.execute(statement)
        folder = results.parent / "planted"
        folder.mkdir()
        for name in (RESULTS_FILE, f"{RESULTS_FILE}-wal"):
            shutil.copy(results.parent / name, folder / name)
    return folder / RESULTS_FILE


def test_a_change_that_is_still_to_come_is_looked_at(results: Path) -> None:
    path = planted(results, "CREATE TRIGGER t AFTER INSERT ON reports BEGIN DELETE FROM roster; END")
    refused(path, "trigger t")


def test_reports_that_are_still_to_come_count(results: Path) -> None:
    """As a killed run leaves them."""
    path = planted(results, "DELETE FROM roster WHERE student = 'eve'")
    with Store(path) as store:
        assert [report.student for report in Stored(store)] == ["ada"]


def test_a_change_to_take_back_is_not_the_kits(results: Path) -> None:
    results.with_name(f"{RESULTS_FILE}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    refused(results, "-journal: not made by this kit")


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "fifo"])
def test_what_is_no_file_is_refused(results: Path, tmp_path: Path, end: str, kind: str) -> None:
    other = results
    (tmp_path / "out").mkdir()
    if end:
        shutil.copy(other, tmp_path / "out" / RESULTS_FILE)
    place = tmp_path / "out" / f"{RESULTS_FILE}{end}"
    make: dict[str, Callable[[], object]] = {
        "link": lambda: place.symlink_to(other),
        "dangling": lambda: place.symlink_to(tmp_path / "out" / "new"),
        "folder": place.mkdir,
        "fifo": lambda: os.mkfifo(place),
    }
    make[kind]()
    refused(tmp_path / "out" / RESULTS_FILE, f"{end}: not a regular file, so not made by this kit")


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    """As a run leaves it that was killed at once."""
    (tmp_path / RESULTS_FILE).touch()
    with Store(tmp_path / RESULTS_FILE) as store:
        assert len(Stored(store)) == 0


# damage


@pytest.mark.parametrize("length", [1, 99, 100, 1000, 4096, 8192, -4096, -1])
def test_what_is_cut_off_is_damaged(results: Path, length: int) -> None:
    results.write_bytes(results.read_bytes()[:length])
    refused(results, "damaged; move it away")


def test_any_damage_is_reported_and_never_a_traceback(tmp_path: Path, good: bytes) -> None:
    """A byte here and there, and whole ranges: results are read as they are, or refused."""
    rng, outcomes = random.Random(3), set[str]()
    for _ in range(120):
        bad = bytearray(good)
        for _ in range(rng.choice((1, 3, 30))):
            place = rng.randrange(100) if rng.random() < 1 / 4 else rng.randrange(len(bad))
            bad[place : place + 1] = bytes([rng.randrange(256)]) * rng.choice((1, 1, 9))
        (tmp_path / RESULTS_FILE).write_bytes(bad)
        try:
            with Store(tmp_path / RESULTS_FILE) as store:
                assert all(report.max_score > -1e16 for report in gradebook(store).reports)
            outcomes.add("results")
        except KitError as error:
            assert str(error).isprintable()  # noqa: PT017 - each of many
            outcomes.add("refused")
    assert outcomes == {"results", "refused"}


@pytest.mark.parametrize(
    "value", ["1", "NULL", "x'ff00'", "cast(x'ff' AS TEXT)", "'[]'", "'{}'", "''", "1e999"]
)
@pytest.mark.parametrize(
    "column",
    ["roster.student", "roster.path", "roster.file", "reports.report", "made_with.key", "made_with.versions"],
)
def test_a_value_that_the_kit_does_not_write_is_refused_or_harmless(
    results: Path, column: str, value: str
) -> None:
    table, _, name = column.partition(".")
    where = " WHERE student = 'eve'" if table != "made_with" else ""
    change(results, f"UPDATE OR IGNORE {table} SET {name} = {value}{where}")  # noqa: S608 - a test's own values
    try:
        with Store(results) as store:
            assert [report.student for report in gradebook(store).reports][:1] == ["ada"]
            list(store.asked.submissions())
    except KitError as error:
        assert f"{RESULTS_FILE}: damaged; move it away and grade again" in str(error)  # noqa: PT017 - either will do


@pytest.mark.parametrize("value", ["NULL", "x'ff00'"])
def test_the_name_of_a_file_that_is_not_text_is_damage(results: Path, value: str) -> None:
    change(results, f"UPDATE reports SET file = {value}")  # noqa: S608 - a test's own values
    ada = HandIn("ada", "ada.py", Path("ada.py"))
    with Store(results) as store, pytest.raises(KitError, match=f"{RESULTS_FILE}: damaged; move it away"):
        store.graded_hash(ada, Settings("ex01", "hash", 7, "grader", Limits()), "reports")


def test_a_damaged_part_is_named_and_nothing_of_it_is_taken_in(results: Path, tmp_path: Path) -> None:
    change(results, "UPDATE reports SET report = '{}' WHERE student = 'eve'")
    with Store(results) as part, Store(tmp_path / "merged.sqlite") as whole:
        with pytest.raises(KitError, match=f"{RESULTS_FILE}: damaged; move it away"):
            whole.take_in(part, "part")
        assert whole.count("reports") == 0


def test_a_report_of_another_student_is_refused(results: Path) -> None:
    change(results, "UPDATE reports SET report = replace(report, 'eve', 'ada') WHERE student = 'eve'")
    with Store(results) as store, pytest.raises(KitError, match="a report is of another student"):
        list(gradebook(store).reports)


def test_a_forged_number_is_refused(results: Path) -> None:
    change(results, "UPDATE reports SET report = replace(report, '1.0', 'Infinity')")
    with Store(results) as store, pytest.raises(KitError, match="score is not a number"):
        list(gradebook(store).reports)


def test_results_in_use_are_not_taken_for_damaged(results: Path) -> None:
    """While another run writes, what lies on the disk may be half of it."""
    code = (
        "import pathlib, sys; from autograder.classes.store import Store\n"
        "store = Store(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-c", code, str(results)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with results.open("r+b") as file:
            file.write(b"not yet")
        with pytest.raises(KitError, match="in use by another run"):
            Store(results)
        other.communicate("")


# where they were made


def test_results_that_must_have_been_made_here_are_gone_on_with(tmp_path: Path) -> None:
    origin = origin_of(tmp_path)
    assert origin == origin_of(tmp_path)
    for _ in range(2):
        with Store(tmp_path / RESULTS_FILE, origin) as store:
            assert store.made_with() == []


def test_results_that_were_made_elsewhere_are_not(results: Path) -> None:
    before = everything(results.parent)
    with pytest.raises(KitError, match="lies among what is graded and was not made here"):
        Store(results, origin_of(results.parent))
    assert everything(results.parent) == before


def test_no_two_folders_and_no_two_users_have_the_same_origin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    own = {origin_of(tmp_path), origin_of(tmp_path / "other")}
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "somebody"))
    assert len(own | {origin_of(tmp_path)}) == 3
    assert (tmp_path / "somebody" / "autograder" / "secret").stat().st_mode & 0o077 == 0


def test_without_a_place_for_the_secret_no_origin_comes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert origin_of(tmp_path) != origin_of(tmp_path)
