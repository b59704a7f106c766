"""Outline a submission's text, its functions and global names, without running it.

A student process does this, as parsing a hostile text can end the process.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import Any

from autograder.student.process.jupyter import as_python
from autograder.student.process.parts import Text
from autograder.student.process.syntax import (
    BUILT_IN_NAMES,
    FUNCTION_DEFINITIONS,
    bodies,
    kind_of,
    names,
    statements,
    strings,
    targets,
)
from autograder.student.protocol.frames import MOST_IN_OUTLINE

MOST_NAMES_OF_FUNCTION = 24
"""The largest number of names that are reported of one function."""
LONGEST_REPORTED_NAME = 60
"""Characters of a name that are reported."""
DEFINED = re.compile(
    r"[ \t]*+#*+[ \t]*+"
    r"(?:(?:async[ \t]++)?def[ \t]++(\w++)[ \t]*+\(|(\w++)[ \t]*+=[ \t]*+lambda\b)"
)
"""The beginning of a line that defines a function, or that would if it were not a comment."""

Json = dict[str, Any]


def outline(texts: Sequence[Text]) -> Json:
    """Outline texts as data that can cross the border: definitions and globals."""
    parts = _Outline()
    for text in texts:
        magic = _magic(text)
        if magic:
            parts.add_mentions(text, [], magic)
            continue
        body = list(statements(text))
        for node in body:
            try:
                parts.add_statement(node, text.cell)
            except RecursionError:
                continue
        parts.add_mentions(text, body, "")
    return {
        "definitions": parts.definitions[:MOST_IN_OUTLINE],
        "globals": [{"name": name, **variable} for name, variable in parts.globals.items()][:MOST_IN_OUTLINE],
    }


class _Outline:
    """The definitions and globals of the texts so far."""

    def __init__(self) -> None:
        self.definitions: list[Json] = []
        self.globals: dict[str, Json] = {}
        self.lines: set[tuple[int | None, int]] = set()  # cell and line of each definition

    def add_statement(self, node: ast.stmt, cell: int | None, place: str = "top", inside: str = "") -> None:
        """Add what a statement defines, and the statements in it."""
        where = {"place": place, "inside": inside[:LONGEST_REPORTED_NAME]}
        at_top = place in {"top", "branch"}
        if isinstance(node, FUNCTION_DEFINITIONS):
            self.lines.add((cell, node.lineno))
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            self.add_function(node.name, node, first, cell, where)
            if place != "class":  # a function in a method is not a method
                self.add_body(node.body, cell, "function", inside if place == "function" else node.name)
        elif isinstance(node, ast.ClassDef):
            self.add_body(node.body, cell, "class" if at_top else place, node.name if at_top else inside)
        else:
            value = getattr(node, "value", None)
            for name in targets(node):
                if isinstance(value, ast.Lambda):
                    self.add_function(name, value, value.lineno, cell, where)
                elif at_top:
                    variable = {"kind": kind_of(node, value), "line": [node.lineno, cell]}
                    self.globals.setdefault(name[:LONGEST_REPORTED_NAME], variable)
            self.add_inner(node, cell, place, inside)

    def add_inner(self, node: ast.stmt, cell: int | None, place: str, inside: str) -> None:
        """Add the statements within a compound one that defines nothing itself."""
        for condition, body in bodies(node):
            if place == "top":
                self.add_body(body, cell, "branch", condition)
            else:
                self.add_body(body, cell, place, "" if place == "branch" else inside)

    def add_body(self, body: Sequence[ast.stmt], cell: int | None, place: str, inside: str) -> None:
        for node in body:
            self.add_statement(node, cell, place, inside)

    def add_function(
        self,
        name: str,
        node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        line: int,
        cell: int | None,
        where: Json,
    ) -> None:
        """Add a function with its parameters and the names that it reads; decorators are its first lines."""
        self.lines.add((cell, line))
        given = node.args
        positional = [argument.arg for argument in (*given.posonlyargs, *given.args)]
        if where["place"] == "class" and positional[:1] in (["self"], ["cls"]):
            del positional[0]
        keywords = zip(given.kwonlyargs, given.kw_defaults, strict=True)
        required = [argument.arg for argument, default in keywords if default is None]
        defaults = min(len(given.defaults), len(positional))
        read, local = names(node)
        parameters = {part.arg for part in ast.walk(given) if isinstance(part, ast.arg)}
        own = parameters | local | BUILT_IN_NAMES
        definition = {
            "name": name[:LONGEST_REPORTED_NAME],
            "line": [line, cell],
            "parameters": _clipped([*positional, *required]),
            "required": min(len(positional) - defaults + len(required), MOST_NAMES_OF_FUNCTION),
            "keywords": min(len(required), MOST_NAMES_OF_FUNCTION),
            "unbounded": given.vararg is not None,
            "uses": _clipped([name for name in read if name in parameters]),
            "reads": _clipped([name for name in read if name not in own]),
        }
        self.definitions.append(definition | where)

    def add_mentions(self, text: Text, body: Sequence[ast.stmt], magic: str) -> None:
        """Add the functions in comments, in strings, and in a cell that a magic keeps from Python."""
        mentions = [
            (number, line, defined)
            for number, line in enumerate(text.lines, 1)
            if (defined := DEFINED.match(line)) and (text.cell, number) not in self.lines
        ]
        within = [*strings(body)] if mentions and not magic else []
        for number, line, defined in mentions:
            if magic:
                place = "magic"
            elif any(start <= number <= end for start, end in within):
                place = "string"
            elif line.lstrip().startswith("#"):
                place = "comment"
            else:
                continue
            name = (defined[1] or defined[2])[:LONGEST_REPORTED_NAME]
            where = {"place": place, "inside": magic[:LONGEST_REPORTED_NAME]}
            self.definitions.append({"name": name, "line": [number, text.cell]} | where)
            if len(self.definitions) >= MOST_IN_OUTLINE:
                return


def _magic(text: Text) -> str:
    """Return the magic that keeps a whole cell from Python."""
    first = text.source.lstrip().partition("\n")[0]
    if text.cell is None or not first.startswith("%%"):
        return ""
    return "" if "def " in as_python(text.source) else first.split()[0]


def _clipped(names: Sequence[str]) -> list[str]:
    """Bound a list of names before it is sent."""
    return [name[:LONGEST_REPORTED_NAME] for name in names[:MOST_NAMES_OF_FUNCTION]]
