"""The probes that need no answer key: the examples printed in the task."""

from __future__ import annotations

from autograder.checks.probe import Probe
from autograder.facts.errors import KitError
from autograder.facts.quantities import lengths
from autograder.facts.task import Example, Task


def open_probes(task: Task) -> dict[str, tuple[Probe, ...]]:
    """Make probes of the printed examples: all that a released exercise can compare with."""
    probes: dict[str, list[Probe]] = {function.name: [] for function in task.functions}
    for example in task.examples:
        probe = _probe_of(task, example)
        shown = probes[probe.call.function]
        shown.append(probe)
    return {name: tuple(shown) for name, shown in probes.items()}


def _probe_of(task: Task, example: Example) -> Probe:
    """Make the probe of a printed example; KitError if it has no result."""
    call = example.call
    if example.results is None:
        raise KitError(f"{task.name}: an example of {call.function} has no result")
    return Probe(call, example.results, lengths(task.arrays, call.inputs), shown=True)
