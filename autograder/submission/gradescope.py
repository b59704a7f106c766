"""Gradescope's metadata: the names of the students behind its numbered folders."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TextIO

from autograder.facts.text import line_of
from autograder.submission.descriptor import opened

METADATA = "submission_metadata.yml"
MAX_METADATA_LINES, MAX_METADATA_LINE = 1_000_000, 10_000
"""Lines of Gradescope's metadata, which hold the results of all, and characters of one."""
PERSON = re.compile(r"(?: {2,4}(?P<new>- )| {4,6}):?(?P<key>\w+):(?P<value>.*)")
"""A line of a list of people: a dash begins the next one."""


def read_submitters(path: Path, root: Path | None = None) -> dict[str, tuple[str, str]]:
    """Read Gradescope's metadata: by folder, the name and the id of the student, or of all of a group.

    A few of its lines are read, without a parser of YAML. If it cannot be read, folders name the students.
    """
    try:
        with (
            opened(path, root or path.parent) as descriptor,
            open(descriptor, encoding="utf-8", errors="replace", newline="\n", closefd=False) as file,
        ):
            return _submitters(_lines(file))
    except OSError:
        return {}


def _lines(file: TextIO) -> Iterator[str]:
    """Yield the beginning of each line; what follows could be made to look like one."""
    begins = True
    for piece in islice(iter(lambda: file.readline(MAX_METADATA_LINE), ""), MAX_METADATA_LINES):
        if begins:
            yield piece
        begins = piece.endswith("\n")


def _submitters(lines: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Read the first list of submitters below each folder's name."""
    people: dict[str, list[dict[str, str]]] = {}
    folder, inside = "", False
    for line in lines:
        person = PERSON.fullmatch(line.rstrip())
        if not line[0].isspace():
            folder, inside = _scalar(line.strip().removesuffix(":")), False
        elif line.rstrip() == "  :submitters:":
            inside = folder not in people
            people.setdefault(folder, [])
        elif inside and person is not None:
            inside = _add(people[folder], person)
        else:
            inside = False
    named = {folder: [each for each in several if each.get("name")] for folder, several in people.items()}
    return {folder: _joined(several) for folder, several in named.items() if several}


def _add(people: list[dict[str, str]], line: re.Match[str]) -> bool:
    """Add a line to the list of people, which begins each with a dash; False if it is not of the list."""
    if line["new"]:
        people.append({})
    if not people:
        return False
    people[-1].setdefault(line["key"], _scalar(line["value"]))
    return True


def _joined(people: Sequence[Mapping[str, str]]) -> tuple[str, str]:
    """Make one name and one id of a group."""
    ids = [person.get("sid") or person.get("email", "") for person in people]
    return " + ".join(person["name"] for person in people), "+".join(ids)


def _scalar(text: str) -> str:
    """Read a short text of YAML, quoted or not, and make it harmless to show."""
    text = text.strip()
    if text[:1] == text[-1:] == '"':
        try:
            text = str(json.loads(text))
        except ValueError:
            text = text[1:-1]
    elif text[:1] == text[-1:] == "'":
        text = text[1:-1].replace("''", "'")
    return line_of(text.strip())
