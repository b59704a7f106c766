"""Find the submissions of a class: in files, folders and zips, each student once."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.beside import is_beside, is_one_students
from autograder.submission.bounds import ArchiveError
from autograder.submission.candidates import is_readable
from autograder.submission.choose import other_kind, several
from autograder.submission.class_folder import Search, hand_in_of, in_class, unused, without_results
from autograder.submission.course import SUBMITTED, is_course, is_handed_in, without_hand_in
from autograder.submission.entries import Entry, Wanted, entries_of, entry_of, is_folder, named, text_of
from autograder.submission.kinds import SCRIPT, ZIP, Kind, stem_of, suffix_of
from autograder.submission.read import HandIn
from autograder.submission.students import Student


def find(paths: Sequence[Path], search: Search) -> list[HandIn]:
    """List the submissions in `paths`, by student.

    Two files for one student become one submission in trouble: choosing for them could be wrong.
    So does a path in which nothing can be graded, beside others; alone, it is a KitError.
    """
    by_student: dict[str, HandIn] = {}
    for hand_in in discover(paths, search):
        student = hand_in.student
        other = by_student.get(student)
        by_student[student] = hand_in if other is None else of_two(other, hand_in, search.zips.shown)
    return [by_student[student] for student in sorted(by_student)]


def discover(paths: Sequence[Path], search: Search) -> Iterator[HandIn]:
    """Yield the submissions in `paths` as they are found; a file that has no rival is not read for that."""
    return filter(search.takes, _in_paths(paths, search))


def _in_paths(paths: Sequence[Path], search: Search) -> Iterator[HandIn]:
    """Yield the submissions of all PATHs."""
    if len(paths) == 1:
        yield from _in_path(paths[0], search)
        return
    by_folder: defaultdict[Path, list[Entry]] = defaultdict(list)
    for path in paths:
        if path.exists() and _is_loose(path, search):
            by_folder[path.absolute().parent].append(_loose(path))
        else:
            yield from _or_trouble(path, search)
    for folder, entries in by_folder.items():
        yield from in_class(entries, _home(folder, search.wanted), search)


def of_two(first: HandIn, second: HandIn, shown: Callable[[Path], str] = str) -> HandIn:
    """Make one of two submissions that have the same student: in trouble, if they are two files."""
    if first.path.resolve() == second.path.resolve():
        return first
    return replace(first, trouble=several([shown(first.path), shown(second.path)]))


def _or_trouble(path: Path, search: Search) -> Iterator[HandIn]:
    """Yield the submissions of one of several PATHs; one without any is a student in trouble."""
    try:
        yield from list(_in_path(path, search))
    except KitError as error:
        yield HandIn(text_of(path.stem), text_of(path.name), path, str(error).removeprefix(f"{path}: "))


def _is_loose(path: Path, search: Search) -> bool:
    """Whether a PATH among several is one student's, and not a class's."""
    if not is_folder(path):
        return not _is_zip(path)
    if is_beside(_loose(path)):
        return True
    absolute = path.absolute()
    if any(is_handed_in(folder, search.wanted) for folder in (absolute, absolute / search.wanted.assignment)):
        return False
    try:
        return is_one_students(entries_of(path), search.wanted)
    except KitError:
        return False


def _loose(path: Path) -> Entry:
    """Describe one of several PATHs; what lies in it is shown without its name."""
    entry = entry_of(path)._replace(called=path.absolute().name)
    return entry._replace(inside="") if entry.is_folder and not is_beside(entry) else entry


def _in_path(path: Path, search: Search) -> Iterator[HandIn]:
    """Yield the submissions of one PATH."""
    wanted = search.wanted
    if is_folder(path) and search.one:
        yield _of_student(path, search)
    elif is_folder(path):
        yield from _in_folder(path, path, search)
    elif not os.path.lexists(path):
        raise KitError(f"{path}: no such file or folder")
    elif _is_zip(path):
        yield from _in_zip(path, path, search)
    else:
        entry = entry_of(path)
        if not (entry.is_code or (entry.kind is Kind.UNCLEAR and is_readable(entry))):
            raise KitError(f"{path}: {other_kind(entry, wanted)}, a folder of them, or a .zip")
        yield from in_class([entry], _home(path.absolute().parent, wanted), search)


def _of_student(path: Path, search: Search) -> HandIn:
    """Find the submission in the folder of one student: the checkout of a repository, or an upload."""
    name = path.absolute().name
    entries = [entry for entry in entries_of(path) if not is_beside(entry)]
    if not entries:
        wanted = search.wanted.script
        return HandIn(text_of(name), text_of(wanted), path / wanted, f"no {SCRIPT} file and no notebook here")
    return hand_in_of(Student(name, tuple(entries)), search)


def _in_zip(path: Path, root: Path, search: Search) -> Iterator[HandIn]:
    """Yield the submissions in a zip: a class's, or one student's, who is called as it is."""
    try:
        unpacked = search.zips.open_class(path, root)
    except ArchiveError as error:
        raise KitError(f"{path}: {error}") from error
    entries = entries_of(unpacked.folder)
    there = {entry.called for entry in entries}
    for member in unpacked.refused:
        top = member.top
        search.say(f"not unpacked: {member.name}: {member.reason}")
        if top not in {*there, "", ".."} and ":" not in top:
            entries.append(
                Entry(unpacked.folder / top, text_of(top), top, member.is_inner, trouble=member.reason)
            )
    if search.platform is None and is_one_students(entries, search.wanted):
        student = Student(stem_of(path.name), tuple(entries))
        hand_in = hand_in_of(student, search)
        if beside := unused(student, hand_in):
            search.say(f"left out: {named(beside)}")
        yield hand_in
    else:
        yield from in_class(entries, stem_of(path.name), search)


def _in_folder(path: Path, root: Path, search: Search) -> Iterator[HandIn]:
    """Yield the submissions in a folder: a class's, or one student's in nbgrader's layout."""
    wanted, absolute = search.wanted, path.absolute()
    for folder in (absolute, absolute / wanted.assignment):
        if is_handed_in(folder, wanted) and is_folder(folder):
            yield _of_course(folder.parent, folder, search)
            return
    entries = without_results(entries_of(path, root=root), search.skip)
    if len(entries) == 1 and entries[0].is_archive and not entries[0].is_link:
        yield from _in_zip(entries[0].path, root, search)
        return
    if is_course(entries):
        search.say(f"read as the class: {SUBMITTED}/")
        yield from _in_folder(path / SUBMITTED, root, search)
        return
    if absolute.name == SUBMITTED and wanted.assignment:
        there, missing = without_hand_in(entries, wanted)
        if missing and not there:
            raise KitError(f"{path}: nothing to grade: no student's folder holds {wanted.assignment}")
        if any(is_folder(entry.path / wanted.assignment) for entry in there):
            yield from _in_course(there, missing, search)
            return
    count = 0
    for hand_in in in_class(entries, absolute.name, search):
        count += 1
        yield hand_in
    if not count:
        raise KitError(
            f"{path}: nothing to grade: no {SCRIPT} file, and no folder with {wanted.script} in it"
        )


def _in_course(there: Sequence[Entry], missing: Sequence[Entry], search: Search) -> Iterator[HandIn]:
    """Yield the submissions of nbgrader's folder `submitted`."""
    if missing:
        search.say(f"no {search.wanted.assignment} from: {named([entry.inside for entry in missing])}")
    plain = []
    for entry in there:
        folder = entry.path / search.wanted.assignment
        if entry.is_folder and os.path.lexists(folder):
            yield _of_course(entry.path, folder, search)
        else:
            plain.append(entry)
    yield from in_class(plain, SUBMITTED, search)


def _of_course(owner: Path, folder: Path, search: Search) -> HandIn:
    """Find the submission in nbgrader's folder for it."""
    inside = f"{text_of(owner.name)}/{text_of(folder.name)}"
    is_link = owner.is_symlink() or folder.is_symlink()
    entry = Entry(folder, inside, folder.name, is_folder=True, is_link=is_link, root=owner.parent)
    return hand_in_of(Student(owner.name, (entry,)), search, in_course=True)


def _home(folder: Path, wanted: Wanted) -> str:
    """Return whose a file is that is named as the task asks: by its folder, or by nbgrader's around it."""
    return folder.parent.name if is_handed_in(folder, wanted) else folder.name


def _is_zip(path: Path) -> bool:
    return suffix_of(path.name) == ZIP and not is_folder(path)
