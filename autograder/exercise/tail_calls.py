"""Functions of a solution that return what another one returns, and what they hand to it at each probe.

`forward` may end in `return sigmoid(z)`. A file whose sigmoid is wrong, and whose forward hands it the right
z, has made one mistake: the judge must know that z to tell.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from autograder.checks.composed import function_at, is_plain
from autograder.checks.probe import Probe
from autograder.exercise.rubric import Rubric
from autograder.facts.calls import Array, Value
from autograder.facts.interface import Function
from autograder.facts.outcomes import Returned
from autograder.facts.task import Task
from autograder.student.session import Session

HANDED_PREFIX = "handed by "
"""Before the name of a function: with a blank in it, no solution has such a name."""
HANDED = """
def _handed(name, inner):
    def call(*arguments):
        names, right, handed = globals(), globals()[inner], []

        def recorded(*given):
            handed.append(given)
            return right(*given)

        names[inner] = recorded
        try:
            names[name](*arguments)
        finally:
            names[inner] = right
        last = handed[-1]
        return last[0] if len(last) == 1 else last

    return call
"""


def with_tail_calls(rubric: Rubric, solution: str) -> Rubric:
    """Fill in which functions return what another one returns; none if the solution is not Python.

    Both are called with their arguments alone: neither is a method, nor has it to do with a cache.
    """
    task = rubric.task
    names = {function.name for function in task.functions if is_plain(task, function.name)}
    try:
        body = ast.parse(solution).body
    except SyntaxError:  # which is reported where the solution is run
        return rubric
    plain = [node for node in body if isinstance(node, ast.FunctionDef) and node.name in names]
    ends = {node.name: _returned_call(node, names) for node in plain}
    functions = [each._replace(ends_in=ends.get(each.name, "")) for each in task.functions]
    return rubric._replace(task=replace(task, functions=tuple(functions)))


def _returned_call(function: ast.FunctionDef, names: Collection[str]) -> str:
    """Name the function whose result a function returns, if that is its only return; else nothing."""
    match [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]:
        case [ast.Name(id=name)]:
            returned = _only_value(function, name)
        case [returned]:
            pass
        case _:
            return ""
    match returned:
        case ast.Call(func=ast.Name(id=inner)) if inner in names and _calls(function, inner) == 1:
            return inner
    return ""


def _calls(function: ast.FunctionDef, name: str) -> int:
    """Count the calls of another function."""
    calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return sum(isinstance(called, ast.Name) and called.id == name for called in calls)


def _only_value(function: ast.FunctionDef, name: str) -> ast.expr | None:
    """Return what a name is given, if it is given something once; else None."""
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    given = [node for node in names if node.id == name and isinstance(node.ctx, ast.Store)]
    assignments = [node for node in function.body if isinstance(node, ast.Assign)]
    for assignment in assignments:
        if assignment.targets == given:
            return assignment.value
    return None


def handed_functions(task: Task) -> dict[str, Function]:
    """List the functions that return what one of the task hands to another, by name."""
    return {
        HANDED_PREFIX + each.name: Function(
            HANDED_PREFIX + each.name, each.arguments, task.function(each.ends_in).arguments
        )
        for each in task.functions
        if each.ends_in
    }


def handed_source(task: Task) -> str:
    """Write what makes them."""
    ends = {each.name: each.ends_in for each in task.functions if each.ends_in}
    lines = [
        f"globals()[{HANDED_PREFIX + name!r}] = _handed({name!r}, {inner!r})" for name, inner in ends.items()
    ]
    return "\n".join((HANDED, *lines, "")) if lines else ""


def with_what_is_handed(
    task: Task, session: Session, probes: Mapping[str, Sequence[Probe]]
) -> dict[str, tuple[Probe, ...]]:
    """Add to each probe the call in which the reference's function ends there."""
    return {name: _with_tails(task, session, task.function(name), each) for name, each in probes.items()}


def _with_tails(
    task: Task, session: Session, function: Function, probes: Sequence[Probe]
) -> tuple[Probe, ...]:
    if not function.ends_in:
        return tuple(probes)
    handing = (HANDED_PREFIX + function.name,)
    calls = [probe.call._replace(functions=handing) for probe in probes]
    added = []
    for probe, outcome in zip(probes, session.run(calls), strict=True):
        handed = _values(outcome.results) if isinstance(outcome, Returned) else None
        if handed is not None:
            tail = function_at(task, function.ends_in, {**probe.call.inputs, **handed})
            probe = replace(probe, tail=tail)  # noqa: PLW2901 - the same probe, with its tail
        added.append(probe)
    return tuple(added)


def _values(results: Mapping[str, object]) -> dict[str, Value] | None:
    """Take results that are arrays as inputs; None if some are not."""
    arrays: dict[str, Value] = {name: each for name, each in results.items() if isinstance(each, Array)}
    return arrays if len(arrays) == len(results) else None
