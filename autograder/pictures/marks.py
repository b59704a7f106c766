"""Draw the marks that pictures are made of: text, lines, curves, dots and rings, at places in pixels."""

from __future__ import annotations

import html
from collections.abc import Sequence

FAR_OUT = 1e5
"""Pixels beyond which browsers no longer draw a line."""
HALO = "paint-order:stroke;stroke:var(--jp-layout-color0,transparent);stroke-width:4px;stroke-linejoin:round"
"""The style of an edge around a label, in the colour of Jupyter's page, that keeps it legible on lines."""
BLUE, GREEN, ORANGE, GREY = "#3b7dd8", "#138a62", "#d4570c", "#808080"
"""Colours with a contrast of 3:1 or more on white and on Jupyter's dark page (WCAG 2.1, 1.4.11)."""
MARK_COLOURS = {True: GREEN, False: ORANGE, None: GREY}
"""The colour of what is right, wrong or unknown."""
DASHED = "stroke:currentColor;stroke-width:1.3;stroke-dasharray:5 4"
RING = "fill:none;stroke:currentColor;stroke-width:1.5"

Spot = tuple[float, float]


def stroke(colour: str) -> str:
    """Return the style of a thick line."""
    return f"stroke:{colour};stroke-width:3.5;stroke-linecap:round"


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
    return _circle(kind, place, radius, f"fill:{colour}")


def ring(kind: str, place: Spot) -> str:
    """Draw a ring around a place in pixels."""
    return _circle(kind, place, 6, RING)


def _circle(kind: str, place: Spot, radius: float, style: str) -> str:
    x, y = place
    return f'<circle class="{kind}" cx="{x:.2f}" cy="{y:.2f}" r="{radius}" style="{style}"/>'
