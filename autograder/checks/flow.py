"""Which functions an oracle calls besides the one that it is asked about: that follows from the task."""

from __future__ import annotations

from autograder.checks.case import Check
from autograder.checks.convergence import convergence
from autograder.checks.numerical import numerical
from autograder.checks.reference import reference
from autograder.facts.task import Task


def needs(task: Task, function: str, check: Check) -> tuple[str, ...]:
    """List the functions that a check calls besides, in the order of the task.

    The slope is that of the objective, with what makes its arguments; a training step takes the derivatives,
    with what makes theirs. Agreement with the reference is about one function, and about another whose result
    it returns.
    """
    results: list[str] = []
    if check in {numerical, convergence}:
        results += task.derivatives.values()
    if check is numerical:
        results.append(task.objective)
    if check is reference and function in task.interface.functions:
        inner = task.function(function).ends_in
        return (inner,) if inner else ()
    return tuple(name for name in task.chain_of(results) if name != function)
