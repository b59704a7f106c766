"""The values that a file's functions take and return, as far as an exercise can express them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

Value = Any
"""Whatever a file's function takes or returns."""
Values = Mapping[str, Value]
"""Values by the names of quantities."""


def is_number(value: Value) -> bool:
    """Whether a value is a single real number; a truth value is not."""
    if isinstance(value, np.ndarray):
        return value.ndim == 0 and value.dtype.kind in "iuf"
    return isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)


def is_array(value: Value) -> bool:
    """Whether a value is an array of numbers with at least one axis and one entry."""
    return isinstance(value, np.ndarray) and value.ndim > 0 and value.size > 0 and value.dtype.kind in "iuf"


def is_numeric(value: Value) -> bool:
    """Whether a value is a number or an array of numbers."""
    return is_number(value) or is_array(value)


def is_dictionary(value: Value) -> bool:
    """Whether a value is a dictionary of numbers and arrays whose keys can be names of quantities."""
    if not isinstance(value, dict) or not value:
        return False
    names = all(isinstance(key, str) and key.isidentifier() for key in value)
    return names and all(map(is_numeric, value.values()))


def is_whole(value: Value) -> bool:
    """Whether a value has an integer type."""
    return bool(np.asarray(value).dtype.kind in "iu")


def shape_of(value: Value) -> tuple[int, ...]:
    """Return the shape of a numeric value; of a single number, an empty one."""
    return tuple(np.shape(value))


def plain(value: Value) -> Value:
    """Turn a list of numbers into an array; any other value stays as it is."""
    if isinstance(value, list | tuple) and value:
        try:
            array = np.array(value)
        except ValueError:  # rows of different lengths
            return value
        return array if is_array(array) else value
    return value


def copied(value: Value) -> Value:
    """Copy a value as deep as arrays lie in it; other objects are kept."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, dict):
        return {key: copied(entry) for key, entry in value.items()}
    if type(value) in {list, tuple}:
        return type(value)(map(copied, value))
    return value


def in_floats(value: Value) -> Value:
    """Return real numbers in float64; whole numbers become floats as well."""
    return np.asarray(value, dtype=np.float64) if is_array(value) else float(value)


def equal(a: Value, b: Value) -> bool:
    """Whether two numeric values have one shape and the same numbers."""
    return is_numeric(a) and is_numeric(b) and bool(np.array_equal(a, b))
