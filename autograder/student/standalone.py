"""A student process started afresh: requests come in on standard input, replies leave on standard output."""

from __future__ import annotations

import contextlib
import json
import os
import sys

from autograder.student.confine import confine
from autograder.student.worker import redirect, serve


def main() -> None:
    """Serve one submission; the limits are the first line of the input."""
    requests, replies, output = os.dup(0), os.dup(1), os.dup(2)
    redirect(output)
    os.close(output)

    def send(data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(replies, view) :]

    with contextlib.suppress(BrokenPipeError), open(requests, "rb") as stream:  # noqa: PTH123 - a descriptor
        confine(json.loads(stream.readline()))
        send(b"!")
        serve(stream, send)
    sys.stdout.flush()
    os._exit(0)
