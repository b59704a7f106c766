"""Describe what student code returns and raises, as data that can cross the border."""

from __future__ import annotations

import math
import struct
from collections.abc import Collection
from functools import lru_cache
from typing import Any

import numpy as np

from autograder.facts.dtypes import REAL_DTYPES
from autograder.student.frames import MAX_DIMENSIONS, MAX_ENTRIES, NUMBER, frame_start
from autograder.student.stand_ins import Absent, Harmless

Described = tuple[dict[str, Any], bytes]
Plain = tuple[str, tuple[int, ...], bytes]
NATIVE = {name: np.dtype(name).newbyteorder("<") for name in REAL_DTYPES}
DTYPES = {dtype: name for name, dtype in NATIVE.items()}
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


def stacked(results: list[Any]) -> object:
    """Stack the results of a sweep; the first result that is no number speaks for all."""
    described_results = [described(result)[0] for result in results]
    for result, description in zip(results, described_results, strict=True):
        if "type" in description or description["s"] != described_results[0]["s"]:
            return result if "type" in description else Shapeless()
    return np.stack([np.asarray(as_array(result)) for result in results])


class Shapeless:
    """A sweep's results that differ in shape."""


def plain(value: Any) -> Plain | None:  # noqa: ANN401 - anything may be returned
    """Read what is returned as a rule, a float or an array: its dtype, shape and bytes; None for the rest."""
    try:
        kind = type(value)
        if kind in DOUBLES:
            return "float64", (), DOUBLE.pack(value)
        if kind not in ARRAYS or value.size > MAX_ENTRIES or value.ndim > MAX_DIMENSIONS:
            return None
        dtype = DTYPES.get(value.dtype)
        return None if dtype is None else (dtype, value.shape, value.tobytes())
    except BaseException:
        return None


def plain_stack(results: list[Any]) -> Plain | None:
    """Stack the results of a sweep if they are plain, and all of one kind."""
    if {type(result) for result in results} <= DOUBLES:
        return "float64", (len(results),), b"".join(map(DOUBLE.pack, results))
    found = [plain(result) for result in results]
    first = found[0]
    if first is None or not all(one is not None and one[:2] == first[:2] for one in found):
        return None
    dtype, shape, _ = first
    if len(results) * math.prod(shape) > MAX_ENTRIES or len(shape) == MAX_DIMENSIONS:
        return None
    return dtype, (len(results), *shape), b"".join(one[2] for one in found if one is not None)


@lru_cache(maxsize=64)
def plain_start(dtype: str, shape: tuple[int, ...], noticed: tuple[tuple[int, ...], bool, bool]) -> bytes:
    """Write the frame of a returned array up to the number of the call, which its bytes follow.

    What was noticed: the arguments that were changed, whether the parameter was set, whether it printed.
    """
    header = dict(zip(("changed", "set", "printed"), noticed, strict=True))
    size = NUMBER.size + math.prod(shape) * NATIVE[dtype].itemsize
    return frame_start({"value": {"d": dtype, "s": shape}} | header, size)


def described(value: object) -> Described:
    """Describe a returned value: real numbers by their bytes, everything else by its type."""
    try:
        array = as_array(value)
        if array is None or array.dtype not in DTYPES:
            kind = f"an array of {array.dtype}" if array is not None else type(value).__name__
            return {"type": clipped(kind), "text": clipped(value)}, b""
        if array.size > MAX_ENTRIES or array.ndim > MAX_DIMENSIONS:
            return {"type": f"array of shape {array.shape}", "text": ""}, b""
        return {"d": DTYPES[array.dtype], "s": list(array.shape)}, array.tobytes()
    except BaseException:
        return {"type": clipped(type(value).__name__), "text": ""}, b""


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
