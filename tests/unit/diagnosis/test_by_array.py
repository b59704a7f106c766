"""One array at a time: what each wrong gradient of two lessons is, and near misses that get no name."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.diagnosis.by_array import ResultAt, by_array
from autograder.facts.calls import Array
from autograder.facts.verdict import Feedback

SIZES = ((1, 3), (1, 2), (1, 4), (2, 2), (4, 3), (3, 3), (4, 1))
"""N and D of the probes: never all alike, once square, and often 1."""
Point = SimpleNamespace
Formula = Callable[[Point], object]


def points(seed: int = 0) -> list[Point]:
    """Draw a first point that is shown, and two of each size that are not: data, parameters, a number."""
    random = np.random.default_rng(seed)
    drawn = [_shown()]
    for draw, (n, d) in enumerate(size for size in SIZES for _ in range(2)):
        x, y = random.normal(size=(n, d)), random.normal(size=n)
        w, b = random.normal(size=d), float(random.normal())
        drawn.append(_point(x, y, w, b, reg=(0.0, 0.125, 1.0)[draw % 3]))
    return drawn


def _point(x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, reg: float) -> Point:
    n, d = x.shape
    return Point(N=n, D=d, x=x, y=y, w=w, b=b, reg=reg, u=x @ w + b - y)


def _shown() -> Point:
    return _point(
        np.array([[1.0, 0.0], [2.0, 1.0]]), np.array([1.0, 0.0]), np.array([1.0, -1.0]), 1.0, reg=1.0
    )


def dw(p: Point) -> np.ndarray:
    return 2 * p.x.T @ p.u / p.N


def db(p: Point) -> float:
    return 2 * p.u.mean()


def line_dw(p: Point) -> float:
    """Return dw of a line: its x is the first feature alone."""
    return 2 * (p.x[:, 0] * p.u).mean()


MANY: dict[str, Formula] = {"dw": dw, "db": db}
LINE: dict[str, Formula] = {"dw": line_dw, "db": db}


def bounds(p: Point, right: dict[str, Formula]) -> dict[str, np.ndarray]:
    """Bound e by the sizes of all terms, each of which passes through a few operations and one sum."""
    size = np.abs(p.x) @ np.abs(p.w) + abs(p.b) + np.abs(p.y)
    steps = 2 * (p.N + p.D + 4)
    of_w = steps * np.abs(p.x).T @ size / p.N
    return {"dw": of_w if right is MANY else of_w[0], "db": steps * size.mean()}


def array(value: object) -> Array:
    numbers = np.asarray(value)
    return Array(str(numbers.dtype), numbers.shape, tuple(numbers.ravel().tolist()))


def results(wrong: Formula, right: dict[str, Formula]) -> list[ResultAt]:
    """Put a wrong formula in the place of one result of a gradient, at every point."""
    made = []
    with np.errstate(all="ignore"):
        for p in points():
            errors = {each: np.ravel(e).tolist() for each, e in bounds(p, right).items()}
            inputs = {"x": array(p.x), "y": array(p.y), "w": array(p.w), "b": p.b, "reg": p.reg}
            if right is LINE:
                inputs |= {"x": array(p.x[:, 0]), "w": float(p.w[0])}
            made.append(
                ResultAt(
                    inputs=inputs,
                    sizes={"N": p.N, "D": p.D} if right is MANY else {"N": p.N},
                    right={each: array(of(p)) for each, of in right.items()},
                    got=array(wrong(p)),
                    error=errors,
                )
            )
    return made


def reported(name: str, wrong: Formula, right: dict[str, Formula] = MANY) -> Feedback | None:
    return by_array("gradient", name, results(wrong, right), ("w", "b"), ("reg",))


@pytest.mark.parametrize(
    ("right", "name", "wrong", "note", "measured"),
    [
        # a line with bias: two numbers
        (LINE, "dw", lambda p: 2 * p.x[:, 0] @ p.u, "multiple", "dw: N times the right value"),
        (LINE, "db", lambda p: 2 * p.u.sum(), "multiple", "db: N times the right value"),
        (LINE, "dw", lambda p: line_dw(p) / 2, "multiple", "dw: 1/2 of the right value"),
        (LINE, "db", lambda p: -db(p), "multiple", "db: -1 times the right value"),
        (LINE, "db", lambda p: db(p) / p.N, "multiple", "db: 1/N of the right value"),
        (LINE, "dw", db, "other-result", "dw is what db should be"),
        (LINE, "db", line_dw, "other-result", "db is what dw should be"),
        (LINE, "db", lambda _: 0.0, "constant", "db: always 0, whatever it is called with"),
        (LINE, "db", lambda p: 2 * p.u, "shape",
         "db: shape (N,) in the place of (); its mean over N is right"),
        (LINE, "dw", lambda p: line_dw(p) + 2 * p.w[0], "adds-parameter",
         "dw: the right value, and 2 w more"),
        (LINE, "db", lambda p: db(p) - p.b**2 / 2, "adds-parameter",
         "db: the right value, and 1/2 times b^2 less"),
        (LINE, "db", lambda p: db(p) + p.reg * p.b, "adds-parameter", "db: the right value, and reg b more"),
        (LINE, "dw", lambda p: line_dw(p) * p.N / 6, "multiple", "dw: N/6 times the right value"),
        (LINE, "dw", lambda p: 2 * p.x[-1, 0] * p.u[-1], "some-calls",
         "dw: right at N = 1, wrong at N = 2, 3, 4"),
        # many features: an array and a number
        (MANY, "dw", lambda p: 2 * p.x.T @ p.u, "multiple", "dw: N times the right value"),
        (MANY, "dw", lambda p: dw(p) * 2, "multiple", "dw: 2 times the right value"),
        (MANY, "dw", lambda p: 2 * p.x.T @ p.u / p.D, "multiple", "dw: N/D times the right value"),
        (MANY, "dw", lambda p: 2 * p.x.T @ p.u / p.x.size, "multiple", "dw: 1/D of the right value"),
        (MANY, "dw", lambda p: dw(p)[::-1], "entries-reversed",
         "dw: the right entries from last to first, along D"),
        (MANY, "dw", lambda p: np.roll(dw(p), 1), "entries-reordered",
         "dw: the right entries in another order, along D"),
        (MANY, "dw", db, "other-result", "dw is what db should be"),
        (MANY, "db", dw, "other-result", "db is what dw should be"),
        (MANY, "dw", lambda p: np.full(p.D, dw(p).mean()), "one-number",
         "dw: the mean of the right entries, in every entry"),
        (MANY, "dw", lambda p: np.full(p.D, db(p)), "one-number",
         "dw: the same number in all entries, where the right ones differ"),
        (MANY, "dw", lambda p: dw(p).sum(), "shape",
         "dw: shape () in the place of (D,): the sum of the right entries"),
        (MANY, "dw", lambda p: 2 * p.x * p.u[:, None], "shape",
         "dw: shape (N, D) in the place of (D,); its mean over N is right"),
        (MANY, "dw", lambda p: dw(p)[:, None], "shape",
         "dw: shape (D, 1) in the place of (D,), with the right entries"),
        (MANY, "db", lambda p: np.full(p.D, db(p)), "shape",
         "db: shape (D,) in the place of (): the right value, repeated along D"),
        (MANY, "dw", lambda p: np.zeros(p.D), "constant", "dw: always 0, whatever it is called with"),
        (MANY, "dw", lambda p: dw(p) + 2 * p.reg * p.w, "adds-parameter",
         "dw: the right value, and 2 reg w more"),
        (MANY, "dw", lambda p: dw(p) + p.b, "adds-parameter", "dw: the right value, and b more"),
        (MANY, "dw", lambda p: dw(p) * np.sqrt(p.N), "some-calls",
         "dw: right at N = 1, wrong at N = 2, 3, 4"),
        (MANY, "dw", lambda p: dw(p) + p.w.sum(), "adds-parameter",
         "dw: the right value, and the sum of w more"),
        (MANY, "dw", lambda p: np.append(dw(p)[:-1], 0.0), "one-place",
         "dw: wrong in the last entry, along D, and right elsewhere"),
    ],
)  # fmt: skip
def test_a_wrong_gradient_is_named_by_array(
    right: dict[str, Formula], name: str, wrong: Formula, note: str, measured: str
) -> None:
    feedback = reported(name, wrong, right)
    assert feedback is not None
    assert (feedback.note, feedback.measured) == (f"gradient/{note}", measured)


@pytest.mark.parametrize("right", [LINE, MANY])
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda v, p: v * p.N * 1.001, id="nearly N times"),
        pytest.param(lambda v, _: v * 1.0000001, id="nearly right"),
        pytest.param(lambda v, p: v * p.N / (p.N + 3), id="divided by three more"),
        pytest.param(lambda v, p: v * (p.N + 2) / 7, id="a sum of sizes"),
        pytest.param(lambda v, p: v * p.b, id="the bias as a factor"),
        pytest.param(lambda v, p: v + 1e-6 * p.y[0], id="a little of the data more"),
        pytest.param(lambda v, _: np.round(v, 2), id="rounded"),
        pytest.param(lambda v, _: np.clip(v, -1, 1), id="cut"),
        pytest.param(lambda v, p: v + p.b**3, id="the cube of the bias more"),
        pytest.param(lambda v, p: v + p.b * (p.N < 4), id="the bias more at some sizes"),
        pytest.param(lambda v, _: v * np.nan, id="nan"),
    ],
)  # fmt: skip
def test_a_near_miss_gets_no_name(right: dict[str, Formula], wrong: Callable[..., object]) -> None:
    for name, of in right.items():
        assert reported(name, lambda p, of=of: wrong(of(p), p), right) is None


@pytest.mark.parametrize("right", [LINE, MANY])
def test_a_right_array_has_no_rule(right: dict[str, Formula]) -> None:
    assert [reported(name, of, right) for name, of in right.items()] == [None, None]


def test_an_array_that_is_wrong_by_less_than_4_u_e_is_right() -> None:
    seen = results(lambda p: p.u.sum() / p.N * 2, MANY)
    moved = [
        at._replace(got=array(np.array(at.right["db"].values[0] + 3.9 * 2.0**-53 * at.error["db"][0])))
        for at in seen
    ]
    assert by_array("gradient", "db", moved, ("w", "b")) is None


@pytest.mark.parametrize("got", [None, array(np.bool_(1))])
def test_where_one_result_is_not_an_array_of_numbers_no_rule_is_sure(got: Array | None) -> None:
    first, *others = results(lambda p: 2 * p.u.sum(), MANY)
    assert by_array("gradient", "db", [first._replace(got=got), *others], ("w", "b")) is None


def test_no_results_have_no_rule() -> None:
    assert by_array("gradient", "dw", [], ("w", "b")) is None


def test_a_rule_is_found_in_code_that_rounds_to_float32() -> None:
    feedback = reported("dw", lambda p: (2 * p.x.T @ p.u).astype("float32"))
    inside = reported("dw", lambda p: (2 * p.x.T @ p.u).astype("float32").astype("float64"))
    assert feedback is not None
    assert feedback == inside
    assert feedback.measured == "dw: N times the right value"


@pytest.mark.parametrize(
    ("wrong", "measured"),
    [
        (lambda p: 2 * p.x.T @ p.u, "dw: N times the right value"),
        (lambda p: dw(p) * (1 + 1e-6), None),
        (dw, None),
    ],
)
def test_without_a_bound_a_share_of_the_largest_entry_is_allowed(
    wrong: Formula, measured: str | None
) -> None:
    seen = [at._replace(error={}) for at in results(wrong, MANY)]
    feedback = by_array("gradient", "dw", seen, ("w", "b"))
    assert (feedback.measured if feedback else None) == measured


@pytest.mark.parametrize("number", [2, 5, 6])
def test_right_at_one_sample_takes_six_probes_that_are_right_there(number: int) -> None:
    """With fewer, what is right for positive numbers alone may be right by chance."""
    seen = results(lambda p: 2 * p.x[-1, 0] * p.u[-1], LINE)
    of_one = [at for at in seen if at.sizes["N"] == 1]
    others = [at for at in seen if at.sizes["N"] > 1]
    feedback = by_array("gradient", "dw", [*of_one[:number], *others], ("w", "b"))
    assert bool(feedback) is (number == 6)


def test_one_number_in_all_entries_may_be_rounded_otherwise_in_each() -> None:
    feedback = reported("dw", lambda p: db(p) * (1 + 2.0**-52 * (np.arange(p.D) % 2)))
    assert feedback is not None
    assert feedback.note == "gradient/one-number"


def test_the_only_result_of_a_function_is_not_named() -> None:
    alone = [at._replace(right={"db": at.right["db"]}) for at in results(lambda p: 2 * p.u.sum(), MANY)]
    feedback = by_array("gradient", "db", alone, ("w", "b"))
    assert feedback is not None
    assert feedback.measured == "N times the right value"
