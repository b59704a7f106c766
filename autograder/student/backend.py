"""What the judge needs of a student process, whatever starts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from autograder.facts.errors import BrokenError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.text import MAX_TEXT, line_of
from autograder.student.allowance import OutOfTimeError
from autograder.student.protocol.frames import read_frame

GRACE = 1.0
"""Seconds a process that closed its reply pipe has to end by itself: on a busy machine this takes a while."""


@dataclass(frozen=True, slots=True)
class Exit:
    """How a process ended: its exit code, or minus the signal; or that it had to be killed."""

    code: int
    cpu: float  # seconds
    memory: int  # bytes at its largest; 0 where that is not known
    by_itself: bool


class Process(Protocol):
    """One running student process."""

    def send(self, data: bytes) -> None:
        """Write a request; a process that is gone shows when its reply is read."""

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes; EOFError at the end, OutOfTimeError if they take too long."""

    def begin_calls(self) -> None:
        """Start the time for calls; what loading took does not count."""

    def printed(self) -> int:
        """Count the bytes of output so far."""

    def output(self) -> bytes:
        """Read what it printed so far, as far as it is of use."""

    def stop(self, grace: float = 0.0) -> Exit:
        """End the process and everything in its group, and give back what it held."""


class Backend(Protocol):
    """A way to start student processes."""

    @property
    def isolation(self) -> Isolation:
        """The layers that hold a submission; BrokenError if no student process can be started."""

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a process for one submission, locked in, which may plot; BrokenError if that fails."""

    def close(self) -> None:
        """Give back everything."""


def read_hello(process: Process) -> dict[str, Any]:
    """Read the first frame of a process, which says that it is locked in; BrokenError if it never is."""
    try:
        return read_frame(process.read)[0]
    except (EOFError, OutOfTimeError) as error:
        told = line_of(process.output().decode("utf-8", "replace").strip()[-MAX_TEXT:])
        process.stop()
        raise BrokenError(f"a student process could not be set up: {told or 'it did not answer'}") from error
    except BaseException:
        process.stop()
        raise
