"""Find the submissions of a class: a file, a flat folder, a folder per student, or nbgrader's."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.read import NOTEBOOK, SUFFIX, Found

SUFFIXES = (SUFFIX, NOTEBOOK)
"""What a submission may be."""
SUBMITTED = "submitted"
"""What nbgrader calls the folder of all that was handed in."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a submission is called, and the folder that nbgrader keeps it in."""

    script: str
    notebook: str
    assignment: str  # empty where that folder is nothing special

    @property
    def names(self) -> tuple[str, str]:
        """Both file names; in nbgrader's layout the first that is there counts."""
        return (self.notebook, self.script)


def find(paths: Sequence[Path], file: str, skip: Path | None = None, assignment: str = "") -> list[Found]:
    """List the submissions in `paths`, by student; `file` is the exercise's file name, as a script.

    `skip` is a folder that is none of them: where the results go. `assignment` is the folder that
    nbgrader puts between a student's and the files: submitted/ada/ex01/NAME.ipynb.

    Two files for one student become one submission in trouble: choosing for them could be wrong.
    So does a path in which nothing can be graded, beside others; alone, it is a KitError.
    """
    found: dict[str, Found] = {}
    for one in discover(paths, file, skip, assignment):
        other = found.get(one.student)
        found[one.student] = one if other is None else of_two(other, one)
    return [found[student] for student in sorted(found)]


def discover(
    paths: Sequence[Path], file: str, skip: Path | None = None, assignment: str = ""
) -> Iterator[Found]:
    """Go through the submissions in `paths`, as `find` does, as they come."""
    expected = Expected(file, Path(file).with_suffix(NOTEBOOK).name, assignment)
    left_out = None if skip is None else skip.resolve()
    for path in paths:
        for one in _in_path(path, expected, several=len(paths) > 1):
            if left_out is None or one.path.name != left_out.name or one.path.resolve() != left_out:
                yield one


def of_two(first: Found, second: Found) -> Found:
    """Make one of two submissions that have the same student: in trouble, if they are two files."""
    if first.path.resolve() == second.path.resolve():
        return first
    return replace(first, trouble=_two(first.path, second.path))


def _in_path(path: Path, expected: Expected, *, several: bool) -> Iterator[Found]:
    """Yield the submissions of one PATH; among several, one that is of no use is a submission in trouble."""
    try:
        here = list(
            _in_folder(path, expected, several=several) if _is_folder(path) else _single(path, expected)
        )
    except KitError as error:
        if not several:
            raise
        here = [Found(_text(path.stem), _text(path.name), path, str(error).removeprefix(f"{path}: "))]
    yield from here


def _single(path: Path, expected: Expected) -> Iterator[Found]:
    if not os.path.lexists(path):
        raise KitError(f"{path}: no such file or folder")
    folder = path.absolute().parent
    owner = folder.parent if _is_handed_in(folder, expected) else folder
    yield Found(_text(owner.name if path.name in expected.names else path.stem), _text(path.name), path)


def _in_folder(path: Path, expected: Expected, *, several: bool) -> Iterator[Found]:
    names = _names(path)  # of a large class, by far smaller than paths
    files = [name for name in names if _may_be_one(name)]
    folders = [path / name for name in names if not _may_be_one(name) and _is_folder(path / name)]
    if not files and not folders:
        raise KitError(
            f"{path}: nothing to grade: no {SUFFIX} file, and no folder with {expected.script} in it"
        )
    absolute = path.absolute()
    for folder in (absolute, absolute / expected.assignment):
        if _is_handed_in(folder, expected) and _is_folder(folder):  # of one student, in nbgrader's layout
            yield _in_assignment(folder, expected)
            return
    if several and not folders and len(files) == 1:  # one of many students' folders
        yield Found(_text(absolute.name), _text(files[0]), path / files[0], _link(path / files[0]))
        return
    for entry in map(path.joinpath, files):
        student = absolute.name if entry.name in expected.names else entry.stem
        yield Found(_text(student), _text(entry.name), entry, _link(entry))
    yield from _in_student_folders(path, folders, expected)


def _in_student_folders(path: Path, folders: Sequence[Path], expected: Expected) -> Iterator[Found]:
    """Yield a submission for each student's folder.

    In nbgrader's layout, who has no folder for the assignment has not handed it in: no submission at all.
    """
    inner = [folder / expected.assignment for folder in folders] if expected.assignment else []
    handed_in = {folder.parent for folder in inner if os.path.lexists(folder)}
    if (
        folders
        and not handed_in
        and path.absolute().name == SUBMITTED
        and not any(map(_holds_files, folders))
    ):
        raise KitError(f"{path}: nothing to grade: no student's folder holds {expected.assignment}")
    for folder in folders:
        if folder in handed_in:
            yield _in_assignment(folder / expected.assignment, expected)
        elif not handed_in or _holds_files(folder):
            yield _in_student_folder(_text(folder.name), folder, _text(folder.name), expected)


def _in_assignment(folder: Path, expected: Expected) -> Found:
    """Find the submission in nbgrader's folder for it: the notebook, or a script where there is none."""
    owner = folder.parent
    student = _text(owner.name)
    inside = f"{student}/{_text(folder.name)}"
    if owner.is_symlink():
        return Found(student, inside, folder, _link(owner))
    only = next((name for name in expected.names if os.path.lexists(folder / name)), "")
    return _in_student_folder(student, folder, inside, expected, only)


def _in_student_folder(student: str, folder: Path, inside: str, expected: Expected, only: str = "") -> Found:
    """Find the one submission of a folder, or say why there is none; where `only` is given, it is that."""
    nowhere = Found(student, inside, folder)
    if folder.is_symlink():
        return replace(nowhere, trouble=_link(folder))
    try:
        files = [folder / name for name in _names(folder) if _may_be_one(name)]
    except KitError as error:
        return replace(nowhere, trouble=str(error).removeprefix(f"{folder}: "))
    named = [entry for entry in files if entry.name == only or (not only and entry.name in expected.names)]
    chosen = named or files
    if len(chosen) == 1:
        return Found(student, f"{inside}/{_text(chosen[0].name)}", chosen[0], _link(chosen[0]))
    if named:
        return replace(nowhere, trouble=_two(*named))
    if files:
        names = ", ".join(_text(f.name) for f in files)
        return replace(nowhere, trouble=f"several files and none is named {expected.script}: {names}")
    return replace(nowhere, trouble=f"the folder holds no {expected.script}")


def _is_handed_in(folder: Path, expected: Expected) -> bool:
    """Whether a folder is nbgrader's for the assignment of one student."""
    return folder.name == expected.assignment and folder.parent.parent.name == SUBMITTED


def _holds_files(folder: Path) -> bool:
    """Whether a folder holds what could be a submission; one that cannot be listed is looked at again."""
    try:
        return any(map(_may_be_one, _names(folder)))
    except KitError:
        return True


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - never raises


def _two(first: Path, second: Path) -> str:
    return f"two files for one student: {_text(str(first))} and {_text(str(second))}"


def _may_be_one(name: str) -> bool:
    """Whether a file of this name may be a submission."""
    return name.lower().endswith(SUFFIXES)


def _names(folder: Path) -> list[str]:
    """List a folder without what is hidden or made by tools."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith((".", "__")))  # noqa: PTH208
    except OSError as error:
        raise KitError(f"{folder}: cannot be listed: {error.strerror}") from error


def _link(path: Path) -> str:
    """Refuse a link that was handed in: the judge may read what the student may not."""
    return "a link, not a file of its own" if path.is_symlink() else ""


def _text(name: str) -> str:
    """Make a file name sure to be encodable: bytes that are not UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
