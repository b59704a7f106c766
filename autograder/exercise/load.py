"""Find `solutions/` and load an exercise from it."""

from __future__ import annotations

import contextlib
import hashlib
import linecache
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from autograder.exercise.label_rules import with_integers
from autograder.exercise.mistakes import Mistake, read_mistakes, read_spellings, refuse_shared_names
from autograder.exercise.rubric import Rubric
from autograder.exercise.rules import broken_rule
from autograder.exercise.shipped import shipped
from autograder.exercise.tail_calls import with_tail_calls
from autograder.exercise.trust import among, hand_in_folders, open_to_others
from autograder.facts.correction import OVERRIDES
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.facts.text import printable

PARTS = ("solution.py", "rubric.py", "mistakes.py")
RIGHT_FILE = "right.py"
"""Other right spellings that an author accepts; there need be none."""


class Exercise(NamedTuple):
    """One folder of `solutions/`, read."""

    folder: Path
    texts: Mapping[str, str]  # by the names of PARTS, and of right.py if there is one
    rubric: Rubric
    mistakes: tuple[Mistake, ...]
    hash: str
    spellings: tuple[str, ...] = ()
    """Names of the functions in right.py."""

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @property
    def solutions(self) -> str:
        """The folder it was read from, harmless to show; empty for the kit's own."""
        folder = self.folder.parent.resolve()
        return "" if is_shipped(folder) else printable(str(folder))

    @property
    def solution(self) -> str:
        """The text of the reference solution."""
        return self.texts["solution.py"]

    @property
    def mistakes_source(self) -> str:
        """The text of the known mistakes."""
        return self.texts["mistakes.py"]

    @property
    def right_source(self) -> str:
        """The text of the other right spellings; empty if there are none."""
        return self.texts.get(RIGHT_FILE, "")


def find_solutions(start: Path, override: Path | None = None, graded: Sequence[Path] = ()) -> Path:
    """Find the nearest `solutions/` in or above `start`; the kit's own if there is none.

    What is in it runs as the person who grades. KitError, unless it was named, where it may be somebody
    else's: it lies among what is graded, or others can write to it.
    """
    if override is not None:
        if not override.is_dir():
            raise KitError(f"{override}: no such folder of solutions")
        return override
    for folder in (start, *start.parents):
        if any((folder / "solutions").glob("*/rubric.py")):
            return _trusted(folder / "solutions", graded)
    return shipped("solutions")


def is_shipped(solutions: Path) -> bool:
    """Whether a folder of solutions is the kit's own."""
    return solutions.resolve() == shipped("solutions").resolve()


def _trusted(solutions: Path, graded: Sequence[Path]) -> Path:
    """Return a `solutions/` that nobody named; KitError where it, or a file of it, is not trusted."""
    if is_shipped(solutions):
        return solutions
    exercises = [rubric.parent for rubric in solutions.glob("*/rubric.py")]
    parts = [
        path
        for path in (folder / part for folder in exercises for part in (*PARTS, RIGHT_FILE, OVERRIDES))
        if path.exists()
    ]
    mend = "to use it all the same, or others, say --solutions DIR"
    folders = hand_in_folders(graded)
    for path in (solutions, *exercises, *parts):
        place = among(path, folders)
        if place is not None:
            raise KitError(f"{path} lies inside {place}, and may have been handed in there; {mend}")
        trouble = open_to_others(path)
        if trouble:
            raise KitError(f"{solutions} is not used: {trouble}; {mend}")
    return solutions


def exercise_names(solutions: Path) -> list[str]:
    """List the exercises of a `solutions/` folder."""
    return sorted(rubric.parent.name for rubric in solutions.glob("*/rubric.py"))


def load_exercise(solutions: Path, name: str | None = None) -> Exercise:
    """Load an exercise, the only one if no name is given; KitError says what is wrong with it and where."""
    folder = _folder_of(solutions, name)
    parts = (*PARTS, RIGHT_FILE) if (folder / RIGHT_FILE).exists() else PARTS
    return load_texts(folder, {part: read_part(folder / part) for part in parts})


def load_task(solutions: Path, name: str) -> Task:
    """Load what an exercise asks for, without its known mistakes; KitError as from `load_exercise`."""
    folder = _folder_of(solutions, name)
    return _rubric_of(folder, read_part(folder / "rubric.py")).task


def load_solution(solutions: Path, name: str) -> str:
    """Read the text of an exercise's solution; KitError as from `load_exercise`."""
    return read_part(_folder_of(solutions, name) / "solution.py")


def _folder_of(solutions: Path, name: str | None) -> Path:
    """Return the folder of an exercise, of the only one if no name is given."""
    names = exercise_names(solutions)
    if name is None:
        if len(names) != 1:
            raise KitError(f"{solutions} holds {_listed(names)}; choose one with -e")
        name = names[0]
    if name not in names:
        raise KitError(f"no exercise {name!r} in {solutions}, which holds {_listed(names)}")
    return solutions / name


def load_texts(folder: Path, texts: Mapping[str, str]) -> Exercise:
    """Load an exercise whose files have been read; KitError as from `load_exercise`."""
    return _loaded(folder, tuple(texts.items()))


@lru_cache(maxsize=1)
def _loaded(folder: Path, parts: tuple[tuple[str, str], ...]) -> Exercise:
    """Load an exercise by its files' names and texts, once; a worker that is a fork finds it loaded."""
    texts = dict(parts)
    content = "\0".join(texts.values())
    digest = hashlib.sha256(content.encode()).hexdigest()
    declared = _rubric_of(folder, texts["rubric.py"])
    rubric = with_tail_calls(declared, texts["solution.py"])
    functions = [function.name for function in rubric.task.functions]
    known = texts["mistakes.py"]
    mistakes = tuple(read_mistakes(folder / "mistakes.py", known, functions))
    right = texts.get(RIGHT_FILE, "")
    spellings = tuple(read_spellings(folder / RIGHT_FILE, right, functions))
    refuse_shared_names(folder / RIGHT_FILE, right, folder / "mistakes.py", known)
    return Exercise(folder, texts, rubric, mistakes, digest, spellings)


def _rubric_of(folder: Path, text: str) -> Rubric:
    """Run a rubric, and check that it keeps the rules."""
    rubric = _run_rubric(folder / "rubric.py", text)
    task = with_integers(replace(rubric.task, name=folder.name))
    trouble = broken_rule(task, rubric.items)
    if trouble:
        raise KitError(f"{folder / 'rubric.py'}: {trouble}")
    return rubric._replace(task=task)


def _listed(names: list[str]) -> str:
    return f"the exercises {', '.join(names)}" if names else "no exercise"


def read_part(path: Path) -> str:
    """Read a text file of an exercise; KitError if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KitError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise KitError(f"{path}: cannot be read: {error}") from error


def _run_rubric(path: Path, text: str) -> Rubric:
    namespace: dict[str, object] = {"__name__": "rubric", "__file__": str(path)}
    linecache.checkcache(str(path))
    try:
        with contextlib.redirect_stdout(sys.stderr):  # results of a command go to stdout, and nothing else
            exec(compile(text, str(path), "exec"), namespace)
    except SyntaxError as error:
        raise KitError(f"{path}:{error.lineno}: {error.msg}") from error
    except KitError as error:
        raise KitError(f"{path}:{_line_in(path, error)}: {error}") from error
    except (Exception, SystemExit) as error:
        raise KitError(f"{path}:{_line_in(path, error)}: {type(error).__name__}: {error}") from error
    rubric = namespace.get("rubric")
    if not isinstance(rubric, Rubric):
        raise KitError(f"{path}: defines no `rubric = Rubric(...)`")
    return rubric


def _line_in(path: Path, error: BaseException) -> int:
    """Return the innermost line of a file that an exception went through, counted from 1."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(path) and frame.lineno]
    return lines[-1] if lines else 1
