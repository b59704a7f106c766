"""Draw the loss along a line through each parameter, with its derivative as a slope, in SVG and in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from autograder.facts.messages import live
from autograder.facts.values import series
from autograder.pictures.axes import ALONE, ONE_OF_SEVERAL, Axes, axes_around, near
from autograder.pictures.frame import Panel, Sign, Words, picture
from autograder.pictures.marks import (
    BLUE,
    DASHED,
    HALO,
    MARK_COLOURS,
    Spot,
    curve,
    dot,
    label,
    line,
    number,
    stroke,
)
from autograder.pictures.subjects import Slopes, Touch

HALF, LONGER = 46, 60
"""Half the length, in pixels, of a gradient's line, and of the dashed line behind it."""
ABOVE, LITTLE_ABOVE = 1.5, 0.25
"""How far the curve is shown beyond the touches, in shares of their range: in one plot, and in several."""
LABEL_LINE_HEIGHT, LABEL_LETTER_WIDTH = 14, 7
"""Height of a line and width of a letter in a label's small print, in pixels."""
LEVEL = 0.1
"""Angle in radians up to which a line looks level."""
CURVE = f"stroke:{BLUE};stroke-width:2.5"
ANCHORS = {-1: "end", 0: "middle", 1: "start"}


def slopes_svg(panels: Sequence[Slopes]) -> str:
    """Draw for each parameter the loss along a line, and at each touch a line as steep as the gradient.

    The line of a right gradient is tangent; beside a wrong one, a dashed line shows the slope of the loss.
    """
    described = [line for slopes in panels for line in slopes_text(slopes)]
    words = Words(_title(panels), "; ".join(described), tuple(_legend(panels)))
    return picture(words, [_panel(slopes) for slopes in panels])


def _title(panels: Sequence[Slopes]) -> str:
    """Say what the picture shows; the derivatives of several parameters have names of their own."""
    first = panels[0]
    if first.others:
        names = [slopes.parameter for slopes in panels]
        return live.derivatives_drawn(first.objective, parameters=series(names))
    return live.gradient_drawn(first.objective, line=_line_name(first), gradient=first.gradient)


def _panel(slopes: Slopes) -> Panel:
    axes = _axes(slopes)
    inside = _curves(axes, slopes)
    labels = []
    taken: list[Box] = []
    for touch in slopes.touches:
        inside += _touch(axes, touch)
        labels += _touch_labels(axes, touch, _derivative_name(slopes), taken)
    across = live.way(slopes.parameter) if slopes.is_way else slopes.parameter
    return Panel(axes, across, slopes.objective, inside, labels, _panel_title(slopes))


def _panel_title(slopes: Slopes) -> str:
    """Name the line, and say where the other parameters are; empty if there are none."""
    if not slopes.others:
        return ""
    other = series(slopes.others)
    return live.loss_along(slopes.objective, line=_line_name(slopes), other=other)


def _line_name(slopes: Slopes) -> str:
    return live.way_of(slopes.parameter) if slopes.is_way else slopes.parameter


def _derivative_name(slopes: Slopes) -> str:
    """Name the number that is drawn as a slope: of an array, it is how fast the loss grows along its way."""
    return live.along_it(slopes.gradient) if slopes.is_way else slopes.gradient


def _axes(slopes: Slopes) -> Axes:
    """Make axes around the touches, and around the part of the curve that is about as high."""
    share, height = ABOVE, ALONE
    if slopes.others:
        share, height = LITTLE_ABOVE, ONE_OF_SEVERAL
    touches = [(touch.w, touch.loss) for touch in slopes.touches]
    heights = [loss for _, loss in touches]
    drawn = []
    for w, loss in slopes.curve:
        if loss is not None:
            drawn.append((w, loss))
    shown = near(drawn, heights, share)
    return axes_around([*shown, *touches], height)


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
    along = _line_name(slopes) if slopes.others else ""
    calls = len(tangent)
    wrong = tangent.count(False)
    if wrong:
        return live.crossing(wrong=wrong, calls=calls, gradient=gradient, objective=objective, line=along)
    if None in tangent:
        return ""
    return live.tangent(calls=calls, gradient=gradient, objective=objective, line=along)


def slopes_text(slopes: Slopes) -> list[str]:
    """Describe the picture of the slopes in words, one line for each touch."""
    title = _panel_title(slopes)
    lines = [f"{title}:"] if title else []
    for touch in slopes.touches:
        place = _place_text(slopes, touch)
        values = ", ".join(_values(touch, _derivative_name(slopes)))
        lines.append(f"{place}: {slopes.objective} {number(touch.loss)}, {values}")
    return lines


def _place_text(slopes: Slopes, touch: Touch) -> str:
    where = number(touch.w)
    return live.share_of_way(where) if slopes.is_way else f"{slopes.parameter} = {where}"


def _legend(panels: Sequence[Slopes]) -> list[Sign]:
    """List the meaning and the style of each kind of line that is drawn."""
    first = panels[0]
    gradient = "derivative" if first.others else first.gradient
    touches = [touch for slopes in panels for touch in slopes.touches]
    drawn = {touch.tangent for touch in touches if touch.gradient is not None}
    legend = [Sign(first.objective, CURVE)]
    of_what = f"{gradient}, "  # said once, as the legend is one line
    for tangent, words in ((False, "not tangent"), (True, "tangent"), (None, "the slope is unknown")):
        if tangent in drawn:
            legend.append(Sign(f"{of_what}{words}", stroke(MARK_COLOURS[tangent])))
            of_what = ""
    if False in drawn:
        legend.append(Sign(f"slope of {first.objective}", DASHED))
    return legend


def _touch(axes: Axes, touch: Touch) -> list[str]:
    """Draw a touch: a dot, the gradient as a slope, and beside a wrong one the slope of the loss."""
    spot = axes.spot(touch.w, touch.loss)
    parts = []
    if touch.gradient is not None:
        start, end = _ends(spot, axes.angle(touch.gradient), HALF)
        colour = MARK_COLOURS[touch.tangent]
        parts.append(line("gradient", start, end, stroke(colour)))
    if touch.slope is not None and touch.tangent is False:
        start, end = _ends(spot, axes.angle(touch.slope), LONGER)
        parts.append(line("slope", start, end, DASHED))
    parts.append(dot("touch", spot, 4.5, BLUE))
    return parts


def _ends(spot: Spot, angle: float, half: float) -> tuple[Spot, Spot]:
    x, y = spot
    dx, dy = half * math.cos(angle), -half * math.sin(angle)  # pixels count downwards
    return (x - dx, y - dy), (x + dx, y + dy)


class Box(NamedTuple):
    """The room that a label takes, in pixels."""

    left: float
    top: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether two labels would be written over each other."""
        beside = abs(self.left + self.width / 2 - other.left - other.width / 2)
        above = abs(self.top + self.height / 2 - other.top - other.height / 2)
        return 2 * beside < self.width + other.width and 2 * above < self.height + other.height


def _touch_labels(axes: Axes, touch: Touch, gradient: str, taken: list[Box]) -> list[str]:
    """Write the numbers of a touch above the curve: right of it where it falls, left where it rises.

    A label that would meet one that is there stands higher; what it takes is added.
    """
    lines = _values(touch, gradient)
    width = LABEL_LETTER_WIDTH * max(map(len, lines))
    height = LABEL_LINE_HEIGHT * len(lines)
    side = _side(axes, touch, width)
    x, y = axes.spot(touch.w, touch.loss)
    x += 14 * side
    y -= (4 if side else 12) + height - LABEL_LINE_HEIGHT
    left = x + (side - 1) / 2 * width
    box = Box(left, y - LABEL_LINE_HEIGHT, width, height)
    while any(map(box.meets, taken)):
        box = box._replace(top=box.top - LABEL_LINE_HEIGHT)
    taken.append(box)
    return _lines_in(box, (x, side), lines, MARK_COLOURS[touch.tangent])


def _lines_in(box: Box, anchored: tuple[float, int], lines: Sequence[str], colour: str) -> list[str]:
    """Write lines from the top of a box on; only the first one, the gradient's, is bold and in its colour."""
    x, side = anchored
    style = f"{HALO};fill:{colour};font-weight:600"
    labels = []
    for number_of_line, text in enumerate(lines, 1):
        y = box.top + LABEL_LINE_HEIGHT * number_of_line
        labels.append(label((x, y), text, anchor=ANCHORS[side], style=style))
        style = HALO
    return labels


def _side(axes: Axes, touch: Touch, width: float) -> int:
    """Choose the side of a touch where a label of some pixels has room: -1 left, 0 above, 1 right."""
    slope = touch.slope if touch.slope is not None else touch.gradient
    angle = axes.angle(slope or 0.0)
    if abs(angle) < LEVEL:
        return 0
    x = axes.spot(touch.w, touch.loss)[0]
    left = x >= width if angle > 0 else axes.width - x < width
    return -1 if left else 1


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
