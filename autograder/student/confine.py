"""Limits that a student process puts on itself before a byte of the submission is read.

This module is the place for every further layer of isolation.
"""

from __future__ import annotations

import math
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "PYTHONHASHSEED": "0",
}
"""All that student code sees of the environment: no tokens, no paths, no names."""


def environment() -> dict[str, str]:
    """Return the environment of a student process on this system."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}  # Windows needs it
    return ENVIRONMENT | system


def interpreter(entry: str) -> list[str]:
    """Build the command that runs `entry` from this package, in an interpreter that reads nothing else.

    -S: no .pth file runs; -P, -s: neither the working directory nor the user's packages are looked at.
    The folders of installed packages are named instead, so that submissions can import numpy.
    """
    package = str(Path(__file__).resolve().parents[2])
    installed = [p for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
    script = (
        f"import sys; sys.path[:] = [{package!r}, *sys.path, *{installed!r}]; "
        f"from autograder.student.{entry} import main; "
        f"sys.path[:] = [p for p in sys.path if p != {package!r} or p in {installed!r}]; main()"
    )
    return [sys.executable, "-P", "-s", "-S", "-B", "-c", script]


def confine(limits: dict[str, Any]) -> None:
    """Limit memory, CPU time and what may be written; on a system without rlimits, do nothing."""
    if resource is None:
        return
    seconds = math.ceil(limits["seconds"] + time.process_time())
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it; here it ends the process
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))  # SIGXCPU, then SIGKILL
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits["output"], limits["output"]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as statm:  # noqa: PTH123 - pathlib costs a fork some pages
            pages = int(statm.read().split()[0])
        memory = pages * resource.getpagesize() + limits["memory"]
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
