"""Limits that a student process puts on itself before a byte of the submission is read.

This module is the place for every further layer of isolation.
"""

from __future__ import annotations

import math
import signal
import sys
import time
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def confine(limits: dict[str, Any]) -> None:
    """Limit memory, CPU time and what may be written; on a system without rlimits, do nothing."""
    if resource is None:
        return
    seconds = math.ceil(limits["seconds"] + time.process_time())
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it; here it ends the process
    lower(resource.RLIMIT_CPU, seconds, seconds + 1)  # SIGXCPU, then SIGKILL
    lower(resource.RLIMIT_FSIZE, limits["output"], limits["output"])
    lower(resource.RLIMIT_CORE, 0, 0)
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - pathlib costs a fork some pages
            pages = int(statm.read().split()[0])
        memory = pages * resource.getpagesize() + limits["memory"]
        lower(resource.RLIMIT_AS, memory, memory)


def lower(kind: int, soft: int, hard: int) -> None:
    """Lower a limit; one that is lower already stays."""
    _, present = resource.getrlimit(kind)
    if present != resource.RLIM_INFINITY:
        soft, hard = min(soft, present), min(hard, present)
    resource.setrlimit(kind, (soft, hard))
