"""The file of a folder that a student's own check is about: the one that would be marked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from autograder.exercise.released import find_released, read_released, wanted_for
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.submission.choose import choose
from autograder.submission.entries import Wanted, entries_of
from autograder.submission.kinds import NOTEBOOK, SCRIPT
from autograder.submission.read import HandIn
from autograder.submission.stubs import RELEASED_FILE
from autograder.submission.zips import Zips


def own_file(folder: Path, exercise: str | None, zips: Zips) -> HandIn:
    """Choose the file in a folder, as `grade` would; KitError if there is none, or no choice.

    What was read of it to compare it with others is what is checked.
    """
    entries = entries_of(folder)
    code = [entry.called for entry in entries if entry.is_code]
    choice = choose(entries, _wanted(folder, code, exercise), zips)
    if choice.entry is not None and not choice.trouble:
        file = choice.entry.path
        return HandIn(file.stem, file.name, file, root=file, content=choice.content)
    trouble = choice.trouble
    if not code and not any(entry.is_folder for entry in entries):
        trouble = f"no {SCRIPT} or {NOTEBOOK} file here"
    raise KitError(f"{folder}: {trouble}; name the file to check")


def _wanted(folder: Path, code: Sequence[str], exercise: str | None) -> Wanted:
    """Say what the exercise of a folder asks for, and how it was released."""
    path = _released_for(folder, code, exercise)
    task = read_released(path).task
    places = [shipped("exercises") / task.name]
    if path.parent.resolve() != folder.resolve():
        places.append(path.parent)
    return wanted_for(task, places)


def _released_for(folder: Path, code: Sequence[str], exercise: str | None) -> Path:
    """Find the exercise of a folder: its own, or the one that a file is named after."""
    for name in code:
        with suppress(KitError):
            path = find_released(Path.cwd(), folder / name, exercise)
            if wanted_for(read_released(path).task).is_near(name):
                return path
    return find_released(Path.cwd(), folder / RELEASED_FILE, exercise)
