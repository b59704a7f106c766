"""Find and read the open part of an exercise, `exercise.json`: what `check` needs, and no answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from autograder.exercise.document import Released, from_json
from autograder.exercise.resemblance import likeness_of_released, most_alike
from autograder.exercise.shipped import shipped
from autograder.facts.errors import KitError
from autograder.facts.quantities import axes_of
from autograder.facts.task import Task
from autograder.facts.text import line_of, printable
from autograder.submission.descriptor import opened, reason
from autograder.submission.entries import Wanted
from autograder.submission.kinds import NOTEBOOK
from autograder.submission.notebook import MAX_BYTES
from autograder.submission.read import hash_of
from autograder.submission.stubs import FILE, LARGEST_LIST, Stubs


def read_released(path: Path) -> Released:
    """Read an `exercise.json`, which a student may have written; KitError if it cannot be used."""
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
    own = shipped("exercises") / released.task.name / FILE
    return own.is_file() and hash_of(own.read_bytes()) == released.digest


def wanted_for(task: Task) -> Wanted:
    """Say what a task asks students to hand in."""
    functions = tuple(function.name for function in task.functions)
    return Wanted(task.file, Path(task.file).with_suffix(NOTEBOOK).name, task.name, functions)


def released_stubs(task: Task, folders: Iterable[Path]) -> Stubs:
    """Read the released files of a task in the instructor's folders; those that are missing are left out."""
    wanted = wanted_for(task)
    paths = [folder / name for folder in folders for name in wanted.names]
    return Stubs().with_code(
        path.read_bytes() for path in paths if path.is_file() and path.stat().st_size <= MAX_BYTES
    )


def find_released(start: Path, file: Path, name: str | None) -> Path:
    """Find the exercise a student's file belongs to: beside it, in `exercises/` above, or the kit's own."""
    for found in _released_around(file.resolve().parent, start, name):
        fitting = found
        if name is None and len(found) > 1:
            fitting = _of_file(found, file)
        if len(fitting) > 1:
            raise KitError(
                f"{file} could belong to {', '.join(p.parent.name for p in fitting)}; choose with -e"
            )
        if fitting:
            return fitting[0]
    raise KitError(f"no exercise {name or 'for ' + file.name!r} found; is {FILE} beside the file?")


def _of_file(found: Sequence[Path], file: Path) -> list[Path]:
    """Choose exercises for a file: by its name, else by what stands in it; of the kit's own, else the first."""
    tasks = {path: read_released(path).task for path in found}
    named = [path for path, task in tasks.items() if Path(task.file).stem == file.stem]
    if named or not file.is_file():
        return named or _first_of_kit(found)
    with suppress(OSError):  # reading it later says what is wrong with it
        text = file.read_bytes()[:MOST_TEXT].decode("utf-8", "replace")
        alike = most_alike([likeness_of_released(task) for task in tasks.values()], [text])
        return [path for path, task in tasks.items() if task.name == alike] or _first_of_kit(found)
    return []


def _first_of_kit(found: Sequence[Path]) -> list[Path]:
    own = shipped("exercises").resolve()
    return [path for path in found if path.resolve().is_relative_to(own)][:1]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a global value, by which its exercise is recognised."""

    axes: int = 0
    """0 for what is not an array or a list."""
    numbers: tuple[object, ...] = ()
    """Those of a short array or list."""
    is_function: bool = False


MOST_TEXT = 100_000
"""Bytes of a file by which its exercise is recognised."""
MOST_NUMBERS = 1000
"""Numbers of an array that is compared with training data."""


def find_released_for(defined: Mapping[str, Seen], start: Path, name: str | None) -> Path:
    """Find the exercise whose functions and parameters are defined; around the folder `start`.

    `defined` holds the global names, with what is seen of their values.
    """
    for found in _released_around(start.resolve(), start.resolve(), name):
        if not found:
            continue
        ranks = {path: _rank(read_released(path).task, defined) if len(found) > 1 else None for path in found}
        best = found[0] if len(found) == 1 else max(found, key=lambda path: ranks[path] or NOTHING_DEFINED)
        fitting = [path for path in found if ranks[path] == ranks[best]]
        if len(fitting) > 1:
            choices = ", ".join(path.parent.name for path in fitting)
            raise KitError(f"these could be the functions of {choices}; choose with exercise=...")
        return best
    raise KitError(f"no exercise{f' {name!r}' if name else ''} found; is {FILE} beside the notebook?")


class _Rank(NamedTuple):
    """How well global names fit an exercise; the larger, the better."""

    functions: int
    data: int
    """Arrays of the training data whose numbers some global holds."""
    absent: int
    """Minus the number of parameters that are not defined."""
    parameters: int
    """Parameters that are defined with their number of axes."""


NOTHING_DEFINED = _Rank(0, 0, 0, 0)


def _rank(task: Task, defined: Mapping[str, Seen]) -> _Rank:
    functions = sum(defined.get(each.name, Seen()).is_function for each in task.functions)
    numbers = {seen.numbers for seen in defined.values()}
    data = sum(array.values in numbers for array in task.data.values())
    wanted = {each: len(axes_of(task.arrays[each])) for each in task.parameters}
    parameters = sum(each in defined and defined[each].axes == axes for each, axes in wanted.items())
    absent = sum(each not in defined for each in wanted)
    return _Rank(functions, data, -absent, parameters)


def _released_around(folder: Path, start: Path, name: str | None) -> Iterator[list[Path]]:
    """List released exercises by place, the nearest first: here or above, in `exercises/`, the kit's own."""
    for above in (folder, *folder.parents):
        if (above / FILE).is_file() and name in (None, above.name):
            yield [above / FILE]
    for place in [f / "exercises" for f in (start, *start.parents)] + [shipped("exercises")]:
        yield [path for path in sorted(place.glob(f"*/{FILE}")) if name in (None, path.parent.name)]
