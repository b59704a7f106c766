"""Read what a process has used, as the kernel counts it."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

COMPUTING = 2
"""The clock of a process's scheduled time (CPUCLOCK_SCHED in linux/posix-timers.h)."""


class Used(NamedTuple):
    """Seconds that a process has used since it started; 0 if the system does not count them."""

    computing: float = 0.0  # by all of its threads
    waiting: float = 0.0  # ready to compute, while others had the processors


def used_by(pid: int) -> Used:
    """Read what a process has used; it may have ended, if its parent has not waited for it yet."""
    if sys.platform != "linux":
        return Used()
    try:
        return Used(time.clock_gettime(~pid << 3 | COMPUTING), _waited(pid))
    except OSError:  # it has ended, or this system keeps the clocks of others closed
        return Used()


def number_of(pidfd: int) -> int:
    """Return the number by which this process knows the process of a descriptor; 0 if it has none here.

    In a world of its own a process has another number than outside.
    """
    with suppress(OSError):
        for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text("ascii").splitlines():
            name, _, value = line.partition(":")
            if name == "Pid":
                return max(0, int(value))
    return 0


def _waited(pid: int) -> float:
    """Return the seconds for which the threads of a process waited for a processor, in all."""
    nanoseconds = 0
    with suppress(OSError, ValueError):  # not every kernel counts it
        for thread in Path(f"/proc/{pid}/task").iterdir():
            _, waited, _ = (thread / "schedstat").read_bytes().split()
            nanoseconds += int(waited)
    return nanoseconds / 1e9
