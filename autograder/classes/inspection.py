"""Whether this kit made a file of results: that is checked before the file is opened for writing.

A folder of results may have been handed in. A trigger or a view in it would be run by the judge, so its
tables must be exactly the kit's own, and nothing else may be there. Nothing is written to it meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.facts.scratch import Scratch
from autograder.facts.text import line_of

LARGEST_VALUE = 64_000_000
"""Bytes of one value, and of one row, that are read."""
OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
HARDENED = ("trusted_schema = OFF", "cell_size_check = ON")
"""A file's schema calls no functions, and the sizes that it gives are checked before they are used."""
WRITE_AHEAD_LOG, ROLLBACK_JOURNAL = "-wal", "-journal"
"""Endings of what SQLite writes beside a file: changes to come, as the kit's runs do, or changes to undo."""
SQLITE_ENDINGS = (WRITE_AHEAD_LOG, "-shm", ROLLBACK_JOURNAL)
"""Endings of all that SQLite writes beside a file."""
LOCKS = (510, 0x40000002)
"""The bytes that SQLite locks of a file that it reads: how many, and from which one on."""
OTHER_FOLDER = "choose another folder"

Objects = list[tuple[str, str, str, str]]
"""Tables, views, triggers and indexes: the type, the name, the table, and the SQL of each."""


def inspect(path: Path, schema: str, version: int, vouched: tuple[str, str] | None = None) -> None:
    """Raise KitError where the file, or one that lies beside it, is not the kit's; it may be empty or absent.

    `vouched` is a query, and the value that it must find in a file with tables.
    """
    for ending in ("", *SQLITE_ENDINGS):
        _refuse_irregular(path.with_name(path.name + ending))
    back = path.with_name(path.name + ROLLBACK_JOURNAL)
    if back.exists() and back.stat().st_size:
        raise KitError(f"{back}: not made by this kit; {OTHER_FOLDER}")
    if path.exists():
        with _reading(path) as base:
            _refuse_strange(base, path, schema, version, vouched)


def _refuse_irregular(path: Path) -> None:
    """Raise KitError where a path leads to something else than a regular file."""
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise KitError(f"{path}: not a regular file, so not made by this kit; {OTHER_FOLDER}")


def harden(base: sqlite3.Connection) -> None:
    """Make a connection trust its file as little as SQLite can: the file may have been handed in."""
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    if hasattr(base, "setconfig"):  # from Python 3.12 on
        base.setconfig(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009, FBT003 - mypy checks 3.11
    for pragma in HARDENED:
        base.execute(f"PRAGMA {pragma}")


def is_in_use(path: Path) -> bool:
    """Whether another process has the file for itself; False where the system does not tell."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows

        with path.open("rb") as file:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, *LOCKS)
    except (BlockingIOError, PermissionError):
        return True
    except (ImportError, OSError):
        return False
    return False


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for reading; where changes to come lie beside it, open a copy of both, which has them."""
    ahead = path.with_name(path.name + WRITE_AHEAD_LOG)
    with contextlib.ExitStack() as stack:
        options = "mode=ro&immutable=1"
        if ahead.exists() and ahead.stat().st_size:
            copies = stack.enter_context(Scratch()).folder
            for original in (path, ahead):
                shutil.copyfile(original, copies / original.name)
            path, options = copies / path.name, "mode=rw"
        connected = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
        base = stack.enter_context(closing(connected))
        harden(base)
        yield base


def _refuse_strange(
    base: sqlite3.Connection, path: Path, schema: str, version: int, vouched: tuple[str, str] | None
) -> None:
    """Raise KitError where anything in the file is not the kit's, and sqlite3's error where it is damaged."""
    objects = base.execute(OBJECTS).fetchall()
    ((page,),) = base.execute("PRAGMA page_size")
    if path.stat().st_size % page:
        raise sqlite3.DatabaseError("the last page is not whole")
    if _is_empty(base, path, version, objects):
        return
    _refuse_tables(path, objects, schema)
    if base.execute("PRAGMA encoding").fetchall() != [("UTF-8",)]:
        raise KitError(f"{path}: not made by this kit, which writes UTF-8; {OTHER_FOLDER}")
    if base.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise sqlite3.DatabaseError("damaged")
    if vouched is not None and not base.execute(vouched[0], vouched[1:]).fetchall():
        raise KitError(
            f"{path} lies among what is graded and was not made here, so it may have been handed in;"
            " choose another -o"
        )


def _is_empty(base: sqlite3.Connection, path: Path, version: int, objects: Objects) -> bool:
    """Whether no run has made its tables yet; KitError where another program, or another version, has."""
    ((stored_version,),) = base.execute("PRAGMA user_version")
    ((application,),) = base.execute("PRAGMA application_id")
    if stored_version not in {0, version}:
        raise KitError(f"{path}: written by another version of the kit; {OTHER_FOLDER}")
    if application or (stored_version == 0 and objects):
        raise KitError(f"{path}: not made by this kit; {OTHER_FOLDER}")
    return bool(stored_version == 0)


def _refuse_tables(path: Path, objects: Objects, schema: str) -> None:
    """Raise KitError where the tables are not exactly those of the schema, and name the first difference."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(schema)
        own = fresh.execute(OBJECTS).fetchall()
    if objects == own:
        return
    # The index of a table's key differs wherever the table does, and says less.
    kind, name, *_ = min(set(objects) ^ set(own), key=lambda row: (row[0] == "index", row))
    difference = line_of(f"{kind} {name}")
    raise KitError(f"{path}: not made by this kit, which differs in {difference}; {OTHER_FOLDER}")
