"""What a submission is called by: functions, methods of objects, and parameters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import NamedTuple

from autograder.facts.attributes import ATTRIBUTE
from autograder.facts.calls import Named


class Function(NamedTuple):
    """A function students write; an argument named like another's result is that result.

    A function with several results returns them as a tuple, a list or an array, or, where it has keys, as a
    dictionary with a key for each. `Linear.backward` is a method of the class Linear; a result whose name
    starts with `self.` is an attribute of its object, which is read after the call.
    """

    name: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]
    keys: tuple[str, ...] = ()
    """Of the dictionary that it returns, in the order of the results; empty if it returns none."""
    cache: str = ""
    """What it returns behind its results for another function of the file, whatever is in it."""
    ends_in: str = ""
    """The function whose result the solution returns here, as forward may return that of sigmoid."""

    @property
    def returned(self) -> tuple[str, ...]:
        """What it returns: its results but for those that are attributes of its object, and its cache."""
        results = tuple(name for name in self.results if not name.startswith(ATTRIBUTE))
        return (*results, self.cache) if self.cache else results

    @property
    def made(self) -> tuple[str, ...]:
        """What other functions may take: its results, and its cache."""
        return (*self.results, self.cache) if self.cache else self.results

    @property
    def owner(self) -> str:
        """The class whose method it is; empty for a function."""
        return self.name.rpartition(".")[0]

    @property
    def result(self) -> str:
        """The only result."""
        (result,) = self.results
        return result


class Object(NamedTuple):
    """How an object of a class is made for each call of one of its methods, and what is done with it first.

    The class is called with the inputs in `make`, or the lengths of sizes, in the order of its arguments. The
    inputs in `holds` become attributes, or entries of the dictionary that is the attribute `inside`. Then the
    methods in `before` are called, up to the one that is asked for.
    """

    make: Mapping[str, str] = Named()
    holds: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    inside: str = ""


class Interface(NamedTuple):
    """What a submission is called by: functions by name, and parameters that are set as globals.

    Bundles, which are arguments that are dictionaries of inputs, and objects of classes are by their names.
    """

    functions: Mapping[str, Function]
    parameters: tuple[str, ...]
    bundles: Mapping[str, tuple[str, ...]] = Named()
    objects: Mapping[str, Object] = Named()

    @property
    def defined(self) -> frozenset[str]:
        """The names that a submission defines: functions and classes."""
        return frozenset(name.partition(".")[0] for name in self.functions)

    def before(self, function: str) -> tuple[str, ...]:
        """List the methods that are called before a method of the same object, by their whole names."""
        owner, _, asked = function.partition(".")
        methods = self.objects[owner].before if owner in self.objects else ()
        return tuple(f"{owner}.{method}" for method in takewhile(asked.__ne__, methods))

    def results_of(self, name: str) -> tuple[str, ...]:
        """List the results of a function."""
        return self.functions[name].results
