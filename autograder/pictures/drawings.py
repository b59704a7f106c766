"""Pictures of a submission at work, each with its caption and its content in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.checks.case import Case
from autograder.pictures.samples import sample_slopes
from autograder.pictures.slopes_picture import slopes_caption, slopes_svg, slopes_text
from autograder.pictures.subjects import Slopes
from autograder.pictures.training_picture import courses_caption, courses_svg, courses_text, descent_svg
from autograder.pictures.training_samples import sample_courses, sample_descent


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, its caption, and its content in words for readers without pictures."""

    svg: str = ""
    caption: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    panels: tuple[Slopes, ...] = ()
    """What a picture of slopes is drawn from."""


def picture_of_slopes(case: Case, parameters: Sequence[str]) -> Picture:
    """Draw the loss along a line through each of some parameters, with its derivative as a slope."""
    panels = sample_slopes(case, parameters)
    if not panels:
        return Picture()
    sentences = [slopes_caption(slopes) for slopes in panels]
    words = [line for slopes in panels for line in slopes_text(slopes)]
    caption = tuple(filter(None, sentences))
    return Picture(slopes_svg(panels), caption, tuple(words), panels)


def picture_of_training(case: Case) -> Picture:
    """Draw the path of one number beside the expected one, or what is known of several numbers."""
    descent = sample_descent(case)
    if descent is not None:
        return Picture(descent_svg(descent))
    courses = sample_courses(case)
    if not courses:
        return Picture()
    caption = tuple(courses_caption(courses))
    words = tuple(courses_text(courses))
    return Picture(courses_svg(courses), caption, words)
