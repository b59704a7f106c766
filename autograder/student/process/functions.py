"""Call the functions of a submission's namespace with fresh arguments, and note their side effects."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from autograder.student.process.contract import equal
from autograder.student.process.describe import DOUBLES, Numbers, Other, misfit, read, stacked
from autograder.student.process.interruptions import Absence, Interrupted, Misfit
from autograder.student.process.objects import Making, absent_part, before, class_of, made_of, method
from autograder.student.process.own_values import standing_in
from autograder.student.process.results import Signature, taken_apart
from autograder.student.process.steps import Steps
from autograder.student.process.values import Arrays, Line, Values

Request = dict[str, Any]
Reading = Numbers | Other


class Watched(NamedTuple):
    """The results of a call, with the side effects of its last function."""

    results: list[Reading]
    arguments: tuple[str, ...]
    parameters: tuple[str, ...]


class Step(NamedTuple):
    """One function of a chain, with its signature and the name under which it is called."""

    function: str
    called: str
    signature: Signature
    is_method: bool
    is_single: bool  # whether it returns one result as it is
    gives: tuple[str, ...]  # what other functions may take of it: its results, and the cache behind them


class Chain(NamedTuple):
    """Functions that run one after another, and the parameters that are globals to some of them."""

    before: tuple[Step, ...]
    last: Step
    needed: tuple[str, ...]  # all that is called, the last one first
    parameters: tuple[str, ...]  # inputs as well


Key = tuple[tuple[str, ...], str, tuple[str, ...]]
"""The functions of a request, what is called in the place of the last, and the names of the inputs."""


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
        self._chains: dict[Key, Chain] = {}

    def watched(self, request: Request, arrays: Arrays) -> Watched:
        """Make one call, read its results, and then see what its last function changed.

        Reading comes first, as it may run student code.
        """
        chain, values = self._begun(request, arrays)
        self._advance(chain, values)
        before = self._copied_parameters()
        values.copies.clear()
        stand_ins = request.get("stand_ins")
        if stand_ins is None:  # as in nearly every call
            results = list(map(read, self._compared(chain.last, values)))
        else:
            with standing_in(self._namespace, stand_ins, values):
                results = list(map(read, self._compared(chain.last, values)))
        return Watched(results, values.altered(), self._changed_since(before))

    def sweep(self, request: Request, arrays: Arrays) -> list[Reading]:
        """Make a call at each step of a sweep, and read its results before the next step changes them.

        Numbers that have no value at a later step, as math.log(0), are NaN there, as NumPy's are.
        """
        chain, values = self._begun(request, arrays)
        line = Line(request["sweep"], values, arrays)
        rows: list[list[float | Reading]] = []
        for step in line.steps:
            values.move(line.name, line.at(step))
            try:
                self._advance(chain, values)
                results = self._compared(chain.last, values)
            except Interrupted as interrupted:
                if not (rows and _has_no_value(interrupted.error, rows[0])):
                    raise
                results = [math.nan] * len(rows[0])
            rows.append([result if type(result) in DOUBLES else read(result) for result in results])
        columns = zip(*rows, strict=True)
        return [stacked(column) for column in columns]

    def descend(self, request: Request, arrays: Arrays) -> list[Reading]:
        """Make a call once an epoch, each where the last one's derivatives lead, and read the derivatives."""
        chain, values = self._begun(request, arrays)
        steps = Steps(request["descent"], values)
        rows: list[list[Reading]] = []
        for _ in range(steps.epochs):
            for name, value in steps.parameters.items():
                values.move(name, value)
            self._advance(chain, values)
            values.give(chain.last.gives, self._results(chain.last, values))
            rows.append([read(values.by_name[name]) for name in steps.derivatives.values()])
            if not steps.take(rows[-1]):
                break
        return [stacked(column) for column in zip(*rows, strict=True)]

    def _begun(self, request: Request, arrays: Arrays) -> tuple[Chain, Values]:
        """Look up the functions of a request, and the values of its inputs."""
        chain = self._chain(request)
        for name in chain.needed:
            absent = absent_part(self._namespace, name)
            if absent:
                raise Absence(absent)
        return chain, Values(request["inputs"], arrays)

    def _advance(self, chain: Chain, values: Values) -> None:
        """Set the parameters that are globals to some functions, and run all functions but the last."""
        values.copies.clear()
        for name in chain.parameters:
            value = values[name]
            self._namespace[name] = value if type(value) is np.ndarray else np.float64(value)
        for step in chain.before:
            values.give(step.gives, self._results(step, values))

    def _copied_parameters(self) -> dict[str, object]:
        """Copy the parameters before a call."""
        values = {}
        for name in self._parameters:
            value = self._namespace.get(name)
            values[name] = value.copy() if isinstance(value, np.ndarray) else value
        return values

    def _changed_since(self, before: Mapping[str, object]) -> tuple[str, ...]:
        """Return the names of the parameters that a call changed."""
        names = []
        for name, value in before.items():
            if not equal(self._namespace.get(name), value):
                names.append(name)
        return tuple(names)

    def _chain(self, request: Request) -> Chain:
        """Look up the functions of a request, most of which come again."""
        key = tuple(request["functions"]), request.get("instead", ""), tuple(request["inputs"])
        chain = self._chains.get(key)
        if chain is None:
            chain = self._chains[key] = self._new_chain(*key)
        return chain

    def _new_chain(self, functions: tuple[str, ...], instead: str, inputs: tuple[str, ...]) -> Chain:
        steps = [self._step(name) for name in functions]
        last = steps.pop()
        if instead:
            last = last._replace(called=instead, is_method="." in instead)
        given_to_all = set.intersection(*map(self._given_to, functions))
        set_as_globals = set(inputs) - given_to_all
        parameters = tuple(filter(set_as_globals.__contains__, self._parameters))
        needed: list[str] = []
        for step in (last, *reversed(steps)):
            needed += (step.called, *self._before(step))
        return Chain(tuple(steps), last, tuple(needed), parameters)

    def _step(self, name: str) -> Step:
        signature = self._signatures[name]
        is_single = len(signature.given_on) == len(signature.returned) == 1 and not signature.keys
        return Step(name, name, signature, "." in name, is_single, signature.given_on)

    def _given_to(self, function: str) -> set[str]:
        """Return the names of a function's inputs: arguments, dictionary entries, its object's attributes."""
        signature = self._signatures[function]
        names = {*signature.arguments}.union(*signature.bundles.values())
        making = self._objects.get(class_of(function))
        return names if making is None else names.union(making.holds)

    def _compared(self, step: Step, values: Values) -> list[Any]:
        """Call a function, and return its results without its cache, in which there may be anything."""
        results = self._results(step, values)
        return results[: len(step.signature.results)]

    def _results(self, step: Step, values: Values) -> list[Any]:
        """Call a function, and split its returned value into its results, and the cache behind them."""
        signature = step.signature
        owner = self._object(step, values) if step.is_method else None
        arguments = values.arguments(signature)
        try:
            run = self._namespace[step.called] if owner is None else method(owner, step.called)
            value = run(*arguments)
            if step.is_single:
                return [value]
            results = taken_apart(value, signature, owner)
        except BaseException as error:
            raise Interrupted(step.called, error) from None
        if results is None:
            raise Misfit(step.called, misfit(value, signature))
        return results

    def _before(self, step: Step) -> list[str]:
        """List the methods that are called first on the object of a method."""
        return before(self._objects[class_of(step.function)], step.function) if step.is_method else []

    def _object(self, step: Step, values: Values) -> object:
        """Make the object of which a method is called, and call the methods before it."""
        making = self._objects[class_of(step.function)]
        try:
            owner = made_of(self._namespace[class_of(step.called)], making, values)
        except BaseException as error:
            raise Interrupted(step.called, error) from None
        for earlier in self._before(step):
            arguments = values.arguments(self._signatures[earlier])
            try:
                method(owner, earlier)(*arguments)
            except BaseException as error:
                raise Interrupted(earlier, error) from None
        return owner


def _has_no_value(error: BaseException, before: Sequence[float | Reading]) -> bool:
    """Whether functions that gave numbers a step before raised because they have no value here."""
    are_numbers = all(type(result) in DOUBLES for result in before)
    return are_numbers and isinstance(error, ArithmeticError | ValueError)
