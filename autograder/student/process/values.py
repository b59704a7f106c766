"""The values that the functions of one call take: the inputs, and the results of other functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.student.process.contract import altered
from autograder.student.process.results import Signature

Arrays = Sequence[np.ndarray[Any, Any]]
Array = np.ndarray[Any, Any]


class Values:
    """Arrays that were sent, which are copied for each function, numbers, and results of other functions."""

    def __init__(self, inputs: Mapping[str, Any], arrays: Arrays) -> None:
        self.by_name: dict[str, Any] = {}
        self.copies: list[tuple[str, Array]] = []
        """The copies made since a caller emptied this list; `altered` tells of them alone."""
        self._sent: set[str] = set()  # the names of arrays that are copied
        for name, packed in inputs.items():
            if type(packed) is int:
                self.by_name[name] = arrays[packed]
                self._sent.add(name)
            else:
                self.by_name[name] = packed["n"]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - anything may be made
        """Return a value; an array that was sent is copied, so that nothing changes it."""
        value = self.by_name[name]
        if name in self._sent:
            value = value.copy()
            self.copies.append((name, value))
        return value

    def give(self, names: Sequence[str], results: Sequence[Any]) -> None:
        """Add results of a function, which are handed over without a copy."""
        for name, result in zip(names, results, strict=True):
            self.by_name[name] = result
            self._sent.discard(name)

    def move(self, name: str, value: Any) -> None:  # noqa: ANN401 - an array or a number
        """Replace an input; an array is copied for each function, as one that was sent."""
        self.by_name[name] = value
        if type(value) is np.ndarray:
            self._sent.add(name)
        else:
            self._sent.discard(name)

    def arguments(self, signature: Signature) -> list[Any]:
        """Make the arguments of a function: values, and dictionaries of values."""
        bundles = signature.bundles
        arguments: list[Any] = []
        for name in signature.arguments:
            if name in self._sent:
                arguments.append(self[name])
            elif name in self.by_name:
                arguments.append(self.by_name[name])
            else:
                arguments.append({each: self[each] for each in bundles[name]})
        return arguments

    def altered(self) -> tuple[str, ...]:
        """Return the names of arrays of which a copy was changed."""
        names: dict[str, None] = {}
        for name, copy in self.copies:
            if altered(copy, self.by_name[name]):
                names[name] = None
        return tuple(names)


class Line:
    """The values of one input along a sweep."""

    def __init__(self, sweep: Mapping[str, Any], values: Values, arrays: Arrays) -> None:
        self.name: str = sweep["name"]
        self.steps: Sequence[float] = sweep["steps"]
        self._start = values[self.name]
        self._along = Values({self.name: sweep["along"]}, arrays)[self.name]

    def at(self, step: float) -> Any:  # noqa: ANN401 - an array or a number
        """Return the value at a step."""
        return self._start + step * self._along
