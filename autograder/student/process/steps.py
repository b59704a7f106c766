"""Parameters on their way downhill: each moves by -lr times its derivative, epoch by epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.student.process.describe import LITTLE_ENDIAN, Numbers, Other
from autograder.student.process.values import Values


class Steps:
    """The parameters of a descent that a request describes, and how they move."""

    def __init__(self, descent: Mapping[str, Any], values: Values) -> None:
        self.derivatives: dict[str, str] = descent["derivatives"]
        self.epochs: int = descent["epochs"]
        self._lr: float = descent["lr"]
        self.parameters: dict[str, Any] = {name: values[name] for name in self.derivatives}

    def take(self, readings: Sequence[Numbers | Other]) -> bool:
        """Take one step, with derivatives in the order of the parameters; return whether another can follow.

        None can after a derivative that is not numbers of its parameter's shape, or not finite.
        """
        for name, reading in zip(self.derivatives, readings, strict=True):
            value = self.parameters[name]
            derivative = _like(value, reading)
            if derivative is None:
                return False
            self.parameters[name] = self._moved(value, derivative)
        return all(map(_is_finite, self.parameters.values()))

    def _moved(self, value: Any, derivative: Any) -> Any:  # noqa: ANN401 - arrays or numbers
        if type(value) is float:  # which overflows without a warning
            return value - self._lr * derivative
        with np.errstate(all="ignore"):
            return value - self._lr * derivative


def _like(value: Any, reading: Numbers | Other) -> Any:  # noqa: ANN401 - an array or a number
    """Read a derivative as float64, in the shape of a parameter; None if it has another one."""
    if isinstance(reading, Other):
        return None
    entries = np.frombuffer(reading.payload, LITTLE_ENDIAN[reading.dtype])
    if not isinstance(value, np.ndarray):
        return float(entries[0]) if entries.size == 1 else None
    is_one_number = entries.size == value.size == 1
    if is_one_number or reading.shape == value.shape:
        return entries.astype(np.float64).reshape(value.shape)
    return None


def _is_finite(value: Any) -> bool:  # noqa: ANN401 - an array or a number
    return bool(np.isfinite(value).all()) if isinstance(value, np.ndarray) else math.isfinite(value)
