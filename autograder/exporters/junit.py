"""JUnit XML: a suite for each submission, and a case for each item."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from autograder.exporters.findings import (
    NOTHING_TO_MARK,
    UNKNOWN_VERDICTS,
    details,
    has_earned,
    headline,
    trouble_of,
)
from autograder.exporters.formats import Export, Options
from autograder.exporters.terminal import points_of
from autograder.facts.outcomes import Line
from autograder.facts.report import Gradebook, ItemResult, Report
from autograder.facts.text import message_of
from autograder.facts.verdict import Verdict

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a character reference."""
WHOLE_CASE = "submission"
"""The case that stands for a submission that was not graded."""
KINDS = ("failure", "error", "skipped")
EMPTY = " />"
"""How an element without content ends."""


@dataclass(frozen=True, slots=True)
class Case:
    """What became of an item; `kind` is one of KINDS, or empty where it earned its points."""

    name: str
    kind: str = ""
    type: str = ""
    message: str = ""
    body: str = ""
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What a reader accepts."""

    folder: str = ""
    with_places: bool = True  # file and line of a case, which the schema of Jenkins does not know


def exporter(options: Options) -> Export:
    """Write cases with their file and line, by which GitHub shows them in the code."""
    return partial(_parts, form=Form(options.folder))


def strict_exporter(_: Options) -> Export:
    """Write what is valid by the schema of Jenkins."""
    return partial(_parts, form=Form(with_places=False))


def _parts(gradebook: Gradebook, form: Form) -> Iterator[str]:
    """Write the document, a suite at a time; the reports are read twice, as the sums come first."""
    totals: Counter[str] = Counter()
    seconds = 0.0
    for report in gradebook.reports:
        totals += _counts(_cases(report))
        seconds += report.seconds
    attributes = {"name": gradebook.exercise, **_numbers(totals), **_time(seconds)}
    root = tostring(Element("testsuites", _attributes(attributes)), "us-ascii").decode("ascii")
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f"{root.removesuffix(EMPTY)}>\n"
    for report in gradebook.reports:
        suite = _suite(report, form)
        indent(suite)
        yield tostring(suite, "us-ascii").decode("ascii") + "\n"
    yield "</testsuites>\n"


def _suite(report: Report, form: Form) -> Element:
    cases = _cases(report)
    counts = _counts(cases)
    attributes = {"name": report.student, **_numbers(counts), **_time(report.seconds)}
    suite = Element("testsuite", _attributes({**attributes, "skipped": str(counts["skipped"])}))
    properties = SubElement(suite, "properties")
    for name, value in _properties(report).items():
        SubElement(properties, "property", _attributes({"name": name, "value": value}))
    for case in cases:
        has_place = form.with_places and report.file  # who handed in nothing has none
        place = _place(report.file, case.line, form.folder) if has_place else {}
        names = {"classname": report.student, "name": case.name}
        element = SubElement(suite, "testcase", _attributes({**names, **place}))
        if case.kind:
            explanation = {"type": case.type, "message": case.message}
            SubElement(element, case.kind, _attributes(explanation)).text = case.body
    return suite


def _cases(report: Report) -> list[Case]:
    """List the cases of a submission, each under a name of its own; what was not graded is a case, too."""
    names: Counter[str] = Counter()
    cases: list[Case] = []
    items = () if report.status in NOTHING_TO_MARK else report.items
    trouble = trouble_of(report)
    if trouble:
        names[WHOLE_CASE] += 1
        kind = "error" if report.score is None else "failure"
        if report.status in NOTHING_TO_MARK:
            kind = "skipped"
        cases.append(Case(WHOLE_CASE, kind, str(report.status), _text(trouble)))
    is_red = any(case.kind in {"error", "failure"} for case in cases) or any(_is_red(item) for item in items)
    for item in items:
        names[item.id] += 1
        name = item.id if names[item.id] == 1 else f"{item.id} ({names[item.id]})"
        cases.append(_case(item, name, is_red=is_red))
    return cases


def _case(item: ItemResult, name: str, *, is_red: bool) -> Case:
    """Say what became of an item; one that is not known counts as skipped only beside others that fail.

    A suite that lost points is red in every reader, and none counts skipped cases as failures.
    """
    if has_earned(item):
        return Case(name, line=item.feedback.line)
    if item.verdict is Verdict.BROKEN:
        kind = "error"
    elif item.verdict in UNKNOWN_VERDICTS and is_red:
        kind = "skipped"
    else:
        kind = "failure"
    body = "\n".join(map(_text, [f"points: {points_of(item) or 'none'}", *details(item)]))
    note = item.feedback.note or str(item.verdict)
    return Case(name, kind, note, _text(headline(item)), body, item.feedback.line)


def _is_red(item: ItemResult) -> bool:
    return not has_earned(item) and item.verdict not in UNKNOWN_VERDICTS


def _properties(report: Report) -> dict[str, str]:
    """List the points, of which a submission without a score has none, and what else is worth knowing."""
    properties = {"status": str(report.status), "max_score": f"{report.max_score:.10g}"}
    if report.score is not None:
        properties["score"] = f"{report.score:.10g}"
        for item in report.items:
            properties[f"points {item.id}"] = f"{item.points:.10g}"
            properties[f"max_points {item.id}"] = f"{item.max_points:.10g}"
    if report.advice and not trouble_of(report):  # else it is in WHOLE_CASE
        properties["advice"] = "; ".join(advice.message for advice in report.advice)
    return properties


def _place(file: str, line: Line | None, folder: str) -> dict[str, str]:
    """Say where a case is; lines of a notebook's cell are not lines of its file."""
    path = f"{folder}/{file}" if folder else file
    return {"file": path, "line": str(line.number)} if line and line.cell is None else {"file": path}


def _counts(cases: list[Case]) -> Counter[str]:
    return Counter(tests=len(cases), **{kind: sum(case.kind == kind for case in cases) for kind in KINDS})


def _numbers(counts: Mapping[str, int]) -> dict[str, str]:
    return {
        "tests": str(counts["tests"]),
        "failures": str(counts["failure"]),
        "errors": str(counts["error"]),
    }


def _time(seconds: float) -> dict[str, str]:
    return {"time": f"{seconds:.3f}"} if math.isfinite(seconds) else {}


def _attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: _text(value) for name, value in attributes.items()}


def _text(text: str) -> str:
    """Write what XML cannot hold as pytest does, and bound the text."""
    legal = ILLEGAL.sub(lambda match: f"#x{ord(match[0]):02X}", text)
    return message_of(legal)
