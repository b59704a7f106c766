"""Run functions of a module on careful numbers: values, bounds, and whether floats are exact there."""

from __future__ import annotations

import contextlib
import decimal
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, NamedTuple

import numpy as np

from autograder.numerics.careful import CONTEXT, Careful, NotCarefulError, Ties, careful
from autograder.numerics.careful_numpy import careful_names

Namespace = dict[str, Any]
NEGLIGIBLE_SHARE = Decimal(10) ** -36
"""Share of the bound within which 40 digits are the same number."""
UNIT = Decimal(2) ** -53
"""Share of the bound within which float64 cannot tell two numbers apart."""
FLOATS = (np.float64, np.float32)
LARGEST_FLOAT = Decimal(2) ** 1023
"""A float64 is smaller than this."""


class TieError(Exception):
    """A comparison on the way depends on rounding, and so does the result."""


class Result(NamedTuple):
    """One result of a function on careful numbers: entries in C order."""

    shape: tuple[int, ...]
    entries: tuple[Careful, ...]


class Signature(NamedTuple):
    """What a function returns: results one after another, or in a dictionary with these keys."""

    results: tuple[str, ...]
    keys: tuple[str, ...] = ()

    def taken_apart(self, name: str, value: Any) -> list[Any]:  # noqa: ANN401 - what a reference returns
        """List the results that a value holds; NotCarefulError if it holds others."""
        if not self.keys and len(self.results) == 1:
            return [value]
        if self.keys:
            held = [value[key] for key in self.keys if key in value] if isinstance(value, dict) else []
        else:
            is_array = isinstance(value, np.ndarray) and value.ndim == 1
            held = list(value) if is_array or isinstance(value, tuple | list) else []
        if len(held) != len(self.results):
            names = ", ".join(self.results)
            raise NotCarefulError(f"{name} does not return its {len(self.results)} results {names}")
        return held

    def put_together(self, values: Sequence[Any]) -> Any:  # noqa: ANN401 - as above
        """Return values as the function returns its results."""
        if self.keys:
            return dict(zip(self.keys, values, strict=True))
        return values[0] if len(values) == 1 else tuple(values)


class CarefulRun:
    """A module that has run in floats, whose functions are called with careful numbers."""

    def __init__(
        self, namespace: Namespace, parameters: Sequence[str], signatures: Mapping[str, Signature]
    ) -> None:
        self._namespace, self._signatures = namespace, signatures
        self._parameters = [name for name in parameters if name in namespace]
        self._names = careful_names(namespace)

    def results(self, name: str, arguments: Sequence[Any], *, exact_ties: bool = True) -> tuple[Result, ...]:
        """Call a function; TieError where a result depends on how a tie is decided.

        Without `exact_ties`, equal numbers that are handed over do not count as a tie: h > 0, where h is 0.
        """
        with decimal.localcontext(CONTEXT):
            given = [as_careful(argument) for argument in arguments]
            Ties.start(reverse=False, exact_ones=exact_ties)
            first = self._once(name, given)
            if Ties.met:
                Ties.start(reverse=True, exact_ones=exact_ties)
                if not all_alike(first, self._once(name, given), UNIT):
                    raise TieError
            return first

    def reply(self, name: str, *, exact_ties: bool = True) -> Callable[..., Any]:
        """Make the function that a judge calls: of each result value, bound and exactness, on a new axis."""

        def call(*arguments: Any) -> Any:  # noqa: ANN401 - arrays and numbers
            right = self.results(name, arguments, exact_ties=exact_ties)
            are_exact = self._are_all_exact(name, arguments, right)
            rows = [_rows(each, exact=exact) for each, exact in zip(right, are_exact, strict=True)]
            return self._signatures[name].put_together(rows)

        return call

    def _once(self, name: str, given: Sequence[Any]) -> tuple[Result, ...]:
        """Call a function with copies of its arguments; NumPy's names are replaced meanwhile."""
        function = self._namespace[name]
        copies = [_copied(argument) for argument in given]
        parameters = {each: as_careful(self._namespace[each]) for each in self._parameters}
        careful_values = {**self._names, **parameters}
        with _replaced(self._namespace, careful_values):
            value = function(*copies)
        held = self._signatures[name].taken_apart(name, value)
        return tuple(_result_of(name, each) for each in held)

    def _are_all_exact(self, name: str, arguments: Sequence[Any], right: Sequence[Result]) -> list[bool]:
        """Whether each result is not rounded at all in any floats."""
        by_dtype = [self._are_exact(dtype, name, arguments, right) for dtype in FLOATS]
        return [all(of_result) for of_result in zip(*by_dtype, strict=True)]

    def _are_exact(
        self,
        dtype: Any,  # noqa: ANN401 - a type of NumPy's
        name: str,
        arguments: Sequence[Any],
        right: Sequence[Result],
    ) -> list[bool]:
        """Whether each result is not rounded at all in floats of a dtype, which is found out."""
        values = self._values_in(dtype, name, arguments)
        if values is None:
            return [False] * len(right)
        if dtype is np.float64 and not all(map(math.isfinite, chain(*values))):
            raise NotCarefulError(f"{name} returns a number that is not finite")  # as log(exp(-800)) is
        with decimal.localcontext(CONTEXT):
            return [_are_same(each, result) for each, result in zip(values, right, strict=True)]

    def _values_in(
        self,
        dtype: Any,  # noqa: ANN401 - as above
        name: str,
        arguments: Sequence[Any],
    ) -> list[list[float]] | None:
        """Call a function with floats of a dtype; None if that does not work."""
        given = [_in_floats(argument, dtype) for argument in arguments]
        parameters = {each: _parameter_in(self._namespace[each], dtype) for each in self._parameters}
        with _replaced(self._namespace, parameters), np.errstate(all="ignore"):
            try:
                returned = self._namespace[name](*given)
                held = self._signatures[name].taken_apart(name, returned)
                return [np.asarray(each, dtype=float).ravel().tolist() for each in held]
            except Exception:  # noqa: BLE001 - then it is not exact
                return None


def _are_same(values: Sequence[float], right: Result) -> bool:
    return len(values) == len(right.entries) and all(
        _is_same(value, entry) for value, entry in zip(values, right.entries, strict=True)
    )


def _copied(argument: Any) -> Any:  # noqa: ANN401 - an array, a number or a dictionary of some
    if isinstance(argument, dict):
        return {name: _copied(value) for name, value in argument.items()}
    return argument.copy() if isinstance(argument, np.ndarray) else argument


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
        if not number.value.is_finite() or abs(number.value) >= LARGEST_FLOAT:
            raise NotCarefulError(f"{name} returns a number that is not finite")
        entries.append(number)
    return Result(array.shape, tuple(entries))


def all_alike(a: Sequence[Result], b: Sequence[Result], share: Decimal = NEGLIGIBLE_SHARE) -> bool:
    """Whether results are alike, one by one."""
    return len(a) == len(b) and all(alike(x, y, share) for x, y in zip(a, b, strict=True))


def alike(a: Result, b: Result, share: Decimal = NEGLIGIBLE_SHARE) -> bool:
    """Whether two results have one shape, and the same numbers within a share of their bounds."""
    return a.shape == b.shape and all(
        abs(x.value - y.value) <= share * (x.error + y.error)
        for x, y in zip(a.entries, b.entries, strict=True)
    )


def as_careful(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    """Make careful numbers of floats; whole numbers in arrays may be labels, and stay what they are."""
    if isinstance(argument, dict):
        return {name: as_careful(value) for name, value in argument.items()}
    if not isinstance(argument, np.ndarray):
        return careful(argument)
    if argument.dtype.kind in "iub":
        return argument
    entries = [entry if isinstance(entry, Careful) else Careful(entry) for entry in argument.ravel().tolist()]
    return careful_array(entries, argument.shape)


def careful_array(entries: Sequence[Careful], shape: tuple[int, ...]) -> np.ndarray[Any, Any]:
    """Make an array; np.array would first ask each number in several ways whether it is an array itself."""
    return np.fromiter(entries, dtype=object, count=len(entries)).reshape(shape)


def _in_floats(argument: Any, dtype: Any) -> Any:  # noqa: ANN401 - an array or a number
    if isinstance(argument, dict):
        return {name: _in_floats(value, dtype) for name, value in argument.items()}
    is_float = isinstance(argument, np.ndarray) and argument.dtype.kind == "f"
    return argument.astype(dtype) if is_float else argument


def _parameter_in(value: Any, dtype: Any) -> Any:  # noqa: ANN401 - an array or a number
    return value.astype(dtype) if isinstance(value, np.ndarray) else dtype(value)


def _is_same(value: float, entry: Careful) -> bool:
    """Whether a float is the careful number, in all of its digits."""
    return math.isfinite(value) and abs(Decimal(value) - entry.value) <= NEGLIGIBLE_SHARE * (
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
