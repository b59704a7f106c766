"""The numbers of a picture as a table, for readers who cannot see it, and for those who want to compute."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from autograder.pictures.marks import number
from autograder.pictures.subjects import Course, Descent, Slopes, Touch


class Numbers(NamedTuple):
    """A table: the heads of its columns, and its rows."""

    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def numbers_of_slopes(panels: Sequence[Slopes]) -> Numbers:
    """List each place at which a derivative is drawn; on the way of an array, places are shares of it."""
    objective = panels[0].objective
    heads = ("parameter", "place", objective, "returned", f"slope of {objective}")
    rows = []
    for slopes in panels:
        rows += [_row(slopes.parameter, touch) for touch in slopes.touches]
    return Numbers(heads, tuple(rows))


def _row(parameter: str, touch: Touch) -> tuple[str, ...]:
    """Write a place, the loss there, what a derivative returned, and the slope that was measured."""
    returned = touch.instead if touch.gradient is None else number(touch.gradient)
    slope = "unknown" if touch.slope is None else number(touch.slope)
    return parameter, number(touch.w), number(touch.loss), returned, slope


def numbers_of_descent(descent: Descent) -> Numbers:
    """List the parameter after each epoch beside the expected one."""
    rows = []
    for epoch, (trained, expected) in enumerate(zip_longest(descent.path, descent.expected)):
        rows.append((f"{epoch}", "" if trained is None else number(trained), number(expected)))
    return Numbers(("epoch", f"{descent.parameter} as trained", "expected"), tuple(rows))


def numbers_of_courses(courses: Sequence[Course]) -> Numbers:
    """List what each number is wherever it is known what right functions make of it."""
    rows = []
    for course in courses:
        for trail in course.trails:
            for epoch, expected in trail.known.items():
                trained = number(trail.path[epoch]) if epoch < len(trail.path) else ""
                rows.append((trail.name, f"{epoch}", trained, number(expected)))
    return Numbers(("number", "epoch", "as trained", "expected"), tuple(rows))
