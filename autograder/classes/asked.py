"""The submissions that one run is asked for, with what was read of their files before their turn.

These tables are temporary: no other run may rely on how this one found a file, and on what it held then.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from autograder.classes.database import Database
from autograder.classes.rows import read_asked
from autograder.submission.read import Content, HandIn

TABLES = (
    "CREATE TEMP TABLE asked (student TEXT PRIMARY KEY, root BLOB, unchanged DEFAULT 0) WITHOUT ROWID",
    "CREATE TEMP TABLE contents (student TEXT PRIMARY KEY, data BLOB, digest TEXT)",
)
TO_GRADE = "asked WHERE NOT unchanged"


class Asked:
    """All of the roster, or the few students that a run names beside a class that is there."""

    def __init__(self, base: Database) -> None:
        self._base = base
        for table in TABLES:
            base.rows(table)

    def clear(self) -> None:
        """Ask for nobody."""
        self._base.rows("DELETE FROM asked")
        self._base.rows("DELETE FROM contents")

    def add(self, hand_in: HandIn) -> bool:
        """Ask for a student; return whether that is new."""
        root = hand_in.root and os.fsencode(hand_in.root)
        self._base.rows("INSERT OR IGNORE INTO asked (student, root) VALUES (?, ?)", (hand_in.student, root))
        ((is_new,),) = self._base.rows("SELECT changes()")
        if is_new:
            self.keep_content(hand_in)
        return bool(is_new)

    def submissions(self) -> Iterator[HandIn]:
        """Go through all submissions by student, without what was read of them."""
        return self._submissions("asked")

    def to_grade(self) -> Iterator[HandIn]:
        """Go through those that were not set aside, with what was read of them."""
        return map(self.with_kept_content, self._submissions(TO_GRADE))

    def set_aside(self, student: str) -> None:
        """Leave a submission as it is marked."""
        self._base.rows("UPDATE asked SET unchanged = 1 WHERE student = ?", (student,))

    def keep_content(self, hand_in: HandIn) -> None:
        """Keep what was read of a submission until its turn comes, so that it is not read again."""
        if hand_in.content is not None:
            content = (hand_in.student, hand_in.content.data, hand_in.content.digest)
            self._base.rows("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", content)

    def with_kept_content(self, hand_in: HandIn) -> HandIn:
        """Add what was read of a submission, if it was."""
        kept = self._base.rows("SELECT data, digest FROM contents WHERE student = ?", (hand_in.student,))
        return replace(hand_in, content=Content(*kept[0])) if kept else hand_in

    def _submissions(self, which: str) -> Iterator[HandIn]:
        columns = "student, file, path, trouble, root"
        query = f"SELECT {columns} FROM roster JOIN (SELECT * FROM {which}) USING (student)"  # noqa: S608
        return self._base.pages(query, "student", read_asked)
