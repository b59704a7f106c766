"""Split the returned value of a function into its results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np


class Signature(NamedTuple):
    """The names of a function's arguments and results.

    Several results may be keys of a dictionary. A result whose name starts with a dot is an attribute of the
    object whose method was called, and `returned` names the others. A bundle is an argument that is a
    dictionary of inputs.
    """

    arguments: tuple[str, ...]
    results: tuple[str, ...]
    returned: tuple[str, ...]
    keys: tuple[str, ...]
    bundles: Mapping[str, Sequence[str]]


def signatures_of(described: Mapping[str, Mapping[str, Any]]) -> dict[str, Signature]:
    """Read the signatures of functions from a request."""
    return {
        name: Signature(
            tuple(each["arguments"]),
            tuple(each["results"]),
            tuple(result for result in each["results"] if not result.startswith(".")),
            tuple(each["keys"]),
            each["bundles"],
        )
        for name, each in described.items()
    }


def taken_apart(
    value: Any,  # noqa: ANN401 - anything may be returned
    signature: Signature,
    owner: object = None,
) -> list[Any] | None:
    """List the results of a call in the order of the signature; None if what it returned holds others.

    Those that are attributes are read from the object whose method was called.
    """
    values = _held(value, signature)
    if values is None or len(signature.returned) == len(signature.results):
        return values
    returned = iter(values)
    return [
        getattr(owner, name[1:]) if name.startswith(".") else next(returned) for name in signature.results
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
