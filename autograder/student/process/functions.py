"""The functions of a submission's namespace, called with fresh arguments, and what they do besides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.student.process.contract import altered, equal
from autograder.student.process.describe import DOUBLES, Numbers, Other, read, stacked

Arrays = Sequence[np.ndarray[Any, Any]]
Request = dict[str, Any]


class Absence(LookupError):  # noqa: N818 - not an error: a stub may have been deleted
    """The module has no such function."""


class Interrupted(Exception):  # noqa: N818 - not an error: it says in which function one happened
    """A student's function raised."""

    def __init__(self, function: str, error: BaseException) -> None:
        super().__init__(function)
        self.function, self.error = function, error


class Functions:
    """Calls functions by their names, as a request asks."""

    def __init__(self, namespace: dict[str, Any], parameter: str) -> None:
        self._namespace, self._parameter = namespace, parameter

    def sweep(self, request: Request, arrays: Arrays) -> Numbers | Other:
        """Make one call at each of many parameters, and read each result before the next call changes it."""
        results: list[float | Numbers | Other] = []
        for w in request["sweep"]:
            self.set_parameter(w)
            value = self.evaluate(request, arrays)
            results.append(value if type(value) in DOUBLES else read(value))
        return stacked(results)

    def evaluate(self, request: Request, arrays: Arrays) -> Any:  # noqa: ANN401
        """Call a function with fresh arguments; it may return anything."""
        function, arguments = self.prepared(request, arrays)
        try:
            return function(*arguments)
        except BaseException as error:
            raise Interrupted(request["f"], error) from None

    def prepared(self, request: Request, arrays: Arrays) -> tuple[Callable[..., Any], list[Any]]:
        """Look up a function and make its arguments, some of them by other functions."""
        function = self._namespace.get(request["f"])
        if not callable(function):
            raise Absence(request["f"])
        arguments: list[Any] = []
        for given in request["a"]:
            if type(given) is int:
                arguments.append(arrays[given].copy())
            elif "n" in given:
                arguments.append(given["n"])
            else:
                arguments.append(self.evaluate(given, arrays))
        return function, arguments

    def watched(self, request: Request, arrays: Arrays) -> tuple[Numbers | Other, tuple[int, ...], bool]:
        """Make one call, read its result, and then see which arguments it changed, and whether the parameter.

        Reading comes first, as it may run student code.
        """
        self.set_parameter(request.get("w"))
        function, arguments = self.prepared(request, arrays)
        before = self._namespace.get(self._parameter)
        snapshot = before.copy() if isinstance(before, np.ndarray) else before
        try:
            value = read(function(*arguments))
        except BaseException as error:
            raise Interrupted(request["f"], error) from None
        changed: list[int] = []
        for k, given in enumerate(request["a"]):
            if type(given) is int and altered(arguments[k], arrays[given]):
                changed.append(k)
        parameter_set = not equal(self._namespace.get(self._parameter), snapshot)
        return value, tuple(changed), parameter_set

    def set_parameter(self, w: float | None) -> None:
        """Set the global parameter, as the number that the task declares; whatever the file left there."""
        if w is not None:
            self._namespace[self._parameter] = np.float64(w)
