"""Answer the judge's requests: one reply about a module, one for each call."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import IO, Any

import numpy as np

from autograder.student.process.describe import LITTLE_ENDIAN, NATIVE
from autograder.student.process.outline import outline
from autograder.student.process.parts import texts
from autograder.student.process.worker import Submission
from autograder.student.protocol.frames import CALL_NUMBER, MAX_REQUEST, frame, read_frame


def serve(requests: IO[bytes], send: Callable[[bytes], None], done: Callable[[], object] = int) -> None:
    """Answer requests until there are no more; each call is answered before the next one is made.

    `done` is called when a request is answered as a whole.
    """

    def read(size: int) -> bytes:
        data = requests.read(size)
        if len(data) < size:
            raise EOFError
        return data

    submission = None
    while True:
        try:
            header, payload = read_frame(read, MAX_REQUEST, MAX_REQUEST)
        except EOFError:
            return
        if header["op"] == "load":
            submission = Submission(payload, header)
            reply = submission.load(header, send)
            submission.count_output()
            send(frame(reply))
        elif header["op"] == "outline":
            send(frame(outline(texts(payload, header["file"], header.get("cells")))))
        elif submission is not None:
            (first,) = CALL_NUMBER.unpack_from(payload)
            arrays = unpacked(header["arrays"], payload)
            last = first + len(header["calls"]) - 1
            for number, request in enumerate(header["calls"], first):
                send(submission.call(number, request, arrays, last=number == last))
        done()


def unpacked(descriptions: list[dict[str, Any]], payload: bytes) -> list[np.ndarray[Any, Any]]:
    """Read the arrays of a request from its payload, where they follow the number of the first call.

    Each has the machine's own dtype, as what a submission makes with np.array has.
    """
    arrays, offset = [], CALL_NUMBER.size
    for description in descriptions:
        dtype, shape = LITTLE_ENDIAN[description["d"]], description["s"]
        count = math.prod(shape)
        array = np.frombuffer(payload, dtype, count, offset)
        if not dtype.isnative:
            array = array.astype(NATIVE[description["d"]])
        arrays.append(array if len(shape) == 1 else array.reshape(shape))
        offset += count * dtype.itemsize
    return arrays
