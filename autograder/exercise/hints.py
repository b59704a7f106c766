"""Read `hints.md`: hints by function or item, and what stands below its heading for files that pass."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from autograder.exercise.load import Exercise, read_part
from autograder.facts.errors import KitError
from autograder.facts.hints import MOST_HINTS, Hints
from autograder.facts.text import listing

HINTS_FILE = "hints.md"
"""The hints of an exercise; there need be none."""
PASSED_HEADING = "When every open item passes"
SECTION_HEADING = re.compile(r"##\s+(?P<title>\S.*?)\s*")
ENTRY = re.compile(r"(?P<number>\d{1,3})\.(?:\s+(?P<text>.*))?")
MOST_SENTENCES = 2
"""Paragraphs for a file that passes: what was learned, and what comes next."""
LONGEST_HINT = 1000
"""Characters: a hint that is longer is a lesson."""
MOST_NAMES = 20
"""Names that a message lists."""


class Paragraph(NamedTuple):
    """Lines of text without a blank one between them."""

    text: str
    line: int  # its first, counted from 1


class Section(NamedTuple):
    """A heading, and the paragraphs below it."""

    title: str
    line: int
    paragraphs: list[Paragraph]


class Written(NamedTuple):
    """A hint as an author wrote it."""

    text: str
    line: int


def load_hints(exercise: Exercise, hidden: Collection[str] = ()) -> Hints:
    """Read the hints of an exercise; empty if it has no `hints.md`.

    KitError, with file and line, for what a student could not use, and for a hint that holds one of the
    `hidden` texts, which stand in the solution alone.
    """
    path = exercise.folder / HINTS_FILE
    if not path.exists():
        return Hints()
    asked = [item.function for item in exercise.rubric.items]
    asked += [item.id for item in exercise.rubric.items if item.open]
    return read_hints(path, read_part(path), tuple(dict.fromkeys(asked)), hidden)


def read_hints(path: Path, text: str, asked: Collection[str], hidden: Collection[str] = ()) -> Hints:
    """Read hints about the functions and items that are `asked`; KitError as from `load_hints`."""
    ladders: dict[str, tuple[str, ...]] = {}
    closing = ("", "")
    seen: set[str] = set()
    for section in _sections(text):
        _refuse_heading(path, section, asked, seen)
        seen.add(section.title)
        if section.title == PASSED_HEADING:
            closing = _closing(path, section)
        else:
            ladders[section.title] = _ladder(path, section, hidden)
    return Hints(ladders, *closing)


def squeezed(text: str) -> str:
    """Leave out blanks and the signs that mark code: one formula is spaced in many ways."""
    return re.sub(r"[\s`]+", "", text)


def _sections(text: str) -> Iterator[Section]:
    """Split a file at its headings; what stands before the first is for authors."""
    section: Section | None = None
    is_open = False
    for number, line in enumerate(text.splitlines(), 1):
        heading = SECTION_HEADING.fullmatch(line)
        if heading is not None:
            if section is not None:
                yield section
            section, is_open = Section(heading["title"], number, []), False
        elif section is not None:
            is_open = _add_line(section.paragraphs, Paragraph(line.strip(), number), is_open=is_open)
    if section is not None:
        yield section


def _add_line(paragraphs: list[Paragraph], line: Paragraph, *, is_open: bool) -> bool:
    """Add a line to the last paragraph, if that is still open, or begin one; say whether one is open now."""
    if not line.text:
        return False
    if is_open and ENTRY.fullmatch(line.text) is None:
        before = paragraphs.pop()
        line = Paragraph(f"{before.text} {line.text}", before.line)
    paragraphs.append(line)
    return True


def _refuse_heading(path: Path, section: Section, asked: Collection[str], seen: Collection[str]) -> None:
    place, title = f"{path}:{section.line}", section.title
    if title not in asked and title != PASSED_HEADING:
        there = listing(list(asked), MOST_NAMES)
        raise KitError(f"{place}: no item is about {title!r}; there is {there}, and '{PASSED_HEADING}'")
    if title in seen:
        raise KitError(f"{place}: a second heading {title!r}; the hints of both belong below one")
    if not section.paragraphs:
        raise KitError(f"{place}: nothing stands below {title!r}")


def _closing(path: Path, section: Section) -> tuple[str, str]:
    """Read what was learned, and what comes next."""
    if len(section.paragraphs) > MOST_SENTENCES:
        line = section.paragraphs[MOST_SENTENCES].line
        raise KitError(f"{path}:{line}: a third paragraph; the two are what was shown, and what comes next")
    learned, *following = [paragraph.text for paragraph in section.paragraphs]
    return learned, "".join(following)


def _ladder(path: Path, section: Section, hidden: Collection[str]) -> tuple[str, ...]:
    """Read the hints below a heading, numbered from 1."""
    written: list[Written] = []
    for paragraph in section.paragraphs:
        entry = ENTRY.fullmatch(paragraph.text)
        if entry is not None:
            _refuse_number(f"{path}:{paragraph.line}", int(entry["number"]), len(written) + 1)
            written.append(Written((entry["text"] or "").strip(), paragraph.line))
        elif written:
            hint = written.pop()
            written.append(Written(f"{hint.text}\n{paragraph.text}".strip(), hint.line))
        else:
            raise KitError(f"{path}:{paragraph.line}: a hint begins with its number, as in '1. ...'")
    for hint in written:
        _refuse_hint(f"{path}:{hint.line}", hint.text, hidden)
    return tuple(hint.text for hint in written)


def _refuse_number(place: str, number: int, expected: int) -> None:
    if expected > MOST_HINTS:
        raise KitError(f"{place}: hint {number}: a function or an item has at most {MOST_HINTS}")
    if number != expected:
        raise KitError(f"{place}: hint {number} stands where hint {expected} should")


def _refuse_hint(place: str, hint: str, hidden: Collection[str]) -> None:
    """Refuse a hint that is empty or too long, or that gives a line of the solution away."""
    if not hint:
        raise KitError(f"{place}: the hint is empty")
    if len(hint) > LONGEST_HINT:
        raise KitError(f"{place}: the hint has {len(hint)} characters; at most {LONGEST_HINT} are shown")
    shown = squeezed(hint)
    for code in hidden:
        if squeezed(code) in shown:
            raise KitError(f"{place}: the hint prints {code!r}, a line of the solution; leave a blank in it")
