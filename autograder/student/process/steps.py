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
            moved = self._moved(self.parameters[name], reading)
            if moved is None:
                return False
            self.parameters[name] = moved
        return True

    def _moved(self, value: Any, reading: Numbers | Other) -> Any:  # noqa: ANN401 - an array or a number
        """Move a parameter by -lr times a derivative; None if shapes differ, or the end is not finite."""
        if isinstance(reading, Other):
            return None
        derivative = np.frombuffer(reading.payload, LITTLE_ENDIAN[reading.dtype])
        if not isinstance(value, np.ndarray):
            number = float(derivative[0]) if derivative.size == 1 else math.nan
            moved = value - self._lr * number
            return moved if math.isfinite(moved) else None
        is_one_number = derivative.size == value.size == 1
        if not is_one_number and reading.shape != value.shape:
            return None
        with np.errstate(all="ignore"):
            changed = value - self._lr * derivative.astype(np.float64).reshape(value.shape)
        return changed if np.isfinite(changed).all() else None
