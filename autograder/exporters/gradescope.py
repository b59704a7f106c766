"""results.json of Gradescope: one submission, a test for each item."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import Any

from autograder.exporters.document import ascii_json
from autograder.exporters.findings import claim, details, has_earned, headline, is_open, remarks_of
from autograder.exporters.formats import Export, Options
from autograder.facts.messages import kit
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import line_of, message_of


def exporter(options: Options) -> Export:
    """Show items that need the answer key when the options say."""
    return partial(_parts, closed=options.visibility)


def unfinished() -> str:
    """Write a result that stands there until the work is done; without a score, it cannot be a mark."""
    return ascii_json({"output": kit.unfinished(), "output_format": "text", "tests": []})


def _parts(gradebook: Gradebook, closed: str) -> Iterator[str]:
    (report,) = gradebook.reports
    yield ascii_json(_document(gradebook, report, closed))


def _document(gradebook: Gradebook, report: Report, closed: str) -> dict[str, Any]:
    """Describe a submission; one that the kit failed at has no score, which Gradescope reports as a failure.

    Any number would be a mark there.
    """
    marked = report.score is not None
    document: dict[str, Any] = {
        "output": "\n".join(map(message_of, remarks_of(report))),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {
            "exercise": line_of(gradebook.exercise),
            "exercise_hash": gradebook.exercise_hash,
            "status": str(report.status),
            "versions": dict(gradebook.versions),
        },
        "tests": [
            _test(item, number, closed, marked=marked) for number, item in enumerate(report.items, start=1)
        ],
    }
    if report.score is not None:
        document["score"] = report.score
    if math.isfinite(report.seconds):
        document["execution_time"] = report.seconds
    return document


def _test(item: ItemResult, number: int, closed: str, *, marked: bool) -> dict[str, Any]:
    lines = details(item) or [headline(item)]
    points = {"score": item.points, "max_score": item.max_points} if marked else {}
    return {
        "name": line_of(claim(item)),
        "number": str(number),
        **points,
        "status": "passed" if has_earned(item) else "failed",
        "output": "\n".join(map(message_of, [item.verdict.words, *lines])),
        "tags": [line_of(item.function)],
        "visibility": "visible" if is_open(item) else closed,
        "extra_data": {"verdict": str(item.verdict), "note": item.feedback.note},
    }
