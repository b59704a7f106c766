"""The memory that this process may use: the machine's, or its control group's."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

CONTROL_GROUPS, OWN_GROUPS = Path("/sys/fs/cgroup"), Path("/proc/self/cgroup")
"""The files that show the system's control groups, and those of this process (cgroups(7))."""


def memory_here(groups: Path = CONTROL_GROUPS, own: Path = OWN_GROUPS) -> float:
    """Return the bytes of memory that all processes here share; infinity if that is not known."""
    return min([_of_the_machine(), *_of_groups(groups, own)])


def _of_the_machine() -> float:
    with suppress(AttributeError, OSError, ValueError):  # Windows has no sysconf
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return math.inf


def _of_groups(groups: Path, own: Path) -> Iterator[int]:
    """Yield the limits of this process's control group and of those around it."""
    with suppress(OSError):
        for line in own.read_text("utf-8").splitlines():
            _, controllers, name = line.split(":", 2)
            if controllers == "":  # version 2
                yield from _limits(groups, name, "memory.max")
            elif controllers == "memory":
                yield from _limits(groups / controllers, name, "memory.limit_in_bytes")


def _limits(root: Path, name: str, file: str) -> Iterator[int]:
    group = root / name.lstrip("/")
    for folder in (group, *group.parents):
        with suppress(OSError, ValueError):  # no such file, or "max" in it
            yield int((folder / file).read_text("ascii"))
        if folder == root:
            return
