"""grades.csv: one row a student, as spreadsheets and learning platforms read it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from autograder.facts.report import Gradebook, Report, Status
from autograder.facts.text import bounded

FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "::")
"""A cell that begins like this is run as a formula by spreadsheets (OWASP, CSV injection), or by GitHub."""
WITHIN = re.compile(r"(?<!^)([;|]\s*+)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a cell would begin for a spreadsheet that separates by something else than commas."""
LARGEST_CELL = 30_000
"""Characters of a cell; spreadsheets hold hardly more, and Excel cuts what is longer off (32,767)."""


def to_csv(gradebook: Gradebook) -> str:
    """Write the gradebook; what could not be marked has empty cells, never a zero."""
    ids = dict.fromkeys(item.id for report in gradebook.reports for item in report.items)
    return "".join(csv_lines(gradebook, list(ids)))


def csv_lines(gradebook: Gradebook, ids: Sequence[str]) -> Iterator[str]:
    """Write the gradebook line by line, with a column for each of these items, and for what a roster has."""
    people = gradebook.columns
    yield csv_line(["student", *people, "file", "status", "score", "max_score", *ids, "notes", "advice"])
    yield from (csv_line(_row(report, people, ids)) for report in gradebook.reports)


def csv_line(cells: Sequence[str | float]) -> str:
    """Write a row of cells; those that hold text are made safe before."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _row(report: Report, people: Sequence[str], ids: Sequence[str]) -> list[str | float]:
    points = _points(report)
    notes = dict.fromkeys(item.feedback.note for item in report.items if item.feedback.note)
    return [
        as_text(report.student),
        *(as_text(getattr(report.person, name, "")) for name in people),
        as_text(report.file),
        str(report.status),
        "" if report.score is None else report.score,
        report.max_score,
        *(points.get(name, "") for name in ids),
        as_text("; ".join(note for note in notes if note)),
        as_text(bounded("; ".join(advice.message for advice in report.advice), LARGEST_CELL)),
    ]


def _points(report: Report) -> dict[str, float]:
    """List what was earned, by item: the kit's points where it could mark, and a person's."""
    points: dict[str, float] = {}
    if report.status not in {Status.BROKEN, Status.EXCUSED}:
        points = {item.id: item.points for item in report.items}
    for correction in report.corrections:
        if correction.points is not None:
            points[correction.item] = correction.points
    return points


def as_text(cell: str) -> str:
    """Make sure that a spreadsheet takes a cell as text, and that GitHub does not obey it."""
    safe = WITHIN.sub(r"\1'", cell)
    return f"'{safe}" if safe.startswith(FORMULA_STARTS) else safe
