"""Functions that are made up: right, wrong in some way in every call, or nonsense."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from random import Random

from forged_outcomes import EXTREMES, NUMBERS, RESULTS, anything, cast

from autograder.facts.calls import Array, Call, Descent, Named, Opaque, Value
from autograder.facts.dtypes import REAL_DTYPES
from autograder.facts.outcomes import Outcome, Returned

Behaviour = Callable[[Call], Outcome]


@lru_cache(maxsize=2**14)  # most calls are the same in each set
def right(call: Call) -> Array:
    """Give the right value of a call of the first exercise; any other function is taken for `forward`."""
    if call.descent is not None:
        return right_descent(call, call.descent)
    if call.sweep:
        each = [right(call.on({"w": w})._replace(sweep=None)) for w in call.sweep.steps]
        values = tuple(value for array in each for value in array.values)
        return Array("float64", (len(each), *each[0].shape), values)
    inputs = dict(call.inputs)
    for function in call.functions[:-1]:
        inputs[RESULTS.get(function, "y_pred")] = right_of(function, inputs)
    return right_of(call.functions[-1], inputs)


def right_descent(call: Call, descent: Descent) -> Array:
    """Give the derivatives of a descent, each where the last one leads."""
    derivatives: list[float] = []
    (w,) = (call.inputs[name] for name in descent.derivatives)
    for _ in range(descent.epochs):
        (derivative,) = right(call.on({"w": w})._replace(descent=None)).values
        derivatives.append(derivative)
        w -= descent.lr * derivative
    return Array("float64", (descent.epochs,), tuple(derivatives))


def steps_of(call: Call) -> int | None:
    """Count the steps of a sweep or of a descent; None if the call has none."""
    if call.descent is not None:
        return call.descent.epochs
    return len(call.sweep.steps) if call.sweep else None


def right_of(function: str, inputs: Mapping[str, Value]) -> Array:
    """Give the right value of one function."""
    samples = {name: value.values if isinstance(value, Array) else (value,) for name, value in inputs.items()}
    if function == "loss":
        pairs = zip(samples["y"], samples["y_pred"], strict=False)
        return number(mean([(p - y) * (p - y) for y, p in pairs]))
    if function == "gradient":
        triples = zip(samples["x"], samples["y"], samples["y_pred"], strict=False)
        return number(mean([2 * x * (p - y) for x, y, p in triples]))
    x = inputs["x"]
    (w,) = samples.get("w", (0.0,))
    return Array("float64", x.shape if isinstance(x, Array) else (), tuple(w * each for each in samples["x"]))


def named(call: Call, value: Array | Opaque) -> Named[Array | Opaque]:
    """Name the result of a call."""
    return Named({RESULTS.get(call.functions[-1], "y_pred"): value})


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
        fixed = anything(random, Call(("gradient",), Named({"x": 1.0, "y": 1.0, "y_pred": 1.0})))
        return lambda call: at_call(fixed, call)
    if random.random() < 0.1:
        return partial(anything, random)
    changes = [change(random) for _ in range(random.choice((1, 1, 1, 2)))]
    shape = random.choice((None,) * 8 + ((), (1,), (1, 1), "column"))
    dtype = random.choice((None,) * 6 + tuple(REAL_DTYPES))
    changes_x = random.random() < 0.05
    parameters = ("w",) if random.random() < 0.05 else ()
    printed = random.random() < 0.1

    def answer(call: Call) -> Outcome:
        array = right(call)
        steps = steps_of(call) or 1
        values: Sequence[float] = array.values
        for altered in changes:
            values = [altered(value, len(values) // steps) for value in values]
        form = array.shape
        if shape is not None and len(values) == steps:
            form = (*array.shape[: steps_of(call) is not None], *((1, 1) if shape == "column" else shape))
        kept = tuple(values) if dtype is None else tuple(cast(value, dtype) for value in values)
        results = named(call, Array(dtype or "float64", form, kept))
        changed = ("x",) if changes_x and "x" in call.inputs else ()
        return Returned(results, changed, parameters, printed)

    return answer


def right_returned(call: Call) -> Outcome:
    """Answer rightly."""
    return Returned(named(call, right(call)))


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
    """Make an outcome fit a call: a sweep or a descent gives one value for each step."""
    if isinstance(outcome, Returned):
        value, steps = outcome.value, steps_of(call)
        if steps is not None and isinstance(value, Array):
            value = Array(value.dtype, (steps, *value.shape), value.values * steps)
        changed = () if steps is not None else tuple(name for name in outcome.changed if name in call.inputs)
        return outcome._replace(results=named(call, value), changed=changed)
    return outcome if outcome.function == "module" else outcome._replace(function=call.function)
