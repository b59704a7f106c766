"""`autograder doctor`: the layers that hold submissions on this machine, found by trying them."""

from __future__ import annotations

import argparse
import platform
import statistics
import time
from contextlib import closing

from autograder.cli.status import DONE, TO_FIX
from autograder.facts.calls import Call, Named
from autograder.facts.interface import Function, Interface
from autograder.facts.isolation import LAYERS
from autograder.facts.limits import Limits
from autograder.facts.versions import versions
from autograder.student.backend import Backend
from autograder.student.machine import best_backend
from autograder.student.protocol.requests import Module
from autograder.student.selftest import open_doors, promised
from autograder.student.session import Session

ROUNDS = 20
INTERFACE = Interface({"forward": Function("forward", ("x",), ("y_pred",))}, ())
SUBMISSION = Module("import numpy as np\ndef forward(x):\n    return x * 1.0\n", "one.py", INTERFACE)


def run(_: argparse.Namespace) -> int:
    """Print layers, doors, versions, and the time of one submission."""
    with closing(best_backend()) as backend:
        isolation = backend.isolation
        seconds, numpy = _one_submission(backend)
        doors = open_doors(backend)
    known = ", ".join(f"{name} {version}" for name, version in versions(numpy).items())
    print(f"{known}, {platform.system()} {platform.release()} {platform.machine()}")
    print(f"one submission: {seconds * 1e3:.1f} ms (start, run, one call, end; median of {ROUNDS})")
    print(f"\nisolation: {isolation.level}, student processes start by {isolation.start}")
    for layer in LAYERS:
        missing = isolation.missing.get(layer.name)
        print(f"  {layer.name:<12} {'holds' if missing is None else f'missing: {missing}'}")
        if missing is not None:
            print(f"  {'':<12} without it, a submission could {layer.without}")
            print(f"  {'':<12} it needs {layer.remedy}")
    print("\ndoors, tried from inside a student process")
    closed = promised(isolation)
    for door, is_open in doors.items():
        why = (
            "OPEN, although a layer should close it"
            if door in closed
            else "open: the layer for it is missing"
        )
        print(f"  {door.replace('_', ' '):<26} {why if is_open else 'closed'}")
    return DONE if isolation.sealed and not any(doors[door] for door in closed) else TO_FIX


def _one_submission(backend: Backend) -> tuple[float, str]:
    """Time some submissions; return the median in seconds of wall time, and their version of numpy."""
    took = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        with Session(backend, SUBMISSION, Limits()) as session:
            session.run([Call(("forward",), Named({"x": 1.0}))])
        took.append(time.perf_counter() - started)
    return statistics.median(took), session.loaded.numpy
