"""Show the progress of a class: one line that is overwritten on a terminal, and nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autograder.cli.streams import say

EVERY_SECONDS = 5.0
"""Seconds between two plain lines."""


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` submissions are finished, their rate, and the time left."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield _silent
        return
    try:
        from rich.console import Console  # noqa: PLC0415 - an extra
        from rich.progress import (  # noqa: PLC0415 - as above
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )
    except ImportError:
        yield Lines(total)
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")
        started = time.monotonic()

        def show(done: int) -> None:
            per_second = done / max(time.monotonic() - started, 1e-3)
            bar.update(task, completed=done, rate=f"{per_second:.0f} a second")

        yield show


class Lines:
    """Write a plain line from time to time, for a terminal without rich."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = self._told = time.monotonic()

    def __call__(self, done: int) -> None:
        """Write a line if the last one is older than the interval."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS:
            self._told = now
            say(progress_line(done, self._total, now - self._started))


def progress_line(done: int, total: int, seconds: float) -> str:
    """Return the line with the number of finished submissions, their rate, and the time left."""
    rate = done / seconds
    left = round((total - done) / rate) if rate else 0
    return f"{done} of {total}, {rate:.0f} a second, {left // 60}:{left % 60:02} left"


def _silent(_: int) -> None:
    """Say nothing."""
