"""Choose the way in which student processes are started on this machine."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.student.backend import Backend

NOT_FOR_OWN_FILES = ("namespaces",)
"""Layers that a student's own check leaves out: they hide files, here the student's own, and take a twentieth
of the time."""


def best_backend(without: Collection[str] = ()) -> Backend:
    """Fork where that is safe: numpy on macOS does not survive a fork, Windows has none.

    Layers of isolation may be left out for the time they take to set up.
    """
    if sys.platform == "linux":
        from autograder.student.ahead import take  # noqa: PLC0415 - only Linux has a zygote
        from autograder.student.launch import launch_zygote  # noqa: PLC0415 - as above

        zygote = take(without) or launch_zygote(without)  # it loads numpy while the next line is at work
        from autograder.student.fork import ForkServer  # noqa: PLC0415 - as above

        return ForkServer(zygote, without)
    from autograder.student.spawn import Spawner  # noqa: PLC0415 - costs threads that Linux does not need

    return Spawner(without)
