"""The result document, schema autograder-report/1: the base of every other form."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import COMMAND

SCHEMA = "autograder-report/1"
CLOSED = "\n}\n"
"""How an indented document ends."""
ENCODE = json.JSONEncoder(allow_nan=False).encode


def made_with(gradebook: Gradebook) -> dict[str, Any]:
    """List what a class was graded with."""
    return {
        "exercise": gradebook.exercise,
        "exercise_hash": gradebook.exercise_hash,
        "seed": gradebook.seed,
        "isolation": gradebook.isolation,
        "versions": dict(gradebook.versions),
        "solutions": gradebook.solutions or None,
    }


def to_json(gradebook: Gradebook) -> str:
    """Write the result document."""
    return "".join(json_parts(gradebook))


def json_parts(gradebook: Gradebook, lines: Iterable[str] | None = None) -> Iterator[str]:
    """Write the result document part by part, a line for each submission; of `lines`, if they are at hand."""
    head = ascii_json({"schema": SCHEMA, **made_with(gradebook)})
    yield f'{head.removesuffix(CLOSED)},\n "submissions": ['
    mark = "\n"
    for line in json_lines(gradebook) if lines is None else lines:
        yield f"{mark}  {line[:-1]}"
        mark = ",\n"
    yield f"\n ]{CLOSED}"


def json_lines(gradebook: Gradebook) -> Iterator[str]:
    """Write each submission as a line of JSON, as it is in the result document."""
    return (f"{ENCODE(_submission(report))}\n" for report in gradebook.reports)


def ascii_json(data: dict[str, Any]) -> str:
    """Write ASCII JSON in which no CI service finds a command; ValueError where a number is none."""
    text = json.dumps(data, indent=1, allow_nan=False) + "\n"
    return COMMAND.sub(r"#\\u0023", text)  # only ever within a string


def message(item: ItemResult) -> str:
    """Join what is told beside the measured fact."""
    smallest = f"smallest: {item.feedback.smallest}" if item.feedback.smallest else ""
    return "\n".join(filter(None, (item.feedback.usually, smallest)))


def _submission(report: Report) -> dict[str, Any]:
    return {
        "student": report.student,
        "file": report.file,
        "file_hash": report.file_hash,
        "score": report.score,
        "max_score": report.max_score,
        "status": str(report.status),
        "items": [_item(item) for item in report.items],
        "advice": [{"note": advice.note, "message": advice.message} for advice in report.advice],
        "seconds": report.seconds if math.isfinite(report.seconds) else None,
    }


def _item(item: ItemResult) -> dict[str, Any]:
    line = item.feedback.line
    return {
        "id": item.id,
        "function": item.function,
        "oracle": item.oracle,
        "verdict": str(item.verdict),
        "points": float(item.points),
        "max_points": float(item.max_points),
        "note": item.feedback.note,
        "measured": item.feedback.measured,
        "message": message(item),
        "line": line.number if line else None,
        "cell": line.cell if line else None,
    }
