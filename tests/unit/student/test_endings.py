"""A process that is lost for no fault of its own is tried once more; what a submission does is its own."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.facts.calls import vector
from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Cause, Ended, Outcome
from autograder.facts.report import Status
from autograder.grading.marking import grade
from autograder.student import endings
from autograder.student.backend import Exit
from autograder.student.endings import Lost, end
from autograder.student.fork import ForkServer
from autograder.student.forked_process import ForkedProcess
from autograder.student.memory import memory_here
from autograder.student.session import Session
from autograder.student.spawn import SpawnedProcess, Spawner
from autograder.submission.read import HandIn
from tests.calls import call, interface, module, returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from autograder.classes.run import ClassRun
    from autograder.facts.isolation import Isolation
    from autograder.student.backend import Backend, Process

LIMITS = Limits(seconds=0.3)
X = vector((1.0, 2.0))
CALLS = (call("forward", x=X, w=0.5), call("gradient", x=X, w=0.5), call("forward", x=X, w=1.0))
RIGHT = "w = 0.0\ndef forward(x):\n    return w * x\ndef gradient(x):\n    {}\n    return x\n"
VALUES = (returned({"y": (0.5, 1.0)}), returned({"y": X}), returned({"y": X}))
TAKES_X = interface("forward(x) y", "gradient(x) y")
MODULE, CALLING = 1, 2
"""Requests in which a process may be killed."""


def number_of(process: Process) -> int:
    if isinstance(process, SpawnedProcess):
        return process._process.pid  # noqa: SLF001 - as the system knows it
    assert isinstance(process, ForkedProcess)
    return process._server.number_here(process._pid)  # noqa: SLF001 - as above


def by_signal(number: int) -> Callable[[Process], object]:
    return lambda process: os.kill(number_of(process), number)


KILLING = by_signal(9)


@contextlib.contextmanager
def gone(process: Process) -> Iterator[None]:
    """Go on when the process has ended."""
    descriptor = os.pidfd_open(number_of(process))
    yield
    select.select([descriptor], [], [])
    os.close(descriptor)


class Murderous:
    """A backend whose processes are killed from outside, so many of them, as they come to a request."""

    def __init__(
        self, backend: Backend, kills: int, at: int, kill: Callable[[Process], object] = KILLING
    ) -> None:
        self._backend, self._kills, self._at, self._kill = backend, kills, at, kill

    @property
    def isolation(self) -> Isolation:
        """That of the backend."""
        return self._backend.isolation

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a process that may be killed."""
        process = self._backend.start(limits, plots=plots)
        send, requests = process.send, iter(range(1, 100))

        def killing(data: bytes) -> None:
            if next(requests) == self._at and self._kills:
                self._kills -= 1
                with gone(process):
                    self._kill(process)
            send(data)

        process.send = killing  # type: ignore[method-assign]
        return process

    def close(self) -> None:
        """Leave it to whoever opened it."""


def run(backend: Backend, body: str = "pass") -> tuple[Outcome, ...]:
    with Session(backend, module(RIGHT.format(body), TAKES_X), LIMITS) as session:
        return session.run(CALLS)


@pytest.mark.parametrize("at", [MODULE, CALLING])
def test_a_process_that_is_killed_from_outside_costs_nothing(backend: Backend, at: int) -> None:
    assert run(Murderous(backend, 1, at)) == VALUES


@pytest.mark.parametrize("at", [MODULE, CALLING])
def test_one_that_is_killed_again_is_our_fault(backend: Backend, at: int) -> None:
    with pytest.raises(BrokenError, match=r"killed from outside \(SIGKILL\).*fewer workers"):
        run(Murderous(backend, 2, at))


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGXCPU"])
def test_signals_that_batch_systems_send_come_from_outside(forking: Backend, name: str) -> None:
    kill = by_signal(signal.Signals[name])
    assert run(Murderous(forking, 1, CALLING, kill)) == VALUES
    with pytest.raises(BrokenError, match=name):
        run(Murderous(forking, 2, CALLING, kill))


SELF_MADE = {
    "import os; os.abort()": Cause.CRASH,
    "import ctypes; ctypes.string_at(0)": Cause.CRASH,
    "import os; os._exit(137)": Cause.EXIT,
    "import signal; signal.setitimer(signal.ITIMER_PROF, 0.01)\n    while True: pass": Cause.KILLED,
    "import signal; signal.setitimer(signal.ITIMER_VIRTUAL, 0.01)\n    while True: pass": Cause.KILLED,
}


@pytest.mark.parametrize("body", SELF_MADE)
def test_what_a_program_brings_on_itself_is_its_own(forking: Backend, body: str) -> None:
    first, ended, last = run(forking, body)
    assert (first, last) == (VALUES[0], VALUES[2])
    assert isinstance(ended, Ended)
    assert ended.cause is SELF_MADE[body]


SENDING = ("os.kill(os.getpid(), {})", "signal.raise_signal({})", "os.killpg(0, {})")


@pytest.mark.parametrize("sending", SENDING)
@pytest.mark.parametrize("number", [9, 15])
def test_under_seccomp_it_cannot_send_a_signal(forking: Backend, sending: str, number: int) -> None:
    """Or else it could make its own result `broken`."""
    _cannot_send(forking, sending.format(number))


def test_so_it_is_where_processes_are_started_afresh() -> None:
    _cannot_send(Spawner(), SENDING[0].format(9))


def _cannot_send(backend: Backend, sending: str) -> None:
    if "seccomp" in backend.isolation.missing:
        pytest.skip("there is no seccomp here")
    attempt = f"try:\n        {sending}\n    except PermissionError: return x"
    assert run(backend, f"import os, signal\n    {attempt}\n    return None") == VALUES


def test_where_it_can_send_signals_a_second_kill_is_put_down_to_it(unsealed: Backend) -> None:
    assert run(Murderous(unsealed, 1, CALLING)) == VALUES
    _, ended, _ = run(unsealed, "import os; os.kill(os.getpid(), 9)")
    assert isinstance(ended, Ended)
    assert (ended.function, ended.cause) == ("gradient", Cause.KILLED)


def test_a_process_that_took_most_of_the_memory_there_is_brought_it_about(
    forking: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endings, "memory_here", lambda: float(2**20))
    first, *_ = run(Murderous(forking, 2, CALLING))
    assert isinstance(first, Ended)
    assert first.cause is Cause.MEMORY
    assert first.detail.endswith("of the 1 MB of memory there is")


def kill_the_zygote(process: Process) -> None:
    assert isinstance(process, ForkedProcess)
    zygote = process._server._zygote  # type: ignore[attr-defined] # noqa: SLF001 - it is seen nowhere else
    zygote.process.kill()


def test_a_lost_zygote_costs_nothing_once_and_is_our_fault_twice() -> None:
    server = ForkServer()
    try:
        assert run(Murderous(server, 1, CALLING, kill_the_zygote)) == VALUES
        with pytest.raises(BrokenError):
            run(Murderous(server, 2, CALLING, kill_the_zygote))
        assert run(server) == VALUES
    finally:
        server.close()


def test_a_zygote_that_is_lost_while_it_starts_is_launched_once_more() -> None:
    server = ForkServer()
    zygote = server._zygote  # noqa: SLF001 - it is seen nowhere else
    assert zygote is not None
    zygote.process.kill()
    try:
        assert run(server) == VALUES
    finally:
        server.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing is forked here")
def test_a_zygote_answers_no_fork_of_the_process_that_started_it() -> None:
    server = ForkServer()
    try:
        assert run(server) == VALUES
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BrokenError):
                run(server)
                os._exit(1)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert run(server) == VALUES
    finally:
        server.close()


class Stopped:
    """A process that ended in some way."""

    def __init__(self, exit_: Exit, printed: int = 0) -> None:
        self._exit, self._printed = exit_, printed

    def printed(self) -> int:
        """Count the bytes of output."""
        return self._printed

    def stop(self, grace: float = 0.0) -> Exit:
        """Say how it ended, which it has had time for."""
        assert grace
        return self._exit


def exit_by(number: int, *, cpu: float = 0.1, memory: int = 2**26, by_itself: bool = True) -> Exit:
    return Exit(-number, cpu, memory, by_itself)


@pytest.mark.parametrize(
    ("exit_", "cause"),
    [
        (exit_by(9, cpu=3 * LIMITS.seconds), Cause.TIME),
        (exit_by(9, memory=LIMITS.memory), Cause.MEMORY),
        (exit_by(11, memory=LIMITS.memory), Cause.MEMORY),
        (exit_by(9, by_itself=False), Cause.GARBLED),
        (exit_by(11), Cause.CRASH),
        (exit_by(14), Cause.KILLED),
        (exit_by(-3), Cause.EXIT),
        (exit_by(9), None),
        (exit_by(15), None),
        (exit_by(40), None),  # a signal without a name
        (exit_by(9, cpu=2.9 * LIMITS.seconds), None),  # lawful: for the module and for calls
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_end_that_a_limit_explains_is_put_down_to_it_and_no_other_kill_is(
    exit_: Exit, cause: Cause | None
) -> None:
    process: Process = Stopped(exit_)  # type: ignore[assignment]
    ending = end(process, "f", EOFError(), LIMITS)
    assert (None if isinstance(ending, Lost) else ending.cause) is cause


def test_a_limit_of_the_system_on_computing_is_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a shell with `ulimit -t 1`."""
    process: Process = Stopped(exit_by(9, cpu=1.0))  # type: ignore[assignment]
    monkeypatch.setattr(endings, "computing_here", lambda: 1.0)
    ending = end(process, "f", EOFError(), Limits(seconds=5.0))
    assert ending == Ended("f", Cause.TIME, "more than 0.5 s of computing")


@pytest.mark.parametrize(
    ("own", "file"),
    [
        ("0::/course/run\n", "course/memory.max"),
        ("0::/\n", "memory.max"),
        ("4:memory:/course\n0::/\n", "memory/course/memory.limit_in_bytes"),
    ],
)
def test_the_memory_there_is_is_that_of_the_control_group(tmp_path: Path, own: str, file: str) -> None:
    (tmp_path / "own").write_text(own)
    limit = tmp_path / file
    limit.parent.mkdir(parents=True, exist_ok=True)
    limit.write_text("max\n")
    assert memory_here(tmp_path, tmp_path / "own") == memory_here(tmp_path, tmp_path / "none") > 12345
    limit.write_text("12345\n")
    assert memory_here(tmp_path, tmp_path / "own") == 12345


SHORT = Limits(seconds=0.1)
COMPUTE = "import time\n{0}begun = time.process_time()\n{0}while time.process_time() - begun < {1}: pass\n"


def test_a_long_module_takes_nothing_from_the_calls(forking: Backend) -> None:
    """Each has its time: together they take more than one limit."""
    source = COMPUTE.format("", 0.07) + RIGHT.format(COMPUTE.format("    ", 0.07))
    with Session(forking, module(source, TAKES_X), SHORT) as session:
        assert session.loaded.stopped is None
        assert session.run(CALLS) == VALUES


def test_a_module_that_sleeps_is_waited_for_less_the_next_time(forking: Backend) -> None:
    """Each of its statements may sleep, and each is left out only when its time is up."""
    sleeping = "import time\n" + "class A: time.sleep(60)\n" * 2 + RIGHT.format("pass")
    started = Noting(forking)
    with Session(started, module(sleeping, TAKES_X), SHORT) as session:
        assert [ended.cause for ended in session.loaded.left_out] == [Cause.TIME, Cause.TIME]
        assert session.run(CALLS) == VALUES
    assert [limits.idle for limits in started.limits] == [SHORT.idle, 1.0, 1.0]


class Noting:
    """A backend that notes the limits of its processes."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.limits: list[Limits] = []

    @property
    def isolation(self) -> Isolation:
        """That of the backend."""
        return self._backend.isolation

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a process."""
        self.limits.append(limits)
        return self._backend.start(limits, plots=plots)

    def close(self) -> None:
        """Leave it to whoever opened it."""


def test_after_a_function_that_hangs_module_and_calls_have_their_time_again(forking: Backend) -> None:
    source = COMPUTE.format("", 0.07) + RIGHT.format("while len(x) == 2: pass")
    source += "def loss(x):\n    " + COMPUTE.format("    ", 0.07) + "    return x\n"
    called_by = interface(*TAKES_X.functions.values(), "loss(x) y")
    with Session(forking, module(source, called_by), SHORT) as session:
        first, hung, *others = session.run((*CALLS, call("loss", x=X)))
    assert isinstance(hung, Ended)
    assert hung.cause is Cause.TIME
    assert [first, *others] == [*VALUES[::2], returned({"y": X})]


class Failing:
    """A backend that loses its first processes before they are ready."""

    def __init__(self, backend: Backend, times: int) -> None:
        self._backend, self._times = backend, times

    @property
    def isolation(self) -> Isolation:
        """That of the backend."""
        return self._backend.isolation

    def start(self, limits: Limits, *, plots: bool = False) -> Process:
        """Start a process, if enough of them were lost."""
        if self._times:
            self._times -= 1
            raise BrokenError("a student process could not be set up")
        return self._backend.start(limits, plots=plots)

    def close(self) -> None:
        """Leave it to whoever opened it."""


def test_a_process_that_is_lost_before_it_is_ready_is_started_once_more(forking: Backend) -> None:
    assert run(Failing(forking, 1)) == VALUES
    with pytest.raises(BrokenError, match="set up"):
        run(Failing(forking, 2))


def test_a_broken_submission_says_so_without_a_name_of_ours(class_run: ClassRun, tmp_path: Path) -> None:
    path = tmp_path / "ada.py"
    path.write_text(RIGHT.format("pass"))
    backend = Murderous(class_run.backend, 2, MODULE)
    report = grade(HandIn("ada", "ada.py", path), class_run.marking, backend)
    assert (report.status, report.score) == (Status.BROKEN, None)
    message = report.advice[0].message
    assert message.startswith("the process that runs the file was killed from outside (SIGKILL)")
