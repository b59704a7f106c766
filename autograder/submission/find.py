"""Find the submissions of a class: a file, a flat folder, or a folder per student."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.read import SUFFIX, Found

SUFFIXES = (SUFFIX, ".ipynb")
"""What a submission may be; that a notebook cannot be read yet is told when it is read."""


def find(paths: Sequence[Path], file: str, skip: Path | None = None) -> list[Found]:
    """List the submissions in `paths`, by student; `file` is the exercise's file name.

    `skip` is a folder that is none of them: where the results go.

    Two files for one student become one submission in trouble: choosing for them could be wrong.
    So does a path in which nothing can be graded, beside others; alone, it is a KitError.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for one in _in_path(path, file, several=len(paths) > 1):
            if skip is not None and one.path.resolve() == skip.resolve():
                continue
            other = found.get(one.student)
            if other is None:
                found[one.student] = one
            elif other.path.resolve() != one.path.resolve():
                trouble = f"two files for one student: {_text(str(other.path))} and {_text(str(one.path))}"
                found[one.student] = replace(other, trouble=trouble)
    return [found[student] for student in sorted(found)]


def _in_path(path: Path, file: str, *, several: bool) -> Iterator[Found]:
    """Yield the submissions of one PATH; among several, one that is of no use is a submission in trouble."""
    try:
        here = list(_in_folder(path, file, several=several) if os.path.isdir(path) else _single(path, file))  # noqa: PTH112 - never raises
    except KitError as error:
        if not several:
            raise
        here = [Found(_text(path.stem), _text(path.name), path, str(error).removeprefix(f"{path}: "))]
    yield from here


def _single(path: Path, file: str) -> Iterator[Found]:
    if not os.path.lexists(path):
        raise KitError(f"{path}: no such file or folder")
    student = path.absolute().parent.name if path.name == file else path.stem
    yield Found(_text(student), _text(path.name), path)


def _in_folder(path: Path, file: str, *, several: bool) -> Iterator[Found]:
    entries = _entries(path)
    files = [entry for entry in entries if entry.suffix.lower() in SUFFIXES]
    folders = [entry for entry in entries if entry not in files and os.path.isdir(entry)]  # noqa: PTH112 - never raises
    if not files and not folders:
        raise KitError(f"{path}: nothing to grade: no {SUFFIX} file, and no folder with {file} in it")
    if several and not folders and len(files) == 1:  # one of many students' folders
        yield Found(_text(path.absolute().name), _text(files[0].name), files[0], _link(files[0]))
        return
    for entry in files:
        student = path.absolute().name if entry.name == file else entry.stem
        yield Found(_text(student), _text(entry.name), entry, _link(entry))
    for entry in folders:
        yield _in_student_folder(entry, file)


def _in_student_folder(folder: Path, file: str) -> Found:
    """Find the one submission of a student's folder, or say why there is none."""
    student, expected = _text(folder.name), folder / file
    nowhere = Found(student, student, folder)
    if folder.is_symlink():
        return replace(nowhere, trouble=_link(folder))
    try:
        files = [entry for entry in _entries(folder) if entry.suffix.lower() in SUFFIXES]
    except KitError as error:
        return replace(nowhere, trouble=str(error).removeprefix(f"{folder}: "))
    if expected in files or len(files) == 1:
        chosen = expected if expected in files else files[0]
        return Found(student, _text(f"{folder.name}/{chosen.name}"), chosen, _link(chosen))
    if files:
        names = ", ".join(_text(f.name) for f in files)
        return replace(nowhere, trouble=f"several files and none is named {file}: {names}")
    return replace(nowhere, trouble=f"the folder holds no {file}")


def _entries(folder: Path) -> list[Path]:
    """List a folder without what is hidden or made by tools."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "__")))
    except OSError as error:
        raise KitError(f"{folder}: cannot be listed: {error.strerror}") from error


def _link(path: Path) -> str:
    """Refuse a link that was handed in: the judge may read what the student may not."""
    return "a link, not a file of its own" if path.is_symlink() else ""


def _text(name: str) -> str:
    """Make a file name sure to be encodable: bytes that are not UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
