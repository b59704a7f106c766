"""Find the student of each hand-in, by the names of files and folders, or by a platform's names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from autograder.submission.entries import Entry, Wanted, named
from autograder.submission.gradescope import METADATA, read_submitters
from autograder.submission.kinds import Kind, original_of, stem_of
from autograder.submission.names import Names, latest, platform_of, read_names
from autograder.submission.platforms import Name, Platform

Say = Callable[[str], object]
"""A function that takes a line for the person who grades."""


class Student(NamedTuple):
    """The hand-in of one student."""

    name: str
    entries: tuple[Entry, ...]
    nothing: str = ""  # why no submission can be in it
    is_home: bool = False  # the files lie there without any student's name


def by_names(entries: Sequence[Entry], home: str, wanted: Wanted) -> list[Student]:
    """Say whose a class folder's entries are: a file's by its stem, a folder's by its name.

    A copy belongs to whom the file belongs that it is a copy of. What is named as the task asks has no
    student's name: it is the hand-in of the folder itself, `home`.
    """
    files = [entry for entry in entries if not entry.is_folder]
    stems = {stem_of(file.called) for file in files}
    nameless = {entry.path for entry in entries if _has_no_name(entry, wanted)}
    only = len(nameless) == len(entries)
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        is_home = entry.path in nameless and (only or not entry.is_folder)
        if is_home:
            groups[home].append(entry)
        elif entry.is_folder:
            groups[entry.called].append(entry)
        else:
            owner, called = _owner(entry, stems, wanted)
            groups[owner].append(entry._replace(called=called))
    return [Student(name, tuple(group), is_home=group[0].path in nameless) for name, group in groups.items()]


def _has_no_name(entry: Entry, wanted: Wanted) -> bool:
    """Whether an entry has the name that the task asks for, which does not name a student."""
    return wanted.is_own_folder(entry.called) if entry.is_folder else wanted.is_near(entry.called)


def _owner(entry: Entry, stems: Collection[str], wanted: Wanted) -> tuple[str, str]:
    """Return the student of a file in a flat folder, and the file's name without the student's."""
    stem = stem_of(entry.called)
    original = original_of(stem)
    owner = original if original in stems else stem
    copy = stem.removeprefix(owner)
    ending = entry.called[len(stem) :] if entry.called.startswith(stem) else ""
    return owner, stem_of(wanted.script) + copy + ending


def platform_among(entries: Sequence[Entry]) -> Platform | None:
    """Return the platform that made the names of a folder; files that lie beside hand-ins may have others."""
    platform = platform_of(entry.called for entry in entries)
    if platform is not None:
        return platform
    return platform_of(entry.called for entry in entries if entry.is_folder or entry.kind is not Kind.OTHER)


def by_platform(entries: Sequence[Entry], platform: Platform, say: Say) -> tuple[list[Student], list[Entry]]:
    """Say whose a class folder's entries are by the names that a platform made, and which do not fit.

    The files of earlier attempts are named, and not marked.
    """
    of = {entry.called: entry for entry in entries}
    metadata = of.get(METADATA)
    submitters = read_submitters(metadata.path, metadata.root) if metadata is not None else None
    read = read_names(of, platform, submitters)
    others = [of[name] for name in read.others]
    _report_names(read, others, platform, say)
    counting, earlier = latest(read.names, platform)
    if earlier:
        files = [of[name.whole].inside for name in earlier]
        say(f"earlier attempts, not marked: {named(files)}")
    groups: defaultdict[str, list[Name]] = defaultdict(list)
    for name in counting:
        groups[name.student].append(name)
    students = [_student(student, names, of) for student, names in groups.items()]
    return students, others


def _report_names(read: Names, others: Sequence[Entry], platform: Platform, say: Say) -> None:
    """Report how names were read, which of them do not fit, and which ones several students share."""
    whose = platform.title if platform.partial else f"{platform.title}'s"
    if read.names:
        say(f"names read {'by' if platform.partial else 'as'} {whose}")
    unfit = [entry.called for entry in others if entry.is_folder or entry.kind is not Kind.OTHER]
    if unfit:
        say(f"names that are not {whose}, read as they are: {named(unfit)}")
    if read.shared:
        say(f"several students are called {named(read.shared)}: their numbers are added")


def _student(student: str, names: Sequence[Name], of: Mapping[str, Entry]) -> Student:
    """Put together what a platform has of a student; what was typed into it counts where there is no file."""
    files = [name for name in names if not name.nothing]
    nothing = "" if files else names[0].nothing
    entries: list[Entry] = []
    for name in files or names:
        entry = of[name.whole]
        entries.append(entry._replace(called=name.rest or entry.called))
    return Student(student, tuple(entries), nothing)
