"""Which files student code may read: Python's own and a few packages', never all that is installed."""

from __future__ import annotations

import os
import sys

PACKAGES = ("numpy",)
"""Packages that submissions may import; beside each may lie a folder NAME.libs with its shared libraries."""
INSTALLED = ("site-packages", "dist-packages")
"""Folders of installed packages, the kit and its exercises among them: they may lie within Python's own."""


def standard_library() -> list[str]:
    """List the folders and archives of Python's own modules."""
    found = [p for p in sys.path if os.path.exists(p) and os.path.basename(p) not in INSTALLED]
    return [path for path in found if not any(_within(path, other) for other in found)]


def packages() -> list[str]:
    """List the files and folders of the packages."""
    candidates = [
        os.path.join(folder, name + suffix)
        for folder in sys.path
        for name in PACKAGES
        for suffix in ("", ".libs", ".py")
    ]
    return [path for path in candidates if os.path.exists(path)]


def contents(folder: str) -> list[str]:
    """List what lies in a folder of Python's own, without the installed packages."""
    if not os.path.isdir(folder):
        return [folder]
    return [entry.path for entry in os.scandir(folder) if entry.name not in INSTALLED]


def _within(path: str, folder: str) -> bool:
    return path.startswith(folder + os.sep)
