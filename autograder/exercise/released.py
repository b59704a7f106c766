"""Find and read the open part of an exercise, `exercise.json`: what `check` needs, and no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.exercise.resemblance import Seen, fit, likeness_of_released, most_alike, text_of
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.task import Task
from autograder.facts.text import line_of, printable
from autograder.submission.descriptor import opened, reason
from autograder.submission.entries import Wanted
from autograder.submission.kinds import NOTEBOOK
from autograder.submission.notebook import MAX_NOTEBOOK_BYTES
from autograder.submission.read import hash_of
from autograder.submission.stubs import LARGEST_LIST, RELEASED_FILE, Stubs

if TYPE_CHECKING:
    from autograder.exercise.document import Released


def read_released(path: Path) -> Released:
    """Read an `exercise.json`, which a student may have written; KitError if it cannot be used."""
    from autograder.exercise.document import from_json  # noqa: PLC0415 - a class is graded without

    try:
        with opened(path, path) as descriptor, open(descriptor, "rb", closefd=False) as file:
            data = file.read(LARGEST_LIST + 1)
        if len(data) > LARGEST_LIST:
            raise ValueError(f"it is larger than {LARGEST_LIST} bytes")  # noqa: TRY301 - reported below
        return from_json(data)
    except OSError as error:
        raise KitError(f"{printable(str(path))}: {reason(error)}") from error
    except ValueError as error:
        why = f"cannot be used as an exercise: {line_of(str(error))}"
        raise KitError(f"{printable(str(path))}: {why}") from error


def is_kits_own(released: Released) -> bool:
    """Whether a released exercise is the one of this name that comes with the kit, to the byte."""
    own = shipped("exercises") / released.task.name / RELEASED_FILE
    return own.is_file() and hash_of(own.read_bytes()) == released.digest


def wanted_for(task: Task, folders: Iterable[Path] = ()) -> Wanted:
    """Say what a task asks students to hand in, and how it was released into the instructor's folders."""
    defined = tuple(dict.fromkeys(function.owner or function.name for function in task.functions))
    wanted = Wanted(task.file, Path(task.file).with_suffix(NOTEBOOK).name, task.name, defined)
    return wanted._replace(stubs=_released_stubs(wanted, folders))


def _released_stubs(wanted: Wanted, folders: Iterable[Path]) -> Stubs:
    """Read the released files in some folders; those that are missing are left out."""
    paths = [folder / name for folder in folders for name in wanted.names]
    return Stubs().with_code(
        path.read_bytes() for path in paths if path.is_file() and path.stat().st_size <= MAX_NOTEBOOK_BYTES
    )


def find_released(start: Path, file: Path, name: str | None) -> Path:
    """Find the exercise a student's file belongs to: beside it, in `exercises/` above, or the kit's own.

    A name may be the path of an `exercise.json` as well, which a student cannot replace by another.
    """
    if name is not None and name.endswith(".json"):
        return Path(name)
    for paths in _released_around(file.resolve().parent, start, name):
        fitting = paths
        if name is None and len(paths) > 1:
            fitting = _of_file(paths, file)
        if len(fitting) > 1:
            raise KitError(
                f"{file} could belong to {', '.join(p.parent.name for p in fitting)}; choose with -e"
            )
        if fitting:
            return fitting[0]
    raise KitError(f"no exercise {name or 'for ' + file.name!r} found; is {RELEASED_FILE} beside the file?")


def _of_file(paths: Sequence[Path], file: Path) -> list[Path]:
    """Choose exercises for a file: by its name, else by its content; of the kit's own, else the first."""
    tasks = {path: read_released(path).task for path in paths}
    named = [path for path, task in tasks.items() if _is_named_for(task, file)]
    if named:
        return named
    likenesses = list(map(likeness_of_released, tasks.values()))
    name = most_alike(likenesses, [text_of(file)])
    alike = [path for path, task in tasks.items() if task.name == name]
    return alike or _first_of_kit(paths)


def _is_named_for(task: Task, file: Path) -> bool:
    return Path(task.file).stem == file.stem


def _first_of_kit(paths: Sequence[Path]) -> list[Path]:
    own = shipped("exercises").resolve()
    return [path for path in paths if path.resolve().is_relative_to(own)][:1]


def find_released_for(defined: Mapping[str, Seen], start: Path, name: str | None) -> Path:
    """Find the exercise whose functions and parameters are defined; around the folder `start`.

    `defined` holds the global names, with what is seen of their values.
    """
    folder = start.resolve()
    for paths in _released_around(folder, folder, name):
        fitting = _best_fitting(paths, defined)
        if len(fitting) > 1:
            choices = ", ".join(path.parent.name for path in fitting)
            raise KitError(f"these could be the functions of {choices}; choose with exercise=...")
        if fitting:
            return fitting[0]
    raise KitError(
        f"no exercise{f' {name!r}' if name else ''} found; is {RELEASED_FILE} beside the notebook?"
    )


def _best_fitting(paths: list[Path], defined: Mapping[str, Seen]) -> list[Path]:
    """Choose the exercises that global names fit best; one alone is not read."""
    if len(paths) <= 1:
        return paths
    fits = {path: fit(read_released(path).task, defined) for path in paths}
    best = max(fits.values())
    return [path for path, each in fits.items() if each == best]


def _released_around(folder: Path, start: Path, name: str | None) -> Iterator[list[Path]]:
    """List released exercises by place, the nearest first: here or above, in `exercises/`, the kit's own."""
    for above in (folder, *folder.parents):
        beside = above / RELEASED_FILE
        if beside.is_file() and name in (None, above.name):
            yield [beside]
    places = [above / "exercises" for above in (start, *start.parents)]
    places.append(shipped("exercises"))
    for place in places:
        paths = sorted(place.glob(f"*/{RELEASED_FILE}"))
        yield [path for path in paths if name in (None, path.parent.name)]
