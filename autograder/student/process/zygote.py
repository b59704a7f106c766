"""The zygote: a warm process with numpy loaded and nothing else, from which student processes are forked.

It never sees a submission, a reference or an expected value: the judge hands it descriptors, which
only the fork uses: a pipe of requests, a pipe to say that a request is answered, and files in memory
for replies and output. Replies in a file outlive the process, and their reader never blocks it. Each
fork puts on the seal before it reads its requests.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from autograder.student.process.children import ends_within
from autograder.student.process.contract import hide_the_kit
from autograder.student.process.descriptors import open_streams, redirect, write_all
from autograder.student.process.serving import serve
from autograder.student.process.warm_up import warm_up
from autograder.student.protocol.frames import frame
from autograder.student.protocol.orders import ABOUT_PROCESS, ENDED, FORKED, TO_FORK, TO_REAP, TO_SHOW
from autograder.student.sandbox.readable import PLOTS, load_ahead, load_plotting
from autograder.student.sandbox.seal import Seal, Steps, layers, prepare, put_on

MAX_CONTROL_BYTES = 4096
DESCRIPTORS = 4
ANSWERED = b"."
A_MOMENT = 0.001
"""Seconds of CPU time that a fork has spent, at most, when it is sealed."""
FORK = os.fork  # what submissions find in its place refuses


def main() -> None:
    """Serve the judge on standard input, a socket, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=os.dup(0))
    os.dup2(1, 0)  # standard input of every fork: nothing
    alive: set[int] = set()
    sys.dont_write_bytecode = True
    plots, without = PLOTS in sys.argv, {*sys.argv[1:]} - {PLOTS}
    load_ahead()
    if plots:
        load_plotting()
    seal = prepare(without, plots=plots)
    get_ready()
    with contextlib.suppress(ConnectionError):  # the judge has gone
        control.send(json.dumps({"missing": seal.missing}).encode())
        answer(control, seal, alive)
    for pid in alive:
        reap(pid, 0)
    os._exit(0)  # tearing numpy down takes longer than all of this


def answer(control: socket.socket, seal: Seal, alive: set[int]) -> None:
    """Fork and reap processes as the judge orders; `alive` holds those that are not reaped."""
    plan_of = b""
    plan: Plan | None = None
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, MAX_CONTROL_BYTES, DESCRIPTORS)
        if not message:
            return
        if not message.startswith(TO_FORK):
            kind, pid, grace = ABOUT_PROCESS.unpack(message)
            if kind == TO_REAP:
                alive.discard(pid)
                control.send(ENDED.pack(*reap(pid, grace)))
            else:
                show(control, pid)
            continue
        if message != plan_of:
            plan_of, plan = message, None
            with contextlib.suppress(Exception):  # the fork that cannot be planned will tell why
                plan = planned(seal, message)
        pid = FORK()
        if pid == 0:
            become_student(control.fileno(), descriptors, plan or partial(planned, seal, message))
        alive.add(pid)
        for descriptor in descriptors:
            os.close(descriptor)
        control.send(FORKED.pack(pid))


def show(control: socket.socket, pid: int) -> None:
    """Give the judge a descriptor of a student process, which tells it the number outside of this world."""
    with contextlib.ExitStack() as given:
        pidfds = []
        with contextlib.suppress(OSError):  # before Linux 5.3 there are none
            pidfds.append(os.pidfd_open(pid))
            given.callback(os.close, pidfds[0])
        socket.send_fds(control, [TO_SHOW], pidfds)


def get_ready() -> None:
    """Do what would be the same in every fork."""
    errors = os.dup(2)
    redirect(1)  # to nothing: streams remember what kind of file they were made for
    open_streams()
    os.dup2(errors, 2)
    os.close(errors)
    hide_the_kit()
    warm_up()
    gc.collect()
    gc.freeze()  # no collection in a fork looks at, and so copies, what is here


class Plan(NamedTuple):
    """The steps of a fork before it serves; they are kept, as most orders are alike."""

    folder: str
    steps: Steps
    hello: bytes


def planned(seal: Seal, message: bytes) -> Plan:
    """Make the plan of a fork from an order."""
    order = json.loads(message.removeprefix(TO_FORK))
    steps = layers(seal, order["limits"], A_MOMENT)
    return Plan(order["folder"] or seal.folder, steps, frame({"missing": seal.missing}))


def become_student(control: int, descriptors: list[int], plan: Plan | Callable[[], Plan]) -> None:
    """Turn this fork into the student process of one submission; never returns."""
    status = 1
    try:
        os.setsid()
        os.close(control)
        requests, answered, replies, output = descriptors
        redirect(output)
        os.close(output)
        plan = plan if isinstance(plan, Plan) else plan()
        os.chdir(plan.folder)
        put_on(plan.steps)
        write_all(replies, plan.hello)  # from now on, the submission's time runs
        write_all(answered, ANSWERED)
        stream = io.BufferedReader(io.FileIO(requests))
        serve(stream, partial(write_all, replies), partial(write_all, answered, ANSWERED))
        status = 0
    except BrokenPipeError:
        pass  # the judge has gone
    except BaseException as error:  # noqa: BLE001 - nothing may return into the zygote's loop
        with contextlib.suppress(BaseException):
            os.write(2, f"{error!r}\n".encode())
    finally:
        os._exit(status)


def reap(pid: int, grace: float) -> tuple[int, float, int, bool]:
    """End a process and its group, and return what ENDED packs of it.

    A process that is about to end by itself gets `grace` seconds to do so.
    """
    ended = ends_within(pid, grace)
    with contextlib.suppress(ProcessLookupError):  # before setsid there is no group yet
        os.killpg(pid, signal.SIGKILL)
    os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)  # only now may its number be given to another
    code = os.waitstatus_to_exitcode(status)
    return code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, ended
