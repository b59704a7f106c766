"""Which functions an oracle calls besides the one that it is asked about: that follows from the task."""

from __future__ import annotations

from autograder.checks.case import Check
from autograder.checks.convergence import convergence
from autograder.checks.numerical import numerical
from autograder.facts.task import Task


def needs(task: Task, function: str, check: Check) -> tuple[str, ...]:
    """List the functions that a check calls besides, in the order of the task.

    The slope is that of the objective, with what makes its arguments; a training step takes the derivatives,
    with what makes theirs. Agreement with the reference is about one function alone.
    """
    called: set[str] = set()
    if check in {numerical, convergence}:
        for derivative in task.derivatives.values():
            called.update(task.chain(task.maker_of(derivative)))
    if check is numerical:
        called.update(task.chain(task.objective_function))
    return tuple(each.name for each in task.functions if each.name in called - {function})
