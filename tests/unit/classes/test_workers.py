"""Worker processes: what becomes of one that dies, hangs, or answers what cannot be sent."""

from __future__ import annotations

import os
import signal
import sys
import threading
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING

import pytest

from autograder.classes.workers import WorkerLostError, Workers
from autograder.facts.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LONG = 60.0
"""Seconds that no call here takes."""
KILLS_ITSELF = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture
def workers() -> Iterator[Workers]:
    workers = Workers(1, LONG)
    yield workers
    workers.shutdown(wait=False, cancel_futures=True)


def test_a_call_is_made_in_another_process_that_stays(workers: Workers) -> None:
    pids = [workers.submit(os.getpid).result() for _ in range(2)]
    assert pids[0] == pids[1] != os.getpid()


def test_what_a_call_raises_is_raised_to_the_caller(workers: Workers) -> None:
    with pytest.raises(KitError, match="no such exercise"):
        workers.submit(
            exec, "from autograder.facts.errors import KitError; raise KitError('no such exercise')"
        ).result()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import os; os._exit(3)", "it exited with status 3"),
        ("raise SystemExit(4)", "it exited with status 4"),
        (KILLS_ITSELF, "ended by SIGKILL"),
        ("import os; os.abort()", "ended by SIGABRT"),
    ],
)
def test_a_worker_that_ends_costs_its_call_and_says_how_it_ended(
    workers: Workers, code: str, told: str
) -> None:
    with pytest.raises(WorkerLostError) as lost:
        workers.submit(exec, code).result()
    assert str(lost.value) == told
    assert workers.submit(len, "next").result() == 4


def test_the_other_worker_does_not_notice() -> None:
    with Workers(2, LONG) as workers:
        calls = [workers.submit(exec, KILLS_ITSELF), *(workers.submit(abs, -n) for n in range(6))]
        assert isinstance(calls[0].exception(), WorkerLostError)
        assert [call.result() for call in calls[1:]] == [*range(6)]


def test_a_call_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autograder.classes.workers.HANG_WATCH_SECONDS", 0.02)
    with Workers(1, 0.4) as workers, pytest.raises(WorkerLostError, match="it hung"):
        workers.submit(signal.pause).result()


def test_a_lost_worker_is_not_waited_for_where_it_left_a_process_behind(
    workers: Workers, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    left = tmp_path / "pid"
    request.addfinalizer(lambda: os.kill(int(left.read_text()), signal.SIGKILL))
    code = f"""
import os, pathlib, subprocess, sys
process = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
pathlib.Path({str(left)!r}).write_text(str(process.pid))
os.kill(os.getpid(), 9)
"""
    assert isinstance(workers.submit(exec, code).exception(timeout=10), WorkerLostError)


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (exec, "raise type('Local', (Exception,), {})()"),
        (exec, "import tarfile; raise type('E', (Exception,), {'__reduce__': lambda self: (len, ())})()"),
        (eval, "__import__('threading').Lock()"),
        (eval, "__import__('functools').partial(len)()"),
    ],
    ids=["exception", "exception that cannot be read", "answer", "argument missing"],
)
def test_nothing_that_a_call_answers_takes_the_crew_down(
    workers: Workers, function: Callable[[str], object], argument: str
) -> None:
    assert workers.submit(function, argument).exception() is not None
    assert workers.submit(abs, -1).result() == 1


def test_an_argument_that_cannot_be_sent_costs_its_own_call(workers: Workers) -> None:
    assert isinstance(workers.submit(bool, threading.Lock()).exception(), WorkerLostError)
    assert workers.submit(abs, -1).result() == 1


def test_what_a_call_prints_is_no_answer(workers: Workers) -> None:
    assert workers.submit(print, "to the messages").result() is None
    assert workers.submit(abs, -1).result() == 1


def test_what_a_call_writes_past_python_is_no_answer(workers: Workers) -> None:
    assert workers.submit(os.write, 1, b"to the messages\n").result() == 16
    assert workers.submit(abs, -1).result() == 1


def test_modules_in_the_working_folder_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "numpy", "autograder"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a student was here')")
    monkeypatch.chdir(tmp_path)
    with Workers(1, LONG) as workers:
        places = workers.submit(eval, "__import__('sys').path").result()
        assert workers.submit(eval, "__import__('numpy').sqrt(4.0)").result() == 2
    assert not {"", ".", str(tmp_path)} & set(places)


def test_a_worker_imports_from_where_the_judge_does(workers: Workers) -> None:
    assert workers.submit(eval, "__import__('sys').path").result() == sys.path


def test_an_interrupt_is_not_the_workers_business(workers: Workers) -> None:
    workers.submit(exec, "import signal; signal.raise_signal(signal.SIGINT)").result()
    assert workers.submit(abs, -1).result() == 1


def test_workers_at_work_are_ended_where_they_are_not_waited_for(
    descendants: Callable[[int], set[int]],
) -> None:
    before = descendants(os.getpid())
    workers = Workers(2, LONG)
    calls = [workers.submit(signal.pause) for _ in range(3)]
    while len(descendants(os.getpid()) - before) < 2:
        assert not calls[0].done()
    workers.shutdown(wait=False, cancel_futures=True)
    assert descendants(os.getpid()) - before == set()
    with pytest.raises((CancelledError, WorkerLostError)):
        calls[2].result()


def test_workers_end_when_they_are_let_go(descendants: Callable[[int], set[int]]) -> None:
    before = descendants(os.getpid())
    with Workers(2, LONG) as workers:
        for call in [workers.submit(abs, -1) for _ in range(4)]:
            call.result()
        assert descendants(os.getpid()) - before
    assert descendants(os.getpid()) - before == set()
