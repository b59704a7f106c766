"""A SQLite file that one process at a time has for itself, and that a killed one leaves whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from autograder.facts.errors import KitError

PAGE = 500
"""Rows that are read at a time."""
REASONS = {
    sqlite3.SQLITE_BUSY: "in use by another run; wait for its end",
    sqlite3.SQLITE_FULL: "no space left; what was finished is kept, and the same command goes on",
    sqlite3.SQLITE_NOTADB: "not a file of results",
    sqlite3.SQLITE_CORRUPT: "damaged; move it away and grade again",
    sqlite3.SQLITE_READONLY: "cannot be written to",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
}
Execute = Callable[..., sqlite3.Cursor]
PRIMARY = 0xFF
"""The part of SQLite's extended error codes that names the kind of error."""


class Database:
    """Tables in a file, or, without a path, in a temporary one; KitError where it cannot be used."""

    def __init__(self, path: Path | None, schema: str, version: int) -> None:
        self._path = path
        with self._told():
            self._base = sqlite3.connect(path or "", isolation_level=None, timeout=0)
        try:
            self._begin(schema, version)
        except BaseException:
            self._base.close()
            raise

    def _begin(self, schema: str, version: int) -> None:
        """Take the file for this process alone, and make the tables where there are none."""
        with self._told():
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing by it
            ((found,),) = self.rows("PRAGMA user_version")
            if found not in (0, version):
                raise KitError(f"{self._path}: written by another version of the kit; choose another folder")
            made = "" if found else f"{schema} PRAGMA user_version = {version};"
            self._base.executescript(f"BEGIN IMMEDIATE; {made} COMMIT;")  # nobody else writes from now on

    def close(self) -> None:
        """Give the file back."""
        self._base.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Read all rows of a query."""
        with self._told():
            return self._base.execute(query, values).fetchall()

    def pages(self, query: str, key: str) -> Iterator[tuple[Any, ...]]:
        """Read rows by a text that is theirs alone, some at a time: between them, others may be written."""
        last = ""
        while True:
            rows = self.rows(f"{query} WHERE {key} > ? ORDER BY {key} LIMIT {PAGE}", (last,))
            yield from rows
            if len(rows) < PAGE:
                return
            last = rows[-1][0]

    @contextmanager
    def all_or_nothing(self) -> Iterator[Execute]:
        """Yield what executes statements, all of which are kept at the end, or none."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base.execute
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:  # SQLite takes back by itself what a full disk stopped
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite says into a message that helps."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise KitError(f"{self._path or 'temporary results'}: {_reason(error)}") from error


def _reason(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    return REASONS.get(code, f"{error}; what was finished is kept")
