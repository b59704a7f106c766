"""Frames of a JSON header and raw numbers: the format in which judge and student process talk.

A frame is two lengths (header, payload; 32 bits each, big-endian), the header as ASCII JSON, the
payload as little-endian numbers. What asks for calls and what answers one has the number of the (first)
call before these: equal answers then have equal headers. Nothing in a frame is ever executed or unpickled,
and every length is bounded before it is used.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

FRAME_LENGTHS = struct.Struct(">II")
CALL_NUMBER = struct.Struct(">I")
MAX_ENTRIES, MAX_DIMENSIONS = 2**12, 32
"""Of a returned array that crosses; anything larger is reported by its shape alone."""
MAX_HEADER = 2**16
LARGEST_ARRAYS = 4
"""Of the largest arrays that may cross, as many may come in one reply: each result of a function is one."""
MAX_PAYLOAD = CALL_NUMBER.size + 8 * MAX_ENTRIES * LARGEST_ARRAYS
"""Bytes of a reply: the number of its call, and the doubles of these."""
MAX_REQUEST = 2**22
MOST_CHANGED_DATA = 3
"""Names of changed training data that one reply holds: the first ones are enough to find the line."""
MOST_IN_OUTLINE = 200
"""Functions in an outline, global names in it, and parameters of one function; people write a tenth of it."""


class WireError(ValueError):
    """A frame breaks the format."""


def _refuse(constant: str) -> None:
    raise WireError(f"{constant} is not JSON")


DECODER = json.JSONDecoder(parse_constant=_refuse)
ENCODE = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


def frame(header: dict[str, Any], payload: bytes = b"") -> bytes:
    """Pack a frame."""
    return frame_start(header, len(payload)) + payload


def frame_start(header: dict[str, Any], payload_size: int) -> bytes:
    """Pack a frame up to its payload."""
    head = ENCODE(header).encode("ascii")
    return FRAME_LENGTHS.pack(len(head), payload_size) + head


def read_frame(
    read: Callable[[int], bytes], max_header: int = MAX_HEADER, max_payload: int = MAX_PAYLOAD
) -> tuple[dict[str, Any], bytes]:
    """Read one frame with `read`, which returns exactly as many bytes as asked for, or raises."""
    head, payload = split_frame(read, max_header, max_payload)
    return read_header(head), payload


def split_frame(
    read: Callable[[int], bytes], max_header: int = MAX_HEADER, max_payload: int = MAX_PAYLOAD
) -> tuple[bytes, bytes]:
    """Read one frame, but not yet what its header says."""
    lengths = read(FRAME_LENGTHS.size)
    head_size, payload_size = FRAME_LENGTHS.unpack(lengths)
    if head_size > max_header or payload_size > max_payload:
        raise WireError(f"a frame of {head_size} + {payload_size} bytes is too large")
    body = read(head_size + payload_size)
    if len(body) != head_size + payload_size:
        raise WireError("a frame that is cut short")
    return body[:head_size], body[head_size:]


def read_header(head: bytes) -> dict[str, Any]:
    """Read a header."""
    try:
        header = DECODER.decode(head.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise WireError("the header is not plain JSON") from error
    if not isinstance(header, dict):
        raise WireError("the header is not a JSON object")
    return header
