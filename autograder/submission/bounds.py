"""How much of a zip is unpacked; apart from what unpacks it, which takes long to import."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.submission.notebook import MAX_BYTES


class ArchiveError(Exception):
    """A zip that is not used at all; the message says why."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of a zip is unpacked."""

    members: int  # files and folders
    total: int  # bytes of all files
    file: int  # bytes of one file
    listing: int  # bytes of the zip's own list of members, which is held in memory


STUDENT = Bounds(members=1_000, total=400_000_000, file=MAX_BYTES, listing=3_000_000)
"""A student's zip: room for the largest notebook and what belongs to it. The 10,000 hidden members of a
.venv fit into the listing."""
CLASS = Bounds(members=20_000, total=4_000_000_000, file=STUDENT.total, listing=10_000_000)
"""A class's zip: room for 2,000 students, each with ten files and 2 MB."""
