"""Labels in training are labels, and every class occurs among them."""

from __future__ import annotations

import pytest

from autograder.authors import Labels
from autograder.exercise.given import value_of
from autograder.exercise.label_rules import label_rules
from autograder.facts.quantities import Quantity

ONE_HOT = Labels("N", classes="C", one_hot=True)
NUMBERS = Labels("N", classes=3)


@pytest.mark.parametrize(
    ("labels", "given", "expected"),
    [
        (NUMBERS, [0, 2, 1, 2], []),
        (NUMBERS, [0, 1, 3], ["training: y holds 3, and its labels are 0 to 2"]),
        (NUMBERS, [0, 1, 0.5], ["training: y holds 0.5, and its labels are 0 to 2"]),
        (NUMBERS, [0, 2, 2], ["training: y has no sample of the class 1, of 3 classes"]),
        (ONE_HOT, [[1, 0], [0, 1]], []),
        (ONE_HOT, [[1, 0], [1, 1]], ["training: y has a row that is not one-hot, all 0 but for one 1"]),
        (ONE_HOT, [[1, 0], [1, 0]], ["training: y has no sample of the class 1, of 2 classes"]),
    ],
)
def test_labels_that_mean_nothing_are_refused(labels: Quantity, given: object, expected: list[str]) -> None:
    assert list(label_rules({"y": labels}, {"y": value_of(given, "y")})) == expected
