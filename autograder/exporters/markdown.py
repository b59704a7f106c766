"""Markdown for a person, and for the summary of a job: a class as a table, and what each item found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from autograder.exporters.findings import claim, headline, trouble_of
from autograder.exporters.formats import Export, Options
from autograder.exporters.terminal import feedback_rows, points_of, score_of
from autograder.facts.report import Gradebook, ItemResult, Report, own_notes
from autograder.facts.text import message_of
from autograder.facts.verdict import EARNING

SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$@]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
"""Characters that GitHub could take for markup within a line, with the colon and the dot of what it links."""
REFERENCES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "$": "&#36;", "@": "@&#8203;"}
"""What a backslash would not stop: HTML, formulas, and a mention, which ends at a space of no width."""


def exporter(_: Options) -> Export:
    """Write a class."""
    return markdown_parts


def markdown_parts(gradebook: Gradebook) -> Iterator[str]:
    """Write a class part by part; each ends a row or a paragraph, so that the text may end after any."""
    yield f"# {as_markdown(gradebook.exercise)}\n\n"
    if len(gradebook.reports) != 1:
        yield from _class_table(gradebook)
    for report in gradebook.reports:
        if len(gradebook.reports) == 1 or _has_more_to_say(report):
            yield from report_lines(report, report.student)


def as_markdown(text: str) -> str:
    """Escape a text so that it is shown as it is, wherever it stands within a line."""
    return SPECIAL.sub(_escaped, message_of(text))


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return REFERENCES.get(character, f"\\{character}")


def _class_table(gradebook: Gradebook) -> Iterator[str]:
    ids = list(dict.fromkeys(item.id for report in gradebook.reports for item in report.items))
    yield from heads_lines(["student", "score", *ids, "what was found"])
    for report in gradebook.reports:
        yield _student(report, ids)
    yield "\n"


def _student(report: Report, ids: Sequence[str]) -> str:
    """Write the row of a student; what was not graded has no points."""
    trouble = trouble_of(report)
    items = () if trouble else report.items
    points = {item.id: f"{item.points:g}" for item in items}
    notes = trouble or ", ".join(own_notes(report.items))
    cells = [report.student, score_of(report)]
    cells += [points.get(name, "") for name in ids]
    return row_line([*cells, notes])


def _has_more_to_say(report: Report) -> bool:
    """Return whether the row of a student in the table does not say all."""
    return bool(report.advice) or any(item.verdict not in EARNING for item in report.items)


def report_lines(report: Report, called: str) -> Iterator[str]:
    """Write what was found in one submission, whose student is called so."""
    yield f"## {as_markdown(called)}: {as_markdown(score_of(report))}\n\n"
    trouble = trouble_of(report)
    if trouble:
        yield f"**not graded**: {as_markdown(trouble)}\n\n"
    if report.items:
        yield from heads_lines(["item", "verdict", "points"])
        for item in report.items:
            yield row_line([claim(item), item.verdict.words, points_of(item)])
        yield "\n"
    for item in report.items:
        if item.verdict not in EARNING:
            yield _finding(item)
    for advice in () if trouble else report.advice:
        yield f"Advice: {as_markdown(advice.message)}\n\n"


def _finding(item: ItemResult) -> str:
    """Show what was found at an item, the measured fact first."""
    rows = feedback_rows(item.feedback) or [("measured", headline(item))]
    entries = [f"- {label}: {as_markdown(text)}\n" for label, text in rows]
    return f"**{as_markdown(claim(item))}**\n\n{''.join(entries)}\n"


def heads_lines(names: Sequence[str]) -> Iterator[str]:
    """Write the head of a table."""
    yield row_line(names)
    yield f"|{'---|' * len(names)}\n"


def row_line(cells: Sequence[str]) -> str:
    """Write a row of a table."""
    return f"| {' | '.join(map(as_markdown, cells))} |\n"
