"""Open hand-ins by descriptor, so that no link below the given folder is followed.

Between the moment in which a folder is listed and the one in which a file in it is read, whoever may write
there can put a link in the file's place, or in a folder's on the way. So each folder is opened by its name in
the one above (`dir_fd`), no name may be a link's (`O_NOFOLLOW`), nothing is waited for (`O_NONBLOCK`), and
what a file is comes from the descriptor that is then read. Windows has none of this: there each name on the
way is looked at before the file is opened, and once more afterwards.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LINK = "a link, not a file of its own"
"""The reason why a link is not read: the judge may read files that the student may not."""
FOLDER_FOR_FILE = "a folder where a file should be"
NOT_REGULAR = "not a regular file"
OPEN_REASONS = {
    errno.ENOENT: "no such file",
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ELOOP: LINK,
    errno.EMLINK: LINK,  # the answer of some systems to a last name that is a link
    errno.EISDIR: FOLDER_FOR_FILE,
    errno.EAGAIN: "another program keeps it from being read",
    errno.ENXIO: NOT_REGULAR,  # the answer for a socket
    errno.ENODEV: NOT_REGULAR,
}


def _flag(name: str) -> int:
    """Return a flag of `open`, or 0 on a system that lacks it."""
    return int(getattr(os, name, 0))


NO_LINK = _flag("O_NOFOLLOW")
FILE_FLAGS = os.O_RDONLY | _flag("O_NONBLOCK") | _flag("O_NOCTTY") | _flag("O_BINARY")
FOLDER_FLAGS = os.O_RDONLY | _flag("O_DIRECTORY")
PASSED = _flag("O_PATH") | FOLDER_FLAGS
"""Flags for a folder on the way, which need not be listed."""
JUNCTION = 0xA0000003
"""Windows's IO_REPARSE_TAG_MOUNT_POINT; files that a cloud keeps have other tags, and are read."""
WALKS = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


@contextmanager
def opened(path: Path, root: Path) -> Iterator[int]:
    """Open a regular file below `root`, and close it; OSError if it is anything else.

    Links up to and including `root` are followed: whoever grades chose that path.
    """
    descriptor = _open(path, root, FILE_FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, FOLDER_FOR_FILE)
        if not stat.S_ISREG(mode):
            raise OSError(errno.ENODEV, NOT_REGULAR)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def scanned(folder: Path, root: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """List a folder at or below `root`; OSError where it cannot be listed, or is a link below it."""
    if not WALKS:
        _refuse_links(folder, root)
        with os.scandir(folder) as listed:
            yield listed
        return
    descriptor = _open(folder, root, FOLDER_FLAGS)
    try:
        with os.scandir(descriptor) as listed:
            yield listed
    finally:
        os.close(descriptor)


def reason(error: OSError) -> str:
    """Say in plain words why a file could not be opened or read."""
    return OPEN_REASONS.get(error.errno or 0) or f"cannot be read: {error.strerror}"


def _open(path: Path, root: Path, flags: int) -> int:
    names = path.parts[len(root.parts) :]
    if not WALKS:
        return _open_watched(path, root, flags)
    if not names:
        return os.open(path, flags)
    if len(names) == 1:
        return _open_in(None, os.fspath(path), flags)
    folder = os.open(root, PASSED)
    try:
        for name in names[:-1]:
            inner = _open_in(folder, name, PASSED)
            os.close(folder)
            folder = inner
        return _open_in(folder, names[-1], flags)
    finally:
        os.close(folder)


def _open_in(above: int | None, name: str, flags: int) -> int:
    """Open an entry of a folder; a link is refused as a link, also if the system says it is not a folder."""
    try:
        return os.open(name, flags | NO_LINK, dir_fd=above)
    except NotADirectoryError as error:
        if stat.S_ISLNK(os.stat(name, dir_fd=above, follow_symlinks=False).st_mode):
            raise OSError(errno.ELOOP, LINK) from error
        raise


def _open_watched(path: Path, root: Path, flags: int) -> int:
    """Open a file by its path, and check that it is the one there, on systems without `dir_fd`."""
    _refuse_links(path, root)
    descriptor = os.open(path, flags)
    try:
        _refuse_links(path, root)
        _refuse_another(path, descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _refuse_another(path: Path, descriptor: int) -> None:
    """Refuse a file that is not the one at this path: something was put in its place."""
    if not os.path.samestat(os.fstat(descriptor), path.stat()):
        raise OSError(errno.ELOOP, LINK)


def _refuse_links(path: Path, root: Path) -> None:
    """Refuse a path with a link below `root`; a junction of Windows is one."""
    place = root
    for name in path.parts[len(root.parts) :]:
        place /= name
        status = place.lstat()
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == JUNCTION:
            raise OSError(errno.ELOOP, LINK)
