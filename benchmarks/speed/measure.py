"""What a command takes: wall time, CPU time of all its processes, and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

SAMPLE_SECONDS = 0.05
TOLD = 2000
"""Characters of what a failed command printed that are looked at."""


@dataclass(frozen=True)
class Cost:
    """Seconds; and the bytes that a process, and the largest of its children, held at most, if seen."""

    wall: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    of_child: int = 0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu)

    def __truediv__(self, count: int) -> Cost:
        return Cost(self.wall / count, self.cpu / count)


class FailedError(Exception):
    """A command did not do its work; the message is the last line it printed."""


def why(error: Exception) -> str:
    """Tell a failure in a line."""
    return str(error) if isinstance(error, FailedError) else repr(error)


def measured(
    command: Sequence[str | Path],
    cwd: Path,
    environment: Mapping[str, str] | None = None,
    statuses: Collection[int] = (0,),
) -> Cost:
    """Run a command to its end; FailedError if its exit status is none of these.

    A process that nobody waits for would not be in its CPU time; no grader here leaves one.
    """
    with tempfile.TemporaryFile() as printed:
        before, started = used(resource.RUSAGE_CHILDREN), time.perf_counter()
        process = subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed
        )
        watch = Watch(process.pid)
        try:
            status = process.wait()
        finally:
            wall = time.perf_counter() - started
            process.kill()
            peaks = watch.end()
        if status not in statuses:
            raise FailedError(last_line(printed.seek(0) or printed.read()))
        return Cost(wall, used(resource.RUSAGE_CHILDREN) - before, *peaks)


def spent(work: Callable[[], object]) -> Cost:
    """Do something here, and in processes that end with it."""
    everyone = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before, started = used(*everyone), time.perf_counter()
    work()
    return Cost(time.perf_counter() - started, used(*everyone) - before)


def used(*whose: int) -> float:
    """Sum the CPU seconds of this process, or of its children that have ended, or of both."""
    usages = [resource.getrusage(who) for who in whose]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def last_line(printed: bytes) -> str:
    """Take the last line that says anything."""
    lines = printed[-TOLD:].decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it printed nothing")


class Watch:
    """Looks at the memory of a process and its children until it ends.

    A rusage would not do: it is of the largest among a process and all that it waited for.
    """

    def __init__(self, pid: int) -> None:
        self._process, self._peaks, self._ended = Path(f"/proc/{pid}"), [0, 0], threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> tuple[int, ...]:
        """Return what the process and the largest of its children held; 0 where the system does not tell."""
        self._ended.set()
        self._thread.join()
        return tuple(self._peaks)

    def _look(self) -> None:
        while True:
            with suppress(OSError):  # it has just ended
                children = [text(file).split() for file in self._process.glob("task/*/children")]
                self._peaks[1] = max(self._peaks[1], *map(peak, chain(*children)), 0)
            self._peaks[0] = max(self._peaks[0], peak(self._process.name))
            if self._ended.wait(SAMPLE_SECONDS):
                return


def peak(pid: str) -> int:
    """Return the bytes that a process held at its largest; 0 where the system does not tell."""
    size = text(Path(f"/proc/{pid}/status")).partition("VmHWM:")[2].split()
    return int(size[0]) * 2**10 if size else 0


def text(path: Path) -> str:
    """Read a file; nothing where it is not there any more."""
    try:
        return path.read_text("ascii")
    except OSError:
        return ""


def environment_of(bin_: Path, python_path: str = "") -> dict[str, str]:
    """Return the environment for programs of a virtual environment, which call others by their names."""
    path = os.pathsep.join((str(bin_), os.environ.get("PATH", os.defpath)))
    return {**os.environ, "PATH": path, "PYTHONPATH": python_path}
