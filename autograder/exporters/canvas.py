"""Canvas: the instructor's own export of the gradebook, with the scores of one assignment filled in.

The rules are those of Canvas's importer (lib/gradebook_importer.rb): which columns describe a student, that
the row `Points Possible` marks columns as read only, and that EX excuses.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from autograder.exporters.formats import Export, Options
from autograder.exporters.template import (
    Column,
    chosen,
    column_at,
    filled,
    has_commas,
    number_of,
    rows_of,
    scaling,
    score_in,
    template_of,
    written,
)
from autograder.facts.errors import KitError
from autograder.facts.report import Gradebook, Report, Status
from autograder.rosters.people import POINTS
from autograder.rosters.table import Row, Table

EXCUSED_CELL = "EX"
READ_ONLY = "read only"
SECTION = "section"
FEWEST = 4
"""Columns that Canvas wants at least."""
CANVAS_DECIMALS = 2
"""Canvas compares scores to two decimals."""


def exporter(options: Options) -> Export:
    """Read the template and choose its column; KitError before any work is done."""
    table = template_of(options, "canvas")
    columns = assignments_in(table)
    column = chosen(table, columns, options)
    points = _points_row(table)
    possible = number_of(points.value(column.place)) if points is not None else None
    out_of = scaling(table, column, possible, options)
    comma = has_commas(table, [each.place for each in columns])
    return partial(_filled, table=table, column=column, out_of=out_of, comma=comma)


def assignments_in(table: Table) -> list[Column]:
    """List the columns of assignments that can be filled; KitError if Canvas did not export this."""
    names = [name.casefold() for name in table.columns]
    is_canvas = len(names) >= FEWEST and "student" in names[0] and "id" in names[1] and SECTION in names
    if not is_canvas:
        raise KitError(
            f"{table.path}: not a gradebook that Canvas exported: its columns begin with Student, ID, and"
            f" Section comes before the assignments; these are {table.listed}"
        )
    points = _points_row(table)
    locked = [READ_ONLY in points.value(place).casefold() if points else False for place in range(len(names))]
    return [
        column_at(place, cell)
        for place, cell in enumerate(table.header.cells)
        if place > names.index(SECTION) and not locked[place] and names[place]
    ]


def _points_row(table: Table) -> Row | None:
    """Find the row of maxima, which stands above the first student."""
    return next((row for row in table.rows if POINTS in row.value(0).casefold()), None)


def _filled(
    gradebook: Gradebook, *, table: Table, column: Column, out_of: float, comma: bool
) -> Iterable[str]:
    changes = {}
    reports = rows_of(table, gradebook.reports)
    for number, report in reports.items():
        value = _value(report, out_of, comma=comma)
        before = table.rows[number].value(column.place)
        if value and before.upper() != EXCUSED_CELL:
            changes[number, column.place] = value
    return filled(table, changes)


def _value(report: Report, out_of: float, *, comma: bool) -> str:
    """Write a score, or that a student is excused; empty where the cell is to stay as it is."""
    if report.status is Status.EXCUSED:
        return EXCUSED_CELL
    score = score_in(report, out_of)
    return "" if score is None else written(score, CANVAS_DECIMALS, comma=comma)
