"""What a function is given in a run on careful numbers: they, or floats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.numerics.careful import Careful, careful


def copied(argument: Any) -> Any:  # noqa: ANN401 - an array, a number or a dictionary of some
    """Copy what a function may write into."""
    if isinstance(argument, dict):
        return {name: copied(value) for name, value in argument.items()}
    return argument.copy() if isinstance(argument, np.ndarray) else argument


def as_careful(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make careful numbers of floats; whole numbers in arrays may be labels, and stay what they are."""
    if isinstance(argument, dict):
        return {name: as_careful(value) for name, value in argument.items()}
    if not isinstance(argument, np.ndarray):
        return careful(argument)
    if argument.dtype.kind in "iub":
        return argument
    entries = [entry if isinstance(entry, Careful) else Careful(entry) for entry in argument.ravel().tolist()]
    return object_array(entries, argument.shape)


def in_floats(argument: Any, dtype: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make an array one of floats of a dtype; whole numbers stay what they are."""
    if isinstance(argument, dict):
        return {name: in_floats(value, dtype) for name, value in argument.items()}
    is_float = isinstance(argument, np.ndarray) and argument.dtype.kind == "f"
    return argument.astype(dtype) if is_float else argument


def parameter_in(value: Any, dtype: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make a parameter one of floats of a dtype."""
    return value.astype(dtype) if isinstance(value, np.ndarray) else dtype(value)


def object_array(entries: Sequence[Any], shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
    """Make an array of objects; np.array would ask each first whether it is an array itself."""
    return np.fromiter(entries, dtype=object, count=len(entries)).reshape(shape)
