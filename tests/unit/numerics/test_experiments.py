"""Simple inputs, and inputs that differ in one thing."""

from __future__ import annotations

from dataclasses import replace

from autograder.facts.calls import vector
from autograder.numerics.experiments import changes, first_point, simple_points
from autograder.numerics.points import Point


def start() -> Point:
    point = first_point(("x", "y"))
    products = tuple(point.parameter * x for x in point.data["x"].values)
    return replace(point, data={**point.data, "y_pred": vector(products)})


def test_the_simplest_inputs_are_one_or_two_small_numbers() -> None:
    points = simple_points(("x", "y"))
    assert {point.n for point in points} == {1, 2}
    entries = {v for p in points for array in p.data.values() for v in array.values}
    assert entries <= {0.0, 1.0, -1.0, 2.0, -2.0}
    assert {p.parameter for p in points} <= {0.0, 1.0, -1.0, 2.0}
    assert [p.n for p in points] == sorted(p.n for p in points)


def test_no_change_leaves_its_point_as_it_is() -> None:
    for change in changes(start(), "w", "y", "y_pred"):
        assert change.before == start()
        assert change.after != change.before, change.words


def test_errors_are_doubled_and_turned_around_and_removed() -> None:
    by_words = {change.words: change.after for change in changes(start(), "w", "y", "y_pred")}

    def errors(point: Point) -> list[float]:
        return [p - y for p, y in zip(point.data["y_pred"].values, point.data["y"].values, strict=True)]

    before = errors(start())
    assert errors(by_words["where y_pred = y"]) == [0.0] * 4
    assert errors(by_words["with every error y_pred - y doubled"]) == [2 * e for e in before]
    assert errors(by_words["with every error y_pred - y turned around"]) == [-e for e in before]
    assert by_words["with every sample there twice"].data["x"].values == start().data["x"].values * 2
