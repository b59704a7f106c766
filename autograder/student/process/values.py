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
    """Arrays, which are copied for each function, numbers, and the results of other functions."""

    def __init__(self, inputs: Mapping[str, Any], arrays: Arrays) -> None:
        self._arrays: dict[str, Array] = {}
        self._others: dict[str, Any] = {}
        self._copies: list[tuple[str, Array]] = []
        for name, packed in inputs.items():
            is_array = type(packed) is int
            if is_array:
                self._arrays[name] = arrays[packed]
            else:
                self._others[name] = packed["n"]

    def __contains__(self, name: str) -> bool:
        """Whether there is a value of this name."""
        return name in self._others or name in self._arrays

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - anything may be made
        return self.fresh(name)

    def give(self, name: str, value: Any) -> None:  # noqa: ANN401 - as above
        """Add a value, which is handed over without a copy."""
        if name in self._arrays:
            del self._arrays[name]
        self._others[name] = value

    def move(self, name: str, value: Any) -> None:  # noqa: ANN401 - an array or a number
        """Replace an input; an array is copied for each function, as one that was sent."""
        if type(value) is np.ndarray:
            self._others.pop(name, None)
            self._arrays[name] = value
        else:
            self.give(name, value)

    def made(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return what a function made, as it is."""
        return self._others[name]

    def fresh(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return a value; an array that was sent is copied, so that nothing changes it."""
        array = self._arrays.get(name)
        if array is None:
            return self._others[name]
        copy = array.copy()
        self._copies.append((name, copy))
        return copy

    def arguments(self, signature: Signature) -> list[Any]:
        """Make the arguments of a function: values, and dictionaries of values."""
        arguments: list[Any] = []
        for name in signature.arguments:
            if name in self._others:  # as most are, and asking here is quicker
                arguments.append(self._others[name])
            elif name in signature.bundles:
                bundle = signature.bundles[name]
                arguments.append({each: self.fresh(each) for each in bundle})
            else:
                arguments.append(self.fresh(name))
        return arguments

    def forget_copies(self) -> None:
        """Forget the copies made so far, so that only later ones are compared."""
        self._copies.clear()

    def altered(self) -> tuple[str, ...]:
        """Return the names of arrays of which a copy was changed."""
        names = [name for name, copy in self._copies if altered(copy, self._arrays[name])]
        return tuple(dict.fromkeys(names))


class Line:
    """The values of one input along a sweep."""

    def __init__(self, sweep: Mapping[str, Any], values: Values, arrays: Arrays) -> None:
        self.name: str = sweep["name"]
        self.steps: Sequence[float] = sweep["steps"]
        self._start = values.fresh(self.name)
        self._along = Values({self.name: sweep["along"]}, arrays).fresh(self.name)

    def at(self, step: float) -> Any:  # noqa: ANN401 - an array or a number
        """Return the value at a step."""
        return self._start + step * self._along
