"""Say what a student may have written for a method, or its class, that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from autograder.checks.case import Case
from autograder.facts.messages import missing
from autograder.facts.outline import Definition, Place
from autograder.facts.task import Task
from autograder.facts.verdict import Feedback

MISSPELT_METHOD = 0.75
"""Share of letters that two names of methods have in common where one is misspelt for the other."""


def method_absence(case: Case) -> Feedback | None:
    """Name the class of another name, or the method, that comes nearest; None if nothing comes near."""
    known = case.runner.outline().definitions
    owner, _, method = case.function.partition(".")
    in_classes = [each for each in known if each.place is Place.CLASS]
    if not any(each.inside == owner for each in in_classes):
        other = _other_class(case.task, owner, in_classes)
        if other is not None:
            return missing.other_class(case.function, other)
    inside = [each for each in in_classes if each.inside == owner]
    own = {each.name.partition(".")[2] for each in case.task.functions}
    names = [each.name for each in inside if each.name not in own]
    near = get_close_matches(method, names, 1, MISSPELT_METHOD)
    for each in inside:
        if each.name in near:
            return missing.other_method(case.function, each)
    return _outside(case.function, method, known)


def _other_class(task: Task, owner: str, in_classes: Sequence[Definition]) -> Definition | None:
    """Find the first method of a class that has all methods of the missing one."""
    asked = {each.name.partition(".")[2] for each in task.functions if each.owner == owner}
    by_class: dict[str, list[Definition]] = {}
    for each in in_classes:
        if each.name in asked and each.inside not in task.objects:
            by_class.setdefault(each.inside, []).append(each)
    for methods in by_class.values():
        if asked == {each.name for each in methods}:
            return methods[0]
    return None


def _outside(function: str, method: str, known: Sequence[Definition]) -> Feedback | None:
    """Find the method where it stands at the top level: not indented, or in no class."""
    for each in known:
        if each.name == method and each.place is Place.TOP and each.parameters[:1] == ("self",):
            return missing.outside(function, each)
    return None
