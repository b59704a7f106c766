"""Why a student process ended, and whose fault that is."""

from __future__ import annotations

import math
import signal
from dataclasses import dataclass

from autograder.facts.errors import BrokenError
from autograder.facts.limits import Limits
from autograder.facts.messages.kit import killed_from_outside
from autograder.facts.outcomes import Cause, Ended
from autograder.student.allowance import OutOfTimeError
from autograder.student.backend import GRACE, Exit, Process
from autograder.student.memory import memory_here

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

NEARLY = 0.9
"""Share of the memory limit from which on a violent end is put down to it."""
MUCH = 0.5
"""Share of all the memory there is from which on a process is taken for the cause that it ran out."""
FAULTS = frozenset({"SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS", "SIGTRAP"})
"""Signals with which the processor or the kernel answers what a program did."""
SURE = 0.5
"""Share of the system's own limit on computing from which on a kill is put down to it: it counts by ticks."""
OWN = FAULTS | {"SIGALRM", "SIGVTALRM", "SIGPROF", "SIGPIPE", "SIGXFSZ"}
"""Signals that a program can bring on itself even where it cannot send any, as under seccomp."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A process that was lost, where nothing shows that the submission caused it."""

    error: BrokenError
    seems: Ended | None = None  # how it ended, if it was alone in that
    took_much: bool = False  # of the memory there is: it may have run out for that


def end(process: Process, function: str, trouble: Exception, limits: Limits) -> Ended | Lost:
    """End a process that can answer no more, and find out why."""
    printed = process.printed()
    try:
        exit_ = process.stop(GRACE if isinstance(trouble, EOFError) else 0.0)
    except BrokenError as error:  # it went with the process it was forked from
        return Lost(error)
    if isinstance(trouble, OutOfTimeError):
        return Ended(function, Cause.TIME, f"no answer within {limits.seconds:g} s")
    if not isinstance(trouble, EOFError):
        return Ended(function, Cause.GARBLED, "the student process sent something that is no answer")
    ended = _why(function, exit_, printed, limits)
    if ended.cause is not Cause.KILLED or _signal(exit_) in OWN:
        return ended
    error_if_again = BrokenError(killed_from_outside(_signal(exit_)))
    memory = memory_here()
    if exit_.memory <= MUCH * memory:
        return Lost(error_if_again, ended)
    held = f"{exit_.memory // 2**20} MB of the {memory / 2**20:.0f} MB of memory there is"
    taken = Ended(function, Cause.MEMORY, f"ended by {_signal(exit_)} when it held {held}")
    return Lost(error_if_again, taken, took_much=True)


def _why(function: str, exit_: Exit, printed: int, limits: Limits) -> Ended:
    """Say how a process ended that was not late; of several signs, the most certain one decides."""
    name = _signal(exit_)
    full = bool(name) and exit_.memory >= NEARLY * limits.memory
    computing = min(limits.computing, SURE * computing_here())
    signs = (
        (printed > limits.output, Cause.OUTPUT, f"printed more than {limits.output:,} bytes"),
        (name == "SIGXFSZ", Cause.GARBLED, "wrote more than any answer is long"),
        (exit_.cpu >= computing, Cause.TIME, f"more than {computing:g} s of computing"),
        (not exit_.by_itself, Cause.GARBLED, "went on without answering, and was ended"),
        (full, Cause.MEMORY, f"ended by {name} near the limit of {limits.memory // 2**20} MB of memory"),
        (name in FAULTS, Cause.CRASH, f"crashed the process ({name})"),
        (bool(name), Cause.KILLED, f"the process was killed ({name})"),
        (True, Cause.EXIT, f"ended the process with exit status {exit_.code}"),
    )
    cause, detail = next((cause, detail) for holds, cause, detail in signs if holds)
    return Ended(function, cause, detail)


def computing_here() -> float:
    """Return the seconds of computing that this system lets each process have."""
    if resource is None:
        return math.inf
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    return math.inf if hard == resource.RLIM_INFINITY else float(hard)


def _signal(exit_: Exit) -> str:
    """Name the signal that ended a process; empty if none did."""
    if exit_.code >= 0:
        return ""
    known = -exit_.code in set(signal.Signals)
    return signal.Signals(-exit_.code).name if known else f"signal {-exit_.code}"
