"""Careful numbers decide whether two functions are the same function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from autograder.numerics.careful_decision import DIFFERENT, EQUAL, decider

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPES = {"h": ((3,), (0.0, 1.5, 2.0)), "dh": ((3,), (1.0, -2.0, 3.0))}
SIGNATURES = dict.fromkeys(("reference", "mutant"), (("dz",), ()))
Numbers = np.ndarray[Any, Any]


def masked(h: Numbers, dh: Numbers) -> Numbers:
    return np.asarray(dh * (h > 0))


def decision(mutant: Callable[..., Numbers], rounds: int = 2) -> float:
    drawing = {
        "rounds": [SHAPES] * rounds,
        "below": {},
        "parameters": (),
        "made": (),
        "single": (),
        "signatures": SIGNATURES,
        "bundles": {},
    }
    namespace = {"reference": masked, "mutant": mutant}
    return decider(namespace, drawing, [("mutant", "reference", ("h", "dh"))])(0.0)


@pytest.mark.parametrize(
    ("mutant", "expected"),
    [
        (lambda h, dh: (h > 0) * dh, EQUAL),
        (lambda h, dh: dh * (h >= 0), DIFFERENT),
        (lambda _, dh: dh, DIFFERENT),
    ],
)
def test_a_comparison_of_numbers_that_are_handed_over_is_by_value(
    mutant: Callable[..., Numbers], expected: float
) -> None:
    assert decision(mutant) == expected


def test_a_decision_ends_at_the_first_inputs_at_which_functions_differ() -> None:
    called = []

    def other(h: Numbers, dh: Numbers) -> Numbers:
        called.append(len(h))
        return dh

    assert decision(other, rounds=50) == DIFFERENT
    assert len(called) < 50
