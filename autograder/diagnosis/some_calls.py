"""What the calls in which a function is wrong have in common: their size, their dtype, a parameter's sign."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from autograder.checks.case import Case
from autograder.checks.probe import Probe
from autograder.checks.reference import agrees_at
from autograder.facts.calls import Array
from autograder.facts.messages import differences
from autograder.facts.outcomes import Outcome
from autograder.facts.quantities import axes_of
from autograder.facts.task import Task
from autograder.facts.verdict import Feedback

MOST_SIZES = 2
"""Sizes that are reported as where a function is wrong; more only if they are the largest ones."""
LARGE_PARAMETER = 10
"""Absolute value from which on a parameter is reported as large."""
LARGE_DATA = 1000.0
"""Data beyond are called large."""


class _Calls(NamedTuple):
    """The calls of a function: all of them, the wrong ones, and the right ones that say something."""

    tried: Sequence[Probe]
    wrong: list[Probe]
    right: list[Probe]


class _Property(NamedTuple):
    """What calls may have in common."""

    words: str
    holds: Callable[[Probe], bool]


def some_calls(case: Case, probes: Sequence[Probe], outcomes: Sequence[Outcome]) -> Feedback | None:
    """Find what the calls with a wrong value have in common, and no other has."""
    calls = _Calls(probes, [], [])
    for probe, outcome in zip(probes, outcomes, strict=True):
        if not agrees_at(outcome, probe):
            calls.wrong.append(probe)
        elif any(probe.expected.values):  # many a wrong value is 0 where the right one is
            calls.right.append(probe)
    if not (calls.wrong and calls.right) or {probe.n for probe in calls.right} == {1}:
        return None
    for each in _properties(case.task, calls):
        if all(map(each.holds, calls.wrong)) and not any(map(each.holds, calls.right)):
            return differences.some_calls(case.function, where=each.words)
    return None


def _properties(task: Task, calls: _Calls) -> Iterator[_Property]:
    """List what calls may have in common, the most telling first."""
    numbers = [name for name in task.parameters if not axes_of(task.arrays[name])]
    yield _Property("for a single number", lambda probe: probe.size == "a single number")
    yield _Property("for float32 data", lambda probe: probe.in_float32)
    yield _Property("for float64 data", lambda probe: not probe.in_float32)
    if len(calls.wrong) > 1:  # one call alone may be wrong for anything that is particular to it
        for name in numbers:
            yield from _largeness(name)
    sizes = _sizes(calls)
    if sizes:
        yield _Property(f"at N = {', '.join(map(str, sizes))}", lambda probe: probe.n in sizes)
    for name in numbers:
        yield from _signs(name)
    yield _Property("where data are large", _has_large_data)


def _sizes(calls: _Calls) -> list[int]:
    """List the sizes of the wrong calls; empty if these are neither few nor the largest ones."""
    sizes = sorted({probe.n for probe in calls.wrong})
    right_sizes = {probe.n for probe in calls.right}
    if max(right_sizes) < sizes[0]:
        return sizes
    tried = [probe.n for probe in calls.tried]
    often = all(tried.count(n) > 1 for n in sizes)
    return sizes if often and len(sizes) <= MOST_SIZES else []


def _largeness(name: str) -> Iterator[_Property]:
    """List how large a parameter may be where a function is wrong."""
    yield _Property(
        f"where {name} is above {LARGE_PARAMETER} or below -{LARGE_PARAMETER}",
        lambda p: abs(_number(p, name)) > LARGE_PARAMETER,
    )
    yield _Property(f"where {name} is above {LARGE_PARAMETER}", lambda p: _number(p, name) > LARGE_PARAMETER)
    yield _Property(
        f"where {name} is below -{LARGE_PARAMETER}", lambda p: _number(p, name) < -LARGE_PARAMETER
    )


def _signs(name: str) -> Iterator[_Property]:
    """List the signs that a parameter may have where a function is wrong."""
    yield _Property(f"where {name} is negative", lambda p: _number(p, name) < 0)
    yield _Property(f"where {name} is positive", lambda p: _number(p, name) > 0)
    yield _Property(f"where {name} is 0", lambda p: _number(p, name) == 0)


def _has_large_data(probe: Probe) -> bool:
    arrays = [value for value in probe.call.inputs.values() if isinstance(value, Array)]
    return any(abs(entry) > LARGE_DATA for array in arrays for entry in array.values)


def _number(probe: Probe, name: str) -> float:
    """Return an input that is a number."""
    value = probe.call.inputs[name]
    return math.nan if isinstance(value, Array) else value
