"""Samples that contradict each other, and a loss of them that has a lowest point."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from autograder.facts.calls import Array, Named, vector
from autograder.facts.quantities import Labels, Quantities, Real
from autograder.numerics.contradictions import contradicted
from autograder.numerics.derivative import has_a_lowest_point, near_sweep
from autograder.numerics.points import Point


@pytest.mark.parametrize(
    ("labels", "given", "others"),
    [
        (Labels(("N",), 2, real=True), vector((0.0, 1.0)), (1.0, 0.0)),
        (Labels(("N",), "C"), Array("int64", (2,), (0, 2)), (1, 0)),
        (
            Labels(("N",), "C", one_hot=True),
            Array("float64", (2, 3), (1, 0, 0, 0, 0, 1)),
            (0, 1, 0, 1, 0, 0),
        ),
    ],
)
def test_every_sample_comes_again_with_another_label(
    labels: Labels, given: Array, others: tuple[float, ...]
) -> None:
    quantities = Quantities(Named({"x": Real(("N",)), "y": labels, "w": Real()}), ("w",))
    inputs = Named({"x": vector((3.0, 4.0)), "y": given, "w": 0.5})
    point = contradicted(quantities, Point(inputs, Named({"N": 2, "C": 3})))
    x, y = point.inputs["x"], point.inputs["y"]
    assert isinstance(x, Array)
    assert isinstance(y, Array)
    assert x.values == (3.0, 4.0, 3.0, 4.0)
    assert (y.shape[0], y.values) == (4, (*given.values, *others))
    assert (point.inputs["w"], point.sizes) == (0.0, {"N": 4, "C": 3})


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
    assert has_a_lowest_point([loss(w) for w in near_sweep(0.0)]) is grows
