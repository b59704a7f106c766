"""Read names as learning platforms make them: the student, the attempt, and what the file was called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from autograder.facts.errors import KitError
from autograder.submission.kinds import HIDDEN
from autograder.submission.platforms import DATE, PLATFORMS, Attempt, Form, Name, Platform

MAX_NAME = 255
"""Characters of a name that are looked at: file systems have no longer names, and patterns stay fast."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BLIND = ("participant", "partecipante", "teilnehmer")
"""Moodle's name for everybody while names are hidden: only the number tells them apart."""
LISTED_NUMBERS = {"canvas": "{}", "moodle": "Participant {}"}
"""How the numbers of students in file names stand in a platform's lists."""
AGAIN = re.compile(r"-[0-9]{1,3}(?=(?:\.[^.]*)?\Z)")
"""The addition of Canvas to a file's name that it has received before."""


class Names(NamedTuple):
    """The names in a folder, read by one platform's forms."""

    names: tuple[Name, ...]
    others: tuple[str, ...]  # names that do not fit
    shared: tuple[str, ...]  # names that several students have; their ids were appended


def platform_of(names: Iterable[str]) -> Platform | None:
    """Return the platform whose forms all names fit, or None if there is none or the names are ambiguous."""
    listed = list(names)
    fitting = [platform for platform in PLATFORMS.values() if _fits(listed, platform)]
    return fitting[0] if len(fitting) == 1 else None


def platform_for(argument: str) -> Platform:
    """Read the argument of --names: a platform, or a pattern with a group `student`; else KitError.

    Groups `attempt` and `file` are read, too, and the pattern begins where the name does. It is the
    instructor's: one with a repetition in a repetition can take forever on a name made for it.
    """
    if argument.lower() in PLATFORMS:
        return PLATFORMS[argument.lower()]
    try:
        pattern = re.compile(argument)
    except (re.error, RecursionError, OverflowError) as error:
        raise KitError(f"--names {argument}: not a regular expression: {error}") from error
    if "student" not in pattern.groupindex:
        known = ", ".join(PLATFORMS)
        expected = f"neither one of {known}, nor a regular expression with a group (?P<student>...)"
        raise KitError(f"--names {argument}: {expected}")
    return Platform(argument, (Form(pattern),), partial=True)


def read_names(
    names: Iterable[str], platform: Platform, submitters: Mapping[str, tuple[str, str]] | None = None
) -> Names:
    """Read names by one platform's forms; hidden files and the platform's own are left out.

    `submitters` holds, by folder, the name and id that Gradescope's metadata give a student.
    """
    read: list[Name] = []
    others: list[str] = []
    for whole in names:
        if whole not in platform.own and not whole.startswith(HIDDEN):
            name = _read(whole, platform)
            if name is None:
                others.append(whole)
            else:
                student, number = (submitters or {}).get(whole, (name.student, name.id))
                read.append(name._replace(student=student, id=number or name.id))
    return _apart(_as_spelled(platform.among(read)), others)


def latest(names: Sequence[Name], platform: Platform) -> tuple[list[Name], list[Name]]:
    """Split names into those that count and those of earlier attempts.

    A name without a submission replaces nothing. On Canvas, whose downloads hold the last attempt's
    files, x-1.py replaces x.py alone.
    """
    originals = [name for name in names if normalize("NFC", name.whole).endswith(name.rest)]
    begun = {_series(name, platform) for name in originals}
    last: dict[tuple[str, str], Attempt] = {}
    for name in names:
        series = _series(name, platform)
        if name.attempt is None or name.nothing or series not in begun:
            continue
        last[series] = max(last.get(series, ()), name.attempt)
    counting: list[Name] = []
    earlier: list[Name] = []
    for name in names:
        replaced = name.attempt is not None and name.attempt < last.get(_series(name, platform), ())
        (earlier if replaced else counting).append(name)
    return counting, earlier


def _series(name: Name, platform: Platform) -> tuple[str, str]:
    """Return what a later attempt replaces: a student's file on Canvas, else everything of a student."""
    return (name.student, name.rest if platform.attempt_per_file else "")


def _fits(names: Sequence[str], platform: Platform) -> bool:
    read = read_names(names, platform)
    evident = platform.evident(read.names) or not platform.own.isdisjoint(names)
    return bool(read.names) and not read.others and evident


def _read(whole: str, platform: Platform) -> Name | None:
    """Read one name; None if it fits no form."""
    text = normalize("NFC", whole)
    if len(text) > MAX_NAME:
        return None
    for form in platform.forms:
        match = form.pattern.match(text) if platform.partial else form.pattern.fullmatch(text)
        if match is not None and (match["student"] or "").strip():
            return _name(whole, match, form, platform)
    return None


def _name(whole: str, match: re.Match[str], form: Form, platform: Platform) -> Name:
    parts = {key: value or "" for key, value in match.groupdict().items()}
    rest = parts.get("file", match.string if platform.partial else "")
    return Name(
        whole,
        parts["student"].strip(),
        parts.get("id", ""),
        _attempt(parts.get("attempt", "")),
        AGAIN.sub("", rest) if platform.attempt_per_file else rest,
        form.nothing,
    )


def _attempt(text: str) -> Attempt | None:
    """Read a date or a number; None if there is none, or a month in another language."""
    numbers = tuple(int(digits) for digits in re.findall("[0-9]+", text))
    if not re.fullmatch(DATE, text):
        return numbers or None
    month = re.sub(r"[\W\d_]", "", text)[:3].lower()
    if month not in MONTHS:
        return None
    day, year, clock = numbers
    hour = clock // 100
    if text[-1] in "mM":
        hour = hour % 12 + 12 * (text[-2] in "pP")
    return (year, MONTHS.index(month) + 1, day, hour, clock % 100)


def _as_spelled(names: Sequence[Name]) -> list[Name]:
    """Give names without a number their own letters back, where two of them differ in these alone."""
    letters: dict[str, set[str]] = defaultdict(set)
    for name in names:
        letters[name.student].add(_letters(name))
    several = {student for student, spelled in letters.items() if len(spelled) > 1}
    return [
        name._replace(student=_letters(name)) if name.student in several and not name.id else name
        for name in names
    ]


def _letters(name: Name) -> str:
    """Return a student's name as the disk spells it: an accent may be a letter of its own there."""
    apart = normalize("NFD", name.student)
    return apart if apart in name.whole else name.student


def _apart(names: Sequence[Name], others: Sequence[str]) -> Names:
    """Append the ids to the names of students who share a name."""
    ambiguous = _ambiguous(names)
    read: list[Name] = []
    shared: set[str] = set()
    for name in names:
        if name.id and name.student.casefold() in ambiguous:
            shared.add(name.student)
            read.append(name._replace(student=f"{name.student}_{name.id}"))
        else:
            read.append(name)
    return Names(tuple(read), tuple(others), tuple(sorted(shared)))


def _ambiguous(names: Sequence[Name]) -> set[str]:
    """List the names, without capitals, that students with different ids have, or that name nobody."""
    ids: dict[str, set[str]] = defaultdict(set)
    for name in names:
        ids[name.student.casefold()].add(name.id)
    return {student for student, each in ids.items() if len(each) > 1 or student.startswith(BLIND)}


def number_in(file: str, student: str) -> str:
    """Return a student's number in a path, as lists of the same platform write it; empty if there is none.

    Canvas's and Moodle's stand in their lists. Those of other platforms stand in file names alone.
    """
    for part in file.split("/"):
        for platform, form in LISTED_NUMBERS.items():
            name = _read(part, PLATFORMS[platform])
            if name is not None and name.id and student in {name.student, f"{name.student}_{name.id}"}:
                return form.format(name.id)
    return ""
