"""What the sandbox does to a student process, seen from inside and from outside."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.outcomes import Cause, Ended, Outcome, Raised, array_of
from autograder.student.fork import ForkServer
from autograder.student.launch import FONTS, environment, launch_zygote
from autograder.student.machine import best_backend
from autograder.student.protocol.requests import load_request
from autograder.student.sandbox import landlock
from autograder.student.sandbox.seal import ORDINARY_USERS
from autograder.student.sandbox.seccomp import program
from autograder.student.session import Session
from autograder.student.spawn import MOST_CHUNKS, Spawner
from tests.calls import call as call_of
from tests.calls import interface, module

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.student.backend import Backend

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
ROOT = Path(__file__).resolve().parents[4]
LIMITS = Limits(seconds=0.3)
F = interface("f() y")
PATIENCE = 20.0
"""Seconds in which the kernel must have ended a process; milliseconds, as a rule."""


def call(backend: Backend, body: str, limits: Limits = LIMITS) -> Outcome:
    """Call a function with this body."""
    source = f"import os, sys\nimport numpy as np\ndef f():\n    {body}\n"
    with Session(backend, module(source, F), limits) as session:
        (outcome,) = session.run([call_of("f")])
    return outcome


def number(backend: Backend, body: str, limits: Limits = LIMITS) -> float:
    outcome = call(backend, body, limits)
    value = array_of(outcome)
    assert value is not None, outcome
    return value.values[0]


def gone(pids: set[int]) -> bool:
    """Wait until none of these processes is there any more."""
    deadline = time.monotonic() + PATIENCE
    while any(map(runs, pids)) and time.monotonic() < deadline:
        time.sleep(0.005)
    return not any(map(runs, pids))


def runs(pid: int) -> bool:
    """Whether a process is there, and not only its entry that nobody has asked for yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_root_becomes_somebody_else(forking: Backend) -> None:
    """Unless Python lies where only root may read, and no namespace shows it elsewhere."""
    user = number(forking, "return os.getuid()")
    if os.getuid() == 0 and "namespaces" not in forking.isolation.missing:
        assert user in ORDINARY_USERS
    else:
        assert user == os.getuid()


def test_no_capability_is_left() -> None:
    """Read where the kernel tells it, which the other layers close."""
    with closing(ForkServer(launch_zygote(("seccomp", "landlock", "namespaces")))) as backend:
        body = "return float(open('/proc/self/status').read().partition('CapEff:')[2].split()[0] != '0' * 16)"
        assert number(backend, body) == 0.0
        assert number(backend, "return float('NoNewPrivs:\\t1' in open('/proc/self/status').read())") == 1.0


def test_a_submission_finds_itself_in_an_empty_folder(forking: Backend) -> None:
    if "namespaces" in forking.isolation.missing:
        pytest.skip(forking.isolation.warning())
    assert number(forking, "return len(os.listdir('.')) + len(os.listdir(os.getcwd()))") == 0.0


def test_the_clock_knows_other_places(forking: Backend) -> None:
    if not Path("/usr/share/zoneinfo/Europe").is_dir():
        pytest.skip("this system has no table of time zones")
    assert (
        number(forking, "import zoneinfo; return float(len(zoneinfo.ZoneInfo('Europe/Berlin').key))") == 13.0
    )


def test_threads_are_bounded(forking: Backend) -> None:
    body = """import threading
    for k in range(1000):
        threading.Thread(target=threading.Event().wait, daemon=True).start()"""
    refused = call(forking, body, Limits(seconds=5.0, threads=True))
    assert isinstance(refused, Raised)
    assert refused.message == "can't start new thread"


def test_threads_are_a_switch(forking: Backend) -> None:
    body = """from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(float, range(4)))"""
    refused = call(forking, body)
    assert isinstance(refused, Raised)
    assert refused.type == "RuntimeError"
    assert number(forking, body, Limits(seconds=2.0, threads=True)) == 6.0


LIBRARY = (
    "fractions decimal statistics itertools functools random re json math collections dataclasses typing"
)
NUMPY = "numpy.linalg numpy.random numpy.fft numpy.polynomial numpy.ma numpy.testing"


def test_all_that_a_submission_may_import_lazily_stays_readable(forking: Backend) -> None:
    for name in (*LIBRARY.split(), *NUMPY.split()):
        assert number(forking, f"import {name}; return 1.0") == 1.0


def test_usual_work_is_not_hindered(forking: Backend) -> None:
    bodies = (
        "import time; time.sleep(0.001); return time.perf_counter() > 0",
        "import random; return random.Random(1).random()",
        "return np.random.default_rng(1).normal()",
        "return np.linalg.solve(np.eye(3), np.ones(3)).sum()",
        "import contextlib as c, io\n    with c.redirect_stdout(io.StringIO()): print('x')\n    return 1.0",
        "import warnings; warnings.warn('x'); return 1.0",
        "import logging; logging.warning('x'); return 1.0",
        "import tracemalloc; tracemalloc.start(); return 1.0",
        "import inspect; return len(inspect.signature(f).parameters) + 1.0",
        "import platform; return float(len(platform.machine()) > 0)",
        "from pathlib import Path; return float(len(str(Path('x').resolve())) > 0)",
        "import datetime; return datetime.datetime.now().timestamp()",
        "return sum(np.ones((300, 300)) @ np.ones(300))",
        "import pickle, copy; return copy.deepcopy(pickle.loads(pickle.dumps(1.0)))",
        "import functools; return functools.lru_cache(lambda: 1.0)()",
        "print('x', file=open(os.devnull, 'w')); return 1.0",
        "from pathlib import Path\n    with Path(os.devnull).open('w') as f: return float(f.write('x'))",
        "import getpass; return float(len(getpass.getuser()))",
        "import locale; locale.setlocale(locale.LC_ALL, ''); return 1.0",
        "import signal; signal.setitimer(signal.ITIMER_REAL, 60); return 1.0",
        "os.chdir('/'); return float(len(os.getcwd()))",
        "import base64, secrets, zlib, bz2, lzma, hashlib; return float(len(secrets.token_hex(4)))",
        "import hashlib; return float(len(hashlib.sha256().hexdigest()))",
    )
    for body in bodies:
        assert array_of(call(forking, body)) is not None, body


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        ("os.kill(os.getpid(), 9)", Cause.KILLED),
        ("os.kill(os.getpid(), 15)", Cause.KILLED),
        ("x = np.ones(7_500_000); os.kill(os.getpid(), 6)", Cause.MEMORY),
        ("os.kill(os.getpid(), 11)", Cause.CRASH),
    ],
)
def test_violent_ends_are_told_apart(unsealed: Backend, body: str, cause: Cause) -> None:
    outcome = call(unsealed, body, Limits(seconds=5.0, memory=2**26))
    assert isinstance(outcome, Ended)
    assert outcome.cause is cause


def test_a_cell_that_cannot_be_closed_is_our_fault(backend: Backend) -> None:
    """What ends before it is locked in never ran a byte of the submission."""
    with pytest.raises(BrokenError, match="could not be set up"):
        backend.start(Limits(seconds=math.nan))


@pytest.mark.parametrize("without", [(), ("namespaces",)])
def test_student_processes_end_with_their_zygote(
    without: tuple[str, ...], descendants: Callable[[int], set[int]]
) -> None:
    before = descendants(os.getpid())
    zygote = launch_zygote(without)
    server = ForkServer(zygote)
    student = server.start(LIMITS)
    started = descendants(os.getpid()) - before
    assert len(started) > 1
    zygote.process.kill()
    zygote.process.wait()
    assert gone(started)
    with pytest.raises(BrokenError):
        student.stop()
    server.close()


def test_nothing_outlives_a_judge_that_is_killed(
    tmp_path: Path, descendants: Callable[[int], set[int]]
) -> None:
    (tmp_path / "slow.py").write_text("while True:\n    pass\n")
    command = [sys.executable, "-m", "autograder", "grade", str(tmp_path / "slow.py"), "--timeout", "47"]
    judge = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    seen: set[int] = set()
    while not any(has_cpu_limit(pid, "283") for pid in seen):  # six times that, rounded up
        seen |= descendants(judge.pid)
        assert judge.poll() is None
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    assert gone(seen)


def has_cpu_limit(pid: int, seconds: str) -> bool:
    try:
        limits = Path(f"/proc/{pid}/limits").read_text("utf-8")
    except OSError:  # it has ended
        return False
    return limits.partition("Max cpu time")[2].split()[0] == seconds


FLOOD = """\
import os
while True:
    for d in range(3, 9):
        try: os.write(d, bytes(65536))
        except OSError: pass
"""


def test_a_flood_of_replies_ends_a_process_that_was_started_afresh() -> None:
    outcome = call(Spawner(), "while True:\n        [os.write(d, bytes(65536)) for d in range(3, 6)]")
    assert isinstance(outcome, Ended | Raised)


def test_a_flood_of_replies_does_not_fill_the_judge() -> None:
    """Where replies come through a pipe, the pump waits when enough of them do, and ends with the process."""
    before = threading.active_count()
    process = Spawner().start(Limits(seconds=PATIENCE))
    waiting = process._replies  # noqa: SLF001 - what waits for the judge shows nowhere else
    process.send(load_request(module(FLOOD, F), LIMITS, "whole"))
    deadline = time.monotonic() + PATIENCE
    while not waiting.full() and time.monotonic() < deadline:
        time.sleep(0.005)
    assert waiting.qsize() == MOST_CHUNKS
    process.stop()
    assert threading.active_count() == before


@pytest.mark.parametrize("version", range(1, 8))
def test_older_landlocks_are_asked_for_what_they_know(version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        present = landlock.abi()
    except OSError:
        pytest.skip("this kernel has no Landlock")
    if version > present:
        pytest.skip(f"this kernel speaks version {present}")
    monkeypatch.setattr(landlock, "abi", lambda: version)
    os.close(landlock.ruleset(["/", __file__]))


def test_a_filter_is_for_one_architecture_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program(threads=True) != program(threads=False)
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert len(program(threads=False)) % 8 == 0
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(OSError, match="no filter for riscv64"):
        program(threads=False)


def test_a_judge_without_a_home_starts_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a user that the system does not know, as in a container; only plots ask for a folder there."""

    def unknown(_: object) -> NoReturn:
        raise KeyError

    for name in ("HOME", "MPLCONFIGDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    assert "MPLCONFIGDIR" not in environment()
    assert environment(plots=True)["MPLCONFIGDIR"] == FONTS


def test_a_package_that_is_closed_is_one_that_is_not_there() -> None:
    """NumPy's own modules ask for packages that they can do without: another answer would end the import."""
    source = "try:\n    import pytest\nexcept ImportError:\n    def f(x): return 2 * x\n"
    with closing(best_backend(("namespaces",))) as backend:
        if not isinstance(backend, ForkServer) or "landlock" not in str(backend.isolation):
            pytest.skip("packages are open here")
        with Session(backend, module(source, F), LIMITS) as session:
            assert session.loaded.raised == ()
            assert session.loaded.lines.keys() == {"f"}
