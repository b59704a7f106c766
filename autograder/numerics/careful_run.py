"""Run functions of a module on careful numbers: what they give, how far off right code may be, and how sure."""

from __future__ import annotations

import contextlib
import decimal
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
"""A value beyond is no float64."""


class TieError(Exception):
    """A comparison on the way depends on rounding, and so does the result."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a function gives on careful numbers: entries in C order."""

    shape: tuple[int, ...]
    entries: tuple[Careful, ...]


def result(namespace: Namespace, name: str, arguments: Sequence[Any], parameter: str) -> Result:
    """Run a function on careful numbers; TieError where it depends on how a tie is decided."""
    with decimal.localcontext(CONTEXT):
        given = [_as_careful(argument) for argument in arguments]
        Ties.start(reverse=False)
        first = _once(namespace, name, given, parameter)
        if Ties.met:
            Ties.start(reverse=True)
            if not alike(first, _once(namespace, name, given, parameter), UNIT):
                raise TieError
        return first


def alike(a: Result, b: Result, share: Decimal = ALIKE) -> bool:
    """Whether two results have one shape, and the same numbers within a share of their bounds."""
    return a.shape == b.shape and all(
        abs(x.value - y.value) <= share * (x.error + y.error)
        for x, y in zip(a.entries, b.entries, strict=True)
    )


def reply(namespace: Namespace, name: str, parameter: str) -> Callable[..., np.ndarray[Any, Any]]:
    """Make the function that a judge calls: value, bound, and whether floats are exact, along a new axis."""

    def call(*arguments: Any) -> np.ndarray[Any, Any]:  # noqa: ANN401 - arrays and numbers
        found = result(namespace, name, arguments, parameter)
        with decimal.localcontext(CONTEXT):
            exact = all(_is_exact(namespace, name, arguments, parameter, found, dtype) for dtype in FLOATS)
        values = [_float_of(entry.value) for entry in found.entries]
        errors = [_float_of(entry.error) for entry in found.entries]
        rows = np.array([values, errors, [float(exact)] * len(values)])
        return rows.reshape((3, *found.shape))

    return call


def _as_careful(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make careful numbers of floats; whole numbers, which may be labels, stay what they are."""
    if not isinstance(argument, np.ndarray):
        return argument if isinstance(argument, Careful) else careful(argument)
    if argument.dtype.kind in "iub":
        return argument.copy()
    entries = [v if isinstance(v, Careful) else Careful(v) for v in argument.ravel().tolist()]
    made = np.empty(len(entries), dtype=object)
    made[:] = entries
    return made.reshape(argument.shape)


def _once(namespace: Namespace, name: str, given: Sequence[Any], parameter: str) -> Result:
    """Call a function with copies of its arguments; its module finds NumPy's names replaced meanwhile."""
    copies = [a.copy() if isinstance(a, np.ndarray) else a for a in given]
    with _replaced(namespace, careful_names(namespace) | {parameter: _as_careful(namespace[parameter])}):
        value = namespace[name](*copies)
    array = np.asarray(value, dtype=object)
    entries = tuple(map(careful, array.ravel().tolist()))
    numbers = tuple(entry for entry in entries if entry is not None)
    if len(numbers) < len(entries):
        raise NotCarefulError(f"{name} returns {_kind(value)}, where a number or an array of them is needed")
    for number in numbers:
        if not (number.value.is_finite() and abs(number.value) < LARGEST):
            raise NotCarefulError(f"{name} returns {number.value}, which is not a finite number")
    return Result(array.shape, numbers)


def _kind(value: object) -> str:
    return "None" if value is None else f"a {type(value).__name__}"


def _is_exact(  # noqa: PLR0913, PLR0917 - the run, and in which floats
    namespace: Namespace, name: str, arguments: Sequence[Any], parameter: str, right: Result, dtype: Any
) -> bool:
    """Whether a function does not round at all in floats of a dtype, which is found out."""
    given = [a.astype(dtype) if isinstance(a, np.ndarray) and a.dtype.kind == "f" else a for a in arguments]
    with _replaced(namespace, {parameter: dtype(namespace[parameter])}), np.errstate(all="ignore"):
        try:
            values = np.asarray(namespace[name](*given), dtype=float).ravel().tolist()
        except Exception:  # noqa: BLE001 - then it is not exact
            return False
    return len(values) == len(right.entries) and all(
        np.isfinite(value) and abs(Decimal(value) - entry.value) <= ALIKE * (entry.error + abs(entry.value))
        for value, entry in zip(values, right.entries, strict=True)
    )


def _float_of(value: Decimal) -> float:
    """Round to float64; a bound that is no number bounds nothing, and is inf."""
    return float(value) if value.is_finite() else np.inf


@contextlib.contextmanager
def _replaced(namespace: Namespace, names: Namespace) -> Iterator[None]:
    """Give names other values for a while."""
    before = {name: namespace[name] for name in names if name in namespace}
    namespace.update(names)
    try:
        yield
    finally:
        for name in names:
            if name in before:
                namespace[name] = before[name]
            else:
                del namespace[name]
