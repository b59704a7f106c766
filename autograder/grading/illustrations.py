"""Pictures of a submission from the open part of its exercise: no answer key is at hand here."""

from __future__ import annotations

from autograder.checks.case import Case
from autograder.facts.feedback import Illustration
from autograder.facts.task import Task
from autograder.grading.own_check import OpenPart
from autograder.pictures.drawings import Picture, picture_of_slopes, picture_of_training
from autograder.pictures.subjects import Slopes
from autograder.student.backend import Backend
from autograder.student.protocol.requests import Module
from autograder.student.session import Session
from autograder.submission.read import Source


def pictures_of(source: Source, part: OpenPart, backend: Backend) -> list[Picture]:
    """Draw each derivative as the slope of the loss, and training beside the path that it should take.

    What cannot be drawn is left out, as where a function is not written.
    """
    marking = part.marking
    task = marking.task
    if not task.derivatives:
        return []
    module = Module(source.code, task.file, task.interface, task.data)
    with Session(backend, module, marking.limits) as session:
        case = Case(marking.plan, task.gradient, (), session, {})
        pictures = [picture_of_slopes(case, tuple(task.derivatives)), picture_of_training(case)]
    return [picture for picture in pictures if picture.svg]


def illustrate(source: Source, part: OpenPart, backend: Backend) -> tuple[Illustration, ...]:
    """Draw the pictures of a submission for a page of feedback."""
    pictures = pictures_of(source, part, backend)
    return tuple(_illustration(picture, part.marking.task) for picture in pictures)


def _illustration(picture: Picture, task: Task) -> Illustration:
    crossing = [
        task.maker_of(task.derivatives[slopes.parameter]) for slopes in picture.panels if is_crossing(slopes)
    ]
    heads, rows = picture.numbers
    return Illustration(picture.svg, picture.caption, heads, rows, tuple(dict.fromkeys(crossing)))


def is_crossing(slopes: Slopes) -> bool:
    """Whether some line of a derivative crosses the loss, as it is not its slope there."""
    return any(touch.tangent is False for touch in slopes.touches)
