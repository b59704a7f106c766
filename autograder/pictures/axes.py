"""The frame of a small picture in SVG: where numbers lie in it, its axes, and what it says in words."""

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
"""Pixels beyond which browsers lose a line."""
LETTER = 6.2
"""Pixels of a letter in small print, on average."""
FEW_TICKS = 7
GOOD_STEPS = (1, 2, 5, 10)
LEAST = 1e-150
"""Ranges below are drawn as level: a tick's share of one has to be a number above 0."""
FONT = "color:inherit;font-family:inherit;font-size:12px"
HALO = "paint-order:stroke;stroke:var(--jp-layout-color0,transparent);stroke-width:4px;stroke-linejoin:round"
"""Keeps a label legible on top of lines, in the colour of the page where Jupyter says which that is."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """Maps numbers to pixels of the plot's own corner, y upwards."""

    low: Spot
    high: Spot

    @property
    def width(self) -> int:
        """Pixels across the plot."""
        return WIDTH - LEFT - RIGHT

    @property
    def height(self) -> int:
        """Pixels from its bottom to its top."""
        return HEIGHT - TOP - BOTTOM

    def spot(self, x: float, y: float) -> Spot:
        """Return the pixels of a place, from the plot's upper left corner."""
        across = (x - self.low[0]) / (self.high[0] - self.low[0])
        up = (y - self.low[1]) / (self.high[1] - self.low[1])
        return across * self.width, (1 - up) * self.height

    def angle(self, slope: float) -> float:
        """Return how steep a slope looks, in radians; upwards is positive."""
        unit = (self.high[0] - self.low[0]) / self.width * self.height / (self.high[1] - self.low[1])
        return math.atan(slope * unit)


def axes_around(places: Iterable[Spot]) -> Axes:
    """Make axes that show all places, with some room around them; where they are level, one of 1."""
    xs, ys = zip(*places, strict=True)
    (left, right), (bottom, top) = (_widened(min(values), max(values)) for values in (xs, ys))
    return Axes((left, bottom), (right, top))


def _widened(low: float, high: float) -> tuple[float, float]:
    span = high - low
    if span <= max(1e-9 * max(abs(low), abs(high)), LEAST):  # nothing but rounding
        span = max(1.0, abs(low))
        low, high = low - span / 2, high + span / 2
    return low - MARGIN * span, high + MARGIN * span


def ticks(low: float, high: float) -> list[float]:
    """Choose a few round numbers between two."""
    rough = (high - low) / FEW_TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(good * power for good in GOOD_STEPS if good * power >= rough)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [k * step for k in range(first, last + 1)]


def number(value: float, digits: int = 4) -> str:
    """Write a number as people do, with a minus sign."""
    text = f"{value:.{digits}g}"
    return ("0" if text == "-0" else text).replace("-", "\N{MINUS SIGN}")


def label(place: Spot, text: str, *, anchor: str = "middle", style: str = "") -> str:
    """Write text at a place in pixels."""
    x, y = place
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" style="{style}">{html.escape(text)}</text>'


def line(kind: str, start: Spot, end: Spot, style: str) -> str:
    """Draw a line between two places in pixels; `kind` tells programs what it stands for."""
    (x1, y1), (x2, y2) = start, end
    return f'<line class="{kind}" x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" style="{style}"/>'


def curve(kind: str, places: Sequence[Spot], style: str) -> str:
    """Draw a line through places in pixels; far out it does not matter how far."""
    points = " ".join(f"{x:.2f},{min(max(y, -FAR_OUT), FAR_OUT):.2f}" for x, y in places)
    return f'<polyline class="{kind}" points="{points}" style="fill:none;{style}"/>'


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture says: titles, the same in words for those who cannot see it, and its lines' meanings."""

    title: str
    across: str
    upwards: str
    description: str
    legend: tuple[tuple[str, str], ...]  # the style of a line, and what it stands for


def picture(axes: Axes, words: Words, inside: Sequence[str], labels: Sequence[str]) -> str:
    """Put a picture together; what is `inside` is cut off at the plot's edge, and `labels` lie on top."""
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
    """Draw a piece of each line with its meaning, one beside the other."""
    parts: list[str] = []
    x = float(LEFT)
    for style, meaning in legend:
        parts.append(line("legend", (x, 37), (x + 24, 37), style))
        parts.append(label((x + 30, 41), meaning, anchor="start"))
        x += 48 + LETTER * len(meaning)
    return parts


def _ticks(axes: Axes) -> list[str]:
    """Draw the plot's edges, with a faint line and a number at each tick."""
    faint, edge = "stroke:currentColor;stroke-opacity:.13", "stroke:currentColor;stroke-opacity:.5"
    bottom, right = TOP + axes.height, LEFT + axes.width
    parts = [
        line("edge", (LEFT, bottom), (right, bottom), edge),
        line("edge", (LEFT, TOP), (LEFT, bottom), edge),
    ]
    for value in ticks(axes.low[0], axes.high[0]):
        x = LEFT + axes.spot(value, axes.low[1])[0]
        parts += [line("tick", (x, TOP), (x, bottom), faint), label((x, bottom + 16), number(value))]
    for value in ticks(axes.low[1], axes.high[1]):
        y = TOP + axes.spot(axes.low[0], value)[1]
        parts += [line("tick", (LEFT, y), (right, y), faint)]
        parts.append(label((LEFT - 7, y + 4), number(value), anchor="end"))
    return parts
