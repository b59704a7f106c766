"""How much memory there is: of the machine, or of the control group that this process is in."""

from __future__ import annotations

import math
import os
from contextlib import suppress
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")


def memory_here(groups: Path = GROUPS) -> float:
    """Return the bytes of memory that all processes here share; infinity where that is not known."""
    return min([_of_the_machine(), *_of_groups(groups)])


def _of_the_machine() -> float:
    with suppress(AttributeError, OSError, ValueError):  # Windows has no sysconf
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return math.inf


def _of_groups(groups: Path) -> list[float]:
    """List the limits of this process's control group and of those it lies in (cgroups(7), version 2)."""
    found: list[float] = []
    with suppress(OSError):
        name = Path("/proc/self/cgroup").read_text("utf-8").rpartition("0::/")[2].partition("\n")[0]
        group = groups / name
        for folder in (group, *group.parents[: len(Path(name).parts)]):
            with suppress(OSError, ValueError):  # none, or "max"
                found.append(int((folder / "memory.max").read_text("ascii")))
    return found
