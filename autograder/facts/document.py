"""A report as one line of JSON, as the result document `autograder-report/1` has it, and back.

Results are kept in the form in which they are written, so that there is one form to know. What is read may be
forged: ValueError says what is wrong with it.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from functools import lru_cache
from typing import Any, NamedTuple

from autograder.facts import forged
from autograder.facts.outcomes import Line
from autograder.facts.report import MARKED, Advice, ItemResult, Report, Status
from autograder.facts.verdict import Feedback, Verdict

REPORT_SCHEMA = "autograder-report/1"
REPORT_KEYS = ("student", "file", "file_hash", "score", "max_score", "status", "items", "advice", "seconds")
ADVICE_NAMES = ("note", "message")
SMALLEST_LABEL = "smallest: "
"""How the line of a message begins that gives the smallest example."""
MOST_ITEMS = 1000
"""Items of a report, and pieces of advice."""
MOST_REMEMBERED = 1000
"""Items that are read once, however often they occur: most of a class's are those of another student, too."""
LONGEST_REPORT_TEXT = 1_000_000
"""Characters of a text: more than any that the kit writes."""
MOST_LINES = 2**31
_ENCODE = json.JSONEncoder(allow_nan=False).encode


class _WrittenItem(NamedTuple):
    """An item as it is written; whether its parts have the types they should is not known yet."""

    id: Any
    function: Any
    oracle: Any
    verdict: Any
    points: Any
    max_points: Any
    note: Any
    measured: Any
    message: Any
    line: Any
    cell: Any


def to_line(report: Report) -> str:
    """Write a report as ASCII on one line; seconds that are not finite are written as null.

    The person and the corrections are written where there are any.
    """
    return _ENCODE(
        {
            "student": report.student,
            "file": report.file,
            "file_hash": report.file_hash,
            "score": report.score,
            "max_score": report.max_score,
            "status": str(report.status),
            "items": [_item_object(item) for item in report.items],
            "advice": [{"note": advice.note, "message": advice.message} for advice in report.advice],
            "seconds": report.seconds if math.isfinite(report.seconds) else None,
            **_additions(report),
        }
    )


def _additions(report: Report) -> dict[str, Any]:
    """Write what a roster and corrections add to a report."""
    additions: dict[str, Any] = {}
    if report.person is not None:
        additions["person"] = asdict(report.person)
    if report.corrections:
        additions["corrections"] = [asdict(each) for each in report.corrections]
    return additions


def from_line(line: str) -> Report:
    """Read a report that `to_line` wrote of what the kit found; ValueError if it did not.

    Results are kept as the kit found them: a roster and corrections are added each time they are read.
    """
    try:
        written = forged.record(json.loads(line), "a report", REPORT_KEYS)
    except RecursionError as error:
        raise ValueError("a report is nested too deeply") from error
    status, score = Status(written["status"]), written["score"]
    if status not in MARKED or (score is None) != (status is Status.BROKEN):
        raise ValueError("the status of a report does not fit its score")
    return Report(
        _text(written["student"], "student"),
        _text(written["file"], "file"),
        _text(written["file_hash"], "file_hash"),
        status,
        None if score is None else forged.number(score, "score"),
        forged.number(written["max_score"], "max_score"),
        forged.entries(written["items"], "items", _item, 0, MOST_ITEMS),
        forged.entries(written["advice"], "advice", _advice, 0, MOST_ITEMS),
        _seconds(written["seconds"]),
    )


def _item_object(item: ItemResult) -> dict[str, Any]:
    feedback = item.feedback
    line = feedback.line
    return {
        "id": item.id,
        "function": item.function,
        "oracle": item.oracle,
        "verdict": str(item.verdict),
        "points": float(item.points),
        "max_points": float(item.max_points),
        "note": feedback.note,
        "measured": feedback.measured,
        "message": _message(feedback),
        "line": line.number if line else None,
        "cell": line.cell if line else None,
    }


def _message(feedback: Feedback) -> str:
    """Join what is said beside the measured fact: the usual cause, and the smallest example on a line."""
    smallest = f"{SMALLEST_LABEL}{feedback.smallest}" if feedback.smallest else ""
    return "\n".join(filter(None, (feedback.usually, smallest)))


def _item(value: object, where: str) -> ItemResult:
    written = _WrittenItem(**forged.record(value, where, _WrittenItem._fields))
    try:
        return _item_of(written, where)
    except TypeError as error:  # only what cannot be compared with items that were read
        raise ValueError(f"{where} holds a list or an object") from error


@lru_cache(MOST_REMEMBERED)
def _item_of(written: _WrittenItem, where: str) -> ItemResult:
    """Read an item, whose function and oracle must be the two parts of its id."""
    item = ItemResult(
        _text(written.id, where),
        Verdict(written.verdict),
        forged.number(written.points, where),
        forged.number(written.max_points, where),
        _feedback(written, where),
    )
    if (item.function, item.oracle) != (written.function, written.oracle):
        raise ValueError(f"{where} has another function or oracle than its id")
    return item


def _feedback(written: _WrittenItem, where: str) -> Feedback:
    """Read feedback; neither the usual cause nor the smallest example holds an end of a line."""
    first, _, second = _text(written.message, where).partition("\n")
    usually, smallest = ("", first) if first.startswith(SMALLEST_LABEL) else (first, second)
    return Feedback(
        _text(written.measured, where),
        usually,
        smallest.removeprefix(SMALLEST_LABEL),
        None if written.note is None else _text(written.note, where),
        _line(written.line, written.cell, where),
    )


def _line(number: object, cell: object, where: str) -> Line | None:
    if number is None and cell is None:
        return None
    return Line(_count(number, where), None if cell is None else _count(cell, where))


def _advice(value: object, where: str) -> Advice:
    written = forged.record(value, where, ADVICE_NAMES)
    return Advice(_text(written["note"], where), _text(written["message"], where))


def _seconds(value: object) -> float:
    """Read how long the marking took; null stands for a time that is not finite."""
    return math.inf if value is None else forged.number(value, "seconds", 0.0, math.inf)


def _text(value: object, where: str) -> str:
    return forged.prose(value, where, LONGEST_REPORT_TEXT)


def _count(value: object, where: str) -> int:
    return forged.whole(value, where, 0, MOST_LINES)
