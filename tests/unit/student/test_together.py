"""All replies to a request are read at once, as carefully as one by one, and equal ones once for a class."""

from __future__ import annotations

import struct

import pytest

from autograder.student import together
from autograder.student.protocol.frames import CALL_NUMBER, FRAME_LENGTHS, WireError, frame
from autograder.student.protocol.requests import PackedCalls
from tests.calls import EX01, call, returned

CALLS = (call("loss", y=5, y_pred=6), call("loss", y=5, y_pred=7))
HEADER = {"results": {"J": {"d": "float64", "s": []}}, "changed": [], "parameters": [], "printed": False}


def reply(number: int, value: float) -> bytes:
    return frame(HEADER, CALL_NUMBER.pack(number) + struct.pack("<d", value))


RIGHT = reply(0, 1.0) + reply(1, 4.0)


def test_replies_are_read_in_the_order_of_their_calls() -> None:
    assert together.read_all(RIGHT, CALLS, EX01, 0) == (returned({"J": 1.0}), returned({"J": 4.0}))


def test_equal_replies_to_calls_of_a_class_are_read_once() -> None:
    packed = PackedCalls(CALLS)
    first = together.read_all(RIGHT, packed, EX01, 0)
    assert together.read_all(bytes(bytearray(RIGHT)), packed, EX01, 0) is first
    assert together.read_all(RIGHT, CALLS, EX01, 0) is not first


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "MOST_ANSWERS", 2)
    packed = PackedCalls(CALLS)
    for value in range(5):
        together.read_all(reply(0, value) + reply(1, value), packed, EX01, 0)
    assert len(packed.answers) == 2


def test_long_replies_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "LONGEST_ANSWER", len(RIGHT) - 1)
    packed = PackedCalls(CALLS)
    assert together.read_all(RIGHT, packed, EX01, 0) == together.read_all(RIGHT, CALLS, EX01, 0)
    assert not packed.answers


def with_payload_claimed(size: int) -> bytes:
    """Make two replies, of which the last says that its payload has another size."""
    start = RIGHT.rindex(FRAME_LENGTHS.pack(len(RIGHT) // 2 - FRAME_LENGTHS.size - 12, 12))
    head_size, _ = FRAME_LENGTHS.unpack_from(RIGHT, start)
    return RIGHT[:start] + FRAME_LENGTHS.pack(head_size, size) + RIGHT[start + FRAME_LENGTHS.size :]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="none"),
        pytest.param(reply(0, 1.0), id="one too few"),
        pytest.param(RIGHT + reply(2, 1.0), id="one too many"),
        pytest.param(RIGHT + b"\0", id="a byte too many"),
        pytest.param(RIGHT[:-1], id="a byte too few"),
        pytest.param(with_payload_claimed(13), id="a byte that is still to come"),
        pytest.param(with_payload_claimed(2**31), id="a huge payload"),
        pytest.param(reply(1, 1.0) + reply(0, 4.0), id="another order"),
        pytest.param(reply(0, 1.0) * 2, id="one reply twice"),
    ],
)
def test_other_bytes_are_refused_even_where_right_ones_were_read_before(data: bytes) -> None:
    packed = PackedCalls(CALLS)
    together.read_all(RIGHT, packed, EX01, 0)
    for calls in (CALLS, packed):
        with pytest.raises((WireError, struct.error)):
            together.read_all(data, calls, EX01, 0)


def test_replies_that_were_read_before_are_refused_under_another_number() -> None:
    packed = PackedCalls(CALLS)
    together.read_all(RIGHT, packed, EX01, 0)
    with pytest.raises(WireError):
        together.read_all(RIGHT, packed, EX01, 2)
