"""The bounds of an unpacked zip; they are apart from the code that unpacks it, which is slow to import."""

from __future__ import annotations

from typing import NamedTuple

from autograder.submission.notebook import MAX_NOTEBOOK_BYTES


class ArchiveError(Exception):
    """Raised if no file of a zip can be used; the message says why."""


class Bounds(NamedTuple):
    """The most that is unpacked from a zip."""

    members: int  # files and folders
    total: int  # bytes of all files
    file: int  # bytes of one file
    listing: int  # bytes of the zip's own list of members, which is held in memory


STUDENT_BOUNDS = Bounds(members=1_000, total=400_000_000, file=MAX_NOTEBOOK_BYTES, listing=3_000_000)
"""A student's zip: room for the largest notebook and what belongs to it. The 10,000 hidden members of a
.venv fit into the listing."""
CLASS_BOUNDS = Bounds(members=20_000, total=4_000_000_000, file=STUDENT_BOUNDS.total, listing=10_000_000)
"""A class's zip: room for 2,000 students, each with ten files and 2 MB."""
