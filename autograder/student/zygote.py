"""The warm process that student processes are forked from: it has numpy loaded, and nothing else.

It never sees a submission, a reference or an expected value: the judge hands it descriptors, which
only the fork uses: a pipe of requests, a pipe to say that a request is answered, and files in memory
for replies and output. Replies in a file outlive the process, and their reader never blocks it. Each
fork puts on the cell before it reads its requests.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
from functools import partial
from typing import Any

import numpy as np

from autograder.student.cell import Cell, lock_in, prepare
from autograder.student.children import ends_within
from autograder.student.descriptors import redirect, write_all
from autograder.student.frames import frame
from autograder.student.parts import compiled
from autograder.student.readable import PLOTS, load_ahead, load_plotting
from autograder.student.worker import Submission, serve

MAX_MESSAGE = 4096
DESCRIPTORS = 4
ANSWERED = b"."


def main() -> None:
    """Serve the judge on the socket that is standard input, until it goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=os.dup(0))
    os.dup2(1, 0)  # standard input of every fork: nothing
    alive: set[int] = set()
    sys.dont_write_bytecode = True
    warm_up()
    plots = PLOTS in sys.argv
    if plots:
        load_plotting()
    cell = prepare({*sys.argv[1:]} - {PLOTS}, plots=plots)
    with contextlib.suppress(ConnectionError):  # the judge has gone
        control.send(json.dumps({"missing": cell.missing}).encode())
        answer(control, cell, alive)
    for pid in alive:
        reap(pid, 0)
    os._exit(0)  # tearing numpy down takes longer than all of this


def answer(control: socket.socket, cell: Cell, alive: set[int]) -> None:
    """Fork and reap as the judge orders; `alive` holds the student processes that were not reaped."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, MAX_MESSAGE, DESCRIPTORS)
        if not message:
            return
        order = json.loads(message)
        if "reap" in order:
            alive.discard(order["reap"])
            reply = reap(order["reap"], order["grace"])
        else:
            pid = os.fork()
            if pid == 0:
                become_student(control, cell, descriptors, order)
            alive.add(pid)
            for descriptor in descriptors:
                os.close(descriptor)
            reply = {"pid": pid}
        control.send(json.dumps(reply).encode())


def warm_up() -> None:
    """Use once what nearly every submission uses: what is warm here costs a fork nothing."""
    source = b"import numpy as np\ndef f(x):\n    return np.mean((2.0 * x - x) ** 2)\n"
    submission = Submission(source, {"file": "warm_up.py", "parameter": "w", "output": 0})
    for parts in compiled(submission.texts.values(), "whole").values():
        submission.run(parts, ["f"])
    submission.call({"f": "f", "a": [0], "w": 0.5}, [np.ones(2)])
    load_ahead()


def become_student(control: socket.socket, cell: Cell, descriptors: list[int], order: dict[str, Any]) -> None:
    """Turn this fork into the student process of one submission; never returns."""
    status = 1
    try:
        os.setsid()
        control.close()
        requests, answered, replies, output = descriptors
        redirect(output)
        os.close(output)
        os.chdir(order["folder"] or cell.folder)
        lock_in(cell, order["limits"])
        write_all(replies, frame({"missing": cell.missing}))  # from now on, the submission's time runs
        write_all(answered, ANSWERED)
        with open(requests, "rb") as stream:
            serve(stream, partial(write_all, replies), partial(write_all, answered, ANSWERED))
        status = 0
    except BrokenPipeError:
        pass  # the judge has gone
    except BaseException as error:  # noqa: BLE001 - nothing may return into the zygote's loop
        with contextlib.suppress(BaseException):
            sys.stderr.write(f"{error!r}\n")
    finally:
        os._exit(status)


def reap(pid: int, grace: float) -> dict[str, Any]:
    """End a student process and all of its group; say how it ended and what CPU time it took.

    A process that is about to end by itself gets `grace` seconds to do so.
    """
    ended = ends_within(pid, grace)
    for kill in (os.killpg, os.kill):  # before setsid there is no group yet
        with contextlib.suppress(ProcessLookupError):
            kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)  # only now may its number be given to another
    return {
        "code": os.waitstatus_to_exitcode(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss * 1024,
        "by_itself": ended,
    }
