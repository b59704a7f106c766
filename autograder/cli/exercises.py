"""Find the exercises that a command is about, and their folder."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import NamedTuple

from autograder.cli.streams import say
from autograder.exercise.load import (
    Exercise,
    exercise_names,
    find_solutions,
    is_shipped,
    load_exercise,
    load_solution,
    load_task,
)
from autograder.exercise.resemblance import likeness_of, most_alike, text_of
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.submission.kinds import NOTEBOOK, SCRIPT

MOST_FILES_LISTED, MOST_FILES_READ = 100_000, 50
"""Files whose names are looked at, and those whose beginnings are read."""
DOWNLOAD_ENDING = re.compile(r"[ _-]*(\(\d+\)|-\d+|copy)$")
"""What browsers and platforms add to the name of a file that is there already."""


def solutions_for(arguments: argparse.Namespace, graded: Sequence[Path] = ()) -> Path:
    """Find a command's folder of exercises, and report it if it is neither given nor the kit's own."""
    solutions = find_solutions(Path.cwd(), arguments.solutions, graded)
    if arguments.solutions is None and not is_shipped(solutions):
        say(f"autograder: the exercises are those of {solutions}")
    return solutions


def chosen(arguments: argparse.Namespace) -> tuple[Path, list[Exercise]]:
    """Load the named exercises, or all, and find the folder of their stubs."""
    solutions = solutions_for(arguments)
    names = arguments.exercises or exercise_names(solutions)
    if not names:
        raise KitError(f"{solutions} holds no exercise")
    released = shipped("exercises") if is_shipped(solutions) else solutions.resolve().parent / "exercises"
    return released, [load_exercise(solutions, name) for name in names]


def exercise_for(solutions: Path, paths: Sequence[Path], name: str | None) -> Exercise:
    """Load the exercise that hand-ins are of: the named one, the only one, or the one that they look like.

    They look like it by their names, else by what stands in them. Of the kit's own exercises, the first one
    is taken where nothing tells.
    """
    names = exercise_names(solutions)
    if name is not None or len(names) <= 1:
        return load_exercise(solutions, name)
    tasks = [load_task(solutions, each) for each in names]
    return load_exercise(solutions, _name_of(tasks, solutions, paths))


def _name_of(tasks: Sequence[Task], solutions: Path, paths: Sequence[Path]) -> str:
    """Name the exercise, of several, that hand-ins look like."""
    handed_in = list(islice(chain.from_iterable(map(_files_in, paths)), MOST_FILES_LISTED))
    fitting = [task for task in tasks if any(_is_of(task, file.name) for file in handed_in)]
    if len(fitting) == 1:
        return fitting[0].name
    works = [file for file in handed_in if PurePath(file.name).suffix.lower() in {SCRIPT, NOTEBOOK}]
    if not works:  # finding hand-ins says what is wrong
        return tasks[0].name
    likenesses = [likeness_of(task, load_solution(solutions, task.name)) for task in fitting or tasks]
    texts = [text_of(file.path) for file in works[:MOST_FILES_READ] if file.path is not None]
    alike = most_alike(likenesses, texts)
    if alike is not None:
        return alike
    if not is_shipped(solutions):
        files = ", ".join(f"{task.file} ({task.name})" for task in tasks)
        raise KitError(f"choose the exercise with -e: no file tells which it is; they ask for {files}")
    say(f"autograder: graded as {tasks[0].name}; -e chooses another exercise")
    return tasks[0].name


class _File(NamedTuple):
    """A file that was handed in: its name, and where it can be read; in an archive, it is not."""

    name: str
    path: Path | None


def _is_of(task: Task, name: str) -> bool:
    """Whether a file's name is the one that an exercise asks for, or ends with it after a student's name."""
    wanted = PurePath(task.file).stem.lower()
    stem = DOWNLOAD_ENDING.sub("", PurePath(name).stem.lower())
    return stem == wanted or (stem.endswith(wanted) and not stem[-len(wanted) - 1].isalnum())


def _files_in_archive(path: Path) -> Iterator[_File]:
    """List the files in an archive; none of another file."""
    import zipfile  # noqa: PLC0415 - a folder of files starts without

    if zipfile.is_zipfile(path):
        with contextlib.suppress(zipfile.BadZipFile, OSError):  # reading it later says what is wrong with it
            yield from (_File(name, None) for name in zipfile.ZipFile(path).namelist())


def _files_in(path: Path) -> Iterator[_File]:
    """List the files in a folder or an archive, or a file itself."""
    if path.is_dir():
        for folder, _, files in os.walk(path):
            yield from (_File(name, Path(folder, name)) for name in files)
    else:
        yield from _files_in_archive(path)
    yield _File(path.name, path)
