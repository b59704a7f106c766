"""The parts in which a submission runs: a script as a whole or by statements, a notebook by its cells."""

from __future__ import annotations

import ast
import types
from collections.abc import Iterator, Sequence
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


def compiled(text: Text, parts: str) -> list[Part]:
    """Compile a text: "whole", by its "statements", or those of them that are "definitions".

    Raises what `compile` raises for a script that is no Python; a notebook's cell has that as its only part.
    """
    if text.cell is not None:
        try:
            return [*_of_cell(text, parts)]
        except UNREADABLE as error:
            return [error]
    if parts == "whole":
        return [compile(text.source, text.name, "exec", dont_inherit=True)]
    return [*_statements(ast.parse(text.source, text.name).body, text.name, parts)]


def run(part: Part, namespace: dict[str, Any]) -> None:
    """Run a part; it raises whatever it raises."""
    if isinstance(part, Exception):
        raise part
    exec(part, namespace)


def _of_cell(text: Text, parts: str) -> Iterator[types.CodeType]:
    """Compile a cell by its statements; the value of its last one is shown."""
    try:
        body = ast.parse(text.source, text.name).body
    except SyntaxError:
        body = ast.parse(as_python(text.source), text.name).body
    shown = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    yield from _statements(body, text.name, parts)
    if isinstance(shown, ast.Expr) and parts != "definitions":
        quiet = text.source.rstrip().endswith(";")
        yield compile(
            ast.Module([shown], []) if quiet else ast.Interactive([shown]),
            text.name,
            "exec" if quiet else "single",
            dont_inherit=True,
        )


def _statements(body: Sequence[ast.stmt], name: str, parts: str) -> Iterator[types.CodeType]:
    for node in body:
        if parts != "definitions" or isinstance(node, DEFINING):
            yield compile(ast.Module([node], []), name, "exec", dont_inherit=True)
