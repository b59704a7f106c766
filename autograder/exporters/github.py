"""GitHub Actions: annotations of the code, the worst first, and the summary of the job."""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from autograder.exporters.findings import (
    NOTHING_TO_MARK,
    UNKNOWN_VERDICTS,
    details,
    has_earned,
    headline,
    trouble_of,
)
from autograder.exporters.formats import SUMMARY, Export, Options
from autograder.exporters.markdown import markdown_parts
from autograder.exporters.terminal import points_of
from autograder.facts.outcomes import Line
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import message_of, plain_line

MOST_ANNOTATIONS = 10
"""Annotations of each level that GitHub shows of a step; others are dropped silently."""
LEVELS = ("error", "warning")
LARGEST_SUMMARY = 900_000
"""Bytes; above 1024 KiB, GitHub shows nothing of a step's summary."""
REST = "\nThe rest is left out here: GitHub takes no larger summary. The files of results have all of it.\n"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A message at a place in the code."""

    level: str
    lost: float  # points
    title: str
    lines: Sequence[str]
    file: str
    line: Line | None = None


def exporter(options: Options) -> Export:
    """Write annotations of files in a folder of the repository."""
    return partial(_annotations, folder=options.folder)


def summary_exporter(options: Options) -> Export:
    """Write as much of the summary as there is room for, behind what earlier commands of the step wrote."""
    path = options.environment.get(SUMMARY, "")
    written = os.path.getsize(path) if os.path.isfile(path) else 0  # noqa: PTH113, PTH202 - it may be empty
    return partial(_summary, room=LARGEST_SUMMARY - written)


def command(level: str, properties: dict[str, str], message: str) -> str:
    """Write a workflow command, with the bytes that @actions/core would write."""
    parts = [f"{name}={_property(value)}" for name, value in properties.items() if value]
    given = f" {','.join(parts)}" if parts else ""
    return f"::{level}{given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _annotations(gradebook: Gradebook, folder: str) -> Iterator[str]:
    """Write the worst annotations, and how many there are; no line holds what a student wrote but as data."""
    counts: Counter[str] = Counter()
    worst: dict[str, list[Annotation]] = {level: [] for level in LEVELS}
    several = len(gradebook.reports) > 1
    for report in gradebook.reports:
        for annotation in _of_report(report, several=several):
            counts[annotation.level] += 1
            known = [*worst[annotation.level], annotation]
            worst[annotation.level] = sorted(known, key=lambda each: -each.lost)[:MOST_ANNOTATIONS]
    for level in LEVELS:
        for annotation in worst[level]:
            yield _line(annotation, folder)
    yield plain_line(f"{message_of(gradebook.exercise)}: {_total(counts)}\n")


def _total(counts: Counter[str]) -> str:
    """Say how many annotations there are, and how many GitHub would not show."""
    parts: list[str] = []
    for level in LEVELS:
        count = counts[level]
        rest = count - MOST_ANNOTATIONS
        more = f" (the worst {MOST_ANNOTATIONS} are shown, and {rest} more are not)" if rest > 0 else ""
        parts.append(f"{count} {level}{'' if count == 1 else 's'}{more}")
    return ", ".join(parts)


def _of_report(report: Report, *, several: bool) -> Iterator[Annotation]:
    """List what is wrong in a submission; items with the same feedback are reported together."""
    whose = f"{report.student}: " if several else ""
    if report.status in NOTHING_TO_MARK:
        return  # there is no file that an annotation could be about
    trouble = trouble_of(report)
    if trouble:
        lost = math.inf if report.score is None else report.max_score
        yield Annotation("error", lost, f"{whose}{report.status}", [trouble], report.file)
    for items in _alike(report.items):
        yield _of_items(items, whose, report.file)


def _of_items(items: Sequence[ItemResult], whose: str, file: str) -> Annotation:
    """Report items with the same feedback; what the numerics cannot tell is not an error."""
    item = items[0]
    level = "warning" if item.verdict in UNKNOWN_VERDICTS else "error"
    lost = sum(each.max_points - each.points for each in items)
    titles = "; ".join(map(_title, items))
    lines = details(item) or [headline(item)]
    line = item.feedback.line
    return Annotation(level, lost, f"{whose}{titles}", lines, file, line)


def _title(item: ItemResult) -> str:
    return ", ".join(filter(None, (f"{item.id} {item.verdict.words}", points_of(item))))


def _alike(items: Iterable[ItemResult]) -> list[list[ItemResult]]:
    """Put the items that did not earn together by what was found."""
    groups: dict[object, list[ItemResult]] = {}
    for item in items:
        if not has_earned(item):
            groups.setdefault((item.function, item.verdict, item.feedback), []).append(item)
    return [*groups.values()]


def _line(annotation: Annotation, folder: str) -> str:
    """Write an annotation; lines of a notebook's cell are not lines of its file."""
    line = annotation.line
    message = "\n".join(map(message_of, annotation.lines))
    properties = {
        "title": message_of(annotation.title),
        "file": message_of(f"{folder}/{annotation.file}" if folder else annotation.file),
        "line": str(line.number) if line and line.cell is None else "",
    }
    return command(annotation.level, properties, message)


def _summary(gradebook: Gradebook, room: int) -> Iterator[str]:
    """Write the parts that fit, and say so where some do not."""
    left = room - len(REST)
    for part in markdown_parts(gradebook):
        left -= len(part.encode("utf-8", "replace"))
        if left < 0:
            yield REST
            return
        yield part
