"""A SQLite file that one process at a time has for itself, and that a killed one leaves whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from autograder.classes.inspection import harden, inspect, is_in_use
from autograder.facts.errors import KitError
from autograder.facts.text import line_of

T = TypeVar("T")
PAGE = 500
"""Rows that are read at a time."""
DAMAGED_FILE = "damaged; move it away and grade again"
SQLITE_REASONS = {
    sqlite3.SQLITE_BUSY: "in use by another run; wait for its end",
    sqlite3.SQLITE_FULL: "no space left; what was finished is kept, and the same command goes on",
    sqlite3.SQLITE_NOTADB: f"not a file of results, or {DAMAGED_FILE}",
    sqlite3.SQLITE_CORRUPT: DAMAGED_FILE,
    sqlite3.SQLITE_READONLY: "cannot be written to",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_TOOBIG: DAMAGED_FILE,
}
DAMAGE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_TOOBIG}
"""Codes of errors that a file also causes while another run writes it."""
Execute = Callable[..., sqlite3.Cursor]
PRIMARY = 0xFF
"""The part of SQLite's extended error codes that names the kind of error."""


class Database:
    """Tables in a file, or, without a path, in a temporary one; KitError where it cannot be used."""

    def __init__(
        self, path: Path | None, schema: str, version: int, vouching: str = "", origin: str = ""
    ) -> None:
        """Open tables, or make them; in those that are there, the query `vouching` must find the `origin`."""
        self._path = path
        with self._explained():
            if path is not None:
                inspect(path, schema, version, (vouching, origin) if origin else None)
            self._base = sqlite3.connect(path or "", isolation_level=None, timeout=0)
        try:
            self._begin(schema, version)
        except BaseException:
            self._base.close()
            raise

    def _begin(self, schema: str, version: int) -> None:
        """Take the file for this process alone, and make the tables where there are none."""
        with self._explained():
            harden(self._base)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing by it
            ((stored_version,),) = self.rows("PRAGMA user_version")
            made = "" if stored_version else f"{schema} PRAGMA user_version = {version};"
            self._base.executescript(f"BEGIN IMMEDIATE; {made} COMMIT;")  # nobody else writes from now on

    def close(self) -> None:
        """Give the file back."""
        self._base.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Read all rows of a query."""
        with self._explained():
            return self._base.execute(query, values).fetchall()

    def read(
        self, query: str, reader: Callable[[tuple[Any, ...]], T], values: Sequence[object] = ()
    ) -> list[T]:
        """Read all rows of a query by what raises ValueError where a row is not the kit's."""
        return [self.value(reader, row) for row in self.rows(query, values)]

    def value(self, reader: Callable[[tuple[Any, ...]], T], row: tuple[Any, ...]) -> T:
        """Read one row; its message does not repeat what stands there."""
        try:
            return reader(row)
        except ValueError as error:
            raise KitError(f"{self._path}: {DAMAGED_FILE} ({line_of(str(error))})") from error

    def pages(self, query: str, key: str, reader: Callable[[tuple[Any, ...]], T]) -> Iterator[T]:
        """Read rows by a text that is theirs alone, some at a time: between them, others may be written."""
        last = ""
        while True:
            rows = self.rows(f"{query} WHERE {key} > ? ORDER BY {key} LIMIT {PAGE}", (last,))
            for row in rows:
                yield self.value(reader, row)
            if len(rows) < PAGE:
                return
            last = rows[-1][0]

    @contextmanager
    def all_or_nothing(self) -> Iterator[Execute]:
        """Yield what executes statements, all of which are kept at the end, or none."""
        with self._explained():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base.execute
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:  # SQLite takes back by itself what a full disk stopped
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite says into a message that helps."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:  # what SQLite says may name bytes of the file
            reason = SQLITE_REASONS.get(
                self._kind(error), f"{line_of(str(error))}; what was finished is kept"
            )
            raise KitError(f"{self._path or 'temporary results'}: {reason}") from error

    def _kind(self, error: Exception) -> int:
        """Return the kind of an error; two of them may be signs of another one."""
        code = _code(error)
        if self._path is None:
            return code
        if code in DAMAGE and is_in_use(self._path):
            return sqlite3.SQLITE_BUSY
        if code == sqlite3.SQLITE_IOERR and not os.access(self._path, os.W_OK):  # it cannot be locked
            return sqlite3.SQLITE_READONLY
        return code


def _code(error: Exception) -> int:
    """Return the code of an error; Python's own, for bytes that are not text, counts as a damaged file."""
    ours = isinstance(error, sqlite3.ProgrammingError)
    return int(getattr(error, "sqlite_errorcode", 0 if ours else sqlite3.SQLITE_CORRUPT)) & PRIMARY
