"""Turn a report into nbgrader's terms: a score and a comment for each cell, and which cells need a person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from autograder.facts.report import Report, Status
from autograder.facts.verdict import Verdict
from autograder.nbgrader.autograded import Shown
from autograder.nbgrader.comments import comments, item_text, reason
from autograder.nbgrader.course import Course

WITHOUT_SCORE = frozenset({Status.BROKEN, Status.EXCUSED})
"""Statuses of submissions that nbgrader gets no score of: a person looks at them there."""
NO_RESPONSE = "No response."
"""nbgrader's comment on an answer that nobody has edited."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The score of a graded cell, or None, and whether a person has to look at it."""

    score: float | None
    look: bool


def marks(report: Report, course: Course, untouched: Collection[str]) -> Mapping[str, Mark]:
    """Mark the graded cells: those of items as in the report, all others as autograde does."""
    points = {item.id: item for item in report.items}
    marked = {}
    for cell in course.cells:
        if cell.points is None or cell.task:  # nbgrader leaves tasks to a person
            continue
        item = points.get(course.items.get(cell.name, ""))
        if report.status in WITHOUT_SCORE:
            mark = Mark(None, look=True)
        elif report.status is Status.UNREADABLE:
            mark = Mark(0.0, look=True)
        elif item is not None:
            mark = Mark(item.points, look=item.verdict is Verdict.UNDECIDED)
        elif cell.solution and cell.name in untouched:
            mark = Mark(0.0, look=False)
        else:
            mark = Mark(None, look=True)
        marked[cell.name] = mark
    return marked


def shown(report: Report, course: Course) -> Mapping[str, Shown]:
    """Write the output below each item's cell, in short, as the comment on the answer says the rest."""
    if report.status is not Status.GRADED:
        points = None if report.status in WITHOUT_SCORE else 0.0
        return dict.fromkeys(course.items, Shown(reason(report), points))
    cells = {item: cell for cell, item in course.items.items()}
    outputs = {}
    for item in report.items:
        if item.id in cells:
            text = item_text(item, short=True)
            outputs[cells[item.id]] = Shown(text, item.points)
    return outputs


def remarks(report: Report, course: Course, untouched: Collection[str]) -> Mapping[str, str | None]:
    """Write the comment on each answer; None removes an earlier comment."""
    first = next(iter(course.answers.values()))
    texts = comments(report, course.answers, first)
    silent = {name: NO_RESPONSE if name in untouched else None for name in course.own.commented}
    return silent | {name: text for name, text in texts.items() if name in silent}
