"""What a result was made with."""

from __future__ import annotations

import sys

from autograder import __version__


def versions(numpy: str) -> dict[str, str]:
    """Name the versions that a result depends on; `numpy` is that of the student processes."""
    python = ".".join(map(str, sys.version_info[:3]))
    known = {"autograder": __version__, "python": python, "numpy": numpy}
    return {name: version for name, version in known.items() if version}
