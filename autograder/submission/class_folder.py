"""Find the submissions of a class in its folder, and report everything else there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.beside import (
    CLASS_DEPTH,
    RESULTS,
    RESULTS_FILE,
    class_in,
    is_beside,
    is_one_students,
)
from autograder.submission.choose import choose
from autograder.submission.descriptor import LINK
from autograder.submission.entries import Entry, Wanted, entries_in, named, text_of
from autograder.submission.kinds import Kind, suffix_of
from autograder.submission.platforms import Platform
from autograder.submission.read import HandIn, with_content
from autograder.submission.stubs import RELEASED_FILE
from autograder.submission.students import Say, Student, by_names, by_platform, platform_among
from autograder.submission.zips import Zips


def silent(_: str) -> None:
    """Drop a report on what was left out."""


def everyone(_: HandIn) -> bool:
    """Take the whole class."""
    return True


@dataclass(frozen=True, slots=True)
class Search:
    """The file that is searched for, and the settings of the search."""

    wanted: Wanted
    zips: Zips = field(default_factory=Zips)
    skip: Path | None = None  # the folder of results
    platform: Platform | None = None  # whose names these are; None where the names show it
    say: Say = silent  # takes a line on what is left out, or read in another way
    one: bool = False  # whether a folder is one student's, whatever else lies in it
    takes: Callable[[HandIn], bool] = everyone  # whether a student is in the part that is graded


def in_class(entries: Sequence[Entry], home: str, search: Search) -> Iterator[HandIn]:
    """Yield the submissions among a class's files and folders; `home` is the student of nameless files."""
    entries = without_results(entries, search.skip)
    students, aside = _students(entries, home, search)
    untold = [entry.inside + "/" * entry.is_folder for entry in aside]
    for student in students:
        hand_in = hand_in_of(student, search)
        if student.is_home:  # whose file may be the one that was released
            hand_in = with_content(hand_in)
        if len(students) > 1 and (why := _is_nothing(student, hand_in, search.wanted)):
            untold += [f"{entry.inside} ({why})" for entry in student.entries]
        else:
            untold += unused(student, hand_in)
            yield hand_in
    if untold:
        search.say(f"left out: {named(untold)}")


def _students(entries: Sequence[Entry], home: str, search: Search) -> tuple[list[Student], list[Entry]]:
    """Find the students of a class's entries, and the entries beside them; the class may lie deeper."""
    wanted = search.wanted
    aside: list[Entry] = []
    for _ in range(CLASS_DEPTH):
        platform = platform_among(entries)
        others, beside = _apart(entries)
        inner = None if platform else class_in(others, wanted)
        if inner is None:
            break
        aside += beside
        search.say(f"read as the class: {inner.inside}/")
        entries, home = without_results(entries_in(inner), search.skip), inner.called
    students: list[Student] = []
    platform = search.platform or platform
    if platform is not None:
        students, entries = by_platform(entries, platform, search.say)
        others, beside = _apart(entries)
    aside += beside
    is_released = any(entry.called == RELEASED_FILE for entry in aside)
    is_named = any(wanted.is_near(entry.called) for entry in others if not entry.is_folder)
    if not students and is_released and is_named and is_one_students(others, wanted):
        return [Student(home, tuple(others), is_home=True)], aside
    return [*students, *by_names(others, home, wanted)], aside


def _apart(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Split the entries of a folder into hand-ins and other files."""
    others: list[Entry] = []
    beside: list[Entry] = []
    for entry in entries:
        (beside if is_beside(entry) else others).append(entry)
    return others, beside


def hand_in_of(student: Student, search: Search, *, in_course: bool = False) -> HandIn:
    """Find the submission of a student, or the reason why it cannot be marked."""
    entries = sorted(student.entries, key=lambda entry: entry.is_folder)
    first, alone = entries[0], len(entries) == 1
    name, file = text_of(student.name), first.inside or text_of(first.called)
    there = HandIn(name, file, first.path, student.nothing, root=first.root)
    if student.nothing:
        return there
    if alone and (first.is_code or first.is_link):
        return replace(there, trouble=LINK if first.is_link else "")
    level: list[Entry] = []
    try:
        for entry in entries:
            level += _inner(entry)
    except KitError as error:
        return replace(there, trouble=str(error).removeprefix(f"{first.path}: "))
    is_folder = not alone or first.is_folder
    choice = choose(level, search.wanted, search.zips, in_folder=is_folder, in_course=in_course)
    if choice.entry is None:
        return replace(there, trouble=choice.trouble)
    chosen = choice.entry
    return replace(
        there,
        file=chosen.inside,
        path=chosen.path,
        trouble=choice.trouble,
        root=chosen.root,
        content=choice.content,
    )


def unused(student: Student, hand_in: HandIn) -> list[str]:
    """List the files of a student that are not the marked one."""
    if len(student.entries) == 1 or hand_in.trouble:
        return []
    marked = {hand_in.path, *hand_in.path.parents}
    files = [entry for entry in student.entries if not entry.is_folder]
    return [file.inside for file in files if file.path not in marked]


def _inner(entry: Entry) -> list[Entry]:
    """List the entries of a student's folder; a file, a link or a missing path is its own only entry."""
    if entry.is_folder and not entry.is_link and not entry.trouble:
        return entries_in(entry)
    return [entry]


def without_results(entries: Sequence[Entry], skip: Path | None) -> list[Entry]:
    """Leave out the folder of this class's results, and the results of earlier runs."""
    has_results = any(entry.called == RESULTS_FILE for entry in entries)
    ours = RESULTS if has_results else frozenset[str]()
    kept = [entry for entry in entries if entry.is_folder or entry.called not in ours]
    if skip is None:
        return kept
    folder = skip.resolve()
    return [entry for entry in kept if not _is_at(entry, folder)]


def _is_at(entry: Entry, folder: Path) -> bool:
    """Whether an entry is a folder; its name is compared first, as asking the disk takes longer."""
    return entry.called == folder.name and entry.path.resolve() == folder


def _is_nothing(student: Student, hand_in: HandIn, wanted: Wanted) -> str:
    """Say why an entry is not a student's work: it is another .json file, or as it was released."""
    first = student.entries[0]
    if hand_in.trouble:
        is_json = first.kind is Kind.UNCLEAR and suffix_of(first.called) == ".json"
        return "no notebook" if is_json and len(student.entries) == 1 else ""
    if student.is_home and hand_in.content is not None and wanted.stubs.holds(hand_in.content.data):
        return "as it was released"
    return ""
