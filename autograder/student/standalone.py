"""A student process started afresh: requests come in on standard input, replies leave on standard output."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from functools import partial

from autograder.student.cell import lock_in, prepare
from autograder.student.contract import hide_the_kit
from autograder.student.descriptors import open_streams, redirect, write_all
from autograder.student.frames import frame
from autograder.student.readable import PLOTS, load_ahead, load_plotting
from autograder.student.serving import serve


def main() -> None:
    """Serve one submission; the limits are the first line of the input."""
    load_ahead()
    plots = PLOTS in sys.argv
    if plots:
        load_plotting()
    cell = prepare({"namespaces", *sys.argv[1:]} - {PLOTS}, plots=plots)._replace(keeper=os.getppid())
    requests, replies, output = os.dup(0), os.dup(1), os.dup(2)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)
    redirect(output)
    open_streams()
    os.close(output)
    hide_the_kit()

    with contextlib.suppress(BrokenPipeError), open(requests, "rb") as stream:
        lock_in(cell, json.loads(stream.readline()))
        write_all(replies, frame({"missing": cell.missing}))
        serve(stream, partial(write_all, replies))
    sys.stdout.flush()
    os._exit(0)
