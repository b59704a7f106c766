"""Recognise files that are not hand-ins, and tell a class's folder from a student's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.facts.errors import KitError
from autograder.submission.candidates import Candidate, content_of
from autograder.submission.entries import Entry, Wanted, entries_in
from autograder.submission.kinds import Kind, stem_of
from autograder.submission.stubs import RELEASED_FILE
from autograder.submission.students import platform_among

RESULTS_FILE = "results.sqlite"
"""The file that holds a class's results."""
RESULTS = frozenset(
    {
        *(RESULTS_FILE, f"{RESULTS_FILE}-wal", f"{RESULTS_FILE}-shm"),
        *("report.json", "report.jsonl", "class.json", "grades.csv"),
        *("report.html", "report-anonymous.html", "feedback.csv", "feedback-anonymous.csv", "anonymous.key"),
    }
)
"""The files that the kit writes about a class, with those that SQLite keeps beside an open database."""
NEVER = frozenset({"feedback", "feedback-anonymous", "figures"})
"""Folders that never belong to a student."""
COMPANION_FOLDER = re.compile(
    r"(?:fig|image|img|plot|picture|photo|asset|data|dataset|doc|exercise|solution|template|output|result)s?"
    r"|autograded|released?|source"
)
"""Folders that belong to a student only if there is code in them."""
CLASS_FOLDER = re.compile(r"(?:submission|export|student|hand-?in|download)s?|class|abgaben")
"""Folders that hold a class, even a class of one."""
VERSION_NAME = re.compile(
    r"(?:old|new|draft|final|first|last|version|v|backup|main|test|solution|answer|code|src|work|mine|helper|model|"
    r"train|plot|script|notebook|untitled|week|day|unit|part|step|task|question|q|ex|exercise|hw|homework|assignment)"
    r"[\W_]*\d{0,4}|\d{1,4}"
)
"""Names of versions and parts of one student's work; files of a class are named otherwise."""
MOST_BESIDE = 1
"""Files that a student hands in beside the only one with code, as a report."""
MOST_ENTRIES_READ = 50
"""Files and folders that are read to tell whether a folder is a class's."""
CLASS_DEPTH = 5
"""Depth of the folders around a class, at most."""


def is_beside(entry: Entry) -> bool:
    """Whether an entry is not a hand-in: a file of data, a folder of results or of pictures."""
    if not entry.is_folder:
        return entry.kind is Kind.OTHER
    name = entry.called.lower()
    if name in NEVER:
        return True
    inner = _inner(entry)
    has_code = any(each.is_folder or each.is_code for each in inner)
    names = {each.called for each in inner}
    if RESULTS_FILE in names or len(names & RESULTS) > 1:
        return not any(each.is_code for each in inner)
    return COMPANION_FOLDER.fullmatch(name) is not None and not has_code


def class_in(entries: Sequence[Entry], wanted: Wanted, depth: int = CLASS_DEPTH) -> Entry | None:
    """Return the only folder in a folder, if there is nothing else: an export is often unpacked so."""
    if len(entries) != 1 or not entries[0].is_folder or entries[0].is_link:
        return None
    folder = entries[0]
    inner = _inner(folder)
    files = [entry for entry in inner if not entry.is_folder]
    if any(file.called == RELEASED_FILE or wanted.is_near(file.called) for file in files):
        return None
    others = [entry for entry in inner if not is_beside(entry)]
    if not others or wanted.is_own_folder(folder.called):
        return None
    if CLASS_FOLDER.fullmatch(folder.called.lower()) or is_class(others, wanted):
        return folder
    if depth > 1 and class_in(others, wanted, depth - 1) is not None:
        return folder
    return None


def is_class(entries: Sequence[Entry], wanted: Wanted) -> bool:
    """Whether entries belong to several students: a platform named them, or two hold something to mark."""
    if platform_among(entries) is not None:
        return True
    if any(VERSION_NAME.fullmatch(stem_of(entry.called).lower()) for entry in entries):
        return False
    holding = 0
    for entry in entries[:MOST_ENTRIES_READ]:
        holding += _holds_submission(entry, wanted)
        if holding > 1:
            return True
    return False


def _holds_submission(entry: Entry, wanted: Wanted) -> bool:
    """Whether an entry holds something that may be marked, at most two folders deep."""
    if not entry.is_folder:
        return entry.kind is Kind.ARCHIVE or _defines(entry, wanted)
    for inner in _inner(entry):
        if inner.is_code or inner.kind is Kind.ARCHIVE:
            return True
        if inner.is_folder and any(file.is_code for file in _inner(inner)):
            return True
    return False


def _defines(entry: Entry, wanted: Wanted) -> bool:
    """Whether an entry is a file in which a function of the task is defined."""
    return entry.is_code and Candidate(entry, content_of(entry)).defines(wanted)


def _inner(folder: Entry) -> list[Entry]:
    """List a folder; an empty list if that fails, which is reported when a student's folder is read."""
    if folder.is_link:
        return []
    try:
        return entries_in(folder)
    except KitError:
        return []


def is_one_students(entries: Sequence[Entry], wanted: Wanted) -> bool:
    """Whether a folder holds one student's files: a single file, or one that is named as the task asks."""
    if platform_among(entries) is not None:
        return False
    others = [entry for entry in entries if not is_beside(entry)]
    files = [entry for entry in others if not entry.is_folder]
    if any(wanted.is_near(file.called) for file in files):
        rest = [entry for entry in others if not _is_version(entry, wanted)]
        return not is_class(rest, wanted)
    codes = sum(file.is_code for file in files)
    if codes == 1:
        return len(files) == len(others) <= MOST_BESIDE + 1
    if codes or len(others) != 1:
        return False
    return class_in(others, wanted) is None


def _is_version(entry: Entry, wanted: Wanted) -> bool:
    """Whether a name is that of the task's file with a version after it, as linear_regression_final."""
    stem, own = stem_of(entry.called).lower(), stem_of(wanted.script).lower()
    more = stem.removeprefix(own).strip(" _-().")
    return wanted.is_near(entry.called) or (stem.startswith(own) and VERSION_NAME.fullmatch(more) is not None)
