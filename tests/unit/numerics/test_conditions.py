"""Inputs that fulfil a condition, and points that differ in one thing, for arrays of any shape."""

from __future__ import annotations

import pytest

from autograder.facts.calls import Array, Named
from autograder.facts.quantities import Labels, Quantities, Real
from autograder.numerics.array_changes import array_changes
from autograder.numerics.conditions import (
    Condition,
    any_points,
    conditions,
    errors_of_one_sign,
    single_points,
)
from autograder.numerics.pairs import Pair
from autograder.numerics.points import Point

NETWORK = Quantities(
    Named({"x": Real(("N", "D")), "y": Real(("N", 1)), "W": Real(("D", 1)), "b": Real()}), ("W", "b")
)
CLASSES = Quantities(Named({"x": Real(("N", "D")), "y": Labels(("N",), classes="C")}), ())
PAIR = Pair("y_pred", "y")


def entries(point: Point, name: str) -> tuple[float, ...]:
    value = point.inputs[name]
    return value.values if isinstance(value, Array) else (value,)


def complete(point: Point) -> Point:
    """Add predictions: the sums of the rows of x."""
    x = entries(point, "x")
    width = len(x) // point.n
    sums = tuple(sum(x[k : k + width]) for k in range(0, len(x), width))
    return point.on({"y_pred": Array("float64", (point.n, 1), sums)})


def by_words() -> dict[str, Condition]:
    points = [complete(point) for point in any_points(NETWORK)]
    found = [*conditions(NETWORK, points), *errors_of_one_sign(PAIR, points)]
    return {condition.words: condition for condition in found}


def test_points_without_a_condition_have_both_signs_and_unlike_lengths() -> None:
    points = any_points(NETWORK)
    for point in points:
        assert min(entries(point, "x")) < 0 < max(entries(point, "x"))
        assert len(set(point.sizes.values())) == len(point.sizes)
    assert points != any_points(NETWORK, again=1)


def test_each_condition_holds_at_its_points() -> None:
    found = by_words()
    holds = {
        "where no entry of x is negative": lambda p: min(entries(p, "x")) > 0,
        "where no entry of x is positive": lambda p: max(entries(p, "x")) < 0,
        "where b is not negative": lambda p: min(entries(p, "b")) > 0,
        "where W is 0": lambda p: not any(entries(p, "W")),
        "where all samples are alike": lambda p: len(set(entries(p, "y"))) == 1,
        "where every y_pred - y is positive": lambda p: min(PAIR.errors(p)) > 0,
        "where every y_pred - y is negative": lambda p: max(PAIR.errors(p)) < 0,
        "where no number is negative": lambda p: all(min(entries(p, name)) >= 0 for name in p.inputs),
    }
    for words, is_fulfilled in holds.items():
        assert found[words].points, words
        assert all(map(is_fulfilled, found[words].points)), words


def test_nothing_but_what_a_condition_names_is_changed() -> None:
    before = [complete(point) for point in any_points(NETWORK)]
    for one, other in zip(before, by_words()["where no entry of x is negative"].points, strict=True):
        assert [name for name in one.inputs if one.inputs[name] != other.inputs[name]] == ["x"]


def test_labels_are_all_of_one_class() -> None:
    found = {each.words: each for each in conditions(CLASSES, any_points(CLASSES))}
    for label in (0, 1):
        points = found[f"where every y is {label}"].points
        assert {entry for point in points for entry in entries(point, "y")} == {label}
    assert not any("of y is" in words for words in found)


def test_a_single_sample_comes_with_its_mirror_image() -> None:
    """A number of one sign is right where its absolute value is taken."""
    points = single_points(NETWORK, "N")
    assert {point.n for point in points} == {1}
    for one, mirrored in zip(points[::2], points[1::2], strict=True):
        assert [-entry for entry in entries(one, "y")] == list(entries(mirrored, "y"))


def changed() -> dict[str, tuple[Point, Point]]:
    start, *others = (complete(any_points(NETWORK, again=number)[0]) for number in range(3))
    found = array_changes(start, others, ["x", "y", "W", "b", "y_pred"], PAIR)
    return {change.words: (change.before, change.after) for change in found}


def test_errors_of_columns_are_removed_and_doubled_and_turned_around() -> None:
    found = changed()
    for words, factor in (
        ("where y_pred = y", 0.0),
        ("with every error y_pred - y doubled", 2.0),
        ("with every error y_pred - y turned around", -1.0),
    ):
        before, after = map(PAIR.errors, found[words])
        assert after == pytest.approx([factor * error for error in before])


def test_samples_keep_their_rows_in_another_order_and_twice() -> None:
    found = changed()
    before, after = found["with the samples in another order"]
    assert sorted(entries(after, "x")) == sorted(entries(before, "x")) != list(entries(after, "x"))
    assert after.inputs == complete(after).inputs
    assert after.inputs["W"] == before.inputs["W"]
    before, after = found["with every sample there twice"]
    assert entries(after, "y") == entries(before, "y") * 2


def test_signs_are_turned_and_numbers_doubled_one_input_at_a_time() -> None:
    found = changed()
    before, after = found["with -b in the place of b"]
    assert after == before.on({"b": -entries(before, "b")[0]})
    before, after = found["with W doubled"]
    assert list(entries(after, "W")) == [2 * entry for entry in entries(before, "W")]
