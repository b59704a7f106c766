"""Careful numbers bound what every right spelling rounds, and nothing that is subtly wrong."""

from __future__ import annotations

import decimal
import math
from typing import Any

import numpy as np
import pytest

from autograder.numerics.careful import CONTEXT, Careful, NotCarefulError
from autograder.numerics.careful_run import CarefulRun, Signature, TieError
from autograder.numerics.compare import FLOAT32, FLOAT64, SLACK

X = np.array([[0.5, -1.25], [1.75, 0.25], [-2.0, 1.5], [0.75, 1.0]])
PARAMETERS = {"w": np.array([0.7, -0.3]), "b": 0.2, "y": np.array([1.0, 0.0, 0.0, 1.0])}
PARAMETERS |= {"W": np.array([[0.3, -0.8, 0.1], [0.6, 0.2, -0.4]]), "labels": np.array([0, 2, 1, 2])}
PARAMETERS |= {"W1": np.array([[0.3, -0.8, 0.1], [0.6, 0.2, -0.4]]), "w2": np.array([0.9, -0.2, 0.4])}

LOGISTIC = """
def reference(x):
    p = 1 / (1 + np.exp(-(x @ w + b)))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
def stable(x):
    z = x @ w + b
    return np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
def by_logaddexp(x):
    z = x @ w + b
    return np.logaddexp(0, z).mean() - (y * z).mean()
def in_a_loop(x):
    losses = np.zeros(len(x))
    for i, row in enumerate(x):
        z = b
        for j in range(len(row)):
            z += row[j] * w[j]
        losses[i] = np.log(1 + np.exp(-z)) if y[i] == 1 else np.log(1 + np.exp(z))
    return losses.sum() / len(x)
def wrong_clipped(x):
    p = np.clip(1 / (1 + np.exp(-(x @ w + b))), 1e-7, 0.6)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
def wrong_epsilon(x):
    p = 1 / (1 + np.exp(-(x @ w + b)))
    return -np.mean(y * np.log(p + 1e-8) + (1 - y) * np.log(1 - p + 1e-8))
"""
SOFTMAX = """
def reference(x):
    e = np.exp(x @ W)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(len(x)), labels] -= 1
    return x.T @ p / len(x)
def stable(x):
    z = x @ W
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.sum(np.exp(z), axis=1)[:, None]
    return np.einsum("nd,nc->dc", x, p - np.eye(3)[labels]) / len(x)
def in_a_loop(x):
    total = np.zeros_like(W)
    for row, label in zip(x, labels):
        e = np.exp(np.dot(row, W))
        p = e / np.sum(e)
        p[label] -= 1
        total += np.outer(row, p)
    return total / len(x)
def wrong_smoothed(x):
    e = np.exp(x @ W)
    p = e / (e.sum(axis=1, keepdims=True) + 1e-9)
    p[np.arange(len(x)), labels] -= 1
    return x.T @ p / len(x)
"""
TWO_LAYERS = """
def reference(x):
    h = np.tanh(x @ W1)
    error = h @ w2 - y
    return x.T @ (np.outer(2 * error / len(x), w2) * (1 - h ** 2))
def by_exponentials(x):
    a = np.exp(2 * (x @ W1))
    h = (a - 1) / (a + 1)
    error = np.sum(h * w2, axis=1) - y
    return np.einsum("nd,n,h,nh->dh", x, error, w2, 1 - np.square(h)) * 2 / len(x)
def expanded(x):
    h = np.tanh(x @ W1)
    up = 2 * (h @ w2 - y)[:, None] * w2[None, :] / x.shape[0]
    return np.dot(np.transpose(x), up - up * h * h)
def wrong_approximation(x):
    h = np.tanh(x @ W1) * (1 + 1e-11)
    error = h @ w2 - y
    return x.T @ (np.outer(2 * error / len(x), w2) * (1 - h ** 2))
"""


def run_of(namespace: dict[str, Any]) -> CarefulRun:
    """Run the functions of a module, each with one result."""
    names = [name for name, value in namespace.items() if callable(value)]
    return CarefulRun(namespace, ["parameter"], {name: Signature((name,)) for name in names})


SOURCES = {"logistic": LOGISTIC, "softmax": SOFTMAX, "two layers": TWO_LAYERS}
SPELLINGS = [
    (model, name)
    for model, source in SOURCES.items()
    for name in [line[4:].partition("(")[0] for line in source.splitlines() if line.startswith("def ")]
]


def module(source: str, **names: object) -> dict[str, Any]:
    namespace: dict[str, Any] = {"np": np, "math": math, "parameter": 0.0, **names}
    exec(source, namespace)  # noqa: S102 - written above
    return namespace


def share(model: str, name: str, dtype: type = np.float64) -> float:
    """Return the largest |got - v| / (u e) of a spelling, by the bound of the model's reference."""
    namespace = module(SOURCES[model], **PARAMETERS)
    right, error, _ = run_of(namespace).reply("reference")(X)
    floats = {key: v if key == "labels" else np.asarray(v, dtype)[()] for key, v in PARAMETERS.items()}
    namespace.update(floats)
    got = np.asarray(namespace[name](X.astype(dtype)), dtype=float)
    return float(np.max(np.abs(got - right) / error)) / (FLOAT32 if dtype is np.float32 else FLOAT64)


@pytest.mark.parametrize(("model", "name"), [s for s in SPELLINGS if not s[1].startswith("wrong")])
def test_every_right_spelling_is_within_the_bound_of_the_reference(model: str, name: str) -> None:
    assert share(model, name) < SLACK / 4


@pytest.mark.parametrize(("model", "name"), [s for s in SPELLINGS if s[1].startswith("wrong")])
def test_what_is_subtly_wrong_is_far_beyond_it(model: str, name: str) -> None:
    assert share(model, name) > 100 * SLACK


@pytest.mark.parametrize("model", SOURCES)
def test_the_same_bound_serves_float32_with_its_own_roundoff(model: str) -> None:
    assert share(model, "reference", np.float32) < SLACK


@pytest.mark.parametrize("name", ["exp", "log", "sqrt", "tanh", "expm1", "log1p", "log2", "log10", "square"])
@pytest.mark.parametrize("value", [1e-12, 0.3, 1.0, 2.5])
def test_functions_of_one_variable_give_what_numpy_gives(name: str, value: float) -> None:
    with decimal.localcontext(CONTEXT):
        found = getattr(np, name)(Careful(value))
    expected = float(getattr(np, name)(value))
    assert abs(float(found.value) - expected) <= SLACK * FLOAT64 * max(float(found.error), abs(expected))


def test_a_sum_is_bounded_by_its_terms_and_a_product_by_its_value() -> None:
    with decimal.localcontext(CONTEXT):
        assert (Careful(3) - 3).error == 6
        assert (Careful(3) * -2).error == 6
        assert ((Careful(3) - 2) / 4).error == decimal.Decimal("1.5")


@pytest.mark.parametrize(("exponent", "error"), [(1, 1), (2, 0), (0.5, 0), (0, 0)])
def test_a_power_of_zero_has_a_bound(exponent: float, error: int) -> None:
    with decimal.localcontext(CONTEXT):
        power = Careful(0, decimal.Decimal(1 if exponent == 1 else 0)) ** exponent
    assert power.error == error


def test_a_single_number_has_the_reductions_of_an_array() -> None:
    run = run_of(module("def f(x): return np.mean(np.dot(x, x).mean() + np.sum(x).max())"))
    assert run.reply("f")(np.array([1.0, 2.0]))[0] == 8.0


def test_exactness_is_found_out() -> None:
    run = run_of(module("def f(x): return parameter * x\ndef g(x): return x / 3"))
    exact, rounded = run.reply("f")(np.array([0.5, 3.0])), run.reply("g")(np.array([0.5, 3.0]))
    assert exact[2].all()
    assert not rounded[2].any()


def test_exact_in_float64_alone_is_not_exact() -> None:
    run = run_of(module("def f(x): return x * x"))
    assert not run.reply("f")(np.array([1 + 2.0**-20]))[2].any()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("math.exp(x[0])", "math.exp takes no careful numbers; write np.exp"),
        ("math.fsum(x)", "math.fsum takes no careful numbers; write np.sum"),
        ("x.astype(np.float32)", "a cast to float loses digits"),
        ("float(x[0])", "leave the cast out"),
        ("np.float32(x[0])", "leave the cast out"),
        ("int(x[0])", "a cast to int loses digits"),
        ("np.zeros(3, dtype=np.float32)", "float32 loses digits of careful numbers; leave the dtype out"),
        ("np.array(x, dtype='float32')", "leave the dtype out"),
        ("round(x[0], 3)", "rounding loses digits"),
        ("None", "returns None, where a number or an array of them is needed"),
        ("np.log(0 * x)", "not finite"),
    ],
)
def test_what_careful_numbers_cannot_follow_is_told_with_its_remedy(body: str, told: str) -> None:
    run = run_of(module(f"def f(x): return {body}"))
    with pytest.raises(NotCarefulError, match=told):
        run.results("f", [np.array([1.5, 2.0])])


@pytest.mark.parametrize("body", ["(x > 0) * 1.0", "np.where(x >= 0, x, 1)", "1.0 if x[0] > 0 else 2.0"])
def test_a_tie_that_makes_a_difference_is_reported(body: str) -> None:
    run = run_of(module(f"def f(x): x = x - 1.25; return {body}"))
    with pytest.raises(TieError):
        run.results("f", [np.array([1.25, 2.5])])


@pytest.mark.parametrize(
    "body", ["np.maximum(x, 0)", "x - x.max()", "np.abs(x)", "np.sort(x)", "np.clip(x, 0, 1)"]
)
def test_a_tie_that_makes_no_difference_is_none(body: str) -> None:
    run = run_of(module(f"def f(x): x = x - 1.25; return {body}"))
    assert len(run.results("f", [np.array([1.25, 1.25])])[0].entries) == 2


@pytest.mark.parametrize("body", ["np.maximum(x, 0)", "np.clip(x, 0, 1)", "np.sort(x)", "x * (x > 0) * 1e6"])
def test_a_tie_at_a_kink_is_reported_where_kinks_do_not_serve(body: str) -> None:
    run = run_of(module(f"def f(x): x = x - 1.25; return {body}"))
    with pytest.raises(TieError):
        run.results("f", [np.array([1.25, 1.25])], kinks=False)


@pytest.mark.parametrize(
    "body",
    ["np.exp(x - x.max()) / np.exp(x - x.max()).sum()", "np.where(x > 0, x**2, 0)", "np.where(x > 0, x, x)"],
)
def test_a_tie_where_the_curve_is_smooth_is_no_kink(body: str) -> None:
    run = run_of(module(f"def f(x): x = x - 1.25; return {body}"))
    assert run.results("f", [np.array([1.25, 1.25])], kinks=False)


def test_a_kink_in_a_parameter_shows_where_the_arguments_do_not_move_it() -> None:
    namespace = module("b = 1.0\ndef f(x): return np.maximum(0 * x + b - 1, 0)")
    run = CarefulRun(namespace, ["b"], {"f": Signature(("h",))})
    with pytest.raises(TieError):
        run.results("f", [np.array([1.5])], kinks=False)


def test_the_names_of_a_module_are_its_own_again_afterwards() -> None:
    namespace = module("from math import exp\ndef f(x): return np.zeros(2) + x")
    before = dict(namespace)
    run_of(namespace).results("f", [np.ones(2)])
    assert namespace == before


def test_a_function_cannot_change_the_arguments_of_the_next_run() -> None:
    given = np.array([1.0, 2.0])
    run_of(module("def f(x):\n    x *= 2\n    return x")).reply("f")(given)
    assert given.tolist() == [1.0, 2.0]


TWO = "def f(x): return {}"


@pytest.mark.parametrize("returned", ["x.sum(), x * 2", "[x.sum(), x * 2]", "dict(b=x * 2, a=x.sum())"])
def test_several_results_are_read_as_they_are_returned(returned: str) -> None:
    keys = ("a", "b") if "dict" in returned else ()
    namespace = module(TWO.format(returned))
    run = CarefulRun(namespace, ["parameter"], {"f": Signature(("a", "b"), keys)})
    total, doubled = run.results("f", [np.array([1.5, 2.0])])
    assert [float(entry.value) for entry in total.entries] == [3.5]
    assert [float(entry.value) for entry in doubled.entries] == [3.0, 4.0]
    reply = run.reply("f")(np.array([1.5, 2.0]))
    assert isinstance(reply, dict if keys else tuple)


@pytest.mark.parametrize("returned", ["x", "(x, x, x)", "None", "dict(a=x)"])
def test_other_results_than_declared_are_reported(returned: str) -> None:
    run = CarefulRun(module(TWO.format(returned)), ["parameter"], {"f": Signature(("a", "b"))})
    with pytest.raises(NotCarefulError, match="f does not return its 2 results a, b"):
        run.results("f", [np.array([1.5, 2.0, 4.0])])


def test_zeros_that_are_handed_over_are_a_tie_unless_that_is_left_out() -> None:
    run = run_of(module("def f(x): return np.where(x > 0, 1.0, 0.0)"))
    with pytest.raises(TieError):
        run.results("f", [np.array([0.0, 2.0])])
    (result,) = run.results("f", [np.array([0.0, 2.0])], exact_ties=False)
    assert [float(entry.value) for entry in result.entries] == [0.0, 1.0]
