"""Draw the frame of a small picture in SVG: its scale, its axes, its title and its legend."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 380
LEFT, RIGHT, TOP, BOTTOM = 64, 14, 58, 46
"""Margins in pixels, for titles and ticks."""
MARGIN = 0.08
"""Share of a range that is left empty at both of its ends."""
FAR_OUT = 1e5
"""Pixels beyond which browsers no longer draw a line."""
LETTER = 6.2
"""Width of a letter in small print, in pixels, on average."""
FEW_TICKS = 7
GOOD_STEPS = (1, 2, 5, 10)
LEAST = 1e-150
"""The smallest range that is drawn as it is: in a smaller one, the distance of two ticks would round to 0."""
ROUNDING = 1e-9
"""Share of the largest number below which a range is only rounding, and is drawn as level."""
FONT = "color:inherit;font-family:inherit;font-size:12px"
HALO = "paint-order:stroke;stroke:var(--jp-layout-color0,transparent);stroke-width:4px;stroke-linejoin:round"
"""The style of an edge around a label, in the colour of Jupyter's page, that keeps it legible on lines."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """Map numbers to pixels: x from the plot's left edge, y from its upper one, as SVG counts."""

    low: Spot
    high: Spot

    @property
    def width(self) -> int:
        """The plot's width in pixels."""
        return WIDTH - LEFT - RIGHT

    @property
    def height(self) -> int:
        """The plot's height in pixels."""
        return HEIGHT - TOP - BOTTOM

    def spot(self, x: float, y: float) -> Spot:
        """Return the place of a point in pixels from the plot's upper left corner."""
        across = (x - self.low[0]) / (self.high[0] - self.low[0])
        up = (y - self.low[1]) / (self.high[1] - self.low[1])
        return across * self.width, (1 - up) * self.height

    def angle(self, slope: float) -> float:
        """Return the angle, in radians, at which a slope is drawn; upwards is positive."""
        unit = (self.high[0] - self.low[0]) / self.width * self.height / (self.high[1] - self.low[1])
        return math.atan(slope * unit)


def axes_around(places: Iterable[Spot]) -> Axes:
    """Make axes that show all points, with a margin; a range of one number becomes one around it."""
    xs, ys = zip(*places, strict=True)
    (left, right), (bottom, top) = (_widened(min(values), max(values)) for values in (xs, ys))
    return Axes((left, bottom), (right, top))


def _widened(low: float, high: float) -> tuple[float, float]:
    """Add a margin at both ends of a range; one that is only rounding is made as wide as its number."""
    span = high - low
    rounding = ROUNDING * max(abs(low), abs(high))
    if span <= max(rounding, LEAST):
        span = max(1.0, abs(low))
        low -= span / 2
        high += span / 2
    margin = MARGIN * span
    return low - margin, high + margin


def ticks(low: float, high: float) -> list[float]:
    """Choose a few round numbers between two."""
    least_step = (high - low) / FEW_TICKS
    exponent = math.floor(math.log10(least_step))
    power = 10.0**exponent
    steps = (good * power for good in GOOD_STEPS)
    step = next(step for step in steps if step >= least_step)
    first = math.ceil(low / step)
    last = math.floor(high / step)
    return [k * step for k in range(first, last + 1)]


def number(value: float, digits: int = 4) -> str:
    """Write a number with a minus sign in place of the hyphen."""
    text = f"{value:.{digits}g}"
    return ("0" if text == "-0" else text).replace("-", "\N{MINUS SIGN}")


def label(place: Spot, text: str, *, anchor: str = "middle", style: str = "") -> str:
    """Write text at a place in pixels."""
    x, y = place
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" style="{style}">{html.escape(text)}</text>'


def line(kind: str, start: Spot, end: Spot, style: str) -> str:
    """Draw a line between two places in pixels; `kind` is its class, which says what it stands for."""
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{kind}" x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" style="{style}"/>'


def curve(kind: str, places: Sequence[Spot], style: str) -> str:
    """Draw a line through places in pixels; heights beyond FAR_OUT are cut, as they lie outside anyway."""
    points = " ".join(f"{x:.2f},{min(max(y, -FAR_OUT), FAR_OUT):.2f}" for x, y in places)
    return f'<polyline class="{kind}" points="{points}" style="fill:none;{style}"/>'


def dot(kind: str, place: Spot, radius: float, colour: str) -> str:
    """Draw a dot at a place in pixels."""
    x, y = place
    return f'<circle class="{kind}" cx="{x:.2f}" cy="{y:.2f}" r="{radius}" style="fill:{colour}"/>'


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a picture: its titles, a description for those who cannot see it, and its legend."""

    title: str
    across: str
    upwards: str
    description: str
    legend: tuple[tuple[str, str], ...]  # the style of a line, and its meaning


def picture(axes: Axes, words: Words, inside: Sequence[str], labels: Sequence[str]) -> str:
    """Put a picture together: `inside` is cut off at the plot's edge, and `labels` lie on top of it."""
    middle, halfway = LEFT + axes.width / 2, TOP + axes.height / 2
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" fill="currentColor"'
    style = f"display:block;width:100%;max-width:{WIDTH}px;height:auto;{FONT}"
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {box} style="{style}">',
            f"<title>{html.escape(words.title)}</title>",
            f"<desc>{html.escape(words.description)}</desc>",
            label((LEFT, 16), words.title, anchor="start", style="font-size:14px;font-weight:600"),
            *_legend(words.legend),
            *_ticks(axes),
            label((middle, HEIGHT - 8), words.across),
            f'<g transform="translate(14 {halfway}) rotate(-90)">{label((0, 0), words.upwards)}</g>',
            f'<svg x="{LEFT}" y="{TOP}" width="{axes.width}" height="{axes.height}" overflow="hidden">',
            *inside,
            f'</svg><g transform="translate({LEFT} {TOP})">',
            *labels,
            "</g></svg>",
        )
    )


def _legend(legend: Sequence[tuple[str, str]]) -> list[str]:
    """Draw a piece of each line with its meaning, side by side."""
    parts: list[str] = []
    x = float(LEFT)
    for style, meaning in legend:
        parts.append(line("legend", (x, 37), (x + 24, 37), style))
        parts.append(label((x + 30, 41), meaning, anchor="start"))
        x += 48 + LETTER * len(meaning)
    return parts


def _ticks(axes: Axes) -> list[str]:
    """Draw the plot's edges, with a faint line and a number at each tick."""
    edge = "stroke:currentColor;stroke-opacity:.5"
    faint = "stroke:currentColor;stroke-opacity:.13"
    bottom = TOP + axes.height
    right = LEFT + axes.width
    corner = (LEFT, bottom)
    parts = [line("edge", corner, (right, bottom), edge), line("edge", (LEFT, TOP), corner, edge)]
    left_value, bottom_value = axes.low
    right_value, top_value = axes.high
    for value in ticks(left_value, right_value):
        across, _ = axes.spot(value, bottom_value)
        x = LEFT + across
        parts.append(line("tick", (x, TOP), (x, bottom), faint))
        parts.append(label((x, bottom + 16), number(value)))
    for value in ticks(bottom_value, top_value):
        _, down = axes.spot(left_value, value)
        y = TOP + down
        parts.append(line("tick", (LEFT, y), (right, y), faint))
        parts.append(label((LEFT - 7, y + 4), number(value), anchor="end"))
    return parts
