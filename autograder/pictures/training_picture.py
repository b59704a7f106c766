"""Draw what training does to the parameters, in SVG and in words."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.facts.messages import live
from autograder.facts.values import series
from autograder.pictures.axes import ONE_OF_SEVERAL, Axes, axes_around, near
from autograder.pictures.frame import Panel, Sign, Words, picture
from autograder.pictures.marks import (
    DASHED,
    FAR_OUT,
    HALO,
    MARK_COLOURS,
    Spot,
    curve,
    dot,
    label,
    line,
    number,
    ring,
    stroke,
)
from autograder.pictures.subjects import Course, Descent, Trail
from autograder.pictures.training_samples import PATH_DIFFERENCE

AROUND_PATH = 0.35
"""How far a path is shown beyond the expected one, in shares of its range."""
FARTHEST_HEIGHT = 4
"""Heights of a plot from its edge at which a path of several ends."""
NAME_HEIGHT = 15
"""Pixels between the names of two paths, which stand at their ends."""


def descent_svg(descent: Descent) -> str:
    """Draw the parameter over the epochs beside the path that it should take.

    A path that leads far away is cut off at the plot's edge.
    """
    parameter = descent.parameter
    path = _by_epoch(descent.path)
    expected = _by_epoch(descent.expected)
    shown = near(path, (*descent.expected, descent.target), AROUND_PATH)
    axes = axes_around([*expected, *shown, (0.0, descent.target)])
    colour = MARK_COLOURS[_is_close(descent)]
    words = Words(
        f"{parameter} after each epoch of training",
        f"{parameter} by epoch: {', '.join(map(number, descent.path))}",
        (Sign(f"{parameter} as trained", stroke(colour)), Sign("expected path", DASHED)),
    )
    left, level = axes.spot(axes.low[0], descent.target)
    right, _ = axes.spot(axes.high[0], descent.target)
    spots = [axes.spot(*place) for place in path]
    inside = [
        line("target", (left, level), (right, level), "stroke:currentColor;stroke-opacity:.45"),
        curve("path", spots, f"{stroke(colour)};stroke-width:1.5;stroke-opacity:.6"),
        *(dot("epoch", spot, 3.5, colour) for spot in spots if abs(spot[1]) < FAR_OUT),
        curve("expected", [axes.spot(*place) for place in expected], DASHED),
    ]
    target = f"target {number(descent.target)}"
    named = label((right - 6, level - 6), target, anchor="end", style=HALO)
    return picture(words, [Panel(axes, "epoch", parameter, inside, [named])])


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
    return largest <= PATH_DIFFERENCE * way


def courses_svg(courses: Sequence[Course]) -> str:
    """Draw each parameter over the epochs, with a ring wherever it is known what right functions make of it.

    A path that leads far away is cut off at the plot's edge.
    """
    parameters = series([course.parameter for course in courses])
    described = "; ".join(courses_text(courses))
    words = Words(live.parameters_trained(parameters), described, tuple(_legend(courses)))
    is_alone = len(courses) == 1
    panels = [_panel(course, is_alone=is_alone) for course in courses]
    return picture(words, panels)


def courses_caption(courses: Sequence[Course]) -> list[str]:
    """Say what the rings are, and which paths are not drawn to their end."""
    epochs = series([str(epoch) for epoch in courses[0].trails[0].known])
    sentences = [live.rings(epochs)]
    cut = [course.parameter for course in courses if _is_cut(course)]
    if cut:
        sentences.append(live.cut_off(series(cut)))
    return sentences


def _is_cut(course: Course) -> bool:
    axes = _axes(course)
    return any(len(_spots(axes, trail)) < len(trail.path) for trail in course.trails)


def courses_text(courses: Sequence[Course]) -> list[str]:
    """Describe the picture in words, one line for each path: what is known, and what this training made."""
    return [_trail_text(trail) for course in courses for trail in course.trails]


def _trail_text(trail: Trail) -> str:
    start = number(trail.path[0])
    stages = [live.at_start(start)]
    for epoch, expected in trail.known.items():
        right = number(expected)
        trained = ""
        if epoch < len(trail.path):
            trained = number(trail.path[epoch])
        stage = live.after_epochs(epoch, value=trained, expected=right)
        stages.append(stage)
    listed = ", ".join(stages)
    return f"{trail.name}: {listed}"


def _legend(courses: Sequence[Course]) -> list[Sign]:
    drawn = {course.is_close for course in courses}
    legend = []
    for close, words in ((True, "trained, through the rings"), (False, "trained, past the rings")):
        if close in drawn:
            legend.append(Sign(words, stroke(MARK_COLOURS[close])))
    return [*legend, Sign("expected")]


def _panel(course: Course, *, is_alone: bool) -> Panel:
    """Draw the paths of a parameter's numbers, with their names if there are several."""
    axes = _axes(course)
    colour = MARK_COLOURS[course.is_close]
    style = f"{stroke(colour)};stroke-width:2"
    inside = []
    labels = []
    for trail in course.trails:
        spots = _spots(axes, trail)
        inside.append(curve("path", spots, style))
        labels += [ring("known", spot) for spot in _known_spots(axes, trail)]
    name = course.trails[0].name
    if len(course.trails) > 1:
        labels += _names(axes, course)
        name = course.parameter
    title = "" if is_alone else live.each_epoch(name)
    return Panel(axes, "epoch", name, inside, labels, title)


def _axes(course: Course) -> Axes:
    """Make axes around all that is known, and around the part of the paths that is about there."""
    known: list[Spot] = []
    trained: list[Spot] = []
    for trail in course.trails:
        path = _by_epoch(trail.path)
        known.append(path[0])
        known += _known(trail)
        trained += path
    heights = [height for _, height in known]
    shown = near(trained, heights, AROUND_PATH)
    return axes_around([*known, *shown], ONE_OF_SEVERAL)


def _known(trail: Trail) -> list[Spot]:
    """Pair what right functions make of a number with the epochs after which it is known."""
    return [(float(epoch), value) for epoch, value in trail.known.items()]


def _spots(axes: Axes, trail: Trail) -> list[Spot]:
    """List the places of a path up to the first one that is far out: swings that grow would fill the plot."""
    spots = []
    farthest = FARTHEST_HEIGHT * axes.height
    for place in _by_epoch(trail.path):
        spot = axes.spot(*place)
        spots.append(spot)
        if abs(spot[1]) > farthest:
            break
    return spots


def _known_spots(axes: Axes, trail: Trail) -> list[Spot]:
    return [axes.spot(*place) for place in _known(trail)]


def _names(axes: Axes, course: Course) -> list[str]:
    """Write the names of the paths at their last rings, one below the other where these are close."""
    trails = sorted(course.trails, key=_end, reverse=True)
    labels = []
    lowest = -float(NAME_HEIGHT)
    for trail in trails:
        x, y = _known_spots(axes, trail)[-1]
        lowest = max(lowest + NAME_HEIGHT, y - 9)
        place = (x - 6, lowest)
        labels.append(label(place, trail.name, anchor="end", style=HALO))
    return labels


def _end(trail: Trail) -> float:
    """Return what right functions make of a number in the end."""
    return trail.known[max(trail.known)]
