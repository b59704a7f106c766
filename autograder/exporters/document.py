"""The result document, schema autograder-report/1: the base of every other form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from autograder.facts.document import REPORT_SCHEMA, to_line
from autograder.facts.report import Gradebook, Report
from autograder.facts.text import COMMAND

DOCUMENT_END = "\n}\n"
"""How an indented document ends."""


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
    head = ascii_json({"schema": REPORT_SCHEMA, **made_with(gradebook)})
    yield f'{head.removesuffix(DOCUMENT_END)},\n "submissions": ['
    mark = "\n"
    for line in json_lines(gradebook.reports) if lines is None else lines:
        yield f"{mark}  {line[:-1]}"
        mark = ",\n"
    yield f"\n ]{DOCUMENT_END}"


def json_lines(reports: Iterable[Report]) -> Iterator[str]:
    """Write each submission as a line of JSON, as it is in the result document."""
    return (f"{to_line(report)}\n" for report in reports)


def ascii_json(data: dict[str, Any]) -> str:
    """Write ASCII JSON in which no CI service finds a command; ValueError where a number is not finite."""
    text = json.dumps(data, indent=1, allow_nan=False) + "\n"
    return COMMAND.sub(r"#\\u0023", text)  # only ever within a string
