"""Student processes started afresh, one interpreter each: slower, and works where fork does not."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from typing import IO

from autograder.facts.calls import Limits
from autograder.student.launch import environment, interpreter
from autograder.student.process import Exit, OutOfTimeError
from autograder.student.wire import limits_header

START_SECONDS = 30.0
"""Wall time allowed on top of the limit for the interpreter and numpy to load."""
CHUNK = 2**16


class Spawner:
    """Starts a new interpreter for each student process."""

    if sys.platform == "linux":
        isolation = "process (spawn; limits on CPU time, wall time, memory, output)"
    elif os.name == "posix":
        isolation = "process (spawn; limits on CPU time, wall time, output; none on memory)"
    else:
        isolation = "process (spawn; limits on wall time; none on memory)"

    def start(self, limits: Limits) -> SpawnedProcess:
        """Start a student process."""
        return SpawnedProcess(limits)

    def close(self) -> None:
        """Nothing is kept between submissions."""


class SpawnedProcess:
    """One student process; threads move its bytes, so that the judge never waits beyond the limit."""

    def __init__(self, limits: Limits) -> None:
        self._scratch = tempfile.mkdtemp(prefix="autograder-")
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 - closed by stop
        self._process = subprocess.Popen(
            interpreter("standalone"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._output,
            cwd=self._scratch,
            env=environment(),
            start_new_session=True,
        )
        self._deadline = time.monotonic() + START_SECONDS + limits.seconds
        self._seconds = limits.seconds
        self._started = False
        self._buffer = bytearray()
        self._requests: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._replies: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for pump, stream in ((self._write, self._process.stdin), (self._receive, self._process.stdout)):
            threading.Thread(target=pump, args=(stream,), daemon=True).start()
        self._requests.put(json.dumps(limits_header(limits)).encode() + b"\n")

    def send(self, data: bytes) -> None:
        """Queue a request."""
        self._requests.put(data)

    def read(self, size: int) -> bytes:
        """Read exactly `size` bytes."""
        while len(self._buffer) < size:
            try:
                chunk = self._replies.get(timeout=max(0.0, self._deadline - time.monotonic()))
            except queue.Empty:
                raise OutOfTimeError from None
            if not chunk:
                raise EOFError
            if not self._started:  # the first byte says that numpy is loaded and the limits are set
                self._started = True
                self._deadline = time.monotonic() + self._seconds
                chunk = chunk[1:]
            self._buffer += chunk
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def printed(self) -> int:
        """Count the bytes of output so far."""
        return os.fstat(self._output.fileno()).st_size

    def stop(self, grace: float = 0.0) -> Exit:
        """End the process and, on POSIX, its group."""
        by_itself = True
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            by_itself = False
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        self._requests.put(None)
        self._output.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
        return Exit(self._process.returncode, 0.0, by_itself)

    def _write(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stream:
            while (data := self._requests.get()) is not None:
                stream.write(data)
                stream.flush()

    def _receive(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(OSError), stream:
            while chunk := stream.read1(CHUNK):  # type: ignore[attr-defined]
                self._replies.put(chunk)
        self._replies.put(b"")
