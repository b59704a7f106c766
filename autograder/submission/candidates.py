"""Compare the files of one student that may be the submission by their content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from autograder.submission.entries import Entry, Wanted
from autograder.submission.kinds import NOTEBOOK, Kind, suffix_of
from autograder.submission.notebook import LARGE_BYTES
from autograder.submission.read import Content, UnreadableError, content_at, form_of
from autograder.submission.stubs import Stubs

OLD = re.compile(r"(?:old|backup|bak|orig|draft|prev|test)", re.IGNORECASE)
"""Words in the name of a file that was replaced by another."""
MOST_FILES_COMPARED = 20
"""Files of one student that are compared, at most."""
MOST_BYTES = 10_000_000
"""Bytes of these files, beyond which no more are read; one may have as many again."""


class Candidate(NamedTuple):
    """A file that may be the submission, with its content; None if it was not read, or cannot be."""

    entry: Entry
    content: Content | None

    def is_untouched(self, stubs: Stubs) -> bool:
        """Whether nobody has edited it since its release."""
        return self.content is not None and stubs.holds(self.content.data)

    def defines(self, wanted: Wanted) -> bool:
        """Whether it defines one of the task's functions, as a script or as a notebook's JSON."""
        return self.content is not None and defines(self.content.data, wanted)

    @property
    def is_readable(self) -> bool:
        """Whether its content is that of a script or a notebook."""
        return self.content is not None and bool(form_of(self.entry.called, self.content.data))


class Level(NamedTuple):
    """The result of a search among files that lie equally deep; several worked-on files are too many."""

    worked: tuple[Candidate, ...] = ()
    untouched: Candidate | None = None
    named: bool = True  # as the task asks


def candidates_among(level: Sequence[Entry], wanted: Wanted, stubs: Stubs, *, in_course: bool) -> Level:
    """Find the files that were worked on; a file without a rival is not read."""
    files = [entry for entry in level if not entry.is_folder and entry.kind in {Kind.CODE, Kind.UNCLEAR}]
    codes = [entry for entry in files if entry.is_code]
    known = {entry.path for entry in codes}
    rivals = [entry for entry in level if entry.path not in known and _holds_more(entry, wanted)]
    if len(codes) == 1 and not rivals:
        return Level((Candidate(codes[0], None),))
    candidates = _read(files, wanted)
    contents = [candidate.content.data for candidate in candidates if candidate.content is not None]
    released = stubs.with_code_of_files(contents)
    untouched = [candidate for candidate in candidates if candidate.is_untouched(released)]
    worked = [candidate for candidate in candidates if not candidate.is_untouched(released)]
    if in_course:
        worked = _without_scripts(worked, wanted)
    stub = _first(untouched, wanted, in_course=in_course)
    by_name = _named(worked, wanted)
    if by_name:
        return Level(_distinct(by_name), stub)
    others = _others(worked, wanted, needs_function=stub is not None)
    return Level(_distinct(others), stub, named=False)


def _without_scripts(worked: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """If there is a notebook with the task's name, leave out the files beside it."""
    notebooks = [candidate for candidate in worked if _is_notebook(candidate.entry)]
    has_name = any(notebook.entry.called in wanted.names for notebook in notebooks)
    return notebooks if has_name else list(worked)


def _read(files: Sequence[Entry], wanted: Wanted) -> list[Candidate]:
    """Read the files of a level, those with the task's name first, up to a bound."""
    ordered = sorted(files, key=lambda entry: not wanted.is_near(entry.called))
    read: list[Candidate] = []
    room = MOST_BYTES
    for place, entry in enumerate(ordered):
        content = content_of(entry) if place < MOST_FILES_COMPARED and room > 0 else None
        if content is not None:
            room -= len(content.data)
        read.append(Candidate(entry, content))
    return read


def _first(untouched: Sequence[Candidate], wanted: Wanted, *, in_course: bool) -> Candidate | None:
    """Choose the untouched file that is marked if no other file exists; in an nbgrader course, a notebook."""

    def rank(candidate: Candidate) -> tuple[bool, bool]:
        entry = candidate.entry
        return entry.called not in wanted.names, _is_notebook(entry) != in_course

    return min(untouched, key=rank, default=None)


def _named(worked: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """List the files named as the task asks, in other letters or as a copy; then those with more to the name.

    A test of the file or a plot of its numbers has more to its name, too, but defines no function of the
    task. A file that is called old counts only without the file itself.
    """
    code = [candidate for candidate in worked if candidate.entry.is_code]
    near = _near(code, wanted)
    near.sort(key=lambda candidate: candidate.entry.called not in wanted.names)
    if not near:
        unclear = _near(worked, wanted)
        near = [candidate for candidate in unclear if candidate.is_readable]
    known = {candidate.entry.path for candidate in near}
    others = [candidate for candidate in code if candidate.entry.path not in known]
    longer = [candidate for candidate in others if wanted.resembles(candidate.entry.called)]
    defining = [candidate for candidate in longer if candidate.defines(wanted)]
    if near:
        defining = [candidate for candidate in defining if not OLD.search(candidate.entry.called)]
    return [*near, *defining]


def _near(candidates: Sequence[Candidate], wanted: Wanted) -> list[Candidate]:
    """List the files that have the task's name, in other letters or as a copy."""
    return [candidate for candidate in candidates if wanted.is_near(candidate.entry.called)]


def _others(worked: Sequence[Candidate], wanted: Wanted, *, needs_function: bool) -> list[Candidate]:
    """List the files with other names: those that define a function of the task, or else all code files."""
    code = [candidate for candidate in worked if candidate.entry.is_code]
    defining = [candidate for candidate in code if candidate.defines(wanted)]
    if defining:
        return defining
    if code and not needs_function:
        return code
    readable = [candidate for candidate in worked if candidate.is_readable]
    return [candidate for candidate in readable if candidate.defines(wanted)]


def _distinct(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Keep the first of files with equal content; a file that cannot be read is always kept."""
    by_content: dict[object, Candidate] = {}
    for candidate in candidates:
        entry, content = candidate.entry, candidate.content
        key = entry.path if content is None else (suffix_of(entry.called), content.digest)
        by_content.setdefault(key, candidate)
    return tuple(by_content.values())


def defines(data: bytes, wanted: Wanted) -> bool:
    """Whether a function or class of the task is defined in a file, in a script or in a notebook's JSON."""
    names = "|".join(map(re.escape, wanted.functions)) or r"\w+"
    return re.search(rf"\b(?:def|class)[ \t]++(?:{names})\b".encode(), data) is not None


def is_readable(entry: Entry) -> bool:
    """Whether a file's content is that of a script or a notebook."""
    return Candidate(entry, content_of(entry)).is_readable


def content_of(entry: Entry) -> Content | None:
    """Read a file that was handed in; links are not followed."""
    if entry.is_link:
        return None
    try:
        return content_at(entry.path, LARGE_BYTES, entry.root)
    except UnreadableError:
        return None


def _holds_more(entry: Entry, wanted: Wanted) -> bool:
    """Whether another file may be the submission, or hold it."""
    if entry.is_folder or entry.kind is Kind.ARCHIVE:
        return True
    return entry.kind is Kind.UNCLEAR and wanted.is_near(entry.called)


def _is_notebook(entry: Entry) -> bool:
    return suffix_of(entry.called) == NOTEBOOK
