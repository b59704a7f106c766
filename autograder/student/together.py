"""Read all replies to a request at once, which is the usual case and the quickest."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence

from autograder.facts.calls import Call
from autograder.facts.interface import Interface
from autograder.facts.outcomes import Outcome
from autograder.student.backend import Process
from autograder.student.protocol.frames import WireError
from autograder.student.protocol.replies import read_reply
from autograder.student.protocol.requests import PackedCalls, Replies

MOST_ANSWERS = 16
"""Different replies to one request that are kept for a class: those of right functions come early."""
LONGEST_ANSWER = 2**14
"""Bytes of replies that are kept; what they say takes up to 19 times as much."""


def read_together(
    process: Process, calls: Sequence[Call], interface: Interface, first: int, most_printed: int
) -> tuple[Outcome, ...] | None:
    """Take the replies to calls numbered from `first`; None if something is not as it should be.

    They are still to be read then, one by one: what was answered before the trouble counts.
    """
    data = process.ahead()
    if process.printed() > most_printed:
        return None
    try:
        outcomes = read_all(data, calls, interface, first)
    except (WireError, struct.error):
        return None
    process.read(len(data))
    return outcomes


def read_all(data: bytes, calls: Sequence[Call], interface: Interface, first: int) -> tuple[Outcome, ...]:
    """Read the replies that some bytes are, with nothing left over; WireError or struct.error if there is.

    Replies to calls that a whole class is asked for are kept, as right functions answer alike: the same bytes
    under the same numbers were held against the same calls before.
    """
    kept = calls.answers if isinstance(calls, PackedCalls) else {}
    replies = Replies(first, data)
    outcomes = kept.get(replies)
    if outcomes is None:
        outcomes = _read_each(data, calls, interface, first)
        if len(kept) < MOST_ANSWERS and len(data) <= LONGEST_ANSWER:
            kept[replies] = outcomes
    return outcomes


def _read_each(data: bytes, calls: Sequence[Call], interface: Interface, first: int) -> tuple[Outcome, ...]:
    stream = io.BytesIO(data)
    numbered = enumerate(calls, first)
    outcomes = tuple(read_reply(stream.read, call, interface, number) for number, call in numbered)
    if stream.tell() != len(data):
        raise WireError("more replies than calls")
    return outcomes
