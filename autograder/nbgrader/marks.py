"""A report in nbgrader's terms: score and comment of each cell, and what a person has to look at."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from autograder.facts.report import Report, Status
from autograder.facts.verdict import Verdict
from autograder.nbgrader.autograded import Shown
from autograder.nbgrader.comments import comments, item_text, reason
from autograder.nbgrader.course import Course

NO_RESPONSE = "No response."
"""What nbgrader says of an answer that is as it was released."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The score of a graded cell, None without one, and whether a person has to look at it."""

    score: float | None
    look: bool


def marks(report: Report, course: Course, untouched: Collection[str]) -> Mapping[str, Mark]:
    """Mark the graded cells: items as in the report, what else is graded there as autograde does."""
    points = {item.id: item for item in report.items}
    marked = {}
    for cell in course.cells:
        if cell.points is None or cell.task:  # a task is a person's to mark, from beginning to end
            continue
        item = points.get(course.items.get(cell.name, ""))
        if report.status is Status.BROKEN:
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
    """Write what stands below each item's cell, in short: the comment on the answer says all of it."""
    if report.status is Status.GRADED:
        by_id = {item.id: item for item in report.items}
        of_cells = ((cell, by_id[item]) for cell, item in course.items.items() if item in by_id)
        return {cell: Shown(item_text(item, short=True), item.points) for cell, item in of_cells}
    points = None if report.status is Status.BROKEN else 0.0
    return dict.fromkeys(course.items, Shown(reason(report), points))


def remarks(report: Report, course: Course, untouched: Collection[str]) -> Mapping[str, str | None]:
    """Write the comment on each answer; None where there is nothing to say."""
    first = next(iter(course.answers.values()))
    told = comments(report, course.answers, first)
    silent = {name: NO_RESPONSE if name in untouched else None for name in course.own.commented}
    return silent | {name: text for name, text in told.items() if name in silent}
