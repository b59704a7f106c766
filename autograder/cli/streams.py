"""Guard the standard streams: if one is closed or full, only what is written to it is lost."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from autograder.facts.text import plain_line, printable

STANDARD = (0, 1, 2)
"""The descriptors of input, output and messages."""


class Closed(io.TextIOBase):
    """A stand-in for a closed stream, which notes whether something was written to it."""

    lost = False

    def write(self, text: str) -> int:
        """Drop a text, and note it."""
        self.lost = self.lost or bool(text)
        return len(text)


def stand_in() -> None:
    """Open the null device for each closed stream: the next file would get its descriptor, and its output."""
    for descriptor in STANDARD:
        try:
            os.fstat(descriptor)
        except OSError:  # the lowest that is free is this one
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # noqa: FBT003 - the only way to say it
    sys.stdout = sys.stdout or Closed()
    sys.stderr = sys.stderr or Closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a name that a terminal cannot show stops nothing
            stream.reconfigure(errors="backslashreplace")


def say(message: str) -> None:
    """Write a line to standard error; if that fails, the work goes on."""
    if sys.stderr is not None:
        try:
            print(plain_line(printable(message)), file=sys.stderr, flush=True)
        except OSError:
            discard(sys.stderr)


def is_lost() -> bool:
    """Whether something was printed to a closed stream; OSError if the rest cannot be written."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return isinstance(sys.stdout, Closed) and sys.stdout.lost


def settle() -> None:
    """Flush the streams; the interpreter would exit with its own status if that failed later."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            discard(stream)


def discard(stream: TextIO) -> None:
    """Redirect a stream to the null device, with what it still holds."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
