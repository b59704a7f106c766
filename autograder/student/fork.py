"""Fork student processes from a warm process, which takes milliseconds for each. Linux only."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.util import find_spec

from autograder.facts.errors import BrokenError
from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.scratch import Scratch
from autograder.student.backend import READ_SIZE, Exit
from autograder.student.forked_process import Descriptors, ForkedProcess
from autograder.student.launch import Zygote, await_end, launch_zygote
from autograder.student.protocol.orders import ABOUT_PROCESS, ENDED, FORKED, TO_FORK, TO_REAP, TO_SHOW
from autograder.student.protocol.requests import limits_header
from autograder.student.usage import number_of

ZYGOTE_START_SECONDS = 60.0
"""Seconds of wall time in which numpy must load; a cold disk in a busy lab takes ten."""
ZYGOTE_SECONDS = 30.0
"""Seconds of wall time in which the zygote must answer or end; on an idle machine it takes milliseconds."""


class ForkServer:
    """Starts a zygote at once, if it is not given one, and forks student processes from it.

    Submissions that plot have a zygote of their own, with matplotlib loaded, from the first of them on.
    A process that is forked from this one needs a server of its own: two that read the answers of one zygote
    would take each other's.
    """

    def __init__(
        self, zygote: Zygote | None = None, without: Collection[str] = (), *, plots: bool = False
    ) -> None:
        self._without, self._plots = without, plots
        self._owner = os.getpid()
        self._zygote: Zygote | None = zygote or launch_zygote(without, plots=plots)
        self._plotting: ForkServer | None = None
        self._isolation: Isolation | None = None

    @property
    def isolation(self) -> Isolation:
        """The layers that hold a submission; this waits until the zygote has tried them."""
        if self._zygote is None:
            self._launch()
        if self._isolation is None:
            try:
                hello, _ = self._receive(ZYGOTE_START_SECONDS)
            except BrokenError:  # it may have been killed from outside
                self._launch()
                hello, _ = self._receive(ZYGOTE_START_SECONDS)
            self._isolation = Isolation("fork", json.loads(hello)["missing"])
        return self._isolation

    def _launch(self) -> None:
        self._zygote = launch_zygote(self._without, plots=self._plots)
        self._isolation = None

    def start(self, limits: Limits, *, plots: bool = False) -> ForkedProcess:
        """Fork a student process and wait until it is sealed; BrokenError if that fails."""
        if plots and not self._plots and find_spec("matplotlib") is not None:
            self._plotting = self._plotting or ForkServer(without=self._without, plots=True)
            return self._plotting.start(limits)
        isolation = self.isolation
        with contextlib.ExitStack() as kept, contextlib.ExitStack() as given:
            scratch = None
            if not isolation.keeps_files:
                scratch = Scratch()
                kept.callback(scratch.close)
            request_end, requests = os.pipe2(os.O_CLOEXEC)
            answered, answered_end = os.pipe2(os.O_CLOEXEC)
            given.callback(os.close, request_end)
            given.callback(os.close, answered_end)
            ours = Descriptors(requests, answered, os.memfd_create("replies"), os.memfd_create("output"))
            kept.callback(ours.close)
            order = fork_order(limits, scratch and str(scratch.folder))
            answer, _ = self._ask(order, [request_end, answered_end, ours.replies, ours.output])
            (pid,) = FORKED.unpack(answer)
            kept.pop_all()  # the process gives them back when it is stopped
        process = ForkedProcess(self, pid, ours, scratch)
        process.await_ready(limits)
        return process

    def number_here(self, pid: int) -> int:
        """Return a student process's number outside of the zygote's namespace; 0 if it is not known."""
        _, descriptors = self._ask(ABOUT_PROCESS.pack(TO_SHOW, pid, 0))
        try:
            return number_of(descriptors[0]) if descriptors else 0
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def reap(self, pid: int, grace: float) -> Exit:
        """End a student process; BrokenError if the zygote is gone."""
        answer, _ = self._ask(ABOUT_PROCESS.pack(TO_REAP, pid, grace), seconds=grace + ZYGOTE_SECONDS)
        return Exit(*ENDED.unpack(answer))

    def close(self) -> None:
        """End the zygote, which ends its student processes."""
        if self._plotting is not None:
            self._plotting.close()
        if self._zygote is None:
            return
        process, control = self._zygote
        self._zygote = None
        control.close()
        if self._isolation is None:  # still loading: it has no student processes to end
            process.kill()
        await_end(process)

    def _ask(
        self, order: bytes, descriptors: Sequence[int] = (), seconds: float = ZYGOTE_SECONDS
    ) -> tuple[bytes, list[int]]:
        """Give an order, and return the answer with the descriptors that came with it."""
        if self._zygote is None:
            raise BrokenError("the process that student processes are forked from is gone")
        if os.getpid() != self._owner:
            raise BrokenError("student processes are forked for the process that started the zygote alone")
        with contextlib.suppress(OSError):  # shows as the missing answer
            socket.send_fds(self._zygote.control, [order], [*descriptors])
        return self._receive(seconds)

    def _receive(self, seconds: float) -> tuple[bytes, list[int]]:
        answer = b""
        descriptors: list[int] = []
        if self._zygote is not None:
            self._zygote.control.settimeout(seconds)
            with contextlib.suppress(OSError):
                answer, descriptors, _, _ = socket.recv_fds(self._zygote.control, READ_SIZE, 1)
        if not answer:
            self.close()
            raise BrokenError("the process that student processes are forked from stopped answering")
        return answer, descriptors


@lru_cache(maxsize=8)
def fork_order(limits: Limits, folder: str | None) -> bytes:
    """Order a process with these limits; without a folder of its own, it has that of the zygote."""
    return TO_FORK + json.dumps({"limits": limits_header(limits), "folder": folder}).encode()
