"""The layout of an nbgrader course: submitted/STUDENT/ASSIGNMENT/NAME.ipynb."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.entries import Entry, Wanted, entries_in
from autograder.submission.kinds import Kind

SUBMITTED = "submitted"
"""The name of nbgrader's folder of hand-ins."""
OTHER_STEPS = ("source", "release", "autograded", "feedback")
"""The names of nbgrader's folders of other steps."""


def is_course(entries: Sequence[Entry]) -> bool:
    """Whether a folder is a whole course: its hand-ins lie beside released or marked assignments."""
    folders = {entry.called for entry in entries if entry.is_folder and not entry.is_link}
    return SUBMITTED in folders and not folders.isdisjoint(OTHER_STEPS)


def is_handed_in(folder: Path, wanted: Wanted) -> bool:
    """Whether a folder is the one in which nbgrader keeps one student's assignment."""
    return folder.name == wanted.assignment and folder.parent.parent.name == SUBMITTED


def without_hand_in(entries: Sequence[Entry], wanted: Wanted) -> tuple[list[Entry], list[Entry]]:
    """Split students' folders into those that hold something for the assignment, and the others.

    A file that lies in a student's folder itself may be meant for any assignment.
    """
    there: list[Entry] = []
    missing: list[Entry] = []
    for entry in entries:
        is_there = not entry.is_folder or os.path.lexists(entry.path / wanted.assignment)
        (there if is_there or _holds_file(entry) else missing).append(entry)
    return there, missing


def _holds_file(entry: Entry) -> bool:
    """Whether a folder holds a possible hand-in; True if it cannot be listed, which is reported later."""
    try:
        inner = entries_in(entry)
    except KitError:
        return True
    return any(not part.is_folder and part.kind is not Kind.OTHER for part in inner)
