"""Wait for a child process without letting its number go: it may be another's once it was waited for."""

from __future__ import annotations

import os
import time

POLL_SECONDS = 0.001


def ends_within(pid: int, seconds: float) -> bool:
    """Whether a child ends within some seconds; it is still to be waited for. POSIX only."""
    deadline = time.monotonic() + seconds
    ask = os.WEXITED | os.WNOHANG | os.WNOWAIT
    while not (ended := os.waitid(os.P_PID, pid, ask)) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
    return ended is not None
