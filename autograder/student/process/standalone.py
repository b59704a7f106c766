"""Run a student process in a new interpreter: requests on standard input, replies on standard output."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from functools import partial

from autograder.student.process.contract import hide_the_kit
from autograder.student.process.descriptors import open_streams, redirect, write_all
from autograder.student.process.serving import serve
from autograder.student.protocol.frames import frame
from autograder.student.sandbox.readable import PLOTS, load_ahead, load_plotting
from autograder.student.sandbox.seal import lock_in, prepare


def main() -> None:
    """Serve one submission; the limits are the first line of the input."""
    load_ahead()
    plots = PLOTS in sys.argv
    if plots:
        load_plotting()
    seal = prepare({"namespaces", *sys.argv[1:]} - {PLOTS}, plots=plots)._replace(keeper=os.getppid())
    requests, replies, output = os.dup(0), os.dup(1), os.dup(2)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)
    redirect(output)
    open_streams()
    os.close(output)
    hide_the_kit()

    with contextlib.suppress(BrokenPipeError), open(requests, "rb") as stream:
        lock_in(seal, json.loads(stream.readline()))
        write_all(replies, frame({"missing": seal.missing}))
        serve(stream, partial(write_all, replies))
    sys.stdout.flush()
    os._exit(0)
