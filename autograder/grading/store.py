"""The results of a class in one SQLite file: each report is there as soon as it is finished.

Three tables: who handed in what (`roster`), the reports that count (`reports`), and those that a comparison
made and nobody asked to count yet (`proposed`). The file belongs to one process at a time, and a process that
is killed leaves every report that was finished.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

from autograder.facts.errors import KitError
from autograder.facts.report import Report
from autograder.facts.saved import from_line
from autograder.grading.database import Database, Execute
from autograder.grading.settings import Settings
from autograder.submission.read import Found

FILE = "results.sqlite"
VERSION = 1
"""Of the tables; a file with another one is not read."""
SCHEMA = """
CREATE TABLE roster (student TEXT PRIMARY KEY, file TEXT, path BLOB, trouble TEXT) WITHOUT ROWID;
CREATE TABLE made_with (id INTEGER PRIMARY KEY, key TEXT, isolation TEXT, versions TEXT,
    UNIQUE (key, isolation, versions));
CREATE TABLE reports (student TEXT PRIMARY KEY, file TEXT, file_hash TEXT, broken INTEGER,
    made_with INTEGER, report TEXT) WITHOUT ROWID;
CREATE TABLE proposed (student TEXT PRIMARY KEY, file TEXT, file_hash TEXT, broken INTEGER,
    made_with INTEGER, report TEXT) WITHOUT ROWID;
"""
ASKED = "CREATE TEMP TABLE asked (student TEXT PRIMARY KEY) WITHOUT ROWID"
"""The students of this run: all of the roster, or the few that a run names beside a class that is there."""
MADE_WITH = (
    "SELECT DISTINCT key, isolation, versions FROM roster JOIN reports USING (student)"
    " JOIN made_with ON id = made_with"
)
TO_ACCEPT = "proposed WHERE student IN (SELECT student FROM asked)"
BEATEN = "broken AND student IN (SELECT student FROM reports WHERE NOT broken)"
"""Which proposals must not replace a mark: there is one, and they hold none."""
COUNTING, PROPOSED = "reports", "proposed"
STUDENT = "student"
"""What tables are read by."""


class MadeWith(NamedTuple):
    """What reports were made with: the key of settings, the isolation, and versions as JSON."""

    key: str
    isolation: str
    versions: str


class Row(NamedTuple):
    """A finished report, as it is kept."""

    student: str
    file: str
    file_hash: str
    broken: bool
    report: str  # facts.saved


class Store:
    """Results in a file, or, without a path, in a temporary one."""

    def __init__(self, path: Path | None) -> None:
        self._base = Database(path, SCHEMA, VERSION)
        self._base.rows(ASKED)

    @classmethod
    def existing(cls, folder: Path) -> Self:
        """Open the results in a folder; KitError if there are none."""
        if not (folder / FILE).is_file():
            raise KitError(f"{folder}: no results here (there is no {FILE}); autograder grade -o makes them")
        return cls(folder / FILE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def count(self, what: str, *values: object) -> int:
        """Count the rows of a table or of a join."""
        ((number,),) = self._base.rows(f"SELECT count(*) FROM {what}", values)  # noqa: S608
        return int(number)

    def enroll(
        self,
        submissions: Iterable[Found],
        again: Callable[[Found, Found], Found],
        check: Callable[[], None] = lambda: None,
        covers: Callable[[Found], bool] = lambda _: True,
    ) -> None:
        """Take the class, unless `check` raises; `again` makes one of two that have the same student.

        The students of earlier runs leave the class where `covers` holds for their submission: it lay where
        this run looked, and is no longer there. All others stay as they are.
        """
        with self._base.all_or_nothing() as execute:
            execute("DELETE FROM asked")
            earlier = map(_found, execute("SELECT * FROM roster").fetchall())
            for left in [found.student for found in earlier if covers(found)]:
                execute("DELETE FROM roster WHERE student = ?", (left,))
            for found in submissions:
                execute("INSERT OR IGNORE INTO asked VALUES (?)", (found.student,))
                twice = not execute("SELECT changes()").fetchone()[0]
                if twice:
                    known = execute("SELECT * FROM roster WHERE student = ?", (found.student,)).fetchone()
                    _enroll(execute, again(_found(known), found))
                else:
                    _enroll(execute, found)
            check()

    def submissions(self) -> Iterator[Found]:
        """Go through the submissions of this run by student."""
        asked = "SELECT student, file, path, trouble FROM roster JOIN asked USING (student)"
        return map(_found, self._base.pages(asked, STUDENT))

    def lines(self, table: str = COUNTING) -> Iterator[tuple[str, str]]:
        """Go through students and their reports, as they are kept, by student."""
        rows = self._base.pages(f"SELECT student, report FROM roster JOIN {table} USING (student)", STUDENT)  # noqa: S608
        return ((student, line) for student, line in rows)

    def changes(self) -> Iterator[tuple[Report, Report]]:
        """Go through the reports of this run for which others are proposed, with these."""
        rows = self._base.pages(
            "SELECT student, reports.report, proposed.report FROM asked"
            " JOIN reports USING (student) JOIN proposed USING (student)",
            STUDENT,
        )
        return ((from_line(before), from_line(after)) for _, before, after in rows)

    def knows(self, student: str) -> bool:
        """Whether there is any report of a student."""
        return any(self.count(f"{table} WHERE student = ?", student) for table in (COUNTING, PROPOSED))

    def has(self, found: Found, file_hash: str, settings: Settings, table: str) -> bool:
        """Whether a table has a submission's report of this file and these settings that is not broken.

        What could not be read is never taken for unchanged.
        """
        kept = f"{table} JOIN made_with ON id = made_with"
        same = "student = ? AND file = ? AND file_hash = ? AND file_hash != '' AND key = ?"
        values = (found.student, found.file, file_hash, settings.key)
        return bool(self.count(f"{kept} WHERE {same} AND NOT broken", *values))

    def add(self, row: Row, made_with: MadeWith, table: str = COUNTING) -> None:
        """Keep a report in the place of the student's present one."""
        with self._base.all_or_nothing() as execute:
            _keep(execute, row, made_with, table)

    def forget_proposed(self, but: Settings | None = None) -> None:
        """Drop what was proposed, but for what was made with these settings."""
        with self._base.all_or_nothing() as execute:
            kept = "SELECT id FROM made_with WHERE key = ?"
            execute(f"DELETE FROM proposed WHERE made_with NOT IN ({kept})", (but.key if but else "",))  # noqa: S608

    def withdraw(self, student: str) -> None:
        """Drop what was proposed for a student."""
        if self.count("proposed WHERE student = ?", student):
            with self._base.all_or_nothing() as execute:
                execute("DELETE FROM proposed WHERE student = ?", (student,))

    def other_settings(self, settings: Settings) -> list[str]:
        """List keys of other settings with which reports of the class were made."""
        return [made.key for made in self.made_with() if made.key != settings.key]

    def others_settings(self, settings: Settings) -> list[str]:
        """List keys of other settings with which reports were made that this run leaves as they are."""
        others = self.made_with("WHERE student NOT IN (SELECT student FROM asked)")
        return [made.key for made in others if made.key != settings.key]

    def accept_proposed(self) -> int:
        """Let what was proposed for this run count, at once; return how many broken ones did not."""
        with self._base.all_or_nothing() as execute:
            execute(f"INSERT OR REPLACE INTO reports SELECT * FROM {TO_ACCEPT} AND NOT ({BEATEN})")  # noqa: S608
            (kept,) = execute(f"SELECT count(*) FROM {TO_ACCEPT} AND {BEATEN}").fetchone()  # noqa: S608
            execute(f"DELETE FROM {TO_ACCEPT}")  # noqa: S608
        return int(kept)

    def take_in(self, other: Store, name: str) -> None:
        """Add the class of another store; KitError where the two do not belong together."""
        if len({made.key for made in (*self.made_with(), *other.made_with())}) > 1:
            raise KitError(f"{name}: its marks were made with another exercise, seed, kit or limits")
        missing = other.count("roster LEFT JOIN reports USING (student) WHERE report IS NULL")
        if missing:
            raise KitError(
                f"{name}: {missing} submissions are not graded yet; the command that began goes on"
            )
        with self._base.all_or_nothing() as execute:
            for found, row, made_with in other.rows():
                known = execute(
                    "SELECT file_hash FROM reports WHERE student = ?", (found.student,)
                ).fetchone()
                if known is not None and known[0] != row.file_hash:
                    raise KitError(f"{name}: {found.student} handed in something else there")
                _keep(execute, row, made_with, COUNTING)
                _enroll(execute, found)

    def made_with(self, which: str = "") -> list[MadeWith]:
        """List what the reports of the class were made with; `which` is a condition on them."""
        rows = self._base.rows(f"{MADE_WITH} {which} ORDER BY id")
        return [MadeWith(*row) for row in rows]

    def rows(self) -> Iterator[tuple[Found, Row, MadeWith]]:
        """Go through everything that is known of the class, by student."""
        columns = (
            "student, r.file, path, trouble, p.file, file_hash, broken, report, key, isolation, versions"
        )
        rows = self._base.pages(
            f"SELECT {columns} FROM roster r JOIN reports p USING (student)"  # noqa: S608
            " JOIN made_with ON id = made_with",
            STUDENT,
        )
        for student, file, path, trouble, *rest in rows:
            found = _found((student, file, path, trouble))
            row = Row(student, rest[0], rest[1], bool(rest[2]), rest[3])
            yield found, row, MadeWith(*rest[4:])


def _enroll(execute: Execute, found: Found) -> None:
    values = found.student, found.file, os.fsencode(found.path), found.trouble  # a path need not be text
    execute("INSERT OR REPLACE INTO roster VALUES (?, ?, ?, ?)", values)


def _keep(execute: Execute, row: Row, made_with: MadeWith, table: str) -> None:
    execute("INSERT OR IGNORE INTO made_with (key, isolation, versions) VALUES (?, ?, ?)", made_with)
    execute(
        f"INSERT OR REPLACE INTO {table} SELECT ?, ?, ?, ?, id, ? FROM made_with"  # noqa: S608
        " WHERE (key, isolation, versions) = (?, ?, ?)",
        (*row, *made_with),
    )


def _found(row: tuple[str, str, bytes, str]) -> Found:
    student, file, path, trouble = row
    return Found(student, file, Path(os.fsdecode(path)), trouble)
