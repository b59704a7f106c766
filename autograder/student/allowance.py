"""The time that a student process may take, which does not depend on how busy the machine is.

The seconds that the process computes decide. Wall time is limited as well, so that a process that sleeps or
is blocked ends too; the time for which it waited for a processor that others had does not count.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from autograder.facts.limits import Limits
from autograder.student.protocol.ways import MOST_LEFT_OUT
from autograder.student.usage import Used

SHARED = 0.5
"""Seconds of computing that are added for each second of waiting, as others empty the caches meanwhile.

Beside two busy loops, the same work took up to 1.3 times as many seconds of computing.
"""
WALL_MULTIPLE = 10.0
"""Wall time that a process may take at most, in multiples of its limit."""
SHORT_WAIT = 0.02
"""Seconds of waiting up to which the clocks are not read: reading them costs more than it shows."""
SHORTEST_PERIOD = 0.01
"""Seconds between two readings of the clocks, at least."""

STARTS = 3 + MOST_LEFT_OUT + 2
"""Processes besides one for each function that hangs: for all of a module and for less and less of it, for a
process that is lost, and for reading the text."""


def longest(limits: Limits, functions: int) -> float:
    """Return the most seconds that a submission can take in which everything hangs, on a busy machine."""
    modules, rounds_of_calls = functions + STARTS, functions + 2
    return WALL_MULTIPLE * limits.seconds * (modules + rounds_of_calls)


class OutOfTimeError(Exception):
    """The student process did not answer in time."""

    def __init__(self, *, idle: bool = False) -> None:
        super().__init__()
        self.idle = idle  # whether it computed less than its limit


class Allowance:
    """The time for one request to a process, such as to run its module.

    It is spent while the judge waits. `read` says what the process has used since it started: as long as it
    says nothing, the time on the wall alone decides.
    """

    def __init__(self, limits: Limits, read: Callable[[], Used] = Used, before: Used = Used()) -> None:  # noqa: B008 - immutable
        self._seconds = limits.seconds
        self._idle = limits.seconds * limits.idle
        cores = (os.cpu_count() or 1) if limits.threads else 1
        self._speed = cores  # seconds of computing in a second on the wall
        self._read = read
        self._before = before
        self._begun = time.monotonic()
        self._waited = 0.0
        self._look_at = limits.seconds / self._speed

    def used(self) -> Used:
        """Return what the process has used so far, from which another allowance starts."""
        return self._read() if time.monotonic() - self._begun > SHORT_WAIT else self._before

    def wait(self, comes: Callable[[float], bool]) -> None:
        """Wait until something `comes` within the seconds it is given; OutOfTimeError if that is too late."""
        while True:
            patience = max(0.0, self._look_at - self._waited)
            begun = time.monotonic()
            if comes(patience):
                self._waited += min(patience, time.monotonic() - begun)
                return
            self._waited += patience  # at most: the judge may have been stopped for longer
            self._look()

    def _look(self) -> None:
        """Read the clocks, and set when to read them again; OutOfTimeError if the time is up."""
        used = self._read()
        computed = used.computing - self._before.computing
        kept_waiting = max(0.0, used.waiting - self._before.waiting)
        slowed = SHARED * min(kept_waiting, self._seconds)
        computing_left = self._seconds + slowed - computed
        idle_left = self._idle + kept_waiting - self._waited
        wall_left = WALL_MULTIPLE * self._seconds - self._waited
        left = min(computing_left, idle_left, wall_left)
        if left <= 0:
            raise OutOfTimeError(idle=computing_left > 0)
        self._look_at = self._waited + max(SHORTEST_PERIOD, left / self._speed)
