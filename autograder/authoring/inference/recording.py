"""Record the calls of a file's functions while it runs: what they were given, and what they returned."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from types import FrameType
from typing import NamedTuple

import numpy as np

from autograder.authoring.inference.values import Value, copied, is_array, is_dictionary, is_numeric

MOST_CALLS = 600
"""Calls of a function that are kept; the others are counted."""
MOST_ENTRIES = 20_000_000
"""Entries of all arrays that are kept, some 160 MB."""
LARGEST_GLOBAL = 100_000
"""Entries of a global that is noted with each call."""


class Call(NamedTuple):
    """One call of a function of the file."""

    function: str
    number: int  # in the order in which calls begin
    parent: int  # the number of the call during which it was made; -1 if there is none
    line: tuple[str, int]  # that calls it
    arguments: dict[str, Value]  # as they were when it began
    given: dict[str, Value]  # the same objects themselves
    globals: dict[str, Value]  # of the file that hold numbers
    result: Value
    returned: Value  # the same object itself


class Begun(NamedTuple):
    """A call that has not ended yet."""

    frame: FrameType
    call: Call


class Recorder:
    """Watches the functions that are defined at the top of one file."""

    def __init__(self, namespace: dict[str, Value]) -> None:
        self.namespace = namespace
        self.calls: list[Call] = []
        self.counts: Counter[tuple[str, tuple[str, int]]] = Counter()
        self._kept: Counter[str] = Counter()
        self._open: list[Begun] = []
        self._number = 0
        self._entries = 0
        self._globals: dict[str, Value] = {}

    def start(self) -> None:
        """Record from now on."""
        sys.setprofile(self._notice)

    def stop(self) -> None:
        """Record no more, and put the calls into the order in which they began."""
        sys.setprofile(None)
        self._open.clear()
        self.calls.sort(key=lambda call: call.number)

    def _notice(self, frame: FrameType, event: str, value: Value) -> None:
        if event == "call" and frame.f_globals is self.namespace:
            self._begin(frame)
        elif event == "return" and self._open and self._open[-1].frame is frame:
            self._end(value)

    def _begin(self, frame: FrameType) -> None:
        code = frame.f_code
        is_generator = code.co_flags & inspect.CO_GENERATOR
        if code.co_qualname != code.co_name or code.co_name.startswith(("<", "_")) or is_generator:
            return
        line = _line_of(frame.f_back)
        self.counts[code.co_name, line] += 1
        given: dict[str, Value] = {}
        noted: dict[str, Value] = {}
        if not self._has_enough(code.co_name):
            names = code.co_varnames[: code.co_argcount]
            given = {name: frame.f_locals[name] for name in names}
            noted = self._noted_globals()
        arguments = {name: copied(value) for name, value in given.items()}
        parent = self._open[-1].call.number if self._open else -1
        call = Call(code.co_name, self._number, parent, line, arguments, given, noted, None, None)
        self._number += 1
        self._open.append(Begun(frame, call))

    def _end(self, value: Value) -> None:
        call = self._open.pop().call
        if value is None or self._has_enough(call.function):
            return  # it raised, or returned nothing; or there are enough of them
        self._kept[call.function] += 1
        kept = filter(is_array, (*call.arguments.values(), value))
        self._entries += sum(map(np.size, kept))
        self.calls.append(call._replace(result=copied(value), returned=value))

    def _has_enough(self, function: str) -> bool:
        return self._kept[function] >= MOST_CALLS or self._entries > MOST_ENTRIES

    def _noted_globals(self) -> dict[str, Value]:
        """Copy the globals that hold numbers; one that has not changed is copied once."""
        noted: dict[str, Value] = {}
        for name, value in self.namespace.items():
            if name.startswith("_") or not _is_small(value):
                continue
            before = self._globals.get(name)
            is_kept = type(before) is type(value) and _alike(before, value)
            noted[name] = before if is_kept else copied(value)
        self._globals = noted
        return noted


def _line_of(frame: FrameType | None) -> tuple[str, int]:
    """Name the line that a frame is at, with its text."""
    return ("", 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)


def _is_small(value: Value) -> bool:
    if is_dictionary(value):
        return all(np.size(each) <= LARGEST_GLOBAL for each in value.values())
    return is_numeric(value) and bool(np.size(value) <= LARGEST_GLOBAL)


def _alike(a: Value, b: Value) -> bool:
    """Whether two values of one type are the same; dictionaries are looked at entry by entry."""
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_alike(a[key], b[key]) for key in a)
    return bool(np.array_equal(a, b))
