"""Workers that are threads of the tests' own process, in which they see what a test has set."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor


class OneThread(ThreadPoolExecutor):
    """One worker. As with real ones, nothing is at work any more after a shutdown."""

    def __init__(self, *_: object) -> None:
        super().__init__(1)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as the base class has it
        """Wait for what is at work: a thread cannot be ended, and would go on in the next command."""
        super().shutdown(wait=True, cancel_futures=cancel_futures)
