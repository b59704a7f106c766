"""Simple inputs, and inputs that differ in one thing."""

from __future__ import annotations

from autograder.facts.calls import Array, Named, vector
from autograder.facts.quantities import Quantities, Real
from autograder.numerics.experiments import changes, first_point
from autograder.numerics.points import Point
from autograder.numerics.simple import simple_points

LESSON = Quantities(Named({"x": Real(("N",)), "y": Real(("N",)), "w": Real(())}), ("w",))
LINE = Quantities(Named({**LESSON.arrays, "b": Real(())}), ("w", "b"))


def entries(point: Point, name: str) -> tuple[float, ...]:
    value = point.inputs[name]
    assert isinstance(value, Array)
    return value.values


def start(quantities: Quantities = LESSON) -> Point:
    point = first_point(quantities)
    w = point.inputs["w"]
    assert not isinstance(w, Array)
    return point.on({"y_pred": vector(tuple(w * x for x in entries(point, "x")))})


def test_the_simplest_inputs_are_one_or_two_small_numbers() -> None:
    points = simple_points(LESSON)
    assert {point.n for point in points} == {1, 2}
    numbers = {v for p in points for name in ("x", "y") for v in entries(p, name)}
    assert numbers <= {0.0, 1.0, -1.0, 2.0, -2.0}
    assert {p.inputs["w"] for p in points} <= {0.0, 1.0, -1.0, 2.0}
    assert [p.n for p in points] == sorted(p.n for p in points)


def test_the_simplest_inputs_are_below_the_bounds_of_the_task() -> None:
    small = Quantities(Named({"x": Real(("N", "D"), below=1.25), "W": Real(("D", "H"), below=0.5)}), ("W",))
    points = simple_points(small)
    assert 0.625 < max(abs(entry) for point in points for entry in entries(point, "x")) < 1.25
    assert 0.25 < max(abs(entry) for point in points for entry in entries(point, "W")) < 0.5


def test_no_change_leaves_its_point_as_it_is() -> None:
    for change in changes(start(), LESSON, "y", "y_pred"):
        assert change.before == start()
        assert change.after != change.before, change.words


def test_errors_are_doubled_and_turned_around_and_removed() -> None:
    by_words = {change.words: change.after for change in changes(start(), LESSON, "y", "y_pred")}

    def errors(point: Point) -> list[float]:
        return [p - y for p, y in zip(entries(point, "y_pred"), entries(point, "y"), strict=True)]

    before = errors(start())
    assert errors(by_words["where y_pred = y"]) == [0.0] * 4
    assert errors(by_words["with every error y_pred - y doubled"]) == [2 * e for e in before]
    assert errors(by_words["with every error y_pred - y turned around"]) == [-e for e in before]
    assert entries(by_words["with every sample there twice"], "x") == entries(start(), "x") * 2


def test_each_parameter_is_changed_by_itself() -> None:
    words = [change.words for change in changes(start(LINE), LINE, "y", "y_pred")]
    assert {"with w doubled", "with b doubled", "with w turned negative", "with b turned negative"} <= set(
        words
    )
