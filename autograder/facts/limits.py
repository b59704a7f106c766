"""What one student process may use."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """What one student process may use; each ends that process, never the run."""

    seconds: float = 5.0  # of computing: for running its module, and as many again for its calls
    memory: int = 512 * 2**20  # bytes, above what the warm process already maps
    output: int = 1_000_000  # bytes printed
    threads: bool = False  # whether it may start threads
    idle: float = 2.0  # times the seconds that it may take on the wall, where it sleeps or waits for a disk

    @property
    def computing(self) -> float:
        """Seconds of computing that the judge never gives a process, for module and calls together."""
        return 3 * self.seconds
