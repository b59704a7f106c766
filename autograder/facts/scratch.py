"""Temporary folders and files of the kit's own, and the removal of those that a killed run left.

Each is held by a lock for as long as its process lives: the system gives the lock up with the process,
however that ends. So what has the kit's name, belongs to this user and can be locked was left, and may be
removed.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

try:
    import fcntl
except ImportError:  # Windows: there, a file that a process has open cannot be removed
    fcntl = None  # type: ignore[assignment]

SCRATCH_PREFIX = "autograder-run-"
SUFFIX = ".autograder"
"""How a file ends that is to take another one's place."""
LOCK, FILES = "lock", "files"
TRIES = 100
"""Attempts: another run may remove a folder between its making and its locking, as if it had been left."""


class Scratch:
    """A temporary folder for this user alone; a context, which removes it."""

    def __init__(self) -> None:
        self._home, self._lock = _home()
        self._is_open = True
        self.folder = Path(self._home, FILES)
        self.folder.mkdir(0o700)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the folder and all that is in it."""
        if not self._is_open:
            return
        self._is_open = False
        os.close(self._lock)
        try:
            self.folder.rmdir()  # most of the time nothing was written to it
            Path(self._home, LOCK).unlink()
            Path(self._home).rmdir()
        except OSError:
            shutil.rmtree(self._home, ignore_errors=True)


def file_beside(path: Path) -> tuple[int, Path]:
    """Make a locked file that is to take another one's place; return its descriptor and its path.

    What earlier runs left there when they were killed is removed.
    """
    before = f".{path.name}."
    for name in _names(path.parent):
        if name.startswith(before) and name.endswith(SUFFIX):
            with suppress(OSError):
                _remove_left_file(path.with_name(name))
    for _ in range(TRIES):
        descriptor, made = tempfile.mkstemp(prefix=before, suffix=SUFFIX, dir=path.parent)
        if _is_ours(descriptor):
            return descriptor, Path(made)
        os.close(descriptor)
    raise FileExistsError(f"{path}: no file beside it stays")


def sweep() -> None:
    """Remove the temporary folders of runs that were killed."""
    try:
        place = Path(tempfile.gettempdir())
    except OSError:  # there is none that can be written to
        return
    for name in _names(place):
        if name.startswith(SCRATCH_PREFIX):
            with suppress(OSError):
                _remove_left_folder(place / name)


def _names(folder: Path) -> list[str]:
    """List the names in a folder; none, where it cannot be listed."""
    try:
        with os.scandir(folder) as listed:
            return [entry.name for entry in listed]
    except OSError:
        return []


def _home() -> tuple[str, int]:
    """Make a folder with a lock."""
    for _ in range(TRIES):
        home = tempfile.mkdtemp(prefix=SCRATCH_PREFIX)
        with suppress(FileNotFoundError):  # removed by another run, as it was empty
            lock = os.open(Path(home, LOCK), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            if _is_ours(lock):
                return home, lock
            os.close(lock)
    raise FileExistsError(f"{tempfile.gettempdir()}: no folder stays there")


def _remove_left_folder(home: Path) -> None:
    """Remove a folder whose process is gone; OSError if the process lives, or if that is not known."""
    if not (stat.S_ISDIR(home.lstat().st_mode) and _is_users(home)):
        return
    try:
        lock = _open_left(home / LOCK)
    except FileNotFoundError:  # a process that ended before it had a lock, or after it was removed
        home.rmdir()
        return
    try:
        if _locks(lock):
            shutil.rmtree(home, ignore_errors=True)
    finally:
        _close(lock)


def _remove_left_file(path: Path) -> None:
    """Remove a file whose process is gone; OSError if the process lives, or if that is not known."""
    if not (stat.S_ISREG(path.lstat().st_mode) and _is_users(path)):
        return
    descriptor = _open_left(path)
    try:
        if _locks(descriptor):
            path.unlink(missing_ok=True)
    finally:
        _close(descriptor)


def _is_users(path: Path) -> bool:
    """Whether this user made something; on Windows, temporary folders are each user's own."""
    return not hasattr(os, "geteuid") or path.lstat().st_uid == os.geteuid()


def _open_left(path: Path) -> int:
    """Open what may be locked; on Windows, remove it, which fails while a process has it open."""
    if fcntl is None:
        path.unlink()
        return -1
    return os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)


def _close(descriptor: int) -> None:
    if descriptor >= 0:
        os.close(descriptor)


def _is_ours(descriptor: int) -> bool:
    """Whether a new file is locked from now on, or lies where no lock holds, and so nothing is removed."""
    try:
        return _locks(descriptor)
    except OSError:
        return True


def _locks(descriptor: int) -> bool:
    """Lock a file; False where another process has, or where the file was removed. OSError without locks."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return os.fstat(descriptor).st_nlink > 0
