"""Choose the way in which student processes are started on this machine."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.student.backend import Backend


def best_backend(without: Collection[str] = ()) -> Backend:
    """Fork where that is safe: numpy on macOS does not survive a fork, Windows has none.

    Layers of isolation may be left out for the time they take to set up.
    """
    if sys.platform == "linux":
        from autograder.student.ahead import take  # noqa: PLC0415 - only Linux has a zygote
        from autograder.student.launch import launch_zygote  # noqa: PLC0415 - as above

        ahead = None if without else take()
        zygote = ahead or launch_zygote(without)  # it loads numpy while the next line is at work
        from autograder.student.fork import ForkServer  # noqa: PLC0415 - as above

        return ForkServer(zygote, without)
    from autograder.student.spawn import Spawner  # noqa: PLC0415 - costs threads that Linux does not need

    return Spawner(without)
