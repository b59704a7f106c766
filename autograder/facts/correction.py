"""A person's decision about a mark, which is kept beside what the kit found."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.facts.text import bound, line_of

OVERRIDES = "overrides.csv"
"""The file of a teacher's decisions, in the folder of a solution or of results."""
WHOLE_SUBMISSION = "*"
"""Stands in the place of an item for the whole submission."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision about an item, or the whole of a submission, and what the kit found there."""

    item: str  # WHOLE_SUBMISSION for the submission
    points: float | None  # None where the student is excused
    reason: str
    verdict: str  # the kit's, or a submission's status; empty for an item that was not marked
    kit_points: float | None  # None where the kit gave no points
    max_points: float  # before any correction
    file_hash: str  # of the submission that was corrected; empty if nothing could be read
    changed: bool = False  # the submission is another one now

    def __post_init__(self) -> None:
        bound(self, item=line_of, reason=line_of, verdict=line_of, file_hash=line_of)
