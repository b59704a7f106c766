"""Lines on a screen: only those that changed are written, and they fit into the window."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from autograder.watch.screen import Screen, block, broken, changes, fitted

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW = os.terminal_size((40, 6))


def test_only_lines_that_changed_are_written() -> None:
    assert changes(["a", "b", "c"], ["a", "B", "c"], whole=False) == "\x1b[2;1HB\x1b[K"
    assert changes(["a", "b"], ["a"], whole=False) == "\x1b[2;1H\x1b[J"
    assert changes(["a"], ["a", "b"], whole=False) == "\x1b[2;1Hb\x1b[K"
    assert changes(["a"], ["a"], whole=False) == ""
    assert changes([], ["a"], whole=True) == "\x1b[1;1Ha\x1b[K\x1b[2;1H\x1b[J"


def test_a_line_that_is_too_wide_goes_on_below_its_text() -> None:
    assert broken("  measured   a sum where the task asks for a mean", 30) == [
        "  measured   a sum where the",
        "             task asks for a",
        "             mean",
    ]
    assert broken("  a hint that is long", 12) == ["  a hint", "  that is", "  long"]
    assert broken("", 12) == [""]


def test_of_more_lines_than_the_window_has_the_first_and_the_last_are_kept() -> None:
    lines = [f"line {number}" for number in range(10)]
    assert fitted(lines, WINDOW) == [
        "line 0",
        "... 5 more lines: a larger window shows them",
        *lines[-4:],
    ]
    assert fitted(lines[:6], WINDOW) == lines[:6]


def test_a_block_is_no_command_to_a_ci_service() -> None:
    assert block(["::error::x"], 80) == "\\x3a:error::x\n\n"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Screen]:
    """Make a screen for a terminal of some kind."""

    def make(kind: str) -> Screen:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("TERM", kind)
        monkeypatch.delenv("NO_COLOR", raising=False)
        return Screen()

    return make


def test_verdicts_are_coloured_unless_that_was_refused(
    terminal: Callable[[str], Screen], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = terminal("xterm")
    screen.redraw(["  passed    forward", "  timed out loss", "passed"])
    shown = capsys.readouterr().out
    assert "\x1b[32mpassed\x1b[0m    forward" in shown
    assert "\x1b[31mtimed out\x1b[0m loss" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    Screen().redraw(["  passed    forward"])
    assert "\x1b[32m" not in capsys.readouterr().out


def test_a_plain_terminal_and_a_pipe_are_not_cleared(
    terminal: Callable[[str], Screen], capsys: pytest.CaptureFixture[str]
) -> None:
    assert not Screen().redraws
    screen = terminal("dumb")
    assert not screen.redraws
    screen.enter()
    screen.write(["a"])
    screen.write(["a"])
    screen.leave()
    assert capsys.readouterr().out == "a\n\na\n\n"


def test_the_terminal_keeps_what_was_shown_last(
    terminal: Callable[[str], Screen], capsys: pytest.CaptureFixture[str]
) -> None:
    screen = terminal("xterm")
    screen.enter()
    screen.redraw(["a"])
    screen.leave()
    shown = capsys.readouterr().out
    assert shown.startswith("\x1b[?1049h")
    assert shown.endswith("\x1b[?1049la\n")


def test_a_screen_set_up_again_while_lines_are_written_is_drawn_once_more(
    terminal: Callable[[str], Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = terminal("xterm")
    screen.enter()

    def write(_: str) -> None:
        """Be stopped and continued at the first write, as by Ctrl-Z and fg."""
        monkeypatch.undo()
        screen.enter()

    monkeypatch.setattr(screen, "_write", write)
    screen.redraw(["a line"])
    assert screen.was_resized()
    screen.redraw(["a line"])
    assert not screen.was_resized()
