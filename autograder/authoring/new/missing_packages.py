"""Leave out of a file what needs packages that are not installed, as plots may."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from autograder.authoring.new.text_facts import is_missing

BLOCKS = ("body", "orelse", "finalbody", "handlers")


def without_missing(cells: Sequence[str]) -> list[str]:
    """Turn simple statements that use a missing package, or what was made by one, into comments."""
    names: set[str] = set()
    kept: list[str] = []
    for cell in cells:
        lines = cell.split("\n")
        for statement in _simple_statements(_body(cell)):
            if _is_made_of(statement, names):
                names |= _bound(statement)
                _comment_out(lines, statement)
        kept.append("\n".join(lines))
    return kept


def _comment_out(lines: list[str], statement: ast.stmt) -> None:
    """Turn the lines of a statement into comments; within a block, `pass` stands before them."""
    first = statement.lineno - 1
    last = statement.end_lineno or statement.lineno
    indent = " " * statement.col_offset
    for number in range(first, last):
        text = lines[number].strip()
        lines[number] = f"{indent}# {text}"
    if indent:
        lines[first] = f"{indent}pass  {lines[first].strip()}"


def packages_of(cells: Sequence[str]) -> list[str]:
    """Name the missing packages that are imported."""
    imports = [node for cell in cells for node in _simple_statements(_body(cell))]
    return sorted({name for node in imports for name in _packages(node) if is_missing(name)})


def _body(cell: str) -> list[ast.stmt]:
    try:
        return ast.parse(cell).body
    except SyntaxError:
        return []  # reported with its line where the file is read


def _simple_statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements that hold no others, in order."""
    for node in body:
        inner = [each for field in BLOCKS for each in getattr(node, field, [])]
        if inner:
            yield from _simple_statements(inner)
        else:
            yield node


def _is_made_of(node: ast.stmt, names: set[str]) -> bool:
    used = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return bool(used & names) or any(map(is_missing, _packages(node)))


def _packages(node: ast.stmt) -> list[str]:
    match node:
        case ast.Import(names=aliases):
            return [alias.name.partition(".")[0] for alias in aliases]
        case ast.ImportFrom(module=str(module), level=0):
            return [module.partition(".")[0]]
    return []


def _bound(node: ast.stmt) -> set[str]:
    """Name what a statement binds."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    return {each.id for each in names if isinstance(each.ctx, ast.Store)}
