"""Find the submissions of a class: a file, a flat folder, or a folder per student."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from autograder.facts.errors import KitError
from autograder.submission.read import Found

SUFFIX = ".py"


def find(paths: Iterable[Path], file: str) -> list[Found]:
    """List the submissions in `paths`, by student; `file` is the exercise's file name.

    Two files for one student become one submission in trouble: choosing for them could be wrong.
    KitError if a path does not exist, or holds nothing that could be a submission.
    """
    found: dict[str, Found] = {}
    for path in paths:
        here = list(_in_path(path, file))
        if not here:
            raise KitError(f"{path}: nothing to grade: no {SUFFIX} file, and no folder with {file} in it")
        for one in here:
            other = found.get(one.student)
            if other is None:
                found[one.student] = one
            elif other.path.resolve() != one.path.resolve():
                trouble = f"two files for one student: {other.file} and {one.file}"
                found[one.student] = replace(other, trouble=trouble)
    return [found[student] for student in sorted(found)]


def _in_path(path: Path, file: str) -> Iterator[Found]:
    if not path.is_dir():
        if not path.exists():
            raise KitError(f"{path}: no such file or folder")
        student = path.resolve().parent.name if path.name == file else path.stem
        yield Found(_text(student), _text(path.name), path)
        return
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        raise KitError(f"{path}: cannot be listed: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith((".", "__")):
            continue
        if entry.suffix == SUFFIX:
            student = path.resolve().name if entry.name == file else entry.stem
            yield Found(_text(student), _text(entry.name), entry)
        elif entry.is_dir():
            yield from _in_student_folder(entry, file)


def _in_student_folder(folder: Path, file: str) -> Iterator[Found]:
    """Yield the one submission of a student's folder; nothing if it holds no Python file."""
    student, expected = _text(folder.name), folder / file
    try:
        files = sorted(f for f in folder.iterdir() if f.suffix == SUFFIX and not f.name.startswith("."))
    except OSError as error:
        yield Found(student, _text(folder.name), folder, f"the folder cannot be listed: {error.strerror}")
        return
    if expected in files or len(files) == 1:
        chosen = expected if expected in files else files[0]
        yield Found(student, _text(f"{folder.name}/{chosen.name}"), chosen)
    elif files:
        names = ", ".join(_text(f.name) for f in files)
        trouble = f"several files and none is named {file}: {names}"
        yield Found(student, _text(folder.name), folder, trouble)
    else:
        yield Found(student, _text(folder.name), folder, f"the folder holds no {file}")


def _text(name: str) -> str:
    """Make a file name sure to be encodable: bytes that are not UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
