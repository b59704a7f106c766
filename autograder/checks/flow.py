"""Which functions an oracle calls besides the one that it is asked about: that follows from the task."""

from __future__ import annotations

from autograder.checks.case import Check
from autograder.checks.composed import with_caches
from autograder.checks.convergence import convergence
from autograder.checks.numerical import numerical
from autograder.checks.reference import reference
from autograder.facts.task import Task

OF_SEVERAL = frozenset({numerical, convergence})
"""Oracles that are asked about several functions together."""


def needs(task: Task, function: str, check: Check) -> tuple[str, ...]:
    """List the functions that a check calls besides, in the order of the task.

    The slope is that of the objective, with what makes its arguments; a training step takes the derivatives,
    with what makes theirs. Agreement with the reference is about one function, with what makes its caches and
    is called on its object before, and about another whose result it returns.
    """
    if check not in OF_SEVERAL:
        return _called_first(task, function, check) if function in task.interface.functions else ()
    results = [*task.derivatives.values()]
    if check is numerical:
        results.append(task.objective)
    return tuple(name for name in task.chain_of(results) if name != function)


def _called_first(task: Task, function: str, check: Check) -> tuple[str, ...]:
    """List what makes a function's caches, is called before it or them on one object, or makes its result."""
    *makers, _ = with_caches(task, function)
    first = set(makers)
    for each in (*makers, function):
        first.update(task.interface.before(each))
    if check is reference:
        first.add(task.function(function).ends_in)
    return tuple(each.name for each in task.functions if each.name in first)
