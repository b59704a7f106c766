"""Choose the submission among all that one student handed in, or say why that is not possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from autograder.facts.errors import KitError
from autograder.facts.text import listing
from autograder.submission.bounds import ArchiveError
from autograder.submission.candidates import Level, candidates_among, content_of
from autograder.submission.descriptor import LINK
from autograder.submission.entries import Entry, Wanted, entries_in, entries_of, text_of
from autograder.submission.kinds import Kind, kind_of, suffix_of
from autograder.submission.read import Content
from autograder.submission.stubs import RELEASED_FILE, hashes_in
from autograder.submission.zips import Zips, reasons

STUDENT_DEPTH = 8
"""Depth of folders that are searched."""
MOST_SEARCHED = 3000
"""Files and folders of one student that are searched, at most."""
MOST_FILES_NAMED = 8
"""Files that are named in one reason, at most."""


class Choice(NamedTuple):
    """The file that is marked; if there is none, `trouble` says why."""

    entry: Entry | None
    trouble: str = ""
    content: Content | None = None  # what the file held when it was compared with others, if it was


def choose(
    entries: Sequence[Entry], wanted: Wanted, zips: Zips, *, in_folder: bool = True, in_course: bool = False
) -> Choice:
    """Choose the submission among a student's files, folders and zips.

    The nearest file that was worked on counts, one that is named as the task asks before others. A
    file as it was released counts where there is no other. In nbgrader's course (`in_course`) a
    notebook is what was handed in, and a script lies beside it.
    """
    zips.begin_student()
    choice = _among(entries, wanted, zips, in_folder=in_folder, in_course=in_course)
    zips.keep(None if choice.entry is None else choice.entry.path)
    return choice


def _among(
    entries: Sequence[Entry], wanted: Wanted, zips: Zips, *, in_folder: bool, in_course: bool
) -> Choice:
    level, seen = list(entries), list(entries)
    stubs, untouched, refused = wanted.stubs, None, list[str]()
    for _ in range(STUDENT_DEPTH):
        stubs = stubs.with_files(_released_hashes(level))
        candidates = candidates_among(level, wanted, stubs, in_course=in_course)
        if candidates.worked:
            return _decided(candidates, wanted, zips)
        untouched = untouched or candidates.untouched
        level = _below(level, wanted, zips, refused)
        seen += level
        if not level or len(seen) > MOST_SEARCHED:
            break
    if untouched is not None:
        return Choice(untouched.entry, content=untouched.content)
    return Choice(None, _nothing(entries, seen, wanted, refused, in_folder=in_folder))


def _decided(level: Level, wanted: Wanted, zips: Zips) -> Choice:
    """Choose the only file that was worked on; with several, the choice could be wrong."""
    entries = [candidate.entry for candidate in level.worked]
    if len(entries) == 1:
        (chosen,) = level.worked
        return Choice(chosen.entry, LINK if chosen.entry.is_link else "", chosen.content)
    if level.named:
        files = [zips.shown(entry.path) for entry in entries]
        return Choice(None, several(files))
    names = [entry.inside.rpartition("/")[2] for entry in entries]
    return Choice(
        None, f"several files and none is named {wanted.script}: {listing(names, MOST_FILES_NAMED)}"
    )


def several(files: Sequence[str]) -> str:
    """Report that one student has several files."""
    *most, last = map(text_of, files[:MOST_FILES_NAMED])
    count = "two" if len(files) == len("ab") else str(len(files))
    return f"{count} files for one student: {', '.join(most)} and {last}"


def _below(level: Sequence[Entry], wanted: Wanted, zips: Zips, refused: list[str]) -> list[Entry]:
    """List the entries of a level's folders and zips; only the exercise's folder, if it is among them."""
    folders = [entry for entry in level if entry.is_folder and not (entry.is_link or entry.trouble)]
    archives = [entry for entry in level if entry.is_archive and not entry.is_link]
    own = [entry for entry in folders if entry.called == wanted.assignment]
    below: list[Entry] = []
    for entry in own or [*folders, *archives]:
        try:
            below += entries_in(entry) if entry.is_folder else _unpacked(entry, zips, refused)
        except ArchiveError as error:
            refused.append(f"{entry.inside.rpartition('/')[2]}: {error}")
        except KitError as error:
            refused.append(str(error).removeprefix(f"{entry.path}: "))
    return below


def _unpacked(entry: Entry, zips: Zips, refused: list[str]) -> list[Entry]:
    """List the entries of a zip, and note those that could not be unpacked."""
    unpacked = zips.open_student(entry.path, entry.root)
    refused += reasons(unpacked)
    return entries_of(unpacked.folder, entry.inside)


def _nothing(
    entries: Sequence[Entry],
    seen: Sequence[Entry],
    wanted: Wanted,
    refused: Sequence[str],
    *,
    in_folder: bool,
) -> str:
    """Say why nothing can be marked: what could not be opened, or which files are there instead."""
    if lost := [entry.trouble for entry in entries if entry.trouble]:
        return lost[0]
    if refused:
        return "; ".join(refused[:MOST_FILES_NAMED])
    if any(entry.is_link for entry in seen):
        return LINK
    if len(seen) > MOST_SEARCHED:
        return f"more than {MOST_SEARCHED} files and folders, and no {wanted.script} among the first"
    if not in_folder:
        return other_kind(entries[0], wanted)
    names = [entry.inside.rpartition("/")[2] for entry in seen if not entry.is_folder]
    documents = [name for name in names if kind_of(name) in {Kind.DOCUMENT, Kind.UNCLEAR}]
    return f"the folder holds no {wanted.script}" + (
        f", but {listing(documents, MOST_FILES_NAMED)}" if documents else ""
    )


def other_kind(entry: Entry, wanted: Wanted) -> str:
    """Describe a file that cannot be marked, and the file that the task asks for."""
    what = f"a {suffix_of(entry.called)} file" if suffix_of(entry.called) else "a file without an ending"
    return f"{what}; the task asks for {wanted.script} or {wanted.notebook}"


def _released_hashes(level: Sequence[Entry]) -> frozenset[str]:
    """Read the hashes of released files in an exercise.json that lies beside them."""
    lists = [content_of(entry) for entry in level if entry.called == RELEASED_FILE and not entry.is_folder]
    there = [content.data for content in lists if content is not None]
    return frozenset[str]().union(*map(hashes_in, there))
