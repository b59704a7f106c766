"""Methods, and functions with caches, as functions of all that they need: an author's own run so as well.

The object is made, and the cache, within such a function, in whatever numbers it is called with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from autograder.checks.composed import arguments_of, is_plain, sizes_of, with_caches
from autograder.exercise.careful_source import LOADING, loading
from autograder.exercise.mistakes import with_method
from autograder.facts.interface import Function, Interface
from autograder.facts.task import Task
from autograder.student.protocol.requests import interface_header

FLAT_MODULES = (
    "autograder.facts.attributes",
    *(f"autograder.student.process.{name}" for name in ("objects", "results", "flat")),
)
"""In the order in which each imports those before it."""
FLAT_PREFIX = "flat "
"""Before a name: with a blank in it, no solution has such a name."""


class Flat(NamedTuple):
    """A function that makes one call, with all that it needs as arguments."""

    name: str
    functions: tuple[str, ...]
    """What is called, one after another."""
    called: str
    """What is called in the place of the last."""
    arguments: tuple[str, ...]
    whole: tuple[str, ...]
    """The arguments that are lengths."""
    results: tuple[str, ...]
    """Names for its results, in their order, none of which is an attribute any more."""

    def named(self, name: str) -> Function:
        """Describe a function of another name with these arguments and results."""
        return Function(name, self.arguments, self.results)


def flat_of(task: Task, function: str, called: str) -> Flat | None:
    """Describe a function as one of all that it needs; None for one that is so already.

    `called` is its own name, or that of what is called in its place.
    """
    if is_plain(task, function):
        return None
    functions = with_caches(task, function)
    whole = sizes_of(task, functions)
    arguments = (*arguments_of(task, function), *whole)
    name = FLAT_PREFIX + called.replace(".", " of ")
    results = tuple(result.replace(".", " ") for result in task.function(function).results)
    return Flat(name, functions, called, arguments, whole, results)


class RunAs(NamedTuple):
    """How a function is run on careful numbers: by which name, on what, and what comes back."""

    name: str
    arguments: tuple[str, ...]
    results: tuple[str, ...]
    keys: tuple[str, ...]
    flat: Flat | None


def run_as(task: Task, function: str, variant: str) -> RunAs:
    """Say how a variant of a function is run, which may be the function itself."""
    described = task.function(function)
    flat = flat_of(task, function, with_method(variant, function))
    if flat is None:
        return RunAs(variant, described.arguments, described.results, described.keys, None)
    return RunAs(flat.name, flat.arguments, flat.results, (), flat)


def flat_source(interface: Interface, flats: Iterable[Flat]) -> str:
    """Write what defines such functions, behind the text of a solution."""
    described = {each.name: (each.functions, each.called, each.arguments, each.whole) for each in flats}
    if not described:
        return ""
    return (
        f"{LOADING}\n_flat = {loading(FLAT_MODULES)}.FlatCalls(globals(), {interface_header(interface)!r})\n"
        f"for _name, _each in {described!r}.items():\n"
        f"    globals()[_name] = _flat.function(*_each)\n"
    )
