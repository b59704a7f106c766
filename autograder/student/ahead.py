"""A zygote that is launched before it is needed: it loads numpy while this process imports the kit."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from autograder.student.launch import Zygote, await_end, launch_zygote

_waiting: dict[frozenset[str], Zygote] = {}
"""The zygote that nobody has taken yet, by the layers of isolation that it leaves out."""
_given: list[Zygote] = []
"""The zygote that this process's first fork has taken."""


@contextmanager
def launched_ahead(without: Collection[str] = ()) -> Iterator[None]:
    """Launch a zygote for the first backend of this process, or of its first fork; nothing but on Linux.

    It may leave out layers of isolation, and is for a backend that leaves out the same.
    """
    if sys.platform == "linux":
        _waiting[frozenset(without)] = launch_zygote(without)
    try:
        yield
    finally:
        give_away()  # if nobody took it, it ends now
        for zygote in _given:
            await_end(zygote.process)
        _given.clear()


def take(without: Collection[str] = ()) -> Zygote | None:
    """Take the zygote that waits, if one does, and leaves out these layers."""
    return _waiting.pop(frozenset(without), None)


def give_away() -> None:
    """Leave the zygote that waits to the process that was forked just now: it answers one process alone."""
    while _waiting:
        _, zygote = _waiting.popitem()
        zygote.control.close()
        _given.append(zygote)


def leave() -> None:
    """Leave the zygote that waits to itself: it ends when it has loaded, and nobody waits for that."""
    give_away()
    _given.clear()
