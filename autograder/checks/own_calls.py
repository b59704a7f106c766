"""Calls of a function in which another one of the same file gives what should have been used in its place.

A gradient may call `forward` or `sigmoid` itself, and not use the predictions that it is given. A mistake in
those costs once. Where the predictions of a printed example are made up, such a gradient is right as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.checks.case import Case
from autograder.checks.composed import arguments_of, function_at, is_plain
from autograder.facts.calls import Array, Call, StandIn
from autograder.facts.interface import Function
from autograder.facts.outcomes import Outcome, array_of

OWN_PREFIX = "own "
"""Before the name of a value: with a blank in it, no quantity has such a name."""


def calls_again(case: Case) -> tuple[StandIn, ...]:
    """List the functions that a function calls, though it is given what they return."""
    called = case.runner.loaded.uses.get(case.function, frozenset())
    stand_ins: list[StandIn] = []
    for name in case.task.function(case.function).arguments:
        maker = case.task.maker(name)
        if maker is None or not _can_be_called(case, maker):
            continue
        functions = called.intersection((maker.name, maker.ends_in))
        stand_ins += [StandIn(function, OWN_PREFIX + name, name) for function in sorted(functions)]
    return tuple(stand_ins)


def _can_be_called(case: Case, maker: Function) -> bool:
    """Whether a function gives one result, of what is known where the other one is called."""
    known = {*case.task.parameters, *case.task.function(case.function).arguments}
    is_simple = is_plain(case.task, maker.name) and len(maker.results) == 1
    return is_simple and known.issuperset(arguments_of(case.task, maker.name))


def with_given_values(case: Case, stand_ins: tuple[StandIn, ...]) -> tuple[Outcome, ...]:
    """Call a function at its probes, where those it calls give what it is given; empty if they cannot.

    They do where they give the file's own value for the inputs of the probe: for other arguments, they stay
    as they are. Their own values must differ from each other, or every call would seem to be that one.
    """
    calls = [probe.call for probe in case.probes[case.function]]
    for name in {each.right for each in stand_ins}:
        values = _own_values(case, name, calls)
        if not any(map(_tells_apart, values)):
            return ()
        pairs = zip(calls, values, strict=True)
        calls = [call.on({OWN_PREFIX + name: value}) for call, value in pairs]
    asked = [call._replace(stand_ins=stand_ins) for call in calls]
    return case.runner.run(tuple(asked))


def _own_values(case: Case, name: str, calls: Sequence[Call]) -> list[Array]:
    """Ask for what the file's own function makes of the inputs of calls; nothing if it fails at some."""
    maker = case.task.maker_of(name)
    own_calls = [function_at(case.task, maker, call.inputs) for call in calls]
    values: list[Array] = []
    for outcome in case.runner.run(tuple(own_calls)):
        value = array_of(outcome)
        if value is None:
            return []
        values.append(value)
    return values


def _tells_apart(value: Array) -> bool:
    return len(set(value.values)) > 1
