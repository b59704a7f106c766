"""Laws: the simple rule by which a result differs from the right one, and never a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.facts.calls import Array
from autograder.facts.factor import Factor, Power
from autograder.facts.laws import (
    Always,
    Another,
    Backwards,
    Content,
    Law,
    MoreOf,
    Multiple,
    Offset,
    OneNumber,
    OneSided,
    Place,
    Reordered,
    Right,
    RightAtOne,
    Shape,
    Side,
    Term,
    Transposed,
    Unsigned,
    Whole,
    WrongPlace,
)
from autograder.facts.messages.laws import law_feedback
from autograder.numerics.laws import law
from autograder.numerics.observations import Entry, Observation, relative

SIZES = ((1, 3, 2), (2, 2, 3), (4, 3, 4), (3, 3, 3), (4, 1, 2), (1, 2, 4), (1, 4, 3))
"""N, D and C of the points: never all alike, once square, and often 1."""
RELATIVE = 1e-14

Point = SimpleNamespace
Formula = Callable[[Point], object]


def points(sizes: tuple[tuple[int, int, int], ...] = SIZES, seed: int = 0) -> list[Point]:
    """Draw two points of each size: a linear model with several outputs, its data, and a number reg."""
    random = np.random.default_rng(seed)
    drawn = []
    for draw, (n, d, c) in enumerate(size for size in sizes for _ in range(2)):
        x, y = random.normal(size=(n, d)), random.normal(size=(n, c))
        w, b = random.normal(size=(d, c)), random.normal(size=c)
        reg = (0.0, 0.125, 1.0)[draw % 3]
        drawn.append(Point(N=n, D=d, C=c, x=x, y=y, w=w, b=b, s=b[0], reg=reg, r=x @ w + b - y))
    return drawn


RIGHT: Mapping[str, Formula] = {
    "dw": lambda p: 2 * p.x.T @ p.r / p.N,
    "db": lambda p: 2 * p.r.sum(axis=0) / p.N,
    "dx": lambda p: 2 * p.r @ p.w.T / p.N,
    "ds": lambda p: 2 * p.r.sum() / p.N,
    "J": lambda p: (p.r**2).sum() / p.N + p.reg / 2 * (p.w**2).sum(),
}


def array(value: object) -> Array:
    numbers = np.asarray(value, dtype=float)
    return Array("float64", numbers.shape, tuple(numbers.ravel().tolist()))


def observations(result: str, wrong: Formula, drawn: list[Point] | None = None) -> list[Observation]:
    """Observe a function at each point in the place of the one whose result is right."""
    seen = []
    with np.errstate(all="ignore"):
        for p in drawn or points():
            right = {name: relative(array(of(p)), RELATIVE) for name, of in RIGHT.items()}
            seen.append(
                Observation(
                    sizes={"N": p.N, "D": p.D, "C": p.C},
                    got=array(wrong(p)),
                    right=right.pop(result),
                    others=right,
                    parameters={"w": array(p.w), "b": array(p.b), "s": p.s},
                    numbers={"reg": p.reg},
                )
            )
    return seen


def changed(result: str, change: Callable[..., object]) -> Formula:
    """Change the right value."""
    return lambda p: change(RIGHT[result](p))


def first_changed(value: np.ndarray, place: object) -> np.ndarray:
    copy = value.copy()
    copy[place] = copy[place] * 3 + 1
    return copy


N, D, C = Power("N"), Power("D"), Power("C")


@pytest.mark.parametrize(
    ("result", "wrong", "expected", "measured"),
    [
        ("dw", RIGHT["dw"], Right(), "dw: right"),
        # shapes
        ("dw", lambda p: 2 * p.r.T @ p.x / p.N, Transposed(("C", "D"), ("D", "C")),
         "dw: transposed: shape (C, D) in the place of (D, C)"),
        ("db", lambda p: 2 * p.r / p.N, Shape(("N", "C"), ("C",), Content.TERMS, "N"),
         "db: shape (N, C) in the place of (C,); its sum over N is right"),
        ("db", lambda p: 2 * p.r, Shape(("N", "C"), ("C",), Content.SAMPLES, "N"),
         "db: shape (N, C) in the place of (C,); its mean over N is right"),
        ("db", lambda p: np.tile(RIGHT["db"](p), (p.D, 1)), Shape(("D", "C"), ("C",), Content.REPEATED, "D"),
         "db: shape (D, C) in the place of (C,): the right value, repeated along D"),
        ("ds", lambda p: np.full(p.N, RIGHT["ds"](p)), Shape(("N",), (), Content.REPEATED, "N"),
         "ds: shape (N,) in the place of (): the right value, repeated along N"),
        ("db", changed("db", lambda v: v[:, None]), Shape(("C", "1"), ("C",), Content.ENTRIES),
         "db: shape (C, 1) in the place of (C,), with the right entries"),
        ("dx", changed("dx", np.sum), Shape((), ("N", "D"), Content.SUM),
         "dx: shape () in the place of (N, D): the sum of the right entries"),
        ("db", changed("db", np.mean), Shape((), ("C",), Content.MEAN),
         "db: shape () in the place of (C,): the mean of the right entries"),
        ("db", lambda p: p.r[:, 0], Shape(("N",), ("C",)), "db: shape (N,) in the place of (C,)"),
        ("ds", lambda p: p.r.sum(axis=1) * 2, Shape(("N",), (), Content.SAMPLES, "N"),
         "ds: shape (N,) in the place of (); its mean over N is right"),
        # one number
        ("dw", changed("dw", np.zeros_like), Always(0.0), "dw: always 0, whatever it is called with"),
        ("db", changed("db", np.ones_like), Always(1.0), "db: always 1, whatever it is called with"),
        ("dw", changed("dw", lambda v: np.full_like(v, v.sum())), OneNumber(Whole.SUM),
         "dw: the sum of the right entries, in every entry"),
        ("dw", changed("dw", lambda v: np.full_like(v, v.mean())), OneNumber(Whole.MEAN),
         "dw: the mean of the right entries, in every entry"),
        ("dw", lambda p: np.full_like(p.w, (p.r**2).sum()), OneNumber(Whole.OTHER),
         "dw: the same number in all entries, where the right ones differ"),
        # multiples
        ("dw", lambda p: 2 * p.x.T @ p.r, Multiple(Factor(Fraction(1), (N,))), "dw: N times the right value"),
        ("db", lambda p: 2 * p.r.sum(axis=0) / p.N**2, Multiple(Factor(Fraction(1), (Power("N", -1),))),
         "db: 1/N of the right value"),
        ("dw", lambda p: p.x.T @ p.r / p.N, Multiple(Factor(Fraction(1, 2))), "dw: 1/2 of the right value"),
        ("ds", lambda p: 2 * p.r.mean(), Multiple(Factor(Fraction(1), (Power("C", -1),))),
         "ds: 1/C of the right value"),
        ("dw", changed("dw", np.negative), Multiple(Factor(Fraction(-1))), "dw: -1 times the right value"),
        ("dw", changed("dw", lambda v: 0.01 * v), Multiple(Factor(0.01)), "dw: 0.01 times the right value"),
        ("dw", lambda p: 2 * p.x.T @ p.r / p.D, Multiple(Factor(Fraction(1), (N, Power("D", -1)))),
         "dw: N/D times the right value"),
        ("dw", lambda p: 2 * p.x.T @ p.r / (p.N - 1), Multiple(Factor(Fraction(1), (N, Power("N", -1, -1)))),
         "dw: N/(N - 1) times the right value"),
        ("dw", lambda p: 2 * p.x.T @ p.r / (p.N + 1), Multiple(Factor(Fraction(1), (N, Power("N", -1, 1)))),
         "dw: N/(N + 1) times the right value"),
        ("db", lambda p: -p.r.sum(axis=0) / (p.N * p.C),
         Multiple(Factor(Fraction(-1, 2), (Power("C", -1),))), "db: -1/(2 C) times the right value"),
        # places
        ("db", changed("db", lambda v: v[::-1]), Backwards(0, 1, "C"),
         "db: the right entries from last to first, along C"),
        ("dw", changed("dw", lambda v: v[:, ::-1]), Backwards(1, 2, "C"),
         "dw: the right columns from last to first, along C"),
        ("dw", changed("dw", lambda v: np.roll(v, 1, axis=1)), Reordered(1, 2, "C"),
         "dw: the right columns in another order, along C"),
        ("dw", changed("dw", lambda v: v.T.reshape(v.shape)), Reordered(None, 2),
         "dw: the right entries in another order"),
        ("dw", changed("dw", lambda v: first_changed(v, 0)), WrongPlace((Place(0, "D", 0),), 2),
         "dw: wrong in the first row, along D, and right elsewhere"),
        ("dw", changed("dw", lambda v: first_changed(v, np.s_[:, -1])), WrongPlace((Place(1, "C", -1),), 2),
         "dw: wrong in the last column, along C, and right elsewhere"),
        ("dw", changed("dw", lambda v: first_changed(v, np.s_[0, 1])),
         WrongPlace((Place(0, "D", 0), Place(1, "C", 1)), 2),
         "dw: wrong in one entry: the second column, along C of the first row, along D, and right elsewhere"),
        ("db", changed("db", lambda v: first_changed(v, -1)), WrongPlace((Place(0, "C", -1),), 1),
         "db: wrong in the last entry, along C, and right elsewhere"),
        # signs
        ("dw", changed("dw", np.abs), Unsigned(), "dw: the right value without its sign"),
        ("dw", changed("dw", lambda v: np.maximum(v, 0)), OneSided(Side.POSITIVE),
         "dw: the right value where that is positive, and 0 elsewhere"),
        ("dw", changed("dw", lambda v: np.minimum(v, 0)), OneSided(Side.NEGATIVE),
         "dw: the right value where that is negative, and 0 elsewhere"),
        # another result
        ("dw", RIGHT["db"], Another("db"), "dw is what db should be"),
        ("J", RIGHT["ds"], Another("ds"), "J is what ds should be"),
        # something more
        ("dw", lambda p: RIGHT["dw"](p) + 2 * p.w, MoreOf(Factor(Fraction(2)), "w", Term.ENTRY),
         "dw: the right value, and 2 w more"),
        ("dw", lambda p: RIGHT["dw"](p) + p.w, MoreOf(Factor(Fraction(1)), "w", Term.ENTRY),
         "dw: the right value, and w more"),
        ("dw", lambda p: RIGHT["dw"](p) - p.reg / p.N * p.w,
         MoreOf(Factor(Fraction(-1), (Power("N", -1), Power("reg"))), "w", Term.ENTRY, ("reg",)),
         "dw: the right value, and reg/N times w less"),
        ("db", lambda p: RIGHT["db"](p) + p.reg * p.b,
         MoreOf(Factor(Fraction(1), (Power("reg"),)), "b", Term.ENTRY, ("reg",)),
         "db: the right value, and reg b more"),
        ("dw", lambda p: RIGHT["dw"](p) + 2 * p.w.sum(), MoreOf(Factor(Fraction(2)), "w", Term.SUM),
         "dw: the right value, and 2 times the sum of w more"),
        ("J", lambda p: (p.r**2).sum() / p.N,
         MoreOf(Factor(Fraction(-1, 2), (Power("reg"),)), "w", Term.SQUARES, ("reg",)),
         "J: the right value, and reg/2 times the sum of the squares of w less"),
        ("dw", changed("dw", lambda v: v + 0.5), Offset(0.5),
         "dw: 0.5 more than the right value in every call"),
        # where it is right
        ("dw", lambda p: 2 * p.x.T @ p.r / p.N + (p.N > 1) * p.x.T @ p.r**2, RightAtOne("N", (2, 3, 4)),
         "dw: right at N = 1, wrong at N = 2, 3, 4"),
    ],
)  # fmt: skip
def test_a_law_is_found_and_said(result: str, wrong: Formula, expected: Law, measured: str) -> None:
    answer = law(observations(result, wrong))
    if isinstance(expected, Multiple) and isinstance(answer, Multiple):
        assert str(answer.factor) == str(expected.factor)
    elif isinstance(expected, Offset) and isinstance(answer, Offset):
        assert answer.number == pytest.approx(expected.number)
    else:
        assert answer == expected
    assert answer is not None
    assert law_feedback("gradient", answer, array=result).measured == measured


@pytest.mark.parametrize(
    ("result", "wrong"),
    [
        pytest.param("dw", lambda p: RIGHT["dw"](p) * p.N * 1.001, id="nearly N times"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) * 0.50001, id="nearly half"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) * (2 * p.N if p.N < 4 else 7), id="2 N but at N = 4"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) * (1 + 1e-9 * p.x[0, 0]), id="a small relative error"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) * (1 + p.x[0, 0] ** 2), id="a factor of the data"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) * p.N * p.C / p.D, id="a factor of three sizes"),
        pytest.param("dw", lambda p: 2 * p.x.T @ np.abs(p.r) / p.N, id="the sign lost inside"),
        pytest.param("dw", lambda p: np.abs(RIGHT["dw"](p)) * (1 - 1e-6), id="nearly unsigned"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) + 2 * p.w**2, id="the square of the parameter more"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) + 2 * p.w + 1e-6, id="nearly a parameter more"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) + p.x[0, 0], id="another number more at each point"),
        pytest.param("dw", lambda p: RIGHT["dw"](p) + p.reg * p.w * (p.N < 4), id="more at some sizes"),
        pytest.param("dw", lambda p: np.roll(RIGHT["dw"](p), 1, axis=1) + 1e-7, id="nearly another order"),
        pytest.param("dw", lambda p: np.round(RIGHT["dw"](p), 3), id="rounded"),
        pytest.param("dw", lambda p: np.clip(RIGHT["dw"](p), -0.5, 0.5), id="cut"),
        pytest.param("ds", lambda p: p.r[0, 0] * p.x[0, 0], id="something else"),
        pytest.param("ds", lambda p: RIGHT["ds"](p) ** 2, id="the square"),
        pytest.param("J", lambda p: np.sqrt(RIGHT["J"](p)), id="the root"),
        pytest.param("dw", lambda _: np.nan, id="a single nan"),
        pytest.param("dw", lambda p: p.w * np.nan, id="nan"),
        pytest.param("dw", lambda p: p.w + 1e308 * np.sign(p.r.sum()) * 10, id="infinity"),
        pytest.param("db", lambda p: np.full(p.r.shape, 1.7e308), id="a sum that is too large"),
        pytest.param("dw", lambda p: np.zeros((p.N + 7, 0)), id="an empty array of a size without a name"),
    ],
)  # fmt: skip
def test_a_near_miss_has_no_law(result: str, wrong: Formula) -> None:
    answer = law(observations(result, wrong))
    assert answer is None or (isinstance(answer, Shape) and answer.content is Content.OTHER)


@pytest.mark.parametrize("enough", [3, 2])
def test_a_law_is_told_from_three_points_on(enough: int) -> None:
    seen = observations("dw", changed("dw", np.abs), points()[2 : 2 + enough])
    assert law(seen) == (Unsigned() if enough == 3 else None)


def test_a_size_that_never_varies_is_not_named() -> None:
    seen = observations("dw", lambda p: 2 * p.x.T @ p.r, points(((4, 3, 2), (4, 2, 3), (4, 1, 2))))
    assert law(seen) == Multiple(Factor(Fraction(4)))


def test_two_sizes_that_are_always_equal_are_not_named() -> None:
    seen = observations("dw", lambda p: 2 * p.x.T @ p.r, points(((2, 2, 3), (3, 3, 2), (4, 4, 2))))
    assert law(seen) is None


def test_two_other_results_that_are_always_equal_are_not_named() -> None:
    seen = observations("dw", RIGHT["dx"])
    twice = [each._replace(others={**each.others, "other": each.others["dx"]}) for each in seen]
    assert law(seen) == Another("dx")
    assert not isinstance(law(twice), Another)


def test_a_parameter_that_is_always_the_same_is_a_number_more() -> None:
    seen = [
        each._replace(parameters={"s": 1.5})
        for each in observations("ds", changed("ds", lambda v: v + 3))
    ]  # fmt: skip
    assert isinstance(law(seen), Offset)


def test_one_point_that_fits_nothing_takes_every_law_away() -> None:
    seen = observations("dw", lambda p: 6 * p.x.T @ p.r)
    values = (seen[-1].got.values[0] + 1e-6, *seen[-1].got.values[1:])
    assert law([*seen[:-1], seen[-1]._replace(got=seen[-1].got._replace(values=values))]) is None


def test_a_point_where_the_right_value_is_zero_says_nothing_about_a_factor() -> None:
    zero = points()[4]
    zero.r = zero.r * 0
    seen = observations("dw", lambda p: 2 * p.x.T @ p.r, [*points(), zero])
    assert law(seen) == Multiple(Factor(Fraction(1), (N,)))


def test_right_at_five_points_of_size_one_is_not_enough() -> None:
    wrong = lambda p: RIGHT["dw"](p) + (p.N > 1) * p.x.T @ p.r**2  # noqa: E731
    assert law(observations("dw", wrong, points()[1:])) is None


def test_a_slack_of_float32_is_the_callers_to_give() -> None:
    seen = observations("dw", lambda p: (2 * p.x.T @ p.r).astype("float32"))
    wide = [
        o._replace(right=o.right.each(lambda entry: Entry(entry.value, entry.slack * 2**29))) for o in seen
    ]
    assert law(seen) is None
    assert law(wide) == Multiple(Factor(Fraction(1), (N,)))


@pytest.mark.parametrize("wrong", [np.sum, lambda v: np.full_like(v, v.sum())], ids=["one", "all entries"])
def test_a_sum_that_is_zero_is_not_told_from_a_mean(wrong: Callable[[np.ndarray], object]) -> None:
    drawn = points()
    for point in drawn:
        point.r = point.r - point.r.mean(axis=1, keepdims=True)
    answer = law(observations("db", changed("db", wrong), drawn))
    assert answer in {Shape((), ("C",)), OneNumber(Whole.OTHER), None}


def test_a_right_value_that_is_given_again_is_never_reported() -> None:
    kept = RIGHT["ds"](points()[0])
    assert law(observations("ds", lambda _: kept)) is None


def test_no_points_have_no_law() -> None:
    assert law([]) is None


@pytest.mark.parametrize(
    ("factor", "written"),
    [
        (Factor(Fraction(2), (N,)), "2 N"),
        (Factor(Fraction(-3, 2), (N, Power("D", -1))), "-3 N/(2 D)"),
        (Factor(Fraction(1), (Power("N", -2),)), "1/N^2"),
        (Factor(Fraction(1), (Power("N", 1, added=-1), Power("N", -1))), "(N - 1)/N"),
        (Factor(0.01), "0.01"),
        (Factor(Fraction(1, 2), (Power("reg"), Power("N", -1))), "reg/(2 N)"),
    ],
)
def test_a_factor_is_written_as_people_write_it(factor: Factor, written: str) -> None:
    assert str(factor) == written
