"""Text from students, made harmless to show."""

import re

COMMAND = re.compile(r"##(?=\w*\[)")
"""How a line, at any place in it, begins a command to Azure Pipelines, TeamCity or GitHub's runner."""


MAX_TEXT = 300
SHORT = 160
"""Characters of a message that is shown with all of its sentences."""
SENTENCE_END = re.compile(r"(?<=[\w)\]'\"`])[.!?](?= )")

PLAINER = {"\N{MINUS SIGN}": "-"}
"""Letters of the kit's own that a code page of Windows lacks, and what stands for them there."""


def defines(code: str, function: str) -> bool:
    """Whether code looks as if it defined a function; for code that may be no Python."""
    return re.search(rf"^[ \t]*def[ \t]+{re.escape(function)}\b", code, re.MULTILINE) is not None


def line_of(text: str) -> str:
    """Make text harmless to show on one line, and bound its length."""
    return printable(text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 3] + "...")


def first_sentence(text: str) -> str:
    """Return a message as it is if it is short, else its first sentence; on one line."""
    flat = " ".join(line.strip() for line in text.strip().splitlines())
    if len(flat) <= SHORT:
        return flat
    end = SENTENCE_END.search(flat, 1, MAX_TEXT)
    if end is not None:
        return flat[: end.start()]
    return flat if len(flat) <= MAX_TEXT else flat[:MAX_TEXT].rpartition(" ")[0] + " ..."


def printable(text: str) -> str:
    """Escape what a terminal or the log of a CI service would obey, and what turns text around."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return COMMAND.sub(r"#\\x23", shown)


def plain_line(line: str) -> str:
    """Keep a line from being a command to GitHub: there they begin with two colons."""
    return line.replace("::", r"\x3a:", 1) if line.lstrip().startswith("::") else line


def encodable(text: str, encoding: str) -> str:
    """Write text in letters that an encoding has: a stream that lacks one would raise UnicodeEncodeError."""
    for letter, plainer in PLAINER.items():
        if letter.encode(encoding, "ignore") == b"":
            text = text.replace(letter, plainer)
    return text.encode(encoding, "backslashreplace").decode(encoding)
