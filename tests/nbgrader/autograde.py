"""`nbgrader autograde ASSIGNMENT` in each COURSE at once, with what takes seconds done once for all.

Kernels are ipykernel's, forked from a process that has imported it; the judge that a grade cell starts is
a process that has computed the answer key. All else is nbgrader and the kit as they are anywhere.
"""
# ruff: noqa: PLC0415 - each process imports what it needs, and no other

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
from functools import partial
from importlib import import_module
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

FORKED = multiprocessing.get_context("fork")
BACKLOG = 32
"""Requests that may wait; each course has one at a time."""
IMPORTED_BY_KERNELS = (
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.oinspect",
    "matplotlib_inline.config",
    "psutil",
    "sqlite3",
    "tornado.platform.asyncio",
    "autograder.notebook.points",
    "numpy",
)


def main(assignment: str, *courses: str) -> None:
    """Autograde the courses, each in a process; exit with 1 if one fails."""
    with tempfile.TemporaryDirectory() as folder:
        kernels, judge = (Listener(f"{folder}/{name}", backlog=BACKLOG) for name in ("kernels", "judge"))
        servers = [
            FORKED.Process(target=serve_kernels, args=(kernels, judge.address)),
            FORKED.Process(target=serve_judge, args=(judge, assignment)),
        ]
        for server in servers:
            server.start()
        sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # see conftest.py
        import_module("nbgrader.apps")
        spare_the_collector()
        graders = [FORKED.Process(target=autograde, args=(assignment, c, kernels.address)) for c in courses]
        for grader in graders:
            grader.start()
        for grader in graders:
            grader.join()
        for server in servers:
            server.terminate()
            server.join()
        for listener in (kernels, judge):
            listener.close()
    sys.exit(any(grader.exitcode for grader in graders))


def spare_the_collector() -> None:
    """Keep processes that live for seconds from looking for garbage: a tenth of their time."""
    gc.freeze()
    gc.disable()


def autograde(assignment: str, course: str, kernels: str) -> None:
    """Run nbgrader's command, with kernels from the server of them."""
    from jupyter_client.provisioning import local_provisioner
    from nbgrader.apps import AutogradeApp

    local_provisioner.launch_kernel = partial(Kernel, kernels)
    os.chdir(course)
    AutogradeApp.launch_instance([assignment, "--Execute.shutdown_kernel=immediate"])


def ask(address: str, *request: object) -> Any:  # noqa: ANN401 - each server has its own answers
    """Ask a server."""
    with Client(address) as connection:
        connection.send(request)
        return connection.recv()


def serve(listener: Listener, answer: Callable[..., object]) -> None:
    """Answer requests, one after another, until the end."""
    while True:
        with listener.accept() as connection:
            connection.send(answer(*connection.recv()))


class Kernel:
    """A forked kernel, with what jupyter_client asks of a Popen."""

    stdin = stdout = stderr = None

    def __init__(
        self, kernels: str, command: list[str], *, cwd: str, env: dict[str, str], **_: object
    ) -> None:
        self.pid = ask(kernels, command, cwd, env)

    def poll(self) -> int | None:
        """Whether it has ended; nobody asks how."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    wait = poll

    def send_signal(self, number: int) -> None:
        """Reach the kernel where its group cannot be reached."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)


def serve_kernels(kernels: Listener, judge: str) -> None:
    """Import what kernels need, then fork one for each request."""
    for module in IMPORTED_BY_KERNELS:
        import_module(module)
    spare_the_collector()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a kernel that ended is gone
    serve(kernels, partial(fork_kernel, judge))


def fork_kernel(judge: str, command: list[str], folder: str, environment: dict[str, str]) -> int:
    """Return the process id of the kernel that the command would have started."""
    grouped, tell = os.pipe()
    if pid := os.fork():
        os.close(tell)
        os.read(grouped, 1)  # signals go to its group: it has one of its own now
        os.close(grouped)
        return pid
    try:
        os.setsid()
        os.close(tell)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment, JPY_PARENT_PID=str(os.getppid()))  # ends with the server, too
        run_kernel(judge, command)
    finally:
        os._exit(1)


def run_kernel(judge: str, command: list[str]) -> None:
    """Be a kernel, in which the one command that points() starts is answered by the warm judge."""
    from ipykernel.kernelapp import IPKernelApp

    def run(arguments: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert arguments[1:5] == ["-P", "-m", "autograder", "grade"]
        return subprocess.CompletedProcess(arguments, 0, ask(judge, arguments[5]), "")

    subprocess.run = run
    IPKernelApp.launch_instance(command[command.index("-f") :])


def serve_judge(judge: Listener, assignment: str) -> None:
    """Grade a file for each request, as `autograder grade FILE --json` does."""
    from autograder.exercise.load import load_exercise
    from autograder.exercise.shipped import shipped
    from autograder.exporters.document import to_json
    from autograder.facts.calls import Limits
    from autograder.grading.class_run import prepare
    from autograder.student.backends import best_backend
    from autograder.submission.find import find

    exercise = load_exercise(shipped("solutions"), assignment)
    run = prepare(exercise, best_backend(), Limits())
    file = exercise.rubric.task.file
    serve(judge, lambda path: to_json(run.gradebook(run.reports(find([Path(path)], file)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
