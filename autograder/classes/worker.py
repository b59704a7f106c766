"""One worker process: how it is started, what it is asked, and how it ended.

It is a fork of the judge where that is safe, on Linux before the judge has threads: nothing is imported
twice, and a worker costs a class of one no time either. Elsewhere, and in the place of a worker that was
lost, it is a new process.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NoReturn, Protocol, cast

from autograder.student.ahead import give_away

WORKER_ENTRY = "import sys; sys.path[:] = {path!r}; from autograder.classes.worker import main; main()"
TERMINATED = 143
"""Exit status of a worker that was asked to end."""
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that end the judge, which then ends its workers."""


class Process(Protocol):
    """A process that can be ended and waited for: what is used of a Popen."""

    def terminate(self) -> None:
        """Ask it to end."""

    def kill(self) -> None:
        """End it at once."""

    def wait(self) -> int:
        """Wait until it has ended; return its exit status, or minus the signal that ended it."""


class Worker:
    """One worker process, seen from the judge."""

    def __init__(self, process: Process, requests: IO[bytes], answers: IO[bytes]) -> None:
        self.deadline = 0.0
        self.late = False
        self._process, self._requests, self._answers = process, requests, answers

    def call(self, call: object) -> tuple[bool, Any]:
        """Make a call; return whether it returned, and what, or what it raised; fail without an answer."""
        self._requests.write(pickle.dumps(call, pickle.HIGHEST_PROTOCOL))
        self._requests.flush()
        returned, value = pickle.load(self._answers)  # noqa: S301 - from the judge's own process
        return returned, value

    def terminate(self) -> None:
        """Ask it to end together with the processes that it started."""
        self._process.terminate()

    def kill(self) -> None:
        """End it at once; processes that it started end by themselves soon after it."""
        self._process.kill()

    def end(self) -> int:
        """Make sure that it has ended; return its exit status, or minus the signal that ended it."""
        self.kill()
        return self.close()

    def close(self) -> int:
        """Let it end by itself, which it does when there is nothing more to read."""
        for pipe in (self._requests, self._answers):
            with contextlib.suppress(OSError, ValueError):  # it is gone, or was closed before
                pipe.close()
        return self._process.wait()

    def descriptors(self) -> list[int]:
        """List the judge's ends of its pipes, which no other worker may hold."""
        return [pipe.fileno() for pipe in (self._requests, self._answers)]


def new_worker() -> Worker:
    """Start a worker as a new process, which imports everything again."""
    command = [sys.executable, "-P", "-c", WORKER_ENTRY.format(path=sys.path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own
    return Worker(process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout))


def forked_workers(count: int) -> list[Worker]:
    """Start workers as forks of this process; none on systems where a fork does not survive its libraries."""
    workers: list[Worker] = []
    if sys.platform == "linux":
        sys.stdout.flush()
        while len(workers) < count:
            workers.append(_forked(workers))
    return workers


class _Fork:
    """A fork of this process."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._status: int | None = None
        self._reaping = threading.Lock()

    def terminate(self) -> None:
        """Ask it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once."""
        self._send(signal.SIGKILL)

    def _send(self, number: signal.Signals) -> None:
        """Send a signal, if it was not waited for: another process may have its number."""
        with self._reaping:
            if self._status is None:
                os.kill(self._pid, number)

    def wait(self) -> int:
        """Wait until it has ended, and only then keep others from asking for it."""
        if self._status is None:
            os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOWAIT)
        with self._reaping:
            if self._status is None:
                self._status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
            return self._status


def _forked(others: Sequence[Worker]) -> Worker:
    request_end, requests = os.pipe()
    answers, answer_end = os.pipe()
    with _signals_held():
        pid = os.fork()
        if pid == 0:
            inherited = [number for worker in others for number in worker.descriptors()]
            _serve_in_fork(request_end, answer_end, [requests, answers, *inherited])
    give_away()
    os.close(request_end)
    os.close(answer_end)
    return Worker(_Fork(pid), os.fdopen(requests, "wb"), os.fdopen(answers, "rb"))


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """Keep signals that end the judge from being answered in a fork as if it were the judge."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve_in_fork(request_end: int, answer_end: int, of_the_judge: Sequence[int]) -> NoReturn:
    """Be a worker, and end without what the judge does when it ends: its files are not this process's."""
    status, answers = 1, os.fdopen(answer_end, "wb")  # open until the end: the judge waits for that
    try:
        atexit._clear()  # noqa: SLF001 - as multiprocessing does in its forks
        for number in of_the_judge:
            os.close(number)
        _answer_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        _messages_alone()
        serve(os.fdopen(request_end, "rb"), answers)
        status = 0
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 1
    finally:
        atexit._run_exitfuncs()  # noqa: SLF001 - as above
        os._exit(status)


def main() -> None:
    """Be a worker in a new process, whose standard streams are the pipes."""
    _answer_signals()
    # Programs that a call starts get no hold of the pipe for answers: it closes when this process ends.
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", closefd=False)
    _messages_alone()
    serve(requests, answers)


def _answer_signals() -> None:
    """Ignore Ctrl-C, which is for the judge; end with all that was started when the judge asks for it."""
    for ending in ENDING:
        signal.signal(ending, _leave)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _leave(*_: object) -> NoReturn:
    sys.exit(TERMINATED)


def _messages_alone() -> None:
    """Let what is printed in a worker go where messages go."""
    with contextlib.suppress(OSError):  # there may be no place for messages
        os.dup2(2, 1)
    sys.stdout = sys.stderr


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Make calls as they come, until there are no more."""
    at_work = threading.Event()
    threading.Thread(target=_end_with_the_judge, args=(requests.fileno(), at_work), daemon=True).start()
    while True:
        try:
            fn, args, kwargs = pickle.load(requests)  # noqa: S301 - from the judge
        except EOFError:
            return
        at_work.set()
        answer = _answered(fn, args, kwargs)
        at_work.clear()
        try:
            answers.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
            answers.flush()
        except BrokenPipeError:  # the judge has gone
            return


def _end_with_the_judge(requests: int, at_work: threading.Event) -> None:
    """Leave a call when the judge is gone, which would be noticed at its end: it may take a minute."""
    if hasattr(select, "poll"):  # not on Windows
        closed = select.poll()
        closed.register(requests, 0)
        closed.poll()
        if at_work.is_set():
            os.kill(os.getpid(), signal.SIGTERM)


def _answered(fn: Callable[..., object], args: Any, kwargs: Any) -> tuple[bool, object]:  # noqa: ANN401 - as given
    try:
        return True, fn(*args, **kwargs)
    except Exception as error:  # noqa: BLE001 - it is the caller's
        return False, error
