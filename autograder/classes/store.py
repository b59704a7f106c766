"""The results of a class in one SQLite file: each report is there as soon as it is finished.

Three tables: who handed in what (`roster`), the reports that count (`reports`), and those that a comparison
made and nobody asked to count yet (`proposed`). The file belongs to one process at a time, and a process that
is killed leaves every report that was finished.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Self

from autograder.classes.asked import Asked
from autograder.classes.database import Database, Execute
from autograder.classes.rows import (
    MadeWith,
    Row,
    read_graded,
    read_hand_in,
    read_made_with,
    read_report,
    read_row,
)
from autograder.facts.errors import KitError
from autograder.facts.report import Report
from autograder.grading.settings import Settings
from autograder.submission.beside import RESULTS_FILE
from autograder.submission.read import HandIn

TABLES_VERSION = 2
"""Of the tables; a file with another one is not read."""
STORE_TABLES = """
CREATE TABLE roster (student TEXT PRIMARY KEY, file TEXT, path BLOB, trouble TEXT) WITHOUT ROWID;
CREATE TABLE made_with (id INTEGER PRIMARY KEY, key TEXT, isolation TEXT, versions TEXT,
    UNIQUE (key, isolation, versions));
CREATE TABLE reports (student TEXT PRIMARY KEY, file TEXT, file_hash TEXT, broken INTEGER,
    made_with INTEGER, report TEXT);
CREATE TABLE proposed (student TEXT PRIMARY KEY, file TEXT, file_hash TEXT, broken INTEGER,
    made_with INTEGER, report TEXT);
"""
MADE_WITH = (
    "SELECT DISTINCT key, isolation, versions FROM roster JOIN reports USING (student)"
    " JOIN made_with ON id = made_with"
)
TO_ACCEPT = "proposed WHERE student IN (SELECT student FROM asked)"
ORIGIN = "SELECT 1 FROM made_with WHERE key = '' AND isolation = ?"
"""Whether results have an origin."""
BEATEN = "broken AND student IN (SELECT student FROM reports WHERE NOT broken)"
"""Which proposals must not replace a mark: there is one, and they hold none."""
COUNTING, PROPOSED = "reports", "proposed"
STUDENT_COLUMN = "student"
"""What tables are read by."""


class Store:
    """Results in a file, or, without a path, in a temporary one."""

    def __init__(self, path: Path | None, origin: str = "") -> None:
        """Open results, or make them; those that are there must have the `origin` that is given.

        It is kept beside what reports were made with, where no report refers to it.
        """
        self._base = Database(path, STORE_TABLES, TABLES_VERSION, ORIGIN, origin)
        self.asked = Asked(self._base)
        if origin:
            with self._base.all_or_nothing() as execute:
                execute(
                    "INSERT OR IGNORE INTO made_with (key, isolation, versions) VALUES ('', ?, '')", (origin,)
                )

    @classmethod
    def existing(cls, folder: Path) -> Self:
        """Open the results in a folder; KitError if there are none."""
        if not os.path.lexists(folder / RESULTS_FILE):
            raise KitError(
                f"{folder}: no results here (there is no {RESULTS_FILE}); autograder grade -o makes them"
            )
        return cls(folder / RESULTS_FILE)

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
        submissions: Iterable[HandIn],
        again: Callable[[HandIn, HandIn], HandIn],
        check: Callable[[], None] = lambda: None,
        covers: Callable[[HandIn], bool] = lambda _: True,
    ) -> None:
        """Take the class, unless `check` raises; `again` makes one of two that have the same student.

        The students of earlier runs leave the class where `covers` holds for their submission: it lay where
        this run looked, and is no longer there. All others stay as they are.
        """
        with self._base.all_or_nothing() as execute:
            self.asked.clear()
            earlier = execute("SELECT * FROM roster").fetchall()
            enrolled = [self._base.value(read_hand_in, row) for row in earlier]
            for left in [hand_in.student for hand_in in enrolled if covers(hand_in)]:
                execute("DELETE FROM roster WHERE student = ?", (left,))
            for hand_in in submissions:
                if self.asked.add(hand_in):
                    _enroll(execute, hand_in)
                else:
                    known = execute("SELECT * FROM roster WHERE student = ?", (hand_in.student,)).fetchone()
                    _enroll(execute, again(self._base.value(read_hand_in, known), hand_in))
            check()

    def reports(self, table: str = COUNTING) -> Iterator[Report]:
        """Go through the reports of the class by student."""
        kept = f"SELECT student, report FROM roster JOIN {table} USING (student)"  # noqa: S608
        return self._base.pages(kept, STUDENT_COLUMN, read_report)

    def hand_ins(self) -> Iterator[HandIn]:
        """Go through the whole class by student, graded or not."""
        return self._base.pages(
            "SELECT student, file, path, trouble FROM roster", STUDENT_COLUMN, read_hand_in
        )

    def changes(self) -> Iterator[tuple[Report, Report]]:
        """Go through the reports of this run for which others are proposed, with these."""
        return self._base.pages(
            "SELECT student, reports.report, proposed.report FROM asked"
            " JOIN reports USING (student) JOIN proposed USING (student)",
            STUDENT_COLUMN,
            lambda row: (read_report(row[:2]), read_report((row[0], row[2]))),
        )

    def graded_hash(self, hand_in: HandIn, settings: Settings, table: str) -> str:
        """Return the hash of the file of which a table has a submission's report, made with these settings.

        It is empty if the report is missing or broken, and if the file could not be read, which is never
        taken for unchanged. The file's folders do not matter: they depend on the PATH that
        was given, while its name decides how it is read.
        """
        made = f"{table} JOIN made_with ON id = made_with"
        query = f"SELECT file, file_hash FROM {made} WHERE student = ? AND key = ? AND NOT broken"  # noqa: S608
        for file, digest in self._base.read(query, read_graded, (hand_in.student, settings.key)):
            if _name(file) == _name(hand_in.file):
                return digest
        return ""

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
            for hand_in, row, made_with in other.rows():
                known = execute(
                    "SELECT file_hash FROM reports WHERE student = ?", (hand_in.student,)
                ).fetchone()
                if known is not None and known[0] != row.file_hash:
                    raise KitError(f"{name}: {hand_in.student} handed in something else there")
                _keep(execute, row, made_with, COUNTING)
                _enroll(execute, hand_in)

    def made_with(self, which: str = "") -> list[MadeWith]:
        """List what the reports of the class were made with; `which` is a condition on them."""
        return self._base.read(f"{MADE_WITH} {which} ORDER BY id", read_made_with)

    def rows(self) -> Iterator[tuple[HandIn, Row, MadeWith]]:
        """Go through everything that is known of the class, by student."""
        columns = (
            "student, r.file, path, trouble, p.file, file_hash, broken, report, key, isolation, versions"
        )
        return self._base.pages(
            f"SELECT {columns} FROM roster r JOIN reports p USING (student)"  # noqa: S608
            " JOIN made_with ON id = made_with",
            STUDENT_COLUMN,
            lambda row: (read_hand_in(row[:4]), read_row((row[0], *row[4:8])), read_made_with(row[8:])),
        )


def _name(file: str) -> str:
    """Return the last part of a path inside the PATH that was given."""
    return file.rpartition("/")[2]


def _enroll(execute: Execute, hand_in: HandIn) -> None:
    values = (
        hand_in.student,
        hand_in.file,
        os.fsencode(hand_in.path),
        hand_in.trouble,
    )  # a path need not be text
    execute("INSERT OR REPLACE INTO roster VALUES (?, ?, ?, ?)", values)


def _keep(execute: Execute, row: Row, made_with: MadeWith, table: str) -> None:
    execute("INSERT OR IGNORE INTO made_with (key, isolation, versions) VALUES (?, ?, ?)", made_with)
    execute(
        f"INSERT OR REPLACE INTO {table} SELECT ?, ?, ?, ?, id, ? FROM made_with"  # noqa: S608
        " WHERE (key, isolation, versions) = (?, ?, ?)",
        (*row, *made_with),
    )
