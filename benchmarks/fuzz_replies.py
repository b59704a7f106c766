"""Fuzz the reader of replies with atheris, guided by coverage, for as long as wanted.

    python -m pip install atheris
    python benchmarks/fuzz_replies.py [-max_total_time=SECONDS] [-runs=N]

Ends with the input as soon as anything but the wire's own errors is raised, or a reply costs the judge more
memory or time than one of its length may. The test suite does the same with Hypothesis, for a second.
"""

from __future__ import annotations

import contextlib
import struct
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator

import atheris

with atheris.instrument_imports(include=["autograder"]):
    from autograder.facts.calls import Call, Named, Sweep, vector
    from autograder.facts.interface import Function, Interface
    from autograder.student.protocol import frames, load_reply, outline_reply, replies
    from autograder.student.protocol.requests import Module

FUNCTIONS = (
    Function("forward", ("x",), ("y_pred",)),
    Function("loss", ("y", "y_pred"), ("J",)),
    Function("gradient", ("x", "y"), ("dw", "db")),
)
INTERFACE = Interface({function.name: function for function in FUNCTIONS}, ("w", "b"))
INPUTS = Named({"x": 5.0, "y": vector((1.0, 2.0)), "w": 0.5})
CALLS = (
    Call(("forward", "loss"), INPUTS),
    Call(("forward", "loss"), INPUTS, Sweep("w", 1.0, (1.0, 2.0))),
    Call(("gradient",), INPUTS),
    Call(("gradient",), INPUTS, Sweep("w", 1.0, (1.0, 2.0))),
)
NOTEBOOK = Module(("pass",) * 40, "x.py", INTERFACE)
OUTPUT = "\N{GRINNING FACE}".encode() + b"\xff" * 65_532
"""As much output as is read; each of its bytes becomes a letter of four bytes."""
MOST_MEMORY, MOST_SECONDS = 8_000_000, 0.5
"""Bytes and seconds of computing that a reply may cost the judge; the longest is the outline's, of 256 kB."""
HONEST = (
    frames.frame(
        {
            "results": {"J": {"d": "float64", "s": [2]}},
            "changed": ["y"],
            "parameters": ["w"],
            "printed": True,
        },
        frames.CALL_NUMBER.pack(0) + struct.pack("<2d", 1.0, 2.0),
    ),
    frames.frame(
        {
            "results": {"dw": {"d": "float64", "s": [2]}, "db": {"d": "float32", "s": []}},
            "changed": [],
            "parameters": ["w", "b"],
            "printed": False,
        },
        frames.CALL_NUMBER.pack(0) + struct.pack("<2df", 1.0, 2.0, 3.0),
    ),
    frames.frame({"unfit": {"function": "gradient", "type": "a tuple of 3", "text": ""}, "printed": True}),
    frames.frame(
        {
            "raised": {"function": "loss", "type": "E", "message": "m", "line": [3, None], "text": "t"},
        }
    ),
    frames.frame({"absent": "loss"}),
    frames.frame({"at": [0, 1], "line": [3, None]}),
    frames.frame({"results": {"J": {"type": "str", "text": "x"}}, "changed": [], "parameters": []}),
    frames.frame(
        {
            "lines": {"loss": [3, 2]},
            "prevented": {},
            "taken": {"loss": {"line": [4, 2], "type": "float"}},
            "printed": [0, 65536, 65536],
            "raised": [{"type": "E", "message": "", "line": [1, 1], "text": ""}],
            "numpy": "2",
            "parameters": {"w": {"d": "float64", "s": [4]}},
        }
    ),
    frames.frame(
        {
            "definitions": [
                {
                    "name": "f",
                    "place": "class",
                    "inside": "C",
                    "line": [3, None],
                    "until": 4,
                    "parameters": ["x"],
                    "required": 1,
                }
            ],
            "globals": [{"name": "w", "kind": "number", "line": [1, 2]}],
            "star": False,
        }
    ),
)


def understand(data: bytes) -> None:
    """Read data as every kind of reply; the first byte chooses an honest frame to write it over."""
    if not data:
        return
    honest = HONEST[data[0] % len(HONEST)]
    place = data[1] % len(honest) if len(data) > 1 else 0
    for attempt in (
        data,
        honest[:place] + data[2:],
        honest[:place] + data[2:] + honest[place + len(data) - 2 :],
    ):
        for call in CALLS:
            with contextlib.suppress(frames.WireError, EOFError):
                replies.read_reply(_reader(attempt), call, INTERFACE)
        try:
            header, payload = frames.read_frame(_reader(attempt), outline_reply.LARGEST_OUTLINE)
        except (frames.WireError, EOFError):
            continue
        for call in CALLS:
            for read in (
                lambda: load_reply.read_start(header),  # noqa: B023 - called at once
                lambda: load_reply.read_loaded(header, NOTEBOOK, OUTPUT),  # noqa: B023 - as above
                lambda: replies.read_outcome(header, payload, call, INTERFACE),  # noqa: B023 - as above
                lambda: outline_reply.read_outline(header),  # noqa: B023 - as above
            ):
                with _bounded(), contextlib.suppress(frames.WireError):
                    read()


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """Fail where the block takes more memory at its largest, or more time, than a reply may."""
    started = time.process_time()
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    seconds = time.process_time() - started
    if peak > MOST_MEMORY or seconds > MOST_SECONDS:
        raise MemoryError(f"a reply cost {peak / 1e6:.1f} MB and {seconds:.2f} s")


def _reader(data: bytes) -> Callable[[int], bytes]:
    place = 0

    def read(size: int) -> bytes:
        nonlocal place
        if len(data) - place < size:
            raise EOFError
        place += size
        return data[place - size : place]

    return read


if __name__ == "__main__":
    atheris.Setup(sys.argv, understand)
    atheris.Fuzz()
