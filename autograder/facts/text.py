"""Text from students, made harmless to show.

The facts that reports are made of bound their texts with these functions as they are made, so that whatever
shows a report may rely on it: one line, printable, and no longer than it says here.
"""

import re
from collections.abc import Callable, Sequence

COMMAND = re.compile(r"##(?=\w*\[)")
"""How a line, at any place in it, begins a command to Azure Pipelines, TeamCity or GitHub's runner."""


MAX_TEXT = 300
"""Characters of a name, and of a line of somebody's text."""
MAX_MESSAGE = 2000
"""Characters of a message, which may hold a few of those."""
MOST_MARKS = 4
"""Marks on one letter, as accents and vowel signs; no language writes more, and a flood hides a page."""
DIGEST = 8
"""Hexadecimal digits by which two names differ that would be shown alike."""
SHORT_MESSAGE = 160
"""Characters of a message that is shown with all of its sentences."""
SENTENCE_END = re.compile(r"(?<=[\w)\]'\"`])[.!?](?= )")

PLAINER = {"\N{MINUS SIGN}": "-"}
"""Letters of the kit's own that a code page of Windows lacks, and what stands for them there."""


def defines(code: str, function: str) -> bool:
    """Whether code looks as if it defined a function or a class; for code that may be no Python."""
    return re.search(rf"^[ \t]*(?:def|class)[ \t]+{re.escape(function)}\b", code, re.MULTILINE) is not None


def line_of(text: str) -> str:
    """Make text harmless to show on one line, and bound its length."""
    return bounded(text, MAX_TEXT)


def message_of(text: str) -> str:
    """Make a message harmless to show on one line, and bound its length."""
    return bounded(text, MAX_MESSAGE)


def bounded(text: str, most: int) -> str:
    """Make text harmless to show on one line of at most `most` characters, those of its escapes included."""
    shown = printable(text[: most + 1])
    return shown if len(shown) <= most else f"{shown[: most - 3]}..."


def name_of(text: str) -> str:
    """Make a student's name harmless to show, and bound its length; names that differ stay different.

    One that had to be changed for that ends with a digest of what it was: another may begin like a long one,
    or be written as its escapes are. Most names are as they were.
    """
    shown = line_of(text)
    if shown == text:
        return text
    from hashlib import sha256  # noqa: PLC0415 - seldom needed

    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]
    return f"{bounded(text, MAX_TEXT - DIGEST - 1)}~{digest}"


def listing(names: Sequence[object], most: int) -> str:
    """List names or numbers on one line: the first of them, and how many more there are."""
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return ", ".join([*(line_of(str(name)) for name in names[:most]), *more])


def bound(fact: object, **bounds: Callable[[str], str]) -> None:
    """Bound the texts of a frozen fact that is being made, each by its own function."""
    for name, shown in bounds.items():
        text = getattr(fact, name)
        if text:
            object.__setattr__(fact, name, shown(text))


def first_sentence(text: str) -> str:
    """Return a message as it is if it is short, else its first sentence; on one line."""
    flat = " ".join(line.strip() for line in text.strip().splitlines())
    if len(flat) <= SHORT_MESSAGE:
        return flat
    end = SENTENCE_END.search(flat, 1, MAX_TEXT)
    if end is not None:
        return flat[: end.start()]
    return flat if len(flat) <= MAX_TEXT else flat[:MAX_TEXT].rpartition(" ")[0] + " ..."


def printable(text: str) -> str:
    """Escape what a terminal or the log of a CI service would obey, and what turns or covers other text."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else _escaped(c) for c in text)
    if not text.isascii():
        text = _without_floods(text)
    return COMMAND.sub(r"#\\x23", text) if "##" in text else text


def _without_floods(text: str) -> str:
    """Escape the marks on a letter that no language writes, which cover the lines above and below."""
    from unicodedata import category  # noqa: PLC0415 - most text is ASCII

    shown, marks = [], 0
    for character in text:
        marks = marks + 1 if category(character).startswith("M") else 0
        shown.append(character if marks <= MOST_MARKS else _escaped(character))
    return "".join(shown)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def plain_line(line: str) -> str:
    """Keep a line from being a command to GitHub: there they begin with two colons."""
    return line.replace("::", r"\x3a:", 1) if line.lstrip().startswith("::") else line


def encodable(text: str, encoding: str) -> str:
    """Write text in letters that an encoding has: a stream that lacks one would raise UnicodeEncodeError."""
    for letter, plainer in PLAINER.items():
        if letter.encode(encoding, "ignore") == b"":
            text = text.replace(letter, plainer)
    return text.encode(encoding, "backslashreplace").decode(encoding)
