"""Which of its arguments a function does not use."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.facts.calls import Array, Call
from autograder.facts.outcomes import array_of


def unused_arguments(case: Case, probes: Sequence[Probe]) -> tuple[str, ...]:
    """List the data among a function's arguments that it neither reads nor reacts to.

    What the file makes itself is left out: a gradient may predict once more, and be right.
    """
    defined = case.runner.outline().function(case.function, case.line)
    arguments = case.task.function(case.function).arguments
    if defined is None or len(defined.parameters) < len(arguments):
        return ()
    unread = [
        name
        for name, parameter in zip(arguments, defined.parameters, strict=False)
        if case.task.maker(name) is None and parameter not in defined.uses
    ]
    call = max(probes, key=lambda probe: probe.n).call
    return tuple(name for name in unread if _is_constant(case, call, name))


def _is_constant(case: Case, call: Call, name: str) -> bool:
    """Whether a call gives the same with another value of one argument."""
    given = call.inputs[name]
    if not isinstance(given, Array):
        return False
    values = tuple(2 * value + 1 for value in given.values)
    changed = call.on({name: given._replace(values=values)})
    first, second = map(array_of, case.runner.run((call, changed)))
    return first is not None and first == second
