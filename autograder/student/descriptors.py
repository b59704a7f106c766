"""File descriptors of a student process: where its prints go, and its replies."""

from __future__ import annotations

import contextlib
import io
import os
import sys


def output_size() -> int:
    """Count the bytes printed so far."""
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    with contextlib.suppress(Exception):
        sys.stderr.flush()
    try:
        return os.fstat(1).st_size
    except OSError:  # the submission closed it: nothing can be printed any more
        return 0


def redirect(output: int) -> None:
    """Let everything that is printed go to a file of bounded size; input finds nothing."""
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - descriptors, for the life of the process
    sys.stdout = io.TextIOWrapper(
        open(1, "wb", closefd=False),  # noqa: SIM115 - as above
        encoding="utf-8",
        errors="backslashreplace",
        write_through=False,
    )
    sys.stderr = io.TextIOWrapper(
        open(2, "wb", closefd=False),  # noqa: SIM115 - as above
        encoding="utf-8",
        errors="backslashreplace",
        write_through=True,
    )


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of the data."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
