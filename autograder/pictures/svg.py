"""Draw pictures for students in SVG: the loss with its gradients as slopes, and the path of training."""

from __future__ import annotations

import math
from collections.abc import Sequence

from autograder.facts.messages import live
from autograder.pictures.axes import (
    FAR_OUT,
    HALO,
    Axes,
    Spot,
    Words,
    axes_around,
    curve,
    dot,
    label,
    line,
    number,
    picture,
)
from autograder.pictures.subjects import Descent, Slopes, Touch

BLUE, GREEN, ORANGE, GREY = "#3b7dd8", "#138a62", "#d4570c", "#808080"
"""Colours with a contrast of 3:1 or more on white and on Jupyter's dark page (WCAG 2.1, 1.4.11)."""
HALF, LONGER = 46, 60
"""Half the length, in pixels, of a gradient's line, and of the dashed line behind it."""
ABOVE = 1.5
"""How far the curve is shown beyond the heights of the touches, in shares of their range."""
AROUND_PATH = 0.35
"""How far a path is shown beyond the expected one, in shares of its range."""
LINE_HEIGHT, LETTER = 14, 7
"""Height of a line and width of a letter in a label's small print, in pixels."""
LEVEL = 0.1
"""Angle in radians up to which a line looks level."""
NEAR = 0.01
"""Largest difference, as a share of the way made, at which two paths look the same."""
CURVE = f"stroke:{BLUE};stroke-width:2.5"
DASHED = "stroke:currentColor;stroke-width:1.3;stroke-dasharray:5 4"
ANCHORS = {-1: "end", 0: "middle", 1: "start"}
COLOURS = {True: GREEN, False: ORANGE, None: GREY}
"""The colour of a gradient's line, by whether it is tangent; None if that is unknown."""


def slopes_svg(slopes: Slopes) -> str:
    """Draw the loss over the parameter, and at each touch a line as steep as the gradient.

    The line of a right gradient is tangent; beside a wrong one, a dashed line shows the slope of the loss.
    """
    axes = _axes(slopes)
    inside = _curves(axes, slopes)
    labels = []
    for touch in slopes.touches:
        inside += _touch(axes, touch)
        labels += _touch_labels(axes, touch, slopes.gradient)
    words = Words(
        f"{slopes.objective} over {slopes.parameter}, and {slopes.gradient} drawn as its slope",
        slopes.parameter,
        slopes.objective,
        "; ".join(slopes_text(slopes)),
        tuple(_legend(slopes)),
    )
    return picture(axes, words, inside, labels)


def _axes(slopes: Slopes) -> Axes:
    """Make axes around the touches, and around the part of the curve that is about as high."""
    touches = [(touch.w, touch.loss) for touch in slopes.touches]
    drawn = [(w, loss) for w, loss in slopes.curve if loss is not None]
    heights = [loss for _, loss in touches]
    return axes_around([*_near(drawn, heights, ABOVE), *touches])


def _near(places: Sequence[Spot], heights: Sequence[float], share: float) -> list[Spot]:
    """Return the places that lie at most a share of a range beyond it; all of them, if it is level."""
    low = min(heights)
    high = max(heights)
    room = share * (high - low) or math.inf
    return [(x, y) for x, y in places if low - room <= y <= high + room]


def _curves(axes: Axes, slopes: Slopes) -> list[str]:
    """Draw the loss, with a gap wherever it is not a number."""
    runs: list[list[Spot]] = [[]]
    for w, loss in slopes.curve:
        if loss is None:
            runs.append([])
        else:
            runs[-1].append(axes.spot(w, loss))
    return [curve("loss", run, CURVE) for run in runs if run]


def slopes_caption(slopes: Slopes) -> str:
    """Say whether the gradients are tangent; empty if the slope is unknown somewhere."""
    gradient, objective = slopes.gradient, slopes.objective
    tangent = [touch.tangent for touch in slopes.touches if touch.gradient is not None]
    calls = len(tangent)
    wrong = tangent.count(False)
    if wrong:
        return live.crossing(wrong=wrong, calls=calls, gradient=gradient, objective=objective)
    if None in tangent:
        return ""
    return live.tangent(calls=calls, gradient=gradient, objective=objective)


def slopes_text(slopes: Slopes) -> list[str]:
    """Describe the picture of the slopes in words, one line for each touch."""
    lines = []
    for touch in slopes.touches:
        place = f"{slopes.parameter} = {number(touch.w)}: {slopes.objective} {number(touch.loss)}"
        lines.append(", ".join((place, *_values(touch, slopes.gradient))))
    return lines


def descent_svg(descent: Descent) -> str:
    """Draw the parameter over the epochs beside the path that it should take.

    A path that leads far away is cut off at the plot's edge.
    """
    path = _by_epoch(descent.path)
    expected = _by_epoch(descent.expected)
    near = _near(path, (*descent.expected, descent.target), AROUND_PATH)
    axes = axes_around([*expected, *near, (0.0, descent.target)])
    colour = COLOURS[_is_close(descent)]
    stroke = _stroke(colour)
    words = Words(
        f"{descent.parameter} after each epoch of training",
        "epoch",
        descent.parameter,
        f"{descent.parameter} by epoch: {', '.join(map(number, descent.path))}",
        ((stroke, f"{descent.parameter} as trained"), (DASHED, "expected path")),
    )
    left, level = axes.spot(axes.low[0], descent.target)
    right, _ = axes.spot(axes.high[0], descent.target)
    spots = [axes.spot(*place) for place in path]
    inside = [
        line("target", (left, level), (right, level), "stroke:currentColor;stroke-opacity:.45"),
        curve("path", spots, f"{stroke};stroke-width:1.5;stroke-opacity:.6"),
        *(dot("epoch", spot, 3.5, colour) for spot in spots if abs(spot[1]) < FAR_OUT),
        curve("expected", [axes.spot(*place) for place in expected], DASHED),
    ]
    target = f"target {number(descent.target)}"
    named = label((right - 6, level - 6), target, anchor="end", style=HALO)
    return picture(axes, words, inside, [named])


def _by_epoch(path: Sequence[float]) -> list[Spot]:
    """Pair each parameter of a path with its epoch, from 0."""
    return [(float(epoch), w) for epoch, w in enumerate(path)]


def _is_close(descent: Descent) -> bool:
    """Whether the path looks like the expected one."""
    if len(descent.path) != len(descent.expected):
        return False
    way = max(descent.expected) - min(descent.expected)
    pairs = zip(descent.path, descent.expected, strict=True)
    largest = max(abs(w - expected) for w, expected in pairs)
    return largest <= NEAR * way


def _legend(slopes: Slopes) -> list[tuple[str, str]]:
    """List the style and the meaning of each kind of line that is drawn."""
    drawn = {touch.tangent for touch in slopes.touches if touch.gradient is not None}
    legend = [(CURVE, slopes.objective)]
    for tangent, words in ((False, "not tangent"), (True, "tangent"), (None, "the slope is unknown")):
        if tangent in drawn:
            legend.append((_stroke(COLOURS[tangent]), f"{slopes.gradient}, {words}"))
    if False in drawn:
        legend.append((DASHED, f"slope of {slopes.objective}"))
    return legend


def _stroke(colour: str) -> str:
    return f"stroke:{colour};stroke-width:3.5;stroke-linecap:round"


def _touch(axes: Axes, touch: Touch) -> list[str]:
    """Draw a touch: a dot, the gradient as a slope, and beside a wrong one the slope of the loss."""
    spot = axes.spot(touch.w, touch.loss)
    parts = []
    if touch.gradient is not None:
        start, end = _ends(spot, axes.angle(touch.gradient), HALF)
        stroke = _stroke(COLOURS[touch.tangent])
        parts.append(line("gradient", start, end, stroke))
    if touch.slope is not None and touch.tangent is False:
        start, end = _ends(spot, axes.angle(touch.slope), LONGER)
        parts.append(line("slope", start, end, DASHED))
    parts.append(dot("touch", spot, 4.5, BLUE))
    return parts


def _ends(spot: Spot, angle: float, half: float) -> tuple[Spot, Spot]:
    x, y = spot
    dx, dy = half * math.cos(angle), -half * math.sin(angle)  # pixels count downwards
    return (x - dx, y - dy), (x + dx, y + dy)


def _touch_labels(axes: Axes, touch: Touch, gradient: str) -> list[str]:
    """Write the numbers of a touch above the curve: right of it where it falls, left where it rises."""
    lines = _values(touch, gradient)
    side = _side(axes, touch, LETTER * max(map(len, lines)))
    x, y = axes.spot(touch.w, touch.loss)
    x += 14 * side
    y -= (4 if side else 12) + LINE_HEIGHT * (len(lines) - 1)
    style = f"{HALO};fill:{COLOURS[touch.tangent]};font-weight:600"
    labels = []
    for text in lines:
        labels.append(label((x, y), text, anchor=ANCHORS[side], style=style))
        style = HALO  # only the first line, the gradient's, is bold and in its colour
        y += LINE_HEIGHT
    return labels


def _side(axes: Axes, touch: Touch, width: float) -> int:
    """Choose the side of a touch where a label of some pixels has room: -1 left, 0 above, 1 right."""
    slope = touch.slope if touch.slope is not None else touch.gradient
    angle = axes.angle(slope or 0.0)
    if abs(angle) < LEVEL:
        return 0
    x, _ = axes.spot(touch.w, touch.loss)
    if angle > 0:
        return -1 if x >= width else 1
    return 1 if axes.width - x >= width else -1


def _values(touch: Touch, gradient: str) -> list[str]:
    """Write the gradient, and below a wrong one the slope of the loss, in as many digits as differ."""
    if touch.gradient is None:
        return [f"{gradient} {touch.instead}"]
    if touch.slope is None or touch.tangent is not False:
        return [f"{gradient} {number(touch.gradient)}"]
    for digits in (4, 6, 9, 17):
        given, should = number(touch.gradient, digits), number(touch.slope, digits)
        if given != should:
            break
    return [f"{gradient} {given}", f"slope {should}"]
