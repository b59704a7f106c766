"""Run in a zygote what nearly every submission runs, so that it costs a fork nothing."""

from __future__ import annotations

import io
import sys
from typing import Any

import numpy as np

from autograder.student.process.serving import serve
from autograder.student.protocol.frames import CALL_NUMBER, frame

WARM_UPS = 10
"""Submissions after which the interpreter has adapted its code to what comes: eight make it try."""
REQUESTS_FOR_CALLS = 4
"""Requests for calls of each of them."""
WARM_UP_SOURCE = b"""
import numpy as np
X = np.ones(4)
w = 0.0
def f(x):
    return w * x
def g(y, p):
    return np.mean((p - y) ** 4)
def h(x, y, p):
    return np.mean(3 * x * (p + y))
def fails(x):
    raise ValueError
"""
"""A small submission, as most are; it answers no exercise, as students have this file."""
WARM_UP_SIGNATURES = {
    "f": (["x"], "p"),
    "g": (["y", "p"], "j"),
    "h": (["x", "y", "p"], "dw"),
    "fails": (["x"], "x"),
}
"""Function -> its arguments, and its result."""


def warm_up() -> None:
    """Run what nearly every submission runs, so that it costs a fork nothing."""
    modules, arguments = dict(sys.modules), sys.argv
    requests = _texts() + _calls() * REQUESTS_FOR_CALLS
    serve(io.BytesIO(requests * WARM_UPS), lambda _: None)
    sys.argv = arguments
    imported = sys.modules.keys() - modules.keys()
    for name in imported:
        del sys.modules[name]


def _texts() -> bytes:
    """Make the requests to load the submission, and to outline its text."""
    functions = {
        name: {"arguments": arguments, "results": [result], "keys": [], "bundles": {}}
        for name, (arguments, result) in WARM_UP_SIGNATURES.items()
    }
    load: dict[str, Any] = {
        "op": "load",
        "file": "warm_up.py",
        "parameters": ["w"],
        "objects": {},
        "functions": functions,
        "parts": "whole",
        "left_out": [],
        "output": sys.maxsize,
        "data": {"x": [1.0] * 4},
    }
    outline = {"op": "outline", "file": "warm_up.py"}
    return frame(load, WARM_UP_SOURCE) + frame(outline, WARM_UP_SOURCE)


def _calls() -> bytes:
    """Make the request to call its functions in every way."""
    number = {"n": 0.5}
    inputs = {"x": 0, "y": 1, "w": number}
    sweep = {"name": "w", "along": number, "steps": [1.0, 2.0, 3.0]}
    descent = {"derivatives": {"w": "dw"}, "lr": 0.1, "epochs": 2}
    calls: list[dict[str, Any]] = [
        *({"functions": ["f"], "inputs": {"x": given, "w": number}} for given in (0, 1, number)),
        {"functions": ["g"], "inputs": {"y": 0, "p": 1, "w": number}},
        {"functions": ["h"], "inputs": {"x": 0, "y": 0, "p": 1, "w": number}},
        {"functions": ["f", "g"], "inputs": inputs, "sweep": sweep},
        {"functions": ["f", "h"], "inputs": inputs, "descent": descent},
        {"functions": ["fails"], "inputs": {"x": number}},
    ]
    arrays = np.ones(4), np.ones(4, dtype=np.float32)
    descriptions = [{"d": str(array.dtype), "s": array.shape} for array in arrays]
    payload = CALL_NUMBER.pack(0) + b"".join(array.tobytes() for array in arrays)
    return frame({"op": "call", "calls": calls, "arrays": descriptions}, payload)
