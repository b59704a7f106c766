"""What a process computes decides when its time is up, and not how busy the machine is."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass

import pytest

from autograder.facts.limits import Limits
from autograder.student.allowance import (
    SHARED,
    SHORTEST_PERIOD,
    WALL_MULTIPLE,
    Allowance,
    OutOfTimeError,
    longest,
)
from autograder.student.usage import Used, number_of, used_by

LIMITS = Limits(seconds=5.0)


@dataclass
class Machine:
    """A machine without a clock of its own, which gives a process a share of its time."""

    need: float  # seconds of computing after which the process answers
    share: float = 1.0
    wants: float = 1.0  # the share of its time in which it does not sleep
    known: bool = True
    threads: float = 1.0
    wall: float = 0.0
    computing: float = 0.0
    waiting: float = 0.0

    def comes(self, seconds: float) -> bool:
        """Let some seconds go by; whether the process answers within them."""
        gained = seconds * self.wants * self.share * self.threads
        if self.computing + gained >= self.need:
            return True
        self.wall += seconds
        self.computing += gained
        self.waiting += seconds * self.wants * (1 - self.share)
        return False

    def used(self) -> Used:
        """Say what the process has used, where that is known."""
        return Used(self.computing, self.waiting) if self.known else Used()

    def runs(self, limits: Limits = LIMITS, before: Used = Used()) -> bool:  # noqa: B008 - immutable
        """Whether the process answers in time."""
        try:
            Allowance(limits, self.used, before).wait(self.comes)
        except OutOfTimeError:
            return False
        return True


@pytest.mark.parametrize("share", [1.0, 0.5, 0.2, 0.12])
def test_what_needs_nearly_all_of_its_time_gets_it_on_a_busy_machine_as_on_a_quiet_one(share: float) -> None:
    assert Machine(4.99, share).runs()


@pytest.mark.parametrize("share", [1.0, 0.5, 0.2, 0.12])
def test_what_never_ends_is_ended_when_it_has_computed_for_its_time(share: float) -> None:
    machine = Machine(math.inf, share)
    assert not machine.runs()
    assert 5.0 <= machine.computing <= 5.0 * (1 + SHARED) + SHORTEST_PERIOD


def test_on_a_quiet_machine_no_second_is_added() -> None:
    machine = Machine(math.inf)
    assert not machine.runs()
    assert machine.computing == pytest.approx(5.0, abs=SHORTEST_PERIOD)


def test_work_that_sharing_makes_slower_has_time_for_that() -> None:
    """Side by side with two busy loops, work of 4.9 s took up to 1.3 times as many seconds of computing."""
    assert Machine(1.3 * 4.9, share=0.5).runs()


def test_what_sleeps_is_ended_by_the_time_on_the_wall() -> None:
    machine = Machine(math.inf, wants=0.0)
    assert not machine.runs()
    assert machine.wall == pytest.approx(LIMITS.idle * 5.0, abs=SHORTEST_PERIOD)


def test_what_sleeps_for_nearly_its_limit_is_not_late() -> None:
    assert Machine(need=2.45, wants=0.5).runs()


def test_what_slept_is_known_to_have_been_idle() -> None:
    for machine, idle in ((Machine(math.inf, wants=0.1), True), (Machine(math.inf), False)):
        with pytest.raises(OutOfTimeError) as late:
            Allowance(LIMITS, machine.used).wait(machine.comes)
        assert late.value.idle is idle


def test_what_gets_nothing_of_the_machine_ends_all_the_same() -> None:
    machine = Machine(math.inf, share=0.0)
    assert not machine.runs()
    assert machine.wall == pytest.approx(WALL_MULTIPLE * 5.0, abs=SHORTEST_PERIOD)


def test_where_nothing_is_known_the_time_on_the_wall_decides() -> None:
    machine = Machine(math.inf, known=False)
    assert not machine.runs()
    assert machine.wall == pytest.approx(LIMITS.idle * 5.0, abs=SHORTEST_PERIOD)


def test_what_was_used_before_does_not_count() -> None:
    machine = Machine(9.9, computing=5.0, waiting=3.0)
    assert machine.runs(before=Used(5.0, 3.0))


def test_threads_are_looked_at_before_they_have_computed_too_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    machine = Machine(math.inf, threads=8.0)
    assert not machine.runs(Limits(seconds=5.0, threads=True))
    assert machine.computing == pytest.approx(5.0, abs=8 * SHORTEST_PERIOD)


def test_a_short_answer_costs_no_look() -> None:
    def look() -> Used:
        raise AssertionError

    allowance = Allowance(LIMITS, look)
    allowance.wait(lambda _: True)
    assert allowance.used() == Used()


def test_the_bound_of_a_submission_grows_with_its_functions_and_its_limit() -> None:
    assert longest(Limits(seconds=2.0), 3) == WALL_MULTIPLE * 2.0 * (11 + 5)
    assert longest(Limits(seconds=1.0), 3) < longest(Limits(seconds=1.0), 4)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux has it")
def test_a_process_is_known_by_a_descriptor_of_it() -> None:
    descriptor = os.pidfd_open(os.getpid())
    try:
        assert number_of(descriptor) == os.getpid()
    finally:
        os.close(descriptor)
    assert used_by(os.getpid()).computing > 0


def test_of_a_process_that_is_not_there_nothing_is_known() -> None:
    assert number_of(-1) == 0
    assert used_by(2**22 + 1) == Used()
