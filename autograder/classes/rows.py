"""Rows of the tables of results, read as if forged: ValueError where the kit wrote no such row."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from autograder.facts import forged
from autograder.facts.document import from_line
from autograder.facts.report import Report
from autograder.submission.read import HandIn

LONGEST_WORDS = 100_000
"""Characters of a name, of a key, or of versions: the kit writes a few hundred at most."""
LARGEST_SEED = 10**300
MOST_VERSIONS = 100
KEY = 5
"""Entries of a key: the exercise, its hash, the seed, the grader's hash, and the limits."""


class MadeWith(NamedTuple):
    """What reports were made with: the key of settings, the isolation, and versions as JSON."""

    key: str
    isolation: str
    versions: str


class Row(NamedTuple):
    """A finished report, as it is kept."""

    student: str
    file: str
    file_hash: str
    broken: bool
    report: str  # a line of facts.document


def read_hand_in(row: Sequence[object]) -> HandIn:
    """Read a row of the roster."""
    student, file, path, trouble = row
    if not isinstance(path, bytes) or b"\0" in path:
        raise ValueError("a path is not the path of a file")
    return HandIn(_words(student), _words(file), Path(os.fsdecode(path)), _words(trouble))


def read_asked(row: Sequence[object]) -> HandIn:
    """Read a row of the roster, with the folder below which this run follows no link."""
    *enrolled, root = row
    below = Path(os.fsdecode(root)) if isinstance(root, bytes) else None
    return replace(read_hand_in(enrolled), root=below)


def read_made_with(row: Sequence[object]) -> MadeWith:
    """Read what reports were made with."""
    made_with = MadeWith(*map(_words, row))
    exercise, digest, seed, grader, limits = forged.parts(forged.document(made_with.key), "the key", KEY)
    for text in (exercise, digest, grader):
        _words(text)
    forged.whole(seed, "the seed", -LARGEST_SEED, LARGEST_SEED)
    forged.named(limits, "the limits", forged.anything, MOST_VERSIONS)
    forged.named(forged.document(made_with.versions), "the record of versions", _words, MOST_VERSIONS)
    return made_with


def read_graded(row: Sequence[object]) -> tuple[str, str]:
    """Read the name of the file that a report is about, and the hash of what it held."""
    file, digest = row
    return _words(file), _words(digest)


def read_row(row: Sequence[object]) -> Row:
    """Read a report as it is kept; what it says is read as well, as others will rely on it."""
    student, file, digest, broken, report = row
    if broken not in {0, 1} or not isinstance(report, str):
        raise ValueError("a report is not kept as the kit keeps it")
    read_report((student, report))
    return Row(_words(student), _words(file), _words(digest), bool(broken), report)


def read_report(row: Sequence[object]) -> Report:
    """Read the report of a student."""
    student, line = row
    report = from_line(line if isinstance(line, str) else "")
    if report.student != student:
        raise ValueError("a report is of another student")
    return report


def _words(value: object, where: str = "a name") -> str:
    return forged.prose(value, where, LONGEST_WORDS)
