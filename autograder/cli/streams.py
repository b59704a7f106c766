"""The standard streams: one that is closed, full or gone costs what is written to it, and nothing else."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from typing import TextIO

from autograder.facts.text import plain_line, printable

STANDARD = (0, 1, 2)
"""Descriptors of input, output and messages."""


class Closed(io.TextIOBase):
    """Stands for a stream that is closed, and knows whether something was written to it."""

    lost = False

    def write(self, text: str) -> int:
        """Lose a text."""
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
    """Write a line to standard error; where that cannot be done, the work goes on all the same."""
    if sys.stderr is not None:
        try:
            print(plain_line(printable(message)), file=sys.stderr, flush=True)
        except OSError:
            discard(sys.stderr)


def is_lost() -> bool:
    """Whether something was printed that nobody can see; OSError where the last of it cannot be written."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return isinstance(sys.stdout, Closed) and sys.stdout.lost


def settle() -> None:
    """Write what is left; the interpreter would exit with a status of its own where that fails."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            discard(stream)


def discard(stream: TextIO) -> None:
    """Send what a stream still holds, and all that is written to it from now on, to the null device."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
