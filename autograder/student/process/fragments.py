"""Read the top-level statements of a text that is not Python as a whole, one by one."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from autograder.student.process.jupyter import PYTHON_TOKEN, as_python

UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""The exceptions that reading or compiling a text can raise."""
STATEMENT_START = re.compile(r"\f*[^\s#)\]}]")
"""The beginning of a line that begins a statement."""
CONTINUATION = re.compile(r"\f*(?:else|elif|except|finally)\b")
"""The beginning of a line that continues a statement."""
BLOCK_START = re.compile(r"@|(?:async|def|class|if|for|while|with|try|match|else|elif|except|finally)\b")
"""The beginning of a statement with lines of its own below it."""
BRANCHING = (ast.If, ast.For, ast.While, ast.Try)
"""The statements that such a line can continue."""
MOST_BROKEN_PIECES = 200
MOST_BROKEN_CHARACTERS = 2**18
"""Pieces that are not Python, and characters in them, after which the rest of a text is not read."""
IPYTHON = frozenset("%!?>")
"""Characters without which a piece holds nothing that only IPython takes."""
SHORT_PIECE = 1_000
"""Characters of a piece in which IPython's syntax is looked for: its statements seldom have several lines."""


class Fragment(NamedTuple):
    """A piece of a text, with its statements, or with the reason why it has none."""

    source: str
    body: list[ast.stmt]
    error: Exception | None = None  # it is not Python
    flaw: Exception | None = None  # it was not, before what only IPython takes was taken out of it


def fragments(source: str, name: str) -> list[Fragment]:
    """Split a text into pieces that are Python or not; lines count from the top of the text."""
    pieces: list[Fragment] = []
    start = above = failures = failed = 0
    while start < len(source):
        if failures == MOST_BROKEN_PIECES or failed > MOST_BROKEN_CHARACTERS:
            return [*pieces, Fragment(source[start:], [], SyntaxError("more than is looked at"))]
        end = _end(source, start)
        fragment = _read(source[start:end], above, name)
        if fragment.error is not None:
            failures += 1
            failed += end - start
            next_line = _next_line(source, start)
            first = _read(source[start:next_line], above, name) if next_line < end else fragment
            end = min(end, next_line)
            fragment = _beginning(fragment, first)
        above += source.count("\n", start, end)
        start = end
        if fragment.error is not None and pieces and _goes_on(pieces[-1], fragment):
            fragment = fragment._replace(source=pieces.pop().source + fragment.source)
        pieces.append(fragment)
    return pieces


def _beginning(whole: Fragment, first: Fragment) -> Fragment:
    """Choose between a piece that is not Python and its beginning, which may be a statement of its own."""
    goes_on = bool(first.body) and isinstance(first.body[-1], BRANCHING)
    if first.error is None and not goes_on:
        return first
    error = whole.error
    if first.error is not None and "unterminated" in str(error):  # it names where the next text begins
        error = first.error
    return Fragment(first.source, [], error)


def _goes_on(above: Fragment, piece: Fragment) -> bool:
    """Whether the lines of a piece belong to the statement above it, as behind the mark of a merge."""
    if not above.body or not hasattr(above.body[-1], "body"):
        return False
    first, *rest = piece.source.split("\n")
    if BLOCK_START.match(first) or first.rstrip().endswith((":", "(", "[", "{")):
        return False
    below = [line for line in rest if line.strip()]
    return bool(below) and below[0][0].isspace()


def _end(source: str, start: int) -> int:
    """Find the end of the statement that starts here: the next line that begins another one."""
    depth, line = 0, start
    for token in PYTHON_TOKEN.finditer(source, start):
        kind = token.lastgroup
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(0, depth - 1)
        elif kind == "end":
            decorated = source.startswith("@", line)
            line = token.end()
            begins = STATEMENT_START.match(source, line) and not CONTINUATION.match(source, line)
            if begins and not depth and not decorated:
                return line
    return len(source)


def _next_line(source: str, start: int) -> int:
    """Find the next line that could begin a statement, whatever precedes it."""
    line = source.find("\n", start) + 1
    while line and not STATEMENT_START.match(source, line):
        line = source.find("\n", line) + 1
    return line or len(source)


def _read(piece: str, above: int, name: str) -> Fragment:
    """Read a piece of a text that stands below some lines."""
    try:
        if len(piece) <= SHORT_PIECE and not IPYTHON.isdisjoint(piece):
            body, flaw = parsed(piece, name)
        else:
            body, flaw = ast.parse(piece, name).body, None
    except UNREADABLE as error:
        return Fragment(piece, [], _moved(error, above))
    for statement in body:
        ast.increment_lineno(statement, above)
    return Fragment(piece, body, flaw=_moved(flaw, above))


def _moved(error: Exception | None, above: int) -> Exception | None:
    """Count the lines of a syntax error from the top of the text, also those that its message names."""
    if isinstance(error, SyntaxError):
        error.lineno = (error.lineno or 1) + above
        error.msg = re.sub(r"(?<=line )\d{1,7}", lambda line: str(int(line[0]) + above), error.msg)
    return error


def parsed(source: str, name: str) -> tuple[list[ast.stmt], SyntaxError | None]:
    """Read a text as Python, or else in IPython's syntax, with the reason why it is not Python."""
    try:
        return ast.parse(source, name).body, None
    except SyntaxError as error:
        flaw = error
    python = as_python(source)
    if python == source:  # nothing in it is IPython's
        raise flaw
    try:
        return ast.parse(python, name).body, flaw
    except SyntaxError as error:
        if error.lineno == flaw.lineno:  # what only IPython takes is not what is wrong with this line
            raise flaw from None
        raise
