"""A report as one line of JSON, and back, with nothing lost: how results are kept."""

from __future__ import annotations

import json

from autograder.facts.calls import Line
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

_ENCODE = json.JSONEncoder(separators=(",", ":")).encode


def to_line(report: Report) -> str:
    """Write a report; infinite seconds, and the like, come back as they were."""
    return _ENCODE(
        {
            "student": report.student,
            "file": report.file,
            "file_hash": report.file_hash,
            "status": report.status,
            "score": report.score,
            "max_score": report.max_score,
            "items": [
                (item.id, item.verdict, item.points, item.max_points, *_told(item.feedback))
                for item in report.items
            ],
            "advice": [(advice.note, advice.message) for advice in report.advice],
            "seconds": report.seconds,
        }
    )


def from_line(line: str) -> Report:
    """Read a report that `to_line` wrote; ValueError, KeyError or TypeError if it is none."""
    saved = json.loads(line)
    return Report(
        saved["student"],
        saved["file"],
        saved["file_hash"],
        Status(saved["status"]),
        saved["score"],
        saved["max_score"],
        tuple(
            ItemResult(name, Verdict(verdict), points, most, _feedback(*told))
            for name, verdict, points, most, *told in saved["items"]
        ),
        tuple(Advice(note, message) for note, message in saved["advice"]),
        saved["seconds"],
    )


def _told(feedback: Feedback) -> tuple[object, ...]:
    return feedback.measured, feedback.usually, feedback.smallest, feedback.note, feedback.line


def _feedback(
    measured: str, usually: str, smallest: str, note: str | None, line: list[int] | None
) -> Feedback:
    return Feedback(measured, usually, smallest, note, None if line is None else Line(*line))
