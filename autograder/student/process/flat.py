"""Functions of all that a method, or a function with a cache, needs: an author's own code is called by them.

They make the object, and the cache, in whatever numbers they are called with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from autograder.student.process.objects import before, class_of, made_of, makings_of, method
from autograder.student.process.results import UNSET, signatures_of, taken_apart

Namespace = dict[str, Any]


def _length(value: Any) -> int:  # noqa: ANN401 - a number of any kind
    """Read a length, which may be a careful number."""
    return int(getattr(value, "value", value))


class UnsetError(Exception):
    """A method does not set an attribute that is one of its results."""


class FlatCalls:
    """The functions of a namespace, as a header describes them."""

    def __init__(self, namespace: Namespace, header: Mapping[str, Any]) -> None:
        self._namespace = namespace
        self._signatures = signatures_of(header["functions"])
        self._makings = makings_of(header["objects"])

    def function(
        self, functions: Sequence[str], called: str, names: Sequence[str], whole: Sequence[str]
    ) -> Callable[..., Any]:
        """Make a function of the values of some names that calls functions one after another.

        `called` is called in the place of the last, whose results come back; `whole` names what is a length.
        """
        *makers, last = functions
        wanted = self._signatures[last].results

        def call(*given: Any) -> Any:  # noqa: ANN401 - numbers of any kind
            values = dict(zip(names, given, strict=True))
            for name in whole:
                values[name] = _length(values[name])
            for maker in makers:
                values.update(self._made(maker, maker, values))
            made = self._made(last, called, values)
            if not made:
                return None
            results = [made[name] for name in wanted]
            return results if len(results) > 1 else results[0]

        return call

    def _made(self, function: str, called: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Call a function, and return what it makes by name: nothing where it returns something else."""
        signature = self._signatures[function]
        owner = None
        if "." in called:
            making = self._makings[class_of(function)]
            owner = made_of(self._namespace[class_of(called)], making, values)
            for earlier in before(making, function):
                method(owner, earlier)(*self._arguments(earlier, values))
        run = self._namespace[called] if owner is None else method(owner, called)
        results = taken_apart(run(*self._arguments(function, values)), signature, owner)
        if results is None:
            return {}
        unset = [name for name, value in zip(signature.given_on, results, strict=True) if value is UNSET]
        if unset:
            raise UnsetError(f"does not set {unset[0]}")
        return dict(zip(signature.given_on, results, strict=True))

    def _arguments(self, function: str, values: Mapping[str, Any]) -> list[Any]:
        """List the arguments of a function: values, and dictionaries of values."""
        signature = self._signatures[function]
        bundles = {name: {each: values[each] for each in held} for name, held in signature.bundles.items()}
        return [bundles[name] if name in bundles else values[name] for name in signature.arguments]
