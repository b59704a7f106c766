"""Notice that a file was saved, whichever way an editor does that, by looking at it again and again.

An editor may write over a file or put another one in its place, and a network file system announces neither.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from autograder.facts.messages import watching as messages
from autograder.submission.read import Content, HandIn, UnreadableError, content_at

SETTLED_SECONDS = 0.03
"""Seconds in which a file must stay as it is: it may be half written."""
ABSENT_SECONDS = 0.5
"""The same for a file that is empty or not there: editors that replace a file leave it so for a moment."""
COARSE_SECONDS = 2.0
"""Age of a file below which its time may stay the same at another save: some systems keep even seconds."""
LARGEST_READ_AGAIN = 1_000_000
"""Bytes of a file that is read again while it is so young."""


class Stamp(NamedTuple):
    """What is compared to find out that a file may hold something else; all 0 if it is not there."""

    modified: int = 0  # nanoseconds
    size: int = 0
    inode: int = 0


class Saved:
    """A file, and what it held when it was read last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = stamp_of(path)
        self._since = 0.0  # the first look need not wait
        self._is_read = False
        self._held = ""

    def again(self) -> HandIn | None:
        """Return the file if it holds something else than before, and has settled; None if not."""
        stamp, now = stamp_of(self._path), time.monotonic()
        if stamp != self._stamp:
            self._stamp, self._since, self._is_read = stamp, now, False
        patience = SETTLED_SECONDS if stamp.size else ABSENT_SECONDS
        if self._is_read or now - self._since < patience:
            return None
        self._is_read = not _may_change_unseen(stamp)
        return self._if_changed()

    def _if_changed(self) -> HandIn | None:
        """Read the file; None if it holds what it held before."""
        path, content, trouble = self._path, None, ""
        try:
            content = content_at(path, root=path)
        except UnreadableError as error:
            trouble = str(error) if path.exists() else messages.absent()
        held = _digest(content) or trouble
        if held == self._held:
            return None
        self._held = held
        return HandIn(path.stem, path.name, path, trouble, root=path, content=content)


def _digest(content: Content | None) -> str:
    return "" if content is None else content.digest


def stamp_of(path: Path) -> Stamp:
    """Look at a file without reading it."""
    try:
        status = path.stat()
    except OSError:
        return Stamp()
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _may_change_unseen(stamp: Stamp) -> bool:
    """Whether a file is so young that another save could leave it the same time and size."""
    age = time.time() - stamp.modified / 1e9
    return 0 <= age < COARSE_SECONDS and stamp.size <= LARGEST_READ_AGAIN
