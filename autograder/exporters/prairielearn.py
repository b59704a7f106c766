"""results.json of PrairieLearn: one submission, a score from 0 to 1, a test for each item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from autograder.exporters.document import ascii_json
from autograder.exporters.findings import claim, details, headline, remarks_of, trouble_of
from autograder.exporters.formats import Export, Options
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import line_of, message_of


def exporter(_: Options) -> Export:
    """Write one submission."""
    return _parts


def _parts(gradebook: Gradebook) -> Iterator[str]:
    (report,) = gradebook.reports
    yield ascii_json(_document(report))


def _document(report: Report) -> dict[str, Any]:
    """Describe a submission; one that the kit failed at is not gradable, which costs no attempt there."""
    if report.score is None:
        return {"gradable": False, "message": message_of(trouble_of(report))}
    return {
        "gradable": True,
        "score": _share(report.score, report.max_score),
        "output": "\n".join(map(message_of, remarks_of(report))),
        "tests": [_test(item) for item in report.items],
    }


def _share(points: float, most: float) -> float:
    """Return the share of the points that was earned, which PrairieLearn takes from 0 to 1."""
    return min(max(points / most, 0.0), 1.0) if most else 0.0


def _test(item: ItemResult) -> dict[str, Any]:
    return {
        "name": line_of(claim(item)),
        "points": item.points,
        "max_points": item.max_points,
        "message": message_of(f"{item.verdict.words}: {headline(item)}"),
        "output": "\n".join(map(message_of, details(item))),
    }
