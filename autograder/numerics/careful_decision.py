"""Decide on careful numbers whether two functions are the same function.

It is independent of all that marks a submission: points of its own, and equality in nearly all of 40 digits
in the place of a tolerance.
"""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from autograder.numerics.careful import DIGITS, Careful
from autograder.numerics.careful_run import CarefulRun, Namespace, Result, alike

EQUAL, DIFFERENT, UNDECIDED = 1.0, 0.0, -1.0
SIZES = (1, 2, 3, 5, 8)
ROUNDS = 3
CLOSE = 1e-9
"""Share within which floats leave it open whether two numbers are equal."""
SEED = 20


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn for a call: names of arrays, and functions that make further ones of them."""

    drawn: Sequence[str]
    made: Sequence[tuple[str, str, Sequence[str]]]
    """Name, function and its arguments, in the order in which they can be made."""
    single: Sequence[str]
    """Functions that take single numbers as well."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A function, the one that it may be equal to, and the names of their arguments."""

    name: str
    original: str
    arguments: Sequence[str]


class Decisions:
    """Functions of a module that has run, compared with each other."""

    def __init__(self, namespace: Namespace, parameter: str, drawing: Drawing) -> None:
        self._namespace, self._parameter, self._drawing = namespace, parameter, drawing
        self._run = CarefulRun(namespace, parameter)
        warnings.simplefilter("ignore")

    def decider(self, subjects: Sequence[Subject]) -> Callable[[float], float]:
        """Make the function that decides about the k-th subject."""

        def decided(k: float) -> float:
            subject = subjects[int(k)]
            answers = [self._compared(subject, given) for given in self._inputs(subject)]
            if DIFFERENT in answers:
                return DIFFERENT
            return UNDECIDED if UNDECIDED in answers else EQUAL

        return decided

    def _inputs(self, subject: Subject) -> Iterator[Sequence[Any]]:
        """Draw arguments, each time with another parameter."""
        rng = random.Random(SEED)  # noqa: S311 - seeded, so that a decision comes again
        for n in SIZES * ROUNDS:
            self._namespace[self._parameter] = _number(rng)
            arrays: dict[str, Any] = {name: _array(rng, n) for name in self._drawing.drawn}
            for name, maker, needed in self._drawing.made:
                arguments = [arrays[each] for each in needed]
                made = self._run.result(maker, arguments)
                arrays[name] = _as_array(made)
            yield [arrays[name] for name in subject.arguments]
            if subject.original in self._drawing.single:
                yield [_number(rng)]

    def _compared(self, subject: Subject, given: Sequence[Any]) -> float:
        try:
            right = self._run.result(subject.original, given)
        except Exception:  # noqa: BLE001 - a known mistake may do what careful numbers cannot follow
            return UNDECIDED
        try:
            got = self._run.result(subject.name, given)
        except Exception:  # noqa: BLE001 - whatever a wrong function raises
            return self._compared_in_floats(subject.name, given, right)
        return EQUAL if alike(got, right) else DIFFERENT

    def _compared_in_floats(self, name: str, given: Sequence[Any], right: Result) -> float:
        """Compare where careful numbers cannot follow: floats can only tell that it is different."""
        parameter = self._namespace[self._parameter]
        self._namespace[self._parameter] = float(parameter.value)
        try:
            with np.errstate(all="ignore"):
                got = np.asarray(self._namespace[name](*map(_in_floats, given)), dtype=complex)
        except Exception:  # noqa: BLE001 - it does not work at all
            return DIFFERENT
        finally:
            self._namespace[self._parameter] = parameter
        values = np.array([float(entry.value) for entry in right.entries]).reshape(right.shape)
        if got.shape != values.shape:
            return DIFFERENT
        return (
            UNDECIDED if np.all(np.abs(got - values) <= CLOSE * np.maximum(1, np.abs(values))) else DIFFERENT
        )


def _number(rng: random.Random) -> Careful:
    """Draw a fraction that is not 0, to all digits."""
    numerator = rng.choice((-1, 1)) * rng.randint(1, 40)
    with_digits = Decimal(numerator) / Decimal(rng.choice((1, 2, 3, 5, 7)))
    return Careful(round(with_digits, DIGITS - 15))


def _array(rng: random.Random, n: int) -> Any:  # noqa: ANN401 - an array
    return _filled([_number(rng) for _ in range(n)], (n,))


def _as_array(result: Result) -> Any:  # noqa: ANN401 - an array
    """Take a result as data, which are exact."""
    return _filled([Careful(entry.value) for entry in result.entries], result.shape)


def _filled(entries: Sequence[Careful], shape: tuple[int, ...]) -> Any:  # noqa: ANN401 - an array
    array = np.empty(len(entries), dtype=object)
    array[:] = entries
    return array.reshape(shape)


def _in_floats(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    if isinstance(argument, Careful):
        return float(argument.value)
    return np.array([float(entry.value) for entry in argument.ravel()]).reshape(argument.shape)


def decider(
    namespace: Namespace, parameter: str, drawing: Mapping[str, Any], subjects: Sequence[Sequence[Any]]
) -> Callable[[float], float]:
    """Make the function that decides about the k-th of subjects, all of them given as plain data."""
    return Decisions(namespace, parameter, Drawing(**drawing)).decider([Subject(*each) for each in subjects])
