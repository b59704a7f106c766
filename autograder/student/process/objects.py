"""Make objects of a submission's classes, for one call of a method, with the inputs as attributes.

Whatever is done to such an object may run student code.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, NamedTuple, Protocol


class Making(NamedTuple):
    """How an object of a class is made, and prepared for the call of a method."""

    make: Mapping[str, str]  # by argument of the class, in their order, the input that it is given
    holds: tuple[str, ...]  # the inputs that become attributes
    before: tuple[str, ...]  # the methods that are called first, up to the one that is asked for
    inside: str  # the attribute that is a dictionary of the inputs, in place of attributes


class Given(Protocol):
    """The inputs of a call by name."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - any input
        """Return an input; an array is copied."""


def makings_of(described: Mapping[str, Mapping[str, Any]]) -> dict[str, Making]:
    """Read from a request how objects are made, by the name of their class."""
    return {
        name: Making(each["make"], tuple(each["holds"]), tuple(each["before"]), each["inside"])
        for name, each in described.items()
    }


def class_of(function: str) -> str:
    """Return the name of a method's class; for a function, its own name."""
    return function.partition(".")[0]


def before(making: Making, function: str) -> list[str]:
    """List the methods that are called before a method of the same object, by their whole names."""
    owner, _, asked = function.partition(".")
    return [f"{owner}.{name}" for name in takewhile(asked.__ne__, making.before)]


def absent_part(namespace: Mapping[str, Any], function: str) -> str:
    """Return the name of a function, of a method's class, or of the method, that is not there; else empty."""
    if "." not in function:
        return "" if callable(namespace.get(function)) else function
    owner = class_of(function)
    if not isinstance(namespace.get(owner), type):
        return owner
    return function if definition_of(namespace, function) is None else ""


def definition_of(namespace: Mapping[str, Any], function: str) -> Any:  # noqa: ANN401 - the submission's own
    """Return a function, or what a class has as a method, as it is defined; None if it is not there."""
    if "." not in function:
        return namespace.get(function)
    owner, _, name = function.partition(".")
    value = namespace.get(owner)
    if not isinstance(value, type):
        return None
    # Asking the class itself may run student code.
    return next((vars(each)[name] for each in type.mro(value) if name in vars(each)), None)


def made_of(owner_class: Any, making: Making, values: Given) -> Any:  # noqa: ANN401 - the submission's own
    """Make an object of a class, and set its attributes."""
    made = owner_class(*[values[name] for name in making.make.values()])
    for name in making.holds:
        if making.inside:
            getattr(made, making.inside)[name] = values[name]
        else:
            setattr(made, name, values[name])
    return made


def method(owner: object, function: str) -> Any:  # noqa: ANN401 - the submission's own
    """Return the method of an object with the last part of a function's name."""
    return getattr(owner, function.rpartition(".")[2])
