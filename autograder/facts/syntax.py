"""What a line is that this Python does not take: another version's, or a foreign character."""

from __future__ import annotations

import re
import sys

from autograder.facts.outcomes import Raised

ERRORS = frozenset({"SyntaxError", "IndentationError", "TabError"})
"""Types of exception by which Python says that a text is not Python."""
PYTHON_VERSION = f"Python {sys.version_info.major}.{sys.version_info.minor}"
"""The Python that marks."""

CHARACTERS = {
    "U+2212": "a minus sign from a word processor; Python's is -",
    "U+2010": "a hyphen from a word processor; Python's minus is -",
    "U+2013": "a dash from a word processor; Python's minus is -",
    "U+2014": "a dash from a word processor; Python's minus is -",
    "U+201C": "quotes from a word processor; Python's are \" and '",
    "U+201D": "quotes from a word processor; Python's are \" and '",
    "U+201E": "quotes from a word processor; Python's are \" and '",
    "U+2018": "quotes from a word processor; Python's are \" and '",
    "U+2019": "quotes from a word processor; Python's are \" and '",
    "U+00AB": "quotes from a word processor; Python's are \" and '",
    "U+00BB": "quotes from a word processor; Python's are \" and '",
    "U+00D7": "a multiplication sign from a word processor; Python's is *",
    "U+00B7": "a multiplication dot from a word processor; Python's is *",
    "U+22C5": "a multiplication dot from a word processor; Python's is *",
    "U+00F7": "a division sign from a word processor; Python's is /",
    "U+00B2": "a raised 2; Python's power is **",
    "U+00B3": "a raised 3; Python's power is **",
    "U+00A0": "a no-break space, as copied from a web page",
    "U+202F": "a narrow no-break space, as copied from a text",
    "U+2009": "a thin space, as copied from a text",
    "U+200B": "a zero-width space, as copied from a web page",
    "U+FEFF": "an invisible mark of byte order",
    "U+2026": "three dots in one character",
}
"""What a character is that is not Python's, by its number in Unicode."""

SYNTAX_MISTAKES: tuple[tuple[str, str, str], ...] = (
    # part of Python's message, how the line looks, what it is; both are regular expressions
    (r"", r"^(?:<{7}|={7}|>{7})", "a mark of a merge that is not finished"),
    (r"", r"^```", "a fence of Markdown"),
    (r"Missing parentheses in call", r"", "a statement of Python 2"),
    (r"", r"<>|^raise\s+\w+\s*,|^print\s*>>|\blambda\s*\(|`\w", "as in Python 2"),
    (r"leading zeros", r"", "as in Python 2"),
    (r"multiple exception types", r"", "as in Python 2, and from Python 3.14 on"),
    (r"", r"^type\s+\w+", "the type statement needs Python 3.12"),
    (r"", r"^(?:async\s+def|def|class)\s+\w+\[", "type parameters need Python 3.12"),
    (r"^f-string|unterminated string", r"\b[fF][rR]?[\"'].*\{", "such an f-string needs Python 3.12"),
    (r"", r"\b[tT][rR]?[\"'].*\{", "a template string needs Python 3.14"),
    (r"unpacking cannot be used in", r"", "Python 3.15 takes it"),
    (r"", r"^[%!]\s*\w", "a command of IPython's"),
)


def why_not_python(raised: Raised) -> str:
    """Say what is not Python: Python's words, the line as it stands there, and what that is if known."""
    shown = f"{raised.message}: {raised.text}" if raised.text else raised.message
    what = named(raised.message, raised.text)
    return f"{shown} ({what})" if what else shown


def named(message: str, text: str) -> str:
    """Name what stands in a line that is not Python; empty where that is not known."""
    number = re.search(r"U\+[0-9A-F]{4,6}", message)
    if number is not None:
        return CHARACTERS.get(number[0], "")
    line = text.strip()
    known = (
        what for part, looks, what in SYNTAX_MISTAKES if re.search(part, message) and re.search(looks, line)
    )
    return next(known, "")
