"""A student process started afresh: requests come in on standard input, replies leave on standard output."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from functools import partial

from autograder.student.confine import confine
from autograder.student.descriptors import redirect, write_all
from autograder.student.worker import serve

READY = b"!"
"""First byte of the replies: numpy is loaded and the limits are set, the submission's time starts."""


def main() -> None:
    """Serve one submission; the limits are the first line of the input."""
    requests, replies, output = os.dup(0), os.dup(1), os.dup(2)
    redirect(output)
    os.close(output)

    with contextlib.suppress(BrokenPipeError), open(requests, "rb") as stream:  # noqa: PTH123 - a descriptor
        confine(json.loads(stream.readline()))
        write_all(replies, READY)
        serve(stream, partial(write_all, replies))
    sys.stdout.flush()
    os._exit(0)
