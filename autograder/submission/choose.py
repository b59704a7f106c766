"""Choose the file among all that one student handed in, or say why there is no choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.entries import LINK, Entry, Wanted, entries_of, text_of
from autograder.submission.kinds import NOTEBOOK, Kind, kind_of, suffix_of
from autograder.submission.members import ArchiveError
from autograder.submission.notebook import LARGE
from autograder.submission.read import UnreadableError, bytes_of, form_of, hash_of
from autograder.submission.stubs import FILE, Stubs, hashes_in
from autograder.submission.zips import Zips, reasons

DEEPEST = 8
"""Folders in one another that are looked into."""
MOST = 3000
"""Files and folders of one student that are looked at."""
MOST_READ = 20
"""Files of one student that are compared; each may have 10 megabytes."""
MOST_NAMED = 8
"""Files that are named in one reason."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The file that is marked; without one, `trouble` says why."""

    entry: Entry | None
    trouble: str = ""
    untouched: bool = False  # as it was released


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be the submission, with what it holds: None where it cannot be read."""

    entry: Entry
    data: bytes | None

    def is_untouched(self, stubs: Stubs) -> bool:
        """Whether it is as it was released."""
        return self.data is not None and stubs.holds(self.data)

    def defines(self, wanted: Wanted) -> bool:
        """Whether one of the task's functions is defined in it, in a script or in a notebook's JSON."""
        return defines(self.data, wanted)

    @property
    def is_readable(self) -> bool:
        """Whether its content is that of a script or a notebook."""
        return self.data is not None and bool(form_of(self.entry.called, self.data))


@dataclass(frozen=True, slots=True)
class Level:
    """What is found among files that lie equally deep: several worked-on files are too many."""

    worked: tuple[Candidate, ...] = ()
    untouched: Candidate | None = None
    named: bool = True  # as the task asks


def choose(
    entries: Sequence[Entry], wanted: Wanted, zips: Zips, *, in_folder: bool = True, in_course: bool = False
) -> Choice:
    """Choose the submission among a student's files, folders and zips.

    The nearest file that was worked on counts, one that is named as the task asks before others. A
    file as it was released counts where there is no other. In nbgrader's course (`in_course`) a
    notebook is what was handed in, and a script lies beside it.
    """
    level, seen = list(entries), list(entries)
    stubs, untouched, refused = wanted.stubs, None, list[str]()
    for _ in range(DEEPEST):
        stubs = stubs.with_files(_released_hashes(level))
        found = _of_level(level, wanted, stubs, in_course=in_course)
        if found.worked:
            return _decided(found, wanted, zips)
        untouched = untouched or found.untouched
        level = _below(level, wanted, zips, refused)
        seen += level
        if not level or len(seen) > MOST:
            break
    if untouched is not None:
        return Choice(untouched.entry, untouched=True)
    return Choice(None, _nothing(entries, seen, wanted, refused, in_folder=in_folder))


def _of_level(level: Sequence[Entry], wanted: Wanted, stubs: Stubs, *, in_course: bool) -> Level:
    """Find the files that were worked on; one that has no rival is not even read."""
    files = [entry for entry in level if not entry.is_folder and entry.kind in {Kind.CODE, Kind.UNCLEAR}]
    codes = [entry for entry in files if entry.is_code]
    if len(codes) == 1 and not any(_holds_more(entry, wanted) for entry in level if entry is not codes[0]):
        return Level((Candidate(codes[0], None),))
    files.sort(key=lambda entry: not wanted.is_near(entry.called))
    candidates = [
        Candidate(entry, content_of(entry) if n < MOST_READ else None) for n, entry in enumerate(files)
    ]
    untouched = [one for one in candidates if one.is_untouched(stubs)]
    worked = [one for one in candidates if one not in untouched]
    if in_course and any(_is_notebook(one.entry) for one in worked if one.entry.called in wanted.names):
        worked = [one for one in worked if _is_notebook(one.entry)]
    released = min(untouched, key=lambda one: one.entry.called not in wanted.names, default=None)
    if named := _named(worked, wanted):
        return Level(_distinct(named), released)
    return Level(
        _distinct(_others(worked, wanted, needs_function=released is not None)), released, named=False
    )


def _named(worked: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """List the files named as the task asks, in other letters or as a copy; then those with more to the name.

    A test of the file or a plot of its numbers has more to its name, too, and none of the functions.
    """
    code = [one for one in worked if one.entry.is_code]
    near = [one for one in code if wanted.is_near(one.entry.called)]
    near.sort(key=lambda one: one.entry.called not in wanted.names)
    if not near:
        near = [one for one in worked if wanted.is_near(one.entry.called) and one.is_readable]
    resembling = [one for one in code if wanted.resembles(one.entry.called) and one not in near]
    return [*near, *(one for one in resembling if one.defines(wanted))]


def _others(worked: Sequence[Candidate], wanted: Wanted, *, needs_function: bool) -> list[Candidate]:
    """List the files with other names: those that define a function of the task, or else all code."""
    code = [one for one in worked if one.entry.is_code]
    defining = [one for one in code if one.defines(wanted)]
    if defining or (code and not needs_function):
        return defining or code
    return [one for one in worked if one.is_readable and one.defines(wanted)]


def _distinct(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Keep the first of files with the same content; what cannot be read has its own."""
    by_content: dict[object, Candidate] = {}
    for one in candidates:
        ending = suffix_of(one.entry.called)
        key = (ending, hash_of(one.data)) if one.data is not None else one.entry.path
        by_content.setdefault(key, one)
    return tuple(by_content.values())


def _decided(found: Level, wanted: Wanted, zips: Zips) -> Choice:
    """Take the only file that was worked on; of several, none: choosing for the student could be wrong."""
    entries = [one.entry for one in found.worked]
    if len(entries) == 1:
        return Choice(entries[0], LINK if entries[0].is_link else "")
    if found.named:
        return Choice(None, several([zips.shown(entry.path) for entry in entries]))
    names = ", ".join(entry.inside.rpartition("/")[2] for entry in entries)
    return Choice(None, f"several files and none is named {wanted.script}: {names}")


def several(files: Sequence[str]) -> str:
    """Say that one student has several files."""
    *most, last = map(text_of, files[:MOST_NAMED])
    count = "two" if len(files) == len("ab") else str(len(files))
    return f"{count} files for one student: {', '.join(most)} and {last}"


def _below(level: Sequence[Entry], wanted: Wanted, zips: Zips, refused: list[str]) -> list[Entry]:
    """List what lies in the folders and zips of a level; the exercise's own folder alone, if it is there."""
    folders = [entry for entry in level if entry.is_folder and not (entry.is_link or entry.trouble)]
    own = [entry for entry in folders if entry.called == wanted.assignment]
    below: list[Entry] = []
    for entry in own or [*folders, *(one for one in level if not one.is_folder and one.kind is Kind.ARCHIVE)]:
        try:
            below += entries_of(_opened(entry, zips, refused), entry.inside)
        except ArchiveError as error:
            refused.append(f"{entry.inside.rpartition('/')[2]}: {error}")
        except KitError as error:
            refused.append(str(error).removeprefix(f"{entry.path}: "))
    return below


def _opened(entry: Entry, zips: Zips, refused: list[str]) -> Path:
    """Return a folder, or that of a zip, noting what could not be unpacked of it."""
    if entry.is_folder:
        return entry.path
    unpacked = zips.open_student(entry.path)
    refused += reasons(unpacked)
    return unpacked.folder


def _nothing(
    entries: Sequence[Entry],
    seen: Sequence[Entry],
    wanted: Wanted,
    refused: Sequence[str],
    *,
    in_folder: bool,
) -> str:
    """Say why nothing can be marked: what could not be opened, or what is there instead."""
    if lost := [entry.trouble for entry in entries if entry.trouble]:
        return lost[0]
    if refused:
        return "; ".join(refused[:MOST_NAMED])
    if any(entry.is_link for entry in seen):
        return LINK
    if len(seen) > MOST:
        return f"more than {MOST} files and folders, and no {wanted.script} among the first"
    if not in_folder:
        return other_kind(entries[0], wanted)
    names = [entry.inside.rpartition("/")[2] for entry in seen if not entry.is_folder]
    documents = [name for name in names if kind_of(name) in {Kind.DOCUMENT, Kind.UNCLEAR}]
    return f"the folder holds no {wanted.script}" + (
        f", but {', '.join(documents[:MOST_NAMED])}" if documents else ""
    )


def other_kind(entry: Entry, wanted: Wanted) -> str:
    """Say what a file is that cannot be marked, and what the task asks for."""
    what = f"a {suffix_of(entry.called)} file" if suffix_of(entry.called) else "a file without an ending"
    return f"{what}; the task asks for {wanted.script} or {wanted.notebook}"


def _holds_more(entry: Entry, wanted: Wanted) -> bool:
    """Whether another file may be the submission, or hold it."""
    if entry.is_folder or entry.kind is Kind.ARCHIVE:
        return True
    return entry.kind is Kind.UNCLEAR and wanted.is_near(entry.called)


def defines(data: bytes | None, wanted: Wanted) -> bool:
    """Whether a function of the task is defined in a file, in a script or in a notebook's JSON."""
    names = "|".join(map(re.escape, wanted.functions)) or r"\w+"
    return data is not None and re.search(rf"\bdef[ \t]++(?:{names})\b".encode(), data) is not None


def is_readable(entry: Entry) -> bool:
    """Whether a file's content is that of a script or a notebook."""
    return Candidate(entry, content_of(entry)).is_readable


def _is_notebook(entry: Entry) -> bool:
    return suffix_of(entry.called) == NOTEBOOK


def content_of(entry: Entry) -> bytes | None:
    """Read a file that was handed in; nothing is read through a link."""
    if entry.is_link:
        return None
    try:
        return bytes_of(entry.path, LARGE)
    except UnreadableError:
        return None


def _released_hashes(level: Sequence[Entry]) -> frozenset[str]:
    """Read the hashes of released files in an exercise.json that lies beside them."""
    lists = [content_of(entry) for entry in level if entry.called == FILE and not entry.is_folder]
    return frozenset(digest for data in lists if data is not None for digest in hashes_in(data))
