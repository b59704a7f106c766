"""A class as one page: alarms first, then the class in numbers, what was found, and a table of everybody."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from autograder.exporters.pages.charts import histogram, stacked, whisker
from autograder.exporters.pages.frame import template
from autograder.exporters.pages.sentences import difficulty_sentence, discrimination_sentence
from autograder.exporters.summary import LOST, points_text, score_line, trouble_words, verdicts_shown
from autograder.exporters.terminal import fields_of, found_in
from autograder.facts.report import Gradebook, Report
from autograder.facts.summary import Spread, Summary
from autograder.facts.verdict import EARNING

BUFFER = 200
"""Pieces of a page that are written at once."""
DIGEST_BYTES = 5
"""Bytes of a row's id, which is made of the student's name: a link to a row needs no other."""


class Cell(NamedTuple):
    """What an item earned, in words, and how it looks."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A student in the table."""

    id: str
    student: str
    called: str  # by the roster, where that is another name
    page: str  # of their feedback; empty if there is none
    score: str
    cells: tuple[Cell, ...]
    notes: str


def class_page(
    gradebook: Gradebook, summary: Summary, spread: Spread, pages: Mapping[str, str]
) -> Iterator[str]:
    """Write the page part by part: a class may be larger than memory. `pages` are those of feedback."""
    ids = [item.id for item in summary.items]
    verdicts = verdicts_shown(summary.items)
    most = summary.max_score or 0.0
    causes = sorted(summary.misconceptions, key=lambda each: (-each.points_lost, -each.students, each.note))
    stream = template("class.html", "table.js").stream(
        gradebook=gradebook,
        summary=summary,
        spread=spread,
        score=score_line(summary),
        alarms=[(alarm, trouble_words(alarm)) for alarm in summary.alarms],
        columns=histogram(spread.scores, most),
        verdicts=verdicts,
        bars=[(item, stacked(item, verdicts)) for item in summary.items],
        measured=[item for item in summary.items if item.difficulty is not None],
        causes=causes,
        most_lost=max((each.points_lost for each in causes), default=0.0) or 1.0,
        ids=ids,
        rows=(_row(report, ids, pages) for report in gradebook.reports),
        row_id=row_id,
        points=points_text,
        whisker=whisker,
        difficulty_sentence=difficulty_sentence,
        discrimination_sentence=discrimination_sentence,
        LOST=LOST,
    )
    stream.enable_buffering(BUFFER)
    return iter(stream)


def row_id(student: str) -> str:
    """Return the id of a student's row."""
    name = student.encode("utf-8", "surrogatepass")
    return f"s{hashlib.blake2b(name, digest_size=DIGEST_BYTES).hexdigest()}"


def _row(report: Report, ids: Sequence[str], pages: Mapping[str, str]) -> Row:
    fields = fields_of(report)
    looks = {item.id: "" if item.verdict in EARNING else str(item.verdict) for item in report.items}
    called = report.person.called if report.person is not None else ""
    return Row(
        row_id(report.student),
        report.student,
        "" if called == report.student else called,
        pages.get(report.student, ""),
        str(report.status) if report.score is None else f"{report.score:g}",
        tuple(Cell(fields.get(name, ""), looks.get(name, "")) for name in ids),
        found_in(report),
    )
