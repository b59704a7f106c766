"""The open part of an exercise: what a student may know, and all that `check` needs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from autograder.facts.calls import Array, Call, Named
from autograder.facts.expected import Expected
from autograder.facts.interface import Function, Interface, Object
from autograder.facts.quantities import Quantities, Quantity, Real
from autograder.facts.training import Training


class Example(NamedTuple):
    """A call printed in the task with its result."""

    call: Call
    results: Named[Expected] | None = None
    """The right results by name; None until the reference has computed them."""


@dataclass(frozen=True)
class Task:
    """One exercise as students see it: functions, quantities, printed examples, training run.

    A quantity that some function returns is that function's result; every other one is drawn.
    """

    title: str
    file: str
    arrays: Mapping[str, Quantity]
    parameters: tuple[str, ...]
    functions: tuple[Function, ...]
    objective: str = ""
    """The result that training makes small; empty where functions are marked by reference items alone."""
    derivatives: Mapping[str, str] = field(default_factory=dict)
    """By parameter, the result that should be the derivative of the objective."""
    training: Training | None = None
    examples: tuple[Example, ...] = ()
    printed: Mapping[str, Call | None] = field(default_factory=dict)
    """What the lesson prints, by name; with the call that gives it, where one does."""
    name: str = ""  # the folder's name, filled in when it is read
    bundles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the name of an argument that is a dictionary, the parameters in it."""
    objects: Mapping[str, Object] = field(default_factory=dict)
    """By the name of a class, how its objects are made."""

    @cached_property
    def real(self) -> Mapping[str, Real]:
        """The quantities that are drawn as real numbers."""
        return {name: each for name, each in self.arrays.items() if isinstance(each, Real)}

    @cached_property
    def gradient(self) -> str:
        """The function that returns the first derivative, called in training; empty if none does."""
        return next((self.maker_of(first) for first in self.derivatives.values()), "")

    @cached_property
    def gradients(self) -> tuple[str, ...]:
        """All functions that return derivatives, in the order of the task."""
        derivatives = set(self.derivatives.values())
        return tuple(each.name for each in self.functions if derivatives.intersection(each.results))

    @cached_property
    def objective_function(self) -> str:
        """The function that returns the objective; empty without an objective."""
        return self.maker_of(self.objective) if self.objective else ""

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """What the objective is computed from; empty without an objective."""
        return self.function(self.objective_function).arguments if self.objective else ()

    @cached_property
    def data(self) -> Mapping[str, Array]:
        """The arrays of the training run."""
        given = {} if self.training is None else self.training.data
        return {name: value for name, value in given.items() if isinstance(value, Array)}

    def function(self, name: str) -> Function:
        """Find a function by name; KeyError if there is none."""
        return self.interface.functions[name]

    def takes_numbers(self, call: Call) -> bool:
        """Whether all arguments of a call of one function are single numbers, as in f(5)."""
        taken = self.taken_by(call.function)
        return not any(isinstance(call.inputs.get(name), Array) for name in taken)

    def below_the_loss(self, called: Collection[str]) -> tuple[str, ...]:
        """List those of some functions that are the loss, or make what it compares."""
        makers = (self.maker(name) for name in self.compared)
        names = (*(maker.name for maker in makers if maker is not None), self.objective_function)
        return tuple(name for name in names if name in called)

    def maker(self, quantity: str) -> Function | None:
        """Find the function whose result, or cache, is the quantity; None for data and parameters."""
        return self._makers.get(quantity)

    @cached_property
    def makers(self) -> frozenset[str]:
        """The functions whose results, or caches, are arguments of others."""
        arguments = {name for function in self.functions for name in function.arguments}
        return frozenset(each.name for each in self.functions if arguments.intersection(each.made))

    @cached_property
    def _makers(self) -> Mapping[str, Function]:
        """The functions by their results and caches; of two with one result, the first."""
        return {name: function for function in reversed(self.functions) for name in function.made}

    def maker_of(self, result: str) -> str:
        """Name the function that has a result; KeyError if there is none."""
        return self._makers[result].name

    @cached_property
    def quantities(self) -> Quantities:
        """What is drawn."""
        return Quantities(Named(self.arrays), self.parameters)

    @cached_property
    def interface(self) -> Interface:
        """What a submission is called by."""
        functions = {function.name: function for function in self.functions}
        return Interface(functions, self.parameters, self.bundles, self.objects)

    def chain_of(self, results: Iterable[str]) -> tuple[str, ...]:
        """List the functions that make some results, or what these need, in the order of the task."""
        called: set[str] = set()
        for result in results:
            called.update(self.chain(self.maker_of(result)))
        return tuple(each.name for each in self.functions if each.name in called)

    def chain(self, function: str, given: Collection[str] = ()) -> tuple[str, ...]:
        """List a function behind all those whose results it needs, in the order in which they run.

        What makes results that are `given` is left out.
        """
        names: list[str] = []
        for argument in self.taken_by(function):
            maker = None if argument in given else self.maker(argument)
            if maker is not None:
                names += self.chain(maker.name, given)
        return tuple(dict.fromkeys([*names, function]))

    def taken_by(self, function: str) -> tuple[str, ...]:
        """List what a function takes, and what its object is given before; of a dictionary, what is in it."""
        return self._taken[function]

    @cached_property
    def _taken(self) -> Mapping[str, tuple[str, ...]]:
        """What each function takes: asked for with every call."""
        return {described.name: self._taken_by(described) for described in self.functions}

    def _taken_by(self, described: Function) -> tuple[str, ...]:
        taken: list[str] = []
        making = self.objects.get(described.owner, Object())
        given = [name for name in making.make.values() if name in self.arrays]
        given += making.holds
        for earlier in self.interface.before(described.name):
            given += self.function(earlier).arguments
        given += described.arguments
        for name in given:
            taken += self.bundles.get(name, (name,))
        return tuple(dict.fromkeys(taken))
