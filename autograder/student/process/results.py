"""Split the returned value of a function into its results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np

from autograder.facts.attributes import ATTRIBUTE


class Unset:
    """The value of an attribute that a method was to set, and did not."""


UNSET = Unset()


class Signature(NamedTuple):
    """The names of a function's arguments and results.

    Several results may be keys of a dictionary. A result whose name starts with `self.` is an attribute of
    the object whose method was called. `returned` names the others, and the cache behind them, which holds
    whatever a function keeps for another. A bundle is an argument that is a dictionary of inputs.
    """

    arguments: tuple[str, ...]
    results: tuple[str, ...]
    returned: tuple[str, ...]
    keys: tuple[str, ...]
    bundles: Mapping[str, Sequence[str]]
    cache: tuple[str, ...]  # one name at most

    @property
    def given_on(self) -> tuple[str, ...]:
        """What other functions may take: the results, and the cache behind them."""
        return self.results + self.cache


def signatures_of(described: Mapping[str, Mapping[str, Any]]) -> dict[str, Signature]:
    """Read the signatures of functions from a request."""
    return {
        name: Signature(
            tuple(each["arguments"]),
            tuple(each["results"]),
            tuple(result for result in each["results"] if not result.startswith(ATTRIBUTE)) + _cache_of(each),
            tuple(each["keys"]),
            each["bundles"],
            _cache_of(each),
        )
        for name, each in described.items()
    }


def _cache_of(described: Mapping[str, Any]) -> tuple[str, ...]:
    return (described["cache"],) if "cache" in described else ()


def taken_apart(
    value: Any,  # noqa: ANN401 - anything may be returned
    signature: Signature,
    owner: object = None,
) -> list[Any] | None:
    """List the results of a call in the order of the signature; None if what it returned holds others.

    Those that are attributes are read from the object whose method was called. The cache comes last.
    """
    values = _held(value, signature)
    if values is None or len(signature.returned) == len(signature.given_on):
        return values
    returned = iter(values)
    return [
        getattr(owner, name.removeprefix(ATTRIBUTE), UNSET) if name.startswith(ATTRIBUTE) else next(returned)
        for name in signature.given_on
    ]


def _held(value: Any, signature: Signature) -> list[Any] | None:  # noqa: ANN401 - anything may be returned
    """List the results that a value holds, in the order of the signature; None if it holds others.

    Several results are a tuple, a list, or an array of numbers. To look is to run student code where the
    value is an object of the submission's own, whose length may be another than that of what it gives.
    """
    names = signature.returned
    if signature.keys:
        holds_all = isinstance(value, dict) and all(key in value for key in signature.keys)
        return [value[key] for key in signature.keys] if holds_all else None
    if len(names) == 1:
        return [value]
    if not names:
        return []
    flat = isinstance(value, tuple | list) or (isinstance(value, np.ndarray) and value.ndim == 1)
    results = list(islice(value, len(names) + 1)) if flat else []
    return results if len(results) == len(names) else None
