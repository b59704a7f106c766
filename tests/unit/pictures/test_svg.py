"""The picture that teaches: a right gradient is tangent to the curve, a wrong one visibly is not."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from autograder.checks.case import Case
from autograder.checks.plan import Plan
from autograder.exercise.released import read_released
from autograder.exercise.shipped import shipped
from autograder.facts.limits import Limits
from autograder.pictures.marks import BLUE, MARK_COLOURS
from autograder.pictures.samples import sample_slopes
from autograder.pictures.slopes_picture import slopes_caption, slopes_svg, slopes_text
from autograder.pictures.subjects import Slopes, Touch
from autograder.pictures.training_picture import descent_svg
from autograder.pictures.training_samples import sample_courses, sample_descent
from autograder.student.in_place import InPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.pictures.subjects import Descent

    Names = dict[str, Any]

TASK = read_released(shipped("exercises") / "ex01_linear_regression" / "exercise.json").task
MINUS = "\N{MINUS SIGN}"
SVG = "{http://www.w3.org/2000/svg}"
Line = tuple[float, float, float, float]


def samples_of(names: Names) -> tuple[Slopes | None, Descent | None]:
    with InPlace(names, TASK, Limits()) as runner:
        case = Case(Plan(TASK, {}, 0), "gradient", (), runner, {})
        assert sample_courses(case) == (), "one number has a picture of its own"
        panels = sample_slopes(case, TASK.parameters)
        return next(iter(panels), None), sample_descent(case)


def slopes_of(names: Names) -> Slopes:
    slopes, _ = samples_of(names)
    assert slopes is not None
    return slopes


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def lines(svg: str, kind: str) -> list[Line]:
    found = [element for element in parsed(svg).iter(f"{SVG}line") if element.get("class") == kind]
    return [(*(float(element.get(key, "nan")) for key in ("x1", "y1", "x2", "y2")),) for element in found]  # type: ignore[misc]


def angle(line: Line) -> float:
    """In degrees; upwards is positive, as pixels count downwards."""
    x1, y1, x2, y2 = line
    return math.degrees(math.atan2(y1 - y2, x2 - x1))


def angle_of_curve(svg: str, x: float) -> float:
    """How steep the curve of the loss is drawn around a pixel column."""
    (drawn,) = (e for e in parsed(svg).iter(f"{SVG}polyline") if e.get("class") == "loss")
    places = [tuple(map(float, pair.split(","))) for pair in drawn.get("points", "").split()]
    k = min(range(1, len(places) - 1), key=lambda k: abs(places[k][0] - x))
    return angle((*places[k - 1], *places[k + 1]))  # type: ignore[arg-type]


def off_the_curve(svg: str, kind: str) -> list[float]:
    """Degrees between each line and the curve at its middle."""
    return [abs(angle(line) - angle_of_curve(svg, (line[0] + line[2]) / 2)) for line in lines(svg, kind)]


WRONG = {
    "a sum for a mean": "np.sum(2 * x * (y_pred - y))",
    "without the 2": "np.mean(x * (y_pred - y))",
    "with the other sign": "-np.mean(2 * x * (y_pred - y))",
    "over N - 1": "np.sum(2 * x * (y_pred - y)) / (len(x) - 1)",
}


def gradient(body: str) -> str:
    return f"def gradient(x, y, y_pred): return {body}"


def test_a_right_gradient_is_tangent_to_the_curve(kernel: Callable[..., Names]) -> None:
    svg = slopes_svg([slopes_of(kernel())])
    degrees = off_the_curve(svg, "gradient")
    assert len(degrees) == 4
    assert max(degrees) < 1
    assert lines(svg, "slope") == []


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_a_wrong_gradient_is_visibly_not_tangent_and_the_dashed_line_is(
    body: str, kernel: Callable[..., Names]
) -> None:
    """At the fit every one of these is 0, and right."""
    svg = slopes_svg([slopes_of(kernel(gradient(body)))])
    degrees = off_the_curve(svg, "gradient")
    assert sum(each > 4 for each in degrees) == 3
    assert max(off_the_curve(svg, "slope")) < 1
    assert len(lines(svg, "slope")) == 3


def test_the_slopes_are_those_of_the_students_own_loss(kernel: Callable[..., Names]) -> None:
    """The right derivative of half the loss is tangent to it."""
    names = kernel(
        "def loss(y, y_pred): return np.mean((y_pred - y) ** 2) / 2", gradient("np.mean(x * (y_pred - y))")
    )
    slopes = slopes_of(names)
    assert all(touch.tangent for touch in slopes.touches)
    assert max(off_the_curve(slopes_svg([slopes]), "gradient")) < 1


def test_numbers_stand_beside_the_lines_and_in_the_words_for_those_who_do_not_see_them(
    kernel: Callable[..., Names],
) -> None:
    slopes = slopes_of(kernel(gradient(WRONG["a sum for a mean"])))
    root = parsed(slopes_svg([slopes]))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert {f"gradient {MINUS}120", f"slope {MINUS}30", "w", "loss", "0", "20"} <= set(texts)
    assert root.findtext(f"{SVG}title") == "loss over w, and gradient drawn as its slope"
    assert (root.findtext(f"{SVG}desc") or "").startswith(
        f"w = 0: loss 30, gradient {MINUS}120, slope {MINUS}30; w = 1"
    )
    assert slopes_text(slopes)[2] == "w = 2: loss 0, gradient 0"
    assert "at 3 of 4 places gradient is not the slope of loss" in slopes_caption(slopes)


def test_two_numbers_that_differ_are_written_differently(kernel: Callable[..., Names]) -> None:
    slopes = slopes_of(kernel(gradient("1.00001 * np.mean(2 * x * (y_pred - y))")))
    assert slopes_text(slopes)[0] == f"w = 0: loss 30, gradient {MINUS}30.0003, slope {MINUS}30"


@pytest.mark.parametrize("factor", ["1e300", "1e-300", "1"])
def test_a_line_is_as_long_as_any_other_however_steep(factor: str, kernel: Callable[..., Names]) -> None:
    svg = slopes_svg([slopes_of(kernel(gradient(f"{factor} * np.mean(x * (y_pred - y))")))])
    lengths = [math.dist(line[:2], line[2:]) for line in lines(svg, "gradient")]
    assert lengths == pytest.approx([92.0] * 4, abs=0.05)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("loss", "touched"),
    [
        ("3.0", 4),
        ("np.array([np.mean((y_pred - y) ** 2)])", 4),
        ("-np.mean((y_pred - y) ** 2)", 4),
        ("1e140 * np.mean((y_pred - y) ** 2)", 4),
        ("np.exp(5 * np.mean((y_pred - y) ** 2))", 4),
        ("1e-310 * np.mean((y_pred - y) ** 2)", 4),
        ("np.log(np.mean(y_pred - y))", 1),
        ("float('nan') if y_pred[0] < 2 else 1.0", 2),
    ],
)
def test_any_loss_of_numbers_is_drawn(loss: str, touched: int, kernel: Callable[..., Names]) -> None:
    slopes = slopes_of(kernel(f"def loss(y, y_pred): return {loss}"))
    svg = slopes_svg([slopes])
    assert len(slopes.touches) == len(lines(svg, "gradient")) == touched
    drawn = [e.get("points", "") for e in parsed(svg).iter(f"{SVG}polyline") if e.get("class") == "loss"]
    assert drawn
    assert max(abs(float(pixel)) for pixel in re.findall(r"[-.\d]+", " ".join(drawn))) <= 1e5
    assert re.search(r"\b(nan|inf)\b", svg) is None
    assert len(svg) < 20_000


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "cell",
    [
        "def loss(y, y_pred): raise ValueError",
        "def loss(y, y_pred): return None",
        "def loss(y, y_pred): return (y_pred - y) ** 2",
        "def loss(y, y_pred): return np.nan",
        "def loss(y, y_pred): return 1e200 * np.mean((y_pred - y) ** 2)",
        "def gradient(x, y, y_pred): raise ValueError",
        "def gradient(x, y, y_pred): print(2)",
        "def gradient(x, y, y_pred): return 2 * x * (y_pred - y)",
        "def gradient(x, y, y_pred): return np.inf",
        "def gradient(x): return 1.0",
        "del gradient",
        "loss = None",
    ],
)
def test_there_is_no_picture_where_there_is_nothing_to_draw(cell: str, kernel: Callable[..., Names]) -> None:
    slopes, _ = samples_of(kernel(cell))
    assert slopes is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("None", "gradient returns None"),
        ("np.nan", "gradient returns nan"),
        ("x", "gradient returns shape (4,)"),
        ("int('x')", "gradient raises ValueError"),
    ],
)
def test_where_a_gradient_is_no_number_the_picture_says_what_it_is(
    answer: str, words: str, kernel: Callable[..., Names]
) -> None:
    slopes = slopes_of(kernel(gradient(f"{answer} if w < 0.5 else np.mean(2 * x * (y_pred - y))")))
    svg = slopes_svg([slopes])
    assert words in svg
    assert len(lines(svg, "gradient")) == 3
    assert "at 3 of 3 places" in slopes_caption(slopes)


def test_a_slope_that_cannot_be_told_is_neither_right_nor_wrong() -> None:
    touch = Touch(1.0, 2.0, 3.0, "", None, None)
    slopes = Slopes("w", "loss", "gradient", ((0.0, 1.0), (1.0, 2.0), (2.0, 3.0)), (touch,))
    assert slopes_caption(slopes) == ""
    assert "the slope is unknown" in slopes_svg([slopes])


def test_losses_that_differ_by_less_than_a_tick_can_are_drawn_as_level() -> None:
    touch = Touch(1.0, 5e-324, 0.0, "", 0.0, tangent=True)
    svg = slopes_svg([Slopes("w", "loss", "gradient", ((0.0, 0.0), (1.0, 5e-324)), (touch,))])
    assert re.search(r"\b(nan|inf)\b", svg) is None


def test_names_and_words_cannot_leave_the_picture() -> None:
    hostile = "</svg><script>alert(1)</script>"
    touch = Touch(1.0, 2.0, None, f"raises {hostile}", 1.0, tangent=False)
    svg = slopes_svg([Slopes(hostile, hostile, hostile, ((0.0, 1.0), (1.0, 2.0)), (touch,))])
    assert "<script>" not in svg
    assert hostile in [element.text for element in parsed(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("body", "on_path"), [("np.mean(2 * x * (y_pred - y))", True), (WRONG["a sum for a mean"], False)]
)
def test_the_path_of_training_is_drawn_beside_the_expected_one(
    body: str,
    on_path: bool,  # noqa: FBT001 - a case
    kernel: Callable[..., Names],
) -> None:
    _, descent = samples_of(kernel(gradient(body)))
    assert descent is not None
    assert descent.path[:2] == pytest.approx((0.0, 0.3 if on_path else 1.2))
    svg = descent_svg(descent)
    circles = [e for e in parsed(svg).iter(f"{SVG}circle") if e.get("class") == "epoch"]
    assert len(circles) == 31
    assert f"fill:{MARK_COLOURS[on_path]}" in (circles[0].get("style") or "")
    assert {e.get("class") for e in parsed(svg).iter(f"{SVG}polyline")} == {"path", "expected"}


@pytest.mark.filterwarnings("ignore")
def test_training_that_leaves_every_bound_is_drawn_as_far_as_it_goes(kernel: Callable[..., Names]) -> None:
    _, descent = samples_of(kernel(gradient("-1e30 * np.mean(x * (y_pred - y))")))
    assert descent is not None
    assert len(descent.path) < 31
    svg = descent_svg(descent)
    assert len(svg) < 20_000
    assert re.search(r"\b(nan|inf)\b", svg) is None


def test_the_expected_path_leaves_the_tasks_share_of_the_error(kernel: Callable[..., Names]) -> None:
    _, descent = samples_of(kernel())
    assert descent is not None
    assert descent.expected == pytest.approx([2 - 2 * 0.85**epoch for epoch in range(31)])
    assert descent.path == pytest.approx(descent.expected, abs=1e-6)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("page", ["#ffffff", "#111111"])
def test_every_colour_stands_out_on_a_light_and_on_a_dark_page(page: str) -> None:
    for colour in (BLUE, *MARK_COLOURS.values()):
        dark, light = sorted((luminance(page), luminance(colour)))
        assert (light + 0.05) / (dark + 0.05) >= 3, colour
