"""What no grader that forks can go below: fork, isolate, run a submission and its calls, judge nothing.

The requests that grading sends are noted once, and sent again to new processes; the answers are waited for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import chain, cycle, islice
from pathlib import Path

from graded import EXERCISE, Graded, Grader
from measure import FailedError, spent
from submissions import ROOT

from autograder.classes.run import prepare
from autograder.exercise.load import load_exercise
from autograder.facts.limits import Limits
from autograder.facts.report import Status
from autograder.grading.marking import grade
from autograder.student.backend import Backend, Process
from autograder.student.machine import best_backend
from autograder.submission.read import HandIn

Steps = list[bytes | int]
"""The requests that a process is sent, and how many bytes are read after each."""


def note(backend: Backend, processes: list[Steps]) -> None:
    """Let a backend note what passes through each process that it starts."""
    begin = backend.start

    def start(limits: Limits, *, plots: bool = False) -> Process:
        process, steps = begin(limits, plots=plots), Steps()
        send, receive = process.send, process.read

        def read(size: int) -> bytes:
            data = receive(size)
            steps[-1] += size
            return data

        process.send = lambda data: (steps.extend((data, 0)), send(data))
        process.read = read
        processes.append(steps)
        return process

    backend.start = start


def noted(files: Sequence[Path]) -> list[list[Steps]]:
    """Grade files; return what passed through the processes of each. FailedError if that is not seen."""
    found: list[list[Steps]] = []
    with closing(best_backend()) as backend:
        marking = prepare(load_exercise(ROOT / "solutions", EXERCISE), backend, Limits()).marking
        note(backend, processes := [])
        for path in files:
            processes.clear()
            report = grade(HandIn(path.stem, path.name, path), marking, backend)
            if report.status is not Status.GRADED or not processes or not all(map(all, processes)):
                raise FailedError("the kit runs student processes in another way than this floor knows")
            found.append(processes.copy())
    return found


def grader(files: Sequence[Path]) -> Grader:
    """Return what runs the same processes that grading these files runs, without a judge."""
    found = noted(files)
    return lambda submissions: Graded(spent(lambda: replay(islice(cycle(found), len(submissions)))))


def replay(found: Iterable[Sequence[Steps]]) -> None:
    """Run the processes of each submission."""
    with closing(best_backend()) as backend:
        for steps in chain.from_iterable(found):
            process = backend.start(Limits())
            for request, size in zip(steps[::2], steps[1::2], strict=True):
                process.send(request)
                process.read(size)
            process.stop()
