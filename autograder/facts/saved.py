"""A report as one line of JSON, and back, with nothing lost: how results are kept."""

from __future__ import annotations

import json
from typing import Any

from autograder.facts import forged
from autograder.facts.outcomes import Line
from autograder.facts.report import Advice, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

NAMES = ("student", "file", "file_hash", "status", "score", "max_score", "items", "advice", "seconds")
ITEM, ADVICE, LINE = 9, 2, 2
"""Entries of the list that an item, a piece of advice, and a line is saved as."""
MOST_ENTRIES = 1000
"""Items of a report, and pieces of advice."""
LONGEST_TEXT = 1_000_000
"""Characters of a text: more than any that the kit writes."""
MOST_LINES = 2**31
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
                (item.id, item.verdict, item.points, item.max_points, *_list_of(item.feedback))
                for item in report.items
            ],
            "advice": [(advice.note, advice.message) for advice in report.advice],
            "seconds": report.seconds,
        }
    )


def from_line(line: str) -> Report:
    """Read a report that `to_line` wrote; ValueError says why it did not: results may be forged."""
    try:
        saved = forged.record(json.loads(line), "a report", NAMES)
    except RecursionError as error:
        raise ValueError("a report is nested too deeply") from error
    status, score = Status(saved["status"]), saved["score"]
    if (score is None) != (status is Status.BROKEN):
        raise ValueError("the status of a report does not fit its score")
    return Report(
        _words(saved["student"], "student"),
        _words(saved["file"], "file"),
        _words(saved["file_hash"], "file_hash"),
        status,
        None if score is None else forged.number(score, "score"),
        forged.number(saved["max_score"], "max_score"),
        forged.entries(saved["items"], "items", _item, 0, MOST_ENTRIES),
        forged.entries(saved["advice"], "advice", _advice, 0, MOST_ENTRIES),
        _seconds(saved["seconds"]),
    )


def _list_of(feedback: Feedback) -> tuple[object, ...]:
    return feedback.measured, feedback.usually, feedback.smallest, feedback.note, feedback.line


def _item(saved: object, where: str) -> ItemResult:
    name, verdict, points, most, *feedback = forged.parts(saved, where, ITEM)
    return ItemResult(
        _words(name, where),
        Verdict(verdict),
        forged.number(points, where),
        forged.number(most, where),
        _feedback(feedback, where),
    )


def _feedback(saved: list[Any], where: str) -> Feedback:
    measured, usually, smallest, note, line = saved
    return Feedback(
        _words(measured, where),
        _words(usually, where),
        _words(smallest, where),
        None if note is None else _words(note, where),
        None if line is None else _line(line, where),
    )


def _line(saved: object, where: str) -> Line:
    number, cell = forged.parts(saved, where, LINE)
    return Line(_counted(number, where), _counted(cell, where))


def _advice(saved: object, where: str) -> Advice:
    return Advice(*(_words(text, where) for text in forged.parts(saved, where, ADVICE)))


def _seconds(value: object) -> float:
    """Return any float as it is, even infinite ones: whoever writes seconds looks at that."""
    return value if isinstance(value, float) else forged.number(value, "seconds")


def _words(value: object, where: str) -> str:
    return forged.prose(value, where, LONGEST_TEXT)


def _counted(value: object, where: str) -> Any:  # noqa: ANN401 - a number, or None for the cell of a script
    return None if value is None else forged.whole(value, where, 0, MOST_LINES)
