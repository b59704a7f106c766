"""What student code mostly returns takes a shorter way, and ends as the same bytes; all is read at once."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest

from autograder.student.process.describe import Numbers, Other, examined, read, stacked
from autograder.student.protocol.frames import MAX_ENTRIES


class Array(np.ndarray[tuple[int, ...], np.dtype[np.float64]]):
    """What a submission could have a hand in."""


PLAIN = (
    *(1.5, -0.0, float("nan"), float("inf"), np.float64(0.1), np.float32(0.1)),
    *(np.ones(3), np.ones((2, 1), dtype=np.float32), np.zeros((0, 2)), np.arange(4), np.arange(8.0)[::2]),
)
OTHER = (None, "1", 1, True, [1.0], 1j, np.int64(3), np.ones(2).view(Array), np.ones(MAX_ENTRIES + 1))


@pytest.mark.parametrize("value", [*PLAIN, *OTHER], ids=lambda value: type(value).__name__)
def test_plain_values_are_read_as_all_values_are(value: object) -> None:
    assert read(value) == examined(value)


@pytest.mark.parametrize("value", OTHER, ids=lambda value: type(value).__name__)
def test_what_is_not_plain_is_never_taken_for_its_bytes_alone(value: object) -> None:
    looked_at = mock.Mock(return_value=Other("looked at"))
    with mock.patch("autograder.student.process.describe.examined", looked_at):
        assert read(value) == Other("looked at")


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_a_sweep_of_plain_values_is_the_array_that_numpy_stacks(value: object) -> None:
    results = [value if type(value) in {float, np.float64} else read(value)] * 3
    assert stacked(results) == examined(np.stack([np.asarray(value)] * 3))


def test_results_of_several_kinds_of_numbers_are_stacked_in_one_that_holds_all() -> None:
    both = stacked([1.5, read(np.float32(2)), read(3)])
    assert both == examined(np.array([1.5, 2.0, 3.0]))
    assert stacked([read(np.array([1, 2])), read(np.array([True, False]))]) == examined(
        np.array([[1, 2], [1, 0]])
    )


def test_the_first_result_of_a_sweep_that_is_no_number_speaks_for_all() -> None:
    assert stacked([1.0, read(None), read("x")]) == Other("NoneType")
    assert isinstance(stacked([read(np.ones(2)), read(np.ones(3))]), Other)
    assert stacked([read(np.ones(MAX_ENTRIES))] * 2) == Other(f"array of shape (2, {MAX_ENTRIES})")


def test_what_was_read_does_not_change_with_the_array_it_was_read_from() -> None:
    array = np.ones(2)
    reading = read(array)
    array[:] = 7
    assert reading == Numbers("float64", (2,), np.ones(2).tobytes())
