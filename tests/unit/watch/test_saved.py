"""A save is noticed whichever way an editor writes, and nothing else is."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from autograder.watch import saved
from autograder.watch.saved import Saved

if TYPE_CHECKING:
    from pathlib import Path

    from autograder.submission.read import HandIn


class Clock:
    """Time that passes only when it is asked to."""

    now = 1000.0

    def monotonic(self) -> float:
        """Return the time since some moment."""
        return self.now

    def time(self) -> float:
        """Return the time of day."""
        return time.time() + self.now - 1000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(saved, "time", clock)
    return clock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "line.py"
    path.write_text("a = 1\n")
    return path


def after(seconds: float, watched: Saved, clock: Clock) -> HandIn | None:
    """Look at once, and again after some seconds; nothing may have been noticed too early."""
    assert watched.again() is None
    clock.now += seconds
    return watched.again()


def text(hand_in: HandIn | None) -> str:
    assert hand_in is not None
    assert hand_in.content is not None
    return hand_in.content.data.decode()


def test_the_first_look_takes_the_file_as_it_is(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    assert text(watched.again()) == "a = 1\n"
    clock.now += 10
    assert watched.again() is None


def test_a_file_that_is_written_over_is_taken_when_it_has_settled(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.write_text("a = 2\nb")
    assert watched.again() is None
    file.write_text("a = 2\nb = 3\n")
    assert text(after(0.05, watched, clock)) == "a = 2\nb = 3\n"


def test_a_file_that_is_replaced_by_another_is_taken(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    new = file.with_suffix(".new")
    new.write_text("a = 2\n")
    new.replace(file)
    assert text(after(0.05, watched, clock)) == "a = 2\n"


def test_a_save_without_a_change_is_nothing(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.write_text("a = 1\n")
    os.utime(file, (5, 5))
    assert after(0.05, watched, clock) is None


def test_a_save_within_the_same_second_of_a_coarse_clock_is_noticed(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    before = file.stat()
    file.write_text("a = 2\n")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert text(watched.again()) == "a = 2\n"
    clock.now += 5
    assert watched.again() is None


def test_an_old_file_is_not_read_again(file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    os.utime(file, (5, 5))
    watched = Saved(file)
    watched.again()
    monkeypatch.setattr(saved, "content_at", lambda *_, **__: 1 / 0)
    clock.now += 1
    assert watched.again() is None


def test_a_file_that_is_away_for_a_moment_is_not_reported(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.unlink()
    assert after(0.3, watched, clock) is None
    file.write_text("a = 2\n")
    assert text(after(0.05, watched, clock)) == "a = 2\n"


def test_a_file_that_stays_away_is_reported_and_taken_when_it_is_back(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.unlink()
    gone = after(0.6, watched, clock)
    assert gone is not None
    assert gone.trouble == "the file is not there at the moment; it is checked as soon as it is"
    assert watched.again() is None
    file.write_text("a = 1\n")
    assert text(after(0.05, watched, clock)) == "a = 1\n"


def test_a_file_that_was_emptied_waits_for_what_an_editor_writes_next(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.write_text("")
    assert after(0.3, watched, clock) is None
    clock.now += 0.3
    assert text(watched.again()) == ""


def test_a_folder_in_its_place_is_reported(file: Path, clock: Clock) -> None:
    watched = Saved(file)
    watched.again()
    file.unlink()
    file.mkdir()
    found = after(0.6, watched, clock)
    assert found is not None
    assert found.trouble == "a folder where a file should be"
