"""Measure what isolation costs a submission, and how late one that never ends is stopped.

    python benchmarks/isolation.py [--rounds N]

The same submission runs in processes forked with every layer and with none but limits, in turn, so that a
busy moment meets both. CPU time is that of the zygote and the student processes, taken when they have ended.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import time
from collections.abc import Collection
from contextlib import closing

from autograder.facts.calls import Call, Named, vector
from autograder.facts.interface import Function, Interface
from autograder.facts.limits import Limits
from autograder.student.fork import ForkServer
from autograder.student.launch import launch_zygote
from autograder.student.protocol.requests import Module
from autograder.student.session import Session

LAYERS = ("privileges", "landlock", "seccomp", "namespaces")
BATCH = 100
SUBMISSION = """\
import numpy as np
w = 0.0
def forward(x):
    return w * x
def loss(y, y_pred):
    return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred):
    return np.mean(2 * x * (y_pred - y))
"""
X = vector((1.0, 2.0, 3.0, 4.0))
VALUES = Named({"x": X, "y": X, "y_pred": X, "w": 0.5})
FUNCTIONS = (
    Function("forward", ("x",), ("y_pred",)),
    Function("loss", ("y", "y_pred"), ("J",)),
    Function("gradient", ("x", "y", "y_pred"), ("dw",)),
)
CALLS = tuple(Call((function.name,), VALUES) for function in FUNCTIONS)
HANGS = """\
def forward(x):
    while True:
        try:
            while True: pass
        except BaseException: pass
"""


def module(source: str) -> Module:
    """Make a submission of a text."""
    functions = {function.name: function for function in FUNCTIONS}
    return Module(source, "linear_regression.py", Interface(functions, ("w",)))


def cpu() -> float:
    """Sum the CPU seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_each(without: Collection[str], submissions: int) -> tuple[float, float]:
    """Run submissions in a zygote of their own; return CPU and wall seconds of the whole."""
    before = cpu()
    with closing(ForkServer(launch_zygote(without))) as server:
        _ = server.isolation  # numpy is loaded
        started = time.perf_counter()
        for _ in range(submissions):
            with Session(server, module(SUBMISSION), Limits()) as session:
                session.run(CALLS)
        wall = time.perf_counter() - started
    return cpu() - before, wall


def marginal(without: Collection[str]) -> tuple[float, float]:
    """Return CPU and wall milliseconds of one more submission: start and end of the zygote cancel out."""
    few, many = seconds_each(without, 1), seconds_each(without, BATCH + 1)
    return (many[0] - few[0]) / BATCH * 1e3, (many[1] - few[1]) / BATCH * 1e3


def lateness(seconds: float) -> float:
    """Return how many seconds past its limit a submission that never ends is gone."""
    with closing(ForkServer()) as server, Session(server, module(HANGS), Limits(seconds)) as session:
        started = time.perf_counter()
        session.run((CALLS[0],))
        return time.perf_counter() - started - seconds


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    found = [(marginal(()), marginal(LAYERS)) for _ in range(rounds)]
    with closing(ForkServer()) as server:
        print(f"{platform.machine()}, Python {platform.python_version()}, {rounds} rounds of {BATCH}")
        print(f"every layer: {server.isolation}")
    for k, what in enumerate(("CPU", "wall")):
        whole, bare = (statistics.median(pair[side][k] for pair in found) for side in (0, 1))
        cost = statistics.median(pair[0][k] - pair[1][k] for pair in found)
        print(
            f"{what:<5} every layer {whole:6.2f} ms   limits alone {bare:6.2f} ms   isolation {cost:6.2f} ms"
        )
    late = [lateness(0.3) for _ in range(rounds)]
    print(f"a submission that never ends is gone {max(late) * 1e3:.0f} ms after its limit, at the latest")


if __name__ == "__main__":
    main()
