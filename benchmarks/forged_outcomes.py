"""Outcomes of student processes that are made up, of any kind that a reply may hold."""

from __future__ import annotations

import ctypes
import math
import struct
import sys
from random import Random

from autograder.facts.calls import Array, Call, Named, Opaque
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.outcomes import Absent, Cause, Ended, Line, Outcome, Raised, Returned, Unfit, Within
from autograder.facts.text import line_of
from autograder.student.protocol.fields import MAX_CELL, MAX_LINE_NUMBER

NUMBERS = (
    0.0,
    -0.0,
    5e-324,
    1e-308,
    1e-17,
    0.1,
    0.5,
    1.0,
    2.0,
    3.0,
    -1.0,
    1e6,
    2.0**53,
    1e17,
    1e100,
    1e154,
    1e200,
)
EXTREMES = (1e300, -1e300, sys.float_info.max, -sys.float_info.max, math.inf, -math.inf, math.nan)
WHOLE = (0, 1, -1, 7, 255, 2**31 - 1, -(2**63), 2**63 - 1, 2**64 - 1)
NAMES = (
    "forward loss gradient grad compute_gradient dloss_dw cost mse predict model f J main plot x y y_pred w "
    "b w0 theta0 theta1 lr n N X Y error args self \N{GREEK SMALL LETTER THETA} y_hat weights np A" + "a" * 90
).split()
TYPES = [
    "NoneType",
    "str",
    "list",
    "tuple",
    "dict",
    "complex",
    "Tensor",
    "ValueError",
    "TypeError",
    "NameError",
    "ZeroDivisionError",
    "SyntaxError",
    "IndentationError",
    "NotImplementedError",
    "ModuleNotFoundError",
    "ImportError",
    "MemoryError",
    "RecursionError",
    "SystemExit",
    "AttributeError",
    "UnboundLocalError",
    "KeyboardInterrupt",
    "EOFError",
    "{0}",
    "%s",
]
TABLES = tuple(
    "\n".join(
        f"w = {2 - 2 * 0.85**epoch:.5f} loss = {30 * 0.7225**epoch:.5f}" for epoch in range(first, first + 9)
    )
    for first in (0, 3, 30)
)
"""What training prints, from an epoch on."""
TEXTS = (
    "",
    "{0} {x!r} {} { } }{",
    "%s %(x)d %",
    "name 'w' is not defined",
    "name 'gradient' is not defined",
    "No module named 'torch'",
    "No module named",
    "''''''",
    "module 'numpy' has no attribute 'float'",
    "'float' object is not callable",
    "something of Jupyter",
    "invalid character '\N{MINUS SIGN}' (U+2212)",
    "invalid non-printable character U+10FFFF",
    "unterminated triple-quoted string literal (detected at line 3)",
    "f-string: expecting '}'",
    "\x1b[31mred\x1b[0m \x00 \u202e ##vso[task] ::error::",
    "=HYPERLINK(1);+1|@2",
    "<script>&amp;",
    "w = 1e400, loss = 1e-400, w: 1e+99999999999, f(5) 0.000000000000000000001",
    "w = " + "9" * 400 + " loss = 1e" + "9" * 5000,
    "w = 0.300 loss = 1.2\nw = 0.5 loss = 0.9\n" * 15,
    "w = 1.984693 f(5) = 9.92 loss: 0.0045",
    "\N{SNOWMAN}" * 400,
    "import numpy as np",
    "```",
    *TABLES,
)
CUT = tuple(map(line_of, TEXTS))
RESULTS = {"forward": "y_pred", "loss": "J", "gradient": "dw"}
"""What each function of the first exercise returns."""


def stacked(random: Random, call: Call) -> tuple[int, ...]:
    """Choose the first axis: the steps of a sweep, or as many of a descent as there may be."""
    if call.descent is not None:
        return (random.randint(1, call.descent.epochs),)
    return (len(call.sweep.steps),) if call.sweep else ()


def anything(random: Random, call: Call) -> Outcome:
    """Make up an outcome of a call, of any kind."""
    match random.randrange(9):
        case 0:
            return Absent(random.choice(sorted(call.called)))
        case 1 | 2:
            return raised(random, random.choice((*sorted(call.called), "module")))
        case 3:
            return ended(random, random.choice((*sorted(call.called), "module")))
        case 4:
            value: Array | Opaque = Opaque(random.choice(TYPES), text(random))
        case 5:
            unfit = Opaque(random.choice(TYPES), text(random))
            return Unfit(random.choice(sorted(call.called)), unfit, ("dw", "db"), random.random() < 0.2)
        case _:
            value = any_array(random, stacked(random, call))
    changed = tuple(name for name in call.inputs if random.random() < 0.1)
    parameters = ("w",) if random.random() < 0.1 else ()
    data = tuple(name for name in random.sample(NAMES, 3) if random.random() < 0.05)
    results = Named({RESULTS.get(call.functions[-1], "y_pred"): value})
    return Returned(results, changed, parameters, random.random() < 0.3, data)


def any_array(random: Random, before: tuple[int, ...]) -> Array:
    """Make up an array of any dtype, shape and values."""
    shape = (
        *before,
        *random.choice(((), (), (1,), (2,), (4,), (1, 1), (3, 1), (2, 2), (0,), (2, 0, 3), (1,) * 8)),
    )
    dtype = random.choice(tuple(REAL_DTYPES))
    pool: tuple[float, ...] = (*NUMBERS, *EXTREMES) if dtype.startswith("float") else WHOLE
    values = (cast(random.choice(pool), dtype) for _ in range(math.prod(shape)))
    return Array(dtype, shape, tuple(values))


def cast(value: float, dtype: str) -> float:
    """Cast a number as NumPy does, or nearly so: what matters is Python's type and range."""
    if dtype.startswith("float"):
        if dtype == "float32":
            return ctypes.c_float(value).value
        try:
            return value if dtype == "float64" else struct.unpack("<e", struct.pack("<e", value))[0]
        except OverflowError:
            return math.copysign(math.inf, value)
    if dtype == "bool":
        return bool(value)
    bits, unsigned = int(dtype.lstrip("uint")), dtype.startswith("u")
    whole = int(value) % 2**bits if math.isfinite(value) else 2 ** (bits - 1)
    return whole if unsigned or whole < 2 ** (bits - 1) else whole - 2**bits


def text(random: Random) -> str:
    """Choose a text, and cut it as a reply's is."""
    return random.choice(CUT)


def line(random: Random) -> Line | None:
    """Choose a line of a script or a cell, or none."""
    return random.choice(
        (None, Line(1), Line(MAX_LINE_NUMBER), Line(3, 1), Line(3, 7), Line(MAX_LINE_NUMBER, MAX_CELL))
    )


def raised(random: Random, function: str) -> Raised:
    """Make up an exception."""
    inner = random.choice((None, Within(random.choice(NAMES), line(random), text(random))))
    return Raised(function, random.choice(TYPES), text(random), line(random), text(random), inner)


def ended(random: Random, function: str) -> Ended:
    """Make up an end of a process."""
    return Ended(function, random.choice(tuple(Cause)), text(random), line(random))
