"""Worker processes as an executor: one that dies or hangs costs the call it was at, and no other.

`ProcessPoolExecutor` gives up every call when one of its processes is killed, cannot tell which call it was,
waits for a hung one for ever, and starts processes that find the working folder, which may be a student's, on
their path.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import IO, Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
WATCH_SECONDS = 1.0
"""How often hung workers are looked for."""
ENTRY = "import sys; sys.path[:] = {path!r}; from autograder.grading.workers import serve; serve()"


class WorkerLostError(Exception):
    """The worker that was at this call ended, or had to be ended."""


class Workers(Executor):
    """So many worker processes, each started when it is first needed, and again when it was lost.

    A call that takes longer than `seconds` is taken for hung.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[_Worker | None] = SimpleQueue()
        for _ in range(count):
            self._idle.put(None)
        self._busy: set[_Worker] = set()
        self._closed = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function of an importable module in a worker."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """End the workers: at once those at work, if their calls are not waited for."""
        if not wait:
            self._closed.set()
            for worker in tuple(self._busy):
                worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=cancel_futures)
        self._closed.set()
        while not self._idle.empty():
            idle = self._idle.get()
            if idle is not None:
                idle.close()

    def _call(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        worker = self._idle.get()
        try:
            at_work = worker or _Worker()
            returned, value = self._watched(at_work, (fn, args, kwargs))
            worker = at_work
        except BaseException:
            worker = None
            raise
        finally:
            self._idle.put(worker)
        if not returned:
            raise value
        result: T = value
        return result

    def _watched(self, worker: _Worker, call: object) -> tuple[bool, Any]:
        """Make a call; WorkerLostError if the worker does not answer it, and is no more."""
        worker.deadline = time.monotonic() + self._seconds
        self._busy.add(worker)
        try:
            if self._closed.is_set():
                raise EOFError  # noqa: TRY301 - as if it had just ended
            return worker.call(call)
        except Exception as error:
            raise WorkerLostError(worker.end()) from error
        finally:
            self._busy.discard(worker)

    def _watch(self) -> None:
        """End the workers that hang."""
        while not self._closed.wait(WATCH_SECONDS):
            for worker in tuple(self._busy):
                if time.monotonic() > worker.deadline:
                    worker.late = True
                    worker.kill()


class _Worker:
    """One worker process, seen from the judge."""

    def __init__(self) -> None:
        self.deadline = 0.0
        self.late = False
        command = [sys.executable, "-P", "-c", ENTRY.format(path=sys.path)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)

    def call(self, call: object) -> tuple[bool, Any]:
        """Make a call; return whether it returned, and what, or what it raised; fail without an answer."""
        self._requests.write(pickle.dumps(call, pickle.HIGHEST_PROTOCOL))
        self._requests.flush()
        returned, value = pickle.load(self._answers)  # noqa: S301 - from the judge's own process
        return returned, value

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> str:
        """Make sure that it has ended, and say how it did."""
        self.kill()
        self.close()
        if self.late:
            return "it hung"
        code = self._process.returncode
        return f"ended by {signal.Signals(-code).name}" if code < 0 else f"it exited with status {code}"

    def close(self) -> None:
        """Let it end by itself, which it does when there is nothing more to read."""
        with contextlib.suppress(OSError, ValueError):  # it is gone, or was closed before
            self._process.communicate()


def serve() -> None:
    """Make calls as they come, until there are no more: what a worker does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the judge, which ends its workers
    # Programs that a call starts get no hold of the pipe for answers: it closes when this process ends.
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", closefd=False)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    while True:
        try:
            fn, args, kwargs = pickle.load(requests)  # noqa: S301 - from the judge
        except EOFError:
            return
        try:
            answer = True, fn(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - it is the caller's
            answer = False, error
        try:
            answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
            answers.flush()
        except BrokenPipeError:  # the judge has gone
            return
