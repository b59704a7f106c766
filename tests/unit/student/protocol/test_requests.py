"""The wire format: what is written is read, and what is forged is refused."""

from __future__ import annotations

import copy
import io
import random
import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder.facts.calls import Array, Named, Opaque, Sweep, vector
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.outcomes import Absent, Line, Raised, Returned
from autograder.facts.text import MAX_TEXT, first_sentence, line_of
from autograder.student.protocol import frames, replies, requests
from tests.calls import EX01, call, returned

NUMBER = {"d": "float64", "s": []}
CALL = call("forward", "loss", x=5, y=(1.0, 2.0), w=0.5)


def reading(data: bytes) -> Callable[[int], bytes]:
    stream = io.BytesIO(data)

    def exactly(size: int) -> bytes:
        chunk = stream.read(size)
        if len(chunk) < size:
            raise EOFError
        return chunk

    return exactly


def read(data: bytes) -> tuple[dict[str, Any], bytes]:
    return frames.read_frame(reading(data))


def outcome(header: dict[str, Any], payload: bytes = b"") -> object:
    return replies.read_reply(reading(frames.frame(header, frames.CALL_NUMBER.pack(0) + payload)), CALL, EX01)


def value(dtype: str = "float64", shape: Sequence[object] = (), **more: object) -> dict[str, Any]:
    return results(J={"d": dtype, "s": list(shape)}) | more


def results(**forms: object) -> dict[str, Any]:
    return {"results": forms, "changed": [], "parameters": [], "printed": False}


def test_a_frame_that_is_written_is_read() -> None:
    assert read(frames.frame({"op": "call"}, b"\x01\x02")) == ({"op": "call"}, b"\x01\x02")


@pytest.mark.parametrize("dtype", [name for name in REAL_DTYPES if name != "bool"])
def test_numpy_reads_the_numbers_that_the_judge_writes_and_the_judge_those_of_numpy(dtype: str) -> None:
    array = Array(dtype, (2,), (1, 3))
    numbers = np.frombuffer(requests.pack_values(array), np.dtype(dtype).newbyteorder("<"))
    assert numbers.tolist() == [1, 3]
    assert outcome(value(dtype, [2]), numbers.tobytes()) == returned({"J": array})


@pytest.mark.parametrize(
    "change",
    [
        lambda named: named.update(x=2.0),
        lambda named: named.pop("x"),
        lambda named: named.clear(),
        lambda named: named.setdefault("y", 1.0),
        lambda named: named.__setitem__("x", 2.0),
        lambda named: named.__delitem__("x"),
        lambda named: named.__ior__({"x": 2.0}),
    ],
)
def test_named_values_never_change(change: Callable[[Any], object]) -> None:
    named = Named({"x": 1.0})
    with pytest.raises(TypeError):
        change(named)
    assert named == {"x": 1.0}
    assert copy.copy(named) == named  # as pickle does, by __reduce__


def test_equal_arrays_are_sent_once() -> None:
    x = vector((1.0, 2.0))
    header, payload = read(requests.call_request([call("forward", x=x), call("loss", y=x, y_pred=x)]))
    assert len(header["arrays"]) == 1
    assert len(payload) == frames.CALL_NUMBER.size + 16


def test_packed_calls_are_the_same_request_under_any_number() -> None:
    calls = [call("forward", x=(1.0, 2.0)), call("forward", x=5)]
    packed = requests.PackedCalls(calls)
    assert packed.request is packed.request
    for first in (0, 7):
        assert requests.call_request(packed, first) == requests.call_request(calls, first)


def test_outcomes_are_read() -> None:
    assert outcome(value(changed=["y"], parameters=["w"]), struct.pack("<d", 2.5)) == returned(
        {"J": 2.5}, changed=("y",), parameters=("w",), printed=False
    )
    assert outcome(results(J={"type": "str", "text": "hi"})) == returned({"J": Opaque("str", "hi")})
    assert outcome({"absent": "forward"}) == Absent("forward")
    raised = {"function": "loss", "type": "TypeError", "message": "no", "line": [3, None], "text": "return"}
    assert outcome({"raised": raised}) == Raised("loss", "TypeError", "no", Line(3), "return")


@pytest.mark.parametrize(
    ("header", "payload"),
    [
        pytest.param({}, b"", id="empty"),
        pytest.param(value("object"), b"\0" * 8, id="a dtype that does not cross"),
        pytest.param(value("complex128"), b"\0" * 16, id="complex"),
        pytest.param(value(), b"\0" * 7, id="too short"),
        pytest.param(value(), b"\0" * 9, id="too long"),
        pytest.param(value(shape=[-1]), b"", id="a negative length"),
        pytest.param(value(shape=[True]), b"\0" * 8, id="a truth value as length"),
        pytest.param(value(shape=[1.5]), b"", id="half a length"),
        pytest.param(value(shape=[2**12, 2**12]), b"", id="too many entries"),
        pytest.param(value(shape=[10**30]), b"", id="a huge length"),
        pytest.param(value(shape=[1] * 33), b"\0" * 8, id="too many dimensions"),
        pytest.param(results(J=5), b"", id="a value that is none"),
        pytest.param(value(changed=["z"]), b"\0" * 8, id="a changed argument that was never sent"),
        pytest.param(value(changed=[0]), b"\0" * 8, id="a changed argument by number"),
        pytest.param(value(changed=0), b"\0" * 8, id="changed is no list"),
        pytest.param(
            value(parameters=["y"]), b"\0" * 8, id="a changed parameter that the task does not have"
        ),
        pytest.param(value(parameters=[["w"]]), b"\0" * 8, id="a changed parameter that is a list"),
        pytest.param(results(), b"", id="no result"),
        pytest.param(results(dw=NUMBER), b"\0" * 8, id="a result by another name"),
        pytest.param(results(J=NUMBER, dw=NUMBER), b"\0" * 16, id="one result more"),
        pytest.param(value() | {"results": [NUMBER]}, b"\0" * 8, id="results without names"),
        pytest.param({"absent": "gradient"}, b"", id="a function that was never called"),
        pytest.param({"absent": ["loss"]}, b"", id="a function that is a list"),
        pytest.param({"raised": "loss"}, b"", id="an exception that is text"),
        pytest.param({"raised": {"function": "loss"}}, b"", id="half an exception"),
        pytest.param(
            {"raised": {"function": "loss", "type": "E", "message": "", "text": "", "line": ["3", None]}},
            b"",
            id="a line that is text",
        ),
    ],
)
def test_a_forged_reply_is_refused(header: dict[str, Any], payload: bytes) -> None:
    with pytest.raises(frames.WireError):
        outcome(header, payload)


@pytest.mark.parametrize("number", [b"", b"\0\0\0", frames.CALL_NUMBER.pack(1)])
def test_a_reply_to_another_call_or_to_none_is_refused(number: bytes) -> None:
    with pytest.raises(frames.WireError):
        replies.read_reply(reading(frames.frame(value(), number + b"\0" * 8)), CALL, EX01)


def test_a_header_that_was_read_before_is_held_against_each_call() -> None:
    """Equal headers are read once; what they say must still fit the call, and the bytes that came."""
    sent = frames.frame(value(shape=[2], changed=["y"]), frames.CALL_NUMBER.pack(0) + b"\0" * 16)
    assert isinstance(replies.read_reply(reading(sent), CALL, EX01), Returned)
    line = Sweep("y", 1.0, (1.0, 2.0, 3.0))
    for another in (call("forward", x=5), call("loss", y_pred=5), call("loss", y=5, y_pred=5, sweep=line)):
        with pytest.raises(frames.WireError):
            replies.read_reply(reading(sent), another, EX01)
    shorter = frames.frame(value(shape=[2], changed=["y"]), frames.CALL_NUMBER.pack(0) + b"\0" * 8)
    with pytest.raises(frames.WireError):
        replies.read_reply(reading(shorter), CALL, EX01)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(frames.FRAME_LENGTHS.pack(2**31, 0), id="a huge header"),
        pytest.param(frames.FRAME_LENGTHS.pack(2, 2**31) + b"{}", id="a huge payload"),
        pytest.param(frames.FRAME_LENGTHS.pack(2, 0) + b"[]", id="no object"),
        pytest.param(frames.FRAME_LENGTHS.pack(3, 0) + b'{"a', id="no JSON"),
        pytest.param(frames.FRAME_LENGTHS.pack(9, 0) + b'{"a":NaN}', id="NaN"),
        pytest.param(frames.FRAME_LENGTHS.pack(4, 0) + b"\xff\xfe{}", id="no ASCII"),
        pytest.param(frames.FRAME_LENGTHS.pack(60000, 0) + b"[" * 60000, id="deep"),
    ],
)
def test_a_forged_frame_is_refused(data: bytes) -> None:
    with pytest.raises(frames.WireError):
        read(data)


def test_random_damage_raises_nothing_but_the_wires_own_errors() -> None:
    rng = random.Random(1)
    good = frames.frame(value(shape=[2]), frames.CALL_NUMBER.pack(0) + struct.pack("<2d", 1.0, 2.0))
    for _ in range(5000):
        data = bytearray(good)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            replies.read_reply(reading(bytes(data)), CALL, EX01)
        except (frames.WireError, EOFError):
            continue


def test_text_is_made_harmless_and_short() -> None:
    assert line_of("\x1b[31mred\n") == "\\x1b[31mred\\n"
    assert len(line_of("x" * 10_000)) == MAX_TEXT


def test_no_request_can_carry_what_json_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="JSON"):
        frames.frame({"w": float("nan")})


def test_a_sweep_has_as_many_values_as_it_has_parameters() -> None:
    swept = call("loss", y=5, y_pred=5, sweep=Sweep("y", 1.0, (1.0, 2.0, 3.0)))
    with pytest.raises(frames.WireError):
        replies.read_outcome(value(shape=[2]), b"\0" * 16, swept, EX01)


def test_a_long_message_is_its_first_sentence_and_a_short_one_stays_whole() -> None:
    first = "module 'numpy' has no attribute 'float'"
    assert first_sentence(f"{first}.\n`np.float` was a deprecated alias. {'It is long. ' * 20}") == first
    assert first_sentence("two\nlines") == "two lines"
    assert first_sentence("word " * 100).endswith("word ...")
    assert len(first_sentence("x" * 10**6)) <= MAX_TEXT + 4
