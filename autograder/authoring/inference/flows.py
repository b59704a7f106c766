"""Find which arguments are the results of other functions: one object is handed from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.functions import Function, parts_of
from autograder.authoring.inference.recording import Call
from autograder.authoring.inference.values import Value, is_numeric


class Slot(NamedTuple):
    """An argument of a function."""

    function: str
    argument: str


class Made(NamedTuple):
    """A result of a function, by its place in what is returned."""

    function: str
    place: int  # among its results


Flows = dict[Slot, Made]
"""By argument, the result that it is."""


def flows_between(functions: Sequence[Function]) -> Flows:
    """Find the results that are handed on; an argument that is now one result, now another, is not one."""
    origins: dict[int, list[tuple[Call, Made]]] = {}
    for function in functions:
        for call in function.calls:
            for index, part in enumerate(parts_of(call.returned)):
                origins.setdefault(id(part), []).append((call, Made(function.name, index)))
    flows: Flows = {}
    for function in functions:
        for argument in function.arguments:
            makers = {_maker(call, argument, origins) for call in function.calls} - {None}
            if len(makers) == 1:
                flows[Slot(function.name, argument)] = makers.pop()  # type: ignore[assignment]
    kept = _without_updates(_without_double_roles(flows, functions), functions)
    return kept | _by_name(kept, functions)


def _by_name(flows: Flows, functions: Sequence[Function]) -> Flows:
    """Find arguments that have the name and the axes of one that is a result: they were given by hand."""
    more: Flows = {}
    by_name = {function.name: function for function in functions}
    for function in functions:
        for argument in function.arguments:
            slot = Slot(function.name, argument)
            alike = [other for other in flows if other.argument == argument]
            if slot in flows or not alike or _reaches(flows | more, flows[alike[0]].function, function.name):
                continue
            base = by_name[alike[0].function].base.arguments[argument]
            if np.ndim(base) == np.ndim(function.base.arguments[argument]):
                more[slot] = flows[alike[0]]
    return more


def _maker(call: Call, argument: str, origins: dict[int, list[tuple[Call, Made]]]) -> Made | None:
    """Find the result that an argument of a call is: of a call on the same level, the last before it."""
    value = call.given.get(argument)
    if not is_numeric(value):
        return None
    before = [
        (origin.number, made)
        for origin, made in origins.get(id(value), ())
        if origin.parent == call.parent and origin.number < call.number and made.function != call.function
    ]
    return max(before)[1] if before else None


def _without_double_roles(flows: Flows, functions: Sequence[Function]) -> Flows:
    """Drop a result that one call takes as two arguments with different values, as two layers' outputs."""
    by_name = {function.name: function for function in functions}
    doubled: set[Made] = set()
    for slot, made in flows.items():
        for other, of_other in flows.items():
            if other.function != slot.function or other.argument <= slot.argument or of_other != made:
                continue
            calls = by_name[slot.function].calls
            if any(_differ(call, slot.argument, other.argument) for call in calls):
                doubled.add(made)
    return {slot: made for slot, made in flows.items() if made not in doubled}


def _differ(call: Call, a: str, b: str) -> bool:
    first, second = call.given.get(a), call.given.get(b)
    return first is not second


def _without_updates(flows: Flows, functions: Sequence[Function]) -> Flows:
    """Drop what leads back to where it came from: an update returns what the next step starts with."""
    takes = {function.name: set(function.arguments) for function in functions}
    kept = {slot: made for slot, made in flows.items() if slot.argument not in takes[made.function]}
    first_calls = {function.name: function.calls[0] for function in functions}
    results = {
        id(part) for function in functions for call in function.calls for part in parts_of(call.returned)
    }
    while slot := _in_a_circle(kept, first_calls, results):
        del kept[slot]
    return kept


def _in_a_circle(flows: Flows, first_calls: dict[str, Call], results: set[int]) -> Slot | None:
    """Find an argument by which a function depends on itself: first, one that nobody had made at first."""
    circular = [slot for slot, made in flows.items() if _reaches(flows, made.function, slot.function)]
    if not circular:
        return None

    def was_made_at_first(slot: Slot) -> bool:
        value: Value = first_calls[slot.function].given.get(slot.argument)
        return id(value) in results

    return min(circular, key=was_made_at_first)


def _reaches(flows: Flows, start: str, end: str) -> bool:
    """Whether a function needs a result of another, itself or through others."""
    seen: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name == end:
            return True
        if name not in seen:
            seen.add(name)
            todo += [made.function for slot, made in flows.items() if slot.function == name]
    return False


def in_order(functions: Sequence[Function], flows: Flows) -> list[Function]:
    """Put functions into an order in which each stands behind those whose results it takes."""
    ordered: list[Function] = []
    left = list(functions)
    while left:
        names = {function.name for function in left}
        blocked = {slot.function for slot, made in flows.items() if made.function in names}
        ready = next(function for function in left if function.name not in blocked)
        ordered.append(ready)
        left.remove(ready)
    return ordered
