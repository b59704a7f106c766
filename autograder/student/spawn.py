"""Start an interpreter for each student process: slower than a fork, and works on every system."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Collection
from typing import IO

from autograder.facts.isolation import Isolation
from autograder.facts.limits import Limits
from autograder.facts.scratch import Scratch
from autograder.student.allowance import Allowance
from autograder.student.backend import READ_SIZE, Exit, read_hello
from autograder.student.launch import environment, interpreter
from autograder.student.process.children import POLL_SECONDS, ends_within
from autograder.student.protocol.requests import limits_header
from autograder.student.sandbox.readable import PLOTS
from autograder.student.usage import Used, used_by

INTERPRETER_START_SECONDS = 30.0
"""Seconds of wall time in which the interpreter and numpy must load."""
DRAIN_SECONDS = 1.0
"""Seconds in which the pumps must end after the process; one that it started could hold them longer."""
MOST_CHUNKS = 64
"""Chunks of replies that wait for the judge; the pump waits when there are so many."""


class Spawner:
    """Starts a new interpreter for each student process, which leaves out some layers of isolation."""

    def __init__(self, without: Collection[str] = ()) -> None:
        self._without = tuple(without)
        self._isolation: Isolation | None = None

    @property
    def isolation(self) -> Isolation:
        """The layers that hold a submission; this starts a process to find out, if none was started yet."""
        if self._isolation is None:
            self.start(Limits()).stop()
            return self.isolation
        return self._isolation

    def start(self, limits: Limits, *, plots: bool = False) -> SpawnedProcess:
        """Start a student process and wait until it is sealed; BrokenError if that fails."""
        process = SpawnedProcess(limits, self._without, plots=plots)
        self._isolation = process.await_ready(limits)
        return process

    def close(self) -> None:
        """Do nothing, as nothing is kept between submissions."""


class SpawnedProcess:
    """One student process; threads move its bytes, so that the judge never waits beyond the limit."""

    def __init__(self, limits: Limits, without: Collection[str], *, plots: bool) -> None:
        self._scratch = Scratch()
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        self._process = subprocess.Popen(
            interpreter("standalone", *without, *([PLOTS] if plots else [])),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._output,
            cwd=self._scratch.folder,
            env=environment(plots=plots),
            start_new_session=True,
        )
        self._allowance = Allowance(Limits(INTERPRETER_START_SECONDS, idle=1))
        self._buffer = bytearray()
        self._requests: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._replies: queue.Queue[bytes] = queue.Queue(MOST_CHUNKS)
        self._pumps = [
            threading.Thread(target=pump, args=(stream,), daemon=True)
            for pump, stream in ((self._write, self._process.stdin), (self._receive, self._process.stdout))
        ]
        for pump in self._pumps:
            pump.start()
        self._requests.put(json.dumps(limits_header(limits)).encode() + b"\n")

    def await_ready(self, limits: Limits) -> Isolation:
        """Wait until the process is sealed, then start its time; BrokenError if it never is."""
        hello = read_hello(self)
        self._limits = limits
        self.begin_calls()
        return Isolation("spawn", hello["missing"])

    def begin_calls(self) -> None:
        """Start the time for calls; the time that loading took does not count."""
        self._allowance = Allowance(self._limits, self._used, self._used())

    def _used(self) -> Used:
        return used_by(self._process.pid)

    def send(self, data: bytes) -> None:
        """Queue a request."""
        self._requests.put(data)

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes."""
        while len(self._buffer) < size:
            self._allowance.wait(self._receives)
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def ahead(self) -> bytes:
        """Return nothing, as only the replies themselves show when a request is answered."""
        return b""

    def _receives(self, seconds: float) -> bool:
        """Whether some bytes arrive within some seconds; EOFError at the end."""
        try:
            chunk = self._replies.get(timeout=seconds)
        except queue.Empty:
            return False
        if not chunk:
            raise EOFError
        self._buffer += chunk
        return True

    def printed(self) -> int:
        """Return how many bytes it has printed so far."""
        return os.fstat(self._output.fileno()).st_size

    def output(self) -> bytes:
        """Return the beginning of what it has printed so far, as much as a report shows."""
        self._output.seek(0)
        return self._output.read(READ_SIZE)

    def stop(self, grace: float = 0.0) -> Exit:
        """End the process and, on POSIX, its group."""
        try:
            by_itself = self._ends_within(grace)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                if os.name == "posix":  # as long as it was not waited for, its number is not another's
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
            cpu, memory = self._reap()
        finally:
            self._requests.put(None)
            self._discard_replies()
            self._output.close()
            self._scratch.close()
        return Exit(self._process.returncode, cpu, memory, by_itself)

    def _reap(self) -> tuple[float, int]:
        """Wait for the end, and return the seconds of CPU time and the bytes of memory; 0 if not known."""
        if os.name != "posix":
            self._process.wait()
            return 0.0, 0
        _, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        unit = 1 if sys.platform == "darwin" else 1024
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit

    def _ends_within(self, grace: float) -> bool:
        if os.name == "posix":
            return ends_within(self._process.pid, grace)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(grace)
        return self._process.returncode is not None

    def _discard_replies(self) -> None:
        """Let the pumps end, so that their threads and descriptors are released."""
        deadline = time.monotonic() + DRAIN_SECONDS
        while any(pump.is_alive() for pump in self._pumps) and time.monotonic() < deadline:
            with contextlib.suppress(queue.Empty):
                self._replies.get(timeout=POLL_SECONDS)

    def _write(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stream:
            while (data := self._requests.get()) is not None:
                stream.write(data)
                stream.flush()

    def _receive(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stream:
            while chunk := stream.read1(READ_SIZE):  # type: ignore[attr-defined]
                self._replies.put(chunk)
        self._replies.put(b"")
