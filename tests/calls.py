"""What tests of the protocol write: signatures, modules, calls and what they return, each in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from autograder.facts.calls import Array, Call, Named, Opaque, Sweep, vector
from autograder.facts.interface import Function, Interface
from autograder.facts.outcomes import Returned
from autograder.student.protocol.requests import Module

if TYPE_CHECKING:
    from collections.abc import Mapping

Given = Array | Opaque | float | tuple[float, ...]


def function(signature: str, *, as_dictionary: bool = False) -> Function:
    """Describe a function by its signature: `"gradient(x, y) dw db"` takes x and y, and returns dw and db."""
    name, arguments, results = re.fullmatch(r"([\w.]+)\(([^)]*)\)(.*)", signature).groups()  # type: ignore[union-attr]
    names = tuple(results.split())
    return Function(name, tuple(arguments.replace(",", " ").split()), names, names if as_dictionary else ())


def interface(*signatures: str | Function, parameters: tuple[str, ...] = ("w",)) -> Interface:
    """Describe what a submission is called by."""
    functions = (function(each) if isinstance(each, str) else each for each in signatures)
    return Interface({each.name: each for each in functions}, parameters)


EX01 = interface("forward(x) y_pred", "loss(y, y_pred) J", "gradient(x, y, y_pred) dw")


def module(source: str | tuple[str, ...], called_by: Interface = EX01, file: str = "submission.py") -> Module:
    """Make a module of a text, or of cells."""
    return Module(source, file, called_by)


def call(*functions: str, sweep: Sweep | None = None, instead: str = "", **inputs: Given) -> Call:
    """Call functions one after another: `call("forward", "loss", x=(1.0, 2.0), y=X, w=0.5)`."""
    values: dict[str, Any] = {
        name: each if isinstance(each, int | float) else value_of(each) for name, each in inputs.items()
    }
    return Call(functions, Named(values), sweep, instead)


def returned(results: Mapping[str, Given], **effects: Any) -> Returned:  # noqa: ANN401 - those of Returned
    """Return results by name: a number, a tuple of the entries of a vector, or a value as it is."""
    return Returned(Named({name: value_of(each) for name, each in results.items()}), **effects)


def value_of(given: Given) -> Array | Opaque:
    """Make the value that crosses."""
    if isinstance(given, Array | Opaque):
        return given
    return vector(given) if isinstance(given, tuple) else Array("float64", (), (given,))
