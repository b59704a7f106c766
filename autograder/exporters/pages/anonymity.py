"""Reports without names: a code stands where the student's name was, and in what is said of their file."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

from autograder.facts.feedback import Handed
from autograder.facts.person import Person
from autograder.facts.report import Advice, Report

SHORTEST_HIDDEN = 3
"""Characters of the shortest name that is looked for in a sentence: a shorter one would be found in words."""


def without_name(report: Report, code: str) -> Report:
    """Call a student by a code; what they wrote themselves, as a comment in their code, stays as it is."""
    names = _names(report)
    advice = tuple(Advice(each.note, _hidden(each.message, names, code)) for each in report.advice)
    return replace(report, student=code, file="", person=None, advice=advice)


def handed_without_name(handed: Handed, report: Report, code: str) -> Handed:
    """Call by a code the student who handed something in, whose report is given as it was."""
    return replace(handed, student=code, trouble=_hidden(handed.trouble, _names(report), code))


def _names(report: Report) -> list[str]:
    """List what tells who a student is, the longest first."""
    parts = report.file.split("/")
    stems = [part.rpartition(".")[0] for part in parts]
    person = report.person or Person()
    listed = asdict(person).values()
    names = {report.student, *parts, *stems, *listed}
    long = [name for name in names if len(name) >= SHORTEST_HIDDEN]
    return sorted(long, key=len, reverse=True)


def _hidden(text: str, names: list[str], code: str) -> str:
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", code, text)
    return text
