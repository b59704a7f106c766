"""The interface of a student process for the judge, whichever way it is started."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from autograder.facts.errors import BrokenError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.text import MAX_TEXT, line_of
from autograder.student.allowance import OutOfTimeError
from autograder.student.protocol.frames import read_frame

READ_SIZE = 2**16
"""Bytes of what a process writes that are read at a time."""
GRACE = 1.0
"""Seconds in which a process that closed its reply pipe may end by itself; a busy machine needs some."""


class Exit(NamedTuple):
    """How a process ended, and what it used."""

    code: int  # exit code, or minus the signal's number
    cpu: float  # seconds
    memory: int  # bytes at its largest; 0 if that is not known
    by_itself: bool  # False if the judge had to kill it


class Process(Protocol):
    """One running student process."""

    def send(self, data: bytes) -> None:
        """Write a request; whether the process is still there shows when its reply is read."""

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes; EOFError at the end, OutOfTimeError if they take too long."""

    def ahead(self) -> bytes:
        """Return what was answered and not read, once all requests are answered; some of it may be missing.

        It stays there to be read. Whether the process ended or is late shows then.
        """

    def begin_calls(self) -> None:
        """Start the time for calls; the time that loading took does not count."""

    def printed(self) -> int:
        """Return how many bytes it has printed so far."""

    def output(self) -> bytes:
        """Return the beginning of what it has printed so far, as much as a report shows."""

    def stop(self, grace: float = 0.0) -> Exit:
        """End the process and everything in its group, and release its descriptors."""


class Backend(Protocol):
    """A way to start student processes."""

    @property
    def isolation(self) -> Isolation:
        """The layers that hold a submission; BrokenError if no student process can be started."""

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a sealed process for one submission, which may plot; BrokenError if that fails."""

    def close(self) -> None:
        """End everything that was started."""


def read_hello(process: Process) -> dict[str, Any]:
    """Read the first frame of a process, which says that it is sealed; BrokenError if it does not come."""
    try:
        return read_frame(process.read)[0]
    except (EOFError, OutOfTimeError) as error:
        output = line_of(process.output().decode("utf-8", "replace").strip()[-MAX_TEXT:])
        process.stop()
        raise BrokenError(
            f"a student process could not be set up: {output or 'it did not answer'}"
        ) from error
    except BaseException:
        process.stop()
        raise
