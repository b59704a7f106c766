"""Describe what student code returns and raises, as data for the judge."""

from __future__ import annotations

import math
import struct
import sys
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from autograder.facts.attributes import NOT_SET
from autograder.facts.dtypes import REAL_DTYPES
from autograder.student.process.results import UNSET, Signature
from autograder.student.process.stand_ins import Absent, Harmless
from autograder.student.protocol.frames import (
    CALL_NUMBER,
    MAX_DIMENSIONS,
    MAX_ENTRIES,
    MAX_PAYLOAD,
    frame_start,
)

NATIVE = {name: np.dtype(name) for name in REAL_DTYPES}
"""By name: what a submission's own arrays have. Equal ones with an explicit byte order fail in memoryview."""
LITTLE_ENDIAN = NATIVE
"""The dtype in which numbers are sent, by name."""
if sys.byteorder == "big":
    LITTLE_ENDIAN = {name: dtype.newbyteorder("<") for name, dtype in NATIVE.items()}
DTYPES = {dtype: name for name, dtype in LITTLE_ENDIAN.items()}
DOUBLE, DOUBLES = struct.Struct("<d"), {float, np.float64}
LONGEST_SENT_TEXT = 310
"""Characters of a text that is sent."""
ARRAYS = {np.ndarray, np.float32}
"""Types whose values have a dtype, and no attribute that a submission can define."""


def own_frames(error: BaseException, files: Collection[str]) -> list[tuple[str, int, str]]:
    """List the submission's lines in a traceback, the innermost last: file, line, and name of the code.

    If the text is not Python, it is the line that Python could not read.
    """
    lines = []
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename in files:
            lines.append((code.co_filename, traceback.tb_lineno, code.co_name))
        traceback = traceback.tb_next
    if not lines and isinstance(error, SyntaxError) and error.filename in files:
        lines.append((error.filename or "", error.lineno or 0, ""))
    return lines


def message(error: BaseException) -> str:
    """Return an exception's text; making it may run student code."""
    try:
        return str(error)
    except BaseException:
        return "(its message cannot be read)"


def clipped(text: object) -> str:
    """Bound a text before it is sent: the judge shows less of it, and several must fit into a header."""
    return (
        text[:LONGEST_SENT_TEXT].encode("utf-8", "backslashreplace").decode() if isinstance(text, str) else ""
    )


class Numbers(NamedTuple):
    """A copy of a returned array of real numbers, as it was when it was read."""

    dtype: str
    shape: tuple[int, ...]
    payload: bytes


class Other(NamedTuple):
    """A description of a returned value of another kind, as it was when it was read."""

    type: str
    text: str = ""


class Effects(NamedTuple):
    """The side effects of a call; the names are those of the header."""

    changed: tuple[str, ...]  # names of arguments
    parameters: tuple[str, ...]  # names of those that it gave another value
    printed: bool
    data: tuple[str, ...]  # names of training data that had changed


def read(value: Any) -> Numbers | Other:  # noqa: ANN401 - anything may be returned
    """Read a returned value: its numbers are copied, and nothing that runs later changes what was read.

    To read is to run student code where the value is an object of the submission's own. The usual values,
    floats and arrays, are read at once; all others have to be examined.
    """
    try:
        kind = type(value)
        if kind in DOUBLES:
            return Numbers("float64", (), DOUBLE.pack(value))
        if kind in ARRAYS and value.size <= MAX_ENTRIES and value.ndim <= MAX_DIMENSIONS:
            dtype = DTYPES.get(value.dtype)
            if dtype is not None:
                return Numbers(dtype, value.shape, value.tobytes())
    except BaseException:  # noqa: S110 - examining it says what it is
        pass
    return examined(value)


def examined(value: object) -> Numbers | Other:
    """Read any value: real numbers by their bytes, everything else by its type."""
    if value is UNSET:
        return Other(NOT_SET)
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


def returned(
    names: Sequence[str], readings: Sequence[Numbers | Other], effects: Effects, number: int
) -> bytes:
    """Pack the results of a call into the frame that answers it."""
    forms, payloads = [], []
    for reading in readings:
        if type(reading) is Numbers:
            forms.append(reading[:2])
            payloads.append(reading.payload)
    payload = b"".join(payloads)
    size = len(payload)
    if size > MAX_PAYLOAD - CALL_NUMBER.size:
        too_large = [_too_large(reading) for reading in readings]
        return returned(names, too_large, effects, number)
    if len(forms) == len(readings):
        start = _plain_start(tuple(names), tuple(forms), effects, size)
    else:
        start = _start(names, [_form(reading) for reading in readings], effects, size)
    return start + CALL_NUMBER.pack(number) + payload


@lru_cache(maxsize=64)
def _plain_start(names: tuple[str, ...], forms: Any, effects: Effects, size: int) -> bytes:  # noqa: ANN401
    """Write a frame of arrays up to the number of the call: most calls of a function have equal ones."""
    return _start(names, [{"d": dtype, "s": shape} for dtype, shape in forms], effects, size)


def _start(names: Sequence[str], forms: Sequence[dict[str, Any]], effects: Effects, size: int) -> bytes:
    """Write the frame of some results up to the number of the call, which their `size` bytes follow."""
    header = {"results": dict(zip(names, forms, strict=True))} | effects._asdict()
    return frame_start(header, CALL_NUMBER.size + size)


def _too_large(reading: Numbers | Other) -> Other:
    """Describe a result that is not sent, because all results of the call together are too large."""
    return reading if isinstance(reading, Other) else Other(f"array of shape {reading.shape}")


def _form(reading: Numbers | Other) -> dict[str, Any]:
    """Describe a result without its numbers."""
    if isinstance(reading, Other):
        return reading._asdict()
    return {"d": reading.dtype, "s": reading.shape}


def misfit(value: Any, signature: Signature) -> Other:  # noqa: ANN401 - anything may be returned
    """Describe a value that does not hold the results of a function."""
    reading = read(value)
    if isinstance(reading, Numbers):
        return Other(f"an array of shape {reading.shape}" if reading.shape else "a single number")
    try:
        if signature.keys and isinstance(value, dict):
            absent = [key for key in signature.keys if key not in value]
            return Other(clipped(f"a dict without {', '.join(absent)}"))
        several = isinstance(value, tuple | list)
        return Other(f"a {type(value).__name__} of {len(value)}") if several else reading
    except BaseException:
        return reading


def described(value: object) -> dict[str, Any]:
    """Describe a value without its numbers."""
    return _form(read(value))


def as_array(value: Any) -> np.ndarray[Any, Any] | None:  # noqa: ANN401 - anything may be returned
    """Read an array, a NumPy or Python scalar or a fraction of real numbers; None for anything else."""
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
