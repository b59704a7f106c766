"""Read the syntax of a text: its statements, and the names that they assign and read."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from contextlib import suppress

from autograder.student.process.fragments import UNREADABLE, fragments, parsed
from autograder.student.process.parts import Text

FUNCTION_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BUILT_IN_NAMES = frozenset(dir(builtins))
COMPOUND = ("body", "orelse", "finalbody", "handlers", "cases")
"""Fields of a statement that hold other statements."""


def statements(text: Text) -> Iterator[ast.stmt]:
    """Yield the statements of a text that are run: all of them, or those in the pieces that are Python."""
    try:
        yield from parsed(text.newlines, text.name)[0]
    except UNREADABLE:
        above = 0
        for fragment in fragments(text.newlines, text.name):
            yield from fragment.body or _header(fragment.source, above)
            above += fragment.source.count("\n")


def _header(source: str, above: int) -> Iterator[ast.stmt]:
    """Yield the statement that a piece begins, if its first line is Python: even that names a function."""
    with suppress(*UNREADABLE):
        tree = ast.parse(f"{source.partition(chr(10))[0]} pass")
        for node in ast.increment_lineno(tree, above).body:
            node.end_lineno = above + source.count("\n")
            yield node


def bodies(node: ast.stmt) -> Iterator[tuple[str, list[ast.stmt]]]:
    """Yield the statements within a compound one, with the condition of an `if`."""
    for field in COMPOUND:
        condition = ast.unparse(node.test) if isinstance(node, ast.If) and field == "body" else ""
        body: list[ast.stmt] = []
        for part in getattr(node, field, []):
            is_clause = hasattr(part, "body") and not isinstance(part, ast.stmt)
            body += part.body if is_clause else [part]
        if body:
            yield condition, body


def targets(node: ast.stmt) -> list[str]:
    """List the names that a statement itself assigns or imports."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return _imported(node)
    assigned: list[ast.expr] = list(getattr(node, "targets", []))
    target = getattr(node, "target", None)
    if target is not None:
        assigned.append(target)
    return [name for expression in assigned for name in _stored(expression)]


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """List the names that an import binds; those that a star binds are not known."""
    names = [alias.asname or alias.name for alias in node.names if alias.name != "*"]
    return [name.partition(".")[0] for name in names]


def _stored(expression: ast.expr) -> list[str]:
    """List the names that a target binds: `a, b[k] = ...` binds only a."""
    variables = [part for part in ast.walk(expression) if isinstance(part, ast.Name)]
    return [variable.id for variable in variables if isinstance(variable.ctx, ast.Store)]


def kind_of(node: ast.stmt, value: ast.expr | None) -> str:
    """Say what a statement assigns: a number that is written out, a module, or something else."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return "import"
    values = value.elts if isinstance(value, ast.Tuple) else [value]
    return "number" if all(map(_is_number, values)) else "other"


def _is_number(value: ast.expr | None) -> bool:
    """Whether an expression is a literal number, with or without a sign."""
    if isinstance(value, ast.UnaryOp):
        value = value.operand
    return isinstance(value, ast.Constant) and type(value.value) in {int, float}


def names(node: ast.AST) -> tuple[list[str], set[str]]:
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
            local |= set(targets(part))
        elif isinstance(part, FUNCTION_DEFINITIONS) and part is not node:
            local |= {part.name, *(a.arg for a in ast.walk(part.args) if isinstance(a, ast.arg))}
    return list(dict.fromkeys(read)), local - outer


def strings(body: Sequence[ast.stmt]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each string that has several lines."""
    for node in body:
        for part in ast.walk(node):
            end = getattr(part, "end_lineno", None)
            text = isinstance(part, ast.Constant) and isinstance(part.value, str)
            if text and isinstance(part, ast.Constant) and end is not None and end > part.lineno:
                yield part.lineno, end
