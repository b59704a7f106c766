"""Decide on careful numbers whether two functions are the same function.

It is independent of all that marks a submission: points of its own, and equality in nearly all of 40 digits
in the place of a tolerance.
"""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np

from autograder.numerics.careful import PRECISION, Careful
from autograder.numerics.careful_arguments import object_array
from autograder.numerics.careful_run import CarefulRun, Namespace, Result, Signature, all_alike

EQUAL, DIFFERENT, UNDECIDED = 1.0, 0.0, -1.0
CLOSE = 1e-9
"""Share within which floats leave it open whether two numbers are equal."""
SEED = 20
LARGEST_NUMERATOR = 40
"""Of the fractions that are drawn."""


class Drawing(NamedTuple):
    """What is drawn for calls: by round, the shape of each quantity, and the values of labels."""

    rounds: Sequence[Mapping[str, Sequence[Any]]]
    below: Mapping[str, float]
    """By quantity of real numbers, their bound: beyond it, an exponential leaves no digits to compare."""
    parameters: Sequence[str]
    made: Sequence[Sequence[Any]]
    """What a `Making` holds, in the order in which they can be made."""
    single: Sequence[str]
    """Functions that take single numbers as well."""
    signatures: Mapping[str, tuple[Sequence[str], Sequence[str]]]
    """By function, the names of its results, and the keys of a dictionary of them."""
    bundles: Mapping[str, Sequence[str]]


class Making(NamedTuple):
    """A function that makes arguments of others."""

    results: Sequence[str]
    function: str
    arguments: Sequence[str]


class Subject(NamedTuple):
    """A function, the one that it may be equal to, and the names of their arguments."""

    name: str
    original: str
    arguments: Sequence[str]


class Decisions:
    """Functions of a module that has run, compared with each other."""

    def __init__(self, namespace: Namespace, drawing: Drawing) -> None:
        self._namespace, self._drawing = namespace, drawing
        self._makings = [Making(*each) for each in drawing.made]
        signatures = {
            name: Signature(tuple(names), tuple(keys)) for name, (names, keys) in drawing.signatures.items()
        }
        self._run = CarefulRun(namespace, drawing.parameters, signatures)
        self._signatures = signatures
        warnings.simplefilter("ignore")

    def decider(self, subjects: Sequence[Subject]) -> Callable[[float], float]:
        """Make the function that decides about the k-th subject."""

        def decided(k: float) -> float:
            subject = subjects[int(k)]
            answer = EQUAL
            for given in self._inputs(subject):
                decision = self._compared(subject, given)
                if decision == DIFFERENT:  # as mostly at the first inputs
                    return DIFFERENT
                if decision == UNDECIDED:
                    answer = UNDECIDED
            return answer

        return decided

    def _inputs(self, subject: Subject) -> Iterator[Sequence[Any]]:
        """Draw arguments, each time with other parameters."""
        rng = random.Random(SEED)  # noqa: S311 - seeded, so that a decision comes again
        for shapes in self._drawing.rounds:
            values = self._values(rng, shapes)
            yield [values[name] for name in subject.arguments]
            if subject.original in self._drawing.single:
                yield [_number(rng, self._drawing.below[subject.arguments[0]])]

    def _values(self, rng: random.Random, shapes: Mapping[str, Sequence[Any]]) -> dict[str, Any]:
        """Draw values, set parameters to theirs, and add what functions make of them."""
        drawing = self._drawing
        values: dict[str, Any] = {
            name: _drawn(rng, drawing.below.get(name, 0.0), *given) for name, given in shapes.items()
        }
        for name in drawing.parameters:
            self._namespace[name] = values[name]
        for name, members in drawing.bundles.items():
            values[name] = {member: values[member] for member in members}
        for making in self._makings:
            values |= self._made(making, values)
        return values

    def _made(self, making: Making, values: Mapping[str, Any]) -> dict[str, Any]:
        """Call a function for its results, by name."""
        arguments = [values[name] for name in making.arguments]
        made = self._run.results(making.function, arguments)
        return dict(zip(making.results, map(_as_array, made), strict=True))

    def _compared(self, subject: Subject, given: Sequence[Any]) -> float:
        """Compare at one set of arguments, in which equal numbers are equal: h > 0 is False where h is 0."""
        try:
            right = self._run.results(subject.original, given, exact_ties=False)
        except Exception:  # noqa: BLE001 - a known mistake may do what careful numbers cannot follow
            return UNDECIDED
        try:
            got = self._run.results(subject.name, given, exact_ties=False)
            are_equal = all_alike(got, right)
        except Exception:  # noqa: BLE001 - whatever a wrong function raises, or a bound that is nan does
            return self._compared_in_floats(subject, given, right)
        return EQUAL if are_equal else DIFFERENT

    def _compared_in_floats(self, subject: Subject, given: Sequence[Any], right: Sequence[Result]) -> float:
        """Compare where careful numbers cannot follow: floats can only tell that it is different."""
        before = {name: self._namespace[name] for name in self._drawing.parameters}
        self._namespace.update({name: _in_floats(value) for name, value in before.items()})
        try:
            with np.errstate(all="ignore"):
                value = self._namespace[subject.name](*map(_in_floats, given))
            held = self._signatures[subject.original].taken_apart(subject.name, value)
            got = [np.asarray(each, dtype=complex) for each in held]
        except Exception:  # noqa: BLE001 - it does not work at all
            return DIFFERENT
        finally:
            self._namespace.update(before)
        return UNDECIDED if all(map(_is_close, got, right)) else DIFFERENT


def _is_close(got: Any, right: Result) -> bool:  # noqa: ANN401 - an array
    values = np.array([float(entry.value) for entry in right.entries]).reshape(right.shape)
    if got.shape != values.shape:
        return False
    return bool(np.all(np.abs(got - values) <= CLOSE * np.maximum(1, np.abs(values))))


def _drawn(
    rng: random.Random, below: float, shape: Sequence[int], values: Sequence[Any] | None = None
) -> Any:  # noqa: ANN401 - an array or a number
    """Draw fractions of a shape, or take values that are given, such as labels; () is a number."""
    if values is not None:
        return np.array(values).reshape(shape) if shape else values[0]
    if not shape:
        return _number(rng, below)
    return object_array([_number(rng, below) for _ in range(math.prod(shape))], tuple(shape))


def _number(rng: random.Random, below: float) -> Careful:
    """Draw a fraction that is not 0 and not above a bound, to all digits."""
    numerator = rng.choice((-1, 1)) * rng.randint(1, LARGEST_NUMERATOR)
    fraction = Decimal(numerator) / Decimal(rng.choice((1, 2, 3, 5, 7)))
    with_digits = fraction * Decimal(below) / LARGEST_NUMERATOR
    return Careful(round(with_digits, PRECISION - 15))


def _as_array(result: Result) -> Any:  # noqa: ANN401 - an array
    """Take a result as data, which are exact."""
    return object_array([Careful(entry.value) for entry in result.entries], result.shape)


def _in_floats(argument: Any) -> Any:  # noqa: ANN401 - an array or a number
    if isinstance(argument, Careful):
        return float(argument.value)
    if isinstance(argument, dict):
        return {name: _in_floats(value) for name, value in argument.items()}
    if not isinstance(argument, np.ndarray) or argument.dtype != object:
        return argument
    return np.array([float(entry.value) for entry in argument.ravel()]).reshape(argument.shape)


def decider(
    namespace: Namespace, drawing: Mapping[str, Any], subjects: Sequence[Sequence[Any]]
) -> Callable[[float], float]:
    """Make the function that decides about the k-th of subjects, all of them given as plain data."""
    return Decisions(namespace, Drawing(**drawing)).decider([Subject(*each) for each in subjects])
