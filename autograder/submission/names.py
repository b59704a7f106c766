"""Read names as learning platforms make them: the student, the attempt, and what the file was called.

The forms of Canvas (lib/content_zipper.rb) and Moodle (mod/assign/classes/downloader.php) are those of
their sources; the others' those that published scripts for renaming expect.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from autograder.facts.errors import KitError

Attempt = tuple[int, ...]
MAX_NAME = 255
"""Characters of a name that are looked at: file systems have no longer names, and patterns stay fast."""
TYPED = "typed into {}: there is no file"
HIDDEN = (".", "__")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BLIND = ("participant", "partecipante", "teilnehmer")
"""How Moodle calls everybody while names are hidden: the number alone tells them apart."""
AGAIN = re.compile(r"-[0-9]{1,3}(?=(?:\.[^.]*)?\Z)")
"""What Canvas adds to a file's name that it has had before."""
FEWEST_DIGITS = 5
"""Canvas counts the files of a whole institution; shorter numbers are dates, tasks and versions."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts."""

    whole: str  # as it is on the disk
    student: str
    id: str = ""  # the platform's number for the student
    attempt: Attempt | None = None  # a later one is greater
    rest: str = ""  # the file's own name; empty for a folder
    nothing: str = ""  # why no submission can be in it


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a platform makes names: groups `student`, and maybe `id`, `attempt` and `file`."""

    pattern: re.Pattern[str]
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class Platform:
    """A learning platform, or a pattern of the instructor's own."""

    title: str
    forms: tuple[Form, ...]
    own: frozenset[str] = frozenset()  # files that the platform adds for itself
    evident: Callable[[Sequence[Name]], bool] = bool  # whether names that fit can hardly be others
    attempt_per_file: bool = False  # a later attempt replaces a file of the same name, not all files
    partial: bool = False  # a pattern may end before the name does


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a folder, read by one platform's forms."""

    names: tuple[Name, ...]
    others: tuple[str, ...]  # names that do not fit
    shared: tuple[str, ...]  # names that several students have; their ids were appended


def _forms(*patterns: tuple[str, str] | str) -> tuple[Form, ...]:
    pairs = [(pattern, "") if isinstance(pattern, str) else pattern for pattern in patterns]
    return tuple(Form(re.compile(pattern, re.DOTALL), nothing) for pattern, nothing in pairs)


def _evident_canvas(names: Sequence[Name]) -> bool:
    """Whether numbers are Canvas's: an id has one student, and a file's number is long and its own."""
    uploads = [name for name in names if name.attempt is not None]
    numbers = {name.attempt for name in uploads}
    students: dict[str, set[str]] = defaultdict(set)
    for name in names:
        students[name.id or name.student].add(name.student)
    unique = len(numbers) == len(uploads) and all(len(each) == 1 for each in students.values())
    long = all(number is not None and number[0] >= 10 ** (FEWEST_DIGITS - 1) for number in numbers)
    years = all(re.fullmatch("(19|20)[0-9]{2}", name.id) for name in uploads)
    return bool(uploads) and unique and long and not years


def _evident_gradescope(names: Sequence[Name]) -> bool:
    return bool(names) and all(len(name.id) > FEWEST_DIGITS for name in names)


_ANONYMOUS = r"(?:LATE_)?(?P<student>anon_[A-Za-z0-9]+)"
_CANVAS = r"(?P<student>.+?)(?:_LATE)?_(?P<id>[0-9]+)"
_MOODLE = r"(?P<student>.+?)(?:_(?P<id>[0-9]+))?_assignsubmission"
_BLACKBOARD = r"(?P<student>.+?)_[^\W\d_]+_(?P<attempt>[0-9]{4}(?:-[0-9]{2}){5})"
_BRIGHTSPACE = r"(?P<id>[0-9]+)-[0-9]+ - (?P<student>.+?) - "
_DATE = r"(?:[^\W\d_]+\.? [0-9]{1,2}|[0-9]{1,2}\.? [^\W\d_]+\.?),? [0-9]{4},? [0-9]{3,4}(?:\s?[AaPp][Mm])?"

PLATFORMS: Mapping[str, Platform] = {
    "canvas": Platform(
        "Canvas",
        _forms(
            _ANONYMOUS + r"_(?P<attempt>[0-9]+)_(?P<file>.+)",
            _CANVAS + r"_(?P<attempt>[0-9]+)_(?P<file>.+)",
            (_ANONYMOUS + r"_(?:text|link)\.html", TYPED.format("Canvas")),
            (_CANVAS + r"_(?:text|link)\.html", TYPED.format("Canvas")),
        ),
        evident=_evident_canvas,
        attempt_per_file=True,
    ),
    "moodle": Platform(
        "Moodle",
        _forms(
            _MOODLE + r"_file(?:_(?P<file>.*))?",
            (_MOODLE + r"_[a-z]+(?:_.*)?", TYPED.format("Moodle")),
        ),
    ),
    "blackboard": Platform(
        "Blackboard",
        _forms(
            _BLACKBOARD + r"_(?P<file>.+)",
            (_BLACKBOARD + r"\.txt", "Blackboard's record of an attempt: there is no file"),
        ),
    ),
    "gradescope": Platform(
        "Gradescope",
        _forms(r"(?P<student>submission_(?P<id>[0-9]+))"),
        own=frozenset({"submission_metadata.yml"}),
        evident=_evident_gradescope,
    ),
    "brightspace": Platform(
        "Brightspace",
        _forms(
            _BRIGHTSPACE + rf"(?P<attempt>{_DATE})(?: - (?P<file>.+))?",
            _BRIGHTSPACE + r"(?P<file>.+)",
        ),
        own=frozenset({"index.html"}),
    ),
}


def platform_of(names: Iterable[str]) -> Platform | None:
    """Return the platform whose forms all names fit, unless they could be somebody else's; else None."""
    listed = list(names)
    fitting = [platform for platform in PLATFORMS.values() if _fits(listed, platform)]
    return fitting[0] if len(fitting) == 1 else None


def platform_for(argument: str) -> Platform:
    """Read the argument of --names: a platform, or a pattern with a group `student`; else KitError.

    Groups `attempt` and `file` are read, too. The pattern is the instructor's: one with a repetition in
    a repetition can take for ever on a name made for it.
    """
    if argument.lower() in PLATFORMS:
        return PLATFORMS[argument.lower()]
    try:
        pattern = re.compile(argument)
    except (re.error, RecursionError, OverflowError) as error:
        raise KitError(f"--names {argument}: not a regular expression: {error}") from error
    if "student" not in pattern.groupindex:
        known = ", ".join(PLATFORMS)
        raise KitError(
            f"--names {argument}: neither {known}, nor a regular expression with a group (?P<student>...)"
        )
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
        if whole in platform.own or whole.startswith(HIDDEN):
            continue
        name = _read(whole, platform)
        if name is None:
            others.append(whole)
        else:
            student, number = (submitters or {}).get(whole, (name.student, name.id))
            read.append(replace(name, student=student, id=number or name.id))
    if platform is PLATFORMS["blackboard"]:
        read = _without_assignment(read)
    return _distinct(read, others)


def latest(names: Sequence[Name], platform: Platform) -> tuple[list[Name], list[Name]]:
    """Split names into those that count and those of earlier attempts.

    A name that holds no submission replaces none. On Canvas, whose downloads hold the last attempt's
    files, an attempt replaces files of the same name alone.
    """
    last: dict[tuple[str, str], Attempt] = {}
    for name in names:
        if name.attempt is not None and not name.nothing:
            key = _series(name, platform)
            last[key] = max(last.get(key, ()), name.attempt)
    counting, earlier = [], []
    for name in names:
        replaced = name.attempt is not None and name.attempt < last.get(_series(name, platform), ())
        (earlier if replaced else counting).append(name)
    return counting, earlier


def _series(name: Name, platform: Platform) -> tuple[str, str]:
    return (name.student, name.rest if platform.attempt_per_file else "")


def _fits(names: Sequence[str], platform: Platform) -> bool:
    read = read_names(names, platform)
    return not read.others and platform.evident(read.names)


def _read(whole: str, platform: Platform) -> Name | None:
    """Read one name; None if it fits no form."""
    text = unicodedata.normalize("NFC", whole)
    if len(text) > MAX_NAME:
        return None
    for form in platform.forms:
        match = (form.pattern.match if platform.partial else form.pattern.fullmatch)(text)
        if match is not None:
            parts = {name: value or "" for name, value in match.groupdict().items()}
            break
    else:
        return None
    student = parts["student"].strip()
    rest = parts.get("file", text if platform.partial else "")
    if platform.attempt_per_file:
        rest = AGAIN.sub("", rest)
    attempt = _attempt(parts.get("attempt", ""))
    return Name(whole, student, parts.get("id", ""), attempt, rest, form.nothing) if student else None


def _attempt(text: str) -> Attempt | None:
    """Read a date or a number; None if there is none, or a month in another language."""
    numbers = tuple(int(digits) for digits in re.findall("[0-9]+", text))
    if not re.fullmatch(_DATE, text):
        return numbers or None
    month = re.sub(r"[\W\d_]", "", text)[:3].lower()
    if month not in MONTHS:
        return None
    day, year, clock = numbers
    hour = clock // 100
    if text[-1:] in "mM":
        hour = hour % 12 + 12 * (text[-2] in "pP")
    return (year, MONTHS.index(month) + 1, day, hour, clock % 100)


def _without_assignment(names: Sequence[Name]) -> list[Name]:
    """Cut off what Blackboard writes before a student: the assignment, which all have in common."""
    students = {name.student for name in names}
    if len(students) == 1:
        return [replace(name, student=name.student.rpartition("_")[2]) for name in names]
    start = _shared_start(min(students, default=""), max(students, default=""))
    return [replace(name, student=name.student[start:]) for name in names]


def _shared_start(first: str, last: str) -> int:
    """Count the characters up to the last underscore that two names begin with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(character for character, _ in same).rfind("_") + 1


def _distinct(names: Sequence[Name], others: Sequence[str]) -> Names:
    """Append the ids of students who have one name."""
    ids: dict[str, set[str]] = defaultdict(set)
    for name in names:
        ids[name.student.casefold()].add(name.id)
    shared = {student for student, numbers in ids.items() if len(numbers) > 1 or student.startswith(BLIND)}
    appended = [
        replace(name, student=f"{name.student}_{name.id}")
        if name.id and name.student.casefold() in shared
        else name
        for name in names
    ]
    told = sorted({name.student for name in names if name.student.casefold() in shared})
    return Names(tuple(appended), tuple(others), tuple(told))
