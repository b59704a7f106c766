"""The time that a student process may take, which does not depend on how busy the machine is.

What the process computes decides. The time on the wall is looked at besides, so that a process that sleeps or
is blocked ends as well: without the time for which it waited for a processor that others had.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from autograder.facts.limits import Limits
from autograder.student.protocol.ways import MOST_LEFT_OUT
from autograder.student.usage import Used

SHARED = 0.5
"""Seconds that are added for each second of waiting: a process that takes turns finds the caches emptied.

Two busy loops beside it made the same work take up to 1.3 times as many seconds of computing.
"""
MOST = 10.0
"""Times its limit that a process may take on the wall, however little of the machine it gets."""
SHORT = 0.02
"""Seconds of waiting up to which what was computed is not looked at: a look costs more than it shows."""
SHORTEST = 0.01
"""Seconds between two looks."""

STARTS = 3 + MOST_LEFT_OUT + 2
"""Processes beside one for each function that hangs: to run all of a module and less and less of it, one that
is lost, and one that reads the text."""


def longest(limits: Limits, functions: int) -> float:
    """Bound the seconds that a submission takes of which everything hangs, on a machine that is very busy."""
    modules, rounds_of_calls = functions + STARTS, functions + 2
    return MOST * limits.seconds * (modules + rounds_of_calls)


class OutOfTimeError(Exception):
    """The student process did not answer in time."""

    def __init__(self, *, idle: bool = False) -> None:
        super().__init__()
        self.idle = idle  # whether it computed less than it was allowed to


class Allowance:
    """The time for one thing that is asked of a process, such as to run its module.

    It is spent while the judge waits. `read` says what the process has used since it started: as long as it
    says nothing, the time on the wall alone decides.
    """

    def __init__(self, limits: Limits, read: Callable[[], Used] = Used, before: Used = Used()) -> None:  # noqa: B008 - immutable
        self._seconds, self._idle = limits.seconds, limits.seconds * limits.idle
        self._speed = (os.cpu_count() or 1) if limits.threads else 1  # seconds computed in one on the wall
        self._read, self._before = read, before
        self._begun = time.monotonic()
        self._waited = 0.0
        self._look_at = limits.seconds / self._speed

    def used(self) -> Used:
        """Return what the process has used up to now, before another allowance begins."""
        return self._read() if time.monotonic() - self._begun > SHORT else self._before

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
        """Find out when to look again; OutOfTimeError if the time is up."""
        used = self._read()
        computed = used.computing - self._before.computing
        kept_waiting = max(0.0, used.waiting - self._before.waiting)
        computing_left = self._seconds + SHARED * min(kept_waiting, self._seconds) - computed
        idle_left = self._idle + kept_waiting - self._waited
        left = min(computing_left, idle_left, MOST * self._seconds - self._waited)
        if left <= 0:
            raise OutOfTimeError(idle=computing_left > 0)
        self._look_at = self._waited + max(SHORTEST, left / self._speed)
