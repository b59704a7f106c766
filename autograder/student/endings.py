"""Why a student process ended that was not late, from the most certain sign to the least."""

from __future__ import annotations

import signal

from autograder.facts.calls import Cause, Ended, Limits
from autograder.student.process import Exit

NEARLY = 0.9
"""Share of the memory limit from which on a violent end is put down to it."""
FAULTS = frozenset({"SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS", "SIGTRAP"})
"""Signals with which the processor or the kernel answers what a program did."""
OWN = FAULTS | {"SIGALRM", "SIGVTALRM", "SIGPROF", "SIGPIPE", "SIGXFSZ"}
"""Signals that a program can bring on itself even where it cannot send any, as under seccomp."""


def why_ended(function: str, exit_: Exit, printed: int, limits: Limits) -> Ended:
    """Say why a process ended while it was at a function."""
    name = signal_of(exit_)
    full = bool(name) and exit_.memory >= NEARLY * limits.memory
    computing = limits.computing
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


def comes_from_outside(exit_: Exit, ended: Ended) -> bool:
    """Whether a process was ended by a signal that no limit explains, and that has to be sent."""
    return ended.cause is Cause.KILLED and signal_of(exit_) not in OWN


def signal_of(exit_: Exit) -> str:
    """Name the signal that ended a process; empty if none did."""
    if exit_.code >= 0:
        return ""
    known = -exit_.code in set(signal.Signals)
    return signal.Signals(-exit_.code).name if known else f"signal {-exit_.code}"
