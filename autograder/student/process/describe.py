"""Describe what student code returns and raises, as data that can cross the border."""

from __future__ import annotations

import math
import struct
import sys
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from autograder.facts.dtypes import REAL_DTYPES
from autograder.student.process.stand_ins import Absent, Harmless
from autograder.student.protocol.frames import MAX_DIMENSIONS, MAX_ENTRIES, NUMBER, frame_start

NATIVE = {name: np.dtype(name) for name in REAL_DTYPES}
"""By name: what a submission's own arrays have. Equal ones with an explicit byte order fail in memoryview."""
LITTLE_ENDIAN = NATIVE
"""By name: how numbers cross."""
if sys.byteorder == "big":
    LITTLE_ENDIAN = {name: dtype.newbyteorder("<") for name, dtype in NATIVE.items()}
DTYPES = {dtype: name for name, dtype in LITTLE_ENDIAN.items()}
DOUBLE, DOUBLES = struct.Struct("<d"), {float, np.float64}
MOST_TEXT = 310
"""Characters of a text that is sent."""
ARRAYS = {np.ndarray, np.float32}
"""Types whose values have a dtype, and no attribute that a submission has a hand in."""


def own_frames(error: BaseException, files: Collection[str]) -> list[tuple[str, int, str]]:
    """List the submission's own lines in a traceback, the innermost last: file, line, and name of the code.

    If the text is not Python, it is the line that Python could not read.
    """
    found = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename in files:
            found.append((code.co_filename, traceback.tb_lineno, code.co_name))
        traceback = traceback.tb_next
    if not found and isinstance(error, SyntaxError) and error.filename in files:
        found.append((error.filename or "", error.lineno or 0, ""))
    return found


def message(error: BaseException) -> str:
    """Read an exception's text, which is student code as well."""
    try:
        return str(error)
    except BaseException:
        return "(its message cannot be read)"


def clipped(text: object) -> str:
    """Bound a text before it is sent: the judge shows less of it, and a header must hold a few."""
    return text[:MOST_TEXT].encode("utf-8", "backslashreplace").decode() if isinstance(text, str) else ""


class Numbers(NamedTuple):
    """A returned value that is an array of real numbers, as it was when it was read."""

    dtype: str
    shape: tuple[int, ...]
    payload: bytes


class Other(NamedTuple):
    """A returned value of another kind, as it was when it was read."""

    type: str
    text: str = ""


class Effects(NamedTuple):
    """What a call did besides; the names are those of the header."""

    changed: tuple[int, ...]  # positions of arguments
    set: bool  # whether it gave the parameter another value
    printed: bool
    data: tuple[str, ...]  # names of training data that had changed


def read(value: object) -> Numbers | Other:
    """Read a returned value: its numbers are copied, and nothing that runs later changes what was read.

    To read is to run student code where the value is an object of the submission's own.
    """
    return plain(value) or examined(value)


def plain(value: Any) -> Numbers | None:  # noqa: ANN401 - anything may be returned
    """Read what is mostly returned, a float or an array; None for the rest, which has to be examined."""
    try:
        kind = type(value)
        if kind in DOUBLES:
            return Numbers("float64", (), DOUBLE.pack(value))
        if kind not in ARRAYS or value.size > MAX_ENTRIES or value.ndim > MAX_DIMENSIONS:
            return None
        dtype = DTYPES.get(value.dtype)
        return None if dtype is None else Numbers(dtype, value.shape, value.tobytes())
    except BaseException:
        return None


def examined(value: object) -> Numbers | Other:
    """Read any value: real numbers by their bytes, everything else by its type."""
    try:
        array = as_array(value)
        if array is None or array.dtype not in DTYPES:
            kind = f"an array of {array.dtype}" if array is not None else type(value).__name__
            return Other(clipped(kind), clipped(value))
        if array.size > MAX_ENTRIES or array.ndim > MAX_DIMENSIONS:
            return Other(f"array of shape {array.shape}")
        return Numbers(DTYPES[array.dtype], array.shape, array.tobytes())
    except BaseException:
        return Other(clipped(type(value).__name__))


def stacked(results: Sequence[float | Numbers | Other]) -> Numbers | Other:
    """Stack the results of a sweep; those that are floats come as they are, because floats never change.

    A result that is not a number, or has another shape than those before it, is returned for all of them.
    """
    if {type(result) for result in results} <= DOUBLES:
        return Numbers("float64", (len(results),), b"".join(map(DOUBLE.pack, results)))
    readings = [read(result) if isinstance(result, float) else result for result in results]
    arrays: list[Numbers] = []
    for reading in readings:
        if isinstance(reading, Other):
            return reading
        if arrays and reading.shape != arrays[0].shape:
            return Other("results that differ in shape")
        arrays.append(reading)
    shape = (len(arrays), *arrays[0].shape)
    if math.prod(shape) > MAX_ENTRIES or len(shape) > MAX_DIMENSIONS:
        return Other(f"array of shape {shape}")
    entries = [np.frombuffer(array.payload, LITTLE_ENDIAN[array.dtype]) for array in arrays]
    together = np.concatenate(entries)  # in a dtype that holds all of theirs
    little_endian = together.astype(together.dtype.newbyteorder("<"), copy=False)
    return Numbers(DTYPES[little_endian.dtype], shape, little_endian.tobytes())


@lru_cache(maxsize=64)
def plain_start(dtype: str, shape: tuple[int, ...], effects: Effects) -> bytes:
    """Write the frame of a returned array up to the number of the call, which its bytes follow."""
    size = NUMBER.size + math.prod(shape) * LITTLE_ENDIAN[dtype].itemsize
    return frame_start(value_header({"d": dtype, "s": shape}, effects), size)


def value_header(value: dict[str, Any], effects: Effects) -> dict[str, Any]:
    """Write the header about a returned value, and about what the call did besides."""
    return {"value": value} | effects._asdict()


def described(value: object) -> dict[str, Any]:
    """Describe a value without its numbers."""
    reading = read(value)
    if isinstance(reading, Other):
        return reading._asdict()
    return {"d": reading.dtype, "s": reading.shape}


def as_array(value: Any) -> np.ndarray[Any, Any] | None:  # noqa: ANN401 - anything may be returned
    """Read real numbers: arrays, NumPy and Python scalars, fractions; None for anything else."""
    if isinstance(value, np.ndarray | np.generic):
        if hasattr(value, "mask"):  # asking for numpy.ma by name would import it
            return None
        array = np.asarray(value)
    elif isinstance(value, bool | float):
        array = np.asarray(value)
    elif isinstance(value, Harmless | Absent):
        return None  # they have any attribute
    elif isinstance(value, int) or hasattr(value, "as_integer_ratio"):
        array = np.asarray(float(value))
    else:
        return None
    if array.dtype == np.longdouble:
        array = array.astype(np.float64)
    return array.astype(array.dtype.newbyteorder("<"), copy=False)
