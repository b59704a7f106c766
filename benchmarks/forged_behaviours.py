"""Functions that are made up: right, wrong in some way in every call, or nonsense."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from random import Random

from forged_outcomes import EXTREMES, NUMBERS, anything, cast

from autograder.facts.calls import Array, Call, Outcome, Returned
from autograder.facts.dtypes import REAL_DTYPES

Behaviour = Callable[[Call], Outcome]


@lru_cache(maxsize=2**14)  # most calls are the same in each set
def right(call: Call, parameter: float | None = None) -> Array:
    """Give the right value of a call of the first exercise; any other function is taken for `forward`."""
    if call.sweep:
        each = [right(Call(call.function, call.arguments), w) for w in call.sweep]
        values = tuple(value for array in each for value in array.values)
        return Array("float64", (len(each), *each[0].shape), values)
    w = call.parameter if call.parameter is not None else parameter or 0.0
    given = [right(a, w) if isinstance(a, Call) else a for a in call.arguments]
    columns = [a.values if isinstance(a, Array) else (a,) for a in given]
    samples = list(zip(*columns, strict=False))
    if call.function == "loss":
        return number(mean([(p - y) * (p - y) for y, p in samples]))
    if call.function == "gradient":
        return number(mean([2 * x * (p - y) for x, y, p in samples]))
    shape = given[0].shape if isinstance(given[0], Array) else ()
    return Array("float64", shape, tuple(w * x for x in columns[0]))


def number(value: float) -> Array:
    """Make an array of one number, without dimensions."""
    return Array("float64", (), (value,))


def mean(values: Sequence[float]) -> float:
    """Take the mean; that of no samples is nan."""
    return sum(values) / len(values) if values else math.nan


def behaviour(random: Random) -> Behaviour:
    """Choose how a function answers all of its calls."""
    if random.random() < 0.35:
        return right_returned
    if random.random() < 0.15:
        fixed = anything(random, Call("gradient", (1.0, 1.0, 1.0)))
        return lambda call: at_call(fixed, call)
    if random.random() < 0.1:
        return partial(anything, random)
    changes = [change(random) for _ in range(random.choice((1, 1, 1, 2)))]
    shape = random.choice((None,) * 8 + ((), (1,), (1, 1), "column"))
    dtype = random.choice((None,) * 6 + tuple(REAL_DTYPES))
    effects = ((0,) if random.random() < 0.05 else (), random.random() < 0.05, random.random() < 0.1)

    def answer(call: Call) -> Outcome:
        array = right(call)
        steps = max(1, len(call.sweep))
        values: Sequence[float] = array.values
        for altered in changes:
            values = [altered(value, len(values) // steps) for value in values]
        form = array.shape
        if shape is not None and len(values) == steps:
            form = (*array.shape[: bool(call.sweep)], *((1, 1) if shape == "column" else shape))
        kept = tuple(values) if dtype is None else tuple(cast(value, dtype) for value in values)
        return Returned(Array(dtype or "float64", form, kept), *effects)

    return answer


def right_returned(call: Call) -> Outcome:
    """Answer rightly."""
    return Returned(right(call))


def change(random: Random) -> Callable[[float, int], float]:
    """Choose what is wrong with the values."""
    c = random.choice((*NUMBERS, *EXTREMES)) * random.choice((1.0, 1.0, -1.0, 1 / 3))
    first: list[float] = []

    def remembered(v: float, _: int) -> float:
        first.append(v)
        return first[0]

    return random.choice(
        (
            lambda v, _: v * c,
            lambda v, _: v + c,
            lambda v, _: v / c if c else v,
            lambda v, n: v * n,
            lambda v, n: v / n,
            lambda *_: c,
            lambda v, _: abs(v),
            lambda v, _: max(v, 0.0),
            lambda v, _: min(max(v, -abs(c)), abs(c)),
            lambda v, _: v * v,
            lambda v, _: v * v * v * v * c,
            lambda v, _: math.nan if v > 100 else v,
            lambda v, _: math.inf if v < 0 else v,
            lambda v, _: round(v, 3) if math.isfinite(v) else v,
            lambda v, _: v * (1 + 1e-9 * random.random()),
            lambda *_: random.choice((*NUMBERS, *EXTREMES)),
            lambda v, _: c * v if v > 0 else v,
            remembered,
        )
    )


def at_call(outcome: Outcome, call: Call) -> Outcome:
    """Make an outcome fit a call: a sweep gives one value for each step."""
    if call.sweep and isinstance(outcome, Returned) and isinstance(outcome.value, Array):
        steps = len(call.sweep)
        array = Array(outcome.value.dtype, (steps, *outcome.value.shape), outcome.value.values * steps)
        return replace(outcome, value=array, changed=())
    if isinstance(outcome, Returned):
        changed = tuple(k for k in outcome.changed if k < len(call.arguments))
        return replace(outcome, changed=changed)
    return outcome if outcome.function == "module" else replace(outcome, function=call.function)
