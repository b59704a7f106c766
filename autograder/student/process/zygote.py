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
from typing import Any, NamedTuple

import numpy as np

from autograder.student.process.children import ends_within
from autograder.student.process.contract import hide_the_kit
from autograder.student.process.descriptors import open_streams, redirect, write_all
from autograder.student.process.serving import serve
from autograder.student.protocol.frames import CALL_NUMBER, frame
from autograder.student.sandbox.readable import PLOTS, load_ahead, load_plotting
from autograder.student.sandbox.seal import Seal, Steps, layers, prepare, put_on

MAX_CONTROL_BYTES = 4096
DESCRIPTORS = 4
ANSWERED = b"."
WARM_UPS = 40
"""Requests after which the interpreter has adapted its code to what comes: eight rounds make it try."""
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
        order = json.loads(message)
        if "reap" in order:
            alive.discard(order["reap"])
            reply: dict[str, Any] = {"exit": reap(order["reap"], order["grace"])}
        elif "show" in order:
            show(control, order["show"])
            continue
        else:
            if message != plan_of:
                plan_of, plan = message, None
                with contextlib.suppress(Exception):  # the fork that cannot be planned will tell why
                    plan = planned(seal, order)
            pid = FORK()
            if pid == 0:
                become_student(control.fileno(), descriptors, plan or partial(planned, seal, order))
            alive.add(pid)
            for descriptor in descriptors:
                os.close(descriptor)
            reply = {"pid": pid}
        control.send(json.dumps(reply).encode())


def show(control: socket.socket, pid: int) -> None:
    """Give the judge a descriptor of a student process, which tells it the number outside of this world."""
    with contextlib.ExitStack() as given:
        pidfds = []
        with contextlib.suppress(OSError):  # before Linux 5.3 there are none
            pidfds.append(os.pidfd_open(pid))
            given.callback(os.close, pidfds[0])
        socket.send_fds(control, [b"{}"], pidfds)


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


def warm_up() -> None:
    """Run what nearly every submission runs, so that it costs a fork nothing."""
    modules, arguments = dict(sys.modules), sys.argv
    requests = [load_for_warm_up(), *[calls_for_warm_up()] * WARM_UPS]
    serve(io.BytesIO(b"".join(requests)), lambda _: None)
    sys.argv = arguments
    imported = sys.modules.keys() - modules.keys()
    for name in imported:
        del sys.modules[name]


def load_for_warm_up() -> bytes:
    """Make the request to load a small submission."""
    source = b"import numpy as np\nX = np.ones(4)\nw = 0.0\ndef f(x):\n    return np.mean((w * x - x) ** 2)\n"
    source += b"def g(x):\n    raise ValueError\n"
    signature = {"arguments": ["x"], "results": ["x"], "keys": [], "bundles": {}}
    load: dict[str, Any] = {"op": "load", "file": "warm_up.py", "parameters": ["w"], "objects": {}}
    load |= {"functions": {"f": signature, "g": signature}}
    load |= {"parts": "whole", "left_out": [], "output": sys.maxsize, "data": {"x": [1.0] * 4}}
    return frame(load, source)


def calls_for_warm_up() -> bytes:
    """Make the request to call its functions in every way."""
    number = {"n": 0.5}
    twice = {"functions": ["f", "f"], "inputs": {"x": 0, "w": number}}
    calls = [
        *({"functions": ["f"], "inputs": {"x": given, "w": number}} for given in (0, 1, number)),
        twice,
        twice | {"sweep": {"name": "w", "along": number, "steps": [1.0, 2.0, 3.0]}},
        twice | {"descent": {"derivatives": {"w": "x"}, "lr": 0.1, "epochs": 2}},
        {"functions": ["g"], "inputs": {"x": number}},
    ]
    arrays = np.ones(2), np.ones(4, dtype=np.float32)
    descriptions = [{"d": str(array.dtype), "s": array.shape} for array in arrays]
    payload = CALL_NUMBER.pack(0) + b"".join(array.tobytes() for array in arrays)
    return frame({"op": "call", "calls": calls, "arrays": descriptions}, payload)


class Plan(NamedTuple):
    """The steps of a fork before it serves; they are kept, as most orders are alike."""

    folder: str
    steps: Steps
    hello: bytes


def planned(seal: Seal, order: dict[str, Any]) -> Plan:
    """Make the plan of a fork from an order."""
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


def reap(pid: int, grace: float) -> dict[str, Any]:
    """End a student process and its group, and return how it ended and its CPU time.

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
