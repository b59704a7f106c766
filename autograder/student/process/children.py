"""Wait for a child process and keep its number, which the kernel may reuse once the child is reaped."""

from __future__ import annotations

import os
import time

POLL_SECONDS = 0.001


def ends_within(pid: int, seconds: float) -> bool:
    """Whether a child ends within some seconds; it is not reaped. POSIX only."""
    deadline = time.monotonic() + seconds
    ask = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while not (ended := os.waitid(os.P_PID, pid, ask)) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    return ended is not None
