"""Read a submission's file within bounds of time and memory, whatever it holds.

All that reading does is linear in the length of a file. The bounds hold where that should fail: time ends the
worker, which no loop in C can prevent, and its judge reports the submission as unreadable.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from autograder.facts.messages.files import more_than_a_file
from autograder.submission.read import HandIn, Source, UnreadableError, read

MOST_SECONDS = 10.0
"""CPU time in which a file is read; the largest one takes two seconds."""
MOST_MEMORY = 2**30
"""Bytes by which a process may grow while it reads a file; the largest one needs a quarter."""
SIZE = Path("/proc/self/statm")
"""Where Linux tells how much memory a process has, in pages."""


def read_bounded(hand_in: HandIn) -> Source:
    """Read a submission; UnreadableError if it cannot be read, or not in bounds of memory."""
    try:
        with _time_bounded(MOST_SECONDS), _memory_bounded(MOST_MEMORY):
            return read(hand_in)
    except MemoryError as error:
        raise UnreadableError(more_than_a_file(f"{MOST_MEMORY // 2**20:,} MB of memory")) from error


def too_long() -> str:
    """Say why a submission was not read whose worker ended with the signal of the time bound."""
    return more_than_a_file(f"{MOST_SECONDS:g} s of computing")


@contextmanager
def _time_bounded(seconds: float) -> Iterator[None]:
    """End this process with SIGPROF after some seconds of computing; not a process of many threads."""
    alone = threading.current_thread() is threading.main_thread()
    if not (alone and hasattr(signal, "setitimer")):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def _memory_bounded(growth: int) -> Iterator[None]:
    """Let a growth beyond a bound raise MemoryError, where the system can tell the size of a process."""
    if not SIZE.exists():
        yield
        return
    resource = import_module("resource")  # not on Windows
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = int(SIZE.read_bytes().split()[0]) * resource.getpagesize() + growth
    unlimited = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_AS, (min(each for each in (most, soft) if each != unlimited), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
