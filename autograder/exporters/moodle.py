"""Moodle: the instructor's own export of grades, or a grading worksheet, with scores and feedback."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from html import escape

from autograder.exporters.findings import claim, details
from autograder.exporters.formats import Export, Options
from autograder.exporters.grades import LARGEST_CELL, as_text
from autograder.exporters.template import (
    Column,
    chosen,
    filled,
    has_commas,
    number_of,
    rows_of,
    scaling,
    score_in,
    template_of,
    written,
)
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.verdict import Verdict
from autograder.rosters.people import people_of, places_of_people
from autograder.rosters.table import Table, column_of

MOODLE_DECIMALS = 5
"""Moodle keeps grades to five decimals."""
KIND = re.compile(r"\s*\((?P<kind>[^()]*)\)\Z")
"""What the grader report writes behind the name of an item: Real, Percentage, Letter or Feedback."""
OTHER_KINDS = frozenset({"percentage", "letter", "feedback"})
ACTIVITY = re.compile(r"\A\w+:\s*")
"""The kind of an activity, before the name of its item: Assignment, Quiz."""
FEEDBACK = "feedback"
WORKSHEET_GRADE, WORKSHEET_MAXIMUM, WORKSHEET_FEEDBACK = "Grade", "Maximum Grade", "Feedback comments"


@dataclass(frozen=True, slots=True)
class Places:
    """The columns that are filled; the feedback's may be new, behind the others."""

    score: Column
    feedback: int
    title: str = ""  # of a new column


def exporter(options: Options) -> Export:
    """Read the template and choose its columns; KitError before any work is done."""
    table = template_of(options, "moodle")
    people_of(table)
    columns = items_in(table)
    score = _worksheet_grade(table) if not options.column else None
    score = score or chosen(table, columns, options)
    places = _places(table, score)
    maximum = column_of(table, WORKSHEET_MAXIMUM)
    possible = next((number_of(row.value(maximum)) for row in table.rows if row.value(maximum)), None)
    out_of = scaling(table, score, possible, options)
    comma = has_commas(table, [each.place for each in columns])
    return partial(_filled, table=table, places=places, out_of=out_of, comma=comma)


def items_in(table: Table) -> list[Column]:
    """List the columns that may hold the grades of an item; those that say who somebody is hold none."""
    columns: list[Column] = []
    people = places_of_people(table)
    for place, header in enumerate(table.columns):
        kind = KIND.search(header)
        is_other = kind is not None and kind["kind"].casefold() in OTHER_KINDS
        is_item = header and not is_other and FEEDBACK not in header.casefold()
        if is_item and place not in people:
            columns.append(Column(place, header, _title(header)))
    return columns


def _title(header: str) -> str:
    """Return the name of an item, without its activity before it and its kind behind."""
    return ACTIVITY.sub("", KIND.sub("", header))


def _worksheet_grade(table: Table) -> Column | None:
    """Return the column of grades of a grading worksheet; None if the table is something else."""
    place = column_of(table, WORKSHEET_GRADE)
    if place is None or column_of(table, WORKSHEET_MAXIMUM) is None:
        return None
    return Column(place, WORKSHEET_GRADE, WORKSHEET_GRADE)


def _places(table: Table, score: Column) -> Places:
    """Find the column of feedback beside that of the score, or make one behind the last."""
    title = score.title.casefold()
    names = {f"{title} {FEEDBACK}", f"{title} ({FEEDBACK})"}
    for place, header in enumerate(table.columns):
        name = ACTIVITY.sub("", header)
        if name.casefold() in names:
            return Places(score, place)
    worksheet = column_of(table, WORKSHEET_FEEDBACK)
    if worksheet is not None:
        return Places(score, worksheet)
    return Places(score, len(table.header.cells), f"{score.title} {FEEDBACK}")


def _filled(
    gradebook: Gradebook, *, table: Table, places: Places, out_of: float, comma: bool
) -> Iterable[str]:
    changes: dict[tuple[int, int], str] = {}
    if places.title:
        changes[-1, places.feedback] = places.title
    for number, report in rows_of(table, gradebook.reports).items():
        score = score_in(report, out_of)
        if score is not None:
            changes[number, places.score.place] = written(score, MOODLE_DECIMALS, comma=comma)
        changes[number, places.feedback] = feedback_cell(report)
    return filled(table, changes)


def feedback_cell(report: Report) -> str:
    """Write the feedback on a submission as Moodle reads it: as HTML, in which no text is markup."""
    lines: list[str] = []
    for item in report.items:
        lines += _item_lines(item)
    lines += [advice.message for advice in report.advice]
    safe = [as_text(escape(line, quote=False)) for line in lines]
    return "\n".join(safe)[:LARGEST_CELL]


def _item_lines(item: ItemResult) -> list[str]:
    head = f"{claim(item)}: {item.verdict.words}, {item.points:g} of {item.max_points:g}"
    return [head] if item.verdict is Verdict.PASSED else [head, *details(item)]
