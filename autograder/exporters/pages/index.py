"""The list of feedback's files: whose they are, for mailing or upload, and the marks that they show."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from autograder.exporters.grades import as_text, csv_line
from autograder.exporters.pages.names import Naming
from autograder.facts.document import to_line
from autograder.facts.report import Report

VERSION_DIGITS = 16
"""Hexadecimal digits of what a page shows: one that shows earlier marks is not linked."""
PAGE_FILE = re.compile(r"[\w-]+/[\w.+@-]+\.html")
LARGEST_INDEX = 100_000_000
"""Bytes of a list that is read."""


class Entry(NamedTuple):
    """The files of one student, from the folder of results, and the report that they show."""

    report: Report
    html: str
    markdown: str


def index_lines(entries: Iterable[Entry], people: Sequence[str]) -> Iterator[str]:
    """Write a row for each student, with what a roster has of them."""
    yield csv_line(["student", *people, "html", "markdown", "version"])
    for entry in entries:
        report = entry.report
        listed = [getattr(report.person, name, "") for name in people]
        texts = [report.student, *listed, entry.html, entry.markdown]
        cells = [as_text(text) for text in texts]
        version = version_of(report)
        yield csv_line([*cells, version])


def version_of(report: Report) -> str:
    """Identify what a page shows of a report."""
    shown = replace(report, person=None)
    return hashlib.sha256(to_line(shown).encode()).hexdigest()[:VERSION_DIGITS]


def versions_in(index: Path) -> Mapping[str, str]:
    """Read the version of each page that was written; a file that is missing, or no such list, names none."""
    try:
        if index.stat().st_size > LARGEST_INDEX:
            return {}
        with index.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError, csv.Error):
        return {}
    return {row["html"]: row["version"] for row in rows if _is_written(row)}


def pages_of(versions: Mapping[str, str], reports: Iterable[Report], naming: Naming) -> dict[str, str]:
    """Return where the page of each student is who has one that shows the marks of today."""
    pages = {}
    for report in reports:
        html = naming.places.html(naming.files[report.student])
        if versions.get(html) == version_of(report):
            pages[report.student] = html
    return pages


def _is_written(row: Mapping[str, str | None]) -> bool:
    page, version = row.get("html"), row.get("version")
    return bool(page and version and PAGE_FILE.fullmatch(page))
