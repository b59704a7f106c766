"""Read single keys from a terminal, without Enter; without a terminal or termios (Windows), no key comes."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

try:
    import termios
    import tty
except ImportError:  # Windows
    termios = None  # type: ignore[assignment]

HUNG_UP = "\x04"
"""Ctrl-D, which also stands for a terminal that was closed."""
MOST_PRESSED = 100
"""Bytes that are read at a time; a key sends one, arrows and the like send several."""


class Keys:
    """The keys of a terminal, if there is one."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._pressed = ""  # and not returned yet

    @property
    def are_there(self) -> bool:
        """Whether anybody can press one."""
        return self._descriptor is not None

    def wait(self, seconds: float) -> str:
        """Return the key that is pressed within some seconds; empty if none is."""
        if self._descriptor is None:
            time.sleep(seconds)
            return ""
        if not self._pressed and select.select([self._descriptor], [], [], seconds)[0]:
            self._pressed = _read(self._descriptor)
        key, self._pressed = self._pressed[:1], self._pressed[1:]
        return key


def _read(descriptor: int) -> str:
    """Read keys that were pressed; of arrows and the like, which begin with an escape, nothing."""
    try:
        data = os.read(descriptor, MOST_PRESSED)
    except OSError:  # the terminal is gone
        data = b""
    if not data:
        return HUNG_UP
    return "" if data.startswith(b"\x1b") else data.decode("utf-8", "replace")


@contextmanager
def single_keys(enter: Callable[[], None], leave: Callable[[], None]) -> Iterator[Keys]:
    """Have keys sent one by one; the terminal is as before afterwards, and while the process is stopped.

    `enter` and `leave` are called with it, to set the screen up and to give it back.
    """
    descriptor = _terminal()
    if descriptor is None:
        enter()
        try:
            yield Keys(None)
        finally:
            leave()
        return
    before = termios.tcgetattr(descriptor)

    def begin() -> None:
        tty.setcbreak(descriptor, termios.TCSANOW)
        enter()

    def end() -> None:
        leave()
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        """Stop as Ctrl-Z asks, with the terminal as it was, and go on from here."""
        end()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, stop)
        begin()

    stopping = signal.signal(signal.SIGTSTP, stop)
    begin()
    try:
        yield Keys(descriptor)
    finally:
        signal.signal(signal.SIGTSTP, stopping)
        end()


def _terminal() -> int | None:
    """Return the descriptor of a terminal that keys come from; None if there is none, or output goes on."""
    if termios is None or sys.stdin is None or sys.stdout is None:
        return None
    return sys.stdin.fileno() if sys.stdin.isatty() and sys.stdout.isatty() else None
