"""Run functions of a module on careful numbers: values, bounds, and whether floats are exact there."""

from __future__ import annotations

import contextlib
import decimal
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from autograder.numerics.careful import CONTEXT, Careful, NotCarefulError, Ties, careful
from autograder.numerics.careful_numpy import careful_names

Namespace = dict[str, Any]
ALIKE = Decimal(10) ** -36
"""Share of the bound within which 40 digits are the same number."""
UNIT = Decimal(2) ** -53
"""Share of the bound within which float64 cannot tell two numbers apart."""
FLOATS = (np.float64, np.float32)
LARGEST = Decimal(2) ** 1023
"""A float64 is smaller than this."""


class TieError(Exception):
    """A comparison on the way depends on rounding, and so does the result."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a function gives on careful numbers: entries in C order."""

    shape: tuple[int, ...]
    entries: tuple[Careful, ...]


class CarefulRun:
    """A module that has run in floats, whose functions are called with careful numbers."""

    def __init__(self, namespace: Namespace, parameter: str) -> None:
        self._namespace, self._parameter = namespace, parameter
        self._names = careful_names(namespace)

    def result(self, name: str, arguments: Sequence[Any]) -> Result:
        """Call a function; TieError where the result depends on how a tie is decided."""
        with decimal.localcontext(CONTEXT):
            given = [as_careful(argument) for argument in arguments]
            Ties.start(reverse=False)
            first = self._once(name, given)
            if Ties.met:
                Ties.start(reverse=True)
                if not alike(first, self._once(name, given), UNIT):
                    raise TieError
            return first

    def reply(self, name: str) -> Callable[..., np.ndarray[Any, Any]]:
        """Make the function that a judge calls: value, bound, and whether floats are exact, on a new axis."""

        def call(*arguments: Any) -> np.ndarray[Any, Any]:  # noqa: ANN401 - arrays and numbers
            right = self.result(name, arguments)
            exact = all(self._is_exact(name, arguments, right, dtype) for dtype in FLOATS)
            return _rows(right, exact=exact)

        return call

    def _once(self, name: str, given: Sequence[Any]) -> Result:
        """Call a function with copies of its arguments; NumPy's names are replaced meanwhile."""
        function = self._namespace[name]
        copies = [a.copy() if isinstance(a, np.ndarray) else a for a in given]
        parameter = as_careful(self._namespace[self._parameter])
        names = {**self._names, self._parameter: parameter}
        with _replaced(self._namespace, names):
            value = function(*copies)
        return _result_of(name, value)

    def _is_exact(self, name: str, arguments: Sequence[Any], right: Result, dtype: Any) -> bool:  # noqa: ANN401
        """Whether a function does not round at all in floats of a dtype, which is found out."""
        given = [_in_floats(argument, dtype) for argument in arguments]
        parameter = dtype(self._namespace[self._parameter])
        with _replaced(self._namespace, {self._parameter: parameter}), np.errstate(all="ignore"):
            try:
                values = np.asarray(self._namespace[name](*given), dtype=float).ravel().tolist()
            except Exception:  # noqa: BLE001 - then it is not exact
                return False
        with decimal.localcontext(CONTEXT):
            return len(values) == len(right.entries) and all(
                _is_same(value, entry) for value, entry in zip(values, right.entries, strict=True)
            )


def _rows(right: Result, *, exact: bool) -> np.ndarray[Any, Any]:
    """Stack values, bounds, and whether floats are exact along a new first axis."""
    rows = np.empty((3, len(right.entries)))
    for k, entry in enumerate(right.entries):
        rows[0, k] = _float_of(entry.value)
        rows[1, k] = _float_of(entry.error)
    rows[2] = exact
    return rows.reshape((3, *right.shape))


def _result_of(name: str, value: Any) -> Result:  # noqa: ANN401 - what a reference returns
    """Read what a function returned; NotCarefulError if it is not an array of finite numbers."""
    array = np.asarray(value, dtype=object)
    entries: list[Careful] = []
    for entry in array.ravel().tolist():
        number = careful(entry)
        if number is None:
            kind = "None" if value is None else f"a {type(value).__name__}"
            raise NotCarefulError(f"{name} returns {kind}, where a number or an array of them is needed")
        if not number.value.is_finite() or abs(number.value) >= LARGEST:
            raise NotCarefulError(f"{name} returns a number that is not finite")
        entries.append(number)
    return Result(array.shape, tuple(entries))


def alike(a: Result, b: Result, share: Decimal = ALIKE) -> bool:
    """Whether two results have one shape, and the same numbers within a share of their bounds."""
    return a.shape == b.shape and all(
        abs(x.value - y.value) <= share * (x.error + y.error)
        for x, y in zip(a.entries, b.entries, strict=True)
    )


def as_careful(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make careful numbers of floats; whole numbers in arrays may be labels, and stay what they are."""
    if not isinstance(argument, np.ndarray):
        return careful(argument)
    if argument.dtype.kind in "iub":
        return argument
    entries = [entry if isinstance(entry, Careful) else Careful(entry) for entry in argument.ravel().tolist()]
    made = np.empty(len(entries), dtype=object)
    made[:] = entries
    return made.reshape(argument.shape)


def _in_floats(argument: Any, dtype: Any) -> Any:  # noqa: ANN401 - an array or a number
    is_float = isinstance(argument, np.ndarray) and argument.dtype.kind == "f"
    return argument.astype(dtype) if is_float else argument


def _is_same(value: float, entry: Careful) -> bool:
    """Whether a float is the careful number, in all of its digits."""
    return math.isfinite(value) and abs(Decimal(value) - entry.value) <= ALIKE * (
        entry.error + abs(entry.value)
    )


def _float_of(value: Decimal) -> float:
    """Round to float64; a value that is not finite, as a bound may be, becomes inf."""
    return float(value) if value.is_finite() else math.inf


@contextlib.contextmanager
def _replaced(namespace: Namespace, names: Namespace) -> Iterator[None]:
    """Give names that a module has other values for a while."""
    before = {name: namespace[name] for name in names}
    namespace.update(names)
    try:
        yield
    finally:
        namespace.update(before)
