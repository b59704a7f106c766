"""Functions of a submission that give right values, for a call, in the place of the wrong ones they give."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.student.process.values import Values

ALIKE = 2.0**-26
"""Share within which two values are one: what they are made of may be rounded otherwise."""


@contextlib.contextmanager
def standing_in(
    namespace: dict[str, Any], described: Sequence[Mapping[str, str]], values: Values
) -> Iterator[None]:
    """Replace functions for a while; what they give for other arguments stays what it is."""
    before = {each["function"]: namespace[each["function"]] for each in described}
    for each in described:
        name = each["function"]
        namespace[name] = _with_right_value(namespace[name], values[each["own"]], values[each["right"]])
    try:
        yield
    finally:
        namespace.update(before)


def _with_right_value(function: Callable[..., Any], own: Any, right: Any) -> Callable[..., Any]:  # noqa: ANN401 - arrays
    def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the file calls it
        value = function(*arguments, **named)
        return np.array(right) if _are_alike(value, own) else value

    return call


def _are_alike(value: Any, own: Any) -> bool:  # noqa: ANN401 - whatever it returned
    if not isinstance(value, np.ndarray) or value.shape != np.shape(own) or value.dtype.kind != "f":
        return False
    return bool(np.allclose(value, own, rtol=ALIKE, atol=0, equal_nan=True))
