"""Pictures of exercises with several parameters: a panel for each, and nothing that is not known."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from autograder.checks.case import Case
from autograder.checks.plan import Plan
from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.limits import Limits
from autograder.facts.values import series
from autograder.pictures.marks import GREEN, ORANGE
from autograder.pictures.samples import sample_slopes
from autograder.pictures.slopes_picture import slopes_caption, slopes_svg, slopes_text
from autograder.pictures.subjects import Course, Trail
from autograder.pictures.training_picture import courses_caption, courses_svg, courses_text
from autograder.pictures.training_samples import MOST_PATHS, sample_courses, sample_descent
from autograder.student.in_place import InPlace

if TYPE_CHECKING:
    from autograder.facts.task import Task
    from autograder.pictures.subjects import Slopes

LINE, FEATURES = (
    read_released(shipped("exercises") / name / "exercise.json").task
    for name in ("ex02_bias", "ex03_many_features")
)
SVG = "{http://www.w3.org/2000/svg}"
MINUS = "\N{MINUS SIGN}"
RIGHT = """
import numpy as np
w, b = {start}, 0.0
def forward(x): return x @ w + b if np.ndim(x) == 2 else w * x + b
def loss(y, y_pred): return np.mean((y_pred - y) ** 2)
def gradient(x, y, y_pred):
    dw, db = 2 * x.T @ (y_pred - y) / len(y), 2 * np.mean(y_pred - y)
    return {returned}
"""


def names_of(task: Task, returned: str) -> dict[str, Any]:
    names: dict[str, Any] = {"__name__": "__main__"}
    start = "np.zeros(3)" if task is FEATURES else "0.0"
    exec(RIGHT.format(start=start, returned=returned), names)  # noqa: S102 - what a kernel does
    return names


def case_of(task: Task, runner: InPlace) -> Case:
    return Case(Plan(task, {}, 0), "gradient", (), runner, {})


def panels_of(task: Task, returned: str = "dw, db") -> tuple[Slopes, ...]:
    with InPlace(names_of(task, returned), task, Limits()) as runner:
        return sample_slopes(case_of(task, runner), task.parameters)


def courses_of(task: Task, returned: str = "dw, db") -> tuple[Course, ...]:
    with InPlace(names_of(task, returned), task, Limits()) as runner:
        assert sample_descent(case_of(task, runner)) is None
        return sample_courses(case_of(task, runner))


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def kinds(svg: str, kind: str) -> list[ET.Element]:
    return [element for element in ET.fromstring(svg).iter() if element.get("class") == kind]  # noqa: S314


def tangents(slopes: Slopes) -> list[bool | None]:
    return [touch.tangent for touch in slopes.touches]


def test_each_parameter_has_a_panel_that_names_it_under_one_title_and_one_legend() -> None:
    svg = slopes_svg(panels_of(LINE))
    shown = texts(svg)
    assert shown[0] == "loss along w and b, and its derivatives drawn as slopes"
    assert "loss along w, with b where right training ends" in shown
    assert "loss along b, with w where right training ends" in shown
    assert shown.count("derivative, tangent") == 1
    assert len(kinds(svg, "loss")) == 2
    assert len(kinds(svg, "gradient")) == 8


def test_an_array_is_drawn_along_its_way_and_the_axis_says_what_that_is() -> None:
    way, bias = panels_of(FEATURES)
    assert tangents(way) == tangents(bias) == [True] * 4
    shown = texts(slopes_svg([way, bias]))
    assert "loss along the way of w, with b where right training ends" in shown
    assert "way of w: 0 is where training starts, 1 is where right training ends" in shown
    assert slopes_text(way)[:2] == [
        "loss along the way of w, with b where right training ends:",
        f"at 0 of the way: loss 13.69, dw along it {MINUS}27.31",
    ]


def test_numbers_of_touches_that_are_close_to_each_other_stand_one_above_the_other() -> None:
    way, _ = panels_of(FEATURES)
    first = way.touches[0]
    close = [first._replace(w=first.w + k / 100) for k in range(3)]
    svg = slopes_svg([way._replace(touches=tuple(close))])
    labels = [e for e in ET.fromstring(svg).iter(f"{SVG}text") if "dw along it" in (e.text or "")]  # noqa: S314
    heights = sorted(float(label.get("y", "nan")) for label in labels)
    assert len(heights) == 3
    assert all(below - above >= 14 for above, below in pairwise(heights))


@pytest.mark.parametrize("task", [LINE, FEATURES])
def test_the_panel_of_the_wrong_derivative_alone_shows_it(task: Task) -> None:
    right, wrong = panels_of(task, "dw, 3 * db")
    assert tangents(right) == [True] * 4
    assert tangents(wrong) == [False] * 4
    assert "at 4 of 4 places dw is the slope of loss" in slopes_caption(right)
    assert slopes_caption(wrong).startswith("along b, at 4 of 4 places db is not the slope of loss")
    assert "db" in slopes_text(wrong)[1]


def test_swapped_derivatives_are_wrong_in_both_panels() -> None:
    assert [tangents(slopes) for slopes in panels_of(LINE, "db, dw")] == [[False] * 4] * 2


def test_a_derivative_that_is_not_a_number_has_no_panel() -> None:
    (slopes,) = panels_of(LINE, "dw, np.zeros(4)")
    assert slopes.parameter == "w"
    assert "loss along w, and its derivatives drawn as slopes" in texts(slopes_svg([slopes]))


def test_a_gradient_of_one_value_has_no_picture() -> None:
    assert panels_of(LINE, "dw") == courses_of(LINE, "dw") == ()


def test_panels_do_not_overlap() -> None:
    """The plots are svg elements within the picture, which is as high as its panels together."""
    root = ET.fromstring(slopes_svg(panels_of(LINE)))  # noqa: S314 - our own
    first, second = [element for element in root.iter(f"{SVG}svg") if element is not root]
    starts = [float(element.get("y", "nan")) for element in (first, second)]
    height = float(first.get("height", "nan"))
    assert starts[0] + height + 46 < starts[1]
    assert starts[1] + height + 46 == float(root.get("viewBox", "").split()[3])


def test_training_is_drawn_with_a_ring_wherever_it_is_known() -> None:
    courses = courses_of(FEATURES)
    svg = courses_svg(courses)
    assert [[trail.name for trail in course.trails] for course in courses] == [
        ["w[0]", "w[1]", "w[2]"],
        ["b"],
    ]
    assert len(kinds(svg, "path")) == 4
    assert len(kinds(svg, "known")) == 8
    assert {"w[0]", "w[1]", "w[2]", "trained, through the rings"} <= set(texts(svg))
    assert GREEN in svg
    (caption,) = courses_caption(courses)
    assert caption.startswith("the rings show where right functions lead after 10 and 100 epochs")
    assert courses_text(courses)[-1] == (
        "b: 0 at the start, 2.609 after 10 epochs (expected 2.609), 2.044 after 100 epochs (expected 2.044)"
    )


def test_a_path_is_what_the_submission_computed() -> None:
    (weight, _) = courses_of(LINE)
    assert weight.trails[0].path[:2] == pytest.approx((0.0, 0.7))
    assert len(weight.trails[0].path) == 31


def test_training_that_goes_elsewhere_is_drawn_past_the_rings() -> None:
    courses = courses_of(LINE, "db, dw")
    svg = courses_svg(courses)
    assert [course.is_close for course in courses] == [False, False]
    assert "trained, past the rings" in texts(svg)
    assert ORANGE in svg
    assert GREEN not in svg


def test_a_path_that_leads_far_out_ends_there_and_the_caption_says_so() -> None:
    courses = courses_of(FEATURES, "9 * dw, db")
    svg = courses_svg(courses)
    assert "nan" not in svg
    assert "inf" not in svg
    assert max(len(path.get("points", "").split()) for path in kinds(svg, "path")) < 20
    assert "the path of w and b is drawn until it is far out of the plot" in courses_caption(courses)[1]


@pytest.mark.filterwarnings("ignore")
def test_where_training_leaves_the_numbers_the_words_say_so() -> None:
    (weight, _) = courses_of(LINE, "-1e200 * dw, db")
    (text,) = courses_text([weight])
    assert text.startswith("w: 0 at the start, not finite after 10 epochs (expected 1.955), not finite after")
    assert "nan" not in courses_svg([weight])


def test_names_of_paths_that_end_close_to_each_other_stand_apart() -> None:
    trails = tuple(Trail(f"w[{k}]", (0.0, 1.0), {1: 1.0 + k / 1000}) for k in range(MOST_PATHS))
    svg = courses_svg([Course("w", trails, is_close=True)])
    named = [e for e in ET.fromstring(svg).iter(f"{SVG}text") if (e.text or "").startswith("w[")]  # noqa: S314
    heights = sorted(float(each.get("y", "nan")) for each in named)
    assert min(b - a for a, b in pairwise(heights)) >= 14


def test_names_stand_in_a_row_as_in_a_sentence() -> None:
    assert series(["W1", "b1", "W2"]) == "W1, b1 and W2"
    assert series(["w", "b"]) == "w and b"
    assert series(["w"]) == "w"
