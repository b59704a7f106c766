"""Find which of a task's functions each of them calls, directly or through others, without running them."""

from __future__ import annotations

import dis
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from types import CodeType, FunctionType, MethodType
from typing import Any

MOST_OBJECTS = 200
"""Objects that are looked at for one function; people's functions lead to a few."""
MOST_OBJECT_PARTS = 1000
"""Parts of one object that are looked at: a list of numbers may be long."""
BUILT_IN_CONTAINERS = {list, tuple, set, dict}
BUILT_IN = {"builtins", "numpy"}
"""Modules whose objects call nothing of a submission, unless they are functions."""
LOADS = {"LOAD_GLOBAL", "LOAD_NAME"}
BY_TEXT = {"eval", "exec", "globals", "vars"}
"""Functions of Python that call another one by a name in a text."""
TEXT_WORD = re.compile(r"\w+")
LONGEST_SEARCHED_TEXT = 1000
"""Characters of a text in which names are looked for."""

Namespace = dict[str, Any]


def uses(namespace: Namespace, names: Sequence[str]) -> dict[str, list[str]]:
    """Return, by name, the task's functions that each of them can call; one that calls none is left out."""
    functions = {name: namespace[name] for name in names if callable(namespace.get(name))}
    name_of = {id(function): name for name, function in functions.items()}
    called = {}
    for name, function in functions.items():
        reached = _reached(function, namespace) & name_of.keys()
        others = {name_of[identity] for identity in reached} - {name}
        if others:
            called[name] = sorted(others)
    return called


def _reached(function: object, namespace: Namespace) -> set[int]:
    """Find the objects that a function leads to, by their identity."""
    seen: dict[int, object] = {}
    pending = [function]
    while pending and len(seen) < MOST_OBJECTS:
        value = pending.pop()
        if id(value) not in seen:
            seen[id(value)] = value  # kept, so that no other gets its identity
            try:
                pending += filter(_may_lead_on, islice(_parts(value, namespace), MOST_OBJECT_PARTS))
            except Exception:  # noqa: BLE001, S112 - an object of a submission does what it likes
                continue
    return set(seen)


def _parts(value: Any, namespace: Namespace) -> Iterator[object]:  # noqa: ANN401 - anything may be global
    """Yield what an object is made of that it may call."""
    kind = type(value)
    if kind is FunctionType:
        yield from _parts_of_function(value, namespace)
    elif kind is MethodType:
        yield from (value.__func__, value.__self__)
    elif kind is partial:
        yield from (value.func, *value.args, *value.keywords.values())
    elif kind in BUILT_IN_CONTAINERS:
        yield from value.values() if kind is dict else value
    else:
        yield from (getattr(value, name, None) for name in ("__wrapped__", "fget"))
        yield from getattr(value, "__dict__", {}).values()
        if kind.__module__ == namespace.get("__name__"):
            yield kind


def _parts_of_function(function: FunctionType, namespace: Namespace) -> Iterator[object]:
    """Yield what a function reads that is around it or global, its defaults, and what it wraps."""
    yield from (cell.cell_contents for cell in function.__closure__ or ())
    yield from function.__defaults__ or ()
    yield from (function.__kwdefaults__ or {}).values()
    yield from function.__dict__.values()
    if function.__globals__ is namespace:
        yield from (namespace[name] for name in _globals_of(function.__code__, namespace))


def _globals_of(code: CodeType, namespace: Namespace) -> Iterator[str]:
    """Yield the names of global objects that code reads and may call, with those of the code in it.

    `co_names` holds names of attributes as well. They are separated, which costs more, only where it matters.
    """
    present = [name for name in code.co_names if name in namespace]
    names = {name for name in present if _may_lead_on(namespace[name])}
    if names:
        steps = dis.get_instructions(code)
        yield from names & {step.argval for step in steps if step.opname in LOADS}
    by_text = not BY_TEXT.isdisjoint(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals_of(constant, namespace)
        elif by_text and isinstance(constant, str):
            words = TEXT_WORD.findall(constant[:LONGEST_SEARCHED_TEXT])
            yield from (word for word in words if word in namespace)


def _may_lead_on(value: object) -> bool:
    """Return whether an object may call a function of the submission."""
    kind = type(value)
    return callable(value) or kind in BUILT_IN_CONTAINERS or kind.__module__ not in BUILT_IN
