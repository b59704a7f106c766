"""Find out why a student process ended, and whether the submission caused it."""

from __future__ import annotations

import math
import signal
from typing import NamedTuple

from autograder.facts.errors import BrokenError
from autograder.facts.isolation import Isolation
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
"""Share of the memory limit from which on it is taken as the cause of a violent end."""
MUCH = 0.5
"""Share of the machine's memory from which on a process is taken as the cause that it ran out."""
FAULTS = frozenset({"SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS", "SIGTRAP"})
"""Signals that the processor or the kernel sends because of what a program did."""
SURE_SHARE = 0.5
"""Share of the system's limit on CPU time from which on it is taken as a kill's cause: it counts in ticks."""
OWN_SIGNALS = FAULTS | {"SIGALRM", "SIGVTALRM", "SIGPROF", "SIGPIPE", "SIGXFSZ"}
"""Signals that a program can cause in itself even if it cannot send any, as under seccomp."""


class Lost(NamedTuple):
    """A process that was lost, while nothing shows that the submission caused it."""

    error: BrokenError
    seems: Ended | None = None  # how it ended; None if the process it was forked from ended as well
    took_much: bool = False  # whether it held so much memory that the machine may have run out

    def may_be_its_own(self, isolation: Isolation) -> bool:
        """Whether a submission may have killed its process: by its memory, or by a signal it can send."""
        return self.took_much or "seccomp" in isolation.missing


def end(process: Process, function: str, trouble: Exception, limits: Limits) -> Ended | Lost:
    """End a process that can no longer answer, and find out why it cannot."""
    printed = process.printed()
    try:
        exit_ = process.stop(GRACE if isinstance(trouble, EOFError) else 0.0)
    except BrokenError as error:  # the process it was forked from is gone as well
        return Lost(error)
    if isinstance(trouble, OutOfTimeError):
        return Ended(function, Cause.TIME, f"no answer within {limits.seconds:g} s")
    if not isinstance(trouble, EOFError):
        return Ended(function, Cause.GARBLED, "the student process sent something that is no answer")
    ended = _why(function, exit_, printed, limits)
    if ended.cause is not Cause.KILLED or _signal(exit_) in OWN_SIGNALS:
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
    computing = min(limits.computing, SURE_SHARE * computing_here())
    if printed > limits.output:
        return Ended(function, Cause.OUTPUT, f"printed more than {limits.output:,} bytes")
    if _signal(exit_) == "SIGXFSZ":
        return Ended(function, Cause.GARBLED, "wrote more than any answer is long")
    if exit_.cpu >= computing:
        return Ended(function, Cause.TIME, f"more than {computing:g} s of computing")
    if not exit_.by_itself:
        return Ended(function, Cause.GARBLED, "went on without answering, and was ended")
    if not _signal(exit_):
        return Ended(function, Cause.EXIT, f"ended the process with exit status {exit_.code}")
    return _why_by_signal(function, exit_, limits)


def _why_by_signal(function: str, exit_: Exit, limits: Limits) -> Ended:
    """Say how a process ended that a signal ended, and whose own limits do not explain it."""
    name = _signal(exit_)
    if exit_.memory >= NEARLY * limits.memory:
        megabytes = limits.memory // 2**20
        return Ended(function, Cause.MEMORY, f"ended by {name} near the limit of {megabytes} MB of memory")
    if name in FAULTS:
        return Ended(function, Cause.CRASH, f"crashed the process ({name})")
    return Ended(function, Cause.KILLED, f"the process was killed ({name})")


def computing_here() -> float:
    """Return the seconds of CPU time to which this system limits each process."""
    if resource is None:
        return math.inf
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    return math.inf if hard == resource.RLIM_INFINITY else float(hard)


def _signal(exit_: Exit) -> str:
    """Return the name of the signal that ended a process; empty if it exited."""
    if exit_.code >= 0:
        return ""
    known = -exit_.code in set(signal.Signals)
    return signal.Signals(-exit_.code).name if known else f"signal {-exit_.code}"
