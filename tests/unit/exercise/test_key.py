"""The answer key on careful numbers: other right spellings, ties, and what a reference must not do."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.authoring.steadiness import SOLUTION_LIMITS
from autograder.authoring.verify import verify
from autograder.checks.probe import Probe
from autograder.classes.run import prepare
from autograder.exercise.draws import (
    DECIDED_FROM,
    MODERATE_FROM,
    MOST_DRAWS,
    NEXT_DRAW,
    Drawn,
    Tried,
    UnsettledError,
    settled,
)
from autograder.exercise.key import Reference
from autograder.exercise.load import load_exercise
from autograder.facts.calls import Array, Call, Named, vector
from autograder.facts.errors import KitError
from autograder.facts.expected import Expected
from autograder.numerics.points import Point

if TYPE_CHECKING:
    from autograder.exercise.answers import AnswerKey
    from autograder.exercise.load import Exercise
    from autograder.student.backend import Backend

GRADIENT = "return np.mean(2 * x * (y_pred - y))"
EXPANDED = "def gradient__expanded(x, y, y_pred):\n    return 2 * np.mean(x * y_pred) - 2 * np.mean(x * y)\n"
ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path, ex01: Exercise) -> Path:
    """Copy the exercise, to be changed."""
    shutil.copytree(ex01.folder, tmp_path / "solutions" / ex01.name)
    return tmp_path / "solutions" / ex01.name


def write_gradient(folder: Path, body: str) -> None:
    path = folder / "solution.py"
    text = path.read_text("utf-8")
    assert GRADIENT in text
    path.write_text(text.replace(GRADIENT, body), encoding="utf-8")


def key_of(folder: Path, backend: Backend) -> AnswerKey:
    with Reference(load_exercise(folder.parent), backend) as reference:
        return reference.answer_key(7)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("import math; return math.fsum(2 * x * (y_pred - y)) / len(x)", "does not run|a cast to float"),
        (
            "return np.mean((2 * x * (y_pred - y)).astype(np.float32))",
            r"solution\.py:\d+: a cast to float loses",
        ),
        ("return float(np.mean(2 * x * (y_pred - y)))", r"solution\.py:\d+: .*leave the cast out"),
        (
            "return np.nan_to_num(np.mean(2 * x * (y_pred - y))) * np.isnan(x).any()",
            r"solution\.py:\d+: gradient does",
        ),
    ],
)
def test_what_a_reference_must_not_do_is_told_with_its_line(
    folder: Path, forking: Backend, body: str, told: str
) -> None:
    write_gradient(folder, body)
    with pytest.raises(KitError, match=told):
        key_of(folder, forking)


def test_the_line_is_that_of_the_statement(folder: Path, forking: Backend) -> None:
    write_gradient(folder, "return float(np.mean(2 * x * (y_pred - y)))")
    lines = (folder / "solution.py").read_text("utf-8").splitlines()
    number = next(k for k, line in enumerate(lines, 1) if "return float(" in line)
    with pytest.raises(KitError, match=rf"solution\.py:{number}: a cast to float"):
        key_of(folder, forking)


def test_a_comparison_that_is_always_a_tie_is_told(folder: Path, forking: Backend) -> None:
    write_gradient(folder, "return np.mean(2 * x * (y_pred - y)) * ((x - y) - x + y > 0).all()")
    with pytest.raises(KitError, match=r"solution\.py: gradient decides by a comparison"):
        key_of(folder, forking)


def test_the_bound_is_the_largest_of_all_right_spellings(folder: Path, forking: Backend) -> None:
    alone = key_of(folder, forking)
    (folder / "right.py").write_text("import numpy as np\n\n\n" + EXPANDED, encoding="utf-8")
    both = key_of(folder, forking)
    pairs = list(zip(alone.probes["gradient"], both.probes["gradient"], strict=True))
    assert all(b.error >= a.error and b.expected == a.expected for a, b in pairs)
    assert any(b.error > a.error for a, b in pairs)


def test_a_spelling_that_adds_a_little_allows_as_much_in_any_precision(
    folder: Path, forking: Backend
) -> None:
    shifted = "def loss__shifted(y, y_pred):\n    return np.mean((y_pred - y) ** 2) * (1 + 1e-9)\n"
    (folder / "right.py").write_text("import numpy as np\n\n\n" + shifted, encoding="utf-8")
    probes = key_of(folder, forking).probes["loss"]
    (largest,) = max(probe.expected.values for probe in probes)
    (far,) = [probe for probe in probes if probe.expected.values == (largest,)]
    assert far.only.spread == pytest.approx((1e-9 * largest,), rel=1e-5)
    assert far.error[0] < 10 * largest


@pytest.mark.parametrize(
    ("right", "told"),
    [
        (
            EXPANDED.replace("2 * np.mean(x * y)", "np.mean(x * y)"),
            r"right\.py:1: .*not a spelling of gradient",
        ),
        (EXPANDED.replace("np.mean(x * y)", "np.mean(x * why)"), r"right\.py:2: .*NameError"),
        (EXPANDED.replace("gradient__", "slope__"), r"right\.py:1: slope__expanded: no function 'slope'"),
        (EXPANDED.replace("):", ""), r"right\.py:1: "),
    ],
)
def test_a_wrong_right_spelling_is_told_with_its_place(
    folder: Path, forking: Backend, right: str, told: str
) -> None:
    (folder / "right.py").write_text(right, encoding="utf-8")
    with pytest.raises(KitError, match=told):
        key_of(folder, forking)


def test_a_far_point_at_which_right_spellings_differ_is_left_out(folder: Path, forking: Backend) -> None:
    def far(key: AnswerKey) -> list[Probe]:
        return [probe for probe in key.probes["forward"] if largest(probe) > 2.0**18]

    assert far(key_of(folder, forking))
    (folder / "right.py").write_text(
        "def forward__near(x):\n    return w * x * (abs(x) < 2.0**18)\n", "utf-8"
    )
    assert not far(key_of(folder, forking))


def largest(probe: Probe) -> float:
    """Return the largest number among the data of a probe."""
    x = probe.call.inputs["x"]
    return max(map(abs, x.values)) if isinstance(x, Array) else 0.0


def test_spellings_that_differ_at_all_drawn_inputs_are_told_with_their_place(
    folder: Path, forking: Backend
) -> None:
    (folder / "right.py").write_text("def forward__few(x):\n    return w * x * (np.size(x) <= 2)\n", "utf-8")
    with pytest.raises(
        KitError, match=r"draws of inputs, forward differs from forward__few of .*right\.py:1"
    ):
        key_of(folder, forking)


def test_each_right_spelling_is_promised_to_pass(folder: Path, forking: Backend) -> None:
    (folder / "right.py").write_text(EXPANDED, encoding="utf-8")
    (folder / "mistakes.py").write_text("", encoding="utf-8")
    run = prepare(load_exercise(folder.parent), forking, SOLUTION_LIMITS)
    promises = {p.claim: p.kept for p in verify(run, ROOT / "exercises" / folder.name)}
    assert promises["gradient__expanded of right.py scores full marks"]


def test_a_right_py_changes_the_hash(folder: Path) -> None:
    before = load_exercise(folder.parent).hash
    (folder / "right.py").write_text(EXPANDED, encoding="utf-8")
    assert load_exercise(folder.parent).hash != before


def test_a_point_that_cannot_be_used_is_drawn_again_in_its_place() -> None:
    asked: list[int] = []

    def probes_at(points: Sequence[Point], *, exact_ties: bool) -> list[Tried]:
        assert exact_ties
        asked.append(len(points))
        return [Tried({}, ["a tie"] if k and len(asked) < 3 else []) for k in range(len(points))]

    found = settled(two_points, probes_at, 5)
    assert asked[:2] == [2, 1]
    assert found[0].point.inputs["w"] == 5
    assert found[1].point.inputs["w"] == 5 + NEXT_DRAW


def two_points(seed: int, moderate: bool) -> list[Drawn]:  # noqa: FBT001 - as `settled` asks for them
    """Draw two points with the seed as w, and x = 0 where draws are moderate; the first may be left out."""
    inputs = Named({"x": vector((0.0 if moderate else 1.0,)), "w": float(seed)})
    point = Point(inputs, Named({"N": 1}))
    return [Drawn(point, may_be_left_out=True), Drawn(point)]


def test_a_point_that_can_be_used_at_no_draw_is_an_error() -> None:
    ties: list[bool] = []

    def probes_at(points: Sequence[Point], *, exact_ties: bool) -> list[Tried]:
        ties.append(exact_ties)
        return [Tried({}, ["a tie"]) for _ in points]

    with pytest.raises(UnsettledError, match=f"at each of {MOST_DRAWS} draws of inputs, a tie"):
        settled(two_points, probes_at, 5)
    assert ties == [True] * DECIDED_FROM + [False] * (MOST_DRAWS - DECIDED_FROM)


def test_a_point_that_may_be_left_out_is_left_out_once_draws_are_moderate() -> None:
    asked: list[int] = []

    def probes_at(points: Sequence[Point], *, exact_ties: bool) -> list[Tried]:
        assert exact_ties
        asked.append(len(points))
        last_of_two = [Tried({}, ["a tie"]), Tried()]
        return last_of_two if len(points) > 1 else [Tried({}, ["a tie"])]

    (found,) = settled(two_points, probes_at, 5)
    assert asked == [2] + [1] * MODERATE_FROM
    assert found.point.inputs["w"] == 5


def test_a_point_that_may_be_left_out_serves_the_functions_that_have_numbers_there(
    sigmoid_probe: Probe,
) -> None:
    def probes_at(points: Sequence[Point], *, exact_ties: bool) -> list[Tried]:
        assert exact_ties
        far = Tried({"sigmoid": sigmoid_probe}, ["loss returns a number that is not finite"])
        return [far, Tried()][: len(points)]

    far, other = settled(two_points, probes_at, 5)
    assert far.probes == {"sigmoid": sigmoid_probe}
    assert other.point.inputs["w"] == 5


@pytest.fixture
def sigmoid_probe() -> Probe:
    call = Call(("sigmoid",), Named({"z": vector((-800.0, 800.0))}))
    right = Expected(vector((0.0, 1.0)), (0.0, 1.0), exact=True)
    return Probe(call, Named({"a": right}), Named({"N": 2}))


def test_exactness_of_a_probe_is_found_out(class_run_probes: Sequence[Probe]) -> None:
    assert {probe.n for probe in class_run_probes if not probe.exact} >= {7}
    assert {probe.n for probe in class_run_probes if probe.exact} >= {1, 2, 4}


@pytest.fixture
def class_run_probes(ex01: Exercise, forking: Backend) -> Sequence[Probe]:
    with Reference(ex01, forking) as reference:
        return reference.answer_key(7).probes["gradient"]


@pytest.mark.parametrize("name", ["gradient__expanded", "one_hot"])
def test_a_name_in_both_of_an_authors_files_is_told_with_both_places(folder: Path, name: str) -> None:
    (folder / "right.py").write_text(f"\ndef {name}(x, y, y_pred):\n    return 0\n", encoding="utf-8")
    (folder / "mistakes.py").write_text(f'def {name}(x, y, y_pred):\n    """Says."""\n', encoding="utf-8")
    with pytest.raises(KitError, match=rf"right\.py:2: {name} is defined in .*mistakes\.py:1, too; both"):
        load_exercise(folder.parent)
