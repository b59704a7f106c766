"""How far a class is: one line that is written over on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from autograder.cli.streams import say

EVERY_SECONDS = 5.0
"""How often a plain line is written."""


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show how many of `total` submissions are finished, at which rate, and the time left."""
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
    """Plain lines, now and then, for a terminal without rich."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = self._told = time.monotonic()

    def __call__(self, done: int) -> None:
        """Write a line if the last one is a while ago."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS:
            self._told = now
            say(progress_line(done, self._total, now - self._started))


def progress_line(done: int, total: int, seconds: float) -> str:
    """Say how far a class is, at which rate, and how long the rest will take."""
    rate = done / seconds
    left = round((total - done) / rate) if rate else 0
    return f"{done} of {total}, {rate:.0f} a second, {left // 60}:{left % 60:02} left"


def _silent(_: int) -> None:
    """Say nothing."""
