"""Which of several exercises a text looks like: by its training data, and by the parameters that it sets."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from autograder.facts.quantities import Quantity, axes_of
from autograder.facts.task import Task

WRITTEN_NUMBER = re.compile(r"-?\d+\.?\d*")
FEWEST_NUMBERS = 3
"""Numbers of training data by which a text is recognised; fewer occur in any text."""
MOST_SEARCHED_BYTES = 100_000
"""Bytes of a file that are looked at."""


class Likeness(NamedTuple):
    """What a text of an exercise is recognised by."""

    name: str
    data: tuple[tuple[float, ...], ...]
    """The numbers of each array of the training data."""
    parameters: tuple[str, ...]


class Resemblance(NamedTuple):
    """How much a text looks like an exercise; the larger, the more."""

    data: int
    """How many arrays of the training data stand in it."""
    has_parameters: bool
    """Whether it sets all parameters."""
    parameters: int
    """How many it sets."""


NO_RESEMBLANCE = Resemblance(0, has_parameters=False, parameters=0)


def likeness_of_released(task: Task) -> Likeness:
    """Recognise an exercise by what was released of it."""
    return _likeness(task, [array.values for array in task.data.values()])


def likeness_of(task: Task, solution: str) -> Likeness:
    """Recognise an exercise by the text of its solution, in which the training data stand."""
    given = [array.values for array in task.data.values()]
    return _likeness(task, [*given, *_assigned_data(task, solution)])


def _assigned_data(task: Task, solution: str) -> Iterator[tuple[float, ...]]:
    """Yield the numbers of each array of the training data that the solution defines."""
    names = set() if task.training is None else set(task.training.names.values())
    if not names:
        return
    for node in ast.parse(solution).body:
        if not isinstance(node, ast.Assign):
            continue
        targets = {target.id for target in node.targets if isinstance(target, ast.Name)}
        if names & targets:
            value = ast.unparse(node.value)
            yield tuple(_numbers(value))


def _likeness(task: Task, data: Iterable[tuple[float, ...]]) -> Likeness:
    long_ones = tuple(numbers for numbers in data if len(numbers) >= FEWEST_NUMBERS)
    return Likeness(task.name, long_ones, task.parameters)


def most_alike(exercises: Sequence[Likeness], texts: Iterable[str]) -> str | None:
    """Name the exercise that most texts look like; None if they do not tell."""
    names = [_alike(exercises, text) for text in texts]
    votes = Counter(filter(None, names))
    if not votes:
        return None
    most = max(votes.values())
    leading = [name for name, count in votes.items() if count == most]
    return leading[0] if len(leading) == 1 else None


def _alike(exercises: Sequence[Likeness], text: str) -> str | None:
    """Name the exercise that a text looks like; None if it looks like none, or like several."""
    resemblances = {each.name: _resemblance(each, text) for each in exercises}
    best = max(resemblances.values())
    names = [name for name, resemblance in resemblances.items() if resemblance == best]
    return names[0] if best > NO_RESEMBLANCE and len(names) == 1 else None


def text_of(file: Path) -> str:
    """Read the beginning of a file; empty where it is not a regular one, or cannot be read."""
    if file.is_symlink() or not file.is_file():
        return ""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_SEARCHED_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _resemblance(exercise: Likeness, text: str) -> Resemblance:
    numbers = _numbers(text)
    data = sum(_holds(numbers, wanted) for wanted in exercise.data)
    assigned = sum(_sets(text, parameter) for parameter in exercise.parameters)
    return Resemblance(data, assigned == len(exercise.parameters), assigned)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in WRITTEN_NUMBER.findall(text)]


def _holds(numbers: Sequence[float], wanted: Sequence[float]) -> bool:
    """Whether numbers occur one after another."""
    length = len(wanted)
    return any(tuple(numbers[k : k + length]) == wanted for k in range(len(numbers) - length + 1))


def _sets(text: str, name: str) -> bool:
    """Whether a text, of a script or of a notebook's JSON, assigns to a name."""
    pattern = rf'(?:^|["\s;]){re.escape(name)}\s*(?::\s*\w+\s*)?=[^=]'
    return re.search(pattern, text, re.MULTILINE) is not None


class Seen(NamedTuple):
    """What is seen of a global value in a notebook, by which its exercise is recognised."""

    axes: int = 0
    """0 for a value that is not an array or a list."""
    numbers: tuple[object, ...] = ()
    """Those of a short array or list."""
    is_function: bool = False


MOST_COMPARED_NUMBERS = 1000
"""Numbers of an array that is compared with training data."""


class Fit(NamedTuple):
    """How well global names fit an exercise; the larger, the better."""

    functions: int
    data: int
    """Arrays of the training data whose numbers some global holds."""
    absent: int
    """Minus the number of functions and parameters that are not defined."""
    parameters: int
    """Parameters that are defined with their number of axes."""


def fit(task: Task, defined: Mapping[str, Seen]) -> Fit:
    """Count what global names have of an exercise."""
    functions = sorted(task.interface.defined & defined.keys())
    parameters = [name for name in task.parameters if name in defined]
    asked = len(task.functions) + len(task.parameters)
    return Fit(
        functions=sum(defined[name].is_function for name in functions),
        data=_count_data(task, defined),
        absent=len(functions) + len(parameters) - asked,
        parameters=sum(_has_axes_of(defined[name], task.arrays[name]) for name in parameters),
    )


def _count_data(task: Task, defined: Mapping[str, Seen]) -> int:
    numbers = {seen.numbers for seen in defined.values()}
    return sum(array.values in numbers for array in task.data.values())


def _has_axes_of(seen: Seen, quantity: Quantity) -> bool:
    return seen.axes == len(axes_of(quantity))
