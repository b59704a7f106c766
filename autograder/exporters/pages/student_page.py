"""The feedback of one student as a page: marks, what was found, pictures, and their own code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from autograder.exporters.findings import reasons_of, remarks_of
from autograder.exporters.pages.code import anchor_of, blocks_of, lines_left_out
from autograder.exporters.pages.frame import template
from autograder.exporters.terminal import feedback_rows, points_of, score_of, title_of
from autograder.facts.feedback import Handed, Illustration, Lesson
from autograder.facts.report import ItemResult, Report
from autograder.facts.text import printable
from autograder.facts.verdict import EARNING, Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """An item as a page shows it: what it asks, what was found, and hints, the gentlest first."""

    item: ItemResult
    title: str
    points: str
    rows: tuple[tuple[str, str], ...]
    anchor: str  # of the line of code that it is about
    hints: tuple[str, ...]


def student_page(report: Report, handed: Handed, lesson: Lesson, called: str) -> str:
    """Write the page of a student under a name; nothing but their own report and file is on it."""
    blocks = blocks_of(handed, report.items)
    return template("student.html").render(
        report=report,
        called=called,
        lesson=lesson,
        score=score_of(report),
        findings=findings_of(report.items, lesson),
        remarks=remarks_of(report),
        illustrations=[
            (picture_of(each), each, reasons_of(each, report.items)) for each in handed.illustrations
        ],
        trouble=handed.trouble,
        blocks=blocks,
        left_out=lines_left_out(handed, blocks),
    )


def findings_of(items: Sequence[ItemResult], lesson: Lesson) -> list[Finding]:
    """List the items; feedback that repeats that of the item before is not said again."""
    findings = []
    before = None
    for item in items:
        is_said = item.verdict is Verdict.PASSED or item.feedback == before
        rows = [] if is_said else feedback_rows(item.feedback)
        before = item.feedback
        line = item.feedback.line
        hints = () if item.verdict in EARNING else lesson.hints.get(item.id, ())
        anchor = anchor_of(line) if line is not None and rows else ""
        findings.append(Finding(item, title_of(item), points_of(item), tuple(rows), anchor, hints))
    return findings


def picture_of(illustration: Illustration) -> Markup:
    """Return the SVG of a picture, whose texts were escaped where it was drawn, on printable lines."""
    lines = map(printable, illustration.svg.split("\n"))
    return Markup("\n".join(lines))  # noqa: S704 - see above
