"""What student code returns as a rule takes a shorter way, and ends as the same bytes."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.student.describe import described, plain, plain_stack, stacked
from autograder.student.frames import MAX_ENTRIES


class Array(np.ndarray[tuple[int, ...], np.dtype[np.float64]]):
    """What a submission could have a hand in."""


PLAIN = (
    *(1.5, -0.0, float("nan"), float("inf"), np.float64(0.1), np.float32(0.1)),
    *(np.ones(3), np.ones((2, 1), dtype=np.float32), np.zeros((0, 2)), np.arange(4), np.arange(8.0)[::2]),
)
OTHER = (None, "1", 1, True, [1.0], 1j, np.int64(3), np.ones(2).view(Array), np.ones(MAX_ENTRIES + 1))


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_are_described_as_all_values_are(value: object) -> None:
    found = plain(value)
    assert found is not None
    dtype, shape, payload = found
    assert ({"d": dtype, "s": list(shape)}, payload) == described(value)


@pytest.mark.parametrize("value", OTHER, ids=lambda value: type(value).__name__)
def test_what_has_to_be_looked_at_is_not_plain(value: object) -> None:
    assert plain(value) is None


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_are_stacked_as_all_values_are(value: object) -> None:
    found = plain_stack([value] * 3)
    assert found is not None
    dtype, shape, payload = found
    assert ({"d": dtype, "s": list(shape)}, payload) == described(stacked([value] * 3))


@pytest.mark.parametrize(
    "results", [[1.0, np.float32(1)], [np.ones(2), np.ones(3)], [1.0, None], [np.ones(MAX_ENTRIES)] * 2]
)
def test_results_of_several_kinds_take_the_long_way(results: list[object]) -> None:
    assert plain_stack(results) is None
