"""Read what a submission's text holds: its functions and global names. Nothing of it is run.

Done in a student process, as parsing a hostile text can end the process that does it.
"""

from __future__ import annotations

import ast
import builtins
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from autograder.student.jupyter import as_python
from autograder.student.parts import UNREADABLE, Text

MOST = 100
"""Functions and global names that are reported of a submission; one written by hand has a tenth."""
MOST_NAMES = 24
"""Names that are reported of one function."""
LONGEST = 60
"""Characters of a name that are reported."""
DEFINED = re.compile(r"[ \t]*#*[ \t]*(?:(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(|(\w+)[ \t]*=[ \t]*lambda\b)")
"""How a line begins that defines a function, or would if it were not a comment."""
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPOUND = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where statements stand in others."""
PYTHON = frozenset(dir(builtins))

Json = dict[str, Any]


def outline(texts: Sequence[Text]) -> Json:
    """Outline texts as data that can cross the border: definitions, globals, whether there is an import *."""
    found = _Outline()
    for text in texts:
        magic = _magic(text)
        if magic:
            found.add_mentions(text, [], magic)
            continue
        body = list(_statements(text))
        for node in body:
            try:
                found.add_statement(node, node, text.cell)
            except RecursionError:
                continue
        found.add_mentions(text, body, "")
    return {
        "definitions": found.definitions[:MOST],
        "globals": [{"name": name, **told} for name, told in found.globals.items()][:MOST],
        "star": found.star,
    }


class _Outline:
    """What was found so far."""

    def __init__(self) -> None:
        self.definitions: list[Json] = []
        self.globals: dict[str, Json] = {}
        self.star = False
        self.lines: set[tuple[int | None, int]] = set()  # cell and line of each definition

    def add_statement(
        self, node: ast.stmt, top: ast.stmt, cell: int | None, place: str = "top", inside: str = ""
    ) -> None:
        """Add what a statement defines, and the statements in it."""
        where = {"place": place, "inside": inside[:LONGEST], "until": top.end_lineno or 0}
        at_top = place in {"top", "branch"}
        if isinstance(node, FUNCTIONS):
            self.add_function(node.name, node, node.lineno, cell, where)
            if place != "class":  # what stands in a method is no method
                self.add_body(node.body, top, cell, "function", inside if place == "function" else node.name)
        elif isinstance(node, ast.ClassDef):
            self.add_body(node.body, top, cell, "class" if at_top else place, node.name if at_top else inside)
        else:
            value = getattr(node, "value", None)
            for name in _targets(node):
                if isinstance(value, ast.Lambda):
                    self.add_function(name, value, node.lineno, cell, where)
                elif at_top:
                    told = {"kind": _kind(node, value), "line": [node.lineno, cell]}
                    self.globals.setdefault(name[:LONGEST], told)
            self.star |= isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names)
            condition = _condition(node) if place == "top" else inside
            self.add_body(_inner(node), top, cell, "branch" if place == "top" else place, condition)

    def add_body(
        self, body: Sequence[ast.stmt], top: ast.stmt, cell: int | None, place: str, inside: str
    ) -> None:
        for node in body:
            self.add_statement(node, top, cell, place, inside)

    def add_function(
        self,
        name: str,
        node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        line: int,
        cell: int | None,
        where: Json,
    ) -> None:
        """Add a function with its parameters and the names that it reads."""
        self.lines.add((cell, line))
        given = node.args
        positional = [argument.arg for argument in (*given.posonlyargs, *given.args)]
        named = [a.arg for a, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value is None]
        if where["place"] == "class" and positional[:1] in (["self"], ["cls"]):
            del positional[0]
        read, local = _names(node)
        parameters = {a.arg for a in ast.walk(given) if isinstance(a, ast.arg)}
        told = {
            "name": name[:LONGEST],
            "line": [line, cell],
            "parameters": _clipped([*positional, *named]),
            "required": len(positional) - min(len(given.defaults), len(positional)) + len(named),
            "unbounded": given.vararg is not None,
            "uses": _clipped([name for name in read if name in parameters]),
            "reads": _clipped([name for name in read if name not in parameters | local | PYTHON]),
        }
        self.definitions.append(told | where)

    def add_mentions(self, text: Text, body: Sequence[ast.stmt], magic: str) -> None:
        """Add the functions of comments and strings, and those of a cell that is taken away from Python."""
        strings = [*_strings(body)] if not magic else []
        for number, line in enumerate(text.lines, 1):
            defined = DEFINED.match(line)
            if defined is None or (text.cell, number) in self.lines:
                continue
            if magic:
                place = "magic"
            elif any(start <= number <= end for start, end in strings):
                place = "string"
            elif line.lstrip().startswith("#"):
                place = "comment"
            else:
                continue
            name = (defined[1] or defined[2])[:LONGEST]
            told = {"name": name, "line": [number, text.cell], "place": place, "inside": magic[:LONGEST]}
            self.definitions.append(told)
            if len(self.definitions) >= MOST:
                return


def _magic(text: Text) -> str:
    """Return the magic that takes a whole cell away from Python."""
    first = text.source.lstrip().partition("\n")[0]
    if text.cell is None or not first.startswith("%%"):
        return ""
    return "" if "def " in as_python(text.source) else first.split()[0]


def _statements(text: Text) -> Iterator[ast.stmt]:
    """Yield the statements of a text: of all of it, or of what parses of it."""
    attempts = [text.source, as_python(text.source) if text.cell else textwrap.dedent(text.source)]
    for attempt in attempts:
        try:
            yield from ast.parse(attempt).body
        except UNREADABLE:
            continue
        return
    for start, lines in _pieces(attempts[-1].split("\n")):
        for piece in ("\n".join(lines), f"{lines[0]} pass"):
            try:
                tree = ast.parse(piece)
            except UNREADABLE:
                continue
            yield from ast.increment_lineno(tree, start).body
            break


def _pieces(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Split lines where a statement may begin that is not indented; yield each part and what lies above."""
    start, piece = 0, list[str]()
    for number, line in enumerate(lines):
        begins = line[:1].strip() and line[0] not in ")]}#"
        if begins and piece and not piece[-1].startswith("@"):
            yield start, piece
            start, piece = number, []
        piece.append(line)
    if piece:
        yield start, piece


def _inner(node: ast.stmt) -> list[ast.stmt]:
    """List the statements that stand in a compound one."""
    found: list[ast.stmt] = []
    for field in COMPOUND:
        for part in getattr(node, field, []):
            found += part.body if hasattr(part, "body") and not isinstance(part, ast.stmt) else [part]
    return found


def _condition(node: ast.stmt) -> str:
    """Write the condition of an if."""
    return ast.unparse(node.test) if isinstance(node, ast.If) else ""


def _targets(node: ast.stmt) -> list[str]:
    """List the names that a statement itself assigns or imports."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).partition(".")[0] for alias in node.names if alias.name != "*"]
    targets: list[ast.expr] = list(getattr(node, "targets", []))
    targets += [target for target in [getattr(node, "target", None)] if target is not None]
    named = (name for target in targets for name in ast.walk(target))
    return [name.id for name in named if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)]


def _kind(node: ast.stmt, value: ast.expr | None) -> str:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return "import"
    values = value.elts if isinstance(value, ast.Tuple) else [value]
    values = [one.operand if isinstance(one, ast.UnaryOp) else one for one in values]
    numbers = (isinstance(one, ast.Constant) and type(one.value) in {int, float} for one in values)
    return "number" if all(numbers) else "other"


def _names(node: ast.AST) -> tuple[list[str], set[str]]:
    """List the names that a function reads, and those that are local to it."""
    read, local, outer = list[str](), set[str](), set[str]()
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            if isinstance(part.ctx, ast.Load):
                read.append(part.id)
            else:
                local.add(part.id)
        elif isinstance(part, ast.AugAssign) and isinstance(part.target, ast.Name):
            read.append(part.target.id)
        elif isinstance(part, ast.Global):
            outer |= set(part.names)
        elif isinstance(part, ast.Import | ast.ImportFrom):
            local |= set(_targets(part))
        elif isinstance(part, FUNCTIONS) and part is not node:
            local |= {part.name, *(a.arg for a in ast.walk(part.args) if isinstance(a, ast.arg))}
    return list(dict.fromkeys(read)), local - outer


def _strings(body: Sequence[ast.stmt]) -> Iterator[tuple[int, int]]:
    """Yield where texts begin and end that have several lines."""
    for node in body:
        for part in ast.walk(node):
            end = getattr(part, "end_lineno", None)
            text = isinstance(part, ast.Constant) and isinstance(part.value, str)
            if text and isinstance(part, ast.Constant) and end is not None and end > part.lineno:
                yield part.lineno, end


def _clipped(names: Sequence[str]) -> list[str]:
    """Bound a list of names before it is sent."""
    return [name[:LONGEST] for name in names[:MOST_NAMES]]
