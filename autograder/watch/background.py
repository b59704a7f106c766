"""One piece of work at a time beside the loop that answers keys."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import NamedTuple

from autograder.facts.text import line_of


class Failed(NamedTuple):
    """Why a piece of work came to nothing."""

    reason: str


class Background:
    """A thread that works; the process ends without waiting for it, which may be at an endless loop."""

    def __init__(self) -> None:
        self._orders: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.is_busy = False
        threading.Thread(target=self._serve, daemon=True).start()

    def begin(self, work: Callable[[], object]) -> None:
        """Have a piece of work done, when no other is."""
        self.is_busy = True
        self._orders.put(work)

    def wait(self, seconds: float) -> object:
        """Return the result as soon as it is there; None if that takes longer."""
        try:
            result = self._results.get(timeout=seconds)
        except queue.Empty:
            return None
        self.is_busy = False
        return result

    def _serve(self) -> None:
        while True:
            work = self._orders.get()
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - whatever it is, the loop goes on, and shows it
                result = Failed(line_of(f"{type(error).__name__}: {error}"))
            self._results.put(result)
