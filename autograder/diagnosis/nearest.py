"""Which function of a file comes nearest to one that it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from operator import itemgetter
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.diagnosis.vocabulary import (
    BIAS,
    NUMERICAL,
    OTHER_PURPOSES,
    Purpose,
    purpose_by_name,
    purpose_of,
    quantity_of,
    words,
)
from autograder.facts.outline import Definition, Place
from autograder.facts.task import Task

LETTERS_IN_COMMON = 0.8
"""Share of letters that two names have in common, in the same order, where one is misspelt for the other."""
FEWEST_LETTERS = 4
"""Letters that a name must have, at least, to be looked for within longer names."""
FEWEST_ARGUMENTS = 3
"""Arguments with the task's names that show, if there are so many, what a function of any name is for."""
MOST_TRIED = 3
"""Functions that are called to see what they give."""
PROBES = 4
"""Calls of each of these: the simplest are enough to see a wrong one."""
TEXT = frozenset({Place.COMMENT, Place.STRING, Place.CELL})
"""Places that hold text; a function that runs comes before one that stands there."""


class Rank(NamedTuple):
    """How near a function comes: a greater one is nearer."""

    score: int
    at_top: bool
    of_parameter: bool  # gradient_w rather than gradient_b


def nearest(case: Case, known: Sequence[Definition], probes: Sequence[Probe]) -> Definition | None:
    """Find the function that comes nearest: by name, by arguments, by purpose, at last by its values."""
    task = case.task
    own = {function.name for function in task.functions} - {case.function}
    others = [candidate for candidate in known if candidate.name not in own]
    ranked: list[tuple[Rank, Definition]] = []
    for candidate in others:
        rank = _rank(task, case.function, candidate)
        if rank is not None:
            ranked.append((rank, candidate))
    if ranked:
        return max(ranked, key=itemgetter(0))[1]
    return next(_right_ones(case, others, probes), None)


def has_arguments(task: Task, function: str, candidate: Definition) -> bool:
    """Whether a function has the arguments of one of the task's, by the names that they usually have."""
    quantities = tuple(quantity_of(task, name) for name in candidate.parameters)
    return quantities == task.function(function).arguments


def _rank(task: Task, function: str, candidate: Definition) -> Rank | None:
    """Rank a function as a candidate; None if nothing speaks for it."""
    by_name = _by_name(task, function, candidate)
    by_arguments = has_arguments(task, function, candidate)
    telling = len(task.function(function).arguments) >= FEWEST_ARGUMENTS and not _does_otherwise(candidate)
    if not by_name and not (by_arguments and telling):
        return None
    running = candidate.place not in TEXT
    at_top = candidate.place is Place.TOP
    score = by_name + 2 * by_arguments + 2 * running + at_top
    return Rank(score, at_top, candidate.name.endswith(task.parameters))


def _by_name(task: Task, function: str, candidate: Definition) -> int:
    """Rank a name: 4 for the same, 3 for one that is spelt alike, 2 for one of the same purpose, else 0."""
    if candidate.name == function:
        return 4
    unknown = candidate.place in TEXT or candidate.place is Place.MAGIC
    if not (unknown or _fits(task, function, candidate)) or _is_helper(task, candidate):
        return 0
    purpose = purpose_by_name(task, candidate.name)
    if purpose not in {None, purpose_of(task, function)}:
        return 0
    if _is_spelt_alike(candidate.name, function):
        return 3
    return 2 if purpose is not None and not unknown else 0


def _is_spelt_alike(name: str, function: str) -> bool:
    """Whether a name has the function's within it, or is misspelt for it."""
    joined, asked = "".join(words(name)), "".join(words(function))
    if asked in words(name):
        return True
    if len(asked) >= FEWEST_LETTERS and (joined.startswith(asked) or joined.endswith(asked)):
        return True
    return SequenceMatcher(None, joined, asked).ratio() >= LETTERS_IN_COMMON


def _does_otherwise(candidate: Definition) -> bool:
    """Whether a function's name says that it does something else with a loss or a gradient: plots it."""
    return not OTHER_PURPOSES.isdisjoint(words(candidate.name))


def _is_helper(task: Task, candidate: Definition) -> bool:
    """Whether a function only serves others: it plots, trains, differentiates others, or makes the data."""
    if _does_otherwise(candidate):
        return True
    if any(name.lower() in NUMERICAL for name in candidate.parameters):
        return True
    if len(candidate.name) > 1 or purpose_by_name(task, candidate.name) is not Purpose.PREDICTION:
        return False
    quantities = [quantity_of(task, name) for name in (*candidate.parameters, *candidate.reads)]
    return set(task.parameters).isdisjoint(quantities)


def _fits(task: Task, function: str, candidate: Definition) -> bool:
    """Whether a function takes as many arguments as the task's, parameters aside, or some of them."""
    arguments, parameters = task.function(function).arguments, task.parameters
    names = [name for name in candidate.parameters if name in parameters or name.lower() not in BIAS]
    quantities = [quantity_of(task, name) for name in names]
    besides = [quantity for quantity in quantities if quantity not in parameters]
    if candidate.takes(len(arguments)) or len(besides) == len(arguments):
        return True
    if purpose_of(task, function) is Purpose.PREDICTION:  # training takes its arguments as well
        return False
    known = {*arguments, *parameters}
    return not known.isdisjoint(quantities)


def _right_ones(case: Case, others: Sequence[Definition], probes: Sequence[Probe]) -> Iterator[Definition]:
    """Yield functions, whatever their names, that give the right values."""
    count = len(case.task.function(case.function).arguments)
    candidates = [candidate for candidate in others if _may_be_called(candidate, count)]
    simplest = probes[:PROBES]
    for candidate in candidates[:MOST_TRIED]:
        calls = [probe.call._replace(instead=candidate.name) for probe in simplest]
        outcomes = case.runner.run(tuple(calls))
        right = all(map(agrees_at, outcomes, simplest))
        if calls and right:
            yield candidate


def _may_be_called(candidate: Definition, count: int) -> bool:
    """Whether a function takes so many arguments, and nothing says that it does more than compute.

    One of a live namespace has no line and is not called.
    """
    if candidate.place is not Place.TOP or candidate.line is None:
        return False
    if not candidate.parameters or not candidate.takes(count):
        return False
    return not _does_otherwise(candidate)
