"""Whatever a student process writes, reading it raises the wire's own error and nothing else."""

from __future__ import annotations

import contextlib
import json
import struct
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.facts.calls import Call, vector
from autograder.student import frames, outline_reply, replies

if TYPE_CHECKING:
    from collections.abc import Callable

CALL = Call("loss", (vector((1.0, 2.0)), Call("forward", (5.0,))), 0.5)
FIELDS = [
    "value",
    "changed",
    "set",
    "printed",
    "absent",
    "raised",
    "lines",
    "syntax",
    "stopped",
    "prevented",
    "printed",
    "parameter",
    "definitions",
    "globals",
    "star",
]
KEYS = st.sampled_from([*FIELDS, "numpy"])
WORDS = st.sampled_from(["loss", "forward", "float64", "object", "E", "", "x" * 70_000, "\x1b[0m", "\ud800"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=8)
INNER = st.sampled_from(
    ["d", "s", "type", "text", "function", "message", "line", "name", "kind", "place", "reads"]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(INNER | KEYS, inner, max_size=5),
    max_leaves=6,
)
HEADERS = st.dictionaries(KEYS, TREES, max_size=6)
HONEST = frames.frame(
    {"value": {"d": "float64", "s": [2]}, "changed": [0], "set": False, "printed": True},
    frames.NUMBER.pack(0) + struct.pack("<2d", 1.0, 2.0),
)


def reader(data: bytes) -> Callable[[int], bytes]:
    """Read from bytes as from a process: exactly what is asked for, or EOFError."""
    rest = memoryview(data)

    def read(size: int) -> bytes:
        nonlocal rest
        if len(rest) < size:
            raise EOFError
        taken, rest = bytes(rest[:size]), rest[size:]
        return taken

    return read


def understand(data: bytes) -> None:
    """Read data as every kind of reply."""
    with contextlib.suppress(frames.WireError, EOFError):
        replies.read_reply(reader(data), CALL)
    try:
        header, payload = frames.read_frame(reader(data))
    except (frames.WireError, EOFError):
        return
    for read in (
        lambda: replies.read_loaded(header, payload),
        lambda: replies.read_outcome(header, payload, CALL),
        lambda: replies.read_outcome(header, payload, Call("loss", (1.0,), sweep=(1.0, 2.0))),
        lambda: replies.read_array(header, payload),
        lambda: outline_reply.read_outline(header),
    ):
        try:
            read()
        except frames.WireError:
            continue


@settings(max_examples=80, deadline=None, derandomize=True)
@given(header=HEADERS, payload=st.binary(max_size=40))
def test_any_header_is_read_or_refused(header: dict[str, Any], payload: bytes) -> None:
    head = json.dumps(header).encode()
    payload = frames.NUMBER.pack(0) + payload
    understand(frames.LENGTHS.pack(len(head), len(payload)) + head + payload)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    edits=st.lists(st.tuples(st.integers(0, len(HONEST) - 1), st.integers(0, 255)), max_size=6),
    cut=st.integers(0, 200),
)
def test_any_damage_is_read_or_refused(edits: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(HONEST)
    for place, byte in edits:
        data[place] = byte
    understand(bytes(data[:cut]))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    understand(data)


PLACES = st.fixed_dictionaries(
    {
        "name": WORDS | st.just("f"),
        "place": st.sampled_from(["top", "class", "nowhere"]) | LEAVES,
        "inside": WORDS,
        "line": st.just([1, None]) | TREES,
    },
    optional={
        "until": LEAVES,
        "parameters": st.lists(WORDS | st.just("x"), max_size=3) | LEAVES,
        "required": LEAVES,
        "reads": st.lists(WORDS, max_size=3),
    },
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(definitions=st.lists(PLACES, max_size=3))
def test_any_outline_is_read_within_bounds_or_refused(definitions: list[dict[str, Any]]) -> None:
    with contextlib.suppress(frames.WireError):
        found = outline_reply.read_outline({"definitions": definitions, "globals": [], "star": False})
        assert all(one.name.isidentifier() and one.inside.isprintable() for one in found.definitions)
        assert all(one.required <= len(one.parameters) for one in found.definitions)
