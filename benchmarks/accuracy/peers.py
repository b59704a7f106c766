"""The usual checks of other graders, restated, run on one submission of the linear regression exercise.

    python benchmarks/accuracy/peers.py < SOURCES.json > ANSWERS.json

Reads a JSON list of students' files as texts, writes a JSON list with what each check says of each. Students'
code runs in this very process, so call it as a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from types import FrameType
from typing import Any

import numpy as np
import numpy.typing as npt

SECONDS = 2.0
W = 0.5
SEED = 20240229

Array = npt.NDArray[np.floating[Any]]
Data = tuple[Array, Array]
Rule = Callable[["Student"], bool]


class OutOfTimeError(BaseException):
    """The time is over; no `except Exception` of a student's stops it."""


class Student:
    """A student's file that has run: its functions, and its global w to set."""

    def __init__(self, source: str) -> None:
        self._names: dict[str, Any] = {"__name__": "student"}
        exec(compile(source, "student.py", "exec"), self._names)  # noqa: S102 - running it is the point

    def set_global(self, name: str, value: object) -> None:
        """Give a global of the module a value."""
        self._names[name] = value

    def call(self, name: str, *arguments: Array) -> Any:  # noqa: ANN401 - whatever a student returns
        """Call one of the file's functions."""
        return self._names[name](*arguments)


def own_data(dtype: type[np.floating[Any]] = np.float32) -> Data:
    """Return X and Y of the exercise, fresh, as a student may write into them."""
    return np.array([1, 2, 3, 4], dtype=dtype), np.array([2, 4, 6, 8], dtype=dtype)


def compares(student: Student, close: Callable[[Any, Any], bool], data: Data, w: float) -> bool:
    """Compare each function's value with the reference's, on the reference's own prediction."""
    x, y = data
    y_pred = w * x
    loss, gradient = ((y_pred - y) ** 2).mean(), np.mean(2 * x * (y_pred - y))
    student.set_global("w", w)
    return (
        close(student.call("forward", x.copy()), y_pred)
        and close(student.call("loss", y.copy(), y_pred.copy()), loss)
        and close(student.call("gradient", x.copy(), y.copy(), y_pred.copy()), gradient)
    )


def assert_allclose(actual: object, desired: Array) -> bool:
    """Ask numpy's assertion, as a comparison: it raises, which refuses too."""
    np.testing.assert_allclose(np.asanyarray(actual), desired)
    return True


def allclose_own(student: Student) -> bool:
    """Compare by np.allclose on the exercise's data."""
    return compares(student, np.allclose, own_data(), W)


def assert_allclose_own(student: Student) -> bool:
    """Compare by np.testing.assert_allclose on the exercise's data."""
    return compares(student, assert_allclose, own_data(), W)


def allclose_fresh(student: Student) -> bool:
    """Compare by np.allclose on ten random points."""
    rng = np.random.default_rng(SEED)
    return compares(student, np.allclose, (rng.normal(size=10), rng.normal(size=10)), float(rng.normal()))


def converges(student: Student) -> bool:
    """Train as the exercise does, and look whether w came near 2."""
    x, y = own_data()
    w: Any = 0.0
    for _ in range(30):
        student.set_global("w", w)
        y_pred = student.call("forward", x)
        student.call("loss", y, y_pred)
        w = w - 0.01 * student.call("gradient", x, y, y_pred)
    return bool(abs(w - 2) < 0.05)


def slopes(student: Student, data: Data, step: float) -> tuple[Any, Any]:
    """Return the student's gradient, and the centred difference of the student's own loss in w."""
    x, y = data

    def loss(w: float) -> Any:  # noqa: ANN401 - whatever a student returns
        student.set_global("w", w)
        return student.call("loss", y, student.call("forward", x))

    numerical = (loss(W + step) - loss(W - step)) / (2 * step)
    student.set_global("w", W)
    return student.call("gradient", x, y, student.call("forward", x)), numerical


def relative_error(student: Student, data: Data) -> bool:
    """Ask for the relative error of CS231n's notes: "1e-7 and less you should be happy"."""
    analytic, numerical = slopes(student, data, 1e-5)
    scale = np.maximum(np.abs(analytic), np.abs(numerical))
    return bool(np.all(np.abs(analytic - numerical) / scale < 1e-7))


def gradcheck(student: Student, data: Data) -> bool:
    """Apply the rule of torch.autograd.gradcheck, with its default eps, atol and rtol."""
    analytic, numerical = slopes(student, data, 1e-6)
    return bool(np.all(np.abs(analytic - numerical) <= 1e-5 + 1e-3 * np.abs(numerical)))


CHECKS: dict[str, Rule] = {
    "np.allclose": allclose_own,
    "assert_allclose(rtol=1e-7)": assert_allclose_own,
    "np.allclose, fresh data": allclose_fresh,
    "converges to 2": converges,
    "CS231n relative error": lambda student: relative_error(student, own_data()),
    "CS231n relative error, float64": lambda student: relative_error(student, own_data(np.float64)),
    "torch gradcheck": lambda student: gradcheck(student, own_data()),
    "torch gradcheck, float64": lambda student: gradcheck(student, own_data(np.float64)),
}
"""Each on the exercise's data as it is given, and those that ask for double precision on that, too."""

RULES = tuple(CHECKS)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError in the block at its end, and again and again should the block catch it."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def quiet() -> Iterator[None]:
    """Send what students print to nowhere, and their warnings too."""
    with (
        open(os.devnull, "w", encoding="utf-8") as nowhere,  # noqa: PTH123 - a device
        redirect_stdout(nowhere),
        warnings.catch_warnings(action="ignore"),
        np.errstate(all="ignore"),
    ):
        yield


def accepts(rule: Rule, source: str) -> bool:
    """Run the file anew, so that no rule sees what another left, and ask one rule."""
    random.seed(SEED)
    np.random.seed(SEED)  # noqa: NPY002 - what students draw from: the same figures every time
    with suppress(BaseException), quiet(), time_limit(SECONDS):
        return rule(Student(source))
    return False


def accepted(source: str) -> dict[str, bool]:
    """Say for each rule whether it accepts a student's file; an exception or too long a run is refused."""
    return {name: accepts(rule, source) for name, rule in CHECKS.items()}


def main() -> None:
    """Answer for a JSON list of files."""
    json.dump([accepted(source) for source in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
