"""Worker processes as an executor: one that dies or hangs costs the call it was at, and no other.

`ProcessPoolExecutor` gives up every call when one of its processes is killed, cannot tell which call it was,
waits for a hung one for ever, and starts processes that find the working folder, which may be a student's, on
their path.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, ParamSpec, TypeVar

from autograder.classes.worker import Worker, forked_workers, new_worker

P = ParamSpec("P")
T = TypeVar("T")
HANG_WATCH_SECONDS = 1.0
"""How often hung workers are looked for."""
PATIENCE_SECONDS = 0.5
"""How long a worker may take to end its processes when the judge is interrupted."""
OUT_OF_BOUNDS = "SIGPROF"
"""The signal that ends a worker which has used up the time that a call gave itself."""


class WorkerLostError(Exception):
    """The worker that was at this call ended, or had to be ended."""


class OutOfBoundsError(WorkerLostError):
    """The worker ended at work that a call had set a limit to: see `reading`."""


class Workers(Executor):
    """A fixed number of worker processes; one that was lost is replaced when the next one is needed.

    A call that takes longer than `seconds` is taken for hung. Made before any other thread is started, as
    workers are forks of this process where that is possible.
    """

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[Worker | None] = SimpleQueue()
        for worker in forked_workers(count):
            self._idle.put(worker)
        while self._idle.qsize() < count:
            self._idle.put(None)
        self._busy: set[Worker] = set()
        self._closed = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function of an importable module in a worker."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """End the workers; those at work are asked to, and then made to, if nobody waits for their calls."""
        at_last = threading.Timer(PATIENCE_SECONDS, self._kill)
        if not wait:
            self._closed.set()
            for worker in tuple(self._busy):
                worker.terminate()
            at_last.start()
        self._threads.shutdown(wait=True, cancel_futures=cancel_futures)
        at_last.cancel()
        self._closed.set()
        while not self._idle.empty():
            idle = self._idle.get()
            if idle is not None:
                idle.close()

    def _kill(self) -> None:
        for worker in tuple(self._busy):
            worker.kill()

    def _call(self, fn: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        worker = self._idle.get()
        try:
            at_work = worker or new_worker()
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

    def _watched(self, worker: Worker, call: object) -> tuple[bool, Any]:
        """Make a call; WorkerLostError if the worker does not answer it, and has ended."""
        worker.deadline = time.monotonic() + self._seconds
        self._busy.add(worker)
        try:
            if self._closed.is_set():
                raise EOFError  # noqa: TRY301 - as if it had just ended
            return worker.call(call)
        except Exception as error:
            raise _lost(worker) from error
        finally:
            self._busy.discard(worker)

    def _watch(self) -> None:
        """End the workers that hang."""
        while not self._closed.wait(HANG_WATCH_SECONDS):
            for worker in tuple(self._busy):
                if time.monotonic() > worker.deadline:
                    worker.late = True
                    worker.kill()


def _lost(worker: Worker) -> WorkerLostError:
    """End a worker that does not answer, and say how it ended."""
    status = worker.end()
    if worker.late:
        return WorkerLostError("it hung")
    if status >= 0:
        return WorkerLostError(f"it exited with status {status}")
    name = signal.Signals(-status).name
    return OutOfBoundsError(name) if name == OUT_OF_BOUNDS else WorkerLostError(f"ended by {name}")
