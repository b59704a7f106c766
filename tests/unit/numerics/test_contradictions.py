"""Samples that contradict each other, and a loss of them that has a lowest point."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from autograder.facts.calls import Array, Named, vector
from autograder.facts.quantities import Labels, Quantities, Real
from autograder.numerics.contradictions import contradicted
from autograder.numerics.derivative import lowest_between, near_sweep
from autograder.numerics.points import Point


@pytest.mark.parametrize(
    ("labels", "given", "each"),
    [
        (Labels(("N",), 2, real=True), vector((0.0, 0.0, 1.0)), (0.0, 1.0)),
        (Labels(("N", 1), 2, real=True), Array("float64", (3, 1), (0, 1, 0)), (0, 1)),
        (Labels(("N",), "C"), Array("int64", (3,), (2, 2, 0)), (0, 1, 2)),
        (
            Labels(("N",), "C", one_hot=True),
            Array("float64", (3, 3), (1, 0, 0, 0, 0, 1, 0, 0, 1)),
            (1, 0, 0, 0, 1, 0, 0, 0, 1),
        ),
    ],
)
def test_one_sample_has_every_label_where_all_parameters_are_0(
    labels: Labels, given: Array, each: tuple[float, ...]
) -> None:
    quantities = Quantities(Named({"x": Real(("N",)), "y": labels, "w": Real()}), ("w",))
    inputs = Named({"x": vector((3.0, -4.0, 2.0)), "y": given, "w": 0.5})
    point = contradicted(quantities, Point(inputs, Named({"N": 3, "C": 3})))
    x, y = point.inputs["x"], point.inputs["y"]
    assert isinstance(x, Array)
    assert isinstance(y, Array)
    classes = 2 if labels.real else 3
    assert x.values == (-4.0,) * classes
    assert (y.shape, y.values) == ((classes, *given.shape[1:]), each)
    assert (point.inputs["w"], point.sizes) == (0.0, {"N": classes, "C": 3})


def test_samples_that_are_columns_stay_as_they_are() -> None:
    quantities = Quantities(Named({"x": Real(("D", "N")), "y": Labels(("N",), 2)}), ())
    inputs = Named({"x": Array("float64", (1, 2), (3, 4)), "y": Array("int64", (2,), (0, 1))})
    point = Point(inputs, Named({"D": 1, "N": 2}))
    assert contradicted(quantities, point) == point


def cross_entropy(w: float) -> float:
    p = 1 / (1 + math.exp(-w))
    return -math.log(p) - math.log(1 - p) if 0 < p < 1 else math.nan


@pytest.mark.parametrize(
    ("loss", "grows"),
    [
        (cross_entropy, True),
        (lambda w: cross_entropy(w - 5), True),
        (lambda w: math.tanh(w / 2) ** 2, True),
        (lambda w: -cross_entropy(w), False),
        (lambda w: math.exp(-w), False),
        (math.tanh, False),
        (lambda _: 0.0, False),
        (lambda _: math.nan, False),
        (math.cos, False),
    ],
)
def test_a_loss_that_is_flat_or_not_finite_far_out_may_have_a_lowest_point(
    loss: Callable[[float], float],
    grows: bool,  # noqa: FBT001 - a row of the table
) -> None:
    sweep = near_sweep(0.0)
    lowest = lowest_between([loss(w) for w in sweep])
    assert (lowest is not None) is grows
    if lowest is not None:
        assert loss(sweep[lowest - 1]) > loss(sweep[lowest]) < loss(sweep[lowest + 1])
