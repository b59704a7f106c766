"""`autograder watch` as a student runs it: in a terminal with keys, and in a pipe."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.exercise.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EX02 = "ex02_bias"
SOLUTION = (shipped("solutions") / EX02 / "solution.py").read_text("utf-8")
HALF = SOLUTION.replace("np.mean(2 * (y_pred - y))", "np.mean(y_pred - y)")
SECONDS = 20.0
"""Time after which something that should have happened has not: other tests keep the machine busy."""
READ_SIZE = 2**16


class Watch:
    """A running `autograder watch`, and what it has written that was not looked at yet."""

    def __init__(self, arguments: list[str], folder: Path, *, terminal: bool, **environment: str) -> None:
        self._ours, theirs = pty.openpty() if terminal else os.pipe()
        self.before = termios.tcgetattr(self._ours) if terminal else []
        kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "autograder", "watch", *arguments],
            stdin=theirs if terminal else subprocess.DEVNULL,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**kept, "TERM": "xterm", "COLUMNS": "100", "LINES": "40", **environment},
            process_group=0,  # in this session: a group without a parent in it cannot be stopped
        )
        os.close(theirs)
        self._text = ""

    def settings(self) -> list[object]:
        """Read how the terminal is set."""
        return list(termios.tcgetattr(self._ours))

    def press(self, keys: str) -> None:
        """Send keys."""
        os.write(self._ours, keys.encode())

    def until(self, pattern: str) -> str:
        """Read until a pattern comes, and return what was written up to it."""
        deadline = time.monotonic() + SECONDS
        while (match := re.search(pattern, self._text)) is None:
            assert time.monotonic() < deadline, self._text
            ready, _, _ = select.select([self._ours], [], [], 1)
            if ready:
                data = os.read(self._ours, READ_SIZE)
                assert data, self._text
                self._text += data.decode()
        before, self._text = self._text[: match.end()], self._text[match.end() :]
        return before

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(shipped("exercises") / EX02, tmp_path / "work")
    (tmp_path / "work" / "line.ipynb").unlink()
    return tmp_path / "work"


@pytest.fixture
def watch(folder: Path) -> Iterator[Callable[..., Watch]]:
    running: list[Watch] = []

    def start(*arguments: str, terminal: bool = True, **environment: str) -> Watch:
        running.append(Watch([*arguments], folder, terminal=terminal, **environment))
        return running[-1]

    yield start
    for each in running:
        each.close()


def put(folder: Path, text: str) -> None:
    """Save as editors do that put another file in the place of the old one."""
    new = folder / ".line.py.swp"
    new.write_text(text, encoding="utf-8")
    new.replace(folder / "line.py")


def test_a_terminal_gets_keys_and_only_what_changed_and_is_given_back(
    watch: Callable[..., Watch], folder: Path
) -> None:
    running = watch()
    first = running.until("(?s)next: forward.*q quit")
    assert first.index("\x1b[?1049h") < first.index("0 of 5 open items pass")
    running.press("h")
    assert "What is the height of the line at x = 0?" in running.until("q quit")
    put(folder, HALF)
    second = running.until("db: 1/2 of the right value.*\x1b.J")
    assert "passes now: forward (matches the examples in the task)" in second
    assert "next: gradient" in second
    put(folder, HALF.replace("return w * x + b", "return w * x"))
    third = running.until(r"got worse: forward .*: \S*failed")
    assert "are marked after hand-in" in third  # counts changed
    running.press("q")
    running.until(re.escape("\x1b[?1049l"))
    assert running.process.wait(SECONDS) == 0
    assert running.settings() == running.before


def test_a_pipe_gets_a_plain_block_for_each_save(watch: Callable[..., Watch], folder: Path) -> None:
    running = watch("line.py", terminal=False)
    assert "a hint: autograder hint\n\n" in running.until("autograder hint\n\n")
    put(folder, SOLUTION)
    passing = running.until("Next on the ladder: (?s:.)*\n\n")
    assert "all open items pass" in passing
    (folder / "line.py").write_text(HALF, encoding="utf-8")
    worse = running.until("next: gradient")
    assert "got worse: gradient (is the slope of this file's loss): failed; it passed at " in worse
    (folder / "line.py").unlink()
    running.until("the file is not there at the moment; it is checked as soon as it is\n")
    (folder / "line.py").write_bytes(b"w = '\xe9'\n")
    running.until("not UTF-8: line 1 holds the byte 0xe9\n")
    (folder / "line.py").write_text("def forward(x:\n")
    running.until("not valid in Python .*: line 1: '\\(' was never closed")
    put(folder, SOLUTION)
    assert "\x1b" not in passing + worse + running.until("all open items pass")
    running.process.send_signal(signal.SIGINT)
    assert "interrupted" in running.until("written\n")
    assert running.process.wait(SECONDS) == 130


def test_a_stopped_process_has_given_the_terminal_back(watch: Callable[..., Watch]) -> None:
    running = watch()
    running.until("q quit")
    watched = running.settings()
    assert watched != running.before
    running.process.send_signal(signal.SIGTSTP)
    running.until(re.escape("\x1b[?1049l"))
    os.waitid(os.P_PID, running.process.pid, os.WSTOPPED | os.WNOWAIT)
    assert running.settings() == running.before
    running.process.send_signal(signal.SIGCONT)
    running.until("(?s)\x1b\\[\\?1049h.*q quit")
    assert running.settings() == watched
    running.process.send_signal(signal.SIGTERM)
    running.until(re.escape("\x1b[?1049l"))
    assert running.process.wait(SECONDS) == 143
    assert running.settings() == running.before


def test_several_files_are_a_line(watch: Callable[..., Watch], folder: Path) -> None:
    (folder / "line.py").rename(folder / "mine.py")
    (folder / "mine.py").write_text(SOLUTION, encoding="utf-8")
    (folder / "yours.py").write_text(HALF, encoding="utf-8")
    running = watch(terminal=False)
    running.until("mine.py, yours.py.*; name the file to check\n")
    assert running.process.wait(SECONDS) == 2
