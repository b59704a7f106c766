"""The probes that need no answer key: the examples printed in the task."""

from __future__ import annotations

from autograder.checks.probe import Probe
from autograder.exercise.sizes import lengths
from autograder.facts.errors import KitError
from autograder.facts.task import Task


def open_probes(task: Task) -> dict[str, tuple[Probe, ...]]:
    """Make probes of the printed examples: all that a released exercise can compare with."""
    probes: dict[str, list[Probe]] = {function.name: [] for function in task.functions}
    for example in task.examples:
        if example.results is None:
            raise KitError(f"{task.name}: an example of {example.call.function} has no result")
        sizes = lengths(task.arrays, example.call.inputs)
        probe = Probe(example.call, example.results, sizes, shown=True)
        probes[example.call.function].append(probe)
    return {name: tuple(shown) for name, shown in probes.items()}
