"""Launch an interpreter for student processes as early as possible."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from autograder.student.sandbox.readable import PLOTS

ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "PYTHONHASHSEED": "0",
    "HOME": "/",
    "LOGNAME": "student",
    "USER": "student",
}
"""The whole environment of student code: no tokens, no paths, no names."""


ENDING_SECONDS = 30.0
"""Seconds in which a zygote ends after the last order; on an idle machine it takes milliseconds."""
FONTS = "~/.cache/matplotlib"
"""The folder of matplotlib's list of fonts."""


def environment(*, plots: bool = False) -> dict[str, str]:
    """Return the environment of a student process on this system, with the judge's list of fonts."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}  # Windows needs it
    if plots:
        system["MPLCONFIGDIR"] = os.environ.get("MPLCONFIGDIR") or os.path.expanduser(FONTS)  # noqa: PTH111 - never raises
    return ENVIRONMENT | system


def interpreter(entry: str, *arguments: str) -> list[str]:
    """Build the command that runs `entry` from this package, in an interpreter that reads nothing else.

    -S: no .pth file runs; -P, -s: neither the working directory nor the user's packages are looked at.
    The folders of installed packages are named instead, so that submissions can import numpy.
    """
    package = str(Path(__file__).resolve().parents[2])
    installed = [p for p in sys.path if p.endswith(("site-packages", "dist-packages"))]
    script = (
        f"import sys; sys.path[:] = [{package!r}, *sys.path, *{installed!r}]; "
        f"from autograder.student.process.{entry} import main; "
        f"sys.path[:] = [p for p in sys.path if p != {package!r} or p in {installed!r}]; main()"
    )
    return [sys.executable, "-P", "-s", "-S", "-c", script, *arguments]


class Zygote(NamedTuple):
    """A launched zygote, with the judge's end of its control socket."""

    process: subprocess.Popen[bytes]
    control: socket.socket


def await_end(process: subprocess.Popen[bytes]) -> None:
    """Wait until a zygote has ended, which it does when nobody can give it orders any more."""
    try:
        process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def launch_zygote(without: Collection[str] = (), *, plots: bool = False) -> Zygote:
    """Launch a zygote, which may leave out layers of isolation; it says when it is ready. Linux only."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            interpreter("zygote", *without, *([PLOTS] if plots else [])),
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            env=environment(plots=plots),
            start_new_session=True,  # Ctrl-C is for the judge
        )
    return Zygote(process, ours)
