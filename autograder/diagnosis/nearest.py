"""Which function of a file comes nearest to one that it does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from autograder.checks.case import Case, Probe
from autograder.checks.reference import agrees_at
from autograder.diagnosis.vocabulary import (
    BIAS,
    NUMERICAL,
    OTHERWISE,
    Purpose,
    purpose_by_name,
    purpose_of,
    quantity_of,
    words,
)
from autograder.facts.calls import Call
from autograder.facts.outline import Definition, Place
from autograder.facts.task import Task

ALIKE = 0.8
"""Share of letters that two names have in common, in the same order, where one is misspelt for the other."""
LONG = 4
"""Letters from which on a name within a longer one tells something."""
TELLING = 3
"""Arguments with the task's names from which on they tell what a function is for, whatever its name is."""
MOST_TRIED = 3
"""Functions that are called to see what they give."""
PROBES = 4
"""Calls of each of these: the simplest are enough to see a wrong one."""
TEXT = frozenset({Place.COMMENT, Place.STRING, Place.CELL})
"""Places that were meant as text; a function that runs comes before one of them."""


def nearest(case: Case, known: Sequence[Definition], probes: Sequence[Probe]) -> Definition | None:
    """Find the function that comes nearest: by name, by arguments, by purpose, at last by its values."""
    task, own = case.task, {function.name for function in case.task.functions}
    others = [one for one in known if one.name == case.function or one.name not in own]
    ranked = [(rank, one) for one in others if (rank := _rank(task, case.function, one))]
    if ranked:
        return max(ranked, key=lambda pair: pair[0])[1]
    return next(_right_ones(case, others, probes), None)


def has_arguments(task: Task, function: str, one: Definition) -> bool:
    """Whether a function has the arguments of one of the task's, by the names that they usually have."""
    return tuple(quantity_of(task, name) for name in one.parameters) == task.function(function).arguments


def _rank(task: Task, function: str, one: Definition) -> tuple[int, bool, bool] | None:
    """Rank a function as a candidate: the higher the nearer; None if it is none."""
    by_name = _by_name(task, function, one)
    arguments = task.function(function).arguments
    same = has_arguments(task, function, one)
    if not by_name and not (same and len(arguments) >= TELLING and not OTHERWISE & set(words(one.name))):
        return None
    running = one.place not in TEXT
    at_top = one.place is Place.TOP
    rank = by_name + 2 * same + 2 * running + at_top
    return rank, at_top, one.name.endswith(task.parameter)  # gradient_w rather than gradient_b


def _by_name(task: Task, function: str, one: Definition) -> int:
    """Rank a name: 4 for the same, 3 for one that is spelt alike, 2 for one of the same purpose, else 0."""
    if one.name == function:
        return 4
    unknown = one.place in TEXT or one.place is Place.MAGIC
    purpose = purpose_by_name(task, one.name)
    if not (unknown or _fits(task, function, one)) or _is_helper(task, one):
        return 0
    if purpose not in {None, purpose_of(task, function)}:
        return 0
    joined, asked = "".join(words(one.name)), "".join(words(function))
    within = len(asked) >= LONG and (joined.startswith(asked) or joined.endswith(asked))
    if within or asked in words(one.name) or SequenceMatcher(None, joined, asked).ratio() >= ALIKE:
        return 3
    return 2 if purpose is not None and not unknown else 0


def _is_helper(task: Task, one: Definition) -> bool:
    """Whether a function only serves others: it plots, trains, differentiates others, or makes the data."""
    if OTHERWISE & set(words(one.name)) or not NUMERICAL.isdisjoint(name.lower() for name in one.parameters):
        return True
    weights = [name for name in (*one.parameters, *one.reads) if quantity_of(task, name) == task.parameter]
    predicts = purpose_by_name(task, one.name) is Purpose.PREDICTION
    return len(one.name) == 1 and predicts and not weights


def _fits(task: Task, function: str, one: Definition) -> bool:
    """Whether a function takes as many arguments as the task's, parameters aside, or some of them."""
    arguments = task.function(function).arguments
    quantities = [quantity_of(task, name) for name in one.parameters if name.lower() not in BIAS]
    besides = [quantity for quantity in quantities if quantity != task.parameter]
    if one.takes(len(arguments)) or len(besides) == len(arguments):
        return True
    predicts = purpose_of(task, function) is Purpose.PREDICTION  # training takes its arguments as well
    return not predicts and not {*arguments, task.parameter}.isdisjoint(quantities)


def _right_ones(case: Case, others: Sequence[Definition], probes: Sequence[Probe]) -> Iterator[Definition]:
    """Yield functions, whatever their names, that give the right values.

    Those of a live namespace have no line and are not called: they may do more than compute.
    """
    count = len(case.task.function(case.function).arguments)
    tried = [one for one in others if one.place is Place.TOP and one.line and one.takes(count)]
    tried = [one for one in tried if not OTHERWISE & set(words(one.name)) and one.parameters]
    for one in tried[:MOST_TRIED]:
        calls = tuple(Call(one.name, p.call.arguments, p.call.parameter) for p in probes[:PROBES])
        outcomes = case.runner.run(calls)
        if calls and all(agrees_at(o, p) for o, p in zip(outcomes, probes, strict=False)):
            yield one
