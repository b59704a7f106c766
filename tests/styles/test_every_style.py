"""What holds in each style: a short rubric, promises that are kept, and full marks for what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from autograder.authoring.release import open_part
from autograder.exercise.document import from_json, to_json
from tests.styles.styles import MOST_LINES, SOLUTIONS, Style

if TYPE_CHECKING:
    from autograder.student.backend import Backend

STYLES = sorted(path.parent.name for path in SOLUTIONS.glob("*/rubric.py"))


def short_of_full_marks(style: Style, text: str, suffix: str = ".py") -> list[str]:
    report = style.graded(text, suffix)
    assert report.items
    return [f"{i.id}: {i.feedback.measured}" for i in report.items if i.points < i.max_points]


@pytest.mark.parametrize("style", STYLES, indirect=True)
def test_a_rubric_of_few_lines_keeps_every_promise(style: Style) -> None:
    assert style.rubric_lines() <= MOST_LINES
    assert style.broken_promises() == []


@pytest.mark.parametrize("style", STYLES, indirect=True)
def test_a_right_hand_in_in_the_course_s_idiom_earns_full_marks(style: Style) -> None:
    assert short_of_full_marks(style, style.right) == []


@pytest.mark.parametrize("style", STYLES, indirect=True)
def test_a_notebook_with_plots_prints_and_an_exception_besides_earns_full_marks(style: Style) -> None:
    assert short_of_full_marks(style, style.notebook(), ".ipynb") == []


@pytest.mark.parametrize("style", ["cached", "layers", "two_layers"], indirect=True)
def test_what_is_released_can_be_read(style: Style, forking: Backend) -> None:
    released = open_part(style.run.exercise, forking)
    read = from_json(to_json(released, "by a test", {}).encode())
    assert (read.items, read.task.interface) == (released.items, released.task.interface)
    assert [each.call for each in read.task.examples] == [each.call for each in released.task.examples]
