"""Points of sizes and values that nobody could list: what is wrong in some range alone shows at any seed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.facts.calls import Array, Named
from autograder.facts.quantities import Quantities, Real
from autograder.numerics.points import Point, exact_points, extreme_points, general_points
from autograder.numerics.unlisted import unlisted_points, unlisted_share

LESSON = Quantities(
    Named({"x": Real(("N",), 1, 32), "y": Real(("N",), 1 / 8, 125), "w": Real((), 1 / 8, 4)}), ("w",)
)
FEATURES = Quantities(
    Named({"x": Real(("N", "D")), "y": Real(("N",)), "w": Real(("D",)), "b": Real(())}), ("w", "b")
)
SEEDS = range(40)


def entries(point: Point) -> list[float]:
    arrays = (value for value in point.inputs.values() if isinstance(value, Array))
    return [value for array in arrays for value in array.values]


def parameter(point: Point) -> float:
    w = point.inputs["w"]
    assert not isinstance(w, Array)
    return w


def drawn(seed: int) -> list[Point]:
    """Draw all points at which a function is compared with the reference."""
    found = [*exact_points(LESSON, seed), *extreme_points(LESSON, seed)]
    return [*found, *general_points(LESSON, seed, ["float32"]), *unlisted_points(LESSON, seed)]


WRONG_WHERE: dict[str, Callable[[Point], bool]] = {
    "N >= 9": lambda p: p.n >= 9,
    "N >= 33": lambda p: p.n >= 33,
    "N >= 100": lambda p: p.n >= 100,
    "9 <= N <= 31": lambda p: 9 <= p.n <= 31,
    "33 <= N <= 99": lambda p: 33 <= p.n <= 99,
    "even N": lambda p: p.n % 2 == 0,
    "odd N, but 1": lambda p: p.n % 2 == 1 and p.n > 1,
    "even N >= 33": lambda p: p.n % 2 == 0 and p.n >= 33,
    "odd N >= 33": lambda p: p.n % 2 == 1 and p.n >= 33,
    "|w| > 8": lambda p: abs(parameter(p)) > 8,
    "|w| > 100": lambda p: abs(parameter(p)) > 100,
    "|w| > 500": lambda p: abs(parameter(p)) > 500,
    "w > 8": lambda p: parameter(p) > 8,
    "w < -8": lambda p: parameter(p) < -8,
    "10 < |w| < 100": lambda p: 10 < abs(parameter(p)) < 100,
    "|w| < 1e-9": lambda p: abs(parameter(p)) < 1e-9,
    "whole data of more than two samples": lambda p: p.n > 2 and all(v.is_integer() for v in entries(p)),
    "whole data and a whole parameter": lambda p: all(v.is_integer() for v in (*entries(p), parameter(p))),
    "data that are not whole": lambda p: not all(v.is_integer() for v in entries(p)),
    "a 0 in the data": lambda p: 0.0 in entries(p),
    "data above 1000": lambda p: max(map(abs, entries(p))) > 1000,
    "data above 126, but not far out": lambda p: 126 < max(map(abs, entries(p))) < 1e5,
    "small data": lambda p: max(map(abs, entries(p))) < 1e-3,
    "sizes but those of older probes": lambda p: p.n not in {1, 2, 3, 4, 7, 8, 32},
    "all sizes below 100 but the small ones": lambda p: p.n not in range(9) and p.n < 100,
}


@pytest.mark.parametrize("where", WRONG_WHERE)
def test_a_function_that_is_wrong_somewhere_meets_a_point_there_at_every_seed(where: str) -> None:
    assert all(any(map(WRONG_WHERE[where], drawn(seed))) for seed in SEEDS)


def test_no_size_and_no_entry_is_the_same_at_many_seeds() -> None:
    for number in range(4):
        points = [unlisted_points(LESSON, seed)[number] for seed in SEEDS]
        assert len({point.n for point in points}) > 10
        assert len({tuple(entries(point)) for point in points}) == len(SEEDS)


def test_the_same_seed_draws_the_same_points() -> None:
    assert unlisted_points(LESSON, 1) == unlisted_points(Quantities(Named(dict(LESSON.arrays)), ("w",)), 1)


def test_sizes_and_parameters_can_be_told_apart() -> None:
    """A function that is wrong at large sizes alone, or at large parameters, is right at one of these."""
    for seed in SEEDS:
        many, some, largest, whole = unlisted_points(LESSON, seed)
        assert abs(parameter(whole)) < 8 < min(abs(parameter(p)) for p in (many, some, largest))
        assert whole.n > 8
        assert parameter(many) * parameter(some) < 0 < parameter(many) * parameter(largest)
        assert many.n % 2 == whole.n % 2 != some.n % 2 == largest.n % 2


def test_a_share_of_a_single_number_is_no_whole_number_and_has_few_digits() -> None:
    shares = {unlisted_share(seed) for seed in SEEDS}
    assert len(shares) > 20
    assert min(shares) < -1
    assert all(1 < abs(share) < 13 and (8 * share) % 2 == 1 for share in shares)


def test_grids_without_whole_numbers_have_whole_points_all_the_same() -> None:
    *_, whole = unlisted_points(
        Quantities(Named({"x": Real(("N",), 1 / 8, 0.5), "w": Real((), 1 / 8, 1.0)}), ("w",)), 3
    )
    assert set(entries(whole)) == {-1.0, 0.0, 1.0}


def test_several_parameters_are_large_and_of_both_signs_to_each_other() -> None:
    for seed in SEEDS:
        *large, whole = unlisted_points(FEATURES, seed)
        for point in large:
            w, b = point.inputs["w"], point.inputs["b"]
            assert isinstance(w, Array)
            assert not isinstance(b, Array)
            assert max(map(abs, w.values)) >= 10 <= abs(b)
        assert all(value.is_integer() for value in entries(whole))


def test_moderate_points_stay_within_the_bounds() -> None:
    for seed in SEEDS:
        for point in unlisted_points(FEATURES, seed, moderate=True):
            b = point.inputs["b"]
            assert max(map(abs, entries(point))) <= 4
            assert not isinstance(b, Array)
            assert 1 <= abs(b) <= 4
