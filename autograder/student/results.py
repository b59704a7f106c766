"""What a function takes and returns, and its value taken apart into its results."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

import numpy as np


class Signature(NamedTuple):
    """The names of what a function takes and returns; several results may be keys of a dictionary."""

    arguments: tuple[str, ...]
    results: tuple[str, ...]
    dictionary: bool


def signatures_of(described: Mapping[str, Mapping[str, Any]]) -> dict[str, Signature]:
    """Read the signatures of functions from a request."""
    return {
        name: Signature(tuple(each["arguments"]), tuple(each["results"]), each["dictionary"])
        for name, each in described.items()
    }


def taken_apart(value: Any, signature: Signature) -> list[Any] | None:  # noqa: ANN401 - anything may be returned
    """List the results that a value holds, in the order of the signature; None if it holds others.

    Several results are a tuple, a list, or an array of numbers. To look is to run student code where the
    value is an object of the submission's own, whose length may be another than that of what it gives.
    """
    names = signature.results
    if signature.dictionary:
        holds_all = isinstance(value, dict) and all(name in value for name in names)
        return [value[name] for name in names] if holds_all else None
    if len(names) == 1:
        return [value]
    flat = isinstance(value, tuple | list) or (isinstance(value, np.ndarray) and value.ndim == 1)
    results = list(islice(value, len(names) + 1)) if flat else []
    return results if len(results) == len(names) else None
