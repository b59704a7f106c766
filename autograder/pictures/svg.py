"""Pictures that teach, as SVG: the loss with gradients drawn as slopes, and the path of training."""

from __future__ import annotations

import math
from itertools import groupby

from autograder.facts.messages import live
from autograder.pictures.axes import (
    FAR_OUT,
    HALO,
    Axes,
    Spot,
    Words,
    axes_around,
    curve,
    label,
    line,
    number,
    picture,
)
from autograder.pictures.subjects import Descent, Slopes, Touch

BLUE, GREEN, ORANGE, GREY = "#3b7dd8", "#138a62", "#d4570c", "#808080"
"""Each has a contrast of 3:1 or more on white and on Jupyter's dark page (WCAG 2.1, 1.4.11)."""
HALF, LONGER = 46, 60
"""Half the length of a gradient's line in pixels, however steep it is, and of a dashed one behind it."""
ABOVE = 1.5
"""How far the curve is followed beyond the heights at which it is touched, in shares of their range."""
LINE_HEIGHT, LETTER = 14, 7
"""Pixels, of a label in small print."""
LEVEL = 0.1
"""Radians up to which a line looks nearly level."""
NEAR = 0.01
"""Share of its whole way by which a path may be off and still look the same."""
CURVE = f"stroke:{BLUE};stroke-width:2.5"
DASHED = "stroke:currentColor;stroke-width:1.3;stroke-dasharray:5 4"
ANCHORS = {-1: "end", 0: "middle", 1: "start"}
COLOURS = {True: GREEN, False: ORANGE, None: GREY}
"""Of a line that is tangent, one that is not, and one of which that cannot be told."""


def slopes_svg(slopes: Slopes) -> str:
    """Draw the loss over the parameter, and at each touch a line as steep as the gradient.

    Where that is the slope of the loss the line is tangent; where not, a dashed one is drawn beside it.
    """
    heights = [touch.loss for touch in slopes.touches]
    room = ABOVE * (max(heights) - min(heights)) or math.inf
    drawn = [(w, j) for w, j in slopes.curve if j is not None]
    near = [(w, j) for w, j in drawn if min(heights) - room <= j <= max(heights) + room]
    axes = axes_around([*near, *((touch.w, touch.loss) for touch in slopes.touches)])
    runs = groupby(slopes.curve, lambda place: place[1] is not None)
    inside = [
        curve("loss", [axes.spot(w, j) for w, j in run if j is not None], CURVE) for k, run in runs if k
    ]
    inside += [part for touch in slopes.touches for part in _drawn(axes, touch)]
    words = Words(
        f"{slopes.objective} over {slopes.parameter}, and {slopes.gradient} drawn as its slope",
        slopes.parameter,
        slopes.objective,
        "; ".join(slopes_text(slopes)),
        tuple(_legend(slopes)),
    )
    labels = [part for touch in slopes.touches for part in _labelled(axes, touch, slopes.gradient)]
    return picture(axes, words, inside, labels)


def slopes_caption(slopes: Slopes) -> str:
    """Say what the picture shows; nothing where no slope can be told."""
    tangent = [touch.tangent for touch in slopes.touches if touch.gradient is not None]
    gradient, objective, calls = slopes.gradient, slopes.objective, len(tangent)
    if False in tangent:
        wrong = tangent.count(False)
        return live.crossing(wrong=wrong, calls=calls, gradient=gradient, objective=objective)
    return "" if None in tangent else live.tangent(calls=calls, gradient=gradient, objective=objective)


def slopes_text(slopes: Slopes) -> list[str]:
    """Say the same as the picture, a line for each touch."""
    return [
        ", ".join(
            (
                f"{slopes.parameter} = {number(touch.w)}: {slopes.objective} {number(touch.loss)}",
                *_values(touch, slopes.gradient),
            )
        )
        for touch in slopes.touches
    ]


def descent_svg(descent: Descent) -> str:
    """Draw the parameter over the epochs beside the path that it should take; what leaves that is cut off."""
    low, high = min(*descent.expected, descent.target), max(*descent.expected, descent.target)
    room = 0.35 * (high - low)
    near = [(float(k), w) for k, w in enumerate(descent.path) if low - room <= w <= high + room]
    expected = [(float(k), w) for k, w in enumerate(descent.expected)]
    axes = axes_around([*expected, *near, (0.0, descent.target)])
    dots = [axes.spot(float(k), w) for k, w in enumerate(descent.path)]
    seen = [(x, y) for x, y in dots if abs(y) < FAR_OUT]
    (left, level), (right, _) = (axes.spot(x, descent.target) for x in (axes.low[0], axes.high[0]))
    stroke, fill = _stroke(_close(descent)), f"fill:{COLOURS[_close(descent)]}"
    words = Words(
        f"{descent.parameter} after each epoch of training",
        "epoch",
        descent.parameter,
        f"{descent.parameter} by epoch: {', '.join(map(number, descent.path))}",
        ((stroke, f"{descent.parameter} as trained"), (DASHED, "expected path")),
    )
    inside = [
        line("target", (left, level), (right, level), "stroke:currentColor;stroke-opacity:.45"),
        curve("path", dots, f"{stroke};stroke-width:1.5;stroke-opacity:.6"),
        *(f'<circle class="epoch" cx="{x:.2f}" cy="{y:.2f}" r="3.5" style="{fill}"/>' for x, y in seen),
        curve("expected", [axes.spot(*place) for place in expected], DASHED),
    ]
    target = f"target {number(descent.target)}"
    return picture(axes, words, inside, [label((right - 6, level - 6), target, anchor="end", style=HALO)])


def _close(descent: Descent) -> bool:
    """Whether the path looks like the expected one."""
    span = max(descent.expected) - min(descent.expected)
    return len(descent.path) == len(descent.expected) and all(
        abs(w - should) <= NEAR * span for w, should in zip(descent.path, descent.expected, strict=True)
    )


def _legend(slopes: Slopes) -> list[tuple[str, str]]:
    """Name the lines that there are."""
    drawn = [touch for touch in slopes.touches if touch.gradient is not None]
    words = {False: "not tangent", True: "tangent", None: "the slope is unknown"}
    found = {touch.tangent for touch in drawn}
    dashed = any(touch.tangent is False for touch in drawn)
    return [
        (CURVE, slopes.objective),
        *((_stroke(kind), f"{slopes.gradient}, {words[kind]}") for kind in words if kind in found),
        *([(DASHED, f"slope of {slopes.objective}")] if dashed else []),
    ]


def _stroke(tangent: bool | None) -> str:  # noqa: FBT001 - three answers
    return f"stroke:{COLOURS[tangent]};stroke-width:3.5;stroke-linecap:round"


def _drawn(axes: Axes, touch: Touch) -> list[str]:
    """Draw one touch: the gradient as a slope, and where it is another one, the slope of the loss."""
    x, y = spot = axes.spot(touch.w, touch.loss)
    drawn = []
    if touch.gradient is not None:
        ends = _ends(spot, axes.angle(touch.gradient), HALF)
        drawn.append(line("gradient", *ends, _stroke(touch.tangent)))
    if touch.slope is not None and touch.tangent is False:
        drawn.append(line("slope", *_ends(spot, axes.angle(touch.slope), LONGER), DASHED))
    return [*drawn, f'<circle class="touch" cx="{x:.2f}" cy="{y:.2f}" r="4.5" style="fill:{BLUE}"/>']


def _ends(spot: Spot, angle: float, half: float) -> tuple[Spot, Spot]:
    x, y = spot
    dx, dy = half * math.cos(angle), -half * math.sin(angle)  # pixels count downwards
    return (x - dx, y - dy), (x + dx, y + dy)


def _labelled(axes: Axes, touch: Touch, gradient: str) -> list[str]:
    """Write the numbers above the curve: on the right where it falls, on the left where it rises."""
    slope = touch.slope if touch.slope is not None else touch.gradient
    angle = axes.angle(slope or 0.0)
    x, y = axes.spot(touch.w, touch.loss)
    words = _values(touch, gradient)
    wide = LETTER * max(map(len, words))
    side = 0 if abs(angle) < LEVEL else -1 if angle > 0 else 1
    if (side < 0 and x < wide) or (side > 0 and axes.width - x < wide):  # no room there
        side = -side
    x += 14 * side
    y -= (4 if side else 12) + LINE_HEIGHT * (len(words) - 1)
    bold = f"{HALO};fill:{COLOURS[touch.tangent]};font-weight:600"
    return [
        label((x, y + LINE_HEIGHT * k), word, anchor=ANCHORS[side], style=HALO if k else bold)
        for k, word in enumerate(words)
    ]


def _values(touch: Touch, gradient: str) -> list[str]:
    """Say what the gradient is, and what it should be where it is not; in as many digits as differ."""
    if touch.gradient is None:
        return [f"{gradient} {touch.instead}"]
    if touch.slope is None or touch.tangent is not False:
        return [f"{gradient} {number(touch.gradient)}"]
    for digits in (4, 6, 9, 17):
        given, should = number(touch.gradient, digits), number(touch.slope, digits)
        if given != should:
            break
    return [f"{gradient} {given}", f"slope {should}"]
