"""Which of several exercises a text looks like: by its training data, and by the parameters that it sets."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from autograder.exercise.load import Exercise
from autograder.facts.task import Task

NUMBER = re.compile(r"-?\d+\.?\d*")
SHORTEST = 3
"""Numbers of training data by which a text is recognised; fewer occur in any text."""


@dataclass(frozen=True, slots=True)
class Likeness:
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


NOTHING = Resemblance(0, has_parameters=False, parameters=0)


def likeness_of_released(task: Task) -> Likeness:
    """Recognise an exercise by what was released of it."""
    return _likeness(task, [array.values for array in task.data.values()])


def likeness_of(exercise: Exercise) -> Likeness:
    """Recognise an exercise by its solution, in which the training data stand."""
    task = exercise.rubric.task
    names = set(task.training.names.values()) if task.training is not None else set()
    data = [array.values for array in task.data.values()]
    for node in ast.parse(exercise.solution).body:
        if isinstance(node, ast.Assign) and any(ast.unparse(target) in names for target in node.targets):
            data.append(tuple(_numbers(ast.unparse(node.value))))
    return _likeness(task, data)


def _likeness(task: Task, data: Iterable[tuple[float, ...]]) -> Likeness:
    long_ones = tuple(numbers for numbers in data if len(numbers) >= SHORTEST)
    return Likeness(task.name, long_ones, task.parameters)


def most_alike(exercises: Sequence[Likeness], texts: Iterable[str]) -> str | None:
    """Name the exercise that most texts look like; None if they do not tell."""
    votes: Counter[str] = Counter()
    for text in texts:
        alike = {each.name: _resemblance(each, text) for each in exercises}
        best = max(alike.values())
        names = [name for name, resemblance in alike.items() if resemblance == best]
        if best > NOTHING and len(names) == 1:
            votes[names[0]] += 1
    ranked = [*votes.most_common(2), ("", 0), ("", 0)]
    (first, most), (_, second) = ranked[:2]
    return first if most > second else None


def _resemblance(exercise: Likeness, text: str) -> Resemblance:
    numbers = _numbers(text)
    data = sum(_holds(numbers, wanted) for wanted in exercise.data)
    assigned = sum(_sets(text, parameter) for parameter in exercise.parameters)
    return Resemblance(data, assigned == len(exercise.parameters), assigned)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(text)]


def _holds(numbers: Sequence[float], wanted: Sequence[float]) -> bool:
    """Whether numbers occur one after another."""
    length = len(wanted)
    return any(tuple(numbers[k : k + length]) == wanted for k in range(len(numbers) - length + 1))


def _sets(text: str, name: str) -> bool:
    """Whether a text, of a script or of a notebook's JSON, assigns to a name."""
    pattern = rf'(?:^|["\s;]){re.escape(name)}\s*(?::\s*\w+\s*)?=[^=]'
    return re.search(pattern, text, re.MULTILINE) is not None
