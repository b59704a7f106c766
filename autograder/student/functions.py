"""The functions of a submission's namespace, called with fresh arguments, and what they do besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.student.contract import altered, equal
from autograder.student.describe import DOUBLES, Numbers, Other, misfit, read, stacked
from autograder.student.results import Signature, taken_apart

Arrays = Sequence[np.ndarray[Any, Any]]
Request = dict[str, Any]
Inputs = Mapping[str, Any]
"""Values by name: arrays of the request, or numbers."""
Reading = Numbers | Other


class Absence(LookupError):  # noqa: N818 - not an error: a stub may have been deleted
    """The module has no such function."""


class Interrupted(Exception):  # noqa: N818 - not an error: it says in which function one happened
    """A student's function raised."""

    def __init__(self, function: str, error: BaseException) -> None:
        super().__init__(function)
        self.function, self.error = function, error


class Misfit(Exception):  # noqa: N818 - not an error: a function may return whatever it likes
    """A function returned something that does not hold its results."""

    def __init__(self, function: str, value: Other) -> None:
        super().__init__(function)
        self.function, self.value = function, value


class Watched(NamedTuple):
    """The results of a call, and what its last function changed besides."""

    results: list[Reading]
    arguments: tuple[str, ...]
    parameters: tuple[str, ...]


class Functions:
    """Calls functions by their names, one after another, as a request asks."""

    def __init__(
        self, namespace: dict[str, Any], signatures: Mapping[str, Signature], parameters: Sequence[str]
    ) -> None:
        self._namespace, self._signatures, self._parameters = namespace, signatures, parameters

    def watched(self, request: Request, arrays: Arrays) -> Watched:
        """Make one call, read its results, and then see what its last function changed.

        Reading comes first, as it may run student code.
        """
        functions, inputs = request["functions"], given(request["inputs"], arrays)
        last = request.get("instead", functions[-1])
        self._look_for([*functions[:-1], last])
        self._set_globals(functions, inputs)
        arguments = self._last_arguments(functions, inputs)
        before = {name: _copied(self._namespace.get(name)) for name in self._parameters}
        results = [read(value) for value in self._results(functions[-1], arguments, last)]
        names = self._signatures[functions[-1]].arguments
        changed = [
            name
            for name, argument in zip(names, arguments, strict=True)
            if type(inputs.get(name)) is np.ndarray and altered(argument, inputs[name])
        ]
        parameters = [name for name, value in before.items() if not equal(self._namespace.get(name), value)]
        return Watched(results, tuple(changed), tuple(parameters))

    def sweep(self, request: Request, arrays: Arrays) -> list[Reading]:
        """Make a call at each step of a sweep, and read its results before the next step changes them."""
        functions, inputs = request["functions"], given(request["inputs"], arrays)
        last = request.get("instead", functions[-1])
        self._look_for([*functions[:-1], last])
        name, steps = request["sweep"]["name"], request["sweep"]["steps"]
        start, along = inputs[name], given({name: request["sweep"]["along"]}, arrays)[name]
        rows: list[list[float | Reading]] = []
        for step in steps:
            inputs[name] = start + step * along
            self._set_globals(functions, inputs)
            results = self._results(functions[-1], self._last_arguments(functions, inputs), last)
            rows.append([value if type(value) in DOUBLES else read(value) for value in results])
        return [stacked(column) for column in zip(*rows, strict=True)]

    def _look_for(self, functions: Sequence[str]) -> None:
        """Look for functions, the last one first; Absence names one that is not there."""
        for function in reversed(functions):
            if not callable(self._namespace.get(function)):
                raise Absence(function)

    def _set_globals(self, functions: Sequence[str], inputs: Inputs) -> None:
        """Set the parameters that some of the functions do not take as globals, whatever stands there."""
        for name in self._parameters:
            taken = all(name in self._signatures[function].arguments for function in functions)
            if name in inputs and not taken:
                value = inputs[name]
                self._namespace[name] = value.copy() if type(value) is np.ndarray else np.float64(value)

    def _last_arguments(self, functions: Sequence[str], inputs: Inputs) -> list[Any]:
        """Run all functions but the last, and make the arguments of that."""
        made: dict[str, Any] = {}
        for function in functions[:-1]:
            results = self._results(function, self._arguments(function, inputs, made), function)
            made.update(zip(self._signatures[function].results, results, strict=True))
        return self._arguments(functions[-1], inputs, made)

    def _arguments(self, function: str, inputs: Inputs, made: Inputs) -> list[Any]:
        """Make the arguments of a function, of which inputs are copies: nothing that changes one is felt."""
        arguments: list[Any] = []
        for name in self._signatures[function].arguments:
            if name in made:
                arguments.append(made[name])
            else:
                value = inputs[name]
                arguments.append(value.copy() if type(value) is np.ndarray else value)
        return arguments

    def _results(self, function: str, arguments: Sequence[Any], called: str) -> list[Any]:
        """Call a function, or another one instead, and take what it returns apart into its results."""
        try:
            value = self._namespace[called](*arguments)
            results = taken_apart(value, self._signatures[function])
        except BaseException as error:
            raise Interrupted(called, error) from None
        if results is None:
            raise Misfit(called, misfit(value))
        return results


def given(inputs: Mapping[str, Any], arrays: Arrays) -> dict[str, Any]:
    """Read the inputs of a request: an array by its number, or a number."""
    return {name: arrays[value] if type(value) is int else value["n"] for name, value in inputs.items()}


def _copied(value: object) -> object:
    return value.copy() if isinstance(value, np.ndarray) else value
