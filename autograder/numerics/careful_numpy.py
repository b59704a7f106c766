"""NumPy's and math's names as the reference finds them while it runs on careful numbers.

NumPy works on arrays of objects by their own operators. What would turn them into floats is replaced here:
arrays of zeros take any entry, and a dtype that was asked for is left out where it is float64.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from autograder.numerics.careful import Careful, NotCarefulError, careful
from autograder.numerics.careful_rules import RULES

WIDE = {float, "float", "float64", "d", np.float64, np.dtype(np.float64), object, None}
"""Dtypes that careful numbers stand in for."""
FILLED = {"zeros": 0.0, "ones": 1.0, "empty": 0.0}
"""What makes arrays that are written into later."""


def holds_careful(value: object) -> bool:
    """Whether a value is a careful number, or a list or array with one in it."""
    if isinstance(value, np.ndarray):
        return bool(value.dtype == object)
    if isinstance(value, list | tuple):
        return any(map(holds_careful, value))
    return isinstance(value, Careful)


class CarefulModule(ModuleType):
    """A module some of whose names are replaced."""

    def __init__(self, module: ModuleType, names: dict[str, Any]) -> None:
        super().__init__(module.__name__)
        self.__dict__.update(names)
        self._module = module

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(self._module, name)


def careful_names(namespace: dict[str, Any]) -> dict[str, Any]:
    """Find the names of a module that mean NumPy, math or a function of theirs, with what stands in."""
    by_id: dict[int, object] = {id(np): NUMPY, id(math): MATH}
    by_id |= {id(getattr(np, name)): new for name, new in NUMPY_NAMES.items()}
    by_id |= {id(getattr(math, name)): new for name, new in MATH_NAMES.items()}
    return {name: by_id[id(value)] for name, value in namespace.items() if id(value) in by_id}


def _filled(name: str, value: float) -> Callable[..., Any]:
    """Make an array that takes careful numbers, unless another dtype than float64 is asked for."""

    def make(shape: Any, dtype: Any = None, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - NumPy's own
        if _narrow(dtype):
            return getattr(np, name)(shape, dtype, *rest, **named)
        return np.full(shape, value, dtype=object)

    return make


def _filled_like(name: str, value: float) -> Callable[..., Any]:
    def make(array: Any, dtype: Any = None, **named: Any) -> Any:  # noqa: ANN401 - NumPy's own
        if _narrow(dtype):
            return getattr(np, f"{name}_like")(array, dtype, **named)
        return np.full(np.shape(array), value, dtype=object)

    return make


def _full(shape: Any, value: Any, dtype: Any = None) -> Any:  # noqa: ANN401 - NumPy's own
    return np.full(shape, value, dtype if _narrow(dtype) else object)


def _narrow(dtype: Any) -> bool:  # noqa: ANN401 - whatever names a dtype
    """Whether a dtype is another than float64; a narrower float would lose digits."""
    if dtype in WIDE:
        return False
    if np.issubdtype(np.dtype(dtype), np.floating):
        raise NotCarefulError(f"{np.dtype(dtype)} loses digits of careful numbers; leave the dtype out")
    return True


def _without_dtype(function: Callable[..., Any]) -> Callable[..., Any]:
    """Leave float64 out of the dtypes asked for where careful numbers come in."""

    def make(value: Any, dtype: Any = None, **named: Any) -> Any:  # noqa: ANN401 - NumPy's own
        if holds_careful(value):
            return function(value, dtype=dtype if _narrow(dtype) else None, **named)
        return function(value, dtype=dtype, **named)

    return make


def _of_careful(name: str) -> Callable[..., Any]:
    """Apply a function of one variable to careful numbers and to the floats among them.

    Constants come among them by np.where and np.clip, and a float has no method `log` for NumPy to find.
    """
    function = getattr(np, name)

    def apply(value: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401 - NumPy's own
        if isinstance(value, np.ndarray) and value.dtype == object:
            value = value.copy()
            for place, entry in np.ndenumerate(value):
                value[place] = careful(entry)
        return function(value, *rest, **named)

    return apply


def _logaddexp(a: Any, b: Any) -> Any:  # noqa: ANN401 - NumPy's own
    """Compute log(exp(a) + exp(b)); 40 digits need no detour by the larger one."""
    return NUMPY_NAMES["log"](NUMPY_NAMES["exp"](a) + NUMPY_NAMES["exp"](b))


def _isfinite(value: Any) -> Any:  # noqa: ANN401 - NumPy's own
    if not holds_careful(value):
        return np.isfinite(value)
    entries = np.asarray(value, dtype=object)
    finite = np.array([_is_finite(entry) for entry in entries.flat])
    return finite.reshape(entries.shape)[()]


def _is_finite(entry: Any) -> bool:  # noqa: ANN401 - a careful number, or another one
    return not isinstance(entry, Careful) or entry.value.is_finite()


def _in_math(name: str) -> Callable[..., Any]:
    """Refuse careful numbers in a function of math, and name NumPy's in its place."""
    numpys = {"pow": "power", "fabs": "abs", "fsum": "sum"}.get(name, name)
    remedy = f"write np.{numpys}" if hasattr(np, numpys) else "write it with NumPy's functions"

    def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - math's own
        if any(map(holds_careful, arguments)):
            raise NotCarefulError(f"math.{name} takes no careful numbers; {remedy}")
        return getattr(math, name)(*arguments, **named)

    return call


NUMPY_NAMES: dict[str, Any] = {
    **{name: _filled(name, value) for name, value in FILLED.items()},
    **{f"{name}_like": _filled_like(name, value) for name, value in FILLED.items()},
    **{name: _without_dtype(getattr(np, name)) for name in ("array", "asarray")},
    **{name: _of_careful(name) for name in RULES},
    "full": _full,
    "isfinite": _isfinite,
    "logaddexp": _logaddexp,
}
MATH_NAMES = {name: _in_math(name) for name in dir(math) if callable(getattr(math, name)) and name[0] != "_"}
NUMPY = CarefulModule(np, NUMPY_NAMES)
MATH = CarefulModule(math, MATH_NAMES)
