"""The parts in which a submission runs: a script as a whole or by statements, a notebook by its cells."""

from __future__ import annotations
import __future__

import ast
import types
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from autograder.student.jupyter import as_python

DEFINING = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AnnAssign,
    ast.Try,  # around an import, as a rule
)
"""Statements that are run when running all of them does not end."""
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What compiling a text can raise."""

Part = types.CodeType | Exception
"""Code to run, or why there is none."""


class Text(NamedTuple):
    """A script, or one code cell of a notebook."""

    name: str  # in tracebacks
    source: str
    cell: int | None = None  # its number

    @property
    def lines(self) -> list[str]:
        """The lines, as Python counts them."""
        return self.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def texts(source: bytes, file: str, lengths: Sequence[int] | None) -> list[Text]:
    """Read a script; or a notebook's code cells, which follow one another and have these lengths."""
    if lengths is None:
        return [Text(file, source.decode("utf-8"))]
    found, start = [], 0
    for number, length in enumerate(lengths, 1):
        found.append(Text(f"{file}[{number}]", source[start : start + length].decode("utf-8"), number))
        start += length
    return found


def compiled(texts: Iterable[Text], parts: str) -> dict[str, list[Part]]:
    """Compile texts, by name: "whole", by their "statements", or those of them that are "definitions".

    Raises what `compile` raises for a script that is no Python; in a notebook, what cannot be compiled is a
    part that raises that. What a cell imports from __future__ holds for all that follows, as in IPython.
    """
    found: dict[str, list[Part]] = {}
    flags = 0
    for text in texts:
        if text.cell is None and parts == "whole":
            found[text.name] = [compile(text.source, text.name, "exec", dont_inherit=True)]
            continue
        try:
            body = _parsed(text)
        except UNREADABLE as error:
            if text.cell is None:
                raise
            found[text.name] = [error]
            continue
        flags |= _future(body)
        found[text.name] = [*_of_body(text, body, parts, flags)]
    return found


def run(part: Part, namespace: dict[str, Any]) -> None:
    """Run a part; it raises whatever it raises."""
    if isinstance(part, Exception):
        raise part
    exec(part, namespace)


def _parsed(text: Text) -> list[ast.stmt]:
    try:
        return ast.parse(text.source, text.name).body
    except SyntaxError:
        if text.cell is None:
            raise
        return ast.parse(as_python(text.source), text.name).body


def _future(body: Sequence[ast.stmt]) -> int:
    """Return the flags of what is imported from __future__."""
    imported = (node for node in body if isinstance(node, ast.ImportFrom) and node.module == "__future__")
    features = (getattr(__future__, alias.name, None) for node in imported for alias in node.names)
    return sum({feature.compiler_flag for feature in features if feature is not None})


def _of_body(text: Text, body: list[ast.stmt], parts: str, flags: int) -> Iterator[Part]:
    """Compile statements one by one; in a notebook, the value of a cell's last one is shown."""
    quiet = text.cell is None or text.source.rstrip().endswith(";")
    for node in body:
        shown = isinstance(node, ast.Expr) and node is body[-1] and not quiet
        if parts == "definitions" and not isinstance(node, DEFINING):
            continue
        tree = ast.Interactive([node]) if shown else ast.Module([node], [])
        try:
            yield compile(tree, text.name, "single" if shown else "exec", flags, dont_inherit=True)
        except UNREADABLE as error:
            if text.cell is None:
                raise
            yield error
