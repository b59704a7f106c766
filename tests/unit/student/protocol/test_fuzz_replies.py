"""Whatever a student process writes, reading it raises the wire's own error, and costs what it is long."""

from __future__ import annotations

import contextlib
import json
import struct
import sys
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.facts.calls import Array, Opaque, Sweep
from autograder.facts.outcomes import Returned
from autograder.student.protocol import frames, load_reply, outline_reply, replies
from autograder.student.protocol.requests import pack_values
from tests.calls import call, interface, module

if TYPE_CHECKING:
    from collections.abc import Callable

SEVERAL = interface("forward(x) y_pred", "loss(y, y_pred) J", "both(x, y) dw db")
CALL = call("forward", "loss", x=5.0, y=(1.0, 2.0), w=0.5)
CALLS = (
    CALL,
    call("loss", y=1.0, y_pred=1.0, sweep=Sweep("y", 1.0, (1.0, 2.0))),
    call("both", x=1.0, y=1.0),
    call("both", x=1.0, y=1.0, sweep=Sweep("x", 1.0, (1.0, 2.0))),
)
FIELDS = [
    "results",
    "changed",
    "unfit",
    "parameters",
    "printed",
    "absent",
    "raised",
    "lines",
    "syntax",
    "stopped",
    "prevented",
    "printed",
    "definitions",
    "globals",
    "star",
]
KEYS = st.sampled_from([*FIELDS, "numpy"])
WORDS = st.sampled_from(["loss", "forward", "float64", "object", "E", "", "x" * 70_000, "\x1b[0m", "\ud800"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=8)
INNER = st.sampled_from(
    [
        "d",
        "s",
        "type",
        "text",
        "function",
        "message",
        "line",
        "name",
        "kind",
        "place",
        "reads",
        "J",
        "dw",
        "db",
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(INNER | KEYS, inner, max_size=5),
    max_leaves=6,
)
CELLS = 40
NOTEBOOK = module(("pass",) * CELLS, SEVERAL)
HEADERS = st.dictionaries(KEYS, TREES, max_size=6)
HONEST = frames.frame(
    {"results": {"J": {"d": "float64", "s": [2]}}, "changed": ["y"], "parameters": [], "printed": True},
    frames.CALL_NUMBER.pack(0) + struct.pack("<2d", 1.0, 2.0),
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
        replies.read_reply(reader(data), CALL, SEVERAL)
    try:
        header, payload = frames.read_frame(reader(data))
    except (frames.WireError, EOFError):
        return
    for read in (
        lambda: load_reply.read_start(header),
        lambda: load_reply.read_loaded(header, NOTEBOOK, payload),
        *(partial(replies.read_outcome, header, payload, each, SEVERAL) for each in CALLS),
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
    payload = frames.CALL_NUMBER.pack(0) + payload
    understand(frames.FRAME_LENGTHS.pack(len(head), len(payload)) + head + payload)


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


FORMS = st.fixed_dictionaries(
    {
        "d": st.sampled_from(["float64", "float32", "int8", "object"]),
        "s": st.lists(st.integers(-1, 3), max_size=3),
    }
) | st.just({"type": "str", "text": "x"})
RESULTS = st.dictionaries(st.sampled_from(["dw", "db", "J"]), FORMS, max_size=3)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(results=RESULTS, size=st.integers(0, 40))
def test_several_results_are_those_of_the_function_with_all_of_the_payload_or_refused(
    results: dict[str, Any], size: int
) -> None:
    header = {"results": results, "changed": [], "parameters": []}
    with contextlib.suppress(frames.WireError):
        found = replies.read_outcome(header, bytes(size), CALLS[2], SEVERAL)
        assert isinstance(found, Returned)
        assert list(found.results) == ["dw", "db"]
        arrays = [value for value in found.results.values() if isinstance(value, Array)]
        assert all(isinstance(value, Array | Opaque) for value in found.results.values())
        assert sum(len(pack_values(array)) for array in arrays) == size


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


OUTPUT = "\N{GRINNING FACE}".encode() + b"\xff" * 65_532
"""As much output as is read; each of its bytes becomes a letter of four bytes."""
MOST_MEMORY = 2_000_000
"""Bytes at the most for a reply of 64 kB and an output of 64 kB, decoded: 0.3 MB of text, 1.4 MB of JSON."""
MOST_LINES = 20_000
"""Lines of the judge's code that such a reply may cost."""
LINE = [10**5, 10**3]
ENTRY = {"type": "E" * 5_000, "message": "m. " * 2_000, "text": "\ud800" * 5_000, "line": LINE}
NAMES = st.sampled_from([*SEVERAL.functions])
MANY = st.sampled_from([0, 1, 2, CELLS // 2, 100])
OPAQUE = {"type": "T" * 9_000, "text": "\x1b" * 9_000}
FORGED = st.fixed_dictionaries(
    {
        "lines": st.dictionaries(NAMES | st.text(max_size=2), st.just(LINE), max_size=3),
        "prevented": st.dictionaries(NAMES, st.just(ENTRY), max_size=2),
        "taken": st.dictionaries(NAMES, st.just({"line": LINE, "type": "T" * 9_000}), max_size=2),
        "printed": st.builds(
            lambda ends, times: ends * times,
            st.sampled_from([[0, 65_536], [0], [65_536], [0, 9, 10**9]]),
            MANY,
        ),
        "raised": st.builds(lambda times: [ENTRY | {"message": "m"}] * (times // 25), MANY),
        "numpy": WORDS,
    },
    optional={"parameters": st.just({"w": OPAQUE}), "syntax": st.just(ENTRY), "flaw": st.just(ENTRY)},
)


def cost(read: Callable[[], object]) -> tuple[int, int]:
    """Count the bytes that reading takes at its largest, and the lines of ours that it runs."""
    lines = 0

    def count(frame: Any, event: str, _: object) -> Any:  # noqa: ANN401 - as sys.settrace has it
        nonlocal lines
        lines += event == "line"
        return count if "autograder" in frame.f_code.co_filename else None

    before = sys.gettrace()
    tracemalloc.start()
    sys.settrace(count)
    try:
        with contextlib.suppress(frames.WireError):
            read()
    finally:
        sys.settrace(before)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak, lines


@settings(max_examples=50, deadline=None, derandomize=True)
@given(header=FORGED)
def test_a_forged_reply_costs_the_judge_no_more_than_it_is_long(header: dict[str, Any]) -> None:
    head = json.dumps(header).encode()
    sent = frames.FRAME_LENGTHS.pack(len(head), 0) + head

    def read() -> object:
        return load_reply.read_loaded(frames.read_frame(reader(sent))[0], NOTEBOOK, OUTPUT)

    peak, lines = cost(read)
    assert peak < MOST_MEMORY
    assert lines < MOST_LINES


def test_a_forged_outline_costs_the_judge_no_more_than_it_is_long() -> None:
    names = ["x" * 60] * 200
    definition = {
        "name": "f",
        "place": "top",
        "inside": "",
        "line": LINE,
        "parameters": names,
        "reads": names,
    }
    head = json.dumps({"definitions": [definition] * 9, "globals": []}).encode()
    peak, lines = cost(lambda: outline_reply.read_outline(frames.read_header(head)))
    assert peak < MOST_MEMORY
    assert lines < len(head)


def test_no_byte_of_the_output_is_cut_out_twice() -> None:
    honest = {"lines": {}, "prevented": {}, "taken": {}, "raised": [], "numpy": "2", "printed": [3, 5, 5, 9]}
    loaded = load_reply.read_loaded(honest, NOTEBOOK, b"...ab1234")
    assert loaded.printed == ("ab", "", "1234")
    for ends in ([0, 9, 0, 9], [9, 3], [0] * (CELLS + 2)):
        with pytest.raises(frames.WireError):
            load_reply.read_loaded(honest | {"printed": ends}, NOTEBOOK, b"...ab1234")


def test_a_script_has_no_cells_whatever_its_reply_says() -> None:
    forged = {"lines": {}, "prevented": {}, "taken": {}, "raised": [], "numpy": "2", "printed": [0, 9]}
    with pytest.raises(frames.WireError):
        load_reply.read_loaded(forged, module("pass", interface()), b"123456789")


def test_only_functions_that_were_asked_for_are_heard_of() -> None:
    forged = {"lines": {"other": [1, None]}, "prevented": {}, "taken": {}, "raised": [], "numpy": "2"}
    with pytest.raises(frames.WireError):
        load_reply.read_loaded(forged | {"printed": []}, NOTEBOOK)


def test_the_number_of_a_cell_is_bounded() -> None:
    with pytest.raises(frames.WireError):
        load_reply.read_start({"at": [0, 0], "line": [1, 10**4000]})


def test_a_report_of_a_statement_is_short() -> None:
    with pytest.raises(frames.WireError):
        load_reply.read_start({"at": [0, 0], "line": [1, None]}, size=60_000)
