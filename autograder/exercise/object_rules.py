"""What holds for classes whose methods are marked, and for caches."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.exercise.given_rules import suggestion
from autograder.facts.attributes import ATTRIBUTE
from autograder.facts.interface import Object
from autograder.facts.task import Task


def object_rules(task: Task) -> Iterator[str]:
    """Refuse methods of classes that are not described, and descriptions that nothing can be made of."""
    methods = [function.name for function in task.functions if function.owner]
    for function in task.functions:
        if function.owner and function.owner not in task.objects:
            yield f"{function.name} is a method, and objects says nothing of the class {function.owner}"
        if not function.owner and any(name.startswith(ATTRIBUTE) for name in function.results):
            yield f"{function.name} has results that are attributes, and is not a method"
        if function.cache and function.keys:
            yield f"{function.name} returns a dictionary, and a cache can stand behind other results alone"
    for owner, making in task.objects.items():
        if not any(name.partition(".")[0] == owner for name in methods):
            yield f"objects describes the class {owner}, of which no method is a function of the task"
        yield from _object(task, owner, making)


def _object(task: Task, owner: str, making: Object) -> Iterator[str]:
    """Refuse an object that is made of what is not there, or on which other methods are called first."""
    sizes = task.quantities.sizes
    for name in making.make.values():
        if name not in task.arrays and name not in sizes:
            meant = suggestion(name, [*task.arrays, *sizes])
            yield f"{owner} is made of {name}, which is neither in arrays nor a size{meant}"
    for name in making.holds:
        if name not in task.arrays:
            yield f"{owner} holds {name}, which is not in arrays{suggestion(name, task.arrays)}"
    methods = [function.name for function in task.functions if function.owner == owner]
    for name in making.before:
        if f"{owner}.{name}" not in methods:
            meant = suggestion(f"{owner}.{name}", methods)
            yield f"{owner}.{name} is called before other methods, and is not a function of the task{meant}"
