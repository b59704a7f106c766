"""The functions of a submission's namespace, called with fresh arguments, and what they do besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.student.process.contract import altered, equal
from autograder.student.process.describe import DOUBLES, Numbers, Other, misfit, read, stacked
from autograder.student.process.objects import Making, class_of, is_there, made_of, method
from autograder.student.process.results import Signature, taken_apart

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
        self,
        namespace: dict[str, Any],
        signatures: Mapping[str, Signature],
        parameters: Sequence[str],
        objects: Mapping[str, Making],
    ) -> None:
        self._namespace, self._signatures, self._parameters = namespace, signatures, parameters
        self._objects = objects
        self._globals: dict[tuple[str, ...], list[str]] = {}

    def watched(self, request: Request, arrays: Arrays) -> Watched:
        """Make one call, read its results, and then see what its last function changed.

        Reading comes first, as it may run student code.
        """
        chain = Chain(request)
        inputs = given(request["inputs"], arrays)
        self._look_for(chain)
        self._set_globals(chain.functions, inputs)
        last = self._before_the_last(chain, inputs)
        before = {name: _copied(self._namespace.get(name)) for name in self._parameters}
        results = [read(value) for value in self._results(chain.functions[-1], last, chain.last)]
        changed = [name for name, copy in last.copies.items() if altered(copy, inputs[name])]
        parameters = [name for name, value in before.items() if not equal(self._namespace.get(name), value)]
        return Watched(results, tuple(changed), tuple(parameters))

    def sweep(self, request: Request, arrays: Arrays) -> list[Reading]:
        """Make a call at each step of a sweep, and read its results before the next step changes them."""
        chain = Chain(request)
        inputs = given(request["inputs"], arrays)
        self._look_for(chain)
        name, steps = request["sweep"]["name"], request["sweep"]["steps"]
        start, along = inputs[name], given({name: request["sweep"]["along"]}, arrays)[name]
        rows: list[list[float | Reading]] = []
        for step in steps:
            inputs[name] = start + step * along
            self._set_globals(chain.functions, inputs)
            results = self._results(chain.functions[-1], self._before_the_last(chain, inputs), chain.last)
            rows.append([value if type(value) in DOUBLES else read(value) for value in results])
        return [stacked(column) for column in zip(*rows, strict=True)]

    def _look_for(self, chain: Chain) -> None:
        """Look for functions, the last one first; Absence names one that is not there."""
        for function in (chain.last, *reversed(chain.functions[:-1])):
            if not is_there(self._namespace, function):
                raise Absence(function)

    def _set_globals(self, functions: tuple[str, ...], inputs: Inputs) -> None:
        """Set the parameters that some of the functions do not take as globals, whatever stands there."""
        names = self._globals.get(functions)
        if names is None:
            names = self._globals[functions] = self._global_parameters(functions)
        for name in names:
            if name in inputs:
                value = inputs[name]
                self._namespace[name] = value.copy() if type(value) is np.ndarray else np.float64(value)

    def _global_parameters(self, functions: tuple[str, ...]) -> list[str]:
        """Name the parameters that not all of the functions are given."""
        given_to_all = set.intersection(*map(self._given_to, functions))
        return [name for name in self._parameters if name not in given_to_all]

    def _given_to(self, function: str) -> set[str]:
        """Name what a function is given: as arguments, in dictionaries, or as attributes of its object."""
        signature = self._signatures[function]
        names = {*signature.arguments}.union(*signature.bundles.values())
        making = self._objects.get(class_of(function))
        return names if making is None else names.union(making.holds)

    def _before_the_last(self, chain: Chain, inputs: Inputs) -> Values:
        """Run all functions but the last, and return the values on which that is run."""
        made: dict[str, Any] = {}
        for function in chain.functions[:-1]:
            results = self._results(function, Values(inputs, made), function)
            made.update(zip(self._signatures[function].results, results, strict=True))
        return Values(inputs, made)

    def _results(self, function: str, values: Values, called: str) -> list[Any]:
        """Call a function, or another one instead, and take what it returns apart into its results."""
        signature = self._signatures[function]
        owner = self._object(function, values) if "." in function else None
        arguments = [values.argument(name, signature.bundles) for name in signature.arguments]
        try:
            run = self._namespace[called] if owner is None else method(owner, called)
            value = run(*arguments)
            results = taken_apart(value, signature, owner)
        except BaseException as error:
            raise Interrupted(called, error) from None
        if results is None:
            raise Misfit(called, misfit(value, signature))
        return results

    def _object(self, function: str, values: Values) -> object:
        """Make the object of which a method is called, and call the methods before it."""
        owner_class = class_of(function)
        making = self._objects[owner_class]
        try:
            owner = made_of(self._namespace[owner_class], making, values)
        except BaseException as error:
            raise Interrupted(function, error) from None
        for name in making.before:
            earlier = f"{owner_class}.{name}"
            if earlier == function:
                break
            signature = self._signatures[earlier]
            arguments = [values.argument(each, signature.bundles) for each in signature.arguments]
            try:
                method(owner, earlier)(*arguments)
            except BaseException as error:
                raise Interrupted(earlier, error) from None
        return owner


class Chain:
    """The functions of a request: those that are named, and the one that is called last."""

    def __init__(self, request: Request) -> None:
        self.functions: tuple[str, ...] = tuple(request["functions"])
        self.last: str = request.get("instead", self.functions[-1])


class Values:
    """What one function is run on: inputs, of which it has copies, and what functions before it made."""

    def __init__(self, inputs: Inputs, made: Mapping[str, Any]) -> None:
        self._inputs, self._made = inputs, made
        self.copies: dict[str, Any] = {}

    def argument(self, name: str, bundles: Mapping[str, Sequence[str]]) -> Any:  # noqa: ANN401 - anything may be made
        """Make an argument: a value, or a dictionary of some."""
        if name in bundles:
            return {each: self[each] for each in bundles[name]}
        return self[name]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - as above
        if name in self._made:
            return self._made[name]
        value = self._inputs[name]
        if type(value) is np.ndarray:
            value = self.copies[name] = value.copy()
        return value


def given(inputs: Mapping[str, Any], arrays: Arrays) -> dict[str, Any]:
    """Read the inputs of a request: an array by its number, or a number."""
    return {name: arrays[value] if type(value) is int else value["n"] for name, value in inputs.items()}


def _copied(value: object) -> object:
    return value.copy() if isinstance(value, np.ndarray) else value
