"""Write solution.py: the given file in cells, with a region in each function that is marked."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence

from autograder.authoring.new.given_file import Cell, GivenFile
from autograder.authoring.new.missing_packages import without_missing
from autograder.authoring.script import BEGIN, END

INDENT = 4 * " "
"""Before the body of a function that stands on the line of its name."""
CODE_CELL, PROSE_CELL = "# %%", "# %% [markdown]"


def prepared(file: GivenFile) -> GivenFile:
    """Leave out what needs packages that are not installed here."""
    code = iter(without_missing([cell.source for cell in file.cells if not cell.markdown]))
    cells = [cell if cell.markdown else cell._replace(source=next(code)) for cell in file.cells]
    return file._replace(cells=tuple(cells))


def solution_text(file: GivenFile, marked: Collection[str], title: str, *, has_regions: bool) -> str:
    """Write the solution; what has regions keeps them, and tests of nbgrader's are left out."""
    cells = [cell for cell in file.cells if not cell.is_test]
    if not file.has_cells:
        cells = list(_divided(cells[0].source))
    if not cells or not cells[0].markdown:
        cells.insert(0, Cell(markdown=True, source=f"# {title}"))
    written = []
    for cell in cells:
        source = cell.source.strip("\n")
        if cell.markdown:
            written.append(f"{PROSE_CELL}\n{_commented(source)}")
        else:
            code = source if has_regions else with_regions(source, marked)
            written.append(f"{CODE_CELL}\n{code}")
    return "\n\n".join(written) + "\n"


def with_regions(source: str, marked: Collection[str]) -> str:
    """Put the bodies of functions into regions; the docstring stays for students to read."""
    lines = source.split("\n")
    functions = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    for node in sorted(functions, key=lambda each: each.lineno, reverse=True):
        if node.name in marked:
            lines = _with_region(lines, node)
    return "\n".join(lines)


def _with_region(lines: Sequence[str], node: ast.FunctionDef) -> list[str]:
    """Put the body of one function into a region, with the comments above its first statement."""
    first = node.body[0]
    if ast.get_docstring(node) is not None and len(node.body) > 1:
        first = node.body[1]
    last = node.end_lineno or node.lineno
    before = list(lines[: first.lineno - 1])
    text = lines[first.lineno - 1]
    indent = text[: first.col_offset]
    if indent.strip():  # def f(x): return x
        before.append(indent.rstrip())
        indent = INDENT
    start = len(before)
    while before[start - 1].strip().startswith("#"):
        start -= 1
    comments = before[start:]
    statement = indent + text[first.col_offset :]
    rest = lines[first.lineno : last]
    region = [indent + BEGIN, *comments, statement, *rest, indent + END]
    return [*before[:start], *region, *lines[last:]]


def _divided(source: str) -> Iterator[Cell]:
    """Divide a script into cells: each function has its own, and so has what stands between two of them."""
    lines = source.split("\n")
    start = 0
    is_function = False
    for node in ast.parse(source).body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))]) - 1
        while first > start and lines[first - 1].strip().startswith("#"):
            first -= 1
        if isinstance(node, ast.FunctionDef | ast.ClassDef) or is_function:
            yield from _cell(lines[start:first])
            start = first
        is_function = isinstance(node, ast.FunctionDef | ast.ClassDef)
    yield from _cell(lines[start:])


def _cell(lines: Sequence[str]) -> Iterator[Cell]:
    source = "\n".join(lines).strip("\n")
    if source.strip():
        yield Cell(markdown=False, source=source)


def _commented(prose: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in prose.split("\n"))
