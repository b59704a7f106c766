"""The judge's side of one forked student process. Linux only."""

from __future__ import annotations

import contextlib
import os
import select
from typing import NamedTuple, Protocol

from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.scratch import Scratch
from autograder.student.allowance import Allowance, OutOfTimeError
from autograder.student.backend import READ_SIZE, Exit, read_hello
from autograder.student.protocol.frames import WireError
from autograder.student.usage import Used, used_by

READY_SECONDS = 30.0
"""Seconds of wall time in which a fork must be ready; on an idle machine it takes milliseconds."""


class Parent(Protocol):
    """What a process was forked from, which alone can end it."""

    def reap(self, pid: int, grace: float) -> Exit:
        """End a student process."""

    def number_here(self, pid: int) -> int:
        """Return a process's number in the judge's namespace; 0 if it is not known."""


class Descriptors(NamedTuple):
    """The judge's ends of the descriptors."""

    requests: int
    answered: int
    replies: int
    output: int

    def close(self) -> None:
        """Close all of them."""
        for descriptor in self:
            os.close(descriptor)


class ForkedProcess:
    """The judge's side of one forked student process."""

    def __init__(self, server: Parent, pid: int, descriptors: Descriptors, scratch: Scratch | None) -> None:
        self._server, self._pid, self._scratch = server, pid, scratch
        self._ours = descriptors
        self._number: int | None = None  # by which the judge knows it
        self._allowance = Allowance(Limits(READY_SECONDS, idle=1))
        self._owed = 1  # answers: the first one is to say that it is ready
        self._buffer, self._taken, self._offset = b"", 0, 0
        self._trouble: EOFError | OutOfTimeError | WireError | None = None
        os.set_blocking(descriptors.requests, False)
        self._answered = select.poll()
        self._answered.register(descriptors.answered, select.POLLIN)
        self._room = select.poll()
        self._room.register(descriptors.requests, select.POLLOUT)

    def await_ready(self, limits: Limits) -> None:
        """Wait until the process is sealed, then start its time; BrokenError if it never is."""
        read_hello(self)
        self._limits = limits
        self._allowance = Allowance(limits, self._used)

    def begin_calls(self) -> None:
        """Start the time for calls; the time that loading took does not count."""
        self._allowance = Allowance(self._limits, self._used, self._allowance.used())

    def send(self, data: bytes) -> None:
        """Write a request; what the process does not read in time is dropped."""
        self._owed += 1
        view = memoryview(data)
        with contextlib.suppress(BrokenPipeError, OutOfTimeError):
            while view:
                try:
                    view = view[os.write(self._ours.requests, view) :]
                except BlockingIOError:
                    self._wait(self._room)

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes."""
        end = self._taken + size
        if end > len(self._buffer):
            self._fill(size)
            end = size
        data = self._buffer[self._taken : end]
        self._taken = end
        return data

    def ahead(self) -> bytes:
        """Return what was answered and not read, once all requests are answered; it stays to be read.

        Nothing where that may be more than is read at a time.
        """
        self._drop_what_was_read()
        while self._owed > 0 and self._trouble is None:
            self._await_answers()
        self._fetch()
        return self._buffer if len(self._buffer) < READ_SIZE else b""

    def _fill(self, size: int) -> None:
        """Read until the buffer holds this many bytes."""
        self._drop_what_was_read()
        while len(self._buffer) < size:
            if self._fetch():
                continue
            if self._trouble is not None:  # only now: what was answered before it counts
                raise self._trouble
            self._await_answers()

    def _await_answers(self) -> None:
        """Wait for the answer to a request, or several; what happens instead is the trouble."""
        try:
            self._wait(self._answered)
        except OutOfTimeError as late:
            self._trouble = late
            return
        answers = len(os.read(self._ours.answered, READ_SIZE))
        self._owed -= answers
        if not answers:
            self._trouble = EOFError()
        elif self._owed < 0:
            self._trouble = WireError("more answers than requests")

    def _drop_what_was_read(self) -> None:
        self._buffer, self._taken = self._buffer[self._taken :], 0

    def printed(self) -> int:
        """Return how many bytes it has printed so far."""
        return os.fstat(self._ours.output).st_size

    def output(self) -> bytes:
        """Return the beginning of what it printed, as much as a report shows."""
        return os.pread(self._ours.output, READ_SIZE, 0)

    def stop(self, grace: float = 0.0) -> Exit:
        """End the process."""
        try:
            return self._server.reap(self._pid, grace)
        finally:
            self._ours.close()
            if self._scratch is not None:
                self._scratch.close()

    def _fetch(self) -> bool:
        """Append new bytes of the file of replies to the buffer; return whether there were any."""
        chunk = os.pread(self._ours.replies, READ_SIZE, self._offset)
        self._offset += len(chunk)
        self._buffer += chunk
        return bool(chunk)

    def _wait(self, poll: select.poll) -> None:
        self._allowance.wait(lambda seconds: bool(poll.poll(seconds * 1000)))

    def _used(self) -> Used:
        """Read what the process has used; its number is asked for now, as few processes take that long."""
        if self._number is None:
            with contextlib.suppress(BrokenError):  # shows when the process is ended
                self._number = self._server.number_here(self._pid)
        return used_by(self._number) if self._number else Used()
