"""Whether a file of results is one that this kit made: found out before it is opened to be written to.

A folder of results may have been handed in. A trigger or a view in it would be run by the judge, so its
tables must be exactly the kit's own, and nothing else may be there. Nothing is written to it meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.facts.text import line_of

LONGEST = 64_000_000
"""Bytes of one value, and of one row, that are read."""
OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
HARDENED = ("trusted_schema = OFF", "cell_size_check = ON")
"""A file calls no functions from its schema, and its sizes are looked at before they are used."""
AHEAD, BACK = "-wal", "-journal"
"""What SQLite writes beside a file: changes to come, as the kit has them, and changes to take back."""
LOCKS = (510, 0x40000002)
"""The bytes, how many and from where, that SQLite locks of a file that it reads."""


def inspect(path: Path, schema: str, version: int, vouched: tuple[str, str] | None = None) -> bool:
    """Return whether the tables are there; KitError where the file, or what lies beside it, is not the kit's.

    Without tables, the file is empty or not there. `vouched` is a query, and what it finds in the kit's.
    """
    for name in (path, *(path.with_name(path.name + end) for end in (AHEAD, "-shm", BACK))):
        if os.path.lexists(name) and not stat.S_ISREG(name.lstat().st_mode):
            raise KitError(f"{name}: not a regular file, so not made by this kit; choose another folder")
    back = path.with_name(path.name + BACK)
    if back.exists() and back.stat().st_size:
        raise KitError(f"{back}: not made by this kit; choose another folder")
    if not path.exists():
        return False
    with _reading(path) as base:
        return _is_own(path, base, schema, version, vouched)


def harden(base: sqlite3.Connection) -> None:
    """Let a connection believe as little as possible of its file."""
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
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
    """Open a file to be read; where changes to come lie beside it, a copy of both, as they count as well."""
    ahead = path.with_name(path.name + AHEAD)
    with contextlib.ExitStack() as stack:
        options = "mode=ro&immutable=1"
        if ahead.exists() and ahead.stat().st_size:
            copies = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="autograder-")))
            for original in (path, ahead):
                shutil.copyfile(original, copies / original.name)
            path, options = copies / path.name, "mode=rw"
        connected = sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
        base = stack.enter_context(closing(connected))
        harden(base)
        yield base


def _is_own(
    path: Path, base: sqlite3.Connection, schema: str, version: int, vouched: tuple[str, str] | None
) -> bool:
    objects = base.execute(OBJECTS).fetchall()
    ((page,),) = base.execute("PRAGMA page_size")
    if path.stat().st_size % page:
        raise sqlite3.DatabaseError("the last page is not whole")
    ((found,),) = base.execute("PRAGMA user_version")
    ((application,),) = base.execute("PRAGMA application_id")
    if found not in {0, version}:
        raise KitError(f"{path}: written by another version of the kit; choose another folder")
    if application or (found == 0 and objects):
        raise KitError(f"{path}: not made by this kit; choose another folder")
    if found == 0:
        return False
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(schema)
        own = fresh.execute(OBJECTS).fetchall()
    if objects != own:
        strange = [f"{kind} {name}" for kind, name, *_ in set(objects) ^ set(own)]
        raise KitError(
            f"{path}: not made by this kit, which differs in {line_of(min(strange))}; choose another folder"
        )
    if base.execute("PRAGMA encoding").fetchall() != [("UTF-8",)]:
        raise KitError(f"{path}: not made by this kit, which writes UTF-8; choose another folder")
    if base.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise sqlite3.DatabaseError("damaged")
    if vouched is not None and not base.execute(vouched[0], vouched[1:]).fetchall():
        raise KitError(
            f"{path} lies among what is graded and was not made here, so it may have been handed in;"
            " choose another -o"
        )
    return True
