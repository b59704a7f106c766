"""Put a picture together in SVG: its title, its legend, and one panel or several below each other."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import NamedTuple

from autograder.pictures.axes import LEFT_MARGIN, WIDTH, Axes, ticks
from autograder.pictures.marks import label, line, number, ring

TOP, BOTTOM, TITLE = 58, 46, 30
"""Heights in pixels of the picture's title and legend, of what is below a plot, and of a panel's title."""
LETTER_WIDTH = 6.2
"""Width of a letter in small print, in pixels, on average."""
FONT = "color:inherit;font-family:inherit;font-size:12px"
BOLD = "font-weight:600"


class Sign(NamedTuple):
    """An entry of a legend: a ring, or a piece of line with a style, and its meaning."""

    meaning: str
    style: str = ""


class Words(NamedTuple):
    """The texts of a picture: its title, a description for those who cannot see it, and its legend."""

    title: str
    description: str
    legend: tuple[Sign, ...]


class Panel(NamedTuple):
    """A plot: `inside` is cut off at its edge, and `labels` lie on top of it."""

    axes: Axes
    across: str
    upwards: str
    inside: Sequence[str]
    labels: Sequence[str]
    title: str = ""  # of one among several

    @property
    def above(self) -> int:
        """The pixels above the plot."""
        return TITLE if self.title else 0

    @property
    def height(self) -> int:
        """The pixels that the panel takes from top to bottom."""
        return self.above + self.axes.height + BOTTOM


def picture(words: Words, panels: Sequence[Panel]) -> str:
    """Draw panels one below the other, under one title and one legend."""
    height = TOP + sum(panel.height for panel in panels)
    box = f'viewBox="0 0 {WIDTH} {height}" role="img" fill="currentColor"'
    style = f"display:block;width:100%;max-width:{WIDTH}px;height:auto;{FONT}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} style="{style}">',
        f"<title>{html.escape(words.title)}</title>",
        f"<desc>{html.escape(words.description)}</desc>",
        label((LEFT_MARGIN, 16), words.title, anchor="start", style=f"font-size:14px;{BOLD}"),
        *_legend(words.legend),
    ]
    top = TOP
    for panel in panels:
        parts += _panel(panel, top)
        top += panel.height
    return "\n".join(parts) + "</svg>"


def _panel(panel: Panel, top: int) -> list[str]:
    """Draw one panel from a height on."""
    axes = panel.axes
    start = top + panel.above
    bottom = start + axes.height
    middle, halfway = LEFT_MARGIN + axes.width / 2, start + axes.height / 2
    heading = (
        [label((LEFT_MARGIN, start - 9), panel.title, anchor="start", style=BOLD)] if panel.title else []
    )
    return [
        *heading,
        *_ticks(axes, start),
        label((middle, bottom + BOTTOM - 8), panel.across),
        f'<g transform="translate(14 {halfway}) rotate(-90)">{label((0, 0), panel.upwards)}</g>',
        f'<svg x="{LEFT_MARGIN}" y="{start}" width="{axes.width}" height="{axes.height}" overflow="hidden">',
        *panel.inside,
        f'</svg><g transform="translate({LEFT_MARGIN} {start})">',
        *panel.labels,
        "</g>",
    ]


def _legend(legend: Sequence[Sign]) -> list[str]:
    """Draw each sign with its meaning, side by side."""
    parts: list[str] = []
    x = float(LEFT_MARGIN)
    for sign in legend:
        mark = (
            line("legend", (x, 37), (x + 24, 37), sign.style) if sign.style else ring("legend", (x + 12, 37))
        )
        parts.append(mark)
        parts.append(label((x + 30, 41), sign.meaning, anchor="start"))
        x += 38 + LETTER_WIDTH * len(sign.meaning)
    return parts


def _ticks(axes: Axes, top: int) -> list[str]:
    """Draw the plot's edges, with a faint line and a number at each tick."""
    edge = "stroke:currentColor;stroke-opacity:.5"
    faint = "stroke:currentColor;stroke-opacity:.13"
    bottom = top + axes.height
    right = LEFT_MARGIN + axes.width
    corner = (LEFT_MARGIN, bottom)
    parts = [line("edge", corner, (right, bottom), edge), line("edge", (LEFT_MARGIN, top), corner, edge)]
    left_value, bottom_value = axes.low
    right_value, top_value = axes.high
    for value in ticks(left_value, right_value):
        across, _ = axes.spot(value, bottom_value)
        x = LEFT_MARGIN + across
        parts.append(line("tick", (x, top), (x, bottom), faint))
        parts.append(label((x, bottom + 16), number(value)))
    for value in ticks(bottom_value, top_value):
        _, down = axes.spot(left_value, value)
        y = top + down
        parts.append(line("tick", (LEFT_MARGIN, y), (right, y), faint))
        parts.append(label((LEFT_MARGIN - 7, y + 4), number(value), anchor="end"))
    return parts
